use std::path::Path;
use std::{env, fs};

use crate::support::run;

/// As wide as the narrowest terminal.
const WIDTH: usize = 80;

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
fn a_wrong_argument_is_answered_with_what_to_do() {
    let forms = "text, markdown, html or json";
    for (arguments, message) in [
        (
            &["--to", "pdf"][..],
            format!("--to: expected {forms}, got \"pdf\""),
        ),
        (&["--to"], format!("--to needs a value: {forms}")),
        (&["--to="], format!("--to needs a value: {forms}")),
        (&["--url"], "--url needs a value; see copydesk --help".into()),
        (
            &["--jsonlines=1"],
            "there is no option --jsonlines; see copydesk --help".into(),
        ),
        (&["-xh"], "there is no option -x; see copydesk --help".into()),
        (
            &["--images=no"],
            "--images takes no value; leave out \"no\"".into(),
        ),
        (
            &["--to", "text", "--to=html"],
            "--to is given twice; leave one out".into(),
        ),
        (
            &["--threads", "0"],
            "--threads: expected a whole number from 1 to 1024, got \"0\"".into(),
        ),
    ] {
        assert_eq!(refused(arguments), format!("copydesk: {message}"));
    }
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
        &["--from", "text", "--jsonl"],
        &["--explain", "--jsonl"],
        &["--explain", "--to", "text"],
        &["--explain", "--out", "folder"],
        &["--out", "folder", "--jsonl"],
        &["--color", "never"],
        &["--url", "https://tessel.example/orla", "a.txt", "b.txt"],
    ] {
        let told = refused(arguments);
        assert!(told.contains(arguments[0]), "{told}");
    }
}

#[test]
fn standard_input_is_read_once() {
    assert!(refused(&["-", "-"]).contains("standard input is named twice"));
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

/// What the command says of itself, by the names of the files that the npm package has it in.
const TEXTS: [(&str, &[&str]); 7] = [
    ("help.txt", &["--help"]),
    ("copydesk.1", &["--man"]),
    ("completions.bash", &["--completions", "bash"]),
    ("completions.elvish", &["--completions", "elvish"]),
    ("completions.fish", &["--completions", "fish"]),
    ("completions.powershell", &["--completions", "powershell"]),
    ("completions.zsh", &["--completions", "zsh"]),
];

/// `COPYDESK_TEXTS=update` writes the files as the command says them now.
#[test]
fn the_npm_package_says_the_same() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../pkg/bin/texts");
    for (name, arguments) in TEXTS {
        let ran = run(arguments);
        assert_eq!((ran.told.as_str(), ran.code), ("", Some(0)));
        let path = folder.join(name);
        if env::var_os("COPYDESK_TEXTS").is_some_and(|what| what == "update") {
            fs::write(&path, &ran.out).expect("a file in the package");
        }
        let file = fs::read_to_string(&path).expect("the package has the text");
        assert!(
            file == ran.out,
            "pkg/bin/texts/{name} is not what copydesk {} prints; write it anew with \
             COPYDESK_TEXTS=update cargo test -p copydesk-cli",
            arguments.join(" ")
        );
    }
}
