//! A page's HTML into lines.

mod ampersands;
mod references;
mod rules;
mod soup;
mod tags;
#[cfg(test)]
mod tests;

use html5gum::Tokenizer;

use super::blocks::Rendered;
use crate::metadata::Collector;
use ampersands::Hiding;
use soup::Soup;
use tags::Tags;

/// A page with less text than this, in bytes, has its content made by scripts, or in `noscript`.
const LITTLE: usize = 2_000;

/// The page without scripts is taken where it has so many times the text.
const MUCH_MORE: usize = 2;

/// What a person sees of the page, without its styles.
pub fn read(html: &str) -> Rendered {
    let html = without_header(html);
    fuller(|with_scripts| render(html, with_scripts))
}

/// The page where scripts run, or, where that has little text, without them: forums, above all, send their posts in
/// `noscript`, to be replaced by what their scripts make.
pub fn fuller(render: impl Fn(bool) -> Rendered) -> Rendered {
    let page = render(true);
    if page.text.len() < LITTLE {
        let without_scripts = render(false);
        if without_scripts.text.len() > MUCH_MORE * page.text.len() {
            return without_scripts;
        }
    }
    page
}

/// The clipboard of Windows begins with lines that say where in it the page is.
fn without_header(html: &str) -> &str {
    let html = html.trim_start_matches('\u{feff}');
    let is_header = html.starts_with("Version:")
        && html
            .lines()
            .nth(1)
            .is_some_and(|line| line.starts_with("StartHTML:"));
    let start = html.find('<').filter(|_| is_header);
    &html[start.unwrap_or(0)..]
}

/// The page where scripts run, or where they do not.
fn render(html: &str, with_scripts: bool) -> Rendered {
    let mut soup = Soup::default();
    let mut collector = Collector::default();
    let tags = Tags::new(&mut soup, &mut collector, with_scripts);
    let Ok(()) = Tokenizer::new_with_emitter(Hiding::new(html), tags).finish();
    let (metadata, stated) = collector.finish();
    soup.finish(metadata, stated)
}
