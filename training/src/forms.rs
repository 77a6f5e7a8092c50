//! The forms in which a page is trained on: as it is pasted, and as it might have been.

use std::collections::HashSet;

use copydesk::Kind;
use copydesk::training::{Described, lines, names};
use rand::seq::IndexedRandom;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

use crate::corpus::CorpusPage;
use crate::gold;
use crate::markup;
use crate::site::hash;

/// A piece of a page has fewer lines than these before and after one of its lines of content, blank ones counted.
const MOST_BEFORE: usize = 40;
const MOST_AFTER: usize = 80;

/// A box has at most so many lines, and at most so many are put into one article.
const BOX_LINES: usize = 6;
const MOST_BOXES: usize = 3;

/// How wide a terminal is.
const TERMINAL_COLUMNS: usize = 80;

/// The lines of a box, with what is known of each.
pub type Box = Vec<(String, Answer)>;

/// The inputs that tell a box which pages put between the paragraphs of an article.
const TELLING: [&str; 8] = [
    "says subscribe",
    "says share",
    "says related",
    "says advertisement",
    "says interface",
    "e-mail field",
    "subscribe button",
    "share button",
];

/// What is known of a line.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Answer {
    /// Whether it is content.
    pub is_content: Option<bool>,
    /// Which kind it has.
    pub kind: Option<Kind>,
}

/// A text with what is known of each of its lines, blank ones too.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Form {
    /// The lines, a line end between them.
    pub text: String,
    /// What is known of each.
    pub answers: Vec<Answer>,
}

impl Form {
    /// The page as select-all and copy give it.
    pub fn paste(page: &CorpusPage) -> Self {
        Self::of(page, &page.paste)
    }

    /// The page as this text has it.
    pub fn of(page: &CorpusPage, text: &str) -> Self {
        let lines = lines(text);
        let is_content = gold::labels(page, &lines);
        let kinds = markup::kinds(page, &lines, &is_content);
        let answers = is_content.into_iter().zip(kinds);
        Self {
            text: text.to_owned(),
            answers: answers
                .map(|(is_content, kind)| Answer { is_content, kind })
                .collect(),
        }
    }

    /// The page as a terminal shows it; none where that cannot be made. It is measured with another program.
    fn dump(page: &CorpusPage) -> Option<Self> {
        let text = html2text::from_read(page.html.as_bytes(), TERMINAL_COLUMNS).ok()?;
        (!text.trim().is_empty()).then(|| Self::of(page, &text))
    }

    /// The boxes on the page that stand between blank lines, are no content and ask for something.
    pub fn boxes(&self) -> Vec<Box> {
        let names = names(false);
        let telling: HashSet<usize> = (0..names.len())
            .filter(|&k| TELLING.contains(&names[k]))
            .collect();
        let described = Described::new(&self.text);
        let inputs = described.inputs();
        let tells = |line: usize| {
            let own = &inputs[line * names.len()..(line + 1) * names.len()];
            telling.iter().any(|&k| own[k] > 0.0)
        };
        let visible: Vec<(usize, usize)> = described.positions().into_iter().enumerate().collect();
        let texts = lines(&self.text);
        visible
            .chunk_by(|(_, here), (_, next)| here + 1 == *next)
            .filter(|group| group.len() <= BOX_LINES)
            .filter(|group| {
                group
                    .iter()
                    .all(|&(_, at)| self.answers[at].is_content == Some(false))
            })
            .filter(|group| group.iter().any(|&(line, _)| tells(line)))
            .map(|group| {
                group
                    .iter()
                    .map(|&(_, at)| (texts[at].to_owned(), self.answers[at]))
                    .collect()
            })
            .collect()
    }

