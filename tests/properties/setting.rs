//! Setting lines by hand.

use copydesk::{Options, clean};
use copydesk_hostile::invariants;
use proptest::prelude::*;
use proptest::sample::Index;

use crate::{config, texts, usual_options};

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_line_set_and_set_back_leaves_the_first_article(
        text in texts::text(),
        options in usual_options(),
        indices in proptest::collection::vec(any::<Index>(), 1..6),
    ) {
        let first = clean(&text, &options);
        prop_assume!(!first.lines.is_empty());
        let lines: Vec<_> = indices.iter().map(|index| index.get(&first.lines)).collect();
        let set: Vec<_> = lines.iter().map(|line| (line.number, !line.kept)).collect();
        invariants::setting_is_undone(&first, &set);
    }

    #[test]
    fn setting_twice_is_setting_once(text in texts::text(), index in any::<Index>(), kept in any::<bool>()) {
        let first = clean(&text, &Options::default());
        prop_assume!(!first.lines.is_empty());
        let number = index.get(&first.lines).number;
        let once = first.with([(number, kept)]).unwrap();
        let twice = once.with([(number, kept)]).unwrap();
        prop_assert_eq!(&once, &twice);
        // The last word on a line counts.
        prop_assert_eq!(first.with([(number, !kept), (number, kept)]).unwrap(), once);
    }

    #[test]
    fn only_lines_that_are_there_can_be_set(text in texts::text(), beyond in 1_usize..1000) {
        let article = clean(&text, &Options::default());
        let count = article.lines.len();
        for number in [0, count + beyond, usize::MAX] {
            let message = article.with([(number, true)]).unwrap_err().to_string();
            prop_assert_eq!(message, format!("there is no line {number}: the page has {count}, counted from 1"));
        }
        let all = article.with((1..=count).map(|number| (number, true))).unwrap();
        prop_assert!(all.lines.iter().all(|line| line.kept && line.by_hand));
        let none = article.with((1..=count).map(|number| (number, false))).unwrap();
        prop_assert_eq!(none.text_content, "");
        prop_assert_eq!(none.content, "");
    }
}
