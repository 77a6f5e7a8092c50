//! A page, and ways to start the command.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// A page with one obvious article.
pub const PAGE: &str = "\
Home
News
Weather

River returns to its bed after nine days of flood

After nine days of flood the Orla is back within its banks, the water board of Tessel said on Friday. Crews will \
inspect the dikes for a week, and the ferry will run again as soon as they have finished with the landing.

Most people went home on the same day, and the schools open again on Monday. The town will pay for the rooms of \
those whose houses are still wet, the mayor told a full hall, and nobody will have to ask for it twice.

Privacy
Terms of use
";

/// How the article's body begins.
pub const BODY_START: &str = "After nine days of flood the Orla";

/// What a run of the command gave.
pub struct Ran {
    pub out: String,
    pub told: String,
    pub code: Option<i32>,
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        Self {
            out: String::from_utf8(output.stdout).expect("output in UTF-8"),
            told: String::from_utf8(output.stderr).expect("messages in UTF-8"),
            code: output.status.code(),
        }
    }
}

pub fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_copydesk"));
    command
        .args(arguments)
        // Whoever runs the tests may have asked for colours.
        .env_remove("CLICOLOR_FORCE")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

/// Runs the command with nothing on standard input.
pub fn run(arguments: &[&str]) -> Ran {
    run_with(arguments, b"")
}

/// Runs the command with this on standard input.
pub fn run_with(arguments: &[&str], input: impl Into<Vec<u8>>) -> Ran {
    let input = input.into();
    let mut child = command(arguments).spawn().expect("the command starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    // From a thread: the command may answer before all is written, and neither must wait for the other. It may
    // also end before it has read everything.
    let writer = std::thread::spawn(move || {
        let _ = stdin.write_all(&input);
    });
    let output = child.wait_with_output().expect("the command ends");
    writer.join().expect("the writer ends");
    output.into()
}

/// A file with this in it. Each name is used by one test alone.
pub fn file(name: &str, bytes: impl AsRef<[u8]>) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, bytes).expect("a file in the target folder");
    path.into_os_string().into_string().expect("a path in UTF-8")
}

/// A folder with nothing in it. Each name is used by one test alone.
pub fn folder(name: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    if path.exists() {
        fs::remove_dir_all(&path).expect("a folder of an earlier run");
    }
    fs::create_dir_all(&path).expect("a folder in the target folder");
    path
}

/// The files in a folder, by their relative paths, and what they hold.
pub fn files_in(folder: &Path) -> Vec<(String, String)> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let relative = path.strip_prefix(folder).expect("a path in the folder");
                let name = relative.to_str().expect("a path in UTF-8").replace('\\', "/");
                files.push((name, fs::read_to_string(&path).expect("a file in UTF-8")));
            }
        }
    }
    files.sort();
    files
}
