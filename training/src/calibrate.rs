//! What makes a score a probability.

/// Steps of Newton's method; it has long converged by then.
const STEPS: usize = 25;

/// Keeps the steps small where all labels agree.
const RIDGE: f64 = 1e-3;

/// The slope and the offset that turn these logits into those of the labels' probabilities: what makes the labels most
/// likely. One and zero where there is no label.
pub fn fit(labelled: &[(f64, bool)]) -> [f64; 2] {
    // From here, where every chance is even, the steps are sure to lead to the best; from elsewhere they may not.
    let [mut slope, mut offset] = [0.0, 0.0];
    for _ in 0..STEPS {
        // Gradient and curvature of the likelihood; the ridge holds them near one and zero.
        let (mut by_slope, mut by_offset) = (RIDGE * (1.0 - slope), -RIDGE * offset);
        let (mut ss, mut so, mut oo) = (RIDGE, 0.0, RIDGE);
        for &(logit, label) in labelled {
            let chance = 1.0 / (1.0 + (-(slope * logit + offset)).exp());
            let error = f64::from(u8::from(label)) - chance;
            let weight = chance * (1.0 - chance);
            by_slope += error * logit;
            by_offset += error;
            ss += weight * logit * logit;
            so += weight * logit;
            oo += weight;
        }
        let determinant = ss * oo - so * so;
        slope += (oo * by_slope - so * by_offset) / determinant;
        offset += (ss * by_offset - so * by_slope) / determinant;
    }
    [slope, offset]
}

#[cfg(test)]
mod tests {
    use super::fit;

    #[test]
    fn logits_that_are_too_sure_are_made_less_so() {
        // Of lines with a logit of 4, three in four are content; of those with -4, one in four.
        let labelled: Vec<(f64, bool)> = (0..400)
            .map(|k| {
                if k % 2 == 0 {
                    (4.0, k % 8 > 1)
                } else {
                    (-4.0, k % 8 < 2)
                }
            })
            .collect();
        let [slope, offset] = fit(&labelled);
        assert!(
            (4.0 * slope - 3.0_f64.ln()).abs() < 1e-3 && offset.abs() < 1e-6,
            "{slope} {offset}"
        );
    }

    #[test]
    fn without_labels_nothing_changes() {
        let [slope, offset] = fit(&[]);
        assert!((slope - 1.0).abs() < 1e-12 && offset.abs() < 1e-12);
    }
}
