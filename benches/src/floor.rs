//! The floor: the least that has to be done with a page before anything can be known of it.
//!
//! Of a text, its lines are split and each word, a run of letters and digits of any script, is hashed once. Of HTML, it is
//! tokenized by the core's tokenizer, and the tokens are thrown away: only the name of the last tag is kept, as without it
//! a script's text would be read as tags.
//!
//! Beside them stand two others for comparison: words as a byte tells them, by spaces, which is what memory allows; and
//! the tokens with their attributes, as html5gum itself gives them out.

use std::hash::{BuildHasher as _, Hasher as _};

use foldhash::fast::FixedState;
use html5gum::{DefaultEmitter, Emitter, Error, State, Token, Tokenizer, naive_next_state};

/// Splits the lines and hashes the words of each.
pub fn words(text: &str) -> u64 {
    let state = FixedState::default();
    text.split('\n')
        .flat_map(|line| line.split(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty())
        .fold(0, |sum, word| sum ^ hash(&state, word))
}

/// The same of what stands between spaces of ASCII.
pub fn pieces(text: &str) -> u64 {
    let state = FixedState::default();
    text.split('\n')
        .flat_map(str::split_ascii_whitespace)
        .fold(0, |sum, word| sum ^ hash(&state, word))
}

fn hash(state: &FixedState, word: &str) -> u64 {
    let mut hasher = state.build_hasher();
    hasher.write(word.as_bytes());
    hasher.finish()
}

/// How many start tags html5gum gives out of the HTML, as tokens that have all that is in them.
pub fn whole_tokens(html: &str) -> usize {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    Tokenizer::new_with_emitter(html, emitter)
        .filter(|token| matches!(token, Ok(Token::StartTag(_))))
        .count()
}

/// Tokenizes the HTML and gives how many start tags it has.
pub fn tokens(html: &str) -> usize {
    let mut names = Names::default();
    let Ok(()) = Tokenizer::new_with_emitter(html, &mut names).finish();
    names.starts
}

/// Keeps no more than it takes to tokenize.
#[derive(Debug, Default)]
struct Names {
    name: Vec<u8>,
    is_end: bool,
    last_start: Vec<u8>,
    starts: usize,
}

impl Emitter for &mut Names {
    type Token = std::convert::Infallible;

    fn init_start_tag(&mut self) {
        self.name.clear();
        self.is_end = false;
    }

    fn init_end_tag(&mut self) {
        self.name.clear();
        self.is_end = true;
    }

    fn push_tag_name(&mut self, name: &[u8]) {
        self.name.extend(name);
    }

    fn emit_current_tag(&mut self) -> Option<State> {
        if self.is_end {
            return None;
        }
        self.starts += 1;
        self.last_start.clone_from(&self.name);
        naive_next_state(&self.name)
    }

    fn current_is_appropriate_end_tag_token(&mut self) -> bool {
        self.is_end && !self.last_start.is_empty() && self.last_start == self.name
    }

    fn set_last_start_tag(&mut self, name: Option<&[u8]>) {
        self.last_start = name.unwrap_or_default().to_vec();
    }

    fn should_emit_errors(&mut self) -> bool {
        false
    }

    fn pop_token(&mut self) -> Option<Self::Token> {
        None
    }

    fn emit_string(&mut self, _: &[u8]) {}
    fn emit_error(&mut self, _: Error) {}
    fn emit_eof(&mut self) {}
    fn init_attribute(&mut self) {}
    fn push_attribute_name(&mut self, _: &[u8]) {}
    fn push_attribute_value(&mut self, _: &[u8]) {}
    fn set_self_closing(&mut self) {}
    fn init_comment(&mut self) {}
    fn push_comment(&mut self, _: &[u8]) {}
    fn emit_current_comment(&mut self) {}
    fn init_doctype(&mut self) {}
    fn push_doctype_name(&mut self, _: &[u8]) {}
    fn set_doctype_public_identifier(&mut self, _: &[u8]) {}
    fn set_doctype_system_identifier(&mut self, _: &[u8]) {}
    fn push_doctype_public_identifier(&mut self, _: &[u8]) {}
    fn push_doctype_system_identifier(&mut self, _: &[u8]) {}
    fn set_force_quirks(&mut self) {}
    fn emit_current_doctype(&mut self) {}
}

#[cfg(test)]
mod tests {
    use super::{pieces, tokens, whole_tokens, words};

    #[test]
    fn every_word_counts() {
        assert_eq!(words("the river\nrose"), words("rose\n\nriver  the"));
        assert_ne!(words("the river rose"), words("the river"));
        assert_eq!(words("\u{201c}Où\u{201d}, 河水!"), words("Où 河水"));
        assert_eq!(pieces("the river\nrose"), words("the river rose"));
        assert_ne!(pieces("the river, rose"), words("the river, rose"));
    }

    #[test]
    fn what_a_script_holds_is_no_tag() {
        assert_eq!(tokens("<p class=a>b<script>if (a<b) c()</script><br></p>"), 3);
        assert_eq!(
            whole_tokens("<p class=a>b<script>if (a<b) c()</script><br></p>"),
            3
        );
        assert_eq!(tokens("<title>the <b>river</title><p>"), 2);
    }
}
