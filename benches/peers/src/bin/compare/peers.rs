//! Who is compared.

/// A way to get the text of an article.
pub struct Peer {
    pub name: &'static str,
    /// What it makes of a page in the time that is taken.
    pub gives: &'static str,
    pub program: Program,
}

impl Peer {
    /// Whether the bodies that it finds are measured: Copydesk's own are, elsewhere and by weights that have not seen the
    /// page's site, and in Chromium they are those of Node.
    pub const fn finds_bodies(&self) -> bool {
        match &self.program {
            Program::Rust { has_feature, .. } => *has_feature,
            Program::Python { .. } => true,
            Program::Script { script, package, .. } => matches!(script, Script::Node) && package.is_some(),
        }
    }
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
    /// A function of a script, and the package that it needs: none where it is Copydesk's own.
    Script {
        script: Script,
        function: &'static str,
        package: Option<&'static str>,
    },
}

/// Where a function in JavaScript runs.
#[derive(Clone, Copy)]
pub enum Script {
    /// In Node.
    Node,
    /// In a page of Chromium.
    Chromium,
}

impl Script {
    /// The file that has the functions.
    pub const fn file(self) -> &'static str {
        match self {
            Self::Node => "peers.mjs",
            Self::Chromium => "chromium.mjs",
        }
    }
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

    const fn script(script: Script, function: &'static str, package: Option<&'static str>) -> Self {
        Self::Script {
            script,
            function,
            package,
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
            Self::Script {
                package: Some(package),
                ..
            } => (
                include_str!("../../../package.json"),
                format!("\"{package}\": \""),
            ),
            Self::Rust { .. } | Self::Script { .. } => return None,
        };
        lock.split_once(&before)?.1.split(['"', '\n']).next()
    }
}

/// An extra of lxml, which older versions of pip do not find by its name there.
const LXML_EXTRA: &str = "lxml_html_clean";

/// Those whose times are goals.
pub const RESILIPARSE: &str = "resiliparse";
pub const TEXT_IN_NODE: &str = "Copydesk of text in Node";
pub const READABILITY: &str = "Readability.js";

/// What all are compared with stands first.
pub const PEERS: [Peer; 14] = [
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
        name: RESILIPARSE,
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
        program: Program::script(Script::Node, "copydesk", None),
    },
    Peer {
        name: TEXT_IN_NODE,
        gives: "the same, of the page's text",
        program: Program::script(Script::Node, "copydeskOfText", None),
    },
    Peer {
        name: READABILITY,
        gives: "text, HTML, metadata, on linkedom",
        program: Program::script(Script::Node, "readability", Some("@mozilla/readability")),
    },
    Peer {
        name: "Defuddle",
        gives: "HTML, metadata, on linkedom",
        program: Program::script(Script::Node, "defuddle", Some("defuddle")),
    },
    Peer {
        name: "Copydesk in Chromium",
        gives: "as Copydesk, in WebAssembly",
        program: Program::script(Script::Chromium, "copydesk", None),
    },
    Peer {
        name: "Readability.js in Chromium",
        gives: "text, HTML, metadata, on its own DOM",
        program: Program::script(Script::Chromium, "readability", Some("@mozilla/readability")),
    },
];
