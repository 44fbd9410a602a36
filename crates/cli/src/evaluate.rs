//! `manicule evaluate`: scores the names that the engine finds against annotated articles.

use crate::args::Evaluate;
use crate::{CommandResult, Outcome, input, pack, report_error};
use manicule_core::entity::score::{Counts, Error, Scorer, class_of};
use manicule_core::{Class, Options, Pack, Span, annotate};
use rayon::prelude::*;
use serde::Deserialize;
use std::cmp::Reverse;
use std::io::{self, BufRead, BufReader, BufWriter, Write};

/// The classes that are scored, in the order of the report.
const CLASSES: [Class; 5] = [Class::Person, Class::Place, Class::Organisation, Class::Event, Class::Work];

/// An annotated article.
#[derive(Deserialize)]
struct Row {
    text: String,
    /// Start, end (half-open, in code points) and type of each name.
    spans: Vec<(usize, usize, String)>,
}

/// The sorted, non-overlapping names in a text.
type Names = Vec<(Span, Class)>;

/// Runs the command.
pub fn run(args: &Evaluate) -> CommandResult {
    let (pack, lines) = match pack::load(args.pack.as_deref()).and_then(|pack| Ok((pack, read(args)?))) {
        Ok(read) => read,
        Err(message) => {
            report_error(message);
            return Ok(Outcome::Partial);
        }
    };
    let options = Options { language: args.lang, date: None };
    let articles: Vec<_> = lines.par_iter().map(|line| names(line, options, &pack)).collect();
    let mut scorer = Scorer::default();
    let mut scored = 0;
    for (index, article) in articles.into_iter().enumerate() {
        match article {
            Ok((text, expected, found)) => {
                scorer.add(&text, &expected, &found);
                scored += 1;
            }
            Err(message) => {
                report_error(format_args!("{}: row {}: {message}", input::name(&args.file), index + 1))
            }
        }
    }
    write_report(scored, &scorer, args.errors)?;
    Ok(if scored == lines.len() { Outcome::Complete } else { Outcome::Partial })
}

/// Reads the non-empty lines of the file as bytes, so that a line that is not UTF-8 invalidates that row only. An
/// error is a message for the user.
fn read(args: &Evaluate) -> Result<Vec<Vec<u8>>, String> {
    let with_name = |message: String| format!("{}: {message}", input::name(&args.file));
    let source = input::open(&args.file).map_err(with_name)?;
    let lines: Result<Vec<Vec<u8>>, _> = BufReader::new(source.reader).split(b'\n').collect();
    let mut lines = lines.map_err(|error| with_name(input::describe(&error)))?;
    lines.retain(|line| !line.trim_ascii().is_empty());
    Ok(lines)
}

/// Annotates a row. Returns its text, the expected names and those found; an error is a message for the user.
fn names(line: &[u8], options: Options, pack: &Pack) -> Result<(String, Names, Names), String> {
    let row: Row = serde_json::from_slice(line).map_err(|error| error.to_string())?;
    let expected = expected(&row)?;
    let annotations = annotate(&row.text, options, Some(pack));
    let mut found: Names = annotations
        .entities
        .iter()
        .filter(|entity| CLASSES.contains(&entity.class))
        .flat_map(|entity| entity.mentions.iter().map(|&span| (span, entity.class)))
        .collect();
    found.sort_by_key(|(span, _)| span.start);
    Ok((row.text, expected, found))
}

/// The expected names of a row: its outermost spans, of the scored classes.
fn expected(row: &Row) -> Result<Names, String> {
    let mut bytes: Vec<usize> = row.text.char_indices().map(|(byte, _)| byte).collect();
    bytes.push(row.text.len());
    let mut spans: Vec<_> = row.spans.iter().collect();
    spans.sort_by_key(|&&(start, end, _)| (start, Reverse(end)));
    let mut expected = Vec::new();
    let mut outer_end = 0;
    for &(start, end, ref kind) in spans {
        if start >= end || end >= bytes.len() {
            return Err(format!("the span {start}–{end} is not in the text"));
        }
        if start < outer_end {
            continue;
        }
        outer_end = end;
        if let Some(class) = class_of(kind) {
            expected.push((Span::new(bytes[start], bytes[end]), class));
        }
    }
    Ok(expected)
}

/// Writes the scores and the commonest errors to standard output.
fn write_report(articles: usize, scorer: &Scorer, errors: usize) -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    let plural = if articles == 1 { "" } else { "s" };
    writeln!(out, "{articles} article{plural}, exact spans\n")?;
    writeln!(out, "class              expected  found  right  precision  recall      F1")?;
    let mut line = |name: &str, classes: &[Class]| {
        let counts = scorer.counts(classes);
        let Counts { expected, found, right } = counts;
        let (precision, recall, f1) = (counts.precision(), counts.recall(), counts.f1());
        writeln!(out, "{name:<20}{expected:>7}{found:>7}{right:>7}{precision:>11.3}{recall:>8.3}{f1:>8.3}")
    };
    for class in CLASSES {
        line(class.as_str(), &[class])?;
    }
    line("first three classes", &CLASSES[..3])?;
    line("all", &CLASSES)?;
    let commonest = scorer.errors();
    if errors > 0 && !commonest.is_empty() {
        writeln!(out, "\ncommonest errors")?;
        for (error, count) in commonest.into_iter().take(errors) {
            writeln!(out, "{count:>5}  {}", describe(error))?;
        }
    }
    out.flush()
}

/// A line that describes an error.
fn describe(error: &Error) -> String {
    match (&error.expected, &error.found) {
        (Some((expected, class)), None) => format!("missed       {} {expected:?}", class.as_str()),
        (Some((expected, class)), Some((found, other))) if expected == found && class != other => {
            format!("wrong class  {} {expected:?}, found as {}", class.as_str(), other.as_str())
        }
        (Some((expected, class)), Some((found, _))) => {
            format!("wrong bounds {} {expected:?}, found {found:?}", class.as_str())
        }
        (None, Some((found, class))) => format!("not a name   {} {found:?}", class.as_str()),
        (None, None) => String::new(),
    }
}
