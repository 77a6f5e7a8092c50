//! Addresses: made absolute, and none but those that are safe to follow.

use fluent_uri::{Iri, IriRef};

/// What addresses may begin with: of the web, and of a letter.
const OF_WEB: [&str; 2] = ["http://", "https://"];
const OF_LETTER: &str = "mailto:";

/// No address is longer than this, in bytes.
const LONGEST: usize = 2_000;

/// What the addresses of a page are relative to.
#[derive(Clone, Debug, Default)]
pub struct Base(Option<Iri<String>>);

impl Base {
    /// The page's own address, where it is known.
    pub fn new(address: Option<&str>) -> Self {
        let address = address.and_then(|address| Self::default().of_web(address));
        let address = address.and_then(|address| Iri::parse(address).ok());
        Self(address.map(|address| address.strip_fragment().to_owned()))
    }

    /// The base that a page's markup names: it may itself be relative to the page's address.
    pub fn with(self, address: Option<&str>) -> Self {
        match address.and_then(|address| self.of_web(address)) {
            Some(base) => Self::new(Some(&base)),
            None => self,
        }
    }

    /// The address as one of http, https or mailto; none where it is none, or where it is relative and nothing is known
    /// of the page's own.
    pub fn absolute(&self, address: &str) -> Option<String> {
        let address = IriRef::parse(tidy(address)?).ok()?;
        let absolute = match &self.0 {
            Some(base) if !address.has_scheme() => address.resolve_against(base).ok()?.into_string(),
            _ => address.into_string(),
        };
        let is_safe = starts_with(&absolute, OF_LETTER)
            || OF_WEB.iter().any(|start| {
                // Behind it stands a host: a browser takes what comes after a third slash for one, and none begins with
                // a mark, or with one that had to be written by its number.
                let host = absolute.get(start.len()..).unwrap_or_default();
                starts_with(&absolute, start) && host.starts_with(char::is_alphanumeric)
            });
        is_safe.then_some(absolute)
    }

    /// The same of http and https alone.
    pub fn of_web(&self, address: &str) -> Option<String> {
        self.absolute(address)
            .filter(|address| !starts_with(address, OF_LETTER))
    }
}

fn starts_with(address: &str, start: &str) -> bool {
    address
        .get(..start.len())
        .is_some_and(|own| own.eq_ignore_ascii_case(start))
}

/// The address as a browser reads it: what stands around it and line ends in it are nothing, a backslash is a slash, and
/// what no address has in it is written by its number.
fn tidy(address: &str) -> Option<String> {
    let address = address.trim_matches(|c: char| c <= ' ');
    if address.len() >= LONGEST {
        return None;
    }
    let mut tidy = String::with_capacity(address.len());
    for (at, c) in address.char_indices() {
        match c {
            '\t' | '\n' | '\r' => {}
            '\\' => tidy.push('/'),
            ' ' | '"' | '<' | '>' | '`' | '{' | '}' | '|' | '^' | '[' | ']' => escape(&mut tidy, c),
            // A sign of percent that begins no number stands for itself.
            '%' if !is_number(&address[at + 1..]) => escape(&mut tidy, c),
            // A direction or an invisible mark in an address is there to deceive.
            _ if c.is_control() || c.is_whitespace() || crate::chars::is_invisible(c) => return None,
            _ => tidy.push(c),
        }
    }
    Some(tidy)
}

fn escape(address: &mut String, c: char) {
    address.extend(format!("%{:02X}", u32::from(c)).chars());
}

fn is_number(behind: &str) -> bool {
    let digits = behind.bytes().take(2);
    digits.filter(u8::is_ascii_hexdigit).count() == 2
}

#[cfg(test)]
mod tests {
    use super::Base;

    #[test]
    fn addresses_are_absolute_and_safe() {
        let base = Base::new(Some("https://tessel.example/news/orla?page=2"));
        for (address, expected) in [
            ("/mill", Some("https://tessel.example/mill")),
            ("mill", Some("https://tessel.example/news/mill")),
            ("../a b", Some("https://tessel.example/a%20b")),
            ("//quay.example/x", Some("https://quay.example/x")),
            ("?page=3", Some("https://tessel.example/news/orla?page=3")),
            (
                " HTTPS://quay.example/\n?q=\"r\" ",
                Some("HTTPS://quay.example/?q=%22r%22"),
            ),
            ("mailto:ana@tessel.example", Some("mailto:ana@tessel.example")),
            ("https://quay.example/ру", Some("https://quay.example/ру")),
            ("javascript:alert(1)", None),
            ("java\nscript:alert(1)", None),
            ("\u{1}javascript:alert(1)", None),
            ("data:text/html,x", None),
            ("vbscript:x", None),
            ("https://quay.example/\u{202e}x", None),
            ("https://", None),
            ("https:///x", None),
            ("https://?x", None),
            ("https://<b>quay.example/", None),
            (
                "/the river[1].jpg",
                Some("https://tessel.example/the%20river%5B1%5D.jpg"),
            ),
            ("/50%/a%20b", Some("https://tessel.example/50%25/a%20b")),
        ] {
            assert_eq!(base.absolute(address).as_deref(), expected, "{address}");
        }
        assert_eq!(Base::new(None).absolute("/mill"), None);
        assert_eq!(
            Base::new(None).absolute("https://quay.example/").as_deref(),
            Some("https://quay.example/")
        );
        assert_eq!(Base::new(Some("javascript:alert(1)")).absolute("//x/y"), None);
        let below = base.with(Some("/archive/"));
        assert_eq!(
            below.absolute("a").as_deref(),
            Some("https://tessel.example/archive/a")
        );
        assert_eq!(below.of_web("mailto:ana@tessel.example"), None);
    }
}
