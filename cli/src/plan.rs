//! Which pages there are, and where the article of each goes.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use crate::choices::Form;
use crate::errors::cause;
use crate::input::Input;

/// What the names of pages end with, in folders. A file that is named by itself may have any name.
const PAGES: [&str; 5] = ["txt", "md", "html", "htm", "xhtml"];

/// A page to be cleaned.
#[derive(Debug, PartialEq, Eq)]
pub struct Task {
    pub input: Input,
    /// The file that the article is written to; without it, to standard output.
    pub to: Option<PathBuf>,
}

/// What there is to do, and what of the folders is left out.
#[derive(Debug, Default)]
pub struct Plan {
    pub tasks: Vec<Task>,
    /// What cannot be read.
    pub failed: Vec<String>,
    /// How many files and folders were skipped, by why.
    skipped: BTreeMap<String, usize>,
}

impl Plan {
    /// Each input as a page, printed to standard output.
    pub fn to_standard_output(inputs: Vec<Input>) -> Self {
        let task = |input| Task { input, to: None };
        Self {
            tasks: inputs.into_iter().map(task).collect(),
            ..Self::default()
        }
    }

    /// Each input, and each page in the folders among them, as a file in the folder `out`. Nothing is written yet.
    ///
    /// # Errors
    /// When two articles would be one file, or an article an input: in one line, with what to do.
    pub fn into_folder(inputs: Vec<Input>, out: &Path, form: Form) -> Result<Self, String> {
        if out.exists() && !out.is_dir() {
            return Err(format!("{} is a file; name a folder for --out", out.display()));
        }
        let mut plan = Self::default();
        for input in inputs {
            match input {
                Input::StandardInput => {
                    return Err(
                        "standard input has no name for a file in --out; name files or folders".into(),
                    );
                }
                Input::File(folder) if folder.is_dir() => plan.add_folder(&folder, out, form),
                Input::File(path) => {
                    let name = path.file_name().map(PathBuf::from).unwrap_or_default();
                    plan.add(path, &out.join(name), form);
                }
            }
        }
        plan.check()?;
        Ok(plan)
    }

    /// What was skipped, in one line.
    pub fn skipped(&self) -> Option<String> {
        let all: usize = self.skipped.values().sum();
        let parts: Vec<String> = self
            .skipped
            .iter()
            .map(|(why, count)| format!("{count} {why}"))
            .collect();
        (all > 0).then(|| {
            format!(
                "note: skipped {all} in folders, which are no pages: {}",
                parts.join(", ")
            )
        })
    }

    fn add(&mut self, input: PathBuf, to: &Path, form: Form) {
        self.tasks.push(Task {
            input: Input::File(input),
            to: Some(to.with_extension(form.extension())),
        });
    }

    fn add_folder(&mut self, folder: &Path, out: &Path, form: Form) {
        let own_output = out.canonicalize().ok();
        let mut entries = WalkDir::new(folder).sort_by_file_name().into_iter();
        while let Some(entry) = entries.next() {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    let path = error.path().unwrap_or(folder).display().to_string();
                    let why = error
                        .into_io_error()
                        .map_or_else(|| "its links lead in a circle".to_owned(), |error| cause(&error));
                    self.failed.push(format!("{path} cannot be read: {why}"));
                    continue;
                }
            };
            if entry.depth() == 0 {
                // The folder itself, which may be a link and have any name.
                continue;
            }
            if is_hidden(&entry) {
                self.skip("hidden");
                if entry.file_type().is_dir() {
                    entries.skip_current_dir();
                }
            } else if entry.file_type().is_dir() {
                // What an earlier run has written is no input of this one.
                if own_output.is_some() && entry.path().canonicalize().ok() == own_output {
                    entries.skip_current_dir();
                }
            } else if !entry.file_type().is_file() {
                self.skip("link or device");
            } else if let Some(why) = no_page(entry.path()) {
                self.skip(&why);
            } else {
                let relative = entry.path().strip_prefix(folder).unwrap_or(entry.path());
                self.add(entry.path().to_owned(), &out.join(relative), form);
            }
        }
    }

    fn skip(&mut self, why: &str) {
        *self.skipped.entry(why.to_owned()).or_default() += 1;
    }

    /// Each article is a file of its own, and no file that is read.
    fn check(&self) -> Result<(), String> {
        let mut from: HashMap<&Path, &Input> = HashMap::new();
        let inputs: HashSet<PathBuf> = self
            .tasks
            .iter()
            .filter_map(|task| match &task.input {
                Input::File(path) => path.canonicalize().ok(),
                Input::StandardInput => None,
            })
            .collect();
        for Task { input, to } in &self.tasks {
            let Some(to) = to else { continue };
            if let Some(other) = from.insert(to, input) {
                let to = to.display();
                return Err(format!(
                    "{other} and {input} would both be written to {to}; clean them into two folders"
                ));
            }
            if to.canonicalize().is_ok_and(|to| inputs.contains(&to)) {
                let to = to.display();
                return Err(format!(
                    "{to} is an input and would be replaced; name another folder for --out"
                ));
            }
        }
        Ok(())
    }
}

/// Names that begin with a dot are not for people's eyes.
fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().as_encoded_bytes().starts_with(b".")
}

/// Why a file is no page by its name.
fn no_page(path: &Path) -> Option<String> {
    let extension = path.extension().map(|name| name.to_string_lossy().to_lowercase());
    match extension {
        Some(extension) if PAGES.contains(&extension.as_str()) => None,
        Some(extension) if !extension.is_empty() => Some(format!(".{extension}")),
        _ => Some("without an ending".to_owned()),
    }
}

/// Writes a file, and the folders that it lies in.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    let folders = path.parent().map_or(Ok(()), std::fs::create_dir_all);
    folders
        .and_then(|()| std::fs::write(path, bytes))
        .map_err(|error| format!("{} cannot be written: {}", path.display(), cause(&error)))
}
