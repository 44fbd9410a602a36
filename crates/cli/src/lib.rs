//! The command `manicule`: annotates news articles from files and standard input, and scores its names against
//! annotated articles. It is a library so that fuzz targets reach the reader of rows.
//!
//! Exit status: 0 if everything was done, also if the reader of the output stops early; 1 if an input could not be
//! used (standard error has the reason, and the other inputs are processed); 2 for a usage error.

mod annotate;
mod args;
mod evaluate;
mod input;
mod pack;
mod progress;
mod row;
mod rows;
mod table;

use args::{Args, Command};
use clap::Parser;
use std::fmt::Display;
use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

pub use rows::{Tally, annotate_rows};

/// Runs the command with the arguments of this process.
pub fn run() -> ExitCode {
    let result = match Args::parse().command {
        Command::Annotate(args) => annotate::run(&args),
        Command::Evaluate(args) => evaluate::run(&args),
    };
    match result {
        Ok(Outcome::Complete) => ExitCode::SUCCESS,
        Ok(Outcome::Partial) => ExitCode::FAILURE,
        // The reader of the output stopped early: `manicule annotate … | head`.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            report_error(format_args!("the output cannot be written: {error}"));
            ExitCode::FAILURE
        }
    }
}

/// The result of a command. Errors are those of writing to standard output; all others are reported and give
/// [`Outcome::Partial`].
type CommandResult = io::Result<Outcome>;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// Everything was done.
    Complete,
    /// Some input could not be used, which was reported on standard error.
    Partial,
}

/// Writes an error message to standard error. If that fails, the command goes on.
fn report_error(message: impl Display) {
    let _ = writeln!(io::stderr(), "manicule: {message}");
}
