//! What the build needs on the machine: the wasm target, Node, the npm packages.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use xshell::cmd;

use crate::fresh::Stamp;
use crate::workspace::{Workspace, say};

pub const WASM_TARGET: &str = "wasm32-unknown-unknown";
const OLDEST_NODE: (u32, u32) = (20, 19);
const GET_NODE: &str = "install Node 20.19 or later, from https://nodejs.org for example";

/// The toolchain file names the target, but a rustup that is told not to install things does not bring it.
pub fn wasm_target(workspace: &Workspace) -> Result<()> {
    let shell = &workspace.shell;
    let sysroot = cmd!(shell, "rustc --print sysroot").quiet().read()?;
    if Path::new(&sysroot).join("lib/rustlib").join(WASM_TARGET).is_dir() {
        return Ok(());
    }
    say(&format!("adding the Rust target {WASM_TARGET}"));
    cmd!(shell, "rustup target add {WASM_TARGET}")
        .quiet()
        .run()
        .with_context(|| {
            format!(
                "this Rust has no target {WASM_TARGET} and rustup could not add it; install Rust with rustup"
            )
        })
}

/// rustfmt and clippy, for the checks.
pub fn rust_components(workspace: &Workspace) -> Result<()> {
    for component in ["fmt", "clippy"] {
        let present = workspace
            .cargo([component, "--version"])
            .ignore_stdout()
            .ignore_stderr()
            .run()
            .is_ok();
        if !present {
            say("adding the Rust components rustfmt and clippy");
            let shell = &workspace.shell;
            return cmd!(shell, "rustup component add rustfmt clippy").quiet().run().context(
                "the checks need rustfmt and clippy and rustup could not add them; install Rust with rustup",
            );
        }
    }
    Ok(())
}

/// Node itself, and exactly the packages that the lock file names.
pub fn npm_packages(workspace: &Workspace) -> Result<()> {
    let shell = &workspace.shell;
    let found = cmd!(shell, "node --version").quiet().ignore_stderr().read();
    let Ok(found) = found else {
        bail!("Node is not on the search path: {GET_NODE}")
    };
    let version = node_version(&found)
        .with_context(|| format!("`node --version` says {found:?}, which is no version: {GET_NODE}"))?;
    ensure!(version >= OLDEST_NODE, "Node {found} is too old: {GET_NODE}");

    install(workspace, "", "npm")
}

/// The tools that the package is tried with. They are many and large, and nothing but that test needs them.
pub fn consumers_packages(workspace: &Workspace) -> Result<()> {
    install(workspace, "tests/consumers", "npm-consumers")
}

/// Exactly what the lock file of this folder names.
fn install(workspace: &Workspace, folder: &str, stamp: &str) -> Result<()> {
    let lock = Path::new(folder).join("package-lock.json");
    let folder = workspace.root.join(folder);
    let read = |file: &str| {
        let file = folder.join(file);
        fs::read(&file).with_context(|| format!("cannot read {}", file.display()))
    };
    let inputs = [read("package-lock.json")?, read("package.json")?];
    let stamp = Stamp::new(workspace, stamp, &[&inputs[0], &inputs[1]]);
    if folder.join("node_modules").is_dir() && stamp.is_current() {
        return Ok(());
    }
    say(&format!("installing the npm packages of {}", lock.display()));
    // No package here needs its install script.
    let _here = workspace.shell.push_dir(&folder);
    workspace
        .npm()
        .args(["ci", "--ignore-scripts", "--loglevel=error"])
        .run()?;
    stamp.set()
}

/// A program that is a crate, in this version, in `target/tools/bin`; got, and compiled, where it is not there: that takes
/// minutes, once.
pub fn cargo_tool(workspace: &Workspace, name: &str, version: &str) -> Result<PathBuf> {
    let tools = workspace.target.join("tools");
    let command = tools
        .join("bin")
        .join(name)
        .with_extension(env::consts::EXE_EXTENSION);
    let shell = &workspace.shell;
    let said = cmd!(shell, "{command} --version").quiet().ignore_stderr();
    if command.is_file()
        && said
            .read()
            .is_ok_and(|said| said.ends_with(&format!(" {version}")))
    {
        return Ok(command);
    }
    say(&format!("installing {name} {version} into {}", tools.display()));
    fs::create_dir_all(&tools).with_context(|| format!("cannot make the folder {}", tools.display()))?;
    workspace
        .cargo(["install", "--locked", "--quiet", "--force", "--root"])
        .arg(&tools)
        .arg(format!("{name}@{version}"))
        .run()
        .with_context(|| format!("{name} could not be installed from its crate"))?;
    Ok(command)
}

fn node_version(text: &str) -> Option<(u32, u32)> {
    let mut parts = text.trim().strip_prefix('v')?.split('.');
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::{OLDEST_NODE, node_version};

    #[test]
    fn node_versions_compare_by_number_not_by_letter() {
        assert_eq!(node_version("v20.19.0\n"), Some((20, 19)));
        assert!(node_version("v20.9.5") < Some(OLDEST_NODE));
        assert!(node_version("v22.1.0") > Some(OLDEST_NODE));
        assert!(node_version("v100.0.0-nightly") > Some(OLDEST_NODE));
        assert_eq!(node_version("command not found"), None);
    }
}
