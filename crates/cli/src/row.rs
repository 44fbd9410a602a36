//! Annotates one row of `--ndjson` and writes its output line.

use crate::args::{parse_date, parse_language};
use manicule_core::export::json::{self, Id};
use manicule_core::{Options, Pack, annotate};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::borrow::Cow;

/// The fields of a row that are used. Other fields are ignored.
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

/// Annotates the row in `line`, which has that number (from 1), and appends its output line to `output`. Returns
/// whether the row was valid.
///
/// The fields of the row take precedence over `options`. The output line of an invalid row has an error message and
/// the id of the row, or null if that cannot be read.
pub fn annotate_row(line: &[u8], number: usize, options: Options, pack: &Pack, output: &mut Vec<u8>) -> bool {
    match write_document(line, options, pack, output) {
        Ok(()) => true,
        Err(message) => {
            write_error(id_of(line), number, &message, output);
            false
        }
    }
}

/// Appends to `output` the line with an error message for the row of that number (from 1).
pub fn write_error(id: Value, number: usize, message: &str, output: &mut Vec<u8>) {
    write(&json!({ "id": id, "error": format!("row {number}: {message}") }), output);
}

/// Annotates the row in `line` and appends its document to `output`; an error is a message for the user.
fn write_document(line: &[u8], options: Options, pack: &Pack, output: &mut Vec<u8>) -> Result<(), String> {
    let line = std::str::from_utf8(line)
        .map_err(|error| format!("not UTF-8 (byte {} of the row)", error.valid_up_to()))?;
    let line = object(line).ok_or("not a JSON object {\"id\",\"text\"}")?;
    let row: Row = serde_json::from_str(line).map_err(|error| describe(&error))?;
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
    write(&document, output);
    Ok(())
}

fn write(value: &impl Serialize, line: &mut Vec<u8>) {
    serde_json::to_writer(&mut *line, value)
        .expect("writing to memory cannot fail, and all keys are strings");
    line.push(b'\n');
}

/// The message of a JSON error, with the column but without the line, which is always 1.
fn describe(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let message = message.rsplit_once(" at line ").map_or(&*message, |(message, _)| message);
    let prefix = if error.is_data() { "" } else { "not JSON: " };
    format!("{prefix}{message} (column {})", error.column())
}

/// The row without surrounding white space if it is an object. Serde would also accept an array of the fields.
fn object(line: &str) -> Option<&str> {
    // The first row may begin with a byte order mark.
    let line = line.strip_prefix('\u{FEFF}').unwrap_or(line).trim();
    line.starts_with('{').then_some(line)
}

/// The id of an invalid row; null if it cannot be read.
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
