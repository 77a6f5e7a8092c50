//! What the words in classes and ids say.

use std::sync::LazyLock;

use super::marks::{Mark, Marks};
use crate::words::{FNV_BASIS, WordMap, fnv, hash};

/// Words of classes and names: one word, or two that follow each other in one name.
const NAMES: &[(Mark, &str)] = &[
    (
        Mark::Comment,
        "comment comments commentlist commenter comments-area disqus disqus-thread respond commentform kommentare \
         kommentar commentaires comentarios commento reader-comments coral livefyre fb-comments spotim",
    ),
    (
        Mark::Related,
        "related relatedposts relateds popular mostread most-read most-popular most-viewed trending recommended \
         recommendation recommendations recommend recommends teasers outbrain taboola latest-news \
         latest-posts latest-articles latest-stories recent-posts recent-articles recent-news recentposts \
         recent-entries also-like also-read read-also read-next readnext up-next upnext more-stories more-from \
         more-news more-articles more-posts morefrom more-on you-may you-might yarpp crp similar similar-posts \
         zergnet revcontent plista meistgelesen ticker top-stories topstories suggested suggestions \
         other-articles other-posts next-post prev-post editors-picks onward rcmd relatednews jp-relatedposts \
         crosslinks cross-links further-reading",
    ),
    (
        Mark::Consent,
        "cookie cookies consent gdpr ccpa onetrust cookiebot cmpbox usercentrics didomi cookiebar cookiebanner \
         cookielaw cookieconsent eupopup tarteaucitron cmplz borlabs cookieinfo truste evidon eu-cookie",
    ),
    (
        Mark::Advertisement,
        "ad ads advert adverts advertisement advertisements advertising advertorial sponsor sponsored sponsors \
         adsense adsbygoogle adslot adunit adbox adcontainer dfp gpt werbung anzeige anzeigen publicidad \
         pub-container native-ad paid-content",
    ),
    (
        Mark::Subscribe,
        "newsletter newsletters subscribe subscription subscriptions subscriber mailchimp mailinglist paywall \
         donate donation donations membership mc4wp optin opt-in email-signup newsletter-signup mailpoet abo \
         regwall piano email-capture sendfox convertkit",
    ),
    (
        Mark::Share,
        "share shares sharing sharedaddy sharebar addthis addtoany a2a social socials social-links social-media \
         social-icons socialmedia shareaholic sociable shariff heateor sharethis ssba follow-us followus",
    ),
    (
        Mark::Navigation,
        "nav navigation navbar navi menu menus submenu megamenu mega-menu mainmenu topmenu sitenav breadcrumb \
         breadcrumbs bread-crumb crumbs crumb pagination paginator pager page-numbers toc table-of tags tag-list \
         taglist tag-links post-tags tagcloud cat-links post-categories sitemap subnav topnav skip-link skip-to \
         skiplink skip-links sitelinks post-navigation nav-links topics categories category kicker eyebrow \
         quicklinks site-links keywords hamburger drawer tabs",
    ),
    (
        Mark::Footer,
        "footer foot colophon site-footer page-footer fat-footer globalfooter bottombar",
    ),
    (
        Mark::Header,
        "site-header masthead page-header globalheader topbar top-bar header-main main-header branding",
    ),
    (
        Mark::Author,
        "author authors byline bylines by-line vcard autor autoren auteur author-name authorname contributors \
         contributor posted-by written-by username post-author entry-author reporter nickname",
    ),
    (
        Mark::Biography,
        "bio biography author-bio authorbio about-author author-box authorbox author-info author-description \
         about-the author-card author-about author-profile saboxplugin author-details author-desc",
    ),
    (
        Mark::Date,
        "date dates published pubdate publish-date published-date posted-on dateline timestamp datetime \
         time-stamp updated last-updated entry-date post-date publishdate datum datepublished post-time time \
         modified post-meta-date article-date datestamp date-time",
    ),
    (
        Mark::Headline,
        "headline entry-title post-title article-title page-title story-title posttitle articletitle \
         article-headline",
    ),
    (
        Mark::Subtitle,
        "subtitle sub-title standfirst dek deck subheadline sub-headline subhead sub-heading subheading strapline \
         lede abstract article-description article-summary article-lead article-intro untertitel chapo summary-text",
    ),
    (
        Mark::Caption,
        "caption captions wp-caption wp-caption-text figcaption image-caption photo-caption bildunterschrift \
         imgcaption img-caption media-caption legende cutline",
    ),
    (
        Mark::Credit,
        "credit credits photo-credit image-credit photocredit image-source photographer bildquelle bildnachweis \
         media-credit source-credit",
    ),
    (
        Mark::Legal,
        "copyright copyrights legal disclaimer terms copyright-text site-info copy-right impressum imprint \
         disclosure legalese smallprint fine-print legal-links",
    ),
    (
        Mark::Interface,
        "button btn search searchform search-form login login-form loginform searchbox search-box signin sign-in \
         toolbar dropdown-toggle quantity tooltip captcha recaptcha player-controls vjs print-link",
    ),
    (
        Mark::Quote,
        "quote blockquote pullquote pull-quote pull-quotes bbcode-quote quoted quotation bbquote",
    ),
    (
        Mark::Code,
        "codehilite crayon syntaxhighlighter code-block codeblock hljs sourcecode source-code prettyprint \
         bbcode-code",
    ),
    (
        Mark::Card,
        "card cards teaser tile tiles promo promos carousel slider swiper entry-summary excerpt hentry grid-item \
         list-item post-item news-item featured feature-box loop",
    ),
    (
        Mark::Content,
        "content article story post entry body text main prose copy richtext rich-text markdown article-body \
         articlebody entry-content post-content post-body story-body article-content articlecontent page-content \
         main-content maincontent storytext articletext article-text body-copy td-post-content mw-parser-output",
    ),
    (
        Mark::Sidebar,
        "sidebar side-bar aside rail right-rail left-rail widget widgets complementary secondary rightcol leftcol \
         right-column left-column sidenav side-nav",
    ),
    (
        Mark::Message,
        "message messages reply replies thread threads topic-body post-message posttext post-text postbody post-body \
         answer answers question messagetext bbwrapper postcontent js-post-body",
    ),
    (
        Mark::Product,
        "product price prices sku variant variants cart basket buy shop addtocart add-to instock stock shipping \
         warranty spec specs specification specifications reviews rating ratings review",
    ),
    (
        Mark::Description,
        "description desc summary intro introduction details overview about features",
    ),
    (
        Mark::Hidden,
        "hidden hide invisible sr-only visually-hidden visuallyhidden screen-reader screenreader offscreen noprint \
         modal popup overlay lightbox dialog tooltip toast",
    ),
];

