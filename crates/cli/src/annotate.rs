//! `manicule annotate`: annotates articles and writes the results.

use crate::args::{Annotate, Format};
use crate::{CommandResult, Outcome, args, input, pack, progress, report_error, rows, table};
use clap::CommandFactory;
use clap::error::ErrorKind;
use indicatif::ProgressBar;
use manicule_core::export::{html, json, w3c};
use manicule_core::{Annotator, Options, Pack};
use rayon::prelude::*;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// Runs the command.
pub fn run(args: &Annotate) -> CommandResult {
    reject_contradictions(args);
    let pack = match pack::load(args.pack.as_deref()) {
        Ok(pack) => pack,
        Err(message) => {
            report_error(message);
            return Ok(Outcome::Partial);
        }
    };
    let stdin = [PathBuf::from("-")];
    let files = if args.files.is_empty() { &stdin[..] } else { &args.files };
    let options = Options { language: args.lang, date: args.date };
    let mut out = BufWriter::new(io::stdout().lock());
    let outcome = if args.ndjson {
        rows::annotate(files, options, &pack, &mut out)?
    } else {
        annotate(files, args.format, options, &pack, &mut out)?
    };
    out.flush()?;
    Ok(outcome)
}

/// Exits with a usage error if the arguments contradict each other.
fn reject_contradictions(args: &Annotate) {
    let message = if args.ndjson && args.format != Format::Ndjson {
        "--ndjson always writes rows; leave --format out"
    } else if args.format == Format::Html && args.files.len() > 1 {
        "a page holds one article; run the command once for each FILE"
    } else {
        return;
    };
    args::Args::command().error(ErrorKind::ArgumentConflict, message).exit();
}

/// Annotates `files` in parallel and writes the results to `out` in the order of the files.
fn annotate(
    files: &[PathBuf],
    format: Format,
    options: Options,
    pack: &Pack,
    out: &mut impl Write,
) -> CommandResult {
    let sizes = files.iter().map(|file| file.metadata().map_or(0, |metadata| metadata.len()));
    let bar = progress::bar(Some(sizes.sum()));
    let is_array = matches!(format, Format::Json | Format::W3c) && files.len() > 1;
    let mut outcome = Outcome::Complete;
    let mut first = true;
    match format {
        Format::Csv => out.write_all(table::header().as_bytes())?,
        _ if is_array => out.write_all(b"[\n")?,
        _ => {}
    }
    // Groups of a few files per core bound the number of results in memory that wait for preceding ones.
    for group in files.chunks(4 * rayon::current_num_threads()) {
        let results: Vec<_> =
            group.par_iter().map(|file| annotate_file(file, format, options, pack, &bar)).collect();
        for (file, result) in group.iter().zip(results) {
            match result {
                Ok(result) => {
                    if is_array && !first {
                        out.write_all(b",\n")?;
                    }
                    out.write_all(result.as_bytes())?;
                    first = false;
                }
                Err(message) => {
                    bar.suspend(|| report_error(format_args!("{}: {message}", input::name(file))));
                    outcome = Outcome::Partial;
                }
            }
        }
    }
    if is_array {
        out.write_all(b"]\n")?;
    }
    bar.finish_and_clear();
    Ok(outcome)
}

/// Annotates a file and returns the text to write for it; an error is a message for the user.
fn annotate_file(
    file: &Path,
    format: Format,
    options: Options,
    pack: &Pack,
    bar: &ProgressBar,
) -> Result<String, String> {
    let text = input::read_text(file)?;
    let mut annotator = Annotator::new(&text, options, Some(pack));
    let mut reported = 0;
    while let Some(progress) = annotator.step() {
        let done = text.len() as u64 * progress.done as u64 / progress.total as u64;
        bar.inc(done - reported);
        reported = done;
    }
    let annotations = annotator.finish();
    bar.inc(text.len() as u64 - reported);
    let id = (!input::is_stdin(file)).then(|| file.display().to_string());
    let document = || json::document(&text, &annotations, id.as_deref());
    let mut written = match format {
        Format::Json => serde_json::to_string_pretty(&document()),
        Format::Ndjson => serde_json::to_string(&document()),
        Format::W3c => {
            let source = input::reference(file);
            serde_json::to_string_pretty(&w3c::annotation_page(&text, &annotations, &source))
        }
        Format::Csv => return Ok(table::rows(&text, &annotations, &document())),
        Format::Html => return Ok(html::page(&text, &annotations, id.as_deref())),
    }
    .expect("all keys of a document are strings");
    written.push('\n');
    Ok(written)
}
