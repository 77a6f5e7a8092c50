//! The network against a naive twin in double precision, and training on a toy task.

use copydesk::training::KINDS;
use ndarray::Array2;
use rand::RngExt as _;

use super::batch::GAP;
use super::naive::{HIDDEN, INPUTS, MIDDLE, matrices, middle, naive, naive_loss};
use super::*;

fn random_page(lines: usize, whole: bool, rng: &mut ChaCha8Rng) -> Page {
    Page {
        inputs: (0..lines * INPUTS).map(|_| rng.random_range(-1.5..1.5)).collect(),
        words: (0..lines).map(|_| rng.random_range(1..100_u8).into()).collect(),
        labels: (0..lines)
            .map(|_| [None, Some(false), Some(true)][rng.random_range(0..3)])
            .collect(),
        kinds: (0..lines)
            .map(|_| Some(rng.random_range(0..KINDS)).filter(|kind| kind % 4 > 0))
            .collect(),
        whole,
    }
}

fn random_parameters(rng: &mut ChaCha8Rng) -> Parameters {
    let mut parameters = Parameters::zeros(INPUTS, HIDDEN, MIDDLE);
    for value in parameters.slices_mut().flatten() {
        *value = rng.random_range(-0.4..0.4);
    }
    parameters
}

#[test]
fn scores_loss_and_slopes_are_those_of_the_naive_twin() {
    const STEP: f64 = 1e-6;
    let mut rng = ChaCha8Rng::seed_from_u64(3);
    let pages = [random_page(23, true, &mut rng), random_page(6, false, &mut rng)];
    let parameters = random_parameters(&mut rng);
    let (mut batch, mut trace, mut slopes) = (Batch::default(), Trace::default(), Slopes::default());
    batch.fill(pages.iter().enumerate(), INPUTS, usize::MAX, &mut Noise::none());
    assert_eq!(batch.rows(), 23 + GAP + 6);
    trace.run(&parameters, &batch, &middle, &mut Noise::none());
    let loss = slopes.loss(&pages, &batch, &trace);
    let mut gradient = parameters.zeros_like();
    Backward::default().run(&parameters, &batch, &trace, &slopes, &mut gradient);

    let mut tensors = matrices(&parameters);
    let chances: Vec<Vec<f32>> = batch
        .spans
        .iter()
        .map(|span| trace.chance[span.clone()].to_vec())
        .collect();
    for ((page, span), chances) in pages.iter().zip(&batch.spans).zip(&chances) {
        let (first, last, kinds) = naive(&tensors, page, chances);
        for (row, (first, last)) in span.clone().zip(first.into_iter().zip(last)) {
            assert!((f64::from(trace.first_score[row]) - first).abs() < 1e-4);
            assert!((f64::from(trace.score[row]) - last).abs() < 1e-4);
        }
        for (row, kinds) in span.clone().zip(kinds) {
            let mut sums = trace.kinds.row(row).into_iter().zip(kinds);
            assert!(sums.all(|(sum, wanted)| (f64::from(*sum) - wanted).abs() < 1e-4));
        }
        let alone = parameters.scores(page, 0, &middle);
        assert!(
            alone
                .iter()
                .zip(&trace.score[span.clone()])
                .all(|(a, b)| (a - b).abs() < 1e-4)
        );
    }
    assert!((f64::from(loss) - naive_loss(&tensors, &pages, &chances)).abs() < 1e-4);

    for (index, (name, slopes)) in gradient.tensors().into_iter().enumerate() {
        assert!(
            slopes.iter().any(|slope| slope.abs() > 1e-4),
            "{name} has no slope to check"
        );
        for ((row, column), &slope) in slopes.indexed_iter() {
            let mut at = |step: f64| {
                let old = tensors[index][row][column];
                tensors[index][row][column] = old + step;
                let loss = naive_loss(&tensors, &pages, &chances);
                tensors[index][row][column] = old;
                loss
            };
            let wanted = (at(STEP) - at(-STEP)) / (2.0 * STEP);
            let error = (f64::from(slope) - wanted).abs();
            assert!(
                error < 1e-6 + 1e-4 * wanted.abs(),
                "{name} {row} {column}: {slope}, not {wanted}"
            );
        }
    }
}

#[test]
fn tensors_make_the_network_again() {
    let parameters = random_parameters(&mut ChaCha8Rng::seed_from_u64(1));
    let mut tensors = parameters.tensors();
    assert_eq!(Parameters::from_tensors(&tensors), Ok(parameters));
    tensors.swap(2, 3);
    assert_eq!(
        Parameters::from_tensors(&tensors).unwrap_err(),
        "tensor first.1.bias where first.1.weight belongs"
    );
    tensors.swap(2, 3);
    tensors[2].1 = Array2::zeros((1, 1));
    assert_eq!(
        Parameters::from_tensors(&tensors).unwrap_err(),
        "tensor first.1.weight is (1, 1), not (12, 4)"
    );
    tensors.pop();
    assert_eq!(
        Parameters::from_tensors(&tensors).unwrap_err(),
        "27 tensors, not 28"
    );
}

/// Pages where a line is content if the first input of the line before is positive.
fn toy_pages(pages: usize, rng: &mut ChaCha8Rng) -> Vec<Page> {
    let mut pages: Vec<Page> = (0..pages).map(|_| random_page(30, true, rng)).collect();
    for page in &mut pages {
        let before = page.inputs.chunks(INPUTS).map(|line| Some(line[0] > 0.0));
        page.labels = [None].into_iter().chain(before).take(page.words.len()).collect();
        page.kinds.clear();
    }
    pages
}

fn toy_settings() -> Settings {
    Settings {
        hidden: 8,
        epochs: 2,
        lines_per_batch: 100,
        longest_page: 25,
        ..Settings::default()
    }
}

#[test]
fn the_same_seed_gives_the_same_bits() {
    let pages = toy_pages(8, &mut ChaCha8Rng::seed_from_u64(2));
    let train = |seed| {
        let settings = Settings {
            seed,
            ..toy_settings()
        };
        train(&pages, INPUTS, MIDDLE, &middle, &settings, &mut |_| ())
    };
    let bits = |network: Parameters| {
        network
            .slices()
            .flatten()
            .map(|value| value.to_bits())
            .collect::<Vec<_>>()
    };
    let once = bits(train(3));
    assert_eq!(once, bits(train(3)));
    assert_ne!(once, bits(train(4)));
}

#[test]
fn the_line_before_is_learned() {
    let mut rng = ChaCha8Rng::seed_from_u64(5);
    let pages = toy_pages(150, &mut rng);
    let still = Settings {
        input_noise: 0.0,
        input_dropout: 0.0,
        dropout: 0.0,
        epochs: 12,
        ..toy_settings()
    };
    let mut losses = Vec::new();
    let network = train(&pages, INPUTS, MIDDLE, &middle, &still, &mut |progress| {
        losses.push(progress.loss);
    });
    assert!(losses[0] > 1.0 && losses[losses.len() - 1] < 0.5, "{losses:?}");
    let (mut right, mut lines) = (0, 0);
    for page in toy_pages(10, &mut rng) {
        for (score, label) in network.scores(&page, 0, &middle).into_iter().zip(&page.labels) {
            right += usize::from(*label == Some(score > 0.0));
            lines += usize::from(label.is_some());
        }
    }
    assert!(right * 20 > lines * 19, "{right} of {lines}");
}
