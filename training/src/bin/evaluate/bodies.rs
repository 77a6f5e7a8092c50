//! How good the bodies are that other extractors find in the same pages. The figures are kept, as not everybody has them
//! all.

use std::collections::{BTreeMap, HashMap};
use std::fs::{self, File};
use std::io::{BufRead as _, BufReader};
use std::path::Path;

use copydesk_training::corpus::{CorpusPage, Set};
use copydesk_training::measure::Outcome;
use copydesk_training::record::Hashed;
use copydesk_training::renderings::Rendering;
use copydesk_training::score::Words;
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
    body: Option<String>,
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

/// Measures the bodies in the file anew and keeps the figures. `outcomes` tell of what set, type and language a page is.
pub fn measure(
    folder: &Path,
    file: &Path,
    outcomes: &[Outcome],
    pages: &[(Set, Vec<CorpusPage>)],
) -> Result<Bodies, Box<dyn std::error::Error>> {
    let of_html = outcomes.iter().filter(|page| page.rendering == Rendering::Html);
    let known: HashMap<&str, &Outcome> = of_html.map(|page| (&*page.id, page)).collect();
    let pages = pages.iter().flat_map(|(_, pages)| pages);
    let pages: HashMap<&str, &CorpusPage> = pages.map(|page| (&*page.id, page)).collect();
    let mut found: BTreeMap<String, Found> = BTreeMap::new();
    for line in BufReader::new(File::open(file)?).lines() {
        let body: Body = serde_json::from_str(&line?)?;
        let (Some(outcome), Some(page)) = (known.get(&*body.id), pages.get(&*body.id)) else {
            return Err(format!(
                "{} has a page {} that the corpus has not",
                file.display(),
                body.id
            )
            .into());
        };
        let peer = found.entry(body.peer).or_default();
        peer.version = body.version;
        peer.failed += usize::from(body.body.is_none());
        peer.pages
            .push(outcome.with_body(page, body.body.as_deref().unwrap_or_default()));
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
    println!("{:22} {}", "bodies, from HTML", "word F1 or snippet F");
    for peer in &bodies.peers {
        let name = format!("{} {}", peer.name, peer.version);
        let scores: Vec<String> = peer.rows.iter().map(Row::short).collect();
        println!("{name:22} {}", scores.join(", "));
    }
    println!();
}
