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
        told[0] == "copydesk: no/such/file.txt cannot be read: there is no such file",
        "{told:?}"
    );
    assert!(
        told[1].contains(folder) && told[1].contains("is a folder; --out DIR cleans the pages in it"),
        "{told:?}"
    );
}

#[test]
fn a_page_may_be_in_any_encoding_of_the_web() {
    let expected = run_with(&[], PAGE.replace("Orla", "Örla")).out;
    let (before, after) = PAGE.split_once("Orla").unwrap();
    let latin_1 = [
        before.as_bytes(),
        b"\xD6rla",
        after.replace("Orla", "").as_bytes(),
    ]
    .concat();
    let ran = run(&[&file("latin-1.txt", latin_1)]);
    assert!(ran.out.contains("flood the Örla"), "{}", ran.out);
    assert_eq!((ran.told.as_str(), ran.code), ("", Some(0)));

    let page = PAGE.replace("Orla", "Örla");
    let utf_16: Vec<u8> = page.encode_utf16().flat_map(u16::to_le_bytes).collect();
    for bytes in [
        [&b"\xFF\xFE"[..], &utf_16].concat(),
        [&b"\xEF\xBB\xBF"[..], page.as_bytes()].concat(),
    ] {
        assert_eq!(run_with(&[], bytes).out, expected);
    }
}

#[test]
fn what_is_none_of_the_encoding_is_replaced_and_told() {
    let (before, after) = PAGE.split_once("Orla").unwrap();
    let utf_16: Vec<u8> = format!("{before}Orla")
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    // Half of a surrogate pair.
    let rest: Vec<u8> = after.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let path = file(
        "half.txt",
        [&b"\xFF\xFE"[..], &utf_16, b"\x00\xD8", &rest].concat(),
    );
    let ran = run(&[&path]);
    assert!(ran.out.contains("flood the Orla\u{FFFD}"), "{}", ran.out);
    assert!(
        ran.told.contains(&path) && ran.told.contains("was read as UTF-16LE"),
        "{}",
        ran.told
    );
    assert_eq!(ran.code, Some(0));
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
    assert_eq!(told, "copydesk: cannot write the output: no space left\n");
}
