//! The check `fuzz`: runs each fuzz target for a while.

use std::process::Command;
use std::{env, fs, thread};

use anyhow::{Context, Result, bail};

use crate::checks::{skipped, tool};
use crate::command::run;
use crate::project::{root, target};
use crate::steps::{Done, Found};

/// How long each target runs, in seconds, unless `MANICULE_FUZZ_SECONDS` says otherwise.
const SECONDS: u32 = 60;

const DICTIONARY: &str = "-dict=fuzz/french.dict";

/// A target, the folders of its seeds, and its options for libFuzzer.
type Target = (&'static str, &'static [&'static str], &'static [&'static str]);

/// All targets. Inputs are short, so that many are tried.
const TARGETS: &[Target] = &[
    ("text", &["fuzz/seeds/text", "articles"], &["-max_len=2000", DICTIONARY]),
    ("pack", &["fuzz/seeds/pack"], &["-max_len=4000"]),
    ("rows", &["fuzz/seeds/rows"], &["-max_len=2000", DICTIONARY]),
    ("page", &["fuzz/seeds/page"], &["-max_len=2000", DICTIONARY]),
    ("export", &["fuzz/seeds/text", "articles"], &["-max_len=2000", DICTIONARY]),
];

/// Builds the fuzz targets and runs them, all at once. Inputs that reach new code are kept
/// in `fuzz/corpus`; an input that fails is written to `fuzz/artifacts`.
///
/// # Errors
/// When a target does not build, an input fails, or the variable is not a number.
pub fn fuzz(found: &mut Found) -> Result<Done> {
    if !found.has_fuzz {
        return Ok(skipped(found, "fuzz", "cargo-fuzz cannot be installed"));
    }
    let seconds = match env::var("MANICULE_FUZZ_SECONDS") {
        Ok(seconds) => seconds.parse().context("MANICULE_FUZZ_SECONDS is not a number of seconds")?,
        Err(_) => SECONDS,
    };
    // Built first, so that the targets do not wait for each other's compiler.
    run(tool(found, "cargo-fuzz")?
        .args(["build", "--sanitizer", "none", "--target-dir"])
        .arg(target().join("fuzz")))?;
    let mut commands = Vec::new();
    for target in TARGETS {
        commands.push(command(found, target, seconds)?);
    }
    // All at once: the limit is a time, and a check that takes long is not run.
    thread::scope(|scope| {
        let runs: Vec<_> = commands.iter_mut().map(|command| scope.spawn(|| run(command))).collect();
        runs.into_iter().try_for_each(|run| run.join().unwrap_or_else(|_| bail!("a thread panicked")))
    })?;
    Ok(Done::Completed(format!("{} targets, {seconds} s each", TARGETS.len())))
}

/// The command that runs one target.
fn command(found: &Found, (name, seeds, options): &Target, seconds: u32) -> Result<Command> {
    let corpus = root().join("fuzz").join("corpus").join(name);
    fs::create_dir_all(&corpus).with_context(|| format!("could not make {}", corpus.display()))?;
    let mut command = tool(found, "cargo-fuzz")?;
    // The crates have no unsafe code: panics and failed checks are looked for, not errors of memory.
    command
        .args(["run", "--sanitizer", "none", "--target-dir"])
        .arg(target().join("fuzz"))
        .arg(name)
        .arg(corpus);
    command.args(*seeds).args(["--", &format!("-max_total_time={seconds}"), "-timeout=20", "-verbosity=0"]);
    command.args(*options);
    Ok(command)
}
