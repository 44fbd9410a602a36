//! The project's own commands, run as `cargo xtask <command>`.
//!
//! Each one sets up what it needs, so that a fresh clone takes no other step: `serve` builds the reading page and
//! serves it, `dist` builds what is released, `test` runs every check, `bench` measures. What is installed goes to the
//! user's cache folder (see [`setup`]) and is shared by all checkouts.

mod bench;
mod browser;
mod budget;
mod checks;
mod command;
mod dist;
mod fuzz;
mod project;
mod serve;
mod setup;
mod steps;
mod test;

use std::ffi::OsString;
use std::process::ExitCode;

use anyhow::{Result, bail};
use lexopt::prelude::*;

const HELP: &str = "\
Usage: cargo xtask <command>

Commands:
  serve [--port N] [--open]   Build the reading page in release mode and serve it on 127.0.0.1
                              (port 8080 unless told); rebuilds when a source changes.
                              --open shows it in the browser.
  dist                        Build what is put on a web server or published to npm, in dist.
  screenshots                 Take the pictures of README.md of the real pages, in docs/images.
  bench [NAME…]               Measure speed beside peers: engine, spacy, browser, painting, or those named.
  train --lang fr --data DIR  Build the language pack from the data in DIR; what else follows goes to
                              manicule-train (--out FILE, --hold N).
  test [CHECK…]               Run all checks, or those named:";

fn main() -> ExitCode {
    match run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Runs the command that the arguments name; false when it ran and something in it failed.
fn run() -> Result<bool> {
    command::stop_together()?;
    let mut args = lexopt::Parser::from_env();
    match args.next()? {
        Some(Value(command)) if command == "serve" => serve::serve(&serve_options(args)?),
        Some(Value(command)) if command == "train" => train(&rest(args)?),
        Some(Value(command)) if command == "dist" => match args.next()? {
            None => dist::dist(),
            Some(other) => Err(other.unexpected().into()),
        },
        Some(Value(command)) if command == "screenshots" => match args.next()? {
            None => screenshots(),
            Some(other) => Err(other.unexpected().into()),
        },
        Some(Value(command)) if command == "bench" => match names(args)? {
            Some(names) => bench::bench(&names),
            None => help(),
        },
        Some(Value(command)) if command == "test" => match names(args)? {
            Some(names) => test::test(&names),
            None => help(),
        },
        None | Some(Short('h') | Long("help")) => help(),
        Some(Value(command)) => {
            bail!("there is no command `{}`; `cargo xtask --help` lists them", command.to_string_lossy())
        }
        Some(other) => Err(other.unexpected().into()),
    }
}

fn help() -> Result<bool> {
    println!("{HELP} {}.", test::check_names().join(", "));
    Ok(true)
}

/// Builds the distribution and takes the pictures of README.md of its pages, in `docs/images`. Returns false when a
/// set-up failed.
fn screenshots() -> Result<bool> {
    let mut found = steps::Found::default();
    let report = steps::run(test::STEPS, &["build", "chromium", "node"], &mut found);
    if report.succeeded() {
        checks::screenshots(&mut found)?;
    }
    Ok(report.succeeded())
}

fn rest(mut args: lexopt::Parser) -> Result<Vec<OsString>> {
    Ok(args.raw_args()?.collect())
}

/// Builds the training command in release mode and runs it with `options`, from the root of the repository.
fn train(options: &[OsString]) -> Result<bool> {
    let mut cargo = checks::cargo();
    command::run(cargo.args(["run", "--release", "--package", "manicule-train", "--"]).args(options))?;
    Ok(true)
}

fn serve_options(mut args: lexopt::Parser) -> Result<serve::Options> {
    let mut options = serve::Options { port: 8080, open: false };
    while let Some(arg) = args.next()? {
        match arg {
            Short('p') | Long("port") => options.port = args.value()?.parse()?,
            Long("open") => options.open = true,
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(options)
}

/// The checks or benchmarks named after the command, none meaning all; `None` when help was asked for.
fn names(mut args: lexopt::Parser) -> Result<Option<Vec<String>>> {
    let mut names = Vec::new();
    while let Some(arg) = args.next()? {
        match arg {
            Short('h') | Long("help") => return Ok(None),
            Value(name) => names.push(name.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Some(names))
}
