//! The peer `rs-trafilatura`: text and metadata.

use anyhow::Result;

fn main() -> Result<()> {
    copydesk_peers::serve(|page| Some(rs_trafilatura::extract(&page.html).ok()?.content_text.len()))
}
