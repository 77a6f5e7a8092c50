//! One layer of the network: sums of products in a fixed order, several lines at a time.
//!
//! The registers are written out: a compiler that saves bytes, as it does for WebAssembly, leaves loops as they are.

use std::ops::Range;

use fearless_simd::{Select, Simd, SimdBase, SimdFrom, SimdMask, f32x8};

/// How many lines are summed together, and how many values that come out: what the registers of a machine with 16
/// of them, of four numbers each, hold. Where they hold eight numbers each, two panels are summed together.
const LINES: usize = 4;
pub const WIDTH: usize = 8;

/// Values that a register or two hold.
pub type Panel = [f32; WIDTH];

/// What the registers hold on the way back.
pub type Block = [Panel; 4];
const BLOCK: usize = WIDTH * 4;

/// One layer: a weight for each pair of a value that goes in and one that comes out, and a bias for the latter.
#[derive(Clone, Debug, PartialEq)]
pub struct Layer {
    /// How many values go in.
    pub ins: usize,
    /// How many come out.
    pub outs: usize,
    /// The weights in panels of values that come out; in a panel a row for each value that goes in.
    panels: Vec<Panel>,
    /// The biases of each panel.
    biases: Vec<Panel>,
    /// The weights of the values that the way back leads to, once more: for each value that comes out a row of blocks.
    back: Vec<Block>,
}

impl Layer {
    /// A layer of these weights, a row for each value that goes in, and biases, one for each that comes out. `back` are
    /// the values that go in which the way back leads to.
    pub fn new(weights: &[f32], biases: &[f32], back: Range<usize>) -> Self {
        let outs = biases.len();
        let rows = || weights.chunks_exact(outs);
        let mut blocks = vec![Block::default(); outs * back.len().div_ceil(BLOCK)];
        for (out, column) in blocks
            .chunks_exact_mut(back.len().div_ceil(BLOCK).max(1))
            .enumerate()
        {
            let values = column.as_flattened_mut().as_flattened_mut();
            for (value, row) in values.iter_mut().zip(rows().skip(back.start).take(back.len())) {
                *value = row[out];
            }
        }
        Self {
            ins: rows().len(),
            outs,
            panels: (0..outs)
                .step_by(WIDTH)
                .flat_map(|first| rows().map(move |row| padded(&row[first..])))
                .collect(),
            biases: biases.chunks(WIDTH).map(padded).collect(),
            back: blocks,
        }
    }

    /// How many weights there are.
    #[cfg(test)]
    pub fn len(&self) -> usize {
        self.ins * self.outs
    }

    /// The weights of one of the values that come out.
    pub fn column(&self, out: usize) -> impl Iterator<Item = f32> {
        let panel = &self.panels[out / WIDTH * self.ins..][..self.ins];
        panel.iter().map(move |row| row[out % WIDTH])
    }

    /// Hands to `take`, for each of `count` lines, what comes out when its parts, one after the other, go in; behind it
    /// zeros, to the end of the panel.
    pub fn apply<'a, const PARTS: usize>(
        &self,
        count: usize,
        parts: impl Fn(usize) -> [&'a [f32]; PARTS],
        mut take: impl FnMut(usize, &[Panel]),
    ) {
        widest!(simd => self.each::<_, _, false>(simd, count, parts, |line, made, _| take(line, made)));
    }

    /// The same with what is below 0 set to 0. Hands over a bit, too, for each value that is above 0.
    pub fn rectify<'a, const PARTS: usize>(
        &self,
        count: usize,
        parts: impl Fn(usize) -> [&'a [f32]; PARTS],
        take: impl FnMut(usize, &[Panel], u64),
    ) {
        widest!(simd => self.each::<_, _, true>(simd, count, parts, take));
    }

    /// The same, added to each line of `before`: that makes `after`. Hands over the bits alone.
    pub fn rectify_onto<'a, const PARTS: usize>(
        &self,
        before: &Lines,
        after: &mut Lines,
        parts: impl Fn(usize) -> [&'a [f32]; PARTS],
        note: impl FnMut(usize, u64),
    ) {
        widest!(simd => self.onto(simd, before, after, parts, note));
    }

