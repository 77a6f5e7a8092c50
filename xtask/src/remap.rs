//! The compiler's flags for what ships: it writes the paths of sources into panic messages, and those of this machine
//! are nobody's business.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use xshell::cmd;

use crate::setup::WASM_TARGET;
use crate::workspace::Workspace;

/// Between two flags in `CARGO_ENCODED_RUSTFLAGS`, so that a path may have spaces.
const SEPARATOR: &str = "\u{1f}";

/// Stands for the folder of crates, wherever they are from.
const CRATES: &str = "/cargo/registry/src/crates";

/// The flags of this environment, those of `more`, and one for each folder that sources come from.
///
/// As flags of the environment they take the place of those in cargo's own settings: what ships is built alike
/// wherever it is built.
pub fn flags(workspace: &Workspace, more: &[&str]) -> Result<OsString> {
    let mut flags = given(|name| env::var_os(name));
    let folders = folders(workspace)?;
    let of_folders = folders.iter().map(|(folder, name)| flag(folder, name));
    for flag in more.iter().map(OsString::from).chain(of_folders) {
        if !flags.is_empty() {
            flags.push(SEPARATOR);
        }
        flags.push(flag);
    }
    Ok(flags)
}

/// The folders that sources come from, and what stands for each.
fn folders(workspace: &Workspace) -> Result<Vec<(PathBuf, &'static str)>> {
    let shell = &workspace.shell;
    let sysroot = cmd!(shell, "rustc --print sysroot").quiet().read()?;
    let mut folders = vec![
        (Path::new(&sysroot).join("lib/rustlib/src/rust"), "/rust"),
        (workspace.root.clone(), "/copydesk"),
        (workspace.target.clone(), "/target"),
    ];
    let home = cargo_home()?;
    if registries(&home).is_empty() {
        // Cargo would name the folder only while it compiles.
        let target = ["fetch", "--locked", "--target", WASM_TARGET];
        workspace.cargo(target).run()?;
    }
    folders.extend(registries(&home).into_iter().map(|registry| (registry, CRATES)));
    folders.push((home, "/cargo"));
    Ok(innermost_last(folders))
}

/// Cargo names the folder of a registry by its address: another one, for a mirror of the same crates.
fn registries(home: &Path) -> Vec<PathBuf> {
    // None is there where all crates are vendored.
    let entries = fs::read_dir(home.join("registry/src")).into_iter().flatten();
    entries.filter_map(|entry| Some(entry.ok()?.path())).collect()
}

/// Where two hold a path, the later one counts, and any of these may lie in any other, as cargo's folder does in the
/// checkout on some machines that build for others.
fn innermost_last(mut folders: Vec<(PathBuf, &'static str)>) -> Vec<(PathBuf, &'static str)> {
    folders.sort_by_key(|(folder, _)| folder.components().count());
    folders
}

/// Cargo's own folder, for crates and settings.
pub fn cargo_home() -> Result<PathBuf> {
    if let Some(named) = env::var_os("CARGO_HOME").filter(|named| !named.is_empty()) {
        return Ok(named.into());
    }
    let home = env::home_dir().context("this person has no home folder: set CARGO_HOME to cargo's folder")?;
    Ok(home.join(".cargo"))
}

/// What the variables for flags hold; cargo too looks at the encoded one first.
fn given(variable: impl Fn(&str) -> Option<OsString>) -> OsString {
    variable("CARGO_ENCODED_RUSTFLAGS").unwrap_or_else(|| {
        let flags = variable("RUSTFLAGS").unwrap_or_default();
        let flags = flags.to_string_lossy();
        flags
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(SEPARATOR)
            .into()
    })
}

fn flag(folder: &Path, name: &str) -> OsString {
    let mut flag = OsString::from("--remap-path-prefix=");
    flag.push(folder);
    flag.push("=");
    flag.push(name);
    flag
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use super::{flag, given, innermost_last};

    #[test]
    fn flags_that_were_given_stay_and_the_encoded_ones_come_first() {
        let both = |name: &str| {
            Some(
                if name == "RUSTFLAGS" {
                    "-C  a -g"
                } else {
                    "-C\u{1f}b c"
                }
                .into(),
            )
        };
        let plain = |name: &str| (name == "RUSTFLAGS").then(|| " -C  a -g\n".into());
        assert_eq!(given(both), "-C\u{1f}b c");
        assert_eq!(given(plain), "-C\u{1f}a\u{1f}-g");
        assert_eq!(given(|_| None), "");
    }

    #[test]
    fn a_folder_may_have_spaces() {
        let flag = flag(Path::new("/home/ana reyes/.cargo"), "/cargo");
        assert_eq!(flag, "--remap-path-prefix=/home/ana reyes/.cargo=/cargo");
    }

    #[test]
    fn a_folder_within_another_counts_before_it() {
        let listed = [
            ("/b/target/cargo/registry", "d"),
            ("/b/target", "b"),
            ("/b", "a"),
            ("/b/target/cargo", "c"),
        ];
        let folders = listed
            .map(|(folder, name)| (PathBuf::from(folder), name))
            .to_vec();
        let names: Vec<_> = innermost_last(folders)
            .into_iter()
            .map(|(_, name)| name)
            .collect();
        assert_eq!(names, ["a", "b", "c", "d"]);
    }
}
