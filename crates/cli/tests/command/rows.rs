//! `manicule annotate --ndjson`.

use crate::run::{run, start};
use serde_json::{Value, json};
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::thread;

#[test]
fn every_row_has_an_output_line_in_order() {
    let rows = [
        r#"{"id":"a","text":"Voir https://exemple.fr/x."}"#.as_bytes(),
        b"{\"id\":7,\"text\":\"Sept.\",\"lang\":null,\"date\":\"2021-03-04\",\"autre\":[1]}",
        b"{\"id\":\"b\"",
        b"{\"id\":\"c\"}",
        b"",
        b"{\"id\":\"d\",\"text\":\"x\",\"date\":\"hier\"}",
        b"{\"id\":\"e\",\"text\":\"x\",\"lang\":\"tlh\"}",
        b"{\"id\":\"f\",\"text\":\"caf\xE9\"}",
        b"{\"id\":\"g\",\"text\":12}",
        b"{\"id\":[],\"text\":\"x\"}",
        b"{\"id\":\"i\",\"text\":\"\\ud800\"}",
        b"[1]",
        b"  ",
        b"{\"text\":\"\"}",
        b"{\"text\":\"il y a deux heures\",\"date\":\"2021-03-04T10:32:00Z\"}",
    ];
    let ran = run(&["annotate", "--ndjson", "--date", "2022-01-06"], rows.join(&b"\n"[..]));
    let lines = ran.lines();
    let results: Vec<_> =
        lines.iter().map(|line| (&line["id"], line["error"].as_str().unwrap_or(""))).collect();
    let expected = [
        (json!("a"), ""),
        (json!(7), ""),
        (Value::Null, "row 3: not JSON: EOF while parsing an object (column 9)"),
        (json!("c"), "row 4: missing field `text` (column 10)"),
        (json!("d"), "row 5: \"hier\" is not a date like 2022-01-06"),
        (json!("e"), "row 6: no language pack for \"tlh\"; there is one for \"fr\""),
        (json!("f"), "row 7: not UTF-8 (byte 21 of the row)"),
        (json!("g"), "row 8: invalid type: integer `12`, expected a string (column 19)"),
        (json!([]), "row 9: the id must be a string or an integer"),
        (json!("i"), "row 10: not JSON: unexpected end of hex escape (column 25)"),
        (Value::Null, "row 11: not a JSON object {\"id\",\"text\"}"),
        (Value::Null, ""),
        (Value::Null, ""),
    ];
    let expected: Vec<_> = expected.iter().map(|(id, error)| (id, *error)).collect();
    assert_eq!(results, expected);
    assert_eq!(lines[0]["links"][0]["url"], "https://exemple.fr/x");
    assert_eq!((&lines[0]["date"], &lines[1]["date"]), (&json!("2022-01-06"), &json!("2021-03-04")));
    let timed = lines.last().expect("the last row is answered");
    assert_eq!(
        (&timed["date"], &timed["figures"][0]["iso"]),
        (&json!("2021-03-04"), &json!("2021-03-04T08:32Z"))
    );
    assert_eq!(ran.status, 1);
    assert_eq!(
        ran.err,
        "manicule: 9 of 13 rows could not be annotated; see the errors in their output lines\n"
    );
}

#[test]
fn valid_rows_give_exit_status_0() {
    let ran = run(
        &["annotate", "--ndjson"],
        "\u{FEFF}{\"id\":1,\"text\":\"Un.\"}\r\n{\"id\":2,\"text\":\"Deux.\"}",
    );
    assert_eq!((ran.status, &*ran.err), (0, ""));
    assert_eq!(ran.lines().iter().map(|line| line["id"].clone()).collect::<Vec<_>>(), [1, 2]);
    let nothing = run(&["annotate", "--ndjson"], "");
    assert_eq!((nothing.status, &*nothing.out, &*nothing.err), (0, "", ""));
}

#[test]
fn rows_are_read_from_files() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let file = folder.path().join("rows.jsonl");
    fs::write(&file, "{\"id\":1,\"text\":\"Un.\"}").expect("a file can be written");
    let file = file.to_str().expect("the name is UTF-8");
    let ran = run(&["annotate", "--ndjson", file, "absent", "-"], "{\"id\":2,\"text\":\"Deux.\"}\n{");
    assert_eq!(
        ran.lines().iter().map(|line| line["id"].clone()).collect::<Vec<_>>(),
        [json!(1), json!(2), json!(null)]
    );
    assert_eq!(ran.lines()[2]["error"], "row 3: not JSON: EOF while parsing an object (column 1)");
    assert_eq!(ran.status, 1);
    assert!(ran.err.starts_with("manicule: absent: there is no such file"));
}

