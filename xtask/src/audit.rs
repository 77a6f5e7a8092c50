//! What is not ours: whether it is what the lock files say, from where it should be, under licences that fit, and
//! without a known fault. A question that nobody has answered is no answer: it fails, unless it was left out by choice.

use std::path::PathBuf;

use anyhow::{Result, ensure};
use serde_json::Value;
use xshell::Cmd;

use crate::workspace::Workspace;
use crate::{setup, supply};

/// What it refuses changes with this, and not by itself.
const CARGO_DENY: &str = "0.20.2";

/// What has a lock file of its own, and what `deny.toml` decides of it without a network. The peers come as they are, each
/// with its own versions of the same.
const CRATES: [(&str, &[&str]); 2] = [
    ("Cargo.toml", &["licenses", "bans", "sources"]),
    ("benches/peers/Cargo.toml", &["licenses", "sources"]),
];
const NPM_FOLDERS: [&str; 3] = [".", "tests/consumers", "benches/peers"];

const ADVISORIES: &str = "advisories";

/// Of what a tool says, so many lines are shown: the last ones tell why.
const SHOWN_LINES: usize = 60;

#[derive(Default)]
pub struct Options {
    /// Leaves out what has to be asked of others.
    is_offline: bool,
}

impl Options {
    pub fn parse(arguments: &mut lexopt::Parser) -> Result<Self> {
        let mut options = Self::default();
        while let Some(argument) = arguments.next()? {
            match argument {
                lexopt::Arg::Long("offline") => options.is_offline = true,
                other => return Err(other.unexpected().into()),
            }
        }
        Ok(options)
    }
}

enum Answer {
    Fine,
    /// What is wrong, in the tool's words.
    Fault(String),
    /// Why nothing is known.
    Unknown(String),
}

pub fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    let deny = setup::cargo_tool(workspace, "cargo-deny", CARGO_DENY)?;
    let mut asked = Asked::default();
    for (manifest, decided) in CRATES {
        let metadata = [
            "metadata",
            "--locked",
            "--format-version",
            "1",
            "--manifest-path",
            manifest,
        ];
        let what = |question: &str| format!("{manifest}: {question}");
        asked.note(what("the lock file is in step"), of(workspace.cargo(metadata))?);
        for question in decided {
            asked.note(what(question), of(check(workspace, &deny, manifest, question))?);
        }
    }
    let inside =
        supply::check(workspace).map_or_else(|error| Answer::Fault(format!("{error:#}")), |()| Answer::Fine);
    asked.note("what is in the WebAssembly".to_owned(), inside);
    for folder in NPM_FOLDERS {
        let _there = workspace.shell.push_dir(folder);
        let install = workspace.npm().args(["ci", "--dry-run", "--ignore-scripts"]);
        asked.note(format!("{folder}, npm: the lock file is in step"), of(install)?);
    }
    if options.is_offline {
        println!("not asked, as --offline says: whether advisories are known against any of it");
        return asked.sum();
    }
    let database = workspace.shell.cmd(&deny).args(["fetch", "db"]).quiet();
    let unreached = match of(database)? {
        Answer::Fine => None,
        Answer::Fault(why) | Answer::Unknown(why) => Some(why),
    };
    for (manifest, _) in CRATES {
        let answer = match &unreached {
            None => of(check(workspace, &deny, manifest, ADVISORIES))?,
            Some(why) => Answer::Unknown(format!("the database of advisories could not be fetched: {why}")),
        };
        asked.note(format!("{manifest}: {ADVISORIES}"), answer);
    }
    for folder in NPM_FOLDERS {
        let _there = workspace.shell.push_dir(folder);
        let audit = workspace.npm().args(["audit", "--json", "--package-lock-only"]);
        let said = audit.ignore_status().ignore_stderr().read()?;
        asked.note(format!("{folder}, npm: {ADVISORIES}"), npm_answer(&said));
    }
    asked.sum()
}

#[derive(Default)]
struct Asked {
    faults: Vec<String>,
    unknown: Vec<String>,
}

