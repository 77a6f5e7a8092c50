//! One layer of the network: sums of products in a fixed order, several lines at a time.
//!
//! The registers are written out: a compiler that saves bytes, as it does for WebAssembly, leaves loops as they are.

use fearless_simd::{Simd, SimdFrom, f32x4, f32x8};

/// How many lines are summed together, and how many values that come out: what the registers of a machine with 16
/// of them, of four numbers each, hold.
const LINES: usize = 4;
const WIDTH: usize = 8;

/// One layer: a weight for each pair of a value that goes in and one that comes out, and a bias for the latter.
#[derive(Clone, Debug, PartialEq)]
pub struct Layer {
    /// How many values go in.
    pub ins: usize,
    /// How many come out.
    pub outs: usize,
    /// The weights in panels of [`WIDTH`] values that come out; in a panel a row for each value that goes in.
    panels: Vec<[f32; WIDTH]>,
    /// The biases of each panel.
    biases: Vec<[f32; WIDTH]>,
    /// The weights once more, a column for each value that comes out: for the way back.
    columns: Vec<f32>,
}

impl Layer {
    /// A layer of these weights, a row for each value that goes in, and biases, one for each that comes out.
    pub fn new(weights: &[f32], biases: &[f32]) -> Self {
        let outs = biases.len();
        let rows = || weights.chunks_exact(outs);
        Self {
            ins: rows().len(),
            outs,
            panels: (0..outs)
                .step_by(WIDTH)
                .flat_map(|first| rows().map(move |row| padded(&row[first..])))
                .collect(),
            biases: biases.chunks(WIDTH).map(padded).collect(),
            columns: (0..outs)
                .flat_map(|out| rows().map(move |row| row[out]))
                .collect(),
        }
    }

    /// How many weights there are.
    #[cfg(test)]
    pub fn len(&self) -> usize {
        self.columns.len()
    }

    /// The weights of one of the values that come out.
    pub fn column(&self, out: usize) -> &[f32] {
        &self.columns[out * self.ins..(out + 1) * self.ins]
    }

    /// Hands to `take`, for each of `count` lines, what comes out when its parts, one after the other, go in.
    pub fn apply<'a, const PARTS: usize>(
        &self,
        count: usize,
        parts: impl Fn(usize) -> [&'a [f32]; PARTS],
        mut take: impl FnMut(usize, &[f32]),
    ) {
        self.each(count, parts, |line, made| {
            take(line, &made.as_flattened()[..self.outs]);
        });
    }

    /// The same with what is below 0 set to 0. Hands over a bit, too, for each value that is above 0.
    pub fn rectify<'a, const PARTS: usize>(
        &self,
        count: usize,
        parts: impl Fn(usize) -> [&'a [f32]; PARTS],
        mut take: impl FnMut(usize, &[f32], u64),
    ) {
        self.each(count, parts, |line, made| {
            let mut open = 0;
            for (panel, made) in made.iter_mut().enumerate() {
                open |= u64::from(rectify(made)) << (WIDTH * panel);
            }
            take(line, &made.as_flattened()[..self.outs], open);
        });
    }

    fn each<'a, const PARTS: usize>(
        &self,
        count: usize,
        parts: impl Fn(usize) -> [&'a [f32]; PARTS],
        mut take: impl FnMut(usize, &mut [[f32; WIDTH]]),
    ) {
        let panels = self.biases.len();
        let mut made = vec![[0.0; WIDTH]; LINES * panels];
        for start in (0..count).step_by(LINES) {
            // Where there are fewer lines the last is summed again.
            let parts: [_; LINES] = std::array::from_fn(|own| parts((start + own).min(count - 1)));
            widest!(simd => self.sum_panels(simd, &parts, &mut made));
            for (own, made) in made.chunks_exact_mut(panels).take(count - start).enumerate() {
                take(start + own, made);
            }
        }
    }

