//! Copydesk, of HTML or, with `--text`, of text: all that it gives, labels and Markdown included.

use std::env;

use anyhow::Result;
use copydesk::{Article, Options, clean, clean_html};

fn main() -> Result<()> {
    let options = Options::default();
    let body = |article: Article<'_>| article.text_content;
    if env::args().nth(2).as_deref() == Some("--text") {
        return copydesk_peers::serve(
            |page| Some(clean(&page.paste, &options).text_content),
            |body| body,
        );
    }
    copydesk_peers::serve(|page| Some(clean_html(&page.html, &options)), body)
}
