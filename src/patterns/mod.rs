//! What a line says: phrases, and the patterns of dates, bylines, credits, shares, copyright and addresses.
//!
//! Patterns run on folded lines (lower case, single spaces, ASCII digits), so they need neither case folding nor
//! Unicode tables. Each is tried only on lines that have what it needs, the letters it begins with, or a byte or a word:
//! without the engine's larger machinery a pattern costs as much where it fails as where it holds.

mod pattern;
mod phrases;

use std::borrow::Cow;
use std::sync::LazyLock;

use crate::dates;
use crate::kind::Kind;
use crate::words::{Folded, WordHash, WordMap, words};

use pattern::{Anchored, Beginnings, Searched};

pub use phrases::{Found, Place};

/// What a line says.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Signs {
    /// The phrase of the table that says most.
    pub phrase: Option<Found>,
    /// It names a day.
    pub day: bool,
    /// It names a time of the day.
    pub time: bool,
    /// It says how long ago: "3 hours ago".
    pub ago: bool,
    /// It begins as a byline: "By Ana Reyes".
    pub byline: bool,
    /// It begins as a credit: "Photo: Ana Reyes", or says who contributed.
    pub credit: bool,
    /// It ends with a credit, as captions do: "... after the flood. Photo: Ana Reyes".
    pub ends_credit: bool,
    /// It begins as a share or follow button: "Follow Tessel".
    pub share: bool,
    /// It has a copyright sign or words.
    pub copyright: bool,
    /// It heads a comment section: "12 comments", "Comments (48)".
    pub comments: bool,
    /// It labels a field for an e-mail address, as newsletter boxes have.
    pub email_field: bool,
    /// It asks to subscribe or to get an app.
    pub subscribe: bool,
    /// It says of somebody what office they hold: "Ana Reyes is a reporter in Tessel."
    pub biography: bool,
    /// It has an e-mail address, a web address or a telephone number.
    pub address: bool,
    /// It begins with a price.
    pub price: bool,
    /// It counts something: "12 comments", "4 min read", "4.8 (312)".
    pub count: bool,
}

/// Offices that stand behind the name in a byline, in lower case.
pub const OFFICES: &[&str] = &[
    "reporter",
    "editor",
    "correspondent",
    "writer",
    "columnist",
    "journalist",
    "contributor",
    "staff",
    "redakteur",
    "korrespondent",
    "journaliste",
    "correspondant",
    "redactor",
    "corresponsal",
    "periodista",
    "संवाददाता",
    "مراسل",
    "محرر",
];

/// What one of them begins with.
static OFFICE_BEGINNINGS: LazyLock<Beginnings> =
    LazyLock::new(|| Beginnings::new(OFFICES.iter().map(|office| office.as_bytes())));

/// The offices that a sentence may give somebody; "is staff" is said of others too.
fn professions() -> Vec<&'static str> {
    let others = ["author", "professor", "fellow", "autor", "photographer"];
    let offices = OFFICES.iter().copied().filter(|&office| office != "staff");
    offices.chain(others).collect()
}

/// What says in a line that others or an agency contributed: "Associated Press writers A and B contributed to this report."
const CONTRIBUTED_WORDS: &[&str] = &[
    "contributed to this report",
    "contributed to this story",
    "contributed to this article",
    "contributed reporting",
    "additional reporting by",
    "mit material von",
    "avec afp",
    "avec l'afp",
    "avec reuters",
    "con información de",
];

/// What the credit at the end of a caption may be: agencies, which stand behind a bracket, a slash or a dash.
const AGENCIES: &[&str] = &[
    "ap",
    "afp",
    "reuters",
    "dpa",
    "epa",
    "getty images",
    "shutterstock",
];

/// The words that the credit at the end of a caption may stand behind, with a mark between: "photo: ".
const CREDIT_WORDS: &[&str] = &[
    "photo",
    "foto",
    "bild",
    "image",
    "photograph",
    "crédit",
    "फोटो",
    "फ़ोटो",
    "صورة",
    "تصوير",
];

