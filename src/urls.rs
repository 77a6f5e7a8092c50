//! Addresses of the web.

use std::fmt::Write as _;

use fluent_uri::{Iri, IriRef};

/// The longest address that is read, in bytes.
const LONGEST: usize = 2_000;

/// What stands in addresses on pages, but may not: it is written as browsers write it.
const ESCAPED: &[u8] = b" \"<>[\\]^`{|}";

/// The address as a whole one, where it leads to the web; a relative one is relative to `base`.
pub fn absolute(base: Option<&str>, address: &str) -> Option<String> {
    let address = escaped(address)?;
    let address = IriRef::parse(address.as_str()).ok()?;
    let whole = if address.has_scheme() {
        address.as_str().to_owned()
    } else {
        let base = escaped(base?)?;
        let base = Iri::parse(base.as_str()).ok()?;
        let resolved = address.resolve_against(&base.strip_fragment()).ok()?;
        resolved.into_string()
    };
    let whole = Iri::parse(whole).ok()?;
    let scheme = whole.scheme().as_str();
    let is_of_web = ["http", "https"]
        .iter()
        .any(|own| scheme.eq_ignore_ascii_case(own));
    let has_host = whole
        .authority()
        .is_some_and(|authority| !authority.host().is_empty());
    (is_of_web && has_host).then(|| whole.into_string())
}

/// The address with what may not stand in one escaped; none where it is too long.
fn escaped(address: &str) -> Option<String> {
    let address = address.trim();
    if address.is_empty() || address.len() > LONGEST {
        return None;
    }
    let mut escaped = String::with_capacity(address.len());
    for (at, c) in address.char_indices() {
        let behind = address.as_bytes().get(at + 1..at + 3);
        let is_escape = behind.is_some_and(|two| two.iter().all(u8::is_ascii_hexdigit));
        let may_stand = u8::try_from(c).map_or(true, |byte| match byte {
            b'%' => is_escape,
            _ => !byte.is_ascii_control() && !ESCAPED.contains(&byte),
        });
        if may_stand {
            escaped.push(c);
        } else {
            // Writing to a string cannot fail.
            let _ = write!(escaped, "%{:02X}", u32::from(c));
        }
    }
    Some(escaped)
}

#[cfg(test)]
mod tests {
    use super::absolute;

    #[test]
    fn relative_addresses_are_relative_to_the_base() {
        let base = Some("https://tessel.example/news/river.html?a=b#top");
        for (address, whole) in [
            ("https://pictures.example/a.jpg", "https://pictures.example/a.jpg"),
            ("//pictures.example/a.jpg", "https://pictures.example/a.jpg"),
            ("/a.jpg?w=300", "https://tessel.example/a.jpg?w=300"),
            ("a.jpg", "https://tessel.example/news/a.jpg"),
            ("../../a.jpg", "https://tessel.example/a.jpg"),
            (
                " /the river[1].jpg ",
                "https://tessel.example/the%20river%5B1%5D.jpg",
            ),
            ("/50%/a%20b.jpg", "https://tessel.example/50%25/a%20b.jpg"),
            ("/flüsse/a.jpg", "https://tessel.example/flüsse/a.jpg"),
        ] {
            assert_eq!(absolute(base, address).as_deref(), Some(whole), "{address}");
        }
    }

    #[test]
    fn what_does_not_lead_to_the_web_is_no_address() {
        for address in [
            "",
            "javascript:alert(1)",
            "data:image/png;base64,AAAA",
            "mailto:a@tessel.example",
            "https://",
            "http:///a",
        ] {
            assert_eq!(
                absolute(Some("https://tessel.example/"), address),
                None,
                "{address}"
            );
        }
        assert_eq!(absolute(None, "/a.jpg"), None);
        assert_eq!(absolute(Some("about:blank"), "/a.jpg"), None);
        assert_eq!(absolute(Some("tessel.example"), "a.jpg"), None);
        assert_eq!(
            absolute(None, &format!("https://tessel.example/{}", "a".repeat(5_000))),
            None
        );
    }
}
