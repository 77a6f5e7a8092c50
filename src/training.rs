//! What the trainer sees of the inside: the same lines, inputs and arithmetic that serve. No part of the interface.

use crate::article::Article;
use crate::features::{self, Features, LineFeatures};
use crate::kind::Kind;
use crate::options::Options;
use crate::page::Page;
use crate::{model, source};

pub use crate::markup::{KnownNames, Mark, Marks, Tag};
pub use crate::model::{BODY, FIRST, KINDS, MIDDLE_INPUTS, Prediction, SECOND, Weights, names, standardize};

/// The lines of a page that are not blank, as the model sees them.
#[derive(Clone, Debug)]
pub struct Described {
    features: Features,
}

impl Described {
    /// Describes the text of a page.
    pub fn new(text: &str) -> Self {
        let features = features::describe(&source::text::page(text));
        Self { features }
    }

    /// The position of each among all lines of the page, counted from 0; of a wrapped line that of its first part.
    pub fn positions(&self) -> Vec<usize> {
        self.features.lines.iter().map(|line| line.places.start).collect()
    }

    /// The length of each, in English words.
    pub fn words(&self) -> Vec<f32> {
        self.features.lines.iter().map(|line| line.words).collect()
    }

    /// What each says of itself, whatever stands around it.
    pub fn own_kinds(&self) -> Vec<Option<Kind>> {
        self.features.lines.iter().map(LineFeatures::own_kind).collect()
    }

    /// The inputs of each, one after the other, before they are standardized: as many as there are [`names`].
    pub fn inputs(&self) -> Vec<f32> {
        model::inputs(&self.features)
    }

    /// The middle inputs of each, [`MIDDLE_INPUTS`] for each, given the first scores as probabilities; of the
    /// lines at the start where there are fewer scores.
    pub fn middle(&self, first: &[f32]) -> Vec<f32> {
        model::middle(&self.features.lines[..first.len()], first)
    }

    /// What the model says of each.
    pub fn predict(&self, weights: &Weights) -> Vec<Prediction> {
        model::predict(weights, &self.features)
    }
}

/// The article, with other weights than those that ship.
pub fn clean_with<'a>(weights: &Weights, text: &'a str, options: &Options) -> Article<'a> {
    crate::clean::clean_with(weights, text, options)
}

/// The article in a page's HTML, with other weights than those that ship.
pub fn clean_html_with(weights: &Weights, html: &str, options: &Options) -> Article<'static> {
    crate::clean::clean_html_with(weights, html, options)
}

/// The article in a text and the HTML of the same page, with other weights than those that ship; none where it is
/// another page's.
pub fn clean_both_with<'a>(
    weights: &Weights,
    text: &'a str,
    html: &str,
    options: &Options,
) -> Option<Article<'a>> {
    crate::clean::clean_both_with(weights, text, html, options)
}

/// The texts of all lines of a page, as they stand in it.
pub fn lines(text: &str) -> Vec<&str> {
    source::text::page(text)
        .lines
        .iter()
        .map(|line| line.text)
        .collect()
}

/// What a page's HTML says of the article, beside its text: the field, where it is said, and the text.
pub fn said(html: &str) -> Vec<(String, String, String)> {
    let rendered = source::html::read(html);
    let said = rendered.structure.metadata.all().iter();
    said.map(|said| {
        (
            format!("{:?}", said.field),
            format!("{:?}", said.source),
            said.text.clone(),
        )
    })
    .collect()
}

/// What a person sees of a page's HTML, with what the markup says of it.
#[derive(Clone, Debug)]
pub struct Seen(source::Rendered);

impl Seen {
    /// Reads the HTML.
    pub fn new(html: &str) -> Self {
        Self(source::html::read(html))
    }

    /// The text, a line end after each line.
    pub fn text(&self) -> &str {
        &self.0.text
    }

    /// The lines as the model sees them.
    pub fn described(&self) -> Described {
        let features = features::describe(&Page::rendered(&self.0));
        Described { features }
    }

    /// The elements that a line stands in, by numbers, the smallest first.
    pub fn elements(&self, line: usize) -> impl Iterator<Item = u32> {
        let markup = &self.0.markup;
        markup.chain(markup.lines[line].element).map(|(at, _)| at)
    }

    /// The same page with these of its lines alone.
    #[must_use]
    pub fn with_lines(&self, kept: impl Fn(usize) -> bool) -> Self {
        let mut rendered = self.0.clone();
        rendered.text.clear();
        rendered.markup.lines.clear();
        for (line, (text, markup)) in self.0.text.lines().zip(&self.0.markup.lines).enumerate() {
            if kept(line) {
                rendered.text.push_str(text);
                rendered.text.push('\n');
                rendered.markup.lines.push(*markup);
            }
        }
        Self(rendered)
    }
}
