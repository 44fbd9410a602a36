//! The check `fuzz`: runs each fuzz target for a while.

use std::{env, fs};

use anyhow::{Context, Result};

use crate::checks::{skipped, tool};
use crate::command::run;
use crate::project::{root, target};
use crate::steps::{Done, Found};

/// How long each target runs, in seconds, unless `MANICULE_FUZZ_SECONDS` says otherwise.
const SECONDS: u32 = 60;

const DICTIONARY: &str = "-dict=fuzz/french.dict";

/// Each target, the folders of its seeds, and its options for libFuzzer. Inputs are short, so that many are tried.
const TARGETS: &[(&str, &[&str], &[&str])] = &[
    ("text", &["fuzz/seeds/text", "articles"], &["-max_len=2000", DICTIONARY]),
    ("pack", &["fuzz/seeds/pack"], &["-max_len=4000"]),
    ("rows", &["fuzz/seeds/rows"], &["-max_len=2000", DICTIONARY]),
    ("page", &["fuzz/seeds/page"], &["-max_len=2000", DICTIONARY]),
    ("export", &["fuzz/seeds/text", "articles"], &["-max_len=2000", DICTIONARY]),
];

/// Builds the fuzz targets and runs them one after another. What they learn is kept in `fuzz/corpus`; an input that
/// fails is written to `fuzz/artifacts`.
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
    for (name, seeds, options) in TARGETS {
        let corpus = root().join("fuzz").join("corpus").join(name);
        fs::create_dir_all(&corpus).with_context(|| format!("could not make {}", corpus.display()))?;
        // The crates have no unsafe code: panics and failed checks are looked for, not errors of memory.
        run(tool(found, "cargo-fuzz")?
            .args(["run", "--sanitizer", "none", "--target-dir"])
            .arg(target().join("fuzz"))
            .arg(name)
            .arg(corpus)
            .args(*seeds)
            .args(["--", &format!("-max_total_time={seconds}"), "-timeout=20", "-verbosity=0"])
            .args(*options))?;
    }
    Ok(Done::Did(format!("{} targets, {seconds} s each", TARGETS.len())))
}
