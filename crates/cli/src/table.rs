//! Formats documents as comma-separated values (RFC 4180).

use csv::{Terminator, Writer, WriterBuilder};
use manicule_core::Annotations;
use manicule_core::export::csv::{COLUMNS, rows as rows_of};
use manicule_core::export::json::Document;

/// Returns the line with the names of the columns.
pub fn header() -> String {
    csv_text(|lines| lines.write_record(COLUMNS))
}

/// Returns a line for each row of `document`, which must be that of `annotations`, and these of `text`.
pub fn rows(text: &str, annotations: &Annotations, document: &Document) -> String {
    csv_text(|lines| rows_of(text, annotations, document).iter().try_for_each(|row| lines.serialize(row)))
}

fn csv_text(write: impl FnOnce(&mut Writer<&mut Vec<u8>>) -> csv::Result<()>) -> String {
    let mut bytes = Vec::new();
    let mut lines =
        WriterBuilder::new().has_headers(false).terminator(Terminator::CRLF).from_writer(&mut bytes);
    write(&mut lines).expect("all rows have the same length, and writing to memory cannot fail");
    drop(lines);
    String::from_utf8(bytes).expect("fields are UTF-8")
}
