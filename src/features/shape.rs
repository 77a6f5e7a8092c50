//! What a line looks like, whatever it says.

use crate::chars::{
    Marker, Unspaced, closes, ends_sentence, is_caseless, is_comma, is_invisible, is_letter, is_number,
    is_word, split_marker,
};

/// In a script without full stops, a line of so many characters is a sentence: about a dozen words.
const UNSTOPPED_CHARACTERS: u32 = 55;

/// What a line looks like: counts of one pass over its characters.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Shape {
    /// Visible characters, white space between words included.
    pub characters: u32,
    /// Letters of any script.
    pub letters: u32,
    /// Digits of any script.
    pub digits: u32,
    /// Words of a script with case that begin with a letter.
    pub cased_words: u32,
    /// Of those, the ones that begin with a capital.
    pub capitalized_words: u32,
    /// Commas and semicolons.
    pub commas: u32,
    /// Stops, question and exclamation marks that end a sentence: followed by a space or the end.
    pub sentences: u32,
    /// Characters that part the items of a row of links: `|`, `·`, `•`, `»`, `/` with spaces around.
    pub separators: u32,
    /// Characters of code: braces, brackets, `=`, `\`, `<`, `>`, `$`, `#`, a backtick, `_`; `()`, and `;` behind a
    /// bracket at a word's end.
    pub code_marks: u32,
    /// Tabs inside the line.
    pub tabs: u32,
    /// Small letter right before a capital inside a word, as where neighbours were glued: `MapPrivacy`.
    pub glued: u32,
    /// White space before the text, a tab counting four.
    pub indent: u32,
    /// Whether the last sentence is ended.
    pub ends_sentence: bool,
    /// Whether the line ends in a question mark.
    pub ends_question: bool,
    /// Whether the line ends in a colon.
    pub ends_colon: bool,
    /// Whether the line ends in an ellipsis, as a cut teaser does.
    pub ends_ellipsis: bool,
    /// Whether the line begins with a quotation mark.
    pub starts_quote: bool,
    /// Whether all of it is one quotation.
    pub is_quoted_whole: bool,
    /// What the line begins with, if that is what items of lists begin with.
    pub marker: Option<Marker>,
    /// Whether that is a dash.
    pub starts_dash: bool,
}

impl Shape {
    /// The shape of a line: `text` as it stands in the page, `trimmed` without white space at its ends.
    pub fn new(text: &str, trimmed: &str) -> Self {
        let mut shape = Self {
            indent: indent(text),
            ..Self::default()
        };
        let mut before = ' ';
        let mut chars = trimmed.chars().filter(|&c| !is_invisible(c)).peekable();
        while let Some(c) = chars.next() {
            shape.characters += 1;
            shape.take(before, c, chars.peek().copied().unwrap_or(' '));
            before = c;
        }
        shape.look_at_ends(trimmed);
        shape
    }

    fn take(&mut self, before: char, c: char, after: char) {
        if is_word(c) {
            self.take_of_word(before, c);
            return;
        }
        // Of what stands between words most are spaces.
        if c == ' ' {
            return;
        }
        if is_comma(c) {
            self.commas += 1;
        } else if ends_sentence(c) {
            // "3.14" and "example.org" end no sentence; stops of scripts without spaces always do.
            let ends = !c.is_ascii() || after.is_whitespace() || closes(after);
            self.sentences += u32::from(ends && !ends_sentence(before));
        }
        match c {
            '|' | '·' | '•' | '»' | '›' | '→' | '／' | '｜' => self.separators += 1,
            '/' | '>' if before == ' ' && after == ' ' => self.separators += 1,
            '\t' => self.tabs += 1,
            _ => {}
        }
        if matches!(
            c,
            '{' | '}' | '[' | ']' | '=' | '\\' | '<' | '>' | '$' | '#' | '`' | '_'
        ) || before == '(' && c == ')'
            || c == ';' && after == ' ' && matches!(before, ')' | '}' | ']')
        {
            self.code_marks += 1;
        }
    }

