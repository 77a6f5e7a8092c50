//! How often each place in the markup tells title, byline and date right, where it tells anything and the answer is
//! known: what the order of trust is made from.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;

use copydesk::training::said;
use copydesk_training::corpus::{self, CorpusError, Set};
use copydesk_training::measure::heading::{FIELDS, judge};
use copydesk_training::measure::held::Held;
use rayon::prelude::*;

/// The names that the core has for the fields, in the order of [`FIELDS`].
const NAMES: [&str; 3] = ["Title", "Author", "Published"];

fn main() -> ExitCode {
    let Some(folder) = std::env::args_os().nth(1) else {
        eprintln!("usage: sources DIR, the folder that holds the corpus files");
        return ExitCode::from(2);
    };
    match count(Path::new(&folder)) {
        Ok(counts) => {
            println!("{:<8} {:<14} {:>6} {:>6}", "field", "place", "pages", "right");
            for ((field, place), (pages, right)) in counts {
                let share = right as f64 / pages as f64;
                println!("{:<8} {place:<14} {pages:>6} {share:>6.3}", FIELDS[field]);
            }
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("sources: {error}");
            ExitCode::FAILURE
        }
    }
}

/// By field and place: on how many pages it tells something, and on how many it is right.
type Counts = BTreeMap<(usize, String), (usize, usize)>;

fn count(folder: &Path) -> Result<Counts, CorpusError> {
    let mut counts = Counts::new();
    for set in Set::ALL {
        let judged: Vec<Vec<((usize, String), bool)>> = corpus::read(folder, set)?
            .par_iter()
            .map(|page| {
                let mut told: BTreeMap<(usize, String), Vec<String>> = BTreeMap::new();
                for (name, place, text) in said(&page.html) {
                    if let Some(field) = NAMES.iter().position(|own| *own == name) {
                        told.entry((field, place)).or_default().push(text);
                    }
                }
                let judge_one = |((field, place), texts): ((usize, String), Vec<String>)| {
                    // Several names are one byline; of titles and dates the first counts.
                    let text = if field == 1 {
                        texts.join("; ")
                    } else {
                        texts[0].clone()
                    };
                    let mut fields = [None; 3];
                    fields[field] = Some(&*text);
                    judge(page, Held::default(), fields)[field]
                        .map(|judged| ((field, place), judged.is_right))
                };
                told.into_iter().filter_map(judge_one).collect()
            })
            .collect();
        for (key, is_right) in judged.into_iter().flatten() {
            let (pages, right) = counts.entry(key).or_default();
            *pages += 1;
            *right += usize::from(is_right);
        }
    }
    Ok(counts)
}