    #[expect(clippy::inline_always, reason = "for `widest`")]
    #[inline(always)]
    fn each<'a, S: Simd, const PARTS: usize, const RECTIFY: bool>(
        &self,
        simd: S,
        count: usize,
        parts: impl Fn(usize) -> [&'a [f32]; PARTS],
        mut take: impl FnMut(usize, &[Panel], u64),
    ) {
        let panels = self.biases.len();
        let mut made = vec![Panel::default(); LINES * panels];
        for start in (0..count).step_by(LINES) {
            let mut open = [0; LINES];
            let parts = together(start, count, &parts);
            self.sum::<_, PARTS, RECTIFY>(simd, &parts, None, &mut made, &mut open);
            for (own, made) in made.chunks_exact(panels).take(count - start).enumerate() {
                take(start + own, made, open[own]);
            }
        }
    }

    #[expect(clippy::inline_always, reason = "for `widest`")]
    #[inline(always)]
    fn onto<'a, S: Simd, const PARTS: usize>(
        &self,
        simd: S,
        before: &Lines,
        after: &mut Lines,
        parts: impl Fn(usize) -> [&'a [f32]; PARTS],
        mut note: impl FnMut(usize, u64),
    ) {
        let count = before.count;
        let window = LINES * before.panels;
        let windows = before.values.chunks_exact(window);
        let windows = windows.zip(after.values.chunks_exact_mut(window));
        for (start, (before, after)) in (0..).step_by(LINES).zip(windows) {
            let mut open = [0; LINES];
            let parts = together(start, count, &parts);
            self.sum::<_, PARTS, true>(simd, &parts, Some(before), after, &mut open);
            for (own, open) in open.into_iter().take(count - start).enumerate() {
                note(start + own, open);
            }
        }
    }

    /// What [`LINES`] lines make, each added to what stands in `onto`.
    #[expect(clippy::inline_always, reason = "for `widest`")]
    #[inline(always)]
    fn sum<S: Simd, const PARTS: usize, const RECTIFY: bool>(
        &self,
        simd: S,
        parts: &[[&[f32]; PARTS]; LINES],
        onto: Option<&[Panel]>,
        made: &mut [Panel],
        open: &mut [u64; LINES],
    ) {
        let panels = self.biases.len();
        let pairs = if S::f32s::LEN >= WIDTH { panels / 2 } else { 0 };
        for pair in 0..pairs {
            let panel = 2 * pair;
            let [first, second] = self.sum_two(simd, parts, panel);
            put::<_, RECTIFY>(simd, first, panel, onto, made, open);
            put::<_, RECTIFY>(simd, second, panel + 1, onto, made, open);
        }
        for panel in 2 * pairs..panels {
            let sums = self.sum_one(simd, parts, panel);
            put::<_, RECTIFY>(simd, sums, panel, onto, made, open);
        }
    }

    /// The rows of weights of a panel.
    fn panel(&self, panel: usize) -> &[Panel] {
        &self.panels[panel * self.ins..][..self.ins]
    }

    /// The values of one panel for each of [`LINES`] lines.
    #[expect(clippy::inline_always, reason = "for `widest`")]
    #[inline(always)]
    fn sum_one<S: Simd, const PARTS: usize>(
        &self,
        simd: S,
        parts: &[[&[f32]; PARTS]; LINES],
        panel: usize,
    ) -> [f32x8<S>; LINES] {
        let bias = f32x8::simd_from(simd, self.biases[panel]);
        let (mut a, mut b, mut c, mut d) = (bias, bias, bias, bias);
        let mut rows = self.panel(panel);
        let [of_a, of_b, of_c, of_d] = parts;
        for (((a_part, b_part), c_part), d_part) in of_a.iter().zip(of_b).zip(of_c).zip(of_d) {
            let values = a_part.iter().zip(*b_part).zip(*c_part).zip(*d_part);
            let (own, rest) = rows.split_at(values.len());
            rows = rest;
            for ((((in_a, in_b), in_c), in_d), row) in values.zip(own) {
                let row = f32x8::simd_from(simd, *row);
                a += row * *in_a;
                b += row * *in_b;
                c += row * *in_c;
                d += row * *in_d;
            }
        }
        [a, b, c, d]
    }

