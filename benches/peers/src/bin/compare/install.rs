//! What each peer needs, put into a folder of its own under the build folder.

use std::cell::OnceCell;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::{self, Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, anyhow, bail, ensure};

use crate::own_folder;
use crate::peers::{Peer, Program};
use crate::process::Process;

/// What lies beside the npm packages, so that it finds them.
const FILES: [&str; 5] = [
    "package.json",
    "package-lock.json",
    "asked.mjs",
    "peers.mjs",
    "chromium.mjs",
];

/// Where things lie.
pub struct Places {
    /// Everything that is made goes in here.
    pub target: PathBuf,
    own: PathBuf,
    /// The npm packages are installed together, once.
    node: OnceCell<std::result::Result<PathBuf, String>>,
}

/// A peer that can be started.
pub struct Installed {
    name: &'static str,
    program: PathBuf,
    /// What stands before the file of the pages, and behind it.
    before: Vec<OsString>,
    after: Vec<OsString>,
}

impl Installed {
    /// Starts it on the pages of this file.
    pub fn start(&self, pages: &Path) -> Result<Process> {
        let mut command = Command::new(&self.program);
        command.args(&self.before).arg(pages).args(&self.after);
        Process::start(command, &pages.with_extension(format!("{}.txt", self.name)))
    }
}

impl Places {
    pub fn new(target: &Path) -> Result<Self> {
        // What is built is built in the crate's folder.
        let target = path::absolute(target)?;
        fs::create_dir_all(&target)
            .with_context(|| format!("cannot make the folder {}", target.display()))?;
        Ok(Self {
            target,
            own: own_folder(),
            node: OnceCell::new(),
        })
    }

    /// Gets what the peer needs.
    pub fn install(&self, peer: &Peer) -> Result<Installed> {
        let installed = |program: PathBuf, before: Vec<OsString>, after: Vec<OsString>| Installed {
            name: peer.name,
            program,
            before,
            after,
        };
        Ok(match &peer.program {
            Program::Rust {
                name,
                has_feature,
                arguments,
            } => {
                let after = arguments.iter().map(Into::into).collect();
                installed(self.build(name, *has_feature)?, Vec::new(), after)
            }
            Program::Python { function, packages } => {
                let before = vec![self.own.join("peers.py").into(), function.into()];
                installed(self.python(packages)?, before, Vec::new())
            }
            Program::Script {
                script,
                function,
                package,
            } => {
                let copydesk = self.own.join("../../pkg");
                let is_built = copydesk.join("generated").is_dir();
                ensure!(
                    package.is_some() || is_built,
                    "the package is not built; `cargo xtask build` does that"
                );
                let before = vec![self.node()?.join(script.file()).into(), function.into()];
                installed("node".into(), before, vec![copydesk.join("index.js").into()])
            }
        })
    }

    fn build(&self, name: &str, has_feature: bool) -> Result<PathBuf> {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut command = Command::new(cargo);
        command.args(["build", "--release", "--locked", "--bin", name]);
        command
            .arg("--target-dir")
            .arg(&self.target)
            .current_dir(&self.own);
        if has_feature {
            command.args(["--features", name]);
        }
        run(&mut command)?;
        Ok(self
            .target
            .join("release")
            .join(name)
            .with_extension(std::env::consts::EXE_EXTENSION))
    }

    fn python(&self, packages: &[&str]) -> Result<PathBuf> {
        let folder = self.target.join("python");
        let (programs, system) = if cfg!(windows) {
            ("Scripts", "python")
        } else {
            ("bin", "python3")
        };
        let python = folder.join(programs).join("python");
        if !folder.join("pyvenv.cfg").is_file() {
            run(Command::new(system).args(["-m", "venv"]).arg(&folder))?;
        }
        let mut install = Command::new(&python);
        install.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]);
        // As wheels: where there is none for this Python, compiling one would need more than can be told here.
        install.args(["--only-binary", ":all:", "--constraint"]);
        run(install.arg(self.own.join("python.txt")).args(packages))?;
        Ok(python)
    }

    /// The folder with the npm packages, and with the scripts beside them.
    fn node(&self) -> Result<&Path> {
        let install = || {
            let folder = self.target.join("node");
            fs::create_dir_all(&folder)?;
            for file in FILES {
                fs::copy(self.own.join(file), folder.join(file))
                    .with_context(|| format!("cannot copy {file}"))?;
            }
            let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
            let arguments = [
                "ci",
                "--ignore-scripts",
                "--no-audit",
                "--no-fund",
                "--loglevel=error",
            ];
            run(Command::new(npm).args(arguments).current_dir(&folder))?;
            Ok(folder)
        };
        let installed = self
            .node
            .get_or_init(|| install().map_err(|error: anyhow::Error| format!("{error:#}")));
        installed.as_deref().map_err(|error| anyhow!(error.clone()))
    }
}

/// Runs it in silence; the end of what it said where it fails.
fn run(command: &mut Command) -> Result<()> {
    let program = command.get_program().to_string_lossy().into_owned();
    let output = command
        .stdin(Stdio::null())
        .output()
        .with_context(|| format!("{program} cannot be run; is it installed?"))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        let arguments: Vec<_> = command.get_args().map(OsStr::to_string_lossy).collect();
        bail!("`{program} {}` failed: {}", arguments.join(" "), last_line(&said));
    }
    Ok(())
}

/// What is wrong stands last, mostly.
pub fn last_line(said: &str) -> &str {
    let mut lines = said.lines().rev();
    lines.find(|line| !line.trim().is_empty()).unwrap_or("in silence")
}
