//! The file of weights that ships: eight bits a weight. Its form is told in `src/model/weights.rs` of the core.

use copydesk::training::MIDDLE_INPUTS;
use ndarray::Array2;

use crate::examples::Standard;
use crate::net::Parameters;

/// The largest weight of a column is written as this.
const LARGEST: f32 = 127.0;

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
        .map(|column| largest(column).max(f32::MIN_POSITIVE) / LARGEST)
        .collect()
}

fn put(bytes: &mut Vec<u8>, numbers: impl Iterator<Item = f32>) {
    bytes.extend(numbers.flat_map(f32::to_le_bytes));
}
