//! What the classifier is told of a page: its text alone, or its HTML.

use copydesk::training::names;

/// What the classifier is told of a page. Each has weights of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// The text.
    Text,
    /// The HTML.
    Html,
}

impl Mode {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Text, Self::Html];

    /// Its name in the tables.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Html => "html",
        }
    }

    /// Where the weights are that ship, from the root of the workspace.
    pub const fn shipped(self) -> &'static str {
        match self {
            Self::Text => "src/model/weights.bin",
            Self::Html => "src/model/markup-weights.bin",
        }
    }

    /// The folder of the weights that have not seen a part of the sites.
    pub const fn folder(self) -> &'static str {
        match self {
            Self::Text => "training/folds",
            Self::Html => "training/folds/html",
        }
    }

    /// The names of the inputs.
    pub fn names(self) -> Vec<&'static str> {
        names(self == Self::Html)
    }

    /// How many values each line has between the layers. With markup there are more inputs, and a line is to cost no more.
    pub const fn hidden(self) -> usize {
        match self {
            Self::Text => 30,
            Self::Html => 24,
        }
    }
}