impl Asked {
    fn note(&mut self, what: String, answer: Answer) {
        match answer {
            Answer::Fine => println!("fine         {what}"),
            Answer::Fault(words) => {
                println!("WRONG        {what}\n{words}");
                self.faults.push(what);
            }
            Answer::Unknown(why) => {
                println!("NOT CHECKED  {what}\n{why}");
                self.unknown.push(what);
            }
        }
    }

    fn sum(self) -> Result<()> {
        ensure!(self.faults.is_empty(), "wrong: {}", self.faults.join("; "));
        ensure!(
            self.unknown.is_empty(),
            "nothing that was asked is wrong, but these were not checked, as nobody answered: {}; \
             where that cannot be helped, --offline leaves them out",
            self.unknown.join("; ")
        );
        Ok(())
    }
}

/// Fine where the command is.
fn of(command: Cmd<'_>) -> Result<Answer> {
    let output = command.ignore_status().output()?;
    if output.status.success() {
        return Ok(Answer::Fine);
    }
    let mut said = String::from_utf8_lossy(&output.stderr).into_owned();
    said.push_str(&String::from_utf8_lossy(&output.stdout));
    let lines: Vec<&str> = said.trim().lines().collect();
    Ok(Answer::Fault(
        lines[lines.len().saturating_sub(SHOWN_LINES)..].join("\n"),
    ))
}

/// Without a network: what it needs has been got by then.
fn check<'a>(workspace: &'a Workspace, deny: &PathBuf, manifest: &str, question: &str) -> Cmd<'a> {
    let settings = workspace.root.join("deny.toml");
    let command = workspace.shell.cmd(deny).quiet();
    command
        .arg("--config")
        .arg(settings)
        .args([
            "--workspace",
            "--locked",
            "--offline",
            "--log-level",
            "error",
            "--manifest-path",
            manifest,
        ])
        .args(["check", "--hide-inclusion-graph", question])
}

/// What npm says as JSON: an account of what it has found, or of why it could not ask.
fn npm_answer(said: &str) -> Answer {
    let parsed: Value = serde_json::from_str(said).unwrap_or_default();
    let Some(found) = parsed["metadata"]["vulnerabilities"]["total"].as_u64() else {
        let why = parsed["message"].as_str().unwrap_or(said.trim());
        return Answer::Unknown(format!("the registry does not answer such questions: {why}"));
    };
    let names: Vec<&str> = parsed["vulnerabilities"]
        .as_object()
        .map(|found| found.keys().map(String::as_str).collect())
        .unwrap_or_default();
    match found {
        0 => Answer::Fine,
        _ => Answer::Fault(format!(
            "{found} found, of {}: `npm audit` there says more",
            names.join(", ")
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::{Answer, Asked, npm_answer};

    #[test]
    fn what_npm_found_is_told_from_what_it_could_not_ask() {
        let fine = r#"{"vulnerabilities": {}, "metadata": {"vulnerabilities": {"high": 0, "total": 0}}}"#;
        assert!(matches!(npm_answer(fine), Answer::Fine));
        let found = r#"{"vulnerabilities": {"left": {}}, "metadata": {"vulnerabilities": {"total": 2}}}"#;
        assert!(matches!(npm_answer(found), Answer::Fault(words) if words.starts_with("2 found, of left")));
        for silence in [
            r#"{"message": "405 Method Not Allowed", "error": {}}"#,
            "",
            "<html>",
        ] {
            assert!(matches!(npm_answer(silence), Answer::Unknown(_)), "{silence}");
        }
    }

    #[test]
    fn what_was_not_answered_does_not_pass() {
        let mut asked = Asked::default();
        asked.note("one".to_owned(), Answer::Fine);
        asked.note("another".to_owned(), Answer::Unknown("no network".to_owned()));
        let error = asked.sum().expect_err("one is not known").to_string();
        assert!(
            error.contains("were not checked") && error.contains("another"),
            "{error}"
        );
    }
}
