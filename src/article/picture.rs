//! The article's picture.

use crate::metadata::{Field, Metadata, Source};
use crate::urls;

/// Where it is told, the most trusted first.
const ORDER: [Source; 6] = [
    Source::OpenGraph,
    Source::LinkedArticle,
    Source::Card,
    Source::LinkedPage,
    Source::Microdata,
    Source::Rel,
];

/// The address of the picture that the markup names, if it is one of the web. A relative one is relative to the page's
/// base, which is relative to its address.
pub fn address(metadata: &Metadata, url: Option<&str>) -> Option<String> {
    let page = url.or_else(|| metadata.first(Field::Canonical, &[Source::Rel, Source::OpenGraph]));
    let base = metadata.first(Field::Base, &[Source::Element]);
    let base = base.and_then(|base| urls::absolute(page, base));
    let base = base.as_deref().or(page);
    let told = ORDER.iter().flat_map(|&source| metadata.of(Field::Image, source));
    told.take(MOST).find_map(|address| urls::absolute(base, address))
}

/// So many addresses are tried.
const MOST: usize = 8;
