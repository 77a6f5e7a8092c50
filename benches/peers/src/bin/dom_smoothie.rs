//! The peer `dom_smoothie`: text, HTML and metadata.

use anyhow::Result;
use dom_smoothie::Readability;

fn main() -> Result<()> {
    copydesk_peers::serve(|page| {
        let article = Readability::new(page.html.as_str(), None, None)
            .ok()?
            .parse()
            .ok()?;
        Some(article.text_content.len())
    })
}
