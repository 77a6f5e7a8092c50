//! What the markup says of a line: its element, what stands around it in the tree, and where the page's prose is.

use foldhash::{HashMap, HashMapExt};

use super::stated::StatedFeatures;
use crate::markup::{Element, LineMarkup, Mark, Marks, Markup, NO_ELEMENT, Tag};
use crate::words::{FNV_BASIS, fnv};

/// No more elements than this are looked at from a line upwards. The corpus nests twenty to thirty deep.
const HIGHEST: usize = 40;

/// What a nearness is halved by, in elements.
const HALF: f32 = 4.0;

/// A name says nothing of an element that holds more of the page's words than this: it is the page's own.
const WHOLE_PAGE: f32 = 0.6;

/// So many elements above a line are looked at one by one.
pub const LEVELS: usize = 4;

/// Elements of one look count as a list from so many on.
const FEWEST_ALIKE: u32 = 3;

/// What a line's prose counts for the elements above it, the nearest first: as Readability shares out its points.
const SHARES: [f32; 3] = [1.0, 0.5, 1.0 / 3.0];

/// What the markup says of a line.
#[derive(Clone, Debug, Default)]
pub struct MarkupFeatures {
    /// The block that the line stands in.
    pub block: Tag,
    /// 1 to 6 in a heading, else 0.
    pub heading: u8,
    /// The shares of its text that stand in links and in bold type, and how many links there are.
    pub linked: f32,
    pub bold: f32,
    pub links: u32,
    /// How near the next element above is that has each mark: 1 for the line's own, 0 for none.
    pub marks: [f32; Mark::COUNT],
    /// How near the next element of each of [`INSIDE`] is.
    pub inside: [f32; INSIDE.len()],
    /// How many elements it stands in, and how many lists.
    pub depth: u32,
    pub lists: u32,
    /// What the elements above hold, the smallest block first.
    pub above: [Held; LEVELS],
    /// How many elements there are from the line to the smallest one that holds the line above, too, and the same below.
    pub to_line_above: u32,
    pub to_line_below: u32,
    /// The same to the element with the most prose, and to the main heading; how many elements when there is none.
    pub to_prose: u32,
    pub to_main_heading: u32,
    /// Whether it stands below the main heading.
    pub is_below_main_heading: bool,
    /// How many lines stand in blocks that look like its own.
    pub alike: u32,
    /// The smallest element around it that is one of several alike in a row: how many there are, and how many words
    /// each has.
    pub items: u32,
    pub item_words: f32,
    pub item_nearness: f32,
    /// What it holds of what the page states for machines.
    pub stated: StatedFeatures,
}

/// What an element holds.
#[derive(Clone, Copy, Debug, Default)]
pub struct Held {
    /// Words.
    pub words: f32,
    /// The share of the page's prose.
    pub prose: f32,
    /// The share of its words that stand in links.
    pub linked: f32,
}

/// The elements whose nearness is told.
pub const INSIDE: [Tag; 16] = [
    Tag::Nav,
    Tag::Header,
    Tag::Footer,
    Tag::Aside,
    Tag::Main,
    Tag::Article,
    Tag::Section,
    Tag::Form,
    Tag::Figure,
    Tag::Table,
    Tag::Ul,
    Tag::Ol,
    Tag::Dl,
    Tag::Blockquote,
    Tag::Details,
    Tag::Time,
];

/// A line as this module needs it.
#[derive(Clone, Copy, Debug)]
pub struct Described {
    /// What the markup says.
    pub markup: LineMarkup,
    pub words: f32,
    pub is_prose: bool,
    pub stated: StatedFeatures,
}

/// What the markup says of every line.
pub fn describe(markup: &Markup, lines: &[Described]) -> Vec<MarkupFeatures> {
    let tree = Tree::new(markup, lines);
    let blocks: Vec<u32> = lines.iter().map(|line| tree.block(line.markup.element)).collect();
    let mut alike: HashMap<u64, u32> = HashMap::new();
    for &block in &blocks {
        *alike.entry(tree.looks(block)).or_insert(0) += 1;
    }
    let prose = tree.most_prose(lines, &blocks);
    let of = |i: Option<usize>| {
        i.and_then(|i| lines.get(i))
            .map_or(NO_ELEMENT, |line| line.markup.element)
    };
    let mut all: Vec<MarkupFeatures> = lines
        .iter()
        .enumerate()
        .map(|(i, line)| {
            let own = line.markup;
            let bytes = own.bytes.max(1) as f32;
            let mut features = MarkupFeatures {
                block: tree.tag(blocks[i]),
                linked: own.linked as f32 / bytes,
                bold: own.bold as f32 / bytes,
                links: own.links,
                depth: tree.depth(own.element),
                above: tree.above(blocks[i]),
                to_line_above: tree.steps(own.element, of(i.checked_sub(1))),
                to_line_below: tree.steps(own.element, of(Some(i + 1))),
                to_prose: tree.steps(own.element, prose),
                to_main_heading: HIGHEST as u32,
                alike: alike[&tree.looks(blocks[i])],
                stated: line.stated,
                ..MarkupFeatures::default()
            };
            tree.look_up(own.element, &mut features);
            features
        })
        .collect();
    // The first line of the first heading of the highest level.
    let headings = (0..all.len()).filter(|&i| all[i].heading > 0);
    if let Some(main) = headings.min_by_key(|&i| all[i].heading) {
        for (i, (features, line)) in all.iter_mut().zip(lines).enumerate() {
            features.to_main_heading = tree.steps(line.markup.element, lines[main].markup.element);
            features.is_below_main_heading = i > main;
        }
    }
    all
}

