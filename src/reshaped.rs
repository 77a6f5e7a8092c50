//! Text that a mail program or a terminal has reshaped: quoted with `>`, or wrapped at a column.

use unicode_width::UnicodeWidthStr;

use crate::chars::{Unspaced, ends_sentence, split_marker};

/// A text is quoted where at least this share of its lines is, and at least so many.
const QUOTED_SHARE: f32 = 0.8;
const FEWEST_QUOTED: usize = 3;

/// The most columns that text is wrapped at; mail is at 72, terminals have 80 to 120; some programs count
/// a character that takes two columns as one.
const MOST_COLUMNS: usize = 150;

/// A line with fewer columns than this says nothing of where text is wrapped.
const LONG: usize = 45;

/// This share of the long lines is within the column; addresses cannot be broken and stand out.
const WITHIN: f32 = 0.98;

/// A text is wrapped where at least so many long lines with a line right below are full, and this share of them, and
/// this share of the full ones stops within a sentence: below it goes on without a capital. A line is full where the
/// first word below had no room in it.
const FEWEST_FULL: usize = 3;
const FULL_SHARE: f32 = 0.7;
const WITHIN_SENTENCE_SHARE: f32 = 0.4;

/// A line of a script without spaces is full where it has no room for a character and a mark that may not begin a line.
const UNSPACED_ROOM: usize = 4;

/// The lines without the marks that a mail program quotes with, where most of them have such marks.
pub fn unquote(texts: &mut [&str]) {
    let quoted = texts.iter().filter(|text| text.starts_with('>')).count();
    let visible = || texts.iter().filter(|text| !text.trim().is_empty()).count();
    if quoted >= FEWEST_QUOTED && quoted as f32 >= QUOTED_SHARE * visible() as f32 {
        for text in texts {
            *text = without_marks(text);
        }
    }
}

fn without_marks(mut text: &str) -> &str {
    while let Some(rest) = text.strip_prefix('>') {
        text = rest.strip_prefix(' ').unwrap_or(rest);
    }
    text
}

/// For each line whether it goes on with the sentence of the line right above: where the text is wrapped, and the line
/// above is full.
pub fn goes_on(texts: &[&str]) -> Vec<bool> {
    let mut goes_on = vec![false; texts.len()];
    let Some(column) = column(texts) else {
        return goes_on;
    };
    let pairs = || texts.windows(2).map(|pair| (pair[0], pair[1]));
    let (mut full, mut long, mut within) = (0, 0, 0);
    for (above, text) in pairs() {
        if columns(above.trim_end()) >= LONG && !text.trim().is_empty() {
            long += 1;
            if is_full(above, text, column) {
                full += 1;
                within += usize::from(is_within_sentence(above, text));
            }
        }
    }
    if full >= FEWEST_FULL
        && full as f32 >= FULL_SHARE * long as f32
        && within as f32 >= WITHIN_SENTENCE_SHARE * full as f32
    {
        for (goes_on, (above, text)) in goes_on[1..].iter_mut().zip(pairs()) {
            *goes_on = is_full(above, text, column);
        }
    }
    goes_on
}

/// The column that nearly all long lines end before, if the text can have been wrapped there.
fn column(texts: &[&str]) -> Option<usize> {
    let mut long: Vec<usize> = texts
        .iter()
        .map(|text| columns(text.trim_end()))
        .filter(|&columns| columns >= LONG)
        .collect();
    let last = long.len().checked_sub(1)?;
    let place = (last as f32 * WITHIN) as usize;
    let (_, &mut column, _) = long.select_nth_unstable(place);
    (column <= MOST_COLUMNS).then_some(column)
}

/// Whether the first word below had no room in the line above. A line that is set in more begins anew.
fn is_full(above: &str, below: &str, column: usize) -> bool {
    let Some(first) = below.chars().find(|c| !c.is_whitespace()) else {
        return false;
    };
    let word = if is_unspaced(first) {
        UNSPACED_ROOM
    } else {
        columns(below.split_whitespace().next().unwrap_or_default())
    };
    let indent = |text: &str| text.len() - text.trim_start().len();
    let is_set_in = indent(below) > indent(above) && split_marker(above.trim_start()).is_none();
    !above.trim().is_empty()
        && !is_set_in
        && split_marker(below.trim_start()).is_none()
        && columns(above.trim_end()) + gap(above, first).len() + word > column
}