#[test]
fn many_rows_keep_their_order() {
    let rows: String =
        (0..5_000).map(|id| format!("{{\"id\":{id},\"text\":\"À Paris, {id}.\"}}\n")).collect();
    let ran = run(&["annotate", "--ndjson"], rows);
    assert_eq!(ran.status, 0);
    assert!(ran.lines().iter().map(|line| line["id"].as_u64()).eq((0..5_000).map(Some)));
}

#[test]
fn a_row_too_long_is_an_error_and_the_next_is_annotated() {
    let long = format!("{{\"id\":1,\"text\":\"{}\"}}\n{{\"id\":2,\"text\":\"x\"}}", " ".repeat(20_000_000));
    let ran = run(&["annotate", "--ndjson"], long);
    assert_eq!(ran.lines()[0], json!({"id": null, "error": "row 1: over 20 MB; split the text"}));
    assert_eq!((ran.lines().len(), &ran.lines()[1]["id"], ran.status), (2, &json!(2), 1));
}

#[test]
fn a_row_is_annotated_before_the_next_is_sent() {
    let mut child = start(&["annotate", "--ndjson"]);
    let mut stdin = child.stdin.take().expect("the stream is piped");
    let mut answers = BufReader::new(child.stdout.take().expect("the stream is piped")).lines();
    for id in 0..3 {
        writeln!(stdin, "{{\"id\":{id},\"text\":\"Bonjour.\"}}").expect("the command reads");
        let answer: Value =
            serde_json::from_str(&answers.next().expect("an answer").expect("UTF-8")).expect("JSON");
        assert_eq!(answer["id"], id);
    }
    drop(stdin);
    assert!(child.wait().expect("the command ends").success());
}

#[test]
fn it_ends_without_error_when_the_output_is_closed() {
    let mut child = start(&["annotate", "--ndjson"]);
    let mut stdin = child.stdin.take().expect("the stream is piped");
    let mut answers = BufReader::new(child.stdout.take().expect("the stream is piped"));
    // Sends rows until the command has closed its input.
    let writer = thread::spawn(move || while writeln!(stdin, "{{\"text\":\"Bonjour.\"}}").is_ok() {});
    answers.read_line(&mut String::new()).expect("an answer");
    drop(answers);
    let mut err = String::new();
    child.stderr.take().expect("the stream is piped").read_to_string(&mut err).expect("UTF-8");
    assert_eq!((child.wait().expect("the command ends").code(), &*err), (Some(0), ""));
    writer.join().expect("the writer does not panic");
}

#[test]
fn memory_does_not_grow_with_the_number_of_rows() {
    let mut child = start(&["annotate", "--ndjson"]);
    let status = format!("/proc/{}/status", child.id());
    if fs::metadata(&status).is_err() {
        println!("skipped: the memory that many rows take (there is no /proc)");
        child.kill().expect("the command can be killed");
        child.wait().expect("the command ends");
        return;
    }
    let peak = || -> usize {
        let status = fs::read_to_string(&status).expect("the process lives");
        let line = status.lines().find(|line| line.starts_with("VmHWM:")).expect("Linux gives the peak");
        line.split_whitespace().nth(1).and_then(|kilobytes| kilobytes.parse().ok()).expect("a number")
    };
    let mut stdin = child.stdin.take().expect("the stream is piped");
    let mut answers = BufReader::new(child.stdout.take().expect("the stream is piped")).lines();
    // A long id makes rows and output lines long without much work.
    let row = format!("{{\"id\":\"{}\",\"text\":\"À Paris.\"}}\n", "x".repeat(4000));
    let mut send = |rows: usize| {
        let rows_sent = row.repeat(rows).into_bytes();
        thread::scope(|scope| {
            scope.spawn(|| stdin.write_all(&rows_sent).expect("the command reads"));
            assert_eq!(answers.by_ref().take(rows).count(), rows);
        });
        row.len() * rows / 1024
    };
    send(600);
    let before = peak();
    let sent = send(3000);
    let grown = peak().saturating_sub(before);
    assert!(grown < sent / 4, "{grown} kB more for {sent} kB of rows");
    drop(stdin);
    assert!(child.wait().expect("the command ends").success());
}
