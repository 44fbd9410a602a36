//! `manicule annotate --ndjson`: rows in, lines out, in the same order and in bounded memory.
//!
//! A thread reads chunks of rows; the rows of all chunks that are ready are annotated in parallel, then their answers
//! are written. Nothing waits for a chunk to fill, so that a program at the other end of a pipe that sends one row and
//! waits for its answer gets it.

use crate::input::{self, Source};
use crate::{Done, Outcome, complain, progress, row};
use manicule_core::{Options, Pack};
use rayon::prelude::*;
use serde_json::Value;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread;

/// Rows are handed over when they come to this many bytes or this many rows, or when no more are at hand.
const CHUNK: usize = 1 << 20;
const CHUNK_ROWS: usize = 256;
/// Longer rows, in bytes, are refused: several wait at a time, and memory is bounded.
const LONGEST_ROW: usize = 20_000_000;
/// How many chunks may wait, and how many are annotated at a time.
const WAITING: usize = 4;

/// Some rows, one after another.
#[derive(Default)]
struct Chunk {
    bytes: Vec<u8>,
    rows: Vec<Row>,
    /// How many bytes were read for it.
    read: u64,
    /// What kept the input from being read to its end.
    error: Option<io::Error>,
}

enum Row {
    /// Ends at this offset of the chunk's bytes.
    Ends(usize),
    TooLong,
}

/// Annotates the rows in `files`, one file after another.
pub fn annotate(files: &[PathBuf], options: Options, pack: &Pack, out: &mut impl Write) -> Done {
    let mut tally = Tally::default();
    let mut outcome = Outcome::Whole;
    for file in files {
        let unread = match input::open(file) {
            Ok(source) => answer_all(source, options, pack, out, &mut tally)?,
            Err(message) => Some(message),
        };
        if let Some(message) = unread {
            complain(format_args!("{}: {message}", input::name(file)));
            outcome = Outcome::Partial;
        }
    }
    if tally.bad > 0 {
        complain(format_args!(
            "{} of {} rows could not be annotated; the lines that answer them say why",
            tally.bad, tally.rows
        ));
        outcome = Outcome::Partial;
    }
    Ok(outcome)
}

/// How many rows were answered so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// All rows, good and bad.
    pub rows: usize,
    /// The rows that were answered with an error.
    pub bad: usize,
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
    answer_all(source, options, pack, out, &mut tally)?;
    Ok(tally)
}

/// Answers every row of `source`; what kept it from being read to its end, if anything did.
fn answer_all(
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
        ready.extend(chunks.try_iter().take(WAITING - 1));
        let rows: Vec<_> = ready.iter().flat_map(Chunk::rows).collect();
        let answers: Vec<_> = rows
            .into_par_iter()
            .enumerate()
            .map(|(index, line)| {
                let mut answer = Vec::new();
                let number = tally.rows + index + 1;
                let good = match line {
                    Some(line) => row::answer(line, number, options, pack, &mut answer),
                    None => {
                        row::refuse(Value::Null, number, "over 20 MB; split the text", &mut answer);
                        false
                    }
                };
                (answer, good)
            })
            .collect();
        tally.rows += answers.len();
        for (answer, good) in &answers {
            out.write_all(answer)?;
            tally.bad += usize::from(!good);
        }
        out.flush()?;
        bar.inc(ready.iter().map(|chunk| chunk.read).sum());
        error = ready.pop().and_then(|chunk| chunk.error);
    }
    bar.finish_and_clear();
    Ok(error.map(|error| input::tell(&error)))
}

impl Chunk {
    /// Its rows; none for one that was too long to be kept.
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

/// Reads `reader` on a thread of its own. The thread is never waited for: when the output's reader has gone, the
/// command ends though its input may never do.
fn read(reader: Box<dyn Read + Send>) -> Receiver<Chunk> {
    let (sender, chunks) = sync_channel(WAITING - 1);
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

/// Reads at least one row, and as many as are at hand and fit; whether the input has ended.
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

/// Reads one row; false at the input's end. A line of white space alone is no row.
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
