//! Addresses: made absolute, and none but those that are safe to follow.

use oxiri::{Iri, IriRef};

/// What addresses may begin with; behind the first two stands a host.
const SCHEMES: [&str; 3] = ["http://", "https://", "mailto:"];

/// No address is longer than this, in bytes.
const LONGEST: usize = 2_000;

/// What the addresses of a page are relative to.
#[derive(Clone, Debug)]
pub struct Base(Option<Iri<String>>);

impl Base {
    /// The page's own address, where it is known.
    pub fn new(address: Option<&str>) -> Self {
        let address = address.and_then(tidy).filter(|address| is_safe(address));
        Self(address.and_then(|address| Iri::parse(address).ok()))
    }

    /// The address as one of http, https or mailto; none where it is none, or where it is relative and nothing is known
    /// of the page's own.
    pub fn absolute(&self, address: &str) -> Option<String> {
        let address = tidy(address)?;
        let absolute = match &self.0 {
            Some(base) => base.resolve(&IriRef::parse(address).ok()?).ok()?.into_inner(),
            None => Iri::parse(address).ok()?.into_inner(),
        };
        is_safe(&absolute).then_some(absolute)
    }
}

fn is_safe(address: &str) -> bool {
    SCHEMES.iter().any(|scheme| {
        let parts = address.split_at_checked(scheme.len());
        parts.is_some_and(|(start, rest)| {
            start.eq_ignore_ascii_case(scheme) && !rest.is_empty() && !rest.starts_with('/')
        })
    })
}

/// The address as a browser reads it: what stands around it and line ends in it are nothing, a backslash is a slash, and
/// what no address has in it is written by its number.
fn tidy(address: &str) -> Option<String> {
    let address = address.trim_matches(|c: char| c <= ' ');
    if address.len() >= LONGEST {
        return None;
    }
    let mut tidy = String::with_capacity(address.len());
    for c in address.chars() {
        match c {
            '\t' | '\n' | '\r' => {}
            '\\' => tidy.push('/'),
            ' ' | '"' | '<' | '>' | '`' | '{' | '}' | '|' | '^' => {
                tidy.extend(format!("%{:02X}", c as u32).chars())
            }
            // A direction or an invisible mark in an address is there to deceive.
            _ if c.is_control() || c.is_whitespace() || crate::chars::is_invisible(c) => return None,
            _ => tidy.push(c),
        }
    }
    Some(tidy)
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
            ("https:", None),
            ("https:///x", None),
            ("https://quay.example/\u{202e}x", None),
        ] {
            assert_eq!(base.absolute(address).as_deref(), expected, "{address}");
        }
        assert_eq!(Base::new(None).absolute("/mill"), None);
        assert_eq!(
            Base::new(None).absolute("https://quay.example/").as_deref(),
            Some("https://quay.example/")
        );
        assert_eq!(Base::new(Some("javascript:alert(1)")).absolute("//x/y"), None);
    }
}
