//! Documents as lines of comma-separated values (RFC 4180).

use csv::{Terminator, Writer, WriterBuilder};
use manicule_core::Annotations;
use manicule_core::export::csv::{COLUMNS, rows as rows_of};
use manicule_core::export::json::Document;

/// The line that names the columns.
pub fn header() -> String {
    written(|lines| lines.write_record(COLUMNS))
}

/// A line for each row of `document`, which lays out `annotations` of `text`.
pub fn rows(text: &str, annotations: &Annotations, document: &Document) -> String {
    written(|lines| rows_of(text, annotations, document).iter().try_for_each(|row| lines.serialize(row)))
}

fn written(write: impl FnOnce(&mut Writer<&mut Vec<u8>>) -> csv::Result<()>) -> String {
    let mut bytes = Vec::new();
    let mut lines =
        WriterBuilder::new().has_headers(false).terminator(Terminator::CRLF).from_writer(&mut bytes);
    write(&mut lines).expect("rows are all of one length, and memory takes them");
    drop(lines);
    String::from_utf8(bytes).expect("fields are UTF-8")
}
