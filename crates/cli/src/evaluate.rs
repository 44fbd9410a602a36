//! `manicule evaluate`: scores the names found against annotated articles.

use crate::args::Evaluate;
use crate::score::{CLASSES, Counts, Name, Score};
use crate::{Done, Outcome, complain, input, pack};
use manicule_core::{Class, Options, Pack, Span, annotate};
use rayon::prelude::*;
use serde::Deserialize;
use std::io::{self, BufRead, BufReader, BufWriter, Write};

/// An annotated article.
#[derive(Deserialize)]
struct Row {
    text: String,
    /// Start, end and type; code points, half-open.
    spans: Vec<(usize, usize, String)>,
}

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
    let scores: Vec<_> = lines.par_iter().map(|line| score(line, options, pack.as_ref())).collect();
    let mut total = Score::default();
    let mut articles = 0;
    let mut outcome = Outcome::Whole;
    for (index, score) in scores.into_iter().enumerate() {
        match score {
            Ok(score) => {
                total.add(score);
                articles += 1;
            }
            Err(message) => {
                complain(format_args!("{}: row {}: {message}", input::name(&args.file), index + 1));
                outcome = Outcome::Partial;
            }
        }
    }
    tell(articles, &total, args.errors)?;
    Ok(outcome)
}

/// The rows' lines; an error is a whole message.
fn read(args: &Evaluate) -> Result<Vec<String>, String> {
    let told = |message: String| format!("{}: {message}", input::name(&args.file));
    let source = input::open(&args.file).map_err(told)?;
    let lines: Result<Vec<String>, _> = BufReader::new(source.reader).lines().collect();
    let mut lines = lines.map_err(|error| told(input::tell(&error)))?;
    lines.retain(|line| !line.trim().is_empty());
    Ok(lines)
}

fn score(line: &str, options: Options, pack: Option<&Pack>) -> Result<Score, String> {
    let row: Row = serde_json::from_str(line).map_err(|error| error.to_string())?;
    let wanted = wanted(&row)?;
    let annotations = annotate(&row.text, options, pack);
    let mut found: Vec<Name> = annotations
        .entities
        .iter()
        .flat_map(|entity| entity.mentions.iter().map(|&span| Name { span, class: entity.class }))
        .collect();
    found.sort_by_key(|name| name.span.start);
    Ok(Score::new(&row.text, &wanted, &found))
}

/// The outermost spans of the classes that are scored.
fn wanted(row: &Row) -> Result<Vec<Name>, String> {
    let mut bytes: Vec<usize> = row.text.char_indices().map(|(byte, _)| byte).collect();
    bytes.push(row.text.len());
    let mut spans = row.spans.clone();
    spans.sort_by_key(|&(start, end, _)| (start, std::cmp::Reverse(end)));
    let mut wanted = Vec::new();
    let mut outer_end = 0;
    for (start, end, kind) in spans {
        if start >= end || end >= bytes.len() {
            return Err(format!("the span {start}–{end} is not in the text"));
        }
        if start < outer_end {
            continue;
        }
        outer_end = end;
        if let Some(class) = class_of(&kind) {
            wanted.push(Name { span: Span::new(bytes[start], bytes[end]), class });
        }
    }
    Ok(wanted)
}

fn class_of(kind: &str) -> Option<Class> {
    match kind {
        "Person" => Some(Class::Person),
        "Location" => Some(Class::Place),
        "Organization" => Some(Class::Organisation),
        "Event" => Some(Class::Event),
        "Product" => Some(Class::Work),
        _ => None,
    }
}

fn tell(articles: usize, score: &Score, errors: usize) -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    let plural = if articles == 1 { "" } else { "s" };
    writeln!(out, "{articles} article{plural}, exact spans\n")?;
    writeln!(
        out,
        "{:<20}{:>7}{:>7}{:>7}{:>11}{:>8}{:>8}",
        "class", "wanted", "found", "right", "precision", "recall", "F1"
    )?;
    let mut line = |name: &str, counts: Counts| {
        let Counts { wanted, found, right } = counts;
        let (precision, recall, f1) = (counts.precision(), counts.recall(), counts.f1());
        writeln!(out, "{name:<20}{wanted:>7}{found:>7}{right:>7}{precision:>11.3}{recall:>8.3}{f1:>8.3}")
    };
    for class in CLASSES {
        line(class.as_str(), score.class(class))?;
    }
    line("first three", score.total(&CLASSES[..3]))?;
    line("all", score.total(&CLASSES))?;
    let commonest = score.errors();
    if errors > 0 && !commonest.is_empty() {
        writeln!(out, "\ncommonest errors")?;
        for (error, count) in commonest.into_iter().take(errors) {
            writeln!(out, "{count:>5}  {error}")?;
        }
    }
    out.flush()
}