    /// The same of a panel and the next: more sums at a time, for a sum has to wait for the one before.
    #[expect(clippy::inline_always, reason = "for `widest`")]
    #[inline(always)]
    fn sum_two<S: Simd, const PARTS: usize>(
        &self,
        simd: S,
        parts: &[[&[f32]; PARTS]; LINES],
        panel: usize,
    ) -> [[f32x8<S>; LINES]; 2] {
        let [first, second] = [panel, panel + 1].map(|panel| f32x8::simd_from(simd, self.biases[panel]));
        let (mut a, mut b, mut c, mut d) = (first, first, first, first);
        let (mut next_a, mut next_b, mut next_c, mut next_d) = (second, second, second, second);
        let (mut rows, mut next_rows) = (self.panel(panel), self.panel(panel + 1));
        let [of_a, of_b, of_c, of_d] = parts;
        for (((a_part, b_part), c_part), d_part) in of_a.iter().zip(of_b).zip(of_c).zip(of_d) {
            let values = a_part.iter().zip(*b_part).zip(*c_part).zip(*d_part);
            let (own, rest) = rows.split_at(values.len());
            let (next_own, next_rest) = next_rows.split_at(values.len());
            (rows, next_rows) = (rest, next_rest);
            for (((((in_a, in_b), in_c), in_d), row), next) in values.zip(own).zip(next_own) {
                let (row, next) = (f32x8::simd_from(simd, *row), f32x8::simd_from(simd, *next));
                a += row * *in_a;
                next_a += next * *in_a;
                b += row * *in_b;
                next_b += next * *in_b;
                c += row * *in_c;
                next_c += next * *in_c;
                d += row * *in_d;
                next_d += next * *in_d;
            }
        }
        [[a, b, c, d], [next_a, next_b, next_c, next_d]]
    }

    /// The way back: the slopes by the values that went in, of these slopes by the values that came out and were `open`.
    #[expect(clippy::inline_always, reason = "for `widest`")]
    #[inline(always)]
    pub fn back<S: Simd>(&self, simd: S, open: u64, slopes: &[f32], sums: &mut [Block]) {
        let blocks = sums.len();
        for (block, sums) in sums.iter_mut().enumerate() {
            let none = f32x8::splat(simd, 0.0);
            let (mut a, mut b, mut c, mut d) = (none, none, none, none);
            let mut left = open;
            while left != 0 {
                let out = left.trailing_zeros() as usize;
                left &= left - 1;
                let [row_a, row_b, row_c, row_d] = &self.back[out * blocks + block];
                let slope = slopes[out];
                a += f32x8::simd_from(simd, *row_a) * slope;
                b += f32x8::simd_from(simd, *row_b) * slope;
                c += f32x8::simd_from(simd, *row_c) * slope;
                d += f32x8::simd_from(simd, *row_d) * slope;
            }
            *sums = [a.into(), b.into(), c.into(), d.into()];
        }
    }

    /// Room for what the way back gives.
    pub fn room_for_back(&self) -> Vec<Block> {
        vec![Block::default(); self.back.len() / self.outs]
    }
}

