//! The network once more, in double precision, page by page and without any care for speed: what the tests compare
//! with.

use super::loss::{F1_SHARE, FIRST_SHARE, FULL_PAGE, KIND_SHARE, MORE_WORDS, MOST_WORDS, SMOOTHING};
use super::{Page, Parameters};
use copydesk::training::{BODY, KINDS};
use ndarray::Array2;

pub(super) type Matrix = Vec<Vec<f64>>;

pub(super) const INPUTS: usize = 5;
pub(super) const HIDDEN: usize = 4;
pub(super) const MIDDLE: usize = 3;

/// Some middle inputs that depend on the chances.
pub(super) fn middle(_: usize, chances: &[f32]) -> Vec<f32> {
    chances
        .iter()
        .flat_map(|&chance| [chance, 1.0 - 2.0 * chance, chance * chance])
        .collect()
}

/// `rows` times tensor `index` (a weight), plus the bias after it.
fn apply(rows: &Matrix, tensors: &[Matrix], index: usize) -> Matrix {
    let sum = |row: &Vec<f64>, column: usize| -> f64 {
        assert_eq!(row.len(), tensors[index].len());
        row.iter()
            .zip(&tensors[index])
            .map(|(value, weights)| value * weights[column])
            .sum()
    };
    let bias = &tensors[index + 1][0];
    rows.iter()
        .map(|row| {
            (0..bias.len())
                .map(|column| sum(row, column) + bias[column])
                .collect()
        })
        .collect()
}

fn add_active(state: &mut Matrix, sums: &Matrix) {
    for (state, sum) in state.iter_mut().flatten().zip(sums.iter().flatten()) {
        *state += sum.max(0.0);
    }
}

fn convolve(state: &mut Matrix, tensors: &[Matrix], index: usize, distance: usize) {
    let zero = vec![0.0; state[0].len()];
    let look = |row: Option<usize>| row.and_then(|row| state.get(row)).unwrap_or(&zero);
    let seen = (0..state.len()).map(|row| {
        [
            look(row.checked_sub(distance)),
            look(Some(row)),
            look(Some(row + distance)),
        ]
        .map(Vec::as_slice)
        .concat()
    });
    let sums = apply(&seen.collect(), tensors, index);
    add_active(state, &sums);
}

/// Both scores of each line and what speaks for its kinds, with the chances by the first score as given.
pub(super) fn naive(tensors: &[Matrix], page: &Page, chances: &[f32]) -> (Vec<f64>, Vec<f64>, Matrix) {
    let wide = |values: &[f32], width| -> Matrix {
        values
            .chunks(width)
            .map(|row| row.iter().copied().map(f64::from).collect())
            .collect()
    };
    let lines = page.words.len();
    let mut state = vec![vec![0.0; HIDDEN]; lines];
    add_active(&mut state, &apply(&wide(&page.inputs, INPUTS), tensors, 0));
    for (layer, distance) in [1, 2, 4, 8, 16].into_iter().enumerate() {
        convolve(&mut state, tensors, 2 + 2 * layer, distance);
    }
    let first = apply(&state, tensors, 12).concat();
    let mut means = vec![];
    for kind in 0..3 {
        let weights: Vec<f64> = (0..lines)
            .map(|line| {
                let chance = f64::from(chances[line]);
                [
                    1.0,
                    chance * f64::from(page.words[line]).min(80.0).sqrt(),
                    1.0 - chance,
                ][kind]
            })
            .collect();
        let sum = weights.iter().sum::<f64>() + 1e-3;
        means.extend((0..HIDDEN).map(|channel| {
            weights
                .iter()
                .zip(&state)
                .map(|(weight, row)| weight * row[channel])
                .sum::<f64>()
                / sum
        }));
    }
    let context = apply(&vec![means], tensors, 14);
    add_active(&mut state, &vec![context[0].clone(); lines]);
    let mut second = state.clone();
    add_active(
        &mut second,
        &apply(&wide(&middle(0, chances), MIDDLE), tensors, 16),
    );
    for (layer, distance) in [1, 3, 9].into_iter().enumerate() {
        convolve(&mut second, tensors, 18 + 2 * layer, distance);
    }
    let both: Matrix = state
        .iter()
        .zip(&second)
        .map(|(own, looked)| [own.as_slice(), looked].concat())
        .collect();
    let last = apply(&both, tensors, 24).concat();
    (first, last, apply(&both, tensors, 26))
}

pub(super) fn naive_loss(tensors: &[Matrix], pages: &[Page], chances: &[Vec<f32>]) -> f64 {
    let sigmoid = |score: f64| 1.0 / (1.0 + (-score).exp());
    let mut loss = 0.0;
    for (page, chances) in pages.iter().zip(chances) {
        let (first, last, sums) = naive(tensors, page, chances);
        let lines: Vec<(usize, f64, f64)> = (0..page.words.len())
            .filter_map(|line| {
                Some((
                    line,
                    f64::from(u8::from(page.labels[line]?)),
                    page.words[line].into(),
                ))
            })
            .collect();
        let weight = |words: f64| (words.min(MOST_WORDS.into()) + f64::from(MORE_WORDS)).sqrt();
        let sum: f64 = lines.iter().map(|&(_, _, words)| weight(words)).sum();
        let full = (lines.len() as f64 / f64::from(FULL_PAGE)).min(1.0);
        let (mut both, mut all) = (0.0, 1.0);
        for (line, label, words) in lines {
            let smooth = if label > 0.5 {
                1.0 - f64::from(SMOOTHING)
            } else {
                SMOOTHING.into()
            };
            for (score, share) in [(first[line], FIRST_SHARE.into()), (last[line], 1.0)] {
                let chance = sigmoid(score);
                let entropy = -smooth * chance.ln() - (1.0 - smooth) * sigmoid(-score).ln();
                loss += full * share * weight(words) / sum * entropy;
            }
            both += sigmoid(last[line]) * label * words;
            all += (sigmoid(last[line]) + label) * words;
        }
        let kinds: Vec<(&Vec<f64>, usize)> = sums
            .iter()
            .zip(&page.kinds)
            .filter_map(|(sums, kind)| kind.map(|kind| (sums, kind)))
            .collect();
        let count = (kinds.len() as f64).max(FULL_PAGE.into());
        for (sums, kind) in kinds {
            let same = |other: &usize| BODY.contains(other) == BODY.contains(&kind);
            let total: f64 = (0..KINDS).filter(same).map(|other| sums[other].exp()).sum();
            loss += f64::from(KIND_SHARE) / count * (total.ln() - sums[kind]);
        }
        if page.whole {
            loss += f64::from(F1_SHARE) * (1.0 - 2.0 * both / all);
        }
    }
    loss / pages.len() as f64
}

pub(super) fn matrices(parameters: &Parameters) -> Vec<Matrix> {
    let rows = |tensor: Array2<f32>| {
        tensor
            .outer_iter()
            .map(|row| row.mapv(f64::from).to_vec())
            .collect()
    };
    parameters
        .tensors()
        .into_iter()
        .map(|(_, tensor)| rows(tensor))
        .collect()
}
