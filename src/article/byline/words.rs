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
    "ein artikel von",
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

/// What may stand between one of these and the names, beside white space.
pub const BEHIND_BEFORE: [char; 4] = [':', '：', '|', '/'];

/// What parts the names from what follows them on the line. A point in the middle and a dash may stand inside a name
/// where no space is beside them.
pub const AFTER: &[&str] = &["|", "•", "\t", " · ", " - ", " – ", " — ", " / "];

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
