//! Which site a page is of. Pages of one site share their boilerplate word for word, so whatever is learned from some
//! pages and measured on others splits them by site.

use std::net::IpAddr;

use crate::corpus::CorpusPage;

/// What FNV-1a, in 64 bits, starts from and multiplies with: <http://www.isthe.com/chongo/tech/comp/fnv/>.
const FNV_OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const FNV_PRIME: u64 = 0x0100_0000_01b3;

/// The site that `url` is on: the name that its owner registered, in lower case; the whole host where that is an
/// address or has no such name; nothing when there is no host.
///
/// By the public part of the Public Suffix List alone: blogs under one host (`a.blogspot.com`, `b.blogspot.com`) share
/// the host's templates, so they are one site. Where the corpus keeps the name of a file in place of the URL
/// (`hard::example.com.pa-title.html`), the host is what that name starts with.
pub fn site(url: &str) -> String {
    let url = url.trim().to_lowercase();
    let host = match url.split_once("://") {
        Some((_, rest)) => host(rest),
        None => host_of_file(url.rsplit_once("::").map_or(&*url, |(_, name)| name)),
    };
    let host = host.trim_end_matches('.');
    let site = if host.parse::<IpAddr>().is_ok() {
        host
    } else {
        registered(host)
    };
    site.to_owned()
}

/// The site of `page`: that of its URL. A page without a URL is a site of its own, named by its id; nothing tells what
/// other pages it belongs to, and such pages are too few to hold back.
pub fn site_of(page: &CorpusPage) -> String {
    let site = site(&page.url);
    if site.is_empty() { page.id.clone() } else { site }
}

/// The fold of a site, from 0 to `folds - 1`. It depends on the name alone, so that pages of one site are always in
/// one fold, whatever other pages there are.
///
/// # Panics
/// When `folds` is 0.
pub fn fold(site: &str, folds: usize) -> usize {
    (hash(site) % folds as u64) as usize
}

/// The site as a number, for lists of sites that do not name them.
pub fn hash(site: &str) -> u64 {
    site.bytes().fold(FNV_OFFSET, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(FNV_PRIME)
    })
}

/// The host at the start of what follows a scheme, without user, port and the brackets of an address.
fn host(rest: &str) -> &str {
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = authority.rsplit('@').next().unwrap_or_default();
    match host.strip_prefix('[') {
        Some(address) => address.split(']').next().unwrap_or_default(),
        None => host.split(':').next().unwrap_or_default(),
    }
}

/// The host at the start of a saved page's file name, where a hyphen or a dot parts it from the title: as many labels
/// as end in a suffix that the list knows.
fn host_of_file(name: &str) -> &str {
    let name = name.split(['-', '/']).next().unwrap_or_default();
    name.match_indices('.')
        .map(|(at, _)| &name[..at])
        .chain([name])
        .rfind(|host| {
            host.contains('.') && psl::suffix(host.as_bytes()).is_some_and(|suffix| suffix.is_known())
        })
        .unwrap_or_default()
}

/// The public suffix that `host` ends in, and one label more; `host` as it is when it is no longer than that.
fn registered(host: &str) -> &str {
    let mut start = 0;
    for (dot, _) in host.match_indices('.') {
        if is_public_suffix(&host[dot + 1..]) {
            return &host[start..];
        }
        start = dot + 1;
    }
    host
}

/// Whether names are registered right under `name`, with a registry and not with some company.
fn is_public_suffix(name: &str) -> bool {
    psl::suffix(name.as_bytes())
        .is_some_and(|suffix| suffix == name && suffix.typ() != Some(psl::Type::Private))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_site_is_the_registered_name() {
        for (url, expected) in [
            ("https://www.example.com/a/b?c=d.org#e", "example.com"),
            ("http://Forum.Example.ORG:8080", "example.org"),
            ("https://user:word@news.example.co.uk./x", "example.co.uk"),
            ("https://example.com?next=http://other.org", "example.com"),
            ("https://example.com.br/", "example.com.br"),
            ("https://a.b.blogspot.com/", "blogspot.com"),
            ("https://somebody.github.io/post", "github.io"),
            ("https://host.of.an.unlisted/", "an.unlisted"),
            ("http://localhost:3000/", "localhost"),
            ("http://192.0.2.7/page", "192.0.2.7"),
            ("http://[2001:db8::1]:80/page", "2001:db8::1"),
            ("", ""),
        ] {
            assert_eq!(site(url), expected, "{url}");
        }
    }

    #[test]
    fn the_name_of_a_file_starts_with_the_host() {
        for (name, expected) in [
            ("hard::example.com-attacks.html", "example.com"),
            ("hard::example.com.pa-work.html", "example.com.pa"),
            ("hard::blog.example.de.2023.01.letters-11.html", "example.de"),
            ("recall::example.org.html", "example.org"),
            ("title.html", ""),
        ] {
            assert_eq!(site(name), expected, "{name}");
        }
    }

    #[test]
    fn a_page_without_a_url_is_a_site_of_its_own() {
        let page = |url: &str| CorpusPage {
            id: "page-1".to_owned(),
            url: url.to_owned(),
            ..CorpusPage::default()
        };
        assert_eq!(site_of(&page("")), "page-1");
        assert_eq!(site_of(&page("https://www.example.com/")), "example.com");
    }

    #[test]
    fn folds_stay_the_same_and_hold_about_as_many_sites_each() {
        // The published FNV-1a of "a" and "foobar" are 0xaf63dc4c8601ec8c and 0x85944171f73967e8.
        assert_eq!(fold("a", 1 << 32), 0x8601_ec8c);
        assert_eq!(fold("foobar", 1 << 32), 0xf739_67e8);
        let mut counts = [0; 5];
        for number in 0..1000 {
            counts[fold(&format!("site{number}.example"), counts.len())] += 1;
        }
        assert!(
            counts.iter().all(|count| (150..250).contains(count)),
            "{counts:?}"
        );
    }
}