    /// The other forms of the page, given boxes of other pages. The page's name decides where it is cut, so that the
    /// same corpus makes the same forms.
    pub fn others(&self, page: &CorpusPage, boxes: &[Box]) -> Vec<Self> {
        let mut rng = ChaCha8Rng::seed_from_u64(hash(&page.id));
        let selection = Self::of(page, &page.selection);
        [
            Some(selection),
            Self::dump(page),
            self.piece(&mut rng),
            self.interrupted(boxes, &mut rng),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// The lines of content.
    fn content(&self) -> Vec<usize> {
        (0..self.answers.len())
            .filter(|&i| self.answers[i].is_content == Some(true))
            .collect()
    }

    /// Some lines around one that is content, as a person takes who drags over the article.
    fn piece(&self, rng: &mut ChaCha8Rng) -> Option<Self> {
        let content = self.content();
        let centre = *content.choose(rng)?;
        let from = centre.saturating_sub(rng.random_range(0..MOST_BEFORE));
        let to = (centre + 1 + rng.random_range(0..MOST_AFTER)).min(self.answers.len());
        Some(Self {
            text: lines(&self.text)[from..to].join("\n"),
            answers: self.answers[from..to].to_vec(),
        })
    }

    /// The page with boxes put between its paragraphs: a box that asks for something does not end an article.
    fn interrupted(&self, boxes: &[Box], rng: &mut ChaCha8Rng) -> Option<Self> {
        let content = self.content();
        let known = |i: &usize| self.answers[*i].is_content.is_some();
        // Behind a line of content, where the next line that is not blank is one too.
        let gaps: Vec<usize> = content
            .windows(2)
            .filter(|pair| !(pair[0] + 1..pair[1]).any(|i| known(&i)))
            .map(|pair| pair[0])
            .collect();
        let count = rng.random_range(1..=MOST_BOXES);
        let chosen: HashSet<usize> = gaps.sample(rng, count).copied().collect();
        let mut form = Self::default();
        let mut texts = Vec::new();
        for (i, line) in lines(&self.text).into_iter().enumerate() {
            texts.push(line);
            form.answers.push(self.answers[i]);
            if chosen.contains(&i) {
                let own = boxes.choose(rng)?;
                texts.push("");
                texts.extend(own.iter().map(|(line, _)| line.as_str()));
                form.answers.push(Answer::default());
                form.answers.extend(own.iter().map(|(_, answer)| answer));
                if known(&(i + 1).min(self.answers.len() - 1)) {
                    texts.push("");
                    form.answers.push(Answer::default());
                }
            }
        }
        form.text = texts.join("\n");
        (!chosen.is_empty()).then_some(form)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOX: &str = "Sign up for our newsletter\nSubscribe";

    /// An invented page: a menu, an article of six paragraphs, a box.
    fn page() -> CorpusPage {
        let paragraphs: Vec<String> = ["Orla", "dike", "mill", "ferry", "bridge", "school"]
            .iter()
            .map(|thing| {
                format!("On Friday the people of Tessel went to look at the {thing} after the flood.")
            })
            .collect();
        let body = paragraphs.join("\n\n");
        CorpusPage {
            id: "invented".to_owned(),
            paste: format!("Home\nNews\n\n{body}\n\n{BOX}\n\nPrivacy"),
            selection: body.clone(),
            content: Some(body),
            ..CorpusPage::default()
        }
    }

    fn texts(own: &Box) -> String {
        let lines: Vec<&str> = own.iter().map(|(line, _)| line.as_str()).collect();
        lines.join("\n")
    }

    fn content(form: &Form) -> Vec<&str> {
        let labelled = lines(&form.text).into_iter().zip(&form.answers);
        labelled
            .filter(|(_, answer)| answer.is_content == Some(true))
            .map(|(line, _)| line)
            .collect()
    }

    #[test]
    fn boxes_are_what_asks_for_something_beside_the_article() {
        let boxes = Form::paste(&page()).boxes();
        assert!(boxes.iter().any(|own| texts(own) == BOX));
    }

    #[test]
    fn every_form_labels_each_of_its_lines_as_the_paste_does() {
        let page = page();
        let paste = Form::paste(&page);
        let body = content(&paste);
        assert_eq!(body.len(), 6);
        let boxes = paste.boxes();
        let others = paste.others(&page, &boxes);
        let [selection, piece, interrupted] = &others[..] else {
            panic!("three other forms, not {}", others.len());
        };
        for form in &others {
            assert_eq!(lines(&form.text).len(), form.answers.len(), "{form:?}");
            assert!(content(form).iter().all(|line| body.contains(line)), "{form:?}");
        }
        assert_eq!(content(selection), body);
        assert!(!content(piece).is_empty());
        assert_eq!(content(interrupted), body);
        let count = |form: &Form| form.text.matches(BOX).count();
        assert!(
            (1..=MOST_BOXES).contains(&(count(interrupted) - count(&paste))),
            "{interrupted:?}"
        );
        assert_eq!(
            others,
            paste.others(&page, &boxes),
            "the same page makes the same forms"
        );
    }
}
