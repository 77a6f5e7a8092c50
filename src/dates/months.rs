//! The names of the months, in the languages that pages come in.

use std::sync::LazyLock;

use crate::words::{WordMap, hash};

/// Names that are words, names of people or units as well: "12 out of 20", "25 may have left", "3 jan wrote".
const WORDS: [&str; 29] = [
    "ago", "aug", "cze", "dec", "gen", "giu", "gru", "jan", "jun", "juin", "lis", "lug", "lut", "mag", "mai",
    "mar", "mars", "may", "out", "ott", "sep", "set", "sie", "آب", "جوان", "ماي", "مه", "जन", "नव",
];

/// Those of them that English writes before the day.
const WORDS_BEFORE_DAY: [&str; 7] = ["aug", "dec", "jan", "jun", "mar", "may", "sep"];

/// Stands in the table for a name that is left out.
const NO_NAME: &str = "-";

/// Stands in the table for the space inside a name.
const SPACE: char = '_';

/// The number of the month, 1 to 12, that a lower-case name or abbreviation stands for.
pub fn number(name: &str) -> Option<u8> {
    MONTHS.get(&hash(name.trim_end_matches('.').as_bytes())).copied()
}

/// Whether the name is a word too, so that a number before it makes no date by itself.
pub fn is_word(name: &str) -> bool {
    WORDS.contains(&name)
}

/// Whether the name is a word too, so that a number behind it makes no date by itself.
pub fn is_word_before_day(name: &str) -> bool {
    is_word(name) && !WORDS_BEFORE_DAY.contains(&name)
}

/// What a word may be the name of a month by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// It is a name.
    Whole,
    /// It is the first word of a name that has a space inside.
    First,
}

/// Whether the word is a month's name, or the first word of one.
pub fn part(word: &str) -> Option<Part> {
    PARTS.get(&hash(word.trim_end_matches('.').as_bytes())).copied()
}

/// The names that have a space inside.
pub fn names_of_two_words() -> impl Iterator<Item = String> {
    let names = NAMES.split(['\n', ' ', '/']).filter(|name| name.contains(SPACE));
    names.map(spaced)
}

fn spaced(name: &str) -> String {
    name.replace(SPACE, " ")
}

static PARTS: LazyLock<WordMap<Part>> = LazyLock::new(|| {
    let names = NAMES.split(['\n', ' ', '/']).filter(|&name| name != NO_NAME);
    names
        .map(|name| {
            let first = name.split_once(SPACE).map(|(first, _)| (first, Part::First));
            first.unwrap_or((name, Part::Whole))
        })
        .map(|(name, part)| (hash(name.as_bytes()), part))
        .collect()
});

static MONTHS: LazyLock<WordMap<u8>> = LazyLock::new(|| {
    NAMES
        .lines()
        .flat_map(|line| line.split(' ').zip(1..))
        .flat_map(|(names, month)| names.split('/').map(move |name| (name, month)))
        .filter(|&(name, _)| name != NO_NAME)
        .map(|(name, month)| (hash(spaced(name).as_bytes()), month))
        .collect()
});

/// A language a line, twelve months apart by spaces, forms of one month apart by `/`. A name stands for one month
/// alone: `listopada` is November, as in Polish, and not the October of Croatian.
const NAMES: &str = "\
january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sep/sept october/oct november/nov december/dec
januar/jänner februar/feber märz/mär/mrz april mai juni juli august september oktober/okt november dezember/dez
janvier/janv février/févr/fév mars avril/avr mai juin juillet/juil août septembre octobre novembre décembre/déc
enero/ene febrero marzo abril/abr mayo junio julio agosto/ago septiembre/setiembre octubre noviembre diciembre/dic
janeiro fevereiro/fev março abril maio/mai junho julho agosto setembro/set outubro/out novembro dezembro/dez
gennaio/gen febbraio marzo aprile maggio/mag giugno/giu luglio/lug agosto settembre ottobre/ott novembre dicembre
januari februari maart/mrt april mei juni juli augustus september oktober november december
januari februari mars april maj juni juli augusti september oktober november december
januar februar marts april maj juni juli august september oktober november desember/des
tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta
stycznia/sty lutego/lut marca kwietnia/kwi maja czerwca/cze lipca/lip sierpnia/sie września/wrz października/paź listopada/lis grudnia/gru
ledna února března dubna května června července srpna září října listopadu prosince
január február március április május június július augusztus szeptember október november december
ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie
siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna - studenoga prosinca
января/янв февраля/фев марта/мар апреля/апр мая/май июня/июн июля/июл августа/авг сентября/сен октября/окт ноября/ноя декабря/дек
січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
януари февруари март април май юни юли август септември октомври ноември декември
ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
ιανουαρίου/ιαν φεβρουαρίου/φεβ μαρτίου/μαρ απριλίου/απρ μαΐου/μαϊου/μαΐ ιουνίου/ιουν ιουλίου/ιουλ αυγούστου/αυγ σεπτεμβρίου/σεπ οκτωβρίου/οκτ νοεμβρίου/νοε δεκεμβρίου/δεκ
يناير فبراير مارس أبريل/ابريل/إبريل مايو يونيو يوليو أغسطس/اغسطس سبتمبر أكتوبر/اكتوبر نوفمبر ديسمبر
كانون_الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين_الأول تشرين_الثاني كانون_الأول
جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر
ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر
ינואר/בינואר פברואר/בפברואר מרץ/במרץ אפריל/באפריל מאי/במאי יוני/ביוני יולי/ביולי אוגוסט/באוגוסט ספטמבר/בספטמבר אוקטובר/באוקטובר נובמבר/בנובמבר דצמבר/בדצמבר
जनवरी/जन फरवरी/फ़रवरी/फर मार्च अप्रैल मई जून जुलाई अगस्त/अग सितंबर/सितम्बर/सित अक्टूबर/अक्तूबर/अक्टू नवंबर/नवम्बर/नव दिसंबर/दिसम्बर/दिस
มกราคม/ม.ค กุมภาพันธ์/ก.พ มีนาคม/มี.ค เมษายน/เม.ย พฤษภาคม/พ.ค มิถุนายน/มิ.ย กรกฎาคม/ก.ค สิงหาคม/ส.ค กันยายน/ก.ย ตุลาคม/ต.ค พฤศจิกายน/พ.ย ธันวาคม/ธ.ค
januari februari maret april mei juni juli agustus september oktober november desember
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_has_twelve_months() {
        for line in NAMES.lines() {
            assert_eq!(line.split(' ').count(), 12, "{line}");
        }
    }

    #[test]
    fn a_name_stands_for_one_month() {
        for line in NAMES.lines() {
            for (names, month) in line.split(' ').zip(1..) {
                for name in names.split('/').filter(|&name| name != NO_NAME) {
                    assert_eq!(number(&spaced(name)), Some(month), "{name} in {line}");
                }
            }
        }
        assert_eq!(number("listopada"), Some(11));
        assert_eq!(number(NO_NAME), None);
    }

    #[test]
    fn words_are_names_of_the_table() {
        for word in WORDS {
            assert!(number(word).is_some(), "{word}");
        }
        assert!(WORDS_BEFORE_DAY.into_iter().all(is_word));
    }

    #[test]
    fn names_and_abbreviations_are_known() {
        for (name, month) in [
            ("feb.", 2),
            ("märz", 3),
            ("août", 8),
            ("декабря", 12),
            ("فبراير", 2),
            ("जनवरी", 1),
            ("كانون الثاني", 1),
        ] {
            assert_eq!(number(name), Some(month), "{name}");
        }
        assert_eq!(number("mayor"), None);
    }
}
