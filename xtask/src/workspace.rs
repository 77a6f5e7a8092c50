//! Where things lie, and how the tools are started.

use std::env;
use std::ffi::OsString;
use std::path::{self, Path, PathBuf};

use anyhow::{Context, Result};
use xshell::{Cmd, Shell, cmd};

pub struct Workspace {
    pub shell: Shell,
    pub root: PathBuf,
    /// Cargo's build folder, wherever the person's settings put it.
    pub target: PathBuf,
}

impl Workspace {
    pub fn open() -> Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
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
    pub fn cargo<S: AsRef<std::ffi::OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> Cmd<'_> {
        self.shell.cmd(cargo()).args(arguments).quiet()
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

    pub fn evaluate(&self, arguments: &[OsString]) -> Result<()> {
        // A folder is named from where the person stands; the evaluation runs at the root.
        let from_here = |argument: &OsString| match path::absolute(argument) {
            Ok(folder) if folder.is_dir() => folder.into_os_string(),
            _ => argument.clone(),
        };
        say("compiling and running the evaluation");
        let run = [
            "run",
            "--release",
            "--package",
            "copydesk-training",
            "--bin",
            "evaluate",
            "--",
        ];
        Ok(self.cargo(run).args(arguments.iter().map(from_here)).run()?)
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
