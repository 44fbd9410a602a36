//! The command `manicule`: annotates news articles from files and standard input, and scores itself. It is a library
//! so that fuzz targets reach the reader of rows.
//!
//! Exit status: 0 when everything was done, also when whoever reads the output stops early; 1 when an input could not
//! be used (standard error says which and what to do, all others are done); 2 for a usage error.

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
    let done = match Args::parse().command {
        Command::Annotate(args) => annotate::run(&args),
        Command::Evaluate(args) => evaluate::run(&args),
    };
    match done {
        Ok(Outcome::Whole) => ExitCode::SUCCESS,
        Ok(Outcome::Partial) => ExitCode::FAILURE,
        // Whoever reads the output has seen enough: `manicule annotate … | head`.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            complain(format_args!("the output cannot be written: {error}"));
            ExitCode::FAILURE
        }
    }
}

/// What a command came to. An error beside it can only be one of writing to standard output.
type Done = io::Result<Outcome>;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// Everything was done.
    Whole,
    /// Some input could not be used; it has been said which.
    Partial,
}

/// Says on standard error what is wrong. That nobody listens there is no reason to stop.
fn complain(message: impl Display) {
    let _ = writeln!(io::stderr(), "manicule: {message}");
}
