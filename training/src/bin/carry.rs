//! Learns from all pages but those in one language, and scores that language: what of it carries over.

use std::path::Path;
use std::process::ExitCode;

use copydesk::Options;
use copydesk::training::{Weights, clean_with};
use copydesk_training::corpus::{self, CorpusPage, Set};
use copydesk_training::examples;
use copydesk_training::export;
use copydesk_training::learn::learn;
use copydesk_training::mode::Mode;
use copydesk_training::score::{Snippets, word_f1};
use indicatif::{ProgressBar, ProgressStyle};

fn main() -> ExitCode {
    let given: Vec<String> = std::env::args().skip(1).collect();
    let [folder, language] = &given[..] else {
        eprintln!("usage: carry DIR LANGUAGE (a tag as the core tells languages: de)");
        return ExitCode::from(2);
    };
    match carry(Path::new(folder), language) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("carry: {error}");
            ExitCode::FAILURE
        }
    }
}

fn carry(folder: &Path, language: &str) -> Result<(), Box<dyn std::error::Error>> {
    let style = ProgressStyle::with_template("{msg:14} {wide_bar} {pos}/{len}, {eta} left")?;
    let is_in_it = |page: &CorpusPage| {
        copydesk::clean(&page.paste, &Options::default()).lang.as_deref() == Some(language)
    };
    let (mut seen, mut left_out) = (Vec::new(), Vec::new());
    for set in Set::ALL {
        let (unseen, others): (Vec<_>, Vec<_>) = corpus::read(folder, set)?.into_iter().partition(is_in_it);
        seen.extend(examples::of(Mode::Text, set, &others, &style));
        left_out.extend(unseen.into_iter().map(|page| (set, page)));
    }
    let bar = ProgressBar::no_length()
        .with_message(format!("without {language}"))
        .with_style(style);
    let (standard, parameters) = learn(Mode::Text, &seen.iter().collect::<Vec<_>>(), &bar);
    let weights =
        Weights::read(&export::bytes(&standard, &parameters)).ok_or("the weights are of no known form")?;
    let (mut f1, mut snippets) = (Vec::new(), Snippets::default());
    for (set, page) in &left_out {
        let body = clean_with(&weights, &page.paste, &Options::default()).text_content;
        match (set, &page.content) {
            (Set::Trafilatura, _) => {
                snippets = snippets.plus(Snippets::count(&body, &page.with, &page.without));
            }
            (_, Some(content)) => f1.push(word_f1(&body, content)),
            _ => {}
        }
    }
    println!(
        "{} pages in {language}, none of them learned from",
        left_out.len()
    );
    println!(
        "word F1 of {}: {:.3}",
        f1.len(),
        f1.iter().sum::<f64>() / f1.len().max(1) as f64
    );
    println!("snippet F of {}: {:.3}", left_out.len() - f1.len(), snippets.f1());
    Ok(())
}
