//! The corpus: pages with known answers, as JSON lines compressed with zstd.

use std::fmt;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

use serde::Deserialize;

/// The long window that the files are compressed with.
const WINDOW_LOG: u32 = 27;

/// The sets of the corpus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Set {
    /// Pages of all types, with the full text of the main content.
    Wcxb,
    /// News articles of 2023, with their full text.
    News,
    /// News and blogs, half of them German, with snippets that must be in or out.
    Trafilatura,
}

impl Set {
    /// Every set.
    pub const ALL: [Self; 3] = [Self::Wcxb, Self::News, Self::Trafilatura];

    /// The name used in tables.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Wcxb => "wcxb",
            Self::News => "news",
            Self::Trafilatura => "trafilatura",
        }
    }

    /// The file that the set is in.
    pub fn path(self, folder: &Path) -> PathBuf {
        folder.join(format!("{}-dev.jsonl.zst", self.name()))
    }
}

/// A page with what is known of it.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct CorpusPage {
    /// Unique in the corpus.
    pub id: String,
    /// Where the page was taken from; empty when that is not known.
    #[serde(default)]
    pub url: String,
    /// What select-all and copy give.
    pub paste: String,
    /// What the page's `Selection.toString()` gives; empty when that is not known.
    #[serde(default)]
    pub selection: String,
    /// The page as served: what its markup says of the lines is taught, and never seen when they are cleaned.
    #[serde(default)]
    pub html: String,
    /// Article, forum, product, collection, listing, documentation or service.
    #[serde(default, rename = "type")]
    pub page_type: Option<String>,
    /// The headline, where it is known.
    #[serde(default)]
    pub title: Option<String>,
    /// Who wrote it, where that is known: one name or several in one text, or several texts.
    #[serde(default)]
    pub author: Names,
    /// When it came out, where that is known: a day in ISO 8601.
    #[serde(default)]
    pub date: Option<String>,
    /// The main content's full text, where it is known.
    #[serde(default)]
    pub content: Option<String>,
    /// Snippets that must be in the body.
    #[serde(default)]
    pub with: Vec<String>,
    /// Snippets that must not be in the body.
    #[serde(default)]
    pub without: Vec<String>,
}

/// Names, as the corpus has them.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(untagged)]
pub enum Names {
    /// None that are known.
    #[default]
    None,
    /// One text.
    One(String),
    /// Several.
    Several(Vec<String>),
}

impl Names {
    /// Each of them.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        let names = match self {
            Self::None => &[],
            Self::One(name) => std::slice::from_ref(name),
            Self::Several(names) => names,
        };
        names.iter().map(String::as_str)
    }
}

/// The pages of one set, in the order of its file.
///
/// # Errors
/// When the file is not there, holds no page, or a line of it is not a page.
pub fn read(folder: &Path, set: Set) -> Result<Vec<CorpusPage>, CorpusError> {
    let path = set.path(folder);
    let fail = |line: usize, cause: &dyn fmt::Display| CorpusError {
        path: path.clone(),
        line,
        cause: cause.to_string(),
    };
    let file = File::open(&path).map_err(|error| fail(0, &error))?;
    let mut decoder = zstd::Decoder::new(file).map_err(|error| fail(0, &error))?;
    decoder
        .window_log_max(WINDOW_LOG)
        .map_err(|error| fail(0, &error))?;
    let mut pages = Vec::new();
    for (index, line) in BufReader::new(decoder).split(b'\n').enumerate() {
        let line = line.map_err(|error| fail(index + 1, &error))?;
        pages.push(serde_json::from_slice(&line).map_err(|error| fail(index + 1, &cause(&error)))?);
    }
    if pages.is_empty() {
        return Err(fail(0, &"holds no page"));
    }
    Ok(pages)
}

/// What is wrong and where, without serde's number of the line: a row is one line, and has its own number.
fn cause(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let what = message
        .rsplit_once(" at line ")
        .map_or(&*message, |(what, _)| what);
    format!("{what} at byte {}", error.column())
}

/// A corpus file that could not be read.
#[derive(Debug)]
pub struct CorpusError {
    path: PathBuf,
    /// Counted from 1; 0 for the file as a whole.
    line: usize,
    cause: String,
}

impl fmt::Display for CorpusError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { path, line, cause } = self;
        let path = path.display();
        match line {
            0 => write!(f, "{path}: {cause}; give the folder that holds the corpus files"),
            _ => write!(
                f,
                "{path}, line {line}: {cause}; line {line} must be one page as a JSON object"
            ),
        }
    }
}

impl std::error::Error for CorpusError {}

#[cfg(test)]
mod tests {
    use std::{env, fs};

    use super::*;

    /// What reading a corpus file of these rows gives; `name` keeps the tests apart.
    fn read_rows(name: &str, rows: &str) -> Result<Vec<CorpusPage>, String> {
        let folder = env::temp_dir().join(format!("copydesk-corpus-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let packed = zstd::encode_all(rows.as_bytes(), 0).unwrap();
        fs::write(Set::News.path(&folder), packed).unwrap();
        let pages = read(&folder, Set::News);
        fs::remove_dir_all(&folder).unwrap();
        pages.map_err(|error| error.to_string())
    }

    #[test]
    fn each_line_is_a_page() {
        let pages = read_rows(
            "pages",
            "{\"id\":\"a\",\"paste\":\"x\"}\n{\"id\":\"b\",\"paste\":\"\"}\n",
        )
        .unwrap();
        assert_eq!(pages.iter().map(|page| &*page.id).collect::<Vec<_>>(), ["a", "b"]);
    }

    #[test]
    fn a_row_that_is_no_page_is_told_with_its_line() {
        let good = "{\"id\":\"a\",\"paste\":\"x\"}\n";
        for (name, rows, line, cause) in [
            (
                "first",
                format!("{{\"id\":\"a\"}}\n{good}"),
                1,
                "missing field `paste` at byte 10",
            ),
            (
                "last",
                format!("{good}{good}nonsense\n"),
                3,
                "expected ident at byte 2",
            ),
        ] {
            let error = read_rows(name, &rows).unwrap_err();
            let end = format!(", line {line}: {cause}; line {line} must be one page as a JSON object");
            assert!(error.ends_with(&end), "{error}");
        }
    }

    #[test]
    fn a_file_without_pages_is_an_error_as_one_that_is_not_there() {
        let empty = read_rows("empty", "").unwrap_err();
        assert!(
            empty.ends_with("news-dev.jsonl.zst: holds no page; give the folder that holds the corpus files"),
            "{empty}"
        );
        let missing = read(Path::new("no/such/folder"), Set::News)
            .unwrap_err()
            .to_string();
        assert!(
            missing.ends_with("; give the folder that holds the corpus files"),
            "{missing}"
        );
    }
}