    fn take_of_word(&mut self, before: char, c: char) {
        // Within a word of ASCII, as most are, small letters behind letters only count as letters.
        if c.is_ascii_lowercase() && before.is_ascii_alphanumeric() {
            self.letters += 1;
            return;
        }
        let starts_word = !is_word(before) && before != '\'' && before != '’';
        self.letters += u32::from(is_letter(c));
        self.digits += u32::from(is_number(c) && Unspaced::of(c).is_none());
        if is_caseless(c) {
            return;
        }
        if c.is_uppercase() {
            self.cased_words += u32::from(starts_word);
            self.capitalized_words += u32::from(starts_word);
            self.glued += u32::from(before.is_lowercase());
        } else if starts_word && c.is_lowercase() {
            self.cased_words += 1;
        }
    }

    fn look_at_ends(&mut self, trimmed: &str) {
        let mut first = trimmed.chars().filter(|&c| !is_invisible(c));
        if let Some(c) = first.next() {
            self.starts_quote = matches!(c, '"' | '“' | '„' | '«' | '»' | '「' | '『' | '‘' | '”');
            self.is_quoted_whole = self.starts_quote && is_quoted_whole(trimmed);
        }
        self.marker = split_marker(trimmed).map(|(marker, _)| marker);
        self.starts_dash = trimmed.starts_with(['-', '–']);
        let mut last = trimmed
            .chars()
            .rev()
            .skip_while(|&c| closes(c) || is_invisible(c) || c == ' ');
        if let Some(c) = last.next() {
            // Thai and its neighbours have no full stop: there a long line is taken for one that has ended.
            let has_no_stop = Unspaced::of(c) == Some(Unspaced::SouthEastAsian);
            self.ends_sentence = ends_sentence(c) || has_no_stop && self.characters >= UNSTOPPED_CHARACTERS;
            self.ends_question = matches!(c, '?' | '？' | '؟' | '\u{37e}');
            self.ends_colon = matches!(c, ':' | '：');
            self.ends_ellipsis =
                c == '…' || (c == '.' && last.next() == Some('.') && last.next() == Some('.'));
        }
    }

    /// Whether at least half of the words begin with a capital, as in names; so it is where there is no case.
    pub fn is_mostly_capitalized(&self) -> bool {
        2 * self.capitalized_words >= self.cased_words
    }
}

/// Whether a line that begins with a quotation mark is one quotation: the next mark is its end.
fn is_quoted_whole(trimmed: &str) -> bool {
    const MARKS: [char; 8] = ['"', '“', '”', '„', '«', '»', '「', '」'];
    trimmed.ends_with(MARKS) && trimmed.chars().filter(|c| MARKS.contains(c)).count() == 2
}

fn indent(text: &str) -> u32 {
    text.chars()
        .take_while(|c| matches!(c, ' ' | '\t' | '\u{a0}'))
        .map(|c| if c == '\t' { 4 } else { 1 })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(text: &str) -> Shape {
        Shape::new(text, crate::chars::trim(text))
    }

    #[test]
    fn sentences_are_counted_in_any_script() {
        assert_eq!(shape("It cost 3.14 million. \"Really?\" she asked.").sentences, 3);
        assert_eq!(shape("水位が下がった。住民は家に戻った。").sentences, 2);
        assert_eq!(shape("नदी लौट आई। लोग घर गए।").sentences, 2);
        assert!(shape("She said: “We wait.”").ends_sentence);
        assert!(!shape("Customer Service").ends_sentence);
    }

    #[test]
    fn glued_neighbours_and_rows_of_links_are_seen() {
        assert_eq!(shape("Customer ServiceSite MapPrivacy Policy").glued, 2);
        assert_eq!(shape("Home | News · Sport / Weather").separators, 3);
    }

    #[test]
    fn code_is_seen_by_its_marks_and_indent() {
        let line = shape("\t  let x = values[0];");
        assert_eq!((line.indent, line.code_marks), (6, 4));
    }
}
