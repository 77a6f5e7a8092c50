//! Copydesk, of HTML or, with `--text`, of text: all that it gives, labels and Markdown included.

use std::env;

use anyhow::Result;
use copydesk::{Options, clean, clean_html};

fn main() -> Result<()> {
    let options = Options::default();
    if env::args().nth(2).as_deref() == Some("--text") {
        return copydesk_peers::serve(|page| Some(clean(&page.paste, &options).length));
    }
    copydesk_peers::serve(|page| Some(clean_html(&page.html, &options).length))
}
