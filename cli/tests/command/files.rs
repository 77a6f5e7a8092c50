use crate::support::{BODY_START, PAGE, command, file, run, run_with};

#[test]
fn files_and_standard_input_can_stand_together() {
    let path = file("together.txt", PAGE);
    let ran = run_with(&[&path, "-"], PAGE);
    assert_eq!(ran.out.matches(BODY_START).count(), 2);
    assert_eq!((ran.told.as_str(), ran.code), ("", Some(0)));
}

#[test]
fn a_file_that_cannot_be_read_is_told_and_the_others_are_done() {
    let path = file("the-other.txt", PAGE);
    let folder = env!("CARGO_TARGET_TMPDIR");
    let ran = run(&["no/such/file.txt", folder, &path]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.out.contains(BODY_START));
    let told: Vec<&str> = ran.told.lines().collect();
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(
        told[0].starts_with("copydesk: no/such/file.txt cannot be read: "),
        "{told:?}"
    );
    assert!(
        told[1].contains(folder) && told[1].contains("is a folder"),
        "{told:?}"
    );
}

#[test]
fn bytes_that_are_not_utf_8_are_replaced_and_told() {
    let (before, after) = PAGE.split_once("Orla").unwrap();
    let path = file(
        "latin-1.txt",
        [before.as_bytes(), b"\xD6rla", after.as_bytes()].concat(),
    );
    let ran = run(&[&path]);
    assert!(ran.out.contains("flood the \u{FFFD}rla"), "{}", ran.out);
    assert!(
        ran.told.contains(&path) && ran.told.contains("has 1 place that is not UTF-8"),
        "{}",
        ran.told
    );
    assert_eq!(ran.code, Some(0));
}

#[test]
fn a_byte_order_mark_is_no_text_and_utf_16_is_refused() {
    assert_eq!(
        run_with(&[], format!("\u{FEFF}{PAGE}")).out,
        run_with(&[], PAGE).out
    );

    let utf_16: Vec<u8> = PAGE.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let ran = run_with(&[], [&b"\xFF\xFE"[..], &utf_16].concat());
    assert_eq!((ran.out.as_str(), ran.code), ("", Some(1)));
    assert!(ran.told.contains("standard input is in UTF-16"), "{}", ran.told);
}

#[test]
fn a_file_past_the_limit_is_refused() {
    let path = file("long.txt", "");
    // A hole: it takes no room on the disk.
    let long = std::fs::File::options().write(true).open(&path).unwrap();
    long.set_len(100_000_001).unwrap();
    let ran = run(&[&path]);
    std::fs::remove_file(&path).unwrap();
    assert_eq!((ran.out.as_str(), ran.code), ("", Some(1)));
    assert!(
        ran.told.ends_with("long.txt is longer than 100 MB; split it\n"),
        "{}",
        ran.told
    );
}

#[test]
fn a_reader_who_has_enough_is_no_failure() {
    let path = file("enough.txt", PAGE);
    for mode in [&["--to", "json"][..], &["--to", "text"]] {
        // More than a pipe holds, so that the command is still writing when nobody reads.
        let files = vec![path.as_str(); 1000];
        let mut child = command(&[mode, &files].concat()).spawn().unwrap();
        drop(child.stdin.take());
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!(
            (output.status.code(), output.stderr),
            (Some(0), vec![]),
            "{mode:?}"
        );
    }
}

#[cfg(target_os = "linux")]
#[test]
fn output_that_cannot_be_written_is_a_failure() {
    let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
    let mut child = command(&["--version"])
        .stdout(full.try_clone().unwrap())
        .spawn()
        .unwrap();
    drop(child.stdin.take());
    assert_eq!(child.wait().unwrap().code(), Some(1));

    let path = file("full.txt", PAGE);
    let output = command(&[&path]).stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.starts_with("copydesk: cannot write the output: "), "{told}");
}
