//! What the benchmark sees of the inside: the road, stage by stage, and how much arithmetic the model is. No part of the
//! interface.

use crate::article;
use crate::features::{self, Features};
use crate::labels::{self, Labels};
use crate::model::{self, MARKUP_WEIGHTS, Prediction, WEIGHTS, Weights};
use crate::options::Options;
use crate::page::Page;
use crate::source;

/// A page's HTML, read.
#[derive(Debug)]
pub struct Markup(source::Rendered);

impl Markup {
    /// Reads the HTML.
    pub fn read(html: &str) -> Self {
        Self(source::html::read(html))
    }

    /// Its lines.
    pub fn lines(&self) -> Lines<'_> {
        Lines {
            page: Page::rendered(&self.0),
            weights: &MARKUP_WEIGHTS,
        }
    }
}

/// The lines of a page, and which network scores them.
#[derive(Debug)]
pub struct Lines<'a> {
    page: Page<'a>,
    weights: &'static Weights,
}

/// What the features say of each line.
#[derive(Debug)]
pub struct Described(Features);

/// What the network says of each line.
#[derive(Debug)]
pub struct Predicted {
    predictions: Vec<Prediction>,
    scores: Vec<f32>,
}

/// The labels of each line.
#[derive(Debug)]
pub struct Labelled(Labels);

impl<'a> Lines<'a> {
    /// The lines of a text.
    pub fn of_text(text: &'a str) -> Self {
        Self {
            page: source::text::page(text),
            weights: &WEIGHTS,
        }
    }

    /// The features of each line.
    pub fn features(&self) -> Described {
        Described(features::describe(&self.page))
    }

    /// What the network is told of each line.
    pub fn inputs(&self, described: &Described) -> Vec<f32> {
        model::inputs(&described.0)
    }

    /// What the network makes of what it is told.
    pub fn network(&self, described: &Described, inputs: Vec<f32>) -> Predicted {
        let predictions = model::judge(self.weights, &described.0, inputs);
        Predicted {
            scores: predictions.iter().map(|line| line.score).collect(),
            predictions,
        }
    }

    /// What is gathered in the middle of the network, and is no arithmetic of its layers. Gives how much it is.
    pub fn middle(&self, described: &Described, predicted: &Predicted) -> usize {
        model::middle(&described.0.lines, &predicted.scores).len()
    }

    /// The labels.
    pub fn labels(&self, described: &Described, predicted: &Predicted, options: &Options) -> Labelled {
        let strictness = options.chosen_strictness();
        Labelled(labels::decide(
            &self.page,
            &described.0,
            &predicted.predictions,
            strictness,
        ))
    }

    /// Makes the body's blocks and what heads them, and hands over what writes them as text, Markdown and HTML and gives
    /// how many bytes these are.
    pub fn article<T>(
        &self,
        labelled: &Labelled,
        options: &Options,
        take: impl FnOnce(&dyn Fn() -> usize) -> T,
    ) -> T {
        article::in_stages(&self.page, &labelled.0, options, take)
    }

    /// How many multiplications with an addition the network's layers take for so many lines: forwards, and backwards
    /// for the reasons if every value were above 0. About half of them are.
    pub fn multiply_adds(&self, described: &Described) -> (usize, usize) {
        let Weights {
            hidden,
            means,
            input,
            first,
            first_score,
            page,
            middle,
            second,
            score,
            kind,
            ..
        } = self.weights;
        let layers = [input, first_score, middle, score, kind];
        let layers = layers.into_iter().chain(first).chain(second);
        let forwards: usize = layers.map(|layer| layer.ins * layer.outs).sum();
        let residual = (first.len() + second.len()) * hidden * hidden;
        let backwards = residual + (means.len() + middle.ins) * hidden;
        let lines = described.0.lines.len();
        (lines * forwards + page.ins * page.outs, lines * backwards)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PASTE: &str = "Home\nNews\n\nRiver returns to its bed\n\nBy Ana Reyes\n\nAfter nine days of flood the Orla is \
        back within its banks, the water board of Tessel said on Friday. Crews will inspect the dikes for a week.\n\n\
        Most people went home on the same day, and the schools open again on Monday.\n\nPrivacy\nTerms of use\n";

    /// The bytes of all outputs, stage by stage, and of the whole.
    fn both(lines: &Lines<'_>, whole: &article::Article<'_>) -> (usize, usize) {
        let options = Options::default();
        let described = lines.features();
        let predicted = lines.network(&described, lines.inputs(&described));
        let labelled = lines.labels(&described, &predicted, &options);
        let stages = lines.article(&labelled, &options, |outputs| outputs());
        let whole = whole.text_content.len() + whole.markdown.len() + whole.content.len();
        (stages, whole)
    }

    #[test]
    fn the_stages_make_the_article_that_the_whole_road_makes() {
        let options = Options::default();
        let (stages, whole) = both(&Lines::of_text(PASTE), &crate::clean(PASTE, &options));
        assert_eq!(stages, whole);
        assert!(whole > 400, "{whole}");

        let html = format!(
            "<nav><a href=/>Home</a></nav><h1>River</h1><p>{}",
            PASTE.replace("\n\n", "<p>")
        );
        let markup = Markup::read(&html);
        let (stages, whole) = both(&markup.lines(), &crate::clean_html(&html, &options));
        assert_eq!(stages, whole);
        assert!(whole > 400, "{whole}");
    }

    #[test]
    fn every_line_costs_as_many_multiplications_as_the_network_has_weights() {
        let one = Lines::of_text("The river rose.");
        let two = Lines::of_text("The river rose.\nThe mill stood.");
        let of = |lines: &Lines<'_>| lines.multiply_adds(&lines.features());
        let (forwards, backwards) = of(&one);
        let line = of(&two).0 - forwards;
        let weights = &one.weights;
        let [ins, outs] = [weights.means.len(), weights.hidden];
        // The first layer, and eight that look at three lines.
        let some = ins * outs + 8 * 3 * outs * outs;
        assert!(line > some && line < 40_000, "{line}");
        assert!(backwards > 0 && backwards < forwards, "{backwards}");
    }
}
