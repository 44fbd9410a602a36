//! `manicule evaluate`: scores the names found against annotated articles.

use crate::args::Evaluate;
use crate::{Done, Outcome, complain, input, pack};
use manicule_core::entity::score::{Counts, Error, Scorer, class_of};
use manicule_core::{Class, Options, Pack, Span, annotate};
use rayon::prelude::*;
use serde::Deserialize;
use std::cmp::Reverse;
use std::io::{self, BufRead, BufReader, BufWriter, Write};

/// The classes that are scored, in the order in which they are told.
const CLASSES: [Class; 5] = [Class::Person, Class::Place, Class::Organisation, Class::Event, Class::Work];

/// An annotated article.
#[derive(Deserialize)]
struct Row {
    text: String,
    /// Start, end and type; code points, half-open.
    spans: Vec<(usize, usize, String)>,
}

/// Names in a text, sorted, none overlapping.
type Names = Vec<(Span, Class)>;

/// Runs the command.
pub fn run(args: &Evaluate) -> Done {
    let (pack, lines) = match pack::load(args.pack.as_deref()).and_then(|pack| Ok((pack, read(args)?))) {
        Ok(read) => read,
        Err(message) => {
            complain(message);
            return Ok(Outcome::Partial);
        }
    };
    let options = Options { language: args.lang, date: None };
    let articles: Vec<_> = lines.par_iter().map(|line| names(line, options, &pack)).collect();
    let mut scorer = Scorer::default();
    let mut scored = 0;
    for (index, article) in articles.into_iter().enumerate() {
        match article {
            Ok((text, wanted, found)) => {
                scorer.add(&text, &wanted, &found);
                scored += 1;
            }
            Err(message) => {
                complain(format_args!("{}: row {}: {message}", input::name(&args.file), index + 1))
            }
        }
    }
    tell(scored, &scorer, args.errors)?;
    Ok(if scored == lines.len() { Outcome::Whole } else { Outcome::Partial })
}

/// The rows' lines, as bytes: a line that is not UTF-8 is one bad row, and the others count. An error is a whole message.
fn read(args: &Evaluate) -> Result<Vec<Vec<u8>>, String> {
    let told = |message: String| format!("{}: {message}", input::name(&args.file));
    let source = input::open(&args.file).map_err(told)?;
    let lines: Result<Vec<Vec<u8>>, _> = BufReader::new(source.reader).split(b'\n').collect();
    let mut lines = lines.map_err(|error| told(input::tell(&error)))?;
    lines.retain(|line| !line.trim_ascii().is_empty());
    Ok(lines)
}

/// A row's text, the names wanted in it and those found.
fn names(line: &[u8], options: Options, pack: &Pack) -> Result<(String, Names, Names), String> {
    let row: Row = serde_json::from_slice(line).map_err(|error| error.to_string())?;
    let wanted = wanted(&row)?;
    let annotations = annotate(&row.text, options, Some(pack));
    let mut found: Names = annotations
        .entities
        .iter()
        .filter(|entity| CLASSES.contains(&entity.class))
        .flat_map(|entity| entity.mentions.iter().map(|&span| (span, entity.class)))
        .collect();
    found.sort_by_key(|(span, _)| span.start);
    Ok((row.text, wanted, found))
}

/// The outermost spans of the classes that are scored.
fn wanted(row: &Row) -> Result<Names, String> {
    let mut bytes: Vec<usize> = row.text.char_indices().map(|(byte, _)| byte).collect();
    bytes.push(row.text.len());
    let mut spans: Vec<_> = row.spans.iter().collect();
    spans.sort_by_key(|&&(start, end, _)| (start, Reverse(end)));
    let mut wanted = Vec::new();
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
            wanted.push((Span::new(bytes[start], bytes[end]), class));
        }
    }
    Ok(wanted)
}

fn tell(articles: usize, scorer: &Scorer, errors: usize) -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    let plural = if articles == 1 { "" } else { "s" };
    writeln!(out, "{articles} article{plural}, exact spans\n")?;
    writeln!(out, "class                wanted  found  right  precision  recall      F1")?;
    let mut line = |name: &str, classes: &[Class]| {
        let counts = scorer.counts(classes);
        let Counts { expected, found, right } = counts;
        let (precision, recall, f1) = (counts.precision(), counts.recall(), counts.f1());
        writeln!(out, "{name:<20}{expected:>7}{found:>7}{right:>7}{precision:>11.3}{recall:>8.3}{f1:>8.3}")
    };
    for class in CLASSES {
        line(class.as_str(), &[class])?;
    }
    line("first three", &CLASSES[..3])?;
    line("all", &CLASSES)?;
    let commonest = scorer.errors();
    if errors > 0 && !commonest.is_empty() {
        writeln!(out, "\ncommonest errors")?;
        for (error, count) in commonest.into_iter().take(errors) {
            writeln!(out, "{count:>5}  {}", told(error))?;
        }
    }
    out.flush()
}

/// What went wrong with a name.
fn told(error: &Error) -> String {
    match (&error.expected, &error.found) {
        (Some((wanted, class)), None) => format!("missed       {} {wanted:?}", class.as_str()),
        (Some((wanted, class)), Some((found, other))) if wanted == found && class != other => {
            format!("wrong class  {} {wanted:?}, found as {}", class.as_str(), other.as_str())
        }
        (Some((wanted, class)), Some((found, _))) => {
            format!("wrong bounds {} {wanted:?}, found {found:?}", class.as_str())
        }
        (None, Some((found, class))) => format!("no name      {} {found:?}", class.as_str()),
        (None, None) => String::new(),
    }
}