/// Names that are wholly given over to something that the words in them are not.
const MISLEADING: &[&str] = &[
    "comment-count",
    "comments-count",
    "comments-link",
    "comment-link",
    "no-comments",
    "has-related",
    "no-ads",
    "share-count",
    "back-to",
    "social-proof",
    "comments-open",
    "comments-closed",
    "ping-status",
    "comment-status",
];

/// Names that begin so speak of what is beside the element or within it: `has-ad`.
const STATES: [&str; 6] = ["has", "no", "with", "without", "hide", "show"];

/// What a word says, or two words with a hyphen between them.
#[derive(Clone, Copy, Debug, Default)]
struct Says {
    marks: Marks,
    /// What they stand in is given over to something else.
    misleads: bool,
    /// It is what states are called.
    is_state: bool,
}

/// What each says, by its hash.
static TABLE: LazyLock<WordMap<Says>> = LazyLock::new(|| {
    let mut table = WordMap::<Says>::default();
    for (mark, names) in NAMES {
        for name in names.split_whitespace() {
            table.entry(hash(name.as_bytes())).or_default().marks.add(*mark);
        }
    }
    for name in MISLEADING {
        table.entry(hash(name.as_bytes())).or_default().misleads = true;
    }
    for name in STATES {
        table.entry(hash(name.as_bytes())).or_default().is_state = true;
    }
    table
});

/// What a class or an id says, by its words that have a letter: `relatedPosts-list_2` is "related posts list".
pub fn marks(name: &str) -> Marks {
    let table = &*TABLE;
    let mut marks = Marks::default();
    let mut word = Word::behind(None);
    // One character more, that ends the last word.
    for c in name.chars().chain(['-']) {
        let is_of_word = c.is_alphanumeric();
        if !is_of_word || word.ends_lower && c.is_uppercase() {
            if word.has_letter {
                let alone = table.get(&word.alone).copied().unwrap_or_default();
                let pair = word
                    .pair
                    .and_then(|pair| table.get(&pair))
                    .copied()
                    .unwrap_or_default();
                if word.pair.is_none() && alone.is_state || pair.misleads {
                    return Marks::default();
                }
                marks.add_all(alone.marks);
                marks.add_all(pair.marks);
                word = Word::behind(Some(word.alone));
            } else {
                word = Word::behind(word.previous);
            }
        }
        if is_of_word {
            word.push(c);
        }
    }
    marks
}

/// A word of a class or an id, as far as it is read.
struct Word {
    previous: Option<u64>,
    /// Its hash, and that of the word before it and it.
    alone: u64,
    pair: Option<u64>,
    has_letter: bool,
    /// Whether a capital would begin another word.
    ends_lower: bool,
}

impl Word {
    fn behind(previous: Option<u64>) -> Self {
        Self {
            previous,
            alone: FNV_BASIS,
            pair: previous.map(|previous| fnv(previous, b'-')),
            has_letter: false,
            ends_lower: false,
        }
    }

    /// Adds a letter or a digit.
    fn push(&mut self, c: char) {
        // Nearly all are ASCII.
        if c.is_ascii() {
            self.add((c as u8).to_ascii_lowercase());
            self.has_letter |= c.is_ascii_alphabetic();
            self.ends_lower = !c.is_ascii_uppercase();
            return;
        }
        for byte in c.encode_utf8(&mut [0; 4]).bytes() {
            self.add(byte);
        }
        self.has_letter |= c.is_alphabetic();
        self.ends_lower = c.is_lowercase() || c.is_numeric();
    }

    fn add(&mut self, byte: u8) {
        self.alone = fnv(self.alone, byte);
        self.pair = self.pair.map(|pair| fnv(pair, byte));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_word_by_word() {
        for (name, mark, has) in [
            ("relatedPosts-list_2", Mark::Related, true),
            ("x2Related", Mark::Related, true),
            ("xrelated", Mark::Related, false),
            ("most-2-read", Mark::Related, true),
            ("js-mostRead", Mark::Related, true),
            ("ad-slot", Mark::Advertisement, true),
            ("shadow-lg", Mark::Advertisement, false),
            ("download", Mark::Advertisement, false),
            ("entry__comments-count", Mark::Comment, false),
            ("has-ad", Mark::Advertisement, false),
            ("NewsletterBox", Mark::Subscribe, true),
        ] {
            assert_eq!(marks(name).has(mark), has, "{name}");
        }
    }
}
