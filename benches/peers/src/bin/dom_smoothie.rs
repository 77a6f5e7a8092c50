//! The peer `dom_smoothie`: text, HTML and metadata.

use anyhow::Result;
use dom_smoothie::Readability;

fn main() -> Result<()> {
    copydesk_peers::serve(
        |page| {
            let mut readability = Readability::new(page.html.as_str(), None, None).ok()?;
            readability.parse().ok()
        },
        |article| article.text_content.to_string(),
    )
}
