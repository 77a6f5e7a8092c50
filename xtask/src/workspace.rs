//! Where things lie, and how the tools are started.

use std::env;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use xshell::{Cmd, Shell, cmd};

use crate::remap;

pub struct Workspace {
    pub shell: Shell,
    pub root: PathBuf,
    /// Cargo's build folder, wherever the person's settings put it.
    pub target: PathBuf,
}

impl Workspace {
    pub fn open() -> Result<Self> {
        // As cargo says it now: with one build folder for two checkouts, the other one may have compiled this.
        let own = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
        let root = Path::new(&own)
            .parent()
            .context("xtask has no parent folder")?
            .to_path_buf();
        let shell = Shell::new()?;
        shell.change_dir(&root);
        let cargo = cargo();
        let metadata = cmd!(shell, "{cargo} metadata --no-deps --format-version 1")
            .quiet()
            .read()?;
        let metadata: serde_json::Value = serde_json::from_str(&metadata)?;
        let target = metadata["target_directory"]
            .as_str()
            .context("cargo metadata names no target folder")?;
        Ok(Self {
            target: target.into(),
            shell,
            root,
        })
    }

    /// A cargo of the same toolchain as the one that runs us.
    pub fn cargo<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> Cmd<'_> {
        self.shell.cmd(cargo()).args(arguments).quiet()
    }

    /// A cargo for what ships: no path of this machine gets into it, neither a person's name nor anything else that
    /// would make two builds of the same source differ. The compiler gets `more` flags.
    pub fn shipping_cargo<S: AsRef<OsStr>>(
        &self,
        arguments: impl IntoIterator<Item = S>,
        more: &[&str],
    ) -> Result<Cmd<'_>> {
        let flags = remap::flags(self, more)?;
        Ok(self.cargo(arguments).env("CARGO_ENCODED_RUSTFLAGS", flags))
    }

    pub fn git<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> Cmd<'_> {
        self.shell.cmd("git").args(arguments).quiet()
    }

    pub fn npm(&self) -> Cmd<'_> {
        self.shell.cmd(on_windows("npm", "npm.cmd")).quiet()
    }

    /// A command that an npm package brings.
    pub fn npm_command(&self, name: &str) -> Cmd<'_> {
        let file = if cfg!(windows) {
            format!("{name}.cmd")
        } else {
            name.to_owned()
        };
        self.shell
            .cmd(self.root.join("node_modules/.bin").join(file))
            .quiet()
    }

    pub fn node(&self, script: &str) -> Cmd<'_> {
        self.shell.cmd("node").arg(script).quiet()
    }

    /// The built command `copydesk`.
    pub fn command(&self) -> PathBuf {
        self.target
            .join("release")
            .join(on_windows("copydesk", "copydesk.exe"))
    }

    pub fn generated(&self) -> PathBuf {
        self.root.join("pkg/generated")
    }
}

/// One line for each long step, so that a person knows what is being waited for.
pub fn say(step: &str) {
    println!("\u{2192} {step}");
}

fn cargo() -> OsString {
    env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

fn on_windows(elsewhere: &'static str, windows: &'static str) -> &'static str {
    if cfg!(windows) { windows } else { elsewhere }
}