/// The parts of [`LINES`] lines of `count`: where there are fewer the last is summed again.
#[expect(clippy::inline_always, reason = "for `widest`")]
#[inline(always)]
fn together<'a, const PARTS: usize>(
    start: usize,
    count: usize,
    parts: impl Fn(usize) -> [&'a [f32]; PARTS],
) -> [[&'a [f32]; PARTS]; LINES] {
    std::array::from_fn(|own| parts((start + own).min(count - 1)))
}

/// Puts a panel's values among what was made of each line: rectified, with a bit for each that is open, or as they are;
/// added to what stands in `onto`.
#[expect(clippy::inline_always, reason = "for `widest`")]
#[inline(always)]
fn put<S: Simd, const RECTIFY: bool>(
    simd: S,
    sums: [f32x8<S>; LINES],
    panel: usize,
    onto: Option<&[Panel]>,
    made: &mut [Panel],
    open: &mut [u64; LINES],
) {
    let panels = made.len() / LINES;
    for (own, mut sums) in sums.into_iter().enumerate() {
        let place = own * panels + panel;
        if RECTIFY {
            let is_open = sums.simd_gt(0.0);
            open[own] |= is_open.to_bitmask() << (WIDTH * panel);
            sums = is_open.select(sums, f32x8::splat(simd, 0.0));
        }
        if let Some(onto) = onto {
            sums += f32x8::simd_from(simd, onto[place]);
        }
        made[place] = sums.into();
    }
}

/// The values of each line of a page, with zeros behind them to the end of a panel. Behind the last line there is room
/// for others, so that there are always [`LINES`] together.
#[derive(Clone, Debug)]
pub struct Lines {
    count: usize,
    width: usize,
    panels: usize,
    values: Vec<Panel>,
}

impl Lines {
    /// So many lines of as many zeros.
    pub fn new(count: usize, width: usize) -> Self {
        let panels = width.div_ceil(WIDTH);
        Self {
            count,
            width,
            panels,
            values: vec![Panel::default(); count.next_multiple_of(LINES) * panels],
        }
    }

    /// How many lines there are.
    pub const fn count(&self) -> usize {
        self.count
    }

    /// The values of the line at `i`.
    pub fn line(&self, i: usize) -> &[f32] {
        &self.values[i * self.panels..][..self.panels].as_flattened()[..self.width]
    }

    /// Sets the line's values.
    pub fn set(&mut self, i: usize, made: &[Panel]) {
        self.values[i * self.panels..][..self.panels].copy_from_slice(made);
    }

    /// Adds more to the line's values.
    pub fn add(&mut self, i: usize, more: &[Panel]) {
        for (values, more) in self.values[i * self.panels..][..self.panels].iter_mut().zip(more) {
            for (value, more) in values.iter_mut().zip(more) {
                *value += more;
            }
        }
    }
}

/// The first values of a row, and 0 where it has fewer.
fn padded(row: &[f32]) -> Panel {
    let mut padded = Panel::default();
    padded
        .iter_mut()
        .zip(row)
        .for_each(|(slot, value)| *slot = *value);
    padded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_number_of_lines_and_values_is_summed_in_order() {
        for (ins, outs, count) in [(1, 1, 1), (3, 8, 4), (5, 9, 6), (7, 30, 9)] {
            let number = |i: usize| (i * 37 % 11) as f32 - 5.25;
            let weights: Vec<f32> = (0..ins * outs).map(number).collect();
            let biases: Vec<f32> = (0..outs).map(number).collect();
            let inputs: Vec<f32> = (0..ins * count).map(|i| number(i + 3)).collect();
            let layer = Layer::new(&weights, &biases, 0..0);
            let of = |line: usize| &inputs[line * ins..(line + 1) * ins];
            let mut lines = 0;
            layer.apply(
                count,
                |line| of(line).split_at(ins / 2).into(),
                |line, made| {
                    assert_eq!((line, made.len()), (lines, outs.div_ceil(WIDTH)));
                    lines += 1;
                    for (out, made) in made.as_flattened()[..outs].iter().enumerate() {
                        let products = of(line).iter().zip(layer.column(out));
                        let expected =
                            products.fold(biases[out], |sum, (value, weight)| sum + value * weight);
                        assert_eq!(made.to_bits(), expected.to_bits());
                    }
                },
            );
            assert_eq!(lines, count);
        }
    }

    #[test]
    fn what_is_made_is_added_to_what_was_there() {
        let number = |i: usize| (i * 37 % 11) as f32 - 5.25;
        let (width, count) = (9, 6);
        let weights: Vec<f32> = (0..width * width).map(number).collect();
        let layer = Layer::new(&weights, &vec![0.5; width], 0..0);
        let mut before = Lines::new(count, width);
        for line in 0..count {
            before.values[2 * line] = std::array::from_fn(|i| number(i + line));
        }
        let mut after = Lines::new(count, width);
        let mut noted = Vec::new();
        let parts = |line| [before.line(line)];
        layer.rectify_onto(&before, &mut after, parts, |line, open| noted.push((line, open)));
        let mut lines = 0;
        layer.rectify(count, parts, |line, made, open| {
            assert_eq!(noted[line], (line, open));
            let sums = made.as_flattened().iter().zip(before.line(line));
            let sums: Vec<f32> = sums.map(|(made, before)| made + before).collect();
            assert_eq!(after.line(line), sums);
            lines += 1;
        });
        assert_eq!((lines, noted.len()), (count, count));
    }

    #[test]
    fn the_way_back_is_summed_in_order_of_what_is_open() {
        for (ins, outs, back) in [(3, 5, 0..3), (90, 30, 30..60), (70, 9, 0..70)] {
            let number = |i: usize| (i * 37 % 11) as f32 - 5.25;
            let weights: Vec<f32> = (0..ins * outs).map(number).collect();
            let slopes: Vec<f32> = (0..outs).map(|i| number(i + 3)).collect();
            let layer = Layer::new(&weights, &vec![0.0; outs], back.clone());
            let open = 0b10_1101_1001_0110 & ((1 << outs) - 1);
            let mut sums = layer.room_for_back();
            widest!(simd => layer.back(simd, open, &slopes, &mut sums));
            let made = &sums.as_flattened().as_flattened()[..back.len()];
            for (into, made) in back.zip(made) {
                let open = (0..outs).filter(|out| open >> out & 1 == 1);
                let expected = open.fold(0.0, |sum, out| sum + weights[into * outs + out] * slopes[out]);
                assert_eq!(made.to_bits(), expected.to_bits());
            }
        }
    }
}
