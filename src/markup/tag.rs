//! The elements that the source tells apart.

macro_rules! tags {
    ($($tag:ident $name:literal $display:ident,)*) => {
        /// An element, by its name. All that lie in the text and are not told apart are [`Tag::Other`].
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
        #[repr(u8)]
        pub enum Tag {
            $(#[doc = $name] $tag,)*
            /// Any other.
            #[default]
            Other,
        }

        impl Tag {
            /// The element of this name, in lower case.
            pub fn of(name: &[u8]) -> Self {
                $(const $tag: &[u8] = $name.as_bytes();)*
                match name {
                    $($tag => Self::$tag,)*
                    _ => Self::Other,
                }
            }

            /// How the element lies on the page, unless a style says something else.
            pub const fn display(self) -> Display {
                match self {
                    $(Self::$tag => Display::$display,)*
                    Self::Other => Display::Inline,
                }
            }
        }
    };
}

/// How an element lies on the page: by HTML's own style sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Display {
    /// In the line.
    Inline,
    /// On lines of its own.
    Block,
    /// On lines of its own, a blank line around it.
    Paragraph,
    /// A row of a table: a line.
    Row,
    /// A cell: apart from the next by a tab.
    Cell,
    /// It ends the line and holds nothing.
    Break,
    /// It holds nothing that can be seen and has no end.
    Void,
    /// What it holds cannot be seen, or is no text.
    Unseen,
}

impl Display {
    /// How a value of CSS's `display`, in lower case, makes an element lie.
    pub fn of_css(value: &str) -> Option<Self> {
        match value {
            "none" => Some(Self::Unseen),
            "inline" | "inline-block" | "inline-flex" | "inline-grid" | "contents" | "ruby" => {
                Some(Self::Inline)
            }
            "block" | "flow-root" | "flex" | "grid" | "list-item" | "table" | "table-caption" => {
                Some(Self::Block)
            }
            "table-row" => Some(Self::Row),
            "table-cell" => Some(Self::Cell),
            _ => None,
        }
    }
}

#[allow(non_upper_case_globals)]
mod table {
    use super::Display;

    tags! {
        A "a" Inline,
        Address "address" Block,
        Area "area" Void,
        Article "article" Block,
        Aside "aside" Block,
        Audio "audio" Unseen,
        B "b" Inline,
        Base "base" Void,
        Blockquote "blockquote" Block,
        Body "body" Block,
        Br "br" Break,
        Button "button" Inline,
        Canvas "canvas" Unseen,
        Caption "caption" Block,
        Center "center" Block,
        Cite "cite" Inline,
        Code "code" Inline,
        Col "col" Void,
        Datalist "datalist" Unseen,
        Dd "dd" Block,
        Del "del" Inline,
        Details "details" Block,
        Dialog "dialog" Block,
        Dir "dir" Block,
        Div "div" Block,
        Dl "dl" Block,
        Dt "dt" Block,
        Em "em" Inline,
        Embed "embed" Void,
        Fieldset "fieldset" Block,
        Figcaption "figcaption" Block,
        Figure "figure" Block,
        Font "font" Inline,
        Footer "footer" Block,
        Form "form" Block,
        Frameset "frameset" Unseen,
        H1 "h1" Block,
        H2 "h2" Block,
        H3 "h3" Block,
        H4 "h4" Block,
        H5 "h5" Block,
        H6 "h6" Block,
        Head "head" Unseen,
        Header "header" Block,
        Hgroup "hgroup" Block,
        Hr "hr" Break,
        Html "html" Block,
        I "i" Inline,
        Iframe "iframe" Unseen,
        Img "img" Void,
        Input "input" Void,
        Ins "ins" Inline,
        Kbd "kbd" Inline,
        Label "label" Inline,
        Legend "legend" Block,
        Li "li" Block,
        Link "link" Void,
        Main "main" Block,
        Mark "mark" Inline,
        Math "math" Inline,
        Menu "menu" Block,
        Meta "meta" Void,
        Nav "nav" Block,
        Noframes "noframes" Unseen,
        Noscript "noscript" Unseen,
        Object "object" Inline,
        Ol "ol" Block,
        Optgroup "optgroup" Block,
        Option "option" Block,
        P "p" Paragraph,
        Param "param" Void,
        Pre "pre" Block,
        Q "q" Inline,
        Rp "rp" Unseen,
        S "s" Inline,
        Samp "samp" Inline,
        Script "script" Unseen,
        Search "search" Block,
        Section "section" Block,
        Select "select" Inline,
        Small "small" Inline,
        Source "source" Void,
        Span "span" Inline,
        Strike "strike" Inline,
        Strong "strong" Inline,
        Style "style" Unseen,
        Sub "sub" Inline,
        Summary "summary" Block,
        Sup "sup" Inline,
        Svg "svg" Unseen,
        Table "table" Block,
        Tbody "tbody" Block,
        Td "td" Cell,
        Template "template" Unseen,
        Textarea "textarea" Unseen,
        Tfoot "tfoot" Block,
        Th "th" Cell,
        Thead "thead" Block,
        Time "time" Inline,
        Title "title" Unseen,
        Tr "tr" Row,
        Track "track" Void,
        Tt "tt" Inline,
        U "u" Inline,
        Ul "ul" Block,
        Var "var" Inline,
        Video "video" Unseen,
        Wbr "wbr" Void,
    }
}

pub use table::Tag;

impl Tag {
    /// Whether the element is one of a line: what it holds stands in the line.
    pub const fn is_inline(self) -> bool {
        matches!(self.display(), Display::Inline)
    }

    /// Whether the element begins lines and may hold other such elements.
    pub const fn is_block(self) -> bool {
        matches!(
            self.display(),
            Display::Block | Display::Paragraph | Display::Row | Display::Cell
        )
    }

    /// 1 to 6 for a heading, else 0.
    pub const fn heading_level(self) -> u8 {
        match self {
            Self::H1 => 1,
            Self::H2 => 2,
            Self::H3 => 3,
            Self::H4 => 4,
            Self::H5 => 5,
            Self::H6 => 6,
            _ => 0,
        }
    }
}
