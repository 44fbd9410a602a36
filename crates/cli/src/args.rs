//! The arguments of the command line, with their help texts.

use clap::{Parser, Subcommand, ValueEnum};
use manicule_core::{Language, Published};
use std::path::PathBuf;

/// Finds the people, places, organisations, events, works, figures, quotes and links in news articles.
#[derive(Debug, Parser)]
#[command(version, max_term_width = 100)]
pub struct Args {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    Annotate(Annotate),
    Evaluate(Evaluate),
}

/// Annotate articles and write the annotations to standard output.
///
/// With one FILE, or none, `json` writes one document of the schema manicule/1 and `w3c` one page of annotations;
/// with several, an array of them in the order given. `ndjson` writes a document per line, `csv` one table for all
/// files, `html` one self-contained page. The `id` of a document is the file name as given.
///
/// If a file cannot be read, an error is written to standard error, the other files are annotated, and the exit
/// status is 1.
#[derive(Debug, clap::Args)]
pub struct Annotate {
    /// Articles as plain text in UTF-8; `-` is standard input, which is the default
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,

    /// Language of the articles
    #[arg(long, value_name = "TAG", default_value = "fr", value_parser = parse_language)]
    pub lang: Language,

    /// Publication date of the articles, against which "Thursday" is resolved; with a time, "2022-01-06T10:32", so is
    /// "two hours ago" [default: the dateline of each article, else the latest date in the addresses that it cites]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = parse_date)]
    pub date: Option<Published>,

    /// Language pack to use instead of the built-in one
    #[arg(long, value_name = "PATH")]
    pub pack: Option<PathBuf>,

    /// Output format
    #[arg(long, value_enum, default_value_t = Format::Json, default_value_if("ndjson", "true", "ndjson"))]
    pub format: Format,

    /// Read rows {"id","text","lang"?,"date"?}, one per line, and write a line for each, in the same order; for an
    /// invalid row, {"id","error"}
    #[arg(long)]
    pub ndjson: bool,
}

/// The output formats.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Documents of the schema manicule/1, indented
    Json,
    /// Documents of the schema manicule/1, one per line
    Ndjson,
    /// W3C Web Annotations, as JSON-LD
    W3c,
    /// A table with a row for each mention, figure, link and quote
    Csv,
    /// The article with its highlights as one self-contained page
    Html,
}

/// Score the names found in annotated articles: exact spans, by class.
///
/// Each line of FILE is a row {"id","text","spans":[[start,end,type]]} with offsets in code points. The types Person,
/// Location, Organization, Event and Product are scored, others ignored; of nested spans, the outermost counts.
#[derive(Debug, clap::Args)]
pub struct Evaluate {
    /// Rows to score; `-` is standard input
    #[arg(value_name = "FILE")]
    pub file: PathBuf,

    /// Language of the articles
    #[arg(long, value_name = "TAG", default_value = "fr", value_parser = parse_language)]
    pub lang: Language,

    /// Language pack to use instead of the built-in one
    #[arg(long, value_name = "PATH")]
    pub pack: Option<PathBuf>,

    /// Number of the commonest errors to list
    #[arg(long, value_name = "N", default_value_t = 20)]
    pub errors: usize,
}

/// Parses a BCP 47 tag; an error is a message for the user.
pub fn parse_language(tag: &str) -> Result<Language, String> {
    Language::from_tag(tag).ok_or_else(|| format!("no language pack for \"{tag}\"; there is one for \"fr\""))
}

/// Parses an ISO 8601 date with an optional time, "2022-01-06" or "2022-01-06T10:32"; an error is a message for the
/// user.
pub fn parse_date(date: &str) -> Result<Published, String> {
    Published::parse(date).ok_or_else(|| format!("\"{date}\" is not a date like 2022-01-06"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_argument_definitions_are_valid() {
        Args::command().debug_assert();
    }
}
