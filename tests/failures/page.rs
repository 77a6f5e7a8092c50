//! A page of this folder, whose README says what the files hold.

use std::path::PathBuf;

use copydesk::{Article, Kind, Options, clean_html};
use serde::Deserialize;
use serde_json::{Map, Value};

use crate::listed::{self, slug, text};

/// A page that others get wrong.
pub struct Page {
    /// The folder's name.
    pub slug: String,
    pub folder: PathBuf,
    pub html: String,
    /// The page's address; empty where a clipboard does not tell it.
    url: String,
    /// The whole Markdown that a careful reader wants.
    pub answer: String,
    pub asked: Asked,
}

/// What `failure.json` says.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Asked {
    pub failure: String,
    pub must: Vec<String>,
    pub must_not: Vec<String>,
    #[serde(default)]
    pub fields: Map<String, Value>,
    #[serde(default)]
    pub content: Vec<String>,
    #[serde(default)]
    options: Wanted,
}

/// The options of the page, where they are not the usual ones.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Wanted {
    #[serde(default)]
    keep: Vec<String>,
    #[serde(default)]
    images: bool,
}

impl Page {
    /// Every page there is, by name.
    pub fn all() -> Vec<Self> {
        listed::folders("failures").into_iter().map(Self::read).collect()
    }

    fn read(folder: PathBuf) -> Self {
        let failure = folder.join("failure.json");
        let asked = serde_json::from_str(&text(&failure));
        Self {
            slug: slug(&folder),
            html: text(&folder.join("page.html")),
            url: text(&folder.join("url.txt")).trim_end().to_owned(),
            answer: text(&folder.join("answer.md")),
            asked: asked.unwrap_or_else(|error| panic!("{}: {error}", failure.display())),
            folder,
        }
    }

    pub fn article(&self) -> Article<'static> {
        clean_html(&self.html, &self.options())
    }

    fn options(&self) -> Options {
        let wanted = &self.asked.options;
        let kind = |name: &String| {
            let kind = name.parse::<Kind>();
            kind.unwrap_or_else(|error| panic!("{}/failure.json: {error}", self.folder.display()))
        };
        let options = if self.url.is_empty() {
            Options::default()
        } else {
            Options::default().url(&self.url)
        };
        let options = options.images(wanted.images);
        wanted.keep.iter().map(kind).fold(options, Options::keep)
    }
}
