//! The article's picture.

use crate::metadata::{Field, Metadata, Source};
use crate::urls::Base;

/// So many addresses are tried.
const MOST: usize = 8;

/// Where it is told, the most trusted first.
const ORDER: [Source; 6] = [
    Source::OpenGraph,
    Source::LinkedArticle,
    Source::Card,
    Source::LinkedPage,
    Source::Microdata,
    Source::Rel,
];

/// The address of the picture that the markup names, if it is one of the web.
pub fn address(metadata: &Metadata, base: &Base) -> Option<String> {
    let told = ORDER.iter().flat_map(|&source| metadata.of(Field::Image, source));
    told.take(MOST).find_map(|address| base.of_web(address))
}