/// The words that sentences need which [`BIOGRAPHY`] or [`CONTRIBUTED_WORDS`] are for.
static NEEDED: LazyLock<WordMap<Needed>> = LazyLock::new(|| {
    let mut needed = WordMap::<Needed>::default();
    for profession in professions().into_iter().flat_map(words) {
        needed.entry(profession).or_default().biography = true;
    }
    for first in CONTRIBUTED_WORDS
        .iter()
        .filter_map(|phrase| words(phrase).into_iter().next())
    {
        needed.entry(first).or_default().contributed = true;
    }
    needed
});

/// What a line with a word may be.
#[derive(Clone, Copy, Debug, Default)]
struct Needed {
    biography: bool,
    contributed: bool,
}

impl Needed {
    /// What a line of these words may be.
    fn by(words: &[WordHash]) -> Self {
        let mut all = Self::default();
        for one in words.iter().filter_map(|word| NEEDED.get(word)) {
            all.biography |= one.biography;
            all.contributed |= one.contributed;
        }
        all
    }
}

/// Captions have at most so many words.
const LONGEST_CAPTION: f32 = 70.0;

macro_rules! patterns {
    ($($(#[$doc:meta])* $name:ident: $form:ident = $source:expr;)*) => {
        $($(#[$doc])* static $name: LazyLock<$form> =
            LazyLock::new(|| $form::new(stringify!($name), $source));)*

        /// The names of the patterns that begin where the line does, and what they are read from.
        #[cfg(test)]
        fn anchored() -> impl Iterator<Item = (&'static str, &'static str)> {
            let all = [$((stringify!($name), $name.anchored_source()),)*];
            all.into_iter().filter_map(|(name, source)| Some((name, source?)))
        }
    };
}

patterns! {
    /// "3 hours ago", "vor 2 Stunden", "il y a 3 heures", "hace 5 minutos", "3小时前".
    AGO: Anchored = r"^(?:updated |published |posted |vor |il y a |hace |há |منذ |قبل )?[0-9]{1,3} ?(?:(?:secs?|seconds?|mins?|minutes?|hrs?|hours?|days?|weeks?|months?|years?|[hdwmy]|mo|sekunden?|minuten?|std|stunden?|tage?n?|wochen?|monate?n?|jahre?n?|secondes?|heures?|jours?|semaines?|mois|ans?|segundos?|minutos?|horas?|días?|dias?|semanas?|mes|meses|años?|anos?|دقائق|دقيقة|ساعات|ساعة|أيام|मिनट|घंटे|दिन)\.?(?: (?:ago|पहले))?|(?:秒|分钟|小时|天|分|時間|日|か月|个月|年|분|시간|일)(?:以?前| 전|전)?)$";
    /// "By Ana Reyes", "Von ...", "Words by ...".
    BYLINE: Anchored = r"^(?:(?:written|words|text|story|reporting|reported|posted|published|review|reviewed|recipe|interview|analysis|opinion) by|by|von|par|por|di|da|door|av|af|przez|автор|yazan|tekst|author|autor|autora|auteur|autore|redaktion|text und fotos|بقلم|كتب|द्वारा|लेखक|作者|记者|記者|文|文/|取材・文|글)(?:[:：|] ?| |/)[^0-9]{2,60}$";
    /// A name with an office behind it: "Ana Reyes, science editor".
    OFFICE: Searched = &format!(r"^[^0-9,.:]{{4,40}}(?:,| -| –| \|) (?:[^0-9,.:]{{0,30}} )?(?:{})s?[^0-9.]{{0,30}}$", OFFICES.join("|"));
    /// "Photo: ...", "Image credit ...", "(AP Photo/...".
    CREDIT: Anchored = r"^\(?(?:photo|photos|photograph|photography|photographs|image|images|picture|pictures|illustration|graphic|video|credit|credits|source|fuente|quelle|fonte|bron|المصدر|foto|fotos|bild|bilder|grafik|crédit|crédits|photographie|imagen|fotografía|crédito|zdjęcie|fot|фото|fotoğraf|صورة|تصوير|الصورة|फोटो|फ़ोटो|图|图片|图片来源|供图|摄影|写真|撮影|提供|사진)(?: credit| credits| by| courtesy| illustration)?(?: ?[:：/|©] ?| by | courtesy )|^(?:ap photo|getty images|reuters/|afp/|dpa/|\(ap[ )/]|illustration by|photograph by)";
    /// A credit at the end of a caption.
    CREDIT_END: Searched = &format!(r"(?:摄|攝|撮影|提供|供图)[)）]?$|(?:{}) ?[:：/|] ?[^.:]{{2,40}}$|[(/—-] ?(?:{})\)?$|\((?:photo|foto|bild|ap photo|afp|reuters)[^)]{{0,50}}\)$", CREDIT_WORDS.join("|"), AGENCIES.join("|"));
    /// "Share on ...", "Follow Tessel", "12 shares".
    SHARE: Anchored = r"^(?:share|tweet|teilen|partager|compartir|condividi|分享|シェア)(?: (?:this|on|via|to|with|auf|sur|en|su)(?: |$)|到|する|$)|^follow(?: us| me| @[^ ]+| on| [^ .]+(?: [^ .]+)?$)|^(?:like|find|join) us(?: on| at|$)|^[0-9.,]+k? shares?$|^(?:send|share) (?:by|in|via) ";
    /// "© 2017 ...", "(c) 2017", "Copyright".
    COPYRIGHT: Searched = r"^(?:copyright )?\(c\)|^copyright (?:©|by |[^ ]{0,12} ?(?:19|20)[0-9]{2})|©|\(c\) ?(?:19|20)[0-9]{2}";
    /// "Comments (48)", "6 thoughts on ...", "Les commentaires (11)".
    COMMENTS: Anchored = r"^(?:all |show |les |reader |user )?(?:comments?|kommentare|commentaires|comentarios|comentários|commenti|komentarze|reacties|комментарии|yorumlar|التعليقات|تعليقات|टिप्पणियां|टिप्पणियाँ|コメント|评论|댓글)[ :]*[(（]?[0-9]+[)）]?(?:件|条)?$|^[(（]?[0-9]+[)）]? ?(?:comments?|thoughts on|replies to|responses to|responses|kommentare|commentaires|comentarios|comentários|commenti|komentarze|件のコメント|条评论|تعليق|टिप्पणियां)";
    /// The label of a field for an e-mail address.
    EMAIL_FIELD: Anchored = r"^(?:(?:your|enter your|votre|saisissez votre|ihre|deine|tu|su|introduce tu|il tuo) )?(?:e-?mail(?:-adresse| address| adresse)?|adresse (?:e-?mail|électronique|mail)|correo(?: electrónico)?|メールアドレス|电子邮箱|邮箱地址|البريد الإلكتروني|ईमेल(?: पता)?) ?\*?$";
    /// "Subscribe from £1 a week", "Get the Courier app".
    SUBSCRIBE: Anchored = r"^subscribe(?: [^ ]+){0,5}$|^(?:get|download|install|open) (?:the|our) (?:[^ ]+ ){0,3}app$";
    /// What biographies under an article say.
    BIOGRAPHY: Searched = &format!(r"^[^.]{{2,40}} (?:is|was|has been|ist|est|es|writes|reports|covers) (?:[^.]{{0,60}} )?(?:{})(?:[ ,.]|$)", professions().join("|"));
    /// E-mail and web addresses.
    ADDRESS: Searched = r"[a-z0-9._%+-]+@[a-z0-9-]+\.[a-z]|https?://|www\.[a-z0-9-]+\.";
    /// An address in angle brackets behind a link's text.
    LINK: Searched = r" ?<https?://[^ >]*>";
    /// Telephone numbers.
    TELEPHONE: Anchored = r"^(?:tel|phone|telephone|telefon|téléphone|teléfono|fax|call|电话|電話|हेल्पलाइन|هاتف)?[.: ]*\+?[(0-9][0-9() .-]{6,18}[0-9]$";
    /// A price at the start: "$12.99", "EUR 5".
    PRICE: Anchored = r"^(?:(?:from|was|now|only|sale|ab) )?(?:us)?(?:£|€|\$|¥|₹|usd|eur|gbp|rs\.?) ?[0-9]|^[0-9.,]+ ?(?:€|£|\$|usd|eur|zł|kr|руб|₽|円|元)$";
    /// A count of something, and little else; how far a player is.
    COUNT: Anchored = r"^[0-9]{1,2}:[0-9]{2} ?/ ?[0-9]{1,2}:[0-9]{2}|^\(?[0-9][0-9.,]*[km]?\)?(?: [^ ]+)?(?: read| reads| views?| comments?| replies| reviews?| ratings?| likes?| votes?| results?| items?| photos?| minutes?| min| mins)?$|^[0-9]+[- ]min(?:ute)?s? read$|^(?:reading time|lesezeit|temps de lecture|tiempo de lectura)";
}

/// `text` without the addresses that mail programs put in angle brackets behind a link's text.
pub fn without_links(text: &str) -> Cow<'_, str> {
    if text.contains('<') {
        LINK.remove_from(text)
    } else {
        Cow::Borrowed(text)
    }
}

impl Signs {
    /// Whether the line is, or begins with, a phrase of the kind.
    pub fn says(&self, kind: Kind) -> bool {
        self.phrase
            .is_some_and(|found| found.kind == kind && found.place != Place::Within)
    }

    /// Whether a phrase of the kind stands inside the line.
    pub fn mentions(&self, kind: Kind) -> bool {
        self.phrase
            .is_some_and(|found| found.kind == kind && found.place == Place::Within)
    }

    /// What a folded line says. `is_short`: the line is short enough to be more than running text.
    pub fn read(line: &Folded, is_short: bool) -> Self {
        let text = line.text.as_str();
        let mut signs = Self {
            phrase: phrases::find(line),
            ..Self::default()
        };
        let needed = Needed::by(&line.words);
        let has = Has::of(text);
        signs.copyright = has.some(Has::BEYOND_ASCII) && text.contains('©')
            || (has.some(Has::BRACKET) || text.starts_with("copyright")) && COPYRIGHT.is_match(text);
        signs.address =
            (has.some(Has::ADDRESS) || has.some(Has::STOP) && has_www(text)) && ADDRESS.is_match(text);
        signs.credit = CREDIT.is_match(text)
            || needed.contributed && CONTRIBUTED_WORDS.iter().any(|words| text.contains(words));
        signs.biography = needed.biography && BIOGRAPHY.is_match(text);
        signs.ends_credit = line.length <= LONGEST_CAPTION && ends_credit(&line.end);
        if !is_short {
            return signs;
        }
        let can_hold_office = has.some(Has::BEFORE_OFFICE) && names_office(text);
        signs.byline = BYLINE.is_match(text) || can_hold_office && OFFICE.is_match(text);
        signs.share = SHARE.is_match(text);
        signs.email_field = EMAIL_FIELD.is_match(text);
        signs.subscribe = SUBSCRIBE.is_match(text);
        if has.some(Has::DIGIT) {
            signs.day = dates::day(text, dates::Order::DayFirst).is_some();
            signs.time = dates::time(text).is_some();
            signs.ago = AGO.is_match(text);
            signs.address |= TELEPHONE.is_match(text);
            signs.price = PRICE.is_match(text);
            signs.count = COUNT.is_match(text);
            signs.comments = COMMENTS.is_match(text);
        }
        signs
    }
}

/// Which bytes that patterns need a text has: gathered in one pass.
#[derive(Clone, Copy, Debug)]
struct Has(u8);

impl Has {
    const BRACKET: u8 = 1;
    const ADDRESS: u8 = 1 << 1;
    const STOP: u8 = 1 << 2;
    /// An office stands behind a comma, a bar or a dash, and a space.
    const BEFORE_OFFICE: u8 = 1 << 3;
    const DIGIT: u8 = 1 << 4;
    /// What a credit stands behind at a line's end.
    const BEFORE_CREDIT: u8 = 1 << 5;
    const BEYOND_ASCII: u8 = 1 << 6;

    /// Of each byte.
    const TABLE: [u8; 256] = {
        let mut table = [0; 256];
        let mut byte = 0;
        while byte < 256 {
            table[byte] = match byte as u8 {
                b'(' => Self::BRACKET,
                b'@' => Self::ADDRESS,
                b'/' => Self::ADDRESS | Self::BEFORE_CREDIT,
                b'.' => Self::STOP,
                b',' | b'-' => Self::BEFORE_OFFICE,
                b'|' => Self::BEFORE_OFFICE | Self::BEFORE_CREDIT,
                b':' => Self::BEFORE_CREDIT,
                b'0'..=b'9' => Self::DIGIT,
                // What a dash begins with.
                0xe2 => Self::BEFORE_OFFICE | Self::BEYOND_ASCII,
                0x80.. => Self::BEYOND_ASCII,
                _ => 0,
            };
            byte += 1;
        }
        table
    };

    fn of(text: &str) -> Self {
        Self(
            text.bytes()
                .fold(0, |has, byte| has | Self::TABLE[usize::from(byte)]),
        )
    }

    const fn some(self, of: u8) -> bool {
        self.0 & of != 0
    }
}

fn has_www(text: &str) -> bool {
    text.as_bytes().windows(4).any(|four| four == b"www.")
}

/// Whether an office stands behind a space, as it has to for [`OFFICE`].
fn names_office(text: &str) -> bool {
    let spaces = text.bytes().enumerate().filter(|&(_, byte)| byte == b' ');
    let mut behind = spaces.map(|(i, _)| &text.as_bytes()[i + 1..]);
    behind.any(|behind| {
        OFFICE_BEGINNINGS.fit(behind) && OFFICES.iter().any(|office| behind.starts_with(office.as_bytes()))
    })
}

/// Whether a line with this end ends with a credit: behind a word with a mark, in brackets, or as an agency.
fn ends_credit(end: &str) -> bool {
    let has = Has::of(end);
    let can = has.some(Has::BEFORE_CREDIT | Has::BEYOND_ASCII) && names_credit(end)
        || end.ends_with(')')
        || has.some(Has::BEYOND_ASCII) && end.ends_with(['）', '摄', '攝', '影', '供', '图'])
        || AGENCIES.iter().any(|agency| end.ends_with(agency));
    can && CREDIT_END.is_match(end)
}

/// Whether one of [`CREDIT_WORDS`] stands before one of the marks.
fn names_credit(end: &str) -> bool {
    let mut before = end.match_indices([':', '：', '/', '|']).map(|(i, _)| &end[..i]);
    before.any(|before| {
        let before = before.strip_suffix(' ').unwrap_or(before);
        CREDIT_WORDS.iter().any(|word| before.ends_with(word))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signs(line: &str) -> Signs {
        Signs::read(&Folded::new(line), true)
    }

    #[test]
    fn the_beginnings_are_those_of_the_patterns() {
        pattern::tests::check_beginnings(anchored());
    }

    #[test]
    fn bylines() {
        for line in [
            "By Ana Reyes",
            "Von Lena Brandt",
            "Words by A. B. Cole",
            "Ana Reyes, science editor",
            "作者：林海",
        ] {
            assert!(signs(line).byline, "{line}");
        }
        for line in ["By 1990 the river had gone", "Bylaws of the club", "Home"] {
            assert!(!signs(line).byline, "{line}");
        }
    }

    #[test]
    fn credits_and_copyright() {
        assert!(signs("Photo: Ana Reyes").credit);
        assert!(signs("Associated Press writers A and B contributed to this report.").credit);
        assert!(!signs("Photos show the river").credit && !signs("(Apparently the river rose.)").credit);
        assert!(signs("© 2017 Time Inc.").copyright && signs("(c) 2020 Tessel").copyright);
        assert!(signs("Copyright 2019 Tessel Courier").copyright);
        assert!(!signs("Copyright law is older than the printing press").copyright);
    }

    #[test]
    fn biographies() {
        assert!(signs("Ana Reyes is a science editor at the Courier.").biography);
        assert!(!signs("The museum is short of staff.").biography);
        assert!(!signs("The book is authoritative on rivers.").biography);
    }

    #[test]
    fn small_marks_of_a_page() {
        assert!(signs("3 hours ago").ago && signs("vor 2 Stunden").ago && signs("3小时前").ago);
        assert!(
            signs("Follow TIME").share
                && signs("1.2k shares").share
                && !signs("Follow the river to its source.").share
        );
        assert!(!signs("12 mussels").ago && !signs("3 minutes of silence").ago);
        assert!(!signs("Only 3 of 10 came").price && !signs("Lecture hall 2 is full").count);
        assert!(!signs("Share tools with your neighbours").share && !signs("Find useful plants").share);
        assert!(signs("desk@tessel.example").address && signs("+49 30 1234567").address);
        assert!(signs("$12.99").price && signs("4 min read").count && signs("12 comments").count);
        assert!(signs("1:44 PM UTC").time && signs("Feb. 25, 2017").day);
    }
}
