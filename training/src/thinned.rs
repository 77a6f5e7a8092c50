//! Pages of HTML with some of what is no content left out: as another site, or the same on another day, would have them.

use copydesk::training::Seen;
use rand::RngExt;
use rand::seq::IndexedRandom;
use rand_chacha::ChaCha8Rng;

use crate::forms::Answer;

/// How many elements it is tried to leave out.
const TRIES: usize = 10;

/// An element is that of a line, or stands at most so many elements above it.
const HIGHEST: usize = 8;

/// The page without some of its elements, none of which holds content, with what is known of the lines that stay.
pub fn thinned(seen: &Seen, answers: &[Answer], rng: &mut ChaCha8Rng) -> (Seen, Vec<Answer>) {
    let elements: Vec<Vec<u32>> = (0..answers.len())
        .map(|line| seen.elements(line).take(4 * HIGHEST).collect())
        .collect();
    let is_other = |line: &usize| answers[*line].is_content == Some(false);
    let others: Vec<usize> = (0..answers.len()).filter(is_other).collect();
    let mut kept = vec![true; answers.len()];
    for _ in 0..TRIES {
        let height = rng.random_range(0..HIGHEST);
        let Some(&element) = others.choose(rng).and_then(|&line| elements[line].get(height)) else {
            continue;
        };
        let within: Vec<usize> = (0..answers.len())
            .filter(|&line| elements[line].contains(&element))
            .collect();
        if within.iter().all(is_other) {
            for line in within {
                kept[line] = false;
            }
        }
    }
    let answers = answers.iter().zip(&kept).filter(|(_, kept)| **kept);
    (
        seen.with_lines(|line| kept[line]),
        answers.map(|(answer, _)| *answer).collect(),
    )
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng;

    use super::*;

    #[test]
    fn content_stays_and_some_of_the_rest_goes() {
        let html = format!(
            "<nav>{}</nav><main>{}</main>",
            "<ul><li>Home<li>News</ul>".repeat(10),
            "<p>The river rose.</p>".repeat(5)
        );
        let seen = Seen::new(&html);
        let answers: Vec<Answer> = seen
            .text()
            .lines()
            .map(|line| Answer {
                is_content: Some(line.contains("river")),
                kind: None,
            })
            .collect();
        let mut rng = ChaCha8Rng::seed_from_u64(1);
        let (page, known) = thinned(&seen, &answers, &mut rng);
        assert_eq!(page.text().lines().count(), known.len());
        assert_eq!(page.text().matches("river").count(), 5);
        assert!(known.len() < answers.len());
        assert_eq!(
            page.described().positions().len(),
            page.text().lines().filter(|line| !line.is_empty()).count()
        );
    }
}
