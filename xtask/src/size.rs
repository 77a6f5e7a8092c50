//! What each dependency and each table costs in the WebAssembly.
//!
//! The module is made once more with its functions' names, and every function is counted for the crate, or the module
//! of the core, that its name begins with. What the compiler has inlined counts for the function that it went into.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::ops::Range;

use anyhow::{Context, Result};
use serde_json::json;
use wasmparser::{KnownCustom, Name, Parser, Payload};

use crate::workspace::{Workspace, say};
use crate::{build, fresh, package};

/// The tables that the core includes as files, and so are found in the module.
const TABLES: [&str; 5] = [
    "src/language/function_words.txt",
    "src/model/markup-weights.bin",
    "src/model/weights.bin",
    "src/patterns/phrases.txt",
    "src/source/html/references.txt",
];

const EDGE: &str = "the edge to JavaScript";

/// Crates that are parts of one thing: a row of their own would say nothing.
const TOGETHER: [(&str, &[&str]); 4] = [
    (
        "the standard library",
        &[
            "std",
            "core",
            "alloc",
            "hashbrown",
            "dlmalloc",
            "compiler_builtins",
            "rustc_demangle",
        ],
    ),
    (
        "regex",
        &[
            "regex",
            "regex_automata",
            "regex_syntax",
            "aho_corasick",
            "memchr",
        ],
    ),
    (EDGE, &["wasm_bindgen", "js_sys", "web_sys", "serde_wasm_bindgen"]),
    ("serde, postcard", &["serde", "serde_core", "postcard", "cobs"]),
];

type Ranges = Vec<Range<usize>>;

pub fn run(workspace: &Workspace) -> Result<()> {
    build::everything(workspace)?;
    say("making the WebAssembly once more, with names");
    let wasm = package::named_module(workspace)?;
    let (groups, end) = groups(workspace, &wasm)?;

    let folder = fresh::cache(workspace).join("size");
    let (module, ranges) = (folder.join("named.wasm"), folder.join("groups.json"));
    // The names stand behind the constants, and are not shipped.
    fresh::write(&module, &wasm[..end])?;
    let listed: Vec<_> = groups
        .iter()
        .map(|(name, ranges)| {
            let ranges: Vec<_> = ranges.iter().map(|range| [range.start, range.end]).collect();
            json!({ "name": name, "ranges": ranges })
        })
        .collect();
    fresh::write(&ranges, serde_json::to_string(&listed)?.as_bytes())?;
    workspace
        .node("xtask/scripts/costs.mjs")
        .arg(module)
        .arg(ranges)
        .run()?;
    Ok(())
}

/// The bytes of the module, by what they are for, and where the constants end.
fn groups(workspace: &Workspace, wasm: &[u8]) -> Result<(BTreeMap<String, Ranges>, usize)> {
    let mut names: HashMap<u32, String> = HashMap::new();
    let mut bodies: Ranges = Vec::new();
    let mut imported = 0;
    let mut end = 0;
    let mut groups: BTreeMap<String, Ranges> = BTreeMap::new();
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    imported += u32::from(matches!(import?.ty, wasmparser::TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.range()),
            Payload::DataSection(section) => {
                end = section.range().end;
                add_tables(workspace, wasm, &section.range(), &mut groups)?;
            }
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(section) = section.as_known() {
                    for subsection in section {
                        if let Name::Function(functions) = subsection? {
                            for function in functions {
                                let function = function?;
                                let name = rustc_demangle::demangle(function.name);
                                names.insert(function.index, format!("{name:#}"));
                            }
                        }
                    }
                }
            }
            _ => {}
        }
    }
    for (index, body) in (imported..).zip(bodies) {
        let name = names.get(&index).context("a function has no name")?;
        groups.entry(group(name)).or_default().push(body);
    }
    Ok((groups, end))
}

fn add_tables(
    workspace: &Workspace,
    wasm: &[u8],
    data: &Range<usize>,
    groups: &mut BTreeMap<String, Ranges>,
) -> Result<()> {
    let mut rest: Ranges = vec![data.clone()];
    for table in TABLES {
        let bytes = fs::read(workspace.root.join(table)).with_context(|| format!("cannot read {table}"))?;
        let start = wasm[data.clone()]
            .windows(bytes.len())
            .position(|window| window == bytes)
            .with_context(|| format!("{table} is not in the WebAssembly as it is: see TABLES in size.rs"))?;
        let found = data.start + start..data.start + start + bytes.len();
        rest = rest.iter().flat_map(|range| without(range, &found)).collect();
        groups.insert(table.to_owned(), vec![found]);
    }
    groups.insert("other constants: patterns, texts, numbers".to_owned(), rest);
    Ok(())
}

fn without(range: &Range<usize>, hole: &Range<usize>) -> Vec<Range<usize>> {
    let parts = [
        range.start..range.end.min(hole.start),
        range.start.max(hole.end)..range.end,
    ];
    parts.into_iter().filter(|part| part.start < part.end).collect()
}

/// What a function is counted for: its crate, or of the core `copydesk::` and the module. Of `<T as Trait>`, where the
/// type is of no crate, the trait's.
fn group(name: &str) -> String {
    let name = name.trim_start_matches(['<', '&', '[', '(', '*', ' ']);
    let name = name
        .strip_prefix("mut ")
        .or(name.strip_prefix("dyn "))
        .unwrap_or(name);
    let path = match name.split_once(" as ") {
        Some((of, path)) if !of.contains("::") => path,
        _ => name,
    };
    let mut parts = path
        .split(|c: char| !(c.is_alphanumeric() || c == '_'))
        .filter(|part| !part.is_empty());
    let (first, second) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    if first == "copydesk" {
        return format!("copydesk::{second}");
    }
    if first.starts_with("__wbindgen") {
        return EDGE.to_owned();
    }
    if !path.contains("::") {
        return "without a crate in the name".to_owned();
    }
    TOGETHER
        .iter()
        .find(|(_, crates)| crates.contains(&first))
        .map_or(first, |(name, _)| name)
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::{group, without};

    #[test]
    fn a_function_counts_for_the_crate_that_its_name_begins_with() {
        for (name, expected) in [
            ("copydesk::dates::read", "copydesk::dates"),
            (
                "<copydesk::model::net::Net as core::fmt::Debug>::fmt",
                "copydesk::model",
            ),
            (
                "<&mut html5gum::Tokenizer<R> as core::iter::Iterator>::next",
                "html5gum",
            ),
            ("core::ptr::drop_in_place<regex::Regex>", "the standard library"),
            ("regex_automata::nfa::compile", "regex"),
            ("__wbindgen_malloc", "the edge to JavaScript"),
            ("<T as core::convert::Into<U>>::into", "the standard library"),
            ("memcpy", "without a crate in the name"),
        ] {
            assert_eq!(group(name), expected, "{name}");
        }
    }

    #[test]
    fn a_table_is_taken_out_of_the_constants() {
        assert_eq!(without(&(0..10), &(2..4)), [0..2, 4..10]);
        assert_eq!(without(&(0..10), &(0..10)), []);
        assert_eq!(without(&(0..2), &(4..6)).len(), 1);
    }
}