    /// The values of all panels for each of [`LINES`] lines.
    #[expect(clippy::inline_always, reason = "for `widest`")]
    #[inline(always)]
    fn sum_panels<S: Simd, const PARTS: usize>(
        &self,
        simd: S,
        parts: &[[&[f32]; PARTS]; LINES],
        made: &mut [[f32; WIDTH]],
    ) {
        let panels = self.biases.len();
        let rows = self.panels.chunks_exact(self.ins);
        for (panel, (rows, biases)) in rows.zip(&self.biases).enumerate() {
            for (own, sums) in sums(simd, parts, rows, biases).into_iter().enumerate() {
                made[own * panels + panel] = sums;
            }
        }
    }
}

/// The values of one panel for each of [`LINES`] lines.
#[expect(clippy::inline_always, reason = "for `widest`")]
#[inline(always)]
fn sums<S: Simd, const PARTS: usize>(
    simd: S,
    parts: &[[&[f32]; PARTS]; LINES],
    rows: &[[f32; WIDTH]],
    biases: &[f32; WIDTH],
) -> [[f32; WIDTH]; LINES] {
    let biases = f32x8::simd_from(simd, *biases);
    let (mut a, mut b, mut c, mut d) = (biases, biases, biases, biases);
    let mut rows = rows.iter();
    let [of_a, of_b, of_c, of_d] = parts;
    for (((a_part, b_part), c_part), d_part) in of_a.iter().zip(of_b).zip(of_c).zip(of_d) {
        let values = a_part.iter().zip(*b_part).zip(*c_part).zip(*d_part);
        for ((((in_a, in_b), in_c), in_d), row) in values.zip(&mut rows) {
            let row = f32x8::simd_from(simd, *row);
            a += row * *in_a;
            b += row * *in_b;
            c += row * *in_c;
            d += row * *in_d;
        }
    }
    [a.into(), b.into(), c.into(), d.into()]
}

/// Adds `more`, times `factor`, to `sums`, value by value.
#[expect(clippy::inline_always, reason = "for `widest`")]
#[inline(always)]
pub fn add_product<S: Simd>(simd: S, sums: &mut [f32], more: &[f32], factor: f32) {
    let (sums, rest) = sums.as_chunks_mut();
    let (more, more_rest) = more.as_chunks();
    for (sums, more) in sums.iter_mut().zip(more) {
        *sums = (f32x8::simd_from(simd, *sums) + f32x8::simd_from(simd, *more) * factor).into();
    }
    let (sums, rest) = rest.as_chunks_mut();
    let (more, more_rest) = more_rest.as_chunks();
    for (sums, more) in sums.iter_mut().zip(more) {
        *sums = (f32x4::simd_from(simd, *sums) + f32x4::simd_from(simd, *more) * factor).into();
    }
    for (sum, more) in rest.iter_mut().zip(more_rest) {
        *sum += more * factor;
    }
}

/// Sets what is below 0 to 0 and gives a bit for each value that is above it.
fn rectify(values: &mut [f32; WIDTH]) -> u8 {
    let mut open = 0;
    for (k, value) in values.iter_mut().enumerate() {
        let is_open = *value > 0.0;
        open |= u8::from(is_open) << k;
        // In WebAssembly `max` would be a call.
        *value = if is_open { *value } else { 0.0 };
    }
    open
}

/// The first values of a row, and 0 where it has fewer.
fn padded(row: &[f32]) -> [f32; WIDTH] {
    let mut padded = [0.0; WIDTH];
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
            let layer = Layer::new(&weights, &biases);
            let of = |line: usize| &inputs[line * ins..(line + 1) * ins];
            let mut lines = 0;
            layer.apply(
                count,
                |line| of(line).split_at(ins / 2).into(),
                |line, made| {
                    assert_eq!((line, made.len()), (lines, outs));
                    lines += 1;
                    for (out, made) in made.iter().enumerate() {
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
    fn products_are_added_value_by_value() {
        for length in 0..40 {
            let number = |i: usize| (i * 37 % 11) as f32 - 5.25;
            let mut sums: Vec<f32> = (0..length).map(number).collect();
            let more: Vec<f32> = (0..length).map(|i| number(i + 3)).collect();
            let naive = sums.iter().zip(&more).map(|(sum, more)| sum + more * 0.3);
            let naive: Vec<f32> = naive.collect();
            widest!(simd => add_product(simd, &mut sums, &more, 0.3));
            assert_eq!(sums, naive);
        }
    }
}
