//! The command line.

use clap::{Parser, Subcommand, ValueEnum};
use manicule_core::{Language, Published};
use std::path::PathBuf;

/// Points at the people, places, organisations, events, works, figures and links in news articles.
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
/// With one FILE, or none, `json` writes one document of the schema manicule/1 and `w3c` one page of annotations; with
/// several, an array of them in the order given. `ndjson` writes a document a line, `csv` one table of all, `html` one
/// page that needs nothing beside it. A document's `id` is the file's name as given.
///
/// A file that cannot be read is told on standard error, the others are annotated all the same, and the exit status is 1.
#[derive(Debug, clap::Args)]
pub struct Annotate {
    /// Articles as plain text in UTF-8; `-` is standard input, and so is no FILE at all
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,

    /// Language of the articles
    #[arg(long, value_name = "TAG", default_value = "fr", value_parser = parse_language)]
    pub lang: Language,

    /// Date on which the articles were published, against which "Thursday" is read; with a time, "2022-01-06T10:32",
    /// so is "two hours ago" [default: the articles' dateline, else the latest date in the cited links' addresses]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = parse_date)]
    pub date: Option<Published>,

    /// Language pack to use instead of the one built in
    #[arg(long, value_name = "PATH")]
    pub pack: Option<PathBuf>,

    /// What to write
    #[arg(long, value_enum, default_value_t = Format::Json, default_value_if("ndjson", "true", "ndjson"))]
    pub format: Format,

    /// Read rows {"id","text","lang"?,"date"?}, one a line, and answer each with a line, in the same order; a bad row
    /// with {"id","error"}
    #[arg(long)]
    pub ndjson: bool,
}

/// What to write.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Documents of the schema manicule/1, indented
    Json,
    /// Documents of the schema manicule/1, one a line
    Ndjson,
    /// W3C Web Annotations, as JSON-LD
    W3c,
    /// A table with a row for each mention, figure, link and quote
    Csv,
    /// The article with its marks as one self-contained page
    Html,
}

/// Score the names found in annotated articles: exact spans, by class.
///
/// Each line of FILE is a row {"id","text","spans":[[start,end,type]]} with offsets in code points. The types Person,
/// Location, Organization, Event and Product are scored, others left out; of spans that nest, the outermost counts.
#[derive(Debug, clap::Args)]
pub struct Evaluate {
    /// Rows to score; `-` is standard input
    #[arg(value_name = "FILE")]
    pub file: PathBuf,

    /// Language of the articles
    #[arg(long, value_name = "TAG", default_value = "fr", value_parser = parse_language)]
    pub lang: Language,

    /// Language pack to use instead of the one built in
    #[arg(long, value_name = "PATH")]
    pub pack: Option<PathBuf>,

    /// How many of the commonest errors to list
    #[arg(long, value_name = "N", default_value_t = 20)]
    pub errors: usize,
}

/// A BCP 47 tag's language.
pub fn parse_language(tag: &str) -> Result<Language, String> {
    Language::from_tag(tag).ok_or_else(|| format!("no language pack for \"{tag}\"; there is one for \"fr\""))
}

/// A calendar date of ISO 8601, "2022-01-06", with or without a time of the day.
pub fn parse_date(date: &str) -> Result<Published, String> {
    Published::parse(date).ok_or_else(|| format!("\"{date}\" is no date like 2022-01-06"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_sound() {
        Args::command().debug_assert();
    }
}
