//! What the names of `meta` elements mean.

use super::{Field, Source};

use Field::{Author, Description, Image, Language, Published, Site, Title};
use Source::{Card, DublinCore, OpenGraph, Plain, Vendor};

/// Each name in lower case. A name that begins with `article:` also comes behind `og:`.
const NAMES: [(&str, Field, Source); 74] = [
    ("og:title", Title, OpenGraph),
    ("og:site_name", Site, OpenGraph),
    ("og:description", Description, OpenGraph),
    ("og:image", Image, OpenGraph),
    ("og:image:url", Image, OpenGraph),
    ("og:image:secure_url", Image, OpenGraph),
    ("og:locale", Language, OpenGraph),
    ("og:author", Author, OpenGraph),
    ("og:published_time", Published, OpenGraph),
    ("og:pubdate", Published, OpenGraph),
    ("og:publish_date", Published, OpenGraph),
    ("article:author", Author, OpenGraph),
    ("article:author_name", Author, OpenGraph),
    ("article:published_time", Published, OpenGraph),
    ("article:published", Published, OpenGraph),
    ("book:author", Author, OpenGraph),
    ("twitter:title", Title, Card),
    ("twitter:text:title", Title, Card),
    ("twitter:description", Description, Card),
    ("twitter:image", Image, Card),
    ("twitter:image:src", Image, Card),
    ("fb_title", Title, Card),
    ("dc.title", Title, DublinCore),
    ("dcterms.title", Title, DublinCore),
    ("dc.creator", Author, DublinCore),
    ("dc.creator.name", Author, DublinCore),
    ("dcterms.creator", Author, DublinCore),
    ("dc.date", Published, DublinCore),
    ("dc.date.issued", Published, DublinCore),
    ("dc.date.created", Published, DublinCore),
    ("dcterms.date", Published, DublinCore),
    ("dcterms.created", Published, DublinCore),
    ("dcterms.issued", Published, DublinCore),
    ("dc.description", Description, DublinCore),
    ("dcterms.description", Description, DublinCore),
    ("dc.publisher", Site, DublinCore),
    ("dcterms.publisher", Site, DublinCore),
    ("dc.language", Language, DublinCore),
    ("dcterms.language", Language, DublinCore),
    ("sailthru.title", Title, Vendor),
    ("sailthru.author", Author, Vendor),
    ("sailthru.date", Published, Vendor),
    ("parsely-title", Title, Vendor),
    ("parsely-author", Author, Vendor),
    ("parsely-pub-date", Published, Vendor),
    ("cxenseparse:title", Title, Vendor),
    ("cxenseparse:author", Author, Vendor),
    ("cxenseparse:publishtime", Published, Vendor),
    ("cxenseparse:recs:publishtime", Published, Vendor),
    ("shareaholic:article_author_name", Author, Vendor),
    ("shareaholic:article_published_time", Published, Vendor),
    ("citation_title", Title, Vendor),
    ("citation_author", Author, Vendor),
    ("citation_publication_date", Published, Vendor),
    ("citation_online_date", Published, Vendor),
    ("prism.publicationdate", Published, Vendor),
    ("title", Title, Plain),
    ("headline", Title, Plain),
    ("author", Author, Plain),
    ("authors", Author, Plain),
    ("byl", Author, Plain),
    ("creator", Author, Plain),
    ("date", Published, Plain),
    ("pubdate", Published, Plain),
    ("pub_date", Published, Plain),
    ("published", Published, Plain),
    ("published_at", Published, Plain),
    ("publish_date", Published, Plain),
    ("publish-date", Published, Plain),
    ("publication_date", Published, Plain),
    ("application-name", Site, Plain),
    ("description", Description, Plain),
    ("content-language", Language, Plain),
    ("language", Language, Plain),
];

/// What a `meta` element of this name tells.
pub fn meaning(name: &str) -> Option<(Field, Source)> {
    let name = name.trim();
    let behind = name.get(..3).filter(|start| start.eq_ignore_ascii_case("og:"));
    let behind = behind.map_or("", |_| &name[3..]);
    NAMES
        .iter()
        .find(|(known, _, _)| {
            name.eq_ignore_ascii_case(known)
                || known.starts_with("article:") && behind.eq_ignore_ascii_case(known)
        })
        .map(|&(_, field, source)| (field, source))
}
