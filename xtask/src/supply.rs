//! What gets into the WebAssembly beside our own code: from where, under which licence, and what of it runs when it is
//! built. `cargo xtask audit` asks about everything else.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::setup::WASM_TARGET;
use crate::workspace::Workspace;

const CORE: &str = "copydesk";

/// How cargo's source of a crate begins where that is a registry. A repository or another place has another.
const REGISTRY: &str = "registry+";

/// Under one of these, a crate asks of those who pass it on compiled for no more than ships: a copy of the licence
/// (`LICENSE-APACHE`), or nothing.
const ASK_NO_NAME: [&str; 4] = ["Apache-2.0", "MIT-0", "Zlib", "Unlicense"];

/// A crate under this one has to be named, in `NOTICE`, and so has one under several at once, in whose licence this
/// word stands.
const ASKS_FOR_A_NAME: &str = "MIT";
const AT_ONCE: &str = " AND ";

/// The crates that run a program when they are built, each of which was looked at: they ask what the compiler can do and
/// write constants of one line.
const BUILD_SCRIPTS: [&str; 10] = [
    "libm",
    "proc-macro2",
    "quote",
    "ref-cast",
    "rustversion",
    "serde",
    "serde_core",
    "thiserror",
    "wasm-bindgen",
    "wasm-bindgen-shared",
];

#[derive(Clone)]
struct Crate {
    name: String,
    licence: String,
    source: Option<String>,
    has_build_script: bool,
    /// In the WebAssembly, and not only run when that is built.
    is_inside: bool,
}

pub fn check(workspace: &Workspace) -> Result<()> {
    let arguments = [
        "metadata",
        "--locked",
        "--format-version",
        "1",
        "--filter-platform",
    ];
    let metadata = workspace
        .cargo(arguments)
        .arg(WASM_TARGET)
        .ignore_stderr()
        .read()?;
    let crates = crates(&serde_json::from_str(&metadata)?)?;
    let notice = fs::read_to_string(workspace.root.join("NOTICE")).context("cannot read NOTICE")?;
    let faults = faults(&crates, &notice);
    ensure!(faults.is_empty(), "\n{}", faults.join("\n"));
    Ok(())
}

/// The crates that the core is made of, itself left out.
fn crates(metadata: &Value) -> Result<Vec<Crate>> {
    let listed = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let packages: BTreeMap<String, Value> = listed(&metadata["packages"])
        .into_iter()
        .map(|package| (text(&package["id"]), package))
        .collect();
    let needs: BTreeMap<String, Vec<Value>> = listed(&metadata["resolve"]["nodes"])
        .into_iter()
        .map(|node| (text(&node["id"]), listed(&node["deps"])))
        .collect();
    let is_a = |id: &str, kind: &str| {
        let targets = listed(&packages[id]["targets"]);
        targets
            .iter()
            .any(|target| listed(&target["kind"]).contains(&kind.into()))
    };
    let core = packages.iter().find(|(_, package)| package["name"] == CORE);
    let (core, _) = core.context("cargo metadata has no crate of the core")?;

    let mut inside = BTreeSet::new();
    let mut seen = BTreeSet::new();
    let mut open = vec![(core.clone(), true)];
    while let Some((id, is_inside)) = open.pop() {
        if !seen.insert((id.clone(), is_inside)) {
            continue;
        }
        if is_inside {
            inside.insert(id.clone());
        }
        for need in &needs[&id] {
            let kinds: Vec<String> = listed(&need["dep_kinds"])
                .iter()
                .map(|each| text(&each["kind"]))
                .filter(|kind| kind != "dev")
                .collect();
            let next = text(&need["pkg"]);
            let is_linked = kinds.iter().any(String::is_empty) && !is_a(&next, "proc-macro");
            if !kinds.is_empty() {
                open.push((next, is_inside && is_linked));
            }
        }
    }
    let all: BTreeSet<&String> = seen.iter().map(|(id, _)| id).filter(|id| *id != core).collect();
    Ok(all
        .into_iter()
        .map(|id| Crate {
            name: text(&packages[id]["name"]),
            licence: text(&packages[id]["license"]),
            source: packages[id]["source"].as_str().map(str::to_owned),
            has_build_script: is_a(id, "custom-build"),
            is_inside: inside.contains(id),
        })
        .collect())
}