/// The elements of a page with what they hold.
struct Tree<'a> {
    markup: &'a Markup,
    words: Vec<f32>,
    prose: Vec<f32>,
    linked: Vec<f32>,
    depths: Vec<u32>,
    /// How many siblings each has that look like it, itself counted.
    siblings: Vec<u32>,
    all_words: f32,
    all_prose: f32,
}

impl<'a> Tree<'a> {
    fn new(markup: &'a Markup, lines: &[Described]) -> Self {
        let count = markup.elements.len();
        let mut tree = Self {
            markup,
            words: vec![0.0; count],
            prose: vec![0.0; count],
            linked: vec![0.0; count],
            depths: Vec::with_capacity(count),
            siblings: vec![0; count],
            all_words: f32::EPSILON,
            all_prose: f32::EPSILON,
        };
        for line in lines {
            let own = line.markup;
            let prose = if line.is_prose { line.words } else { 0.0 };
            tree.all_words += line.words;
            tree.all_prose += prose;
            if let Some(words) = tree.words.get_mut(own.element as usize) {
                *words += line.words;
                tree.prose[own.element as usize] += prose;
                tree.linked[own.element as usize] += line.words * own.linked as f32 / own.bytes.max(1) as f32;
            }
        }
        for element in &markup.elements {
            let above = tree.depth(element.parent);
            tree.depths.push(above + 1);
        }
        // Parents come before their children: from the end, each is whole before it is added to its parent.
        for (at, element) in markup.elements.iter().enumerate().rev() {
            let parent = element.parent as usize;
            if parent < count {
                tree.words[parent] += tree.words[at];
                tree.prose[parent] += tree.prose[at];
                tree.linked[parent] += tree.linked[at];
            }
        }
        let mut families: HashMap<u64, u32> = HashMap::new();
        let blocks = || {
            let all = markup.elements.iter().enumerate();
            all.filter(|(_, element)| element.tag.is_block())
        };
        for (_, element) in blocks().filter(|&(at, _)| tree.words[at] > 0.0) {
            *families.entry(family(element)).or_insert(0) += 1;
        }
        for (at, element) in blocks() {
            tree.siblings[at] = families.get(&family(element)).copied().unwrap_or(0);
        }
        tree
    }

    fn tag(&self, element: u32) -> Tag {
        self.markup
            .elements
            .get(element as usize)
            .map_or(Tag::Other, |found| found.tag)
    }

    fn depth(&self, element: u32) -> u32 {
        self.depths.get(element as usize).copied().unwrap_or(0)
    }

    /// The smallest block that the element is or stands in.
    fn block(&self, element: u32) -> u32 {
        let mut chain = self.markup.chain(element).take(HIGHEST);
        let block = chain.find(|(_, above)| above.tag.is_block());
        block.map_or(element, |(at, _)| at)
    }

    /// A number for how a block and what it stands in look.
    fn looks(&self, block: u32) -> u64 {
        let looks = self.markup.chain(block).map(|(_, above)| above.look);
        looks.take(2).fold(FNV_BASIS, fnv)
    }

    /// What the blocks above hold, each larger than the one before.
    fn above(&self, block: u32) -> [Held; LEVELS] {
        let mut all = [Held::default(); LEVELS];
        let mut words = 0.0;
        let mut level = 0;
        for (at, element) in self.markup.chain(block).take(HIGHEST) {
            let own = self.words[at as usize];
            // An element that holds nothing more than the one in it is only there for its style.
            if element.tag.is_block() && own > words {
                words = own;
                all[level] = Held {
                    words: own,
                    prose: self.prose[at as usize] / self.all_prose,
                    linked: self.linked[at as usize] / own,
                };
                level += 1;
                if level == LEVELS {
                    break;
                }
            }
        }
        // Above the page there is no more than the page.
        if let Some(&page) = all[..level].last() {
            all[level..].fill(page);
        }
        all
    }

    /// How many elements lie between `from` and the smallest element that holds `to`, too.
    fn steps(&self, from: u32, to: u32) -> u32 {
        let (mut a, mut b) = (from, to);
        let mut steps = 0;
        for _ in 0..2 * HIGHEST {
            if a == b || a == NO_ELEMENT {
                break;
            }
            if b == NO_ELEMENT || self.depth(a) >= self.depth(b) {
                a = self.markup.elements[a as usize].parent;
                steps += 1;
            } else {
                b = self.markup.elements[b as usize].parent;
            }
        }
        steps
    }

