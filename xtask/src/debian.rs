//! What Debian packages, installed where it is missing.

use anyhow::{Context, Result, ensure};
use xshell::cmd;

use crate::workspace::{Workspace, say};

/// Installs Debian's package.
pub fn install(workspace: &Workspace, package: &str) -> Result<()> {
    let shell = &workspace.shell;
    let works = |program: &str, arguments: &[&str]| {
        shell
            .cmd(program)
            .args(arguments)
            .quiet()
            .ignore_stdout()
            .ignore_stderr()
            .run()
            .is_ok()
    };
    ensure!(
        works("apt-get", &["--version"]),
        "{package} was not found, and there is no apt-get to install it with"
    );
    let root = cmd!(shell, "id -u").quiet().read().is_ok_and(|id| id == "0");
    let sudo: &[&str] = if root { &[] } else { &["sudo", "-n"] };
    ensure!(
        root || works("sudo", &["-n", "true"]),
        "{package} was not found, and installing it with apt-get takes a password"
    );
    say(&format!("installing Debian's package {package}"));
    cmd!(shell, "env {sudo...} apt-get update -qq").quiet().run()?;
    let quietly = "DEBIAN_FRONTEND=noninteractive";
    cmd!(
        shell,
        "env {sudo...} env {quietly} apt-get install -y -qq --no-install-recommends {package}"
    )
    .quiet()
    .run()
    .with_context(|| format!("Debian's {package} could not be installed"))
}
