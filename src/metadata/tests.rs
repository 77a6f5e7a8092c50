//! What a page says of itself, read from its HTML.

use super::{Field, MOST_OF_A_FIELD, Metadata, Source};
use crate::source::html;

fn said(html: &str) -> Metadata {
    html::read(html).structure.metadata.clone()
}

/// All that is told of the field in this place.
fn all(metadata: &Metadata, field: Field, source: Source) -> String {
    metadata.of(field, source).collect::<Vec<_>>().join("; ")
}

#[test]
fn the_head_of_a_page_is_read() {
    let metadata = said(
        "<html lang=de dir=ltr><head><base href=/b/><title>Der Fluss &amp; die\n Stadt</title><title>b</title>\
         <meta property=og:title content='Der Fluss'><link rel='canonical nofollow' href=/fluss>\
         <meta name=OG:article:published_time content=2017-02-25><meta name=parsely-author content='Ana Reyes'>\
         <meta name=DC.Creator content='Tom Vale'><meta name=author content='Li Wen'><meta name=author content='Jo Ray'>\
         <meta http-equiv=content-language content=de-AT><meta name=author content=' '><meta name=x content=y></head><p>a",
    );
    for (field, source, text) in [
        (Field::Language, Source::Element, "de"),
        (Field::Language, Source::Plain, "de-AT"),
        (Field::Direction, Source::Element, "ltr"),
        (Field::Base, Source::Element, "/b/"),
        (Field::Title, Source::Element, "Der Fluss & die Stadt"),
        (Field::Title, Source::OpenGraph, "Der Fluss"),
        (Field::Canonical, Source::Rel, "/fluss"),
        (Field::Published, Source::OpenGraph, "2017-02-25"),
        (Field::Author, Source::Vendor, "Ana Reyes"),
        (Field::Author, Source::DublinCore, "Tom Vale"),
        (Field::Author, Source::Plain, "Li Wen; Jo Ray"),
    ] {
        assert_eq!(all(&metadata, field, source), text, "{field:?} {source:?}");
    }
}

#[test]
fn json_ld_tells_of_the_article_whatever_its_form() {
    for json in [
        r#"{"@type":"NewsArticle","headline":"The Orla","author":"Ana Reyes","datePublished":"2017-02-25"}"#,
        r#"[{"@type":["Thing","http://schema.org/BlogPosting"],"name":"The Orla","author":[{"name":"Ana Reyes"}],
            "dateCreated":"2017-02-25"}]"#,
        r##"{"@graph":[{"@type":"Article","headline":"The Orla","author":{"@id":"#ana"},"datePublished":"2017-02-25"},
            {"@type":"Person","@id":"#ana","name":"Ana Reyes"}]}"##,
        r#"{"@type":"QAPage","mainEntity":{"@type":"Question","name":"The Orla","author":{"name":["Ana Reyes"]},
            "datePublished":"2017-02-25"}}"#,
    ] {
        let metadata = said(&format!(
            "<script type='application/ld+json; charset=utf-8'>{json}</script>"
        ));
        for (field, text) in [
            (Field::Title, "The Orla"),
            (Field::Author, "Ana Reyes"),
            (Field::Published, "2017-02-25"),
        ] {
            assert_eq!(all(&metadata, field, Source::LinkedArticle), text, "{json}");
        }
    }
}

#[test]
fn what_is_no_article_is_no_article_in_json_ld_either() {
    let metadata = said(
        r#"<script type=application/ld+json>[{"@type":"Organization","name":"a"},{"@type":"WebSite","name":"The Courier"},
        {"@type":"WebPage","name":"The Orla","image":{"url":"/a.jpg"}},{"@type":"ItemList","itemListElement":
        [{"@type":"Article","headline":"b"}]}]</script><script>{"@type":"Article","headline":"c"}</script>"#,
    );
    assert_eq!(all(&metadata, Field::Title, Source::LinkedArticle), "");
    assert_eq!(all(&metadata, Field::Title, Source::LinkedPage), "The Orla");
    assert_eq!(all(&metadata, Field::Site, Source::LinkedPage), "The Courier");
    assert_eq!(all(&metadata, Field::Image, Source::LinkedPage), "/a.jpg");
}

#[test]
fn microdata_times_and_links_tell() {
    let metadata = said(
        "<article itemscope itemtype=https://schema.org/Article><h1 itemprop='name headline'>The <b>Orla</b></h1>\
         <span itemprop=author itemscope>By <a itemprop=url href=/ana><i itemprop=name>Ana Reyes</i></a>, editor</span>\
         <span itemprop=creator>Tom Vale</span><meta itemprop=datePublished content=2017-02-25>\
         <time class='entry updated' datetime=2017-03-01>1 March</time><time datetime=2017-02-25T10:00>x</time>\
         <time>26 February 2017</time><a rel='nofollow author' href=/ana>Ana</a><img itemprop=image src=a.jpg>\
         <div itemprop=publisher itemscope><meta itemprop=name content='The Courier'></div>\
         <div itemprop=comment itemscope itemtype=https://schema.org/Comment><div><b itemprop=author>Jo</b></div>\
         <time datetime=2018-01-01>x</time></div><b itemprop=author>Li Wen</b></article>",
    );
    for (field, source, text) in [
        (Field::Title, Source::Microdata, "The Orla"),
        (Field::Author, Source::Microdata, "Ana Reyes; Tom Vale; Li Wen"),
        (Field::Published, Source::Microdata, "2017-02-25"),
        (
            Field::Published,
            Source::Element,
            "2017-02-25T10:00; 26 February 2017",
        ),
        (Field::Author, Source::Rel, "Ana"),
        (Field::Image, Source::Microdata, "a.jpg"),
        (Field::Site, Source::Microdata, "The Courier"),
    ] {
        assert_eq!(all(&metadata, field, source), text, "{field:?} {source:?}");
    }
}

#[test]
fn what_is_kept_is_bounded() {
    let metas: Vec<String> = (0..1_000)
        .map(|i| format!("<meta name=author content='Ana {i}'>"))
        .collect();
    let metas = metas.concat();
    let long = format!("<meta name=date content='{}'>", "a".repeat(5_000));
    let metadata = said(&format!("{metas}{long}<meta property=og:title content=River>"));
    assert_eq!(metadata.of(Field::Author, Source::Plain).count(), MOST_OF_A_FIELD);
    assert_eq!(metadata.of(Field::Author, Source::Plain).next(), Some("Ana 0"));
    assert_eq!(all(&metadata, Field::Title, Source::OpenGraph), "River");
    assert!(
        metadata
            .of(Field::Published, Source::Plain)
            .all(|date| date.len() <= 2_000)
    );
}

#[test]
fn tags_out_of_order_do_no_harm() {
    let metadata = said(
        "</title></script><p itemprop=author>Ana<p>Reyes</p></p></p><div itemprop=author itemscope><div itemprop=author \
         itemscope><title>The Orla</title><script type=application/ld+json>{\"@type\":\"Article\",\"headline\":\"b\"}",
    );
    assert_eq!(all(&metadata, Field::Title, Source::Element), "The Orla");
    assert_eq!(all(&metadata, Field::Title, Source::LinkedArticle), "b");
}
