//! `manicule annotate --ndjson`: annotates rows in order and in bounded memory.
//!
//! A thread reads chunks of rows. The rows of all available chunks are annotated in parallel, then their output lines
//! are written. A chunk ends when no more input is available, so that a program can send a row and wait for its
//! output line.

use crate::input::{self, Source};
use crate::{CommandResult, Outcome, progress, report_error, row};
use manicule_core::{Options, Pack};
use rayon::prelude::*;
use serde_json::Value;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread;

/// A chunk ends after this many bytes.
const CHUNK: usize = 1 << 20;
/// A chunk ends after this many rows.
const CHUNK_ROWS: usize = 256;
/// Longest row, in bytes. Longer rows are invalid, because several rows are in memory at a time.
const LONGEST_ROW: usize = 20_000_000;
/// Most chunks that are annotated at a time, and that wait for it.
const CHUNKS_AT_ONCE: usize = 4;

/// Consecutive rows of an input.
#[derive(Default)]
struct Chunk {
    /// The rows that are not too long, one after another.
    bytes: Vec<u8>,
    rows: Vec<Row>,
    /// The number of bytes read for the chunk, with those of rows that are too long.
    read: u64,
    /// The error after the rows, if the input could not be read to its end.
    error: Option<io::Error>,
}

enum Row {
    /// A row that ends at this offset of the chunk's bytes.
    Ends(usize),
    /// A row over [`LONGEST_ROW`], which is not kept.
    TooLong,
}

/// Annotates the rows in `files`, one file after another, and writes the output lines to `out`.
pub fn annotate(files: &[PathBuf], options: Options, pack: &Pack, out: &mut impl Write) -> CommandResult {
    let mut tally = Tally::default();
    let mut outcome = Outcome::Complete;
    for file in files {
        let error = match input::open(file) {
            Ok(source) => annotate_all(source, options, pack, out, &mut tally)?,
            Err(message) => Some(message),
        };
        if let Some(message) = error {
            report_error(format_args!("{}: {message}", input::name(file)));
            outcome = Outcome::Partial;
        }
    }
    if tally.invalid > 0 {
        report_error(format_args!(
            "{} of {} rows could not be annotated; see the errors in their output lines",
            tally.invalid, tally.rows
        ));
        outcome = Outcome::Partial;
    }
    Ok(outcome)
}

/// The numbers of rows so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// All rows.
    pub rows: usize,
    /// The rows whose output is an error.
    pub invalid: usize,
}

/// Answers the rows that `reader` yields as `manicule annotate --ndjson` does: one line of JSON for each row, in order.
/// `options` and `pack` apply to rows that do not say otherwise.
///
/// # Errors
/// When `out` cannot be written. An error of `reader` ends the rows and is not reported.
pub fn annotate_rows(
    reader: impl Read + Send + 'static,
    options: Options,
    pack: &Pack,
    out: &mut impl Write,
) -> io::Result<Tally> {
    let mut tally = Tally::default();
    let source = Source { reader: Box::new(reader), size: None };
    annotate_all(source, options, pack, out, &mut tally)?;
    Ok(tally)
}

/// Annotates every row of `source`. Returns a message if it could not be read to its end.
fn annotate_all(
    source: Source,
    options: Options,
    pack: &Pack,
    out: &mut impl Write,
    tally: &mut Tally,
) -> io::Result<Option<String>> {
    let bar = progress::bar(source.size);
    let chunks = read(source.reader);
    let mut error = None;
    while let Ok(first) = chunks.recv() {
        let mut ready = vec![first];
        ready.extend(chunks.try_iter().take(CHUNKS_AT_ONCE - 1));
        let rows: Vec<_> = ready.iter().flat_map(Chunk::rows).collect();
        let outputs: Vec<_> = rows
            .into_par_iter()
            .enumerate()
            .map(|(index, line)| {
                let mut output = Vec::new();
                let number = tally.rows + index + 1;
                let is_valid = match line {
                    Some(line) => row::annotate_row(line, number, options, pack, &mut output),
                    None => {
                        row::write_error(Value::Null, number, "over 20 MB; split the text", &mut output);
                        false
                    }
                };
                (output, is_valid)
            })
            .collect();
        tally.rows += outputs.len();
        for (output, is_valid) in &outputs {
            out.write_all(output)?;
            tally.invalid += usize::from(!is_valid);
        }
        out.flush()?;
        bar.inc(ready.iter().map(|chunk| chunk.read).sum());
        error = ready.pop().and_then(|chunk| chunk.error);
    }
    bar.finish_and_clear();
    Ok(error.map(|error| input::describe(&error)))
}

impl Chunk {
    /// Iterates over the rows; an item is none for a row that was too long.
    fn rows(&self) -> impl Iterator<Item = Option<&[u8]>> {
        let mut start = 0;
        self.rows.iter().map(move |row| match *row {
            Row::Ends(end) => {
                let line = &self.bytes[start..end];
                start = end;
                Some(line)
            }
            Row::TooLong => None,
        })
    }
}

/// Reads `reader` on a new thread, which is never joined, so that the command can end while its input is still open,
/// when the reader of the output has stopped.
fn read(reader: Box<dyn Read + Send>) -> Receiver<Chunk> {
    let (sender, chunks) = sync_channel(CHUNKS_AT_ONCE - 1);
    thread::spawn(move || {
        let mut reader = BufReader::with_capacity(CHUNK, reader);
        loop {
            let (chunk, ended) = read_chunk(&mut reader);
            if sender.send(chunk).is_err() || ended {
                return;
            }
        }
    });
    chunks
}

/// Reads at least one row, and more while they are available and fit. Also returns whether the input has ended.
fn read_chunk(reader: &mut BufReader<impl Read>) -> (Chunk, bool) {
    let mut chunk = Chunk::default();
    loop {
        match read_row(reader, &mut chunk) {
            Ok(true) => {}
            Ok(false) => return (chunk, true),
            Err(error) => {
                chunk.error = Some(error);
                return (chunk, true);
            }
        }
        if chunk.bytes.len() >= CHUNK || chunk.rows.len() >= CHUNK_ROWS || !reader.buffer().contains(&b'\n') {
            return (chunk, false);
        }
    }
}

/// Reads a line into `chunk`, as a row unless it is only white space. Returns false at the end of the input.
fn read_row(reader: &mut impl BufRead, chunk: &mut Chunk) -> io::Result<bool> {
    let start = chunk.bytes.len();
    let mut read = reader.by_ref().take(LONGEST_ROW as u64 + 1).read_until(b'\n', &mut chunk.bytes)? as u64;
    let line = &chunk.bytes[start..];
    if line.len() > LONGEST_ROW && !line.ends_with(b"\n") {
        chunk.bytes.truncate(start);
        read += reader.skip_until(b'\n')? as u64;
        chunk.rows.push(Row::TooLong);
    } else if line.trim_ascii().is_empty() {
        chunk.bytes.truncate(start);
    } else {
        chunk.rows.push(Row::Ends(chunk.bytes.len()));
    }
    chunk.read += read;
    Ok(read > 0)
}
