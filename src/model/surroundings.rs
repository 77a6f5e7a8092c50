//! What is around each line of a page: sums for windows, distances to telling lines, shapes that come again.

use foldhash::{HashMap, HashMapExt};

use crate::features::LineFeatures;
use crate::kind::Kind;

/// The kinds whose phrases are looked for above and below a line.
pub const TELLING: [Kind; 10] = [
    Kind::Related,
    Kind::Comment,
    Kind::Subscribe,
    Kind::Consent,
    Kind::Legal,
    Kind::Share,
    Kind::Interface,
    Kind::Navigation,
    Kind::Credit,
    Kind::Advertisement,
];

/// What a nearness is halved by, in lines: at this distance it is 1/2, right beside a line nearly 1.
const HALF: f32 = 8.0;

/// Bounds, in words, between the lengths that count as different shapes.
const LENGTHS: [f32; 5] = [2.0, 4.0, 8.0, 16.0, 40.0];

/// Shapes are compared with those up to so many lines further on, over so many lines on either side.
const LAGS: usize = 8;
const COMPARED: usize = 8;

/// The coarse shape of a line: pages that list things repeat a few of them.
type Coarse = u8;

/// Stands for the shape of what is beyond the page.
const BEYOND: Coarse = u8::MAX;

/// What is around the lines of a page.
pub struct Surroundings {
    /// Running sums of each measure of a line, one more than there are lines.
    pub log_words: Sums,
    pub ends: Sums,
    pub prose: Sums,
    pub apart: Sums,
    pub phrases: Sums,
    pub dates: Sums,
    pub words: Sums,
    /// For each line, how near the last line above is that has a phrase of each of [`TELLING`], and the next below.
    pub above: Vec<[f32; TELLING.len()]>,
    pub below: Vec<[f32; TELLING.len()]>,
    /// For each line, how near dates and bylines are above and below.
    pub date_above: Vec<f32>,
    pub date_below: Vec<f32>,
    pub byline_above: Vec<f32>,
    pub byline_below: Vec<f32>,
    /// How many lines the group of each line has: lines with no blank line between them.
    pub groups: Vec<f32>,
    /// How many other lines of the page have the same shape between the same shapes.
    pub same_shape: Vec<f32>,
    /// How alike the shapes around each line are to those one line further on, and to those two to [`LAGS`] further
    /// on, whichever is most alike: 1 in a list of like items.
    pub echo_of_next: Vec<f32>,
    pub echo: Vec<f32>,
    /// How often each term stands on the page, counted once a line.
    pub terms: HashMap<u64, u32>,
}

/// Running sums, for means over windows. In `f64`, so that where a window stands in a long page hardly matters.
pub struct Sums(Vec<f64>);

impl Sums {
    fn new(lines: &[LineFeatures], measure: impl Fn(&LineFeatures) -> f32) -> Self {
        let mut sum = 0.0;
        let sums = lines.iter().map(|line| {
            sum += f64::from(measure(line));
            sum
        });
        Self(std::iter::once(0.0).chain(sums).collect())
    }

    /// The mean from the line `from` to the line before `to`, cut at the page's ends; 0 of nothing.
    fn mean(&self, from: usize, to: usize) -> f32 {
        let to = to.min(self.0.len() - 1);
        let from = from.min(to);
        if from == to {
            0.0
        } else {
            ((self.0[to] - self.0[from]) / (to - from) as f64) as f32
        }
    }

    /// The mean over the lines above the one at `i`: from so many lines above it to so many.
    pub fn above(&self, i: usize, far: usize, near: usize) -> f32 {
        self.mean(i.saturating_sub(far), (i + 1).saturating_sub(near))
    }

    /// The mean over the lines below the one at `i`, in the same way.
    pub fn below(&self, i: usize, near: usize, far: usize) -> f32 {
        self.mean(i + near, i + far + 1)
    }

    /// The sum over the lines above the one at `i`.
    pub fn until(&self, i: usize) -> f32 {
        self.0[i] as f32
    }

    /// The sum over the page.
    pub fn total(&self) -> f32 {
        self.0.last().map_or(0.0, |&total| total as f32)
    }
}

