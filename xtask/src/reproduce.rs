//! Whether the package and the page are the same wherever they are built: two clones of what is committed are built apart
//! and compared byte by byte.
//!
//! The first is as people have it, with their own cargo folder and a build folder elsewhere. The second lies deeper, in
//! a path with a space, and has both folders within itself, as machines that build for others often do.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::Path;
use std::process;

use anyhow::{Context, Result, ensure};

use crate::remap;
use crate::workspace::{Workspace, say};

const FOLDERS: [&str; 2] = ["a", "another place/of a longer name"];
/// In its folder, each clone.
const CHECKOUT: &str = "copydesk";

/// What is compared, each a folder in the clone; the last has the package as it would be published.
const SHIPPED: [&str; 4] = ["pkg/generated", "dist", "dist-extension", PACKED];
/// Within what git ignores.
const PACKED: &str = "target/packed";

/// So much of a text is shown where two begin to differ, in bytes.
const SHOWN: usize = 60;

type Files = BTreeMap<String, Vec<u8>>;

pub fn run(workspace: &Workspace) -> Result<()> {
    let changed = workspace.git(["status", "--porcelain"]).read()?;
    if !changed.is_empty() {
        println!("what is not committed is not in the clones:\n{changed}");
    }
    let folder = env::temp_dir().join(format!("copydesk-{}", process::id()));
    let [first, second] = FOLDERS.map(|name| folder.join(name));
    let home = remap::cargo_home()?;
    let one = build(workspace, &first, &first.join("build"), &home)?;
    let within = second.join(CHECKOUT).join("target");
    let other = build(workspace, &second, &within, &within.join("cargo"))?;
    let differences = differences(&one, &other);
    ensure!(
        differences.is_empty(),
        "the two builds in {} differ:\n{}",
        folder.display(),
        differences.join("\n")
    );
    let bytes: usize = one.values().map(Vec::len).sum();
    println!("the same from both: {} files, {bytes} bytes", one.len());
    fs::remove_dir_all(&folder).with_context(|| format!("cannot remove {}", folder.display()))
}

/// What ships, of a clone in this folder, built by the steps of this program.
fn build(workspace: &Workspace, folder: &Path, target: &Path, home: &Path) -> Result<Files> {
    let checkout = folder.join(CHECKOUT);
    say(&format!("building in {}", checkout.display()));
    make(folder)?;
    workspace
        .git(["clone", "--quiet"])
        .arg(&workspace.root)
        .arg(&checkout)
        .run()?;
    settle(home)?;
    let _there = workspace.shell.push_dir(&checkout);
    let steps = env::current_exe().context("this program cannot be found again")?;
    workspace
        .shell
        .cmd(steps)
        .args(["build", "--web"])
        .quiet()
        .env("CARGO_MANIFEST_DIR", checkout.join("xtask"))
        .env("CARGO_HOME", home)
        .env("CARGO_TARGET_DIR", target)
        .run()?;
    let changed = workspace.git(["status", "--porcelain"]).read()?;
    ensure!(
        changed.is_empty(),
        "the build has changed files that git knows, or left some that it does not: a lock file is out of step?\n{changed}"
    );
    pack(workspace, &checkout)?;
    let mut files = Files::new();
    for name in SHIPPED {
        gather(&checkout.join(name), name, &mut files)?;
    }
    Ok(files)
}

/// A new cargo folder gets a person's settings, as those may name the place that crates come from.
fn settle(home: &Path) -> Result<()> {
    let settings = remap::cargo_home()?.join("config.toml");
    if home.exists() || !settings.is_file() {
        return Ok(());
    }
    make(home)?;
    fs::copy(&settings, home.join("config.toml"))
        .with_context(|| format!("cannot copy {}", settings.display()))?;
    Ok(())
}

fn make(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).with_context(|| format!("cannot make the folder {}", folder.display()))
}

/// The package's tarball, as npm would publish it; what it has packed npm says itself.
fn pack(workspace: &Workspace, checkout: &Path) -> Result<()> {
    let into = checkout.join(PACKED);
    make(&into)?;
    let _there = workspace.shell.push_dir(checkout.join("pkg"));
    let said = workspace
        .npm()
        .args(["pack", "--json", "--pack-destination"])
        .arg(&into)
        .read()?;
    let said: serde_json::Value = serde_json::from_str(&said).context("npm pack gave no JSON")?;
    let integrity = said[0]["integrity"].as_str();
    println!(
        "the package: {}",
        integrity.context("npm pack told no integrity")?
    );
    Ok(())
}

fn gather(folder: &Path, name: &str, files: &mut Files) -> Result<()> {
    let unread = || format!("cannot read {}", folder.display());
    for entry in fs::read_dir(folder).with_context(unread)? {
        let path = entry.with_context(unread)?.path();
        let inner = format!("{name}/{}", path.file_name().unwrap_or_default().display());
        if path.is_dir() {
            gather(&path, &inner, files)?;
        } else {
            let content = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
            files.insert(inner, content);
        }
    }
    Ok(())
}

/// In words, one for each file.
fn differences(one: &Files, other: &Files) -> Vec<String> {
    let mut names: Vec<&String> = one.keys().chain(other.keys()).collect();
    names.sort();
    names.dedup();
    names
        .into_iter()
        .filter_map(|name| match (one.get(name), other.get(name)) {
            (Some(first), Some(second)) => difference(first, second).map(|words| format!("{name}: {words}")),
            (Some(_), None) => Some(format!("{name} is in the first alone")),
            _ => Some(format!("{name} is in the second alone")),
        })
        .collect()
}

fn difference(first: &[u8], second: &[u8]) -> Option<String> {
    if first == second {
        return None;
    }
    let at = first
        .iter()
        .zip(second)
        .take_while(|(one, other)| one == other)
        .count();
    let begin = at.saturating_sub(SHOWN / 2);
    let around = |bytes: &[u8]| {
        let end = bytes.len().min(at + SHOWN / 2);
        bytes[begin.min(end)..end].escape_ascii().to_string()
    };
    Some(format!(
        "{} and {} bytes, not the same from byte {at} on:\n  {}\n  {}",
        first.len(),
        second.len(),
        around(first),
        around(second)
    ))
}

#[cfg(test)]
mod tests {
    use super::{Files, difference, differences};

    fn files(all: &[(&str, &[u8])]) -> Files {
        let own = |(name, content): &(&str, &[u8])| ((*name).to_owned(), content.to_vec());
        all.iter().map(own).collect()
    }

    #[test]
    fn what_differs_is_named_with_where_it_begins() {
        let one = files(&[("a", b"same"), ("b", b"/home/ana"), ("c", b"")]);
        let other = files(&[("a", b"same"), ("b", b"/home/ines"), ("d", b"")]);
        let found = differences(&one, &other);
        assert_eq!(found.len(), 3);
        assert!(
            found[0]
                .starts_with("b: 9 and 10 bytes, not the same from byte 6 on:\n  /home/ana\n  /home/ines")
        );
        assert_eq!(
            found[1..],
            ["c is in the first alone", "d is in the second alone"]
        );
        assert_eq!(differences(&one, &one), [""; 0]);
    }

    #[test]
    fn a_file_that_is_the_beginning_of_the_other_differs_at_its_end() {
        let words = difference(b"abc", b"abcd").expect("they differ");
        assert!(
            words.starts_with("3 and 4 bytes, not the same from byte 3 on"),
            "{words}"
        );
        let long = [b'x'; 500];
        assert!(
            difference(&long, b"x")
                .expect("they differ")
                .contains("from byte 1 on")
        );
    }
}
