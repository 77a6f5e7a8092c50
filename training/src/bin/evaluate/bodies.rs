//! How good the bodies are that other extractors find in the same pages. The figures are kept, as not everybody has them
//! all.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::fs::{self, File};
use std::io::{BufRead as _, BufReader};
use std::path::Path;

use copydesk::Options;
use copydesk::training::clean_html_with;
use copydesk_training::corpus::{self, CorpusPage, Set};
use copydesk_training::folds::AllFolds;
use copydesk_training::measure::Outcome;
use copydesk_training::record::Hashed;
use copydesk_training::score::Words;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::slider::Balance;
use crate::tables::{Row, languages, rows};

/// Where the figures are kept, from the root of the workspace.
const FILE: &str = "training/peers/bodies.json";

/// The figures, with what they were measured on.
#[derive(Debug, Serialize, Deserialize)]
pub struct Bodies {
    corpus: Vec<Hashed>,
    pub peers: Vec<PeerRows>,
}

/// The figures of one peer.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PeerRows {
    name: String,
    version: String,
    /// Pages that it failed on: it has found no body there.
    failed: usize,
    rows: Vec<Row>,
    languages: Vec<Row>,
    balance: Vec<Balance>,
}

/// A row of what `benches/peers` wrote.
#[derive(Deserialize)]
struct Body {
    peer: String,
    version: String,
    id: String,
    #[serde(rename = "body")]
    text: Option<String>,
}

/// One peer's pages so far.
#[derive(Default)]
struct Found {
    version: String,
    failed: usize,
    pages: Vec<Outcome>,
}

/// The figures that are kept, if they are of these pages.
pub fn kept(folder: &Path) -> Option<Bodies> {
    let bodies: Bodies = serde_json::from_slice(&fs::read(FILE).ok()?).ok()?;
    (Hashed::corpus(folder).ok()? == bodies.corpus).then_some(bodies)
}

/// Measures the bodies in the file anew and keeps the figures. A page is in the language that our own article has.
pub fn measure(folder: &Path, file: &Path, folds: &AllFolds) -> Result<Bodies, Box<dyn std::error::Error>> {
    let mut pages: HashMap<String, (Set, CorpusPage, Option<String>)> = HashMap::new();
    for set in Set::ALL {
        pages.par_extend(corpus::read(folder, set)?.into_par_iter().map(|page| {
            let options = Options::default().url(&*page.url);
            let article = clean_html_with(folds.html.unseen(&page), &page.html, &options);
            let lang = article.lang.map(Cow::into_owned);
            (page.id.clone(), (set, page, lang))
        }));
    }
    let mut found: BTreeMap<String, Found> = BTreeMap::new();
    for line in BufReader::new(File::open(file)?).lines() {
        let body: Body = serde_json::from_str(&line?)?;
        let Some((set, page, lang)) = pages.get(&body.id) else {
            return Err(format!(
                "{} has a page {} that the corpus has not",
                file.display(),
                body.id
            )
            .into());
        };
        let peer = found.entry(body.peer).or_default();
        peer.version = body.version;
        peer.failed += usize::from(body.text.is_none());
        let text = body.text.unwrap_or_default();
        peer.pages.push(Outcome::of_body(*set, page, lang.clone(), &text));
    }
    let bodies = Bodies {
        corpus: Hashed::corpus(folder)?,
        peers: found
            .into_iter()
            .map(|(name, found)| PeerRows::new(name, &found))
            .collect(),
    };
    fs::write(FILE, serde_json::to_string_pretty(&bodies)? + "\n")?;
    Ok(bodies)
}

impl PeerRows {
    fn new(name: String, found: &Found) -> Self {
        let pages: Vec<&Outcome> = found.pages.iter().collect();
        let words = |set: Set| -> Vec<Words> {
            let of_set = pages.iter().filter(|page| page.set == set);
            of_set.filter_map(|page| page.words).collect()
        };
        Self {
            name,
            version: found.version.clone(),
            failed: found.failed,
            rows: rows(&pages),
            languages: languages(&pages),
            balance: [Set::Wcxb, Set::News]
                .map(|set| Balance::of(set, &words(set)))
                .into(),
        }
    }
}

/// Prints how good each is.
pub fn print(bodies: &Bodies) {
    println!("Bodies that others find in the HTML: word F1, of trafilatura's pages snippet F");
    for peer in &bodies.peers {
        let name = format!("{} {}", peer.name, peer.version);
        let scores: Vec<String> = peer.rows.iter().map(Row::short).collect();
        println!("{name:22} {}", scores.join(", "));
    }
    println!();
}
