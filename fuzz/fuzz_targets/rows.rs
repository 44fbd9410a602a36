//! Annotates rows as `manicule annotate --ndjson` does. For any bytes, it must write one line of JSON for each row, in
//! order.
#![no_main]

use std::io::Cursor;

use libfuzzer_sys::fuzz_target;
use manicule_cli::annotate_rows;
use manicule_fuzz::{PACK, options};
use serde_json::Value;

fuzz_target!(|input: &[u8]| {
    let mut answers = Vec::new();
    let tally = annotate_rows(Cursor::new(input.to_vec()), options(), &PACK, &mut answers).expect("memory");
    let rows: Vec<&[u8]> =
        input.split(|&byte| byte == b'\n').filter(|line| !line.trim_ascii().is_empty()).collect();
    let answers = String::from_utf8(answers).expect("answers are UTF-8");
    assert_eq!(tally.rows, rows.len());
    assert_eq!(answers.lines().count(), rows.len());
    let mut bad = 0;
    for (row, answer) in rows.into_iter().zip(answers.lines()) {
        let answer: Value = serde_json::from_str(answer).expect("an answer is JSON");
        let is_document = answer["schema"] == "manicule/1";
        assert!(is_document != answer["error"].is_string(), "{answer}");
        bad += usize::from(!is_document);
        if is_document && let Ok(row) = serde_json::from_slice::<Value>(row) {
            assert_eq!(row["id"], answer["id"]);
        }
    }
    assert_eq!(tally.invalid, bad);
});
