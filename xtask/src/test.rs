//! Every test there is: format and lints, Rust, wasm, Node, a real browser.

use std::fs;
use std::path::PathBuf;
use std::time::Instant;

use anyhow::{Context, Result, bail, ensure};
use xshell::Cmd;

use crate::setup::{self, WASM_TARGET};
use crate::workspace::{Workspace, say};
use crate::{build, chromium, crates, growth, instructions, supply};

type Check = (&'static str, fn(&Workspace) -> Result<()>);

const CHECKS: [Check; 9] = [
    ("rustfmt", rustfmt),
    ("Biome", biome),
    ("clippy", clippy),
    ("clippy on the wasm target", clippy_on_wasm),
    ("the crates' files", crates::check),
    ("what is in the WebAssembly", supply::check),
    ("the Rust tests", rust_tests),
    ("growth of the instructions", growth::check),
    ("the build", build::everything),
];
/// These use what the build made.
const CHECKS_OF_THE_BUILD: [Check; 5] = [
    ("instructions a page", instructions::check),
    ("TypeScript", typescript),
    ("the Node tests", node_tests),
    ("the browser tests", browser_tests),
    ("the consumers' tests", consumers_tests),
];

pub fn everything(workspace: &Workspace) -> Result<()> {
    let started = Instant::now();
    // A wrong path is told now, not after the minutes that come before the browser tests.
    chromium::named()?;
    setup::rust_components(workspace)?;
    setup::wasm_target(workspace)?;
    setup::npm_packages(workspace)?;
    let mut failed = run(workspace, &CHECKS);
    if failed.contains(&"the build") {
        let names: Vec<_> = CHECKS_OF_THE_BUILD.iter().map(|(name, _)| *name).collect();
        eprintln!("not run, as they need the build: {}", names.join(", "));
    } else {
        failed.extend(run(workspace, &CHECKS_OF_THE_BUILD));
    }
    let minutes = started.elapsed().as_secs_f64() / 60.0;
    ensure!(
        failed.is_empty(),
        "failed: {} ({minutes:.1} minutes)",
        failed.join(", ")
    );
    println!("all passed ({minutes:.1} minutes)");
    Ok(())
}

pub fn format(workspace: &Workspace) -> Result<()> {
    setup::rust_components(workspace)?;
    setup::npm_packages(workspace)?;
    workspace.cargo(["fmt", "--all"]).run()?;
    workspace.npm_command("biome").args(["check", "--write"]).run()?;
    Ok(())
}

/// Runs all of them, so that one failure does not hide the next.
fn run(workspace: &Workspace, checks: &[Check]) -> Vec<&'static str> {
    let mut failed = Vec::new();
    for (name, check) in checks {
        say(&format!("checking: {name}"));
        if let Err(error) = check(workspace) {
            eprintln!("{name}: {error:#}");
            failed.push(*name);
        }
    }
    failed
}

fn rustfmt(workspace: &Workspace) -> Result<()> {
    Ok(workspace.cargo(["fmt", "--all", "--check"]).run()?)
}

fn biome(workspace: &Workspace) -> Result<()> {
    Ok(workspace
        .npm_command("biome")
        .args(["ci", "--error-on-warnings"])
        .run()?)
}

fn clippy(workspace: &Workspace) -> Result<()> {
    let arguments = [
        "clippy",
        "--workspace",
        "--all-targets",
        "--",
        "--deny",
        "warnings",
    ];
    Ok(workspace.cargo(arguments).run()?)
}

fn clippy_on_wasm(workspace: &Workspace) -> Result<()> {
    let arguments = [
        "clippy",
        "--package",
        "copydesk",
        "--lib",
        "--target",
        WASM_TARGET,
        "--",
        "--deny",
        "warnings",
    ];
    Ok(workspace.cargo(arguments).run()?)
}

/// Unit, integration and documentation tests.
fn rust_tests(workspace: &Workspace) -> Result<()> {
    Ok(workspace.cargo(["test", "--workspace"]).run()?)
}

/// The package's hand-written types, and the types in the comments of the scripts.
fn typescript(workspace: &Workspace) -> Result<()> {
    for project in [".", "tests/types", "www/host/tsconfig.json", "www/extension"] {
        workspace.npm_command("tsc").args(["--project", project]).run()?;
    }
    Ok(())
}

fn node_tests(workspace: &Workspace) -> Result<()> {
    let files = test_files(workspace, "tests/node")?;
    Ok(node_runner(workspace, files).run()?)
}

fn browser_tests(workspace: &Workspace) -> Result<()> {
    tests_in_a_browser(workspace, "tests/browser")
}

/// The packed package, in the tools and on the machines of those who use it.
fn consumers_tests(workspace: &Workspace) -> Result<()> {
    setup::consumers_packages(workspace)?;
    tests_in_a_browser(workspace, "tests/consumers")
}

fn tests_in_a_browser(workspace: &Workspace, folder: &str) -> Result<()> {
    let files = test_files(workspace, folder)?;
    let chromium = chromium::find(workspace)?;
    println!("the browser is {}", chromium.display());
    Ok(node_runner(workspace, files).env("CHROMIUM", chromium).run()?)
}

fn node_runner(workspace: &Workspace, files: Vec<PathBuf>) -> Cmd<'_> {
    let runner = workspace.node("--test").arg("--test-reporter=spec").args(files);
    runner.env("COPYDESK_BIN", workspace.command())
}

/// Node's runner takes a folder in some versions and not in others; it takes files in all of them.
fn test_files(workspace: &Workspace, folder: &str) -> Result<Vec<PathBuf>> {
    let entries =
        fs::read_dir(workspace.root.join(folder)).with_context(|| format!("cannot read {folder}/"))?;
    let mut files = Vec::new();
    for entry in entries {
        let path = entry?.path();
        let name = path.to_string_lossy();
        if name.ends_with(".test.js") || name.ends_with(".test.mjs") {
            files.push(path);
        }
    }
    if files.is_empty() {
        bail!("{folder}/ holds no file whose name ends in .test.js or .test.mjs");
    }
    files.sort();
    Ok(files)
}
