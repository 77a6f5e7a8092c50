//! Finding a Chromium for the browser tests.

use std::env;
use std::ffi::OsStr;
use std::path::{self, Path, PathBuf};

use anyhow::{Context, Result, ensure};

use crate::apt;
use crate::workspace::Workspace;

const ON_THE_PATH: [&str; 6] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "chrome",
];
const ON_MAC: [&str; 3] = [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
];
const WINDOWS_FOLDERS: [&str; 3] = ["ProgramFiles", "ProgramFiles(x86)", "LocalAppData"];
const ON_WINDOWS: [&str; 3] = [
    "Chromium/Application/chrome.exe",
    "Google/Chrome/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
];

/// The browser that the variable `CHROMIUM` names, if it is set. Named from where the person stands, and the tests
/// run at the root: so the path becomes absolute.
pub fn named() -> Result<Option<PathBuf>> {
    let value = env::var_os("CHROMIUM").filter(|value| !value.is_empty());
    value.map(|value| check(&value)).transpose()
}

fn check(value: &OsStr) -> Result<PathBuf> {
    let browser = path::absolute(value)?;
    ensure!(
        browser.is_file(),
        "the variable CHROMIUM names {}, which is no file: set it to the path of a browser, or unset it",
        browser.display()
    );
    Ok(browser)
}

/// The variable `CHROMIUM`, else an installed browser, else Debian's package.
pub fn find(workspace: &Workspace) -> Result<PathBuf> {
    if let Some(named) = named()? {
        return Ok(named);
    }
    if let Some(found) = installed(workspace) {
        return Ok(found);
    }
    apt::install(workspace, "chromium").context(
        "the browser tests need Chromium, Chrome or Edge: install one, or set CHROMIUM to the path of one",
    )?;
    installed(workspace)
        .context("Debian's chromium is installed but does not start: set CHROMIUM to a browser that does")
}

fn installed(workspace: &Workspace) -> Option<PathBuf> {
    candidates()
        .into_iter()
        .find(|candidate| candidate.is_file() && starts(workspace, candidate))
}

fn candidates() -> Vec<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    let mut candidates: Vec<PathBuf> = ON_THE_PATH
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
        .collect();
    if cfg!(target_os = "macos") {
        candidates.extend(ON_MAC.iter().map(PathBuf::from));
    }
    if cfg!(windows) {
        let folders = WINDOWS_FOLDERS.iter().filter_map(env::var_os).map(PathBuf::from);
        candidates.extend(folders.flat_map(|folder| ON_WINDOWS.map(|file| folder.join(file))));
    }
    candidates
}

/// Ubuntu's `chromium-browser` can be a note that says to install something else: only running it tells. On Windows
/// asking for the version opens a window, and there are no such notes.
fn starts(workspace: &Workspace, browser: &Path) -> bool {
    cfg!(windows) || apt::runs(workspace, browser, &["--version"])
}

#[cfg(test)]
mod tests {
    use std::env;
    use std::ffi::OsStr;

    use super::check;

    #[test]
    fn a_browser_is_named_from_where_the_person_stands_and_must_be_a_file() {
        let here = env::current_dir().unwrap();
        assert_eq!(check(OsStr::new("Cargo.toml")).unwrap(), here.join("Cargo.toml"));
        for wrong in ["src", "no/such/chromium"] {
            let error = check(OsStr::new(wrong)).unwrap_err().to_string();
            assert!(error.contains(&here.join(wrong).display().to_string()), "{error}");
        }
    }
}
