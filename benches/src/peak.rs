//! What one core can do: multiplications with an addition, in the widest registers that it has, of numbers that stay in
//! its nearest cache.
//!
//! There are as many sums as it takes to keep all units busy, each waits for none of the others, and every product needs
//! one number from memory, as in the network. Once with multiplication and addition apart, which is what the network may
//! do, as its bits are the same on every machine; and once fused into one, which would be other bits.

use std::hint::black_box;

use fearless_simd::{Level, Simd, SimdBase as _, SimdFloat as _, dispatch};

/// So many sums at a time: two additions begin in each cycle, and each takes four.
const SUMS: usize = 8;

/// How many numbers are read over and over: 8 KB of them, well within the nearest cache.
const NUMBERS: usize = 2_048;

/// Numbers that neither grow nor shrink when they are summed for long.
pub struct Peak([f32; NUMBERS]);

impl Default for Peak {
    fn default() -> Self {
        Self(std::array::from_fn(|i| if i % 2 == 0 { 0.5 } else { -0.5 }))
    }
}

impl Peak {
    /// So many multiplications with an addition, or a few more, each in two operations.
    pub fn apart(&self, count: usize) -> f32 {
        dispatch!(Level::new(), simd => apart(simd, &self.0, count))
    }

    /// The same, each in one operation where the machine has such.
    pub fn fused(&self, count: usize) -> f32 {
        dispatch!(Level::new(), simd => fused(simd, &self.0, count))
    }

    /// How many numbers stand in the widest register.
    pub fn lanes() -> usize {
        dispatch!(Level::new(), simd => lanes(simd))
    }
}

#[expect(clippy::inline_always, reason = "compiled anew for each set of instructions")]
#[inline(always)]
fn lanes<S: Simd>(_: S) -> usize {
    S::f32s::LEN
}

macro_rules! sums {
    ($name:ident, $step:expr) => {
        #[inline(always)]
        fn $name<S: Simd>(simd: S, numbers: &[f32], count: usize) -> f32 {
            let factor = S::f32s::splat(simd, black_box(0.5));
            let mut sums = [S::f32s::splat(simd, 0.0); SUMS];
            let at_a_time = SUMS * S::f32s::LEN;
            let mut left = count.div_ceil(at_a_time);
            while left > 0 {
                for chunk in numbers.chunks_exact(at_a_time).take(left) {
                    for (sum, numbers) in sums.iter_mut().zip(chunk.chunks_exact(S::f32s::LEN)) {
                        *sum = $step(*sum, S::f32s::from_slice(simd, numbers), factor);
                    }
                }
                left = left.saturating_sub(numbers.len() / at_a_time);
            }
            let [first, rest @ ..] = sums;
            let sum = rest.into_iter().fold(first, |sum, more| sum + more);
            sum.as_slice().iter().sum()
        }
    };
}

sums!(apart, |sum, numbers, factor| sum + numbers * factor);
sums!(fused, |sum, numbers: S::f32s, factor| numbers
    .mul_add(factor, sum));

#[cfg(test)]
mod tests {
    use super::{Peak, SUMS};

    #[test]
    fn both_ways_sum_the_same_numbers() {
        let ones = Peak([1.0; super::NUMBERS]);
        let at_a_time = SUMS * Peak::lanes();
        for count in [1, at_a_time, 10 * at_a_time, 5_000] {
            let expected = 0.5 * (count.div_ceil(at_a_time) * at_a_time) as f32;
            assert!((ones.apart(count) - expected).abs() < 1e-3, "{count}");
            assert!((ones.fused(count) - expected).abs() < 1e-3, "{count}");
        }
        assert!(Peak::default().apart(1_000_000).abs() < 1.0);
    }
}
