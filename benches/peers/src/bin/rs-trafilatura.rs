//! The peer `rs-trafilatura`: text and metadata.

use anyhow::Result;

fn main() -> Result<()> {
    copydesk_peers::serve(
        |page| rs_trafilatura::extract(&page.html).ok(),
        |extracted| extracted.content_text,
    )
}