fn faults(crates: &[Crate], notice: &str) -> Vec<String> {
    let mut faults = Vec::new();
    for Crate {
        name,
        licence,
        source,
        has_build_script,
        is_inside,
    } in crates
    {
        if !source.as_ref().is_some_and(|source| source.starts_with(REGISTRY)) {
            faults.push(format!("{name} is from no registry, but from {source:?}"));
        }
        if *has_build_script && !BUILD_SCRIPTS.contains(&name.as_str()) {
            faults.push(format!(
                "{name} runs a program when it is built: look at its build.rs, and add it to BUILD_SCRIPTS in supply.rs"
            ));
        }
        let is_under = |one: &str| licence.split(['/', ' ', '(', ')']).any(|each| each == one);
        let asks_no_name = !licence.contains(AT_ONCE) && ASK_NO_NAME.into_iter().any(is_under);
        if !is_inside || asks_no_name {
            continue;
        }
        if !is_under(ASKS_FOR_A_NAME) {
            faults.push(format!(
                "{name} is under {licence}, which supply.rs does not know"
            ));
        } else if !notice.lines().any(|line| line == *name) {
            faults.push(format!(
                "{name} is under {licence}, and NOTICE does not name it on a line of its own"
            ));
        }
    }
    for known in BUILD_SCRIPTS {
        if !crates
            .iter()
            .any(|each| each.name == known && each.has_build_script)
        {
            faults.push(format!(
                "{known} runs nothing any more: take it out of BUILD_SCRIPTS in supply.rs"
            ));
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{BUILD_SCRIPTS, Crate, crates, faults};

    fn known() -> Vec<Crate> {
        BUILD_SCRIPTS
            .map(|name| one(name, "MIT OR Apache-2.0", true))
            .to_vec()
    }

    fn one(name: &str, licence: &str, has_build_script: bool) -> Crate {
        Crate {
            name: name.to_owned(),
            licence: licence.to_owned(),
            source: Some("registry+somewhere".to_owned()),
            has_build_script,
            is_inside: true,
        }
    }

    #[test]
    fn what_has_to_be_named_and_what_runs_is_found() {
        assert_eq!(faults(&known(), ""), [""; 0]);
        for (bad, words) in [
            (one("plum", "MIT", false), "NOTICE does not name it"),
            (one("plum", "MIT/BSD-3-Clause", false), "NOTICE does not name it"),
            (
                one("plum", "(MIT OR Apache-2.0) AND Unicode-3.0", false),
                "NOTICE does not name it",
            ),
            (one("plum", "GPL-3.0", false), "does not know"),
            (one("plum", "Zlib", true), "runs a program"),
            (
                Crate {
                    source: None,
                    ..one("plum", "Zlib", false)
                },
                "from no registry",
            ),
        ] {
            let found = faults(&[known(), vec![bad]].concat(), "plum and pear\n");
            assert_eq!(found.len(), 1, "{found:?}");
            assert!(found[0].contains(words), "{found:?}");
        }
        let named = [known(), vec![one("plum", "MIT", false)]].concat();
        assert_eq!(faults(&named, "pear\nplum\n"), [""; 0]);
        assert!(faults(&known()[1..], "")[0].contains("runs nothing any more"));
    }

    #[test]
    fn what_only_runs_at_the_build_is_told_from_what_is_inside() {
        let package = |name: &str, kinds: &[&str]| {
            let targets: Vec<_> = kinds.iter().map(|kind| json!({ "kind": [kind] })).collect();
            json!({ "id": name, "name": name, "license": "MIT", "source": "registry+x", "targets": targets })
        };
        let need = |name: &str, kind: Option<&str>| json!({ "pkg": name, "dep_kinds": [{ "kind": kind }] });
        let metadata = json!({
            "packages": [
                package("copydesk", &["lib"]),
                package("inside", &["lib", "custom-build"]),
                package("macro", &["proc-macro"]),
                package("of-macro", &["lib"]),
                package("builder", &["lib"]),
                package("tester", &["lib"]),
            ],
            "resolve": { "nodes": [
                { "id": "copydesk", "deps": [need("inside", None), need("macro", None), need("tester", Some("dev"))] },
                { "id": "inside", "deps": [need("builder", Some("build"))] },
                { "id": "macro", "deps": [need("of-macro", None)] },
                { "id": "of-macro", "deps": [] },
                { "id": "builder", "deps": [] },
                { "id": "tester", "deps": [] },
            ] },
        });
        let found: Vec<_> = crates(&metadata)
            .expect("the core is there")
            .into_iter()
            .map(|each| (each.name, each.is_inside, each.has_build_script))
            .collect();
        let expected = [
            ("builder", false, false),
            ("inside", true, true),
            ("macro", false, false),
            ("of-macro", false, false),
        ];
        assert_eq!(
            found,
            expected.map(|(name, inside, script)| (name.to_owned(), inside, script))
        );
    }
}
