//! The words around names in bylines, in lower case.

/// What stands before the names. All that the pattern of bylines takes is among them.
pub const BEFORE: &[&str] = &[
    "analysis by",
    "interview by",
    "opinion by",
    "posted by",
    "published by",
    "recipe by",
    "reported by",
    "reporting by",
    "review by",
    "reviewed by",
    "story by",
    "text by",
    "words by",
    "written by",
    "by",
    "author",
    "autor",
    "autora",
    "autore",
    "autorin",
    "auteur",
    "artikel von",
    "ein artikel von",
    "ein beitrag von",
    "beitrag von",
    "eine kolumne von",
    "alles von",
    "erstellt von",
    "geschrieben von",
    "verfasst von",
    "autor/in",
    "écrit par",
    "publié par",
    "rédigé par",
    "article de",
    "escrito por",
    "publicado por",
    "post by",
    "article by",
    "news by",
    "guide by",
    "feature by",
    "created by",
    "authored by",
    "submitted by",
    "medically reviewed by",
    "fact-checked by",
    "fact checked by",
    "updated by",
    "edited by",
    "thread starter",
    "themenstarter",
    "gepostet von",
    "veröffentlicht von",
    "text und fotos",
    "redaktion",
    "von",
    "propos recueillis par",
    "par",
    "por",
    "di",
    "da",
    "door",
    "av",
    "af",
    "tekst",
    "przez",
    "автор",
    "yazan",
    "بقلم",
    "كتب",
    "كتبت",
    "लेखक",
    "द्वारा",
    "作者",
    "记者",
    "記者",
    "文",
    "取材・文",
    "글",
];

/// What stands alone over a name.
pub const LEAD_IN: [&str; 3] = ["author", "authors", "about the author"];

/// How a line begins that names who has looked at an article.
pub const REVIEWED: [&str; 8] = [
    "reviewed",
    "medically reviewed",
    "fact-checked",
    "fact checked",
    "updated",
    "edited",
    "photo",
    "liked",
];

/// What comes before names in the middle of a line, and whether it is in names, too: "Ana von Reyes".
pub const BY: [(&str, bool); 6] = [
    ("by", false),
    ("par", false),
    ("por", false),
    ("von", true),
    ("door", true),
    ("di", true),
];

/// Words that such a word belongs to.
pub const STARTED: [&str; 7] = [
    "posted",
    "written",
    "published",
    "erstellt",
    "geschrieben",
    "verfasst",
    "uhr",
];

/// How links to what else somebody wrote begin.
pub const SHOW_ALL: [&str; 9] = [
    "zeige alle",
    "alle beiträge",
    "view all",
    "view more",
    "show all",
    "more by",
    "more about",
    "voir tous",
    "updated by",
];

/// Offices that patterns do not look for.
pub const POSTS: [&str; 6] = ["founder", "co-founder", "ceo", "former", "avatar", "bio"];

/// What may stand between one of these and the names, beside white space.
pub const BEHIND_BEFORE: [char; 4] = [':', '：', '|', '/'];

/// What parts the names from what follows them on the line. A point in the middle and a dash may stand inside a name
/// where no space is beside them.
pub const AFTER: &[&str] = &[
    "|",
    "•",
    "●",
    "»",
    "\t",
    " · ",
    "⋅",
    " - ",
    " – ",
    " — ",
    " / ",
    " \u{a0}",
    "\u{a0} ",
    "'s avatar",
    "’s avatar",
];

/// The same, on lines alone: "Ana Reyes in Tessel".
pub const AFTER_ON_LINES: &[&str] = &[" in ", " for "];

/// What stands between a name and a date.
pub const BESIDE: [char; 7] = ['|', '•', '·', '⋅', '/', '–', '—'];

/// Words that join the last name to those before it.
pub const AND: [&str; 9] = ["and", "&", "und", "et", "y", "e", "en", "och", "og"];

/// Words that stand before an office and belong to it: "Ana Reyes Senior Science Editor".
pub const BEFORE_OFFICE: &[&str] = &[
    "arts",
    "associate",
    "business",
    "chief",
    "city",
    "culture",
    "deputy",
    "digital",
    "education",
    "environment",
    "executive",
    "foreign",
    "freelance",
    "guest",
    "health",
    "managing",
    "national",
    "news",
    "political",
    "politics",
    "science",
    "senior",
    "special",
    "sports",
    "staff",
    "technology",
    "world",
];

/// What an office may end with beside what the table has: "reporters", "Redakteurin".
pub const OFFICE_ENDINGS: [&str; 7] = ["", "s", "in", "innen", "e", "a", "ة"];

/// Words before the number of a date that belong to it.
pub const BEFORE_DATE: &[&str] = &[
    "published",
    "posted",
    "veröffentlicht",
    "publié",
    "publicado",
    "publicada",
    "pubblicato",
    "on",
    "at",
    "last",
    "first",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "montag",
    "dienstag",
    "mittwoch",
    "donnerstag",
    "freitag",
    "samstag",
    "sonntag",
    "lundi",
    "mardi",
    "mercredi",
    "jeudi",
    "vendredi",
    "samedi",
    "dimanche",
];

/// The same, where they are in lower case on the line: "Le" is a name too.
pub const SMALL_BEFORE_DATE: [&str; 4] = ["am", "den", "el", "le"];

/// Words that call what follows an address.
pub const BEFORE_ADDRESS: [&str; 3] = ["email", "e-mail", "mail"];
