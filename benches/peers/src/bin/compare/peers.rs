//! Who is compared.

/// A way to get the text of an article.
pub struct Peer {
    pub name: &'static str,
    /// What it makes of a page in the time that is taken.
    pub gives: &'static str,
    pub program: Program,
}

/// How it is had and started.
pub enum Program {
    /// A program of this crate, which needs the feature of its own name where it has dependencies of its own.
    Rust {
        name: &'static str,
        has_feature: bool,
        arguments: &'static [&'static str],
    },
    /// A function of `peers.py`, and the packages that it needs, its own first.
    Python {
        function: &'static str,
        packages: &'static [&'static str],
    },
    /// A function of `peers.mjs`, and the package that it needs: none where it is Copydesk's own.
    Node {
        function: &'static str,
        package: Option<&'static str>,
    },
}

impl Program {
    const fn copydesk(arguments: &'static [&'static str]) -> Self {
        Self::Rust {
            name: "copydesk",
            has_feature: false,
            arguments,
        }
    }

    const fn rust(name: &'static str) -> Self {
        Self::Rust {
            name,
            has_feature: true,
            arguments: &[],
        }
    }

    /// The version that the lock files name.
    pub fn version(&self) -> Option<&'static str> {
        let (lock, before) = match self {
            Self::Rust {
                has_feature: true,
                name,
                ..
            } => (
                include_str!("../../../Cargo.lock"),
                format!("name = \"{name}\"\nversion = \""),
            ),
            Self::Python { packages, .. } => (
                include_str!("../../../python.txt"),
                format!("{}==", packages.first()?),
            ),
            Self::Node {
                package: Some(package),
                ..
            } => (
                include_str!("../../../package.json"),
                format!("\"{package}\": \""),
            ),
            Self::Rust { .. } | Self::Node { .. } => return None,
        };
        lock.split_once(&before)?.1.split(['"', '\n']).next()
    }
}

/// An extra of lxml, which older versions of pip do not find by its name there.
const LXML_EXTRA: &str = "lxml_html_clean";

/// What all are compared with stands first.
pub const PEERS: [Peer; 11] = [
    Peer {
        name: "Copydesk",
        gives: "text, HTML, Markdown, metadata, every line's label",
        program: Program::copydesk(&[]),
    },
    Peer {
        name: "Copydesk of text",
        gives: "the same, of the page's text",
        program: Program::copydesk(&["--text"]),
    },
    Peer {
        name: "resiliparse",
        gives: "text",
        program: Program::Python {
            function: "resiliparse",
            packages: &["Resiliparse"],
        },
    },
    Peer {
        name: "dom_smoothie",
        gives: "text, HTML, metadata",
        program: Program::rust("dom_smoothie"),
    },
    Peer {
        name: "rs-trafilatura",
        gives: "text, metadata",
        program: Program::rust("rs-trafilatura"),
    },
    Peer {
        name: "trafilatura",
        gives: "text",
        program: Program::Python {
            function: "trafilatura",
            packages: &["trafilatura", LXML_EXTRA],
        },
    },
    Peer {
        name: "jusText",
        gives: "text, by the English stop list",
        program: Program::Python {
            function: "justext",
            packages: &["jusText", LXML_EXTRA],
        },
    },
    Peer {
        name: "boilerpy3",
        gives: "text",
        program: Program::Python {
            function: "boilerpy3",
            packages: &["boilerpy3"],
        },
    },
    Peer {
        name: "Copydesk in Node",
        gives: "as Copydesk, in WebAssembly",
        program: Program::Node {
            function: "copydesk",
            package: None,
        },
    },
    Peer {
        name: "Readability.js",
        gives: "text, HTML, metadata, on linkedom",
        program: Program::Node {
            function: "readability",
            package: Some("@mozilla/readability"),
        },
    },
    Peer {
        name: "Defuddle",
        gives: "HTML, metadata, on linkedom",
        program: Program::Node {
            function: "defuddle",
            package: Some("defuddle"),
        },
    },
];
