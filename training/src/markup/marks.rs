//! What an element's attributes say of it.

use scraper::node::Element as Tag;

use super::names;

/// Something that an element says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Mark {
    /// Readers' replies.
    Comment,
    /// Other stories.
    Related,
    /// A cookie notice.
    Consent,
    /// An advertisement.
    Advertisement,
    /// A prompt to subscribe.
    Subscribe,
    /// Share buttons.
    Share,
    /// A menu, a breadcrumb, tags, pages.
    Navigation,
    /// The foot of the page or of a part of it.
    Footer,
    /// The head of the page or of a part of it.
    Header,
    /// Who wrote it.
    Author,
    /// Of whoever wrote it.
    Biography,
    /// When it was written.
    Date,
    /// The headline.
    Headline,
    /// The standfirst.
    Subtitle,
    /// What stands under a picture.
    Caption,
    /// Who made a picture.
    Credit,
    /// Copyright and terms.
    Legal,
    /// A button, a field, a form to search or to log in.
    Interface,
    /// A quotation set apart.
    Quote,
    /// Code.
    Code,
    /// A teaser, or another thing that stands on a card.
    Card,
    /// A link.
    Link,
    /// A link to another place on the page.
    InPage,
    /// Bold text.
    Bold,
}

/// A set of marks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Marks(u32);

impl Marks {
    /// What an element's name and attributes say.
    pub fn of(tag: &Tag) -> Self {
        let mut marks = Self::default();
        // Names on these speak of the whole page: "comments-open", "has-sidebar".
        if !matches!(tag.name(), "html" | "body" | "main") {
            for name in ["class", "id", "itemprop", "role", "data-component", "data-testid"] {
                for name in tag.attr(name).unwrap_or_default().split_whitespace() {
                    marks.add_name(name);
                }
            }
        }
        // Posts are named after their topics.
        if tag.name() == "article" || tag.classes().any(|name| name == "hentry" || name == "post") {
            marks.remove(Mark::Navigation);
        }
        // Other words of `rel` are said of links in the text: an affiliate link is "sponsored".
        if tag
            .attr("rel")
            .is_some_and(|rel| rel.split_whitespace().any(|word| word == "author"))
        {
            marks.add(Mark::Author);
        }
        let by_tag: &[Mark] = match tag.name() {
            "nav" => &[Mark::Navigation],
            "footer" => &[Mark::Footer],
            "header" => &[Mark::Header],
            "time" => &[Mark::Date],
            "figcaption" | "caption" => &[Mark::Caption],
            "button" | "input" | "select" | "option" | "optgroup" | "textarea" | "label" | "fieldset" => {
                &[Mark::Interface]
            }
            "blockquote" => &[Mark::Quote],
            "pre" | "samp" | "kbd" => &[Mark::Code],
            "a" if tag.attr("href").is_some_and(is_in_page) => &[Mark::Link, Mark::InPage],
            "a" if tag.attr("href").is_some() => &[Mark::Link],
            "b" | "strong" => &[Mark::Bold],
            _ => &[],
        };
        for &mark in by_tag {
            marks.add(mark);
        }
        marks
    }

    /// Whether the mark is in the set.
    pub const fn has(self, mark: Mark) -> bool {
        self.0 & (1 << mark as u8) != 0
    }

    /// Puts the mark into the set.
    pub const fn add(&mut self, mark: Mark) {
        self.0 |= 1 << mark as u8;
    }

    const fn remove(&mut self, mark: Mark) {
        self.0 &= !(1 << mark as u8);
    }

    fn add_name(&mut self, name: &str) {
        for mark in names::marks(&name_words(name)) {
            self.add(mark);
        }
    }
}

/// Whether a link leads to another place on the page; `#` alone is a button's.
fn is_in_page(target: &str) -> bool {
    target.strip_prefix('#').is_some_and(|name| name.len() > 1)
}

/// The words of a class or an id, in lower case: `relatedPosts-list_2` is "related posts list".
fn name_words(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut after_lower = false;
    for c in name.chars() {
        if !c.is_alphanumeric() || c.is_uppercase() && after_lower {
            words.push(String::new());
        }
        if c.is_alphanumeric() {
            words.last_mut().expect("one at least").extend(c.to_lowercase());
        }
        after_lower = c.is_lowercase() || c.is_numeric();
    }
    words.retain(|word| word.chars().any(char::is_alphabetic));
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_word_by_word() {
        assert_eq!(name_words("relatedPosts-list_2"), ["related", "posts", "list"]);
        for (name, mark, has) in [
            ("js-mostRead", Mark::Related, true),
            ("ad-slot", Mark::Advertisement, true),
            ("shadow-lg", Mark::Advertisement, false),
            ("download", Mark::Advertisement, false),
            ("entry__comments-count", Mark::Comment, false),
            ("NewsletterBox", Mark::Subscribe, true),
        ] {
            let mut marks = Marks::default();
            marks.add_name(name);
            assert_eq!(marks.has(mark), has, "{name}");
        }
    }
}
