//! The project's own commands, run as `cargo xtask <command>`.
//!
//! Each command installs the tools that it needs, so that a fresh clone takes no other step: `serve` builds and serves
//! the reading page, `dist` builds the release, `test` runs every check, `bench` measures. Tools are installed into the
//! user's cache folder (see [`setup`]), which all checkouts share.

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
                              (port 8080 by default); rebuilds when a source changes.
                              --open shows it in the browser.
  dist                        Build the files for a web server or npm, in dist.
  screenshots                 Take the screenshots of README.md, in docs/images.
  bench [NAME…]               Run all benchmarks, or those named: engine, spacy, browser, painting.
  train --lang fr --data DIR  Build the language pack from the data in DIR; further options are passed
                              to manicule-train (--out FILE, --hold N).
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

/// Runs the command that the arguments name. Returns false when the command ran, but a step or check of it failed.
fn run() -> Result<bool> {
    command::stop_children_on_signal()?;
    let mut args = lexopt::Parser::from_env();
    match args.next()? {
        Some(Value(command)) if command == "serve" => serve::serve(&serve_options(args)?),
        Some(Value(command)) if command == "train" => train(&remaining(args)?),
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

/// Builds the distribution and takes the screenshots of README.md, in `docs/images`. Returns false when a set-up step
/// failed.
fn screenshots() -> Result<bool> {
    let mut found = steps::Found::default();
    let report = steps::run(test::STEPS, &["build", "chromium", "node"], &mut found);
    if report.succeeded() {
        checks::screenshots(&mut found)?;
    }
    Ok(report.succeeded())
}

fn remaining(mut args: lexopt::Parser) -> Result<Vec<OsString>> {
    Ok(args.raw_args()?.collect())
}

/// Builds manicule-train in release mode and runs it with `options` in the root folder of the repository.
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

/// Returns the names that follow the command, an empty list meaning all checks or benchmarks; `None` for `--help`.
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
