//! Why a line has its label, in words a person understands.

/// Declares the reasons with their words, so that a reason cannot be without.
macro_rules! reasons {
    ($($name:ident: $text:literal,)*) => {
        /// What weighed most for the label of a line. The numbers are part of the interface to JavaScript.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[repr(u8)]
        pub enum Reason {
            $(#[doc = $text] $name,)*
        }

        impl Reason {
            /// Every reason, in the order of their numbers.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The reason in words: "short line in a run of short lines".
            pub const fn text(self) -> &'static str {
                match self {
                    $(Self::$name => $text,)*
                }
            }
        }
    };
}

reasons! {
    Blank: "nothing on the line",
    Sentences: "full sentences",
    AmongProse: "between lines of running text",
    ShortAmongShort: "short line in a run of short lines",
}