impl Surroundings {
    /// What is around the lines.
    pub fn new(lines: &[LineFeatures]) -> Self {
        let share =
            |holds: fn(&LineFeatures) -> bool| Sums::new(lines, move |line| f32::from(u8::from(holds(line))));
        let tells = |line: &LineFeatures| {
            TELLING.map(|kind| line.signs.says(kind) || kind == Kind::Comment && line.signs.comments)
        };
        let is_date = |line: &LineFeatures| [line.is_date()];
        let is_byline = |line: &LineFeatures| [line.signs.byline];
        let flat = |near: Vec<[f32; 1]>| near.into_iter().map(|[near]| near).collect();
        let shapes: Vec<Coarse> = lines.iter().map(coarse).collect();
        let mut terms = HashMap::new();
        for term in lines.iter().flat_map(|line| &line.terms) {
            *terms.entry(*term).or_insert(0) += 1;
        }
        Self {
            log_words: Sums::new(lines, |line| super::inputs::log(line.words)),
            ends: share(|line| line.shape.ends_sentence),
            prose: share(LineFeatures::is_prose),
            apart: share(|line| line.blanks_before > 0),
            phrases: share(|line| line.signs.phrase.is_some()),
            dates: share(LineFeatures::is_date),
            words: Sums::new(lines, |line| line.words),
            above: nearness(lines.iter(), tells),
            below: reversed(nearness(lines.iter().rev(), tells)),
            date_above: flat(nearness(lines.iter(), is_date)),
            date_below: flat(reversed(nearness(lines.iter().rev(), is_date))),
            byline_above: flat(nearness(lines.iter(), is_byline)),
            byline_below: flat(reversed(nearness(lines.iter().rev(), is_byline))),
            groups: groups(lines),
            same_shape: same_shape(&shapes),
            echo_of_next: echo(&shapes, 1..=1),
            echo: echo(&shapes, 2..=LAGS),
            terms,
        }
    }
}

/// For each line, how near the last one before it is for which each thing holds; 0 where there was none.
fn nearness<'a, const N: usize>(
    lines: impl Iterator<Item = &'a LineFeatures>,
    holds: impl Fn(&LineFeatures) -> [bool; N],
) -> Vec<[f32; N]> {
    let mut distance = [f32::INFINITY; N];
    lines
        .map(|line| {
            let own = distance.map(|distance| HALF / (HALF + distance));
            for (distance, holds) in distance.iter_mut().zip(holds(line)) {
                *distance = if holds { 0.0 } else { *distance + 1.0 };
            }
            own
        })
        .collect()
}

fn reversed<T>(mut values: Vec<T>) -> Vec<T> {
    values.reverse();
    values
}

fn groups(lines: &[LineFeatures]) -> Vec<f32> {
    let groups = lines.chunk_by(|_, next| next.blanks_before == 0);
    groups
        .flat_map(|group| std::iter::repeat_n(group.len() as f32, group.len()))
        .collect()
}

fn coarse(line: &LineFeatures) -> Coarse {
    let length = LENGTHS.iter().filter(|&&bound| line.words >= bound).count() as u8;
    let signs = &line.signs;
    let bits = [
        line.shape.ends_sentence,
        line.shape.digits > 0,
        line.blanks_before > 0,
        signs.day || signs.ago || signs.time,
    ];
    bits.into_iter()
        .fold(length, |shape, bit| 2 * shape + u8::from(bit))
}

fn same_shape(shapes: &[Coarse]) -> Vec<f32> {
    let at = |i: Option<usize>| i.and_then(|i| shapes.get(i)).copied().unwrap_or(BEYOND);
    let among = |i: usize| {
        let three = [at(i.checked_sub(1)), at(Some(i)), at(Some(i + 1))];
        three.into_iter().fold(0, |all, one| all << 8 | u64::from(one))
    };
    let mut counts: HashMap<u64, u32> = HashMap::new();
    for i in 0..shapes.len() {
        *counts.entry(among(i)).or_insert(0) += 1;
    }
    (0..shapes.len())
        .map(|i| (counts[&among(i)] - 1) as f32)
        .collect()
}

/// For each line the largest share, over the lags, of shapes around it that are the same so many lines further on.
fn echo(shapes: &[Coarse], lags: std::ops::RangeInclusive<usize>) -> Vec<f32> {
    let mut most = vec![0.0_f32; shapes.len()];
    for lag in lags {
        let mut same = vec![0_u32; shapes.len() + 1];
        for i in 0..shapes.len() {
            same[i + 1] = same[i] + u32::from(shapes.get(i + lag) == Some(&shapes[i]));
        }
        for (i, most) in most.iter_mut().enumerate() {
            let (from, to) = (i.saturating_sub(COMPARED), (i + COMPARED + 1).min(shapes.len()));
            let share = (same[to] - same[from]) as f32 / (2 * COMPARED + 1) as f32;
            *most = most.max(share);
        }
    }
    most
}