    /// The element whose blocks hold the most prose that is no link.
    fn most_prose(&self, lines: &[Described], blocks: &[u32]) -> u32 {
        let mut points = vec![0.0; self.words.len()];
        for (line, &block) in lines.iter().zip(blocks) {
            let own = line.markup;
            let free = 1.0 - own.linked as f32 / own.bytes.max(1) as f32;
            if line.is_prose && free > 0.0 {
                let holders = self.markup.chain(block).skip(1);
                for ((at, _), share) in holders.zip(SHARES) {
                    points[at as usize] += share * line.words * free;
                }
            }
        }
        let weight = |at: usize, points: f32| points * (1.0 - self.linked[at] / self.words[at].max(1.0));
        let best = (0..)
            .zip(points)
            .filter(|&(_, points)| points > 0.0)
            .map(|(at, points)| (weight(at as usize, points), at))
            .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
        best.map_or(NO_ELEMENT, |(_, at)| at)
    }

    /// What the elements above say, by their names.
    fn look_up(&self, element: u32, features: &mut MarkupFeatures) {
        let mut seen = Marks::default();
        for (distance, (at, above)) in self.markup.chain(element).take(HIGHEST).enumerate() {
            let nearness = HALF / (HALF + distance as f32);
            let held = self.words[at as usize] / self.all_words;
            if held <= WHOLE_PAGE || above.marks.has(Mark::Content) {
                for mark in above.marks.without(seen).numbers() {
                    features.marks[mark] = nearness;
                }
                seen.add_all(above.marks);
            }
            if let Some(inside) = INSIDE.iter().position(|&tag| tag == above.tag) {
                features.inside[inside] = features.inside[inside].max(nearness);
            }
            features.lists += u32::from(matches!(above.tag, Tag::Ul | Tag::Ol | Tag::Dl));
            features.heading = features.heading.max(above.tag.heading_level());
            let siblings = self.siblings[at as usize];
            if features.items == 0 && siblings >= FEWEST_ALIKE && above.tag != Tag::P {
                features.items = siblings;
                features.item_words = self.words[at as usize];
                features.item_nearness = nearness;
            }
        }
    }
}

/// A number that elements of one look in one element share.
fn family(element: &Element) -> u64 {
    fnv(element.look, element.parent)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::{Features, describe as describe_page};
    use crate::page::Page;
    use crate::source::html;

    const PROSE: &str =
        "After nine days of flood the Orla is back within its banks, the water board of Tessel said.";

    fn page() -> Features {
        let html = format!(
            "<body class=has-sidebar><nav><ul><li><a href=/>Home</a><li><a href=/n>News</a></ul></nav>\
             <main><h1>The river</h1><div class=story-body><p>{PROSE}<p>{PROSE} <a href=/m>More</a></div></main>\
             <aside class=related-posts>{}</aside>",
            "<div class='card c1'><h3>The mill</h3><p>It rose.</p></div>".repeat(4)
        );
        describe_page(&Page::rendered(&html::read(&html)))
    }

    fn at(page: &Features, line: usize) -> &MarkupFeatures {
        page.lines[line]
            .markup
            .as_deref()
            .expect("a page of HTML has markup")
    }

    #[test]
    fn a_line_knows_its_element_and_what_names_say() {
        let page = page();
        let (home, title, prose, mill) = (at(&page, 0), at(&page, 2), at(&page, 3), at(&page, 5));
        assert_eq!((home.block, home.linked, home.lists), (Tag::Li, 1.0, 1));
        assert!(home.marks[Mark::Navigation as usize] > 0.0);
        assert_eq!((title.heading, prose.heading, mill.heading), (1, 0, 3));
        assert!(prose.marks[Mark::Content as usize] > 0.0 && prose.marks[Mark::Related as usize] == 0.0);
        assert!(mill.marks[Mark::Related as usize] > 0.0 && mill.marks[Mark::Card as usize] > 0.0);
        // What the page's own wrapper says is said of no line.
        assert!(page.lines.iter().all(|line| {
            let markup = line.markup.as_deref();
            markup.is_some_and(|own| own.marks[Mark::Sidebar as usize] == 0.0)
        }));
    }

    #[test]
    fn a_line_knows_where_it_is_in_the_tree() {
        let page = page();
        let (home, prose, second, mill) = (at(&page, 0), at(&page, 3), at(&page, 4), at(&page, 5));
        assert_eq!((prose.to_line_below, second.to_line_above), (1, 1));
        assert!(prose.to_prose < mill.to_prose && prose.to_prose < home.to_prose);
        assert!(!home.is_below_main_heading && prose.is_below_main_heading);
        assert!(prose.to_main_heading < mill.to_main_heading);
        assert!(prose.above[1].prose > 0.99 && mill.above[0].prose < 0.01);
        assert_eq!((mill.items, prose.items), (4, 0));
    }
}
