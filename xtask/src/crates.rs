//! What the crates hold that are published: the code, and no more.

use anyhow::{Result, ensure};

use crate::workspace::Workspace;

const CRATES: [&str; 2] = ["copydesk", "copydesk-cli"];

/// What stands at the root of each, beside `src/`. Cargo adds the first four.
const AT_ROOT: [&str; 8] = [
    ".cargo_vcs_info.json",
    "Cargo.lock",
    "Cargo.toml",
    "Cargo.toml.orig",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "NOTICE",
    "README.md",
];

pub fn check(workspace: &Workspace) -> Result<()> {
    for name in CRATES {
        let arguments = [
            "package",
            "--list",
            "--allow-dirty",
            "--offline",
            "--package",
            name,
        ];
        let list = workspace.cargo(arguments).ignore_stderr().read()?;
        let files: Vec<String> = list.lines().map(|file| file.replace('\\', "/")).collect();
        // Cargo's own files are not there in every checkout.
        for wanted in ["src/", "README.md", "LICENSE-MIT", "LICENSE-APACHE", "NOTICE"] {
            let is_there = files.iter().any(|file| file.starts_with(wanted));
            ensure!(
                is_there,
                "the crate {name} has no {wanted}; see `include` in its Cargo.toml"
            );
        }
        let stray: Vec<&str> = files
            .iter()
            .map(String::as_str)
            .filter(|file| is_stray(file))
            .collect();
        ensure!(
            stray.is_empty(),
            "the crate {name} would hold {}; see `include` in its Cargo.toml",
            stray.join(", ")
        );
    }
    Ok(())
}

fn is_stray(file: &str) -> bool {
    !file.starts_with("src/") && !AT_ROOT.contains(&file)
}
