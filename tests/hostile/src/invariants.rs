//! What holds for every article, whatever it was made of. Each function panics where it does not.

use copydesk::{Article, Kind, Line, Options};
use html5gum::{Token, Tokenizer};

use crate::content;

/// What a whole document has before its body.
const HEAD: &str = "<meta charset=\"utf-8\">";

/// The lines of a text, split the slow and obvious way.
pub fn naive_lines(text: &str) -> Vec<String> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut lines: Vec<String> = text.split('\n').map(str::to_owned).collect();
    if lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    lines
}

/// Every line of the text has one label, in order.
pub fn lines_are_of_text(article: &Article<'_>, text: &str) {
    let expected = naive_lines(text);
    assert_eq!(article.lines.len(), expected.len(), "lines");
    for (line, text) in article.lines.iter().zip(&expected) {
        assert_eq!(line.text, *text, "line {}", line.number);
        if text.chars().any(char::is_alphanumeric) {
            assert_ne!(line.kind, Kind::Blank, "{line:?}");
        }
        if text.trim().is_empty() {
            assert_eq!(line.kind, Kind::Blank, "{line:?}");
        }
    }
}

/// The lines that were made of HTML are lines, and the last one has something on it.
pub fn lines_are_lines(article: &Article<'_>) {
    for line in &article.lines {
        assert!(!line.text.contains(['\n', '\r']), "{line:?}");
    }
    assert!(article.lines.last().is_none_or(|last| !last.text.is_empty()));
}

/// What the classifier says: numbers from 1, probabilities, kept as the options say, nothing set by hand.
pub fn labels_are_sound(article: &Article<'_>, options: &Options) {
    for (index, line) in article.lines.iter().enumerate() {
        assert_eq!(line.number, index + 1);
        assert!((0.0..=1.0).contains(&line.score), "{line:?}");
        assert_eq!(line.kept, options.kinds.contains(line.kind), "{line:?}");
        assert!(!line.by_hand, "{line:?}");
        assert!(
            !line.reason.text().is_empty() || line.kind == Kind::Blank,
            "{line:?}"
        );
    }
    assert!(
        (0.0..=1.0).contains(&article.confidence),
        "{}",
        article.confidence
    );
}

/// What comes out of lines that are labelled, whoever labelled them.
pub fn forms_are_sound(article: &Article<'_>) {
    let body = &article.text_content;
    let of_body = |line: &&Line<'_>| line.kept && line.kind != Kind::Blank && !is_of_header(line.kind);
    let kept: String = article
        .lines
        .iter()
        .filter(of_body)
        .flat_map(|line| seen(&line.text))
        .collect();
    assert_eq!(
        seen(body).collect::<String>(),
        kept,
        "the body and the lines that are kept"
    );
    assert_eq!(article.length, body.encode_utf16().count(), "the length");

    let faults = content::faults(&article.content);
    assert!(faults.is_empty(), "{faults:?} in {}", article.content);
    let faults = content::faults_of_markdown(&article.markdown);
    assert!(faults.is_empty(), "{faults:?} in {}", article.markdown);
    let document = article.to_html();
    let (_, rest) = document.split_once(HEAD).expect("a head");
    let faults = content::faults(&rest.replacen("</head>", "", 1).replacen("</html>", "", 1));
    assert!(faults.is_empty(), "{faults:?} in {document}");

    let html = text_of(&article.content);
    assert!(is_within(seen(&html), seen(body)), "{html:?} in {body:?}");
    assert!(article.to_text().ends_with(&format!("{body}\n")) || body.is_empty());
    for field in [&article.title, &article.subtitle, &article.byline]
        .into_iter()
        .flatten()
    {
        assert!(!field.is_empty() && !field.contains('\n'), "{field:?}");
    }
}

/// The article is assembled again from its lines, as they were and as they are set.
pub fn setting_is_undone(first: &Article<'_>, set: &[(usize, bool)]) {
    let turned = first.with(set.iter().copied()).expect("these lines are there");
    for (before, after) in first.lines.iter().zip(&turned.lines) {
        let last = set.iter().rev().find(|(number, _)| *number == before.number);
        assert_eq!(
            after.kept,
            last.map_or(before.kept, |(_, kept)| *kept),
            "{after:?}"
        );
        assert_eq!(after.by_hand, last.is_some(), "{after:?}");
        assert_eq!((after.kind, after.reason), (before.kind, before.reason));
    }
    forms_are_sound(&turned);
    assert_eq!(
        turned.with(set.iter().copied()).as_ref(),
        Ok(&turned),
        "set twice"
    );
    let back = set
        .iter()
        .map(|(number, _)| (*number, first.lines[number - 1].kept));
    let mut back = turned.with(back).expect("these lines are there");
    back.lines.iter_mut().for_each(|line| line.by_hand = false);
    assert_eq!(back, *first, "set back");
}

/// Whether lines of this kind stand above the body.
fn is_of_header(kind: Kind) -> bool {
    matches!(kind, Kind::Title | Kind::Subtitle | Kind::Byline | Kind::Date)
}

/// The characters of a text, without those that the article may leave out: white space, what cannot be seen at the ends
/// of a line, the marks of quoted mail, and the sign behind a heading that leads to it.
fn seen(text: &str) -> impl Iterator<Item = char> {
    let is_left_out =
        |c: char| c.is_whitespace() || c.is_control() || "\u{ad}\u{200b}\u{2060}\u{feff}>¶".contains(c);
    text.chars().filter(move |c| !is_left_out(*c))
}

/// The text of our own HTML.
fn text_of(html: &str) -> String {
    let mut all = String::new();
    for Ok(token) in Tokenizer::new(html) {
        if let Token::String(text) = token {
            all.push_str(&String::from_utf8_lossy(&text));
        }
    }
    all
}

/// Whether `all` has the characters of `some` in their order.
fn is_within(mut some: impl Iterator<Item = char>, mut all: impl Iterator<Item = char>) -> bool {
    some.all(|c| all.any(|other| other == c))
}
