//! What the words in classes and ids say.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::marks::Mark;

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
         recommendation recommendations recommend recommends teaser teasers outbrain taboola latest-news \
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

static TABLE: LazyLock<HashMap<&str, Mark>> = LazyLock::new(|| {
    let words =
        |&(mark, names): &(Mark, &'static str)| names.split_whitespace().map(move |name| (name, mark));
    NAMES.iter().flat_map(words).collect()
});

/// What a name says, given its words.
pub fn marks(words: &[String]) -> Vec<Mark> {
    let joined = words.join("-");
    let speaks_of_others = words.first().is_some_and(|word| STATES.contains(&&**word));
    if speaks_of_others || MISLEADING.iter().any(|&misleading| joined.contains(misleading)) {
        return Vec::new();
    }
    let pairs = words.windows(2).map(|pair| pair.join("-"));
    let names = words.iter().cloned().chain(pairs);
    names.filter_map(|name| TABLE.get(&*name).copied()).collect()
}
