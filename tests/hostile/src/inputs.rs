//! Inputs with a structure, read from any bytes: some numbers, then texts.

use arbitrary::{Arbitrary, Result, Unstructured};
use copydesk::{Kind, Options};

/// Stands between the texts of an input; no page has it.
const BETWEEN: char = '\u{1e}';

/// The number that stands for the highest strictness; those above stand for what is refused.
const STRICTEST: u8 = 200;

/// A page and any options.
#[derive(Debug)]
pub struct Chosen {
    /// From 0 to 1, or more, which is refused.
    pub strictness: f32,
    /// Bit by bit, the kinds that are kept, and those that are dropped.
    pub keep: u32,
    /// See `keep`.
    pub drop: u32,
    /// Whether the page is HTML.
    pub is_html: bool,
    /// Whether pictures are kept.
    pub images: bool,
    /// The page.
    pub page: String,
    /// The HTML beside a text.
    pub html: Option<String>,
    /// The page's address.
    pub url: Option<String>,
}

impl<'a> Arbitrary<'a> for Chosen {
    fn arbitrary(bytes: &mut Unstructured<'a>) -> Result<Self> {
        let strictness = f32::from(bytes.arbitrary::<u8>()?) / f32::from(STRICTEST);
        let (keep, drop): (u32, u32) = (bytes.arbitrary()?, bytes.arbitrary()?);
        let flags: u8 = bytes.arbitrary()?;
        let rest = rest(bytes)?;
        let mut texts = rest.splitn(3, BETWEEN).map(str::to_owned);
        Ok(Self {
            strictness,
            keep,
            drop,
            is_html: flags & 1 != 0,
            images: flags & 2 != 0,
            page: texts.next().unwrap_or_default(),
            html: texts.next(),
            url: texts.next(),
        })
    }
}

impl Chosen {
    /// The options; none where the strictness is refused.
    pub fn options(&self) -> Option<Options> {
        let mut options = Options::default().images(self.images);
        for (bit, kind) in Kind::ALL.into_iter().enumerate() {
            if self.keep >> bit & 1 != 0 {
                options = options.keep(kind);
            }
            if self.drop >> bit & 1 != 0 {
                options = options.drop(kind);
            }
        }
        options.url.clone_from(&self.url);
        options.html.clone_from(&self.html);
        options.strictness(self.strictness).ok()
    }
}

/// A page, and lines of it that a person sets.
#[derive(Debug)]
pub struct Flipped {
    /// Whether the page is HTML.
    pub is_html: bool,
    /// Places of lines, counted over and over again where there are fewer, and whether each is kept.
    pub lines: Vec<(usize, bool)>,
    /// The page.
    pub page: String,
}

impl<'a> Arbitrary<'a> for Flipped {
    fn arbitrary(bytes: &mut Unstructured<'a>) -> Result<Self> {
        const MOST: u8 = 16;
        let flags: u8 = bytes.arbitrary()?;
        let lines = (0..bytes.arbitrary::<u8>()? % MOST)
            .map(|_| {
                Ok((
                    usize::from(bytes.arbitrary::<u16>()?),
                    bytes.arbitrary::<u8>()? & 1 != 0,
                ))
            })
            .collect::<Result<_>>()?;
        Ok(Self {
            is_html: flags & 1 != 0,
            lines,
            page: rest(bytes)?,
        })
    }
}

/// All bytes that are left, as text.
fn rest(bytes: &mut Unstructured<'_>) -> Result<String> {
    let rest = bytes.bytes(bytes.len())?;
    Ok(String::from_utf8_lossy(rest).into_owned())
}
