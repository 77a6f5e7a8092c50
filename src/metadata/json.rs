//! JSON as pages have it: with comments, commas too many, line ends in texts, cut short.
//!
//! What is read stops at the first thing that cannot be, and all before it counts.

use std::borrow::Cow;

use hifijson::num::Lex as _;
use hifijson::str::LexAlloc as _;
use hifijson::token::Lex as _;
use hifijson::{Read as _, SliceLexer};

/// Lists and objects are read so deep; markup says nothing of an article any deeper.
const DEEPEST: usize = 32;

/// What stands around JSON in old pages.
const BEGINS_DATA: &str = "<![CDATA[";

/// A value. Numbers, truths and what is empty say nothing here, and are left out of what holds them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value<'a> {
    Text(Cow<'a, str>),
    List(Vec<Value<'a>>),
    Object(Vec<(Cow<'a, str>, Value<'a>)>),
}

impl<'a> Value<'a> {
    /// What an object has of this name.
    pub fn get(&self, name: &str) -> Option<&Value<'a>> {
        match self {
            Self::Object(fields) => fields.iter().find(|(own, _)| own == name).map(|(_, value)| value),
            _ => None,
        }
    }

    /// The items of a list; what is no list is its own only item.
    pub fn items(&self) -> &[Value<'a>] {
        match self {
            Self::List(items) => items,
            _ => std::slice::from_ref(self),
        }
    }

    /// A text, of a list the first item.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::List(items) => items.first()?.text(),
            Self::Object(_) => None,
        }
    }
}

/// Line ends and tabs may stand in a text as they are: all become spaces.
pub fn without_controls(text: &str) -> String {
    text.replace(|c: char| c.is_ascii_control(), " ")
}

/// All values that the text says, one behind the other. There are no controls in it.
pub fn parse(text: &str) -> Vec<Value<'_>> {
    let text = text.split_once(BEGINS_DATA).map_or(text, |(_, data)| data);
    let start = text.find(['{', '[']).unwrap_or(text.len());
    let mut reader = Reader {
        lexer: SliceLexer::new(&text.as_bytes()[start..]),
        is_broken: false,
    };
    let mut values = Vec::new();
    while !reader.is_broken && matches!(reader.next(), Some(b'{' | b'[')) {
        values.extend(reader.value(DEEPEST));
        while matches!(reader.next(), Some(b',' | b';')) {
            reader.lexer.take_next();
        }
    }
    values
}

struct Reader<'a> {
    lexer: SliceLexer<'a>,
    /// Nothing more can be read.
    is_broken: bool,
}

impl<'a> Reader<'a> {
    /// The next byte that is neither white space nor in a comment.
    fn next(&mut self) -> Option<u8> {
        loop {
            let next = self.lexer.ws_peek();
            if self.lexer.strip_prefix(b"/*") {
                while self.lexer.peek_next().is_some() && !self.lexer.strip_prefix(b"*/") {
                    self.lexer.take_next();
                }
            } else {
                return next;
            }
        }
    }

    fn value(&mut self, depth: usize) -> Option<Value<'a>> {
        match self.next() {
            Some(b'"') => self.text().map(Value::Text),
            Some(b'[') if depth > 0 => {
                let mut items = Vec::new();
                self.sequence(b']', |reader| items.extend(reader.value(depth - 1)));
                Some(Value::List(items)).filter(|list| *list != Value::List(Vec::new()))
            }
            Some(b'{') if depth > 0 => {
                let mut fields = Vec::new();
                self.sequence(b'}', |reader| {
                    let name = reader.text();
                    if reader.next() == Some(b':') {
                        reader.lexer.take_next();
                        fields.extend(name.zip(reader.value(depth - 1)));
                    } else {
                        reader.is_broken = true;
                    }
                });
                Some(Value::Object(fields)).filter(|object| *object != Value::Object(Vec::new()))
            }
            Some(b'0'..=b'9' | b'-') => {
                self.lexer.num_ignore();
                None
            }
            Some(b'a'..=b'z') => {
                self.is_broken |= self.lexer.null_or_bool().is_none();
                None
            }
            _ => {
                self.is_broken = true;
                None
            }
        }
    }

    /// A text in quotation marks.
    fn text(&mut self) -> Option<Cow<'a, str>> {
        let text = (self.next() == Some(b'"'))
            .then(|| self.lexer.discarded().str_string().ok())
            .flatten();
        self.is_broken |= text.is_none();
        text
    }

    /// Reads what stands up to `end`, one by one, the commas between them.
    fn sequence(&mut self, end: u8, mut one: impl FnMut(&mut Self)) {
        self.lexer.take_next();
        while !self.is_broken {
            match self.next() {
                Some(byte) if byte == end => {
                    self.lexer.take_next();
                    return;
                }
                Some(b',') => {
                    self.lexer.take_next();
                }
                Some(_) => one(self),
                None => self.is_broken = true,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Value, parse, without_controls};

    fn headline(json: &str) -> Option<String> {
        let json = without_controls(json);
        let values = parse(&json);
        values.first()?.get("headline")?.text().map(str::to_owned)
    }

    #[test]
    fn json_is_read_as_pages_have_it() {
        for json in [
            r#"{"headline":"The Orla","n":[1,-2.5e3,null,true]}"#,
            r#"{"n":{},"headline":["The Orla"],}"#,
            r#"/* <![CDATA[ */ {"headline":"The Orla"} /* ]]> */"#,
            "//<![CDATA[\n{\"headline\" /* a comment */ : \"The Orla\"}\n//]]>",
            "<!-- {\"headline\":\"The\nOrla\"} -->",
            r#"{"headline":"The Orla","description":"He said "no" and"#,
            r#"{"headline":"The Orla","n":[[["#,
            r#"{"headline":"The Orla" "name":"x"};"#,
            r#"{"headline":"The \u004frla"}"#,
        ] {
            assert_eq!(headline(json).as_deref(), Some("The Orla"), "{json}");
        }
        for json in [
            "",
            "{",
            "\"headline\"",
            "{\"headline",
            "{headline:1}",
            "{\"headline\":\"\\ud83d\"}",
        ] {
            assert_eq!(headline(json), None, "{json}");
        }
    }

    #[test]
    fn values_may_stand_one_behind_the_other() {
        let all = parse(r#"{"a":"1"},{"b":"2"} [{"c":"3"}] x"#);
        assert_eq!(all.len(), 3);
        assert_eq!(all[1].get("b").and_then(Value::text), Some("2"));
    }

    #[test]
    fn depth_is_bounded() {
        assert_eq!(parse(&"[".repeat(1_000_000)), []);
        let deep = format!("{}\"x\"{}", "[".repeat(1_000), "]".repeat(1_000));
        assert_eq!(parse(&deep), []);
    }
}
