//! The names in a byline.

use crate::chars::trim;
use crate::patterns::OFFICES;

/// What stands before the names, in lower case; the longest first where one begins with another.
const BEFORE: &[&str] = &[
    "written by ",
    "words by ",
    "text by ",
    "story by ",
    "reporting by ",
    "reported by ",
    "posted by ",
    "published by ",
    "reviewed by ",
    "review by ",
    "recipe by ",
    "interview by ",
    "analysis by ",
    "opinion by ",
    "by: ",
    "by ",
    "author: ",
    "author ",
    "text und fotos: ",
    "ein artikel von ",
    "von ",
    "autor: ",
    "autorin: ",
    "autora: ",
    "auteur : ",
    "auteur: ",
    "propos recueillis par ",
    "par ",
    "por ",
    "autore: ",
    "di ",
    "door ",
    "av ",
    "af ",
    "autor ",
    "tekst: ",
    "автор: ",
    "автор ",
    "yazan: ",
    "بقلم: ",
    "بقلم ",
    "كتب: ",
    "كتبت: ",
    "كتب ",
    "लेखक: ",
    "द्वारा ",
    "作者：",
    "作者:",
    "作者 ",
    "记者：",
    "记者 ",
    "文：",
    "文/",
    "取材・文：",
    "取材・文 ",
    "記者：",
    "글 ",
];

/// What parts the names from what follows them on the line.
const AFTER: &[&str] = &[" | ", " • ", " · ", " – ", " — ", "\t", " / "];

/// The names of a byline: without "By", without what follows a bar or a dash, without an office after a comma.
/// None where nothing is left.
pub fn name(line: &str) -> Option<String> {
    let mut names = trim(line);
    for before in BEFORE {
        if let Some(rest) = strip_prefix(names, before) {
            names = rest;
            break;
        }
    }
    for after in AFTER {
        names = names.split(after).next().unwrap_or(names);
    }
    let names: Vec<&str> = names
        .split(", ")
        .take_while(|part| !is_office(part) && !part.contains(|c: char| c.is_numeric()))
        .collect();
    let names = names.join(", ");
    let names = trim(&names).trim_end_matches([',', ':', '-']);
    (!names.is_empty()).then(|| names.to_owned())
}

/// `text` after a prefix that is in lower case, whatever the case of `text`.
fn strip_prefix<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let mut rest = text.chars();
    for wanted in prefix.chars() {
        // A line that ends in "By" has lost the space after it.
        let c = rest.next().or((wanted == ' ').then_some(' '))?;
        let same = c == wanted || c.to_lowercase().eq([wanted]) || (wanted == ' ' && c.is_whitespace());
        if !same {
            return None;
        }
    }
    Some(rest.as_str().trim_start())
}

fn is_office(part: &str) -> bool {
    let part = part.to_lowercase();
    OFFICES.iter().any(|office| part.contains(office))
}

#[cfg(test)]
mod tests {
    use super::name;

    #[test]
    fn names_alone_are_left() {
        for (line, names) in [
            ("By Ana Reyes", "Ana Reyes"),
            ("BY ANA REYES | March 3, 2020", "ANA REYES"),
            ("Ana Reyes, science editor", "Ana Reyes"),
            (
                "By Ana Reyes, Tom Vale and Li Wen",
                "Ana Reyes, Tom Vale and Li Wen",
            ),
            ("Von Lena Brandt und Jo Weiß", "Lena Brandt und Jo Weiß"),
            ("作者：林海、周南", "林海、周南"),
            ("Propos recueillis par Luc Mory", "Luc Mory"),
        ] {
            assert_eq!(name(line).as_deref(), Some(names), "{line}");
        }
        assert_eq!(name("By "), None);
        assert_eq!(name(""), None);
    }
}
