use crate::support::run;

/// What clap takes for the width where there is no terminal.
const WIDTH: usize = 100;

/// What is told of a use that is refused: one line.
fn refused(arguments: &[&str]) -> String {
    let ran = run(arguments);
    assert_eq!((ran.out.as_str(), ran.code), ("", Some(2)), "{arguments:?}");
    assert_eq!(ran.told.lines().count(), 1, "{}", ran.told);
    ran.told.trim_end().to_owned()
}

#[test]
fn an_unknown_kind_is_answered_with_the_kinds() {
    for option in ["--keep", "--drop"] {
        let told = refused(&[option, "caption,titel"]);
        assert!(
            told.starts_with("copydesk: ") && told.contains("\"titel\""),
            "{told}"
        );
        for kind in copydesk::Kind::ALL {
            let is_choice = kind != copydesk::Kind::Blank;
            assert_eq!(told.contains(kind.name()), is_choice, "{kind}: {told}");
        }
    }
}

#[test]
fn an_unknown_form_or_option_is_answered_with_what_there_is() {
    let told = refused(&["--to", "pdf"]);
    assert!(
        told.contains("'pdf'") && told.contains("[possible values: text, markdown, html, json]"),
        "{told}"
    );
    let told = refused(&["--jsonlines"]);
    assert!(
        told.contains("'--jsonlines'") && told.contains("see copydesk --help"),
        "{told}"
    );
}

#[test]
fn strictness_is_a_number_from_0_to_1() {
    for bad in ["-0.5", "1.5", "NaN", "high", ""] {
        let told = refused(&["--strictness", bad]);
        assert!(told.contains("from 0 (keep more) to 1 (keep less)"), "{told}");
    }
}

#[test]
fn options_that_do_not_go_together_are_refused() {
    for arguments in [
        &["--lines"][..],
        &["--lines", "--to", "text"],
        &["--strict"],
        &["--strict", "--to", "json"],
        &["--jsonl", "--to", "text"],
        &["--keep", "caption", "--drop", "caption"],
    ] {
        let told = refused(arguments);
        assert!(told.contains(arguments[0]), "{told}");
    }
}

#[test]
fn help_and_version_are_answers() {
    let version = run(&["--version"]);
    assert_eq!(version.out, format!("copydesk {}\n", env!("CARGO_PKG_VERSION")));
    assert_eq!((version.told.as_str(), version.code), ("", Some(0)));

    for option in ["--help", "-h"] {
        let help = run(&[option]);
        assert_eq!((help.told.as_str(), help.code), ("", Some(0)));
        for part in ["--jsonl", "--keep", "Examples:", "Exit codes:"] {
            assert!(help.out.contains(part), "{part}");
        }
        assert!(help.out.lines().all(|line| line.len() <= WIDTH), "{}", help.out);
    }
}
