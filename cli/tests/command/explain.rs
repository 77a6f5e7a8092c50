use std::process::Stdio;

use crate::support::{PAGE, command, file, run, run_with};

#[test]
fn each_line_tells_its_number_what_it_is_its_score_and_why() {
    let ran = run_with(&["--explain"], PAGE);
    assert_eq!((ran.told.as_str(), ran.code), ("", Some(0)));
    let article = copydesk::clean(PAGE, &copydesk::Options::default());
    let rows: Vec<&str> = ran.out.lines().collect();
    assert_eq!(rows.len(), article.lines.len() + 1);
    for (row, line) in rows.iter().zip(&article.lines) {
        let words: Vec<&str> = row.split_whitespace().collect();
        let mark = if line.kept { "+" } else { "-" };
        let score = format!("{:.3}", line.score);
        assert_eq!(
            words[..4],
            [&line.number.to_string(), mark, line.kind.name(), &score]
        );
        assert!(row.contains(line.reason.text()), "{row}");
    }
    assert!(rows[6].ends_with('…') && rows[0].ends_with("Home"), "{rows:?}");
    // In columns: the texts of all lines begin at the same place.
    assert_eq!(rows[0].find("Home"), rows[4].find("River"));
    let kept = article.lines.iter().filter(|line| line.kept).count();
    let last = format!(
        "{kept} of {} lines kept, confidence {:.3}",
        article.lines.len(),
        article.confidence
    );
    assert_eq!(rows.last(), Some(&last.as_str()));
}

#[test]
fn several_pages_have_their_names_above() {
    let (one, two) = (file("explain-one.txt", PAGE), file("explain-two.txt", "a\n"));
    let alone = run(&["--explain", &one]).out;
    let both = run(&["--explain", &one, &two]).out;
    assert!(
        both.starts_with(&format!("{one}:\n{alone}\n{two}:\n1 + ")),
        "{both}"
    );
}

#[test]
fn there_are_colours_where_they_are_asked_for() {
    let plain = run_with(&["--explain"], PAGE).out;
    assert!(!plain.contains('\u{1B}'));
    assert_eq!(run_with(&["--explain", "--color", "never"], PAGE).out, plain);
    let coloured = run_with(&["--explain", "--color", "always"], PAGE).out;
    assert_eq!(
        coloured.matches("\u{1B}[0m").count(),
        PAGE.lines().count(),
        "{coloured}"
    );
    let bare = ["\u{1B}[1;32m", "\u{1B}[2m", "\u{1B}[0m"]
        .iter()
        .fold(coloured, |text, code| text.replace(code, ""));
    assert_eq!(bare, plain);
}

#[test]
fn the_environment_says_whether_there_are_colours() {
    let path = file("colours.txt", PAGE);
    let has_colours = |variables: &[(&str, &str)]| {
        let output = command(&["--explain", &path])
            .env_remove("NO_COLOR")
            .envs(variables.iter().copied())
            .stdin(Stdio::null())
            .output()
            .unwrap();
        output.stdout.contains(&0x1B)
    };
    assert!(has_colours(&[("CLICOLOR_FORCE", "1")]));
    assert!(!has_colours(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]));
    assert!(!has_colours(&[("CLICOLOR", "1")]));
}