fn is_within_sentence(above: &str, below: &str) -> bool {
    let ends = above.trim_end().chars().next_back().is_some_and(ends_sentence);
    let begins = below.trim_start().chars().next().is_some_and(char::is_uppercase);
    !ends && !begins
}

/// What stands between a line and the line that goes on with it.
fn gap(above: &str, first: char) -> &'static str {
    let mut ends = above.trim_end().chars().rev();
    match (ends.next(), ends.next()) {
        (Some(last), _) if is_unspaced(last) && is_unspaced(first) => "",
        // A word that was broken at its hyphen.
        (Some('-'), Some(before)) if before.is_alphanumeric() => "",
        _ => " ",
    }
}

/// Adds to `above` the line that goes on with it.
pub fn join(above: &mut String, below: &str) {
    let below = below.trim_start();
    let gap = below.chars().next().map_or("", |first| gap(above, first));
    above.truncate(above.trim_end().len());
    above.push_str(gap);
    above.push_str(below);
}

/// How many columns a text takes in a terminal.
fn columns(text: &str) -> usize {
    // What all of ASCII takes; the table is for the rest.
    if text.is_ascii() { text.len() } else { text.width() }
}

/// Whether the character is of a script that has no space between words, or one of its marks.
fn is_unspaced(c: char) -> bool {
    matches!(Unspaced::of(c), Some(Unspaced::Han | Unspaced::Kana))
        || matches!(c, '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ff65}')
}

#[cfg(test)]
mod tests {
    use super::*;

    const WRAPPED: &str = "After nine days of flood the Orla is back within its banks, the water\n\
        board of Tessel said on Friday. Crews will inspect the dikes for a week,\n\
        and the ferry at the mill goes again from Monday morning on, when all of\n\
        the schools open, too.\n\
        \n\
        Most people went home on the same day.\n";

    fn lines(text: &str) -> Vec<&str> {
        text.lines().collect()
    }

    fn whole(text: &str) -> Vec<String> {
        let mut texts = lines(text);
        unquote(&mut texts);
        let mut whole: Vec<String> = Vec::new();
        for (text, goes_on) in texts.iter().zip(goes_on(&texts)) {
            match whole.last_mut() {
                Some(above) if goes_on => join(above, text),
                _ => whole.push((*text).to_owned()),
            }
        }
        whole
    }

    #[test]
    fn wrapped_sentences_are_whole_again() {
        let whole = whole(WRAPPED);
        assert_eq!(whole.len(), 3, "{whole:?}");
        assert!(whole[0].contains("banks, the water board") && whole[0].ends_with("open, too."));
        assert_eq!(whole[2], "Most people went home on the same day.");
    }

    #[test]
    fn quoted_lines_lose_their_marks() {
        for mark in ["> ", ">", "> > ", ">> "] {
            let quoted = format!("{mark}{}", WRAPPED.trim_end().replace('\n', &format!("\n{mark}")));
            assert_eq!(whole(&quoted), whole(WRAPPED), "{mark}");
        }
    }

    #[test]
    fn a_quotation_in_a_text_keeps_its_mark() {
        let text = "Ana wrote:\n> one\n> two\n> three\nand I said no.";
        assert_eq!(whole(text), lines(text));
    }

    #[test]
    fn whole_paragraphs_and_menus_stay_as_they_are() {
        let paragraphs = "A paragraph of a page that nobody has wrapped at any column is one line, \
            however many words it has, and ends where its last sentence does, as this one.\n"
            .repeat(4);
        assert_eq!(whole(&paragraphs), lines(&paragraphs));
        let menu = "Home\nNews\nSport\nThe river and the people who live on it today\nWeather\n".repeat(3);
        assert_eq!(whole(&menu), lines(&menu));
    }

    #[test]
    fn items_and_lines_set_in_begin_anew() {
        let text = format!(
            "{WRAPPED}\n- The water board of Tessel has told everyone of it by letter, and\n- the mill has not, as far as anybody in the town knows, and nobody asks\n- why.\n"
        );
        assert!(whole(&text).contains(&"- why.".to_owned()));
    }

    #[test]
    fn scripts_without_spaces_are_joined_without_one() {
        let text = "河水在九天之后退回河道水务局周五表示堤坝将在一周内接受检查所有人都\n\
            在同一天回到了家中学校周一重新开学渡轮也将恢复运行镇上的人们终于松\n\
            了一口气磨坊主说他从未见过这样的水势孩子们却很高兴因为他们放了九天\n\
            假。";
        assert_eq!(whole(text), [text.replace('\n', "")]);
    }
}
