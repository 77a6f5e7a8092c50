//! Programs that a check needs and that Debian has as packages.

use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use xshell::cmd;

use crate::workspace::{Workspace, say};

/// Installs Debian's package of this name.
///
/// # Errors
/// Where there is no apt-get, or it takes a password.
pub fn install(workspace: &Workspace, package: &str) -> Result<()> {
    let shell = &workspace.shell;
    if !runs(workspace, "apt-get", &["--version"]) {
        bail!("{package} was not found, and there is no apt-get to install it with");
    }
    let root = cmd!(shell, "id -u").quiet().read().is_ok_and(|id| id == "0");
    let sudo: &[&str] = if root { &[] } else { &["sudo", "-n"] };
    if !root && !runs(workspace, "sudo", &["-n", "true"]) {
        bail!("{package} was not found, and installing it with apt-get takes a password");
    }
    say(&format!("installing Debian's package {package}"));
    cmd!(shell, "env {sudo...} apt-get update -qq").quiet().run()?;
    let quietly = "DEBIAN_FRONTEND=noninteractive";
    cmd!(
        shell,
        "env {sudo...} env {quietly} apt-get install -y -qq --no-install-recommends {package}"
    )
    .quiet()
    .run()?;
    Ok(())
}

/// Brings valgrind, which counts instructions, where it is missing.
///
/// # Errors
/// Where it cannot be had: it is for Linux.
pub fn valgrind(workspace: &Workspace) -> Result<()> {
    let is_there = || runs(workspace, "valgrind", &["--version"]);
    if !is_there() {
        install(workspace, "valgrind")
            .context("instructions are counted by valgrind: install it, on Linux")?;
        ensure!(is_there(), "Debian's valgrind is installed but does not start");
    }
    Ok(())
}

/// Whether this program is there and runs.
pub fn runs(workspace: &Workspace, program: impl AsRef<Path>, arguments: &[&str]) -> bool {
    let shell = &workspace.shell;
    cmd!(shell, "{program} {arguments...}")
        .quiet()
        .ignore_stdout()
        .ignore_stderr()
        .run()
        .is_ok()
}
