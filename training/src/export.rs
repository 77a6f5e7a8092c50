//! The file of weights that ships. Its form is told in `src/model/weights.rs` of the core, and has eight bits for a weight;
//! only six of them are used, and of the other numbers the first bits, so that the file compresses to two thirds.

use copydesk::training::MIDDLE_INPUTS;
use ndarray::Array2;

use crate::examples::Standard;
use crate::net::Parameters;

/// The largest weight of a column is written as this. With 15, a bit less, the snippet F of HTML would be 0.004 lower.
const LARGEST: f32 = 31.0;

/// Of the 23 bits behind the point of a number, so many are 0.
const ROUNDED: u32 = 12;

/// The bytes of the file.
pub fn bytes(standard: &Standard, parameters: &Parameters) -> Vec<u8> {
    let mut bytes = b"CDN2".to_vec();
    for number in [standard.means.len(), MIDDLE_INPUTS, parameters.hidden()] {
        bytes.extend((number as u32).to_le_bytes());
    }
    put(&mut bytes, standard.means.iter().copied());
    put(&mut bytes, standard.scales.iter().copied());
    let tensors = parameters.tensors();
    for pair in tensors.chunks_exact(2) {
        let (weights, biases) = (&pair[0].1, &pair[1].1);
        let scales = column_scales(weights);
        for row in weights.rows() {
            bytes.extend(
                row.iter()
                    .zip(&scales)
                    .map(|(weight, scale)| (weight / scale).round() as i8 as u8),
            );
        }
        put(&mut bytes, scales.into_iter());
        put(&mut bytes, biases.iter().copied());
    }
    bytes
}

/// What the small numbers of each column are multiplied with.
fn column_scales(weights: &Array2<f32>) -> Vec<f32> {
    let largest = |column: ndarray::ArrayView1<'_, f32>| {
        column.iter().fold(0.0_f32, |most, weight| most.max(weight.abs()))
    };
    weights
        .columns()
        .into_iter()
        .map(|column| rounded(largest(column).max(f32::MIN_POSITIVE) / LARGEST))
        .collect()
}

fn put(bytes: &mut Vec<u8>, numbers: impl Iterator<Item = f32>) {
    bytes.extend(numbers.map(rounded).flat_map(f32::to_le_bytes));
}

/// The nearest number of which the last bits are 0.
fn rounded(number: f32) -> f32 {
    let half = 1 << (ROUNDED - 1);
    f32::from_bits((number.to_bits() + half) >> ROUNDED << ROUNDED)
}

#[cfg(test)]
mod tests {
    use super::rounded;

    #[test]
    fn numbers_keep_their_first_bits() {
        for number in [0.0, 1.0, -2.5, 1e-30, 0.1, -1234.567] {
            let short = rounded(number);
            assert!(
                (short - number).abs() <= number.abs() / 4096.0,
                "{short} for {number}"
            );
            assert_eq!(short.to_bits() & 0xfff, 0);
        }
    }
}
