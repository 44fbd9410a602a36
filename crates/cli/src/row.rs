//! One row of `--ndjson`: what it asks, and the line that answers it.

use crate::args::{parse_date, parse_language};
use manicule_core::export::json::{self, Id};
use manicule_core::{Options, Pack, annotate};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::borrow::Cow;

/// What a row holds. Fields that it does not name are the caller's own.
#[derive(Deserialize)]
struct Row<'a> {
    #[serde(default)]
    id: Value,
    #[serde(borrow)]
    text: Cow<'a, str>,
    #[serde(borrow, default)]
    lang: Option<Cow<'a, str>>,
    #[serde(borrow, default)]
    date: Option<Cow<'a, str>>,
}

/// Appends to `answer` the line that answers `line`, the row of that number (from 1); whether the row was good.
///
/// `options` holds where the row does not say otherwise. A bad row is answered by its id, or null where it has none to
/// be read, and what is wrong with it.
pub fn answer(line: &[u8], number: usize, options: Options, pack: &Pack, answer: &mut Vec<u8>) -> bool {
    match annotated(line, options, pack, answer) {
        Ok(()) => true,
        Err(message) => {
            refuse(id_of(line), number, &message, answer);
            false
        }
    }
}

/// Appends to `answer` the line that says what is wrong with the row of that number (from 1).
pub fn refuse(id: Value, number: usize, message: &str, answer: &mut Vec<u8>) {
    write(&json!({ "id": id, "error": format!("row {number}: {message}") }), answer);
}

fn annotated(line: &[u8], options: Options, pack: &Pack, answer: &mut Vec<u8>) -> Result<(), String> {
    let line = std::str::from_utf8(line)
        .map_err(|error| format!("not UTF-8 (byte {} of the row)", error.valid_up_to()))?;
    let line = object(line).ok_or("not a JSON object {\"id\",\"text\"}")?;
    let row: Row = serde_json::from_str(line).map_err(|error| tell(&error))?;
    let id = match &row.id {
        Value::Null => None,
        Value::String(id) => Some(Id::Text(id)),
        Value::Number(id) if id.is_i64() => id.as_i64().map(Id::Number),
        _ => return Err("the id must be a string or an integer".to_owned()),
    };
    let options = Options {
        language: row.lang.as_deref().map_or(Ok(options.language), parse_language)?,
        date: row.date.as_deref().map(parse_date).transpose()?.or(options.date),
    };
    let annotations = annotate(&row.text, options, Some(pack));
    let mut document = json::document(&row.text, &annotations, None);
    document.id = id;
    write(&document, answer);
    Ok(())
}

fn write(value: &impl Serialize, line: &mut Vec<u8>) {
    serde_json::to_writer(&mut *line, value).expect("memory can be written, and keys are strings");
    line.push(b'\n');
}

/// What is wrong with a row, by its column: it has one line only.
fn tell(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let message = message.rsplit_once(" at line ").map_or(&*message, |(message, _)| message);
    let what = if error.is_data() { "" } else { "not JSON: " };
    format!("{what}{message} (column {})", error.column())
}

/// A row without what may stand around it, if it is an object: an array would pass for one with its fields in order.
fn object(line: &str) -> Option<&str> {
    // A byte order mark may open the first row.
    let line = line.strip_prefix('\u{FEFF}').unwrap_or(line).trim();
    line.starts_with('{').then_some(line)
}

/// The id of a row that is otherwise bad, null where there is none to be read.
fn id_of(line: &[u8]) -> Value {
    #[derive(Deserialize)]
    struct Identified {
        #[serde(default)]
        id: Value,
    }
    let line = String::from_utf8_lossy(line);
    let row = object(&line).and_then(|line| serde_json::from_str(line).ok());
    row.map_or(Value::Null, |row: Identified| row.id)
}
