//! Everything that ships, in the order in which one part needs another.

use anyhow::Result;

use crate::workspace::{Workspace, say};
use crate::{package, setup};

pub fn everything(workspace: &Workspace) -> Result<()> {
    web(workspace)?;
    say("compiling the command");
    workspace
        .shipping_cargo(["build", "--release", "--package", "copydesk-cli"], &[])?
        .run()?;
    workspace
        .node("xtask/scripts/sizes.mjs")
        .arg(workspace.command())
        .run()?;
    Ok(())
}

/// The package, the page and the extension.
pub fn web(workspace: &Workspace) -> Result<()> {
    setup::wasm_target(workspace)?;
    setup::npm_packages(workspace)?;
    package::build(workspace)?;
    say("bundling the page into dist/");
    Ok(workspace.node("xtask/scripts/page.mjs").run()?)
}
