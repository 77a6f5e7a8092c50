//! Titles that the lines and the markup tell, alike and not.

use super::*;
use crate::article::tests::assembled_with;

/// The title of a page with this head and these lines, the first of which is labelled as its title.
fn title(head: &str, lines: &[&str]) -> Option<String> {
    let kinds = std::iter::once(Kind::Title).chain(std::iter::repeat(Kind::Navigation));
    let lines: Vec<_> = kinds.zip(lines.iter().copied()).collect();
    assembled_with(&lines, Some(head), Some("https://www.tesselcourier.example/a")).title
}

#[test]
fn the_line_is_the_title_where_the_markup_says_it_too() {
    for told in [
        "river returns to its bed",
        "River returns to its bed | The Tessel Courier",
        "River returns to its bed after nine days",
        "Tessel: River returns to its bed",
    ] {
        let head = format!("<title>{told}</title>");
        assert_eq!(
            title(&head, &["River returns to its bed"]).as_deref(),
            Some("River returns to its bed")
        );
    }
}

#[test]
fn the_markup_is_believed_where_a_line_says_it_or_where_the_page_is_no_article() {
    let head = "<meta property=og:title content='River returns to its bed'>";
    let said = title(head, &["Most read", "River returns to its bed"]);
    assert_eq!(said.as_deref(), Some("River returns to its bed"));
    assert_eq!(
        title(head, &["Our services"]).as_deref(),
        Some("River returns to its bed")
    );
    let with_author = format!("{head}<meta name=author content='Ana Reyes'><h1>The Orla is back</h1>");
    assert_eq!(
        title(&with_author, &["The Orla is back"]).as_deref(),
        Some("The Orla is back")
    );
    let site = "<title>Tessel Courier: River returns</title><meta property=og:title content='River returns'>";
    assert_eq!(
        title(site, &["Tessel Courier", "River returns"]).as_deref(),
        Some("River returns")
    );
}

#[test]
fn a_main_heading_is_the_title_where_the_markup_says_much_the_same() {
    let head = "<title>How the river Orla returns to its bed</title><h1>The river returns</h1>";
    assert_eq!(
        title(head, &["The river returns"]).as_deref(),
        Some("The river returns")
    );
    let told = "How the river Orla returns to its bed";
    for (element, line) in [("p", "The river returns"), ("h1", "Nine days in Tessel")] {
        let head = format!("<title>{told}</title><{element}>{line}</{element}>");
        assert_eq!(title(&head, &[line]).as_deref(), Some(told), "{line}");
    }
}

#[test]
fn several_things_in_json_are_no_title_unless_a_line_says_one() {
    let things = "<script type=application/ld+json>[{\"@type\":\"Question\",\"name\":\"How long is the Orla?\"},\
        {\"@type\":\"Article\",\"headline\":\"River returns\"}]</script>";
    let head = format!("{things}<meta property=og:title content='The Orla guide'>");
    assert_eq!(
        title(&head, &["All of the river"]).as_deref(),
        Some("The Orla guide")
    );
    assert_eq!(title(&head, &["River returns"]).as_deref(), Some("River returns"));
}

#[test]
fn what_only_names_the_site_is_no_title() {
    let head = "<meta property=og:title content='The Tessel Courier'>";
    assert_eq!(title(head, &["River returns"]).as_deref(), Some("River returns"));
    let more = format!("{head}<title>River returns</title>");
    assert_eq!(title(&more, &["Our services"]).as_deref(), Some("River returns"));
}

#[test]
fn a_title_begins_with_what_another_line_says() {
    let head = "<title>Building a raft - The Big Book of Rafts</title>";
    for line in ["The Big Book of Rafts", "Tessel Courier", "Menu"] {
        assert_eq!(
            title(head, &[line, "Building a raft"]).as_deref(),
            Some("Building a raft"),
            "{line}"
        );
    }
    assert_eq!(
        title(head, &["The Big Book of Rafts", "Building"]).as_deref(),
        Some("The Big Book of Rafts")
    );
    let head = "<title>Rafts - The Big Book of Rafts</title>";
    assert_eq!(
        title(head, &["Menu", "Rafts"]).as_deref(),
        Some("Rafts - The Big Book of Rafts")
    );
}

#[test]
fn a_title_is_told_without_the_name_of_the_site() {
    for told in [
        "River returns - The Tessel Courier",
        "River returns – Tessel Courier Online",
        "Tessel Courier » River returns",
        "River returns | News | The Tessel Courier",
        "tesselcourier.example :: River returns",
        "River returns to its bed after nine days | Tessel and around",
    ] {
        let head = format!("<title>{told}</title><meta property=og:site_name content='The Tessel Courier'>");
        let title = assembled_with(&[], Some(&head), Some("https://tesselcourier.example/")).title;
        let title = title.unwrap();
        assert!(
            title.starts_with("River returns") && !title.contains("Tessel"),
            "{told}: {title}"
        );
    }
    for whole in [
        "Orla - the river that came back",
        "Twenty-five days: a diary",
        "AC/DC in Tessel",
    ] {
        let head = format!("<title>{whole}</title>");
        assert_eq!(
            assembled_with(&[], Some(&head), None).title.as_deref(),
            Some(whole)
        );
    }
}

#[test]
fn references_and_tags_in_a_title_are_read() {
    for told in ["Rain &amp;amp; river", "Rain &lt;em>&amp;amp;&lt;/em> river"] {
        let head = format!("<meta property=og:title content='{told}'>");
        assert_eq!(
            assembled_with(&[], Some(&head), None).title.as_deref(),
            Some("Rain & river")
        );
    }
    let head = "<meta property=og:title content='The &lt;b> element & you'>";
    assert_eq!(
        assembled_with(&[], Some(head), None).title.as_deref(),
        Some("The <b> element & you")
    );
}
