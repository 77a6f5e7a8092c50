//! What a page says of itself, read from its HTML.

use super::{Field, Metadata, Source};
use crate::source::html;

fn said(html: &str) -> Metadata {
    html::read(html).structure.metadata.clone()
}

#[test]
fn the_head_of_a_page_is_read() {
    let metadata = said(
        "<html lang=de dir=ltr><head><base href=/b/><title>Der Fluss &amp; die\n Stadt</title>\
         <meta property=og:title content='Der Fluss'><link rel='canonical nofollow' href=/fluss></head><p>a",
    );
    for (field, source, text) in [
        (Field::Language, Source::Element, "de"),
        (Field::Direction, Source::Element, "ltr"),
        (Field::Base, Source::Element, "/b/"),
        (Field::Title, Source::Element, "Der Fluss & die Stadt"),
        (Field::Title, Source::OpenGraph, "Der Fluss"),
        (Field::Canonical, Source::Rel, "/fluss"),
    ] {
        assert_eq!(metadata.of(field, source).next(), Some(text));
    }
}
