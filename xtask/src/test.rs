//! `cargo xtask test`: the checks that must pass before a change is merged.

use anyhow::{Result, bail};

use crate::steps::{Found, Kind, Run, Step, run, seconds};
use crate::{budget, checks, fuzz, setup};

/// The set-up steps that building the distribution needs.
pub const TO_BUILD: &[&str] = &["target", "wasm-bindgen", "trunk", "wasm-opt", "crates"];

/// All steps in the order in which they run: fast checks first, each set-up step just before the first step that needs
/// it. `serve` and `dist` run only [`TO_BUILD`] of them.
pub const STEPS: &[Step] = &[
    set_up("components", setup::components),
    check("fmt", &["components"], checks::fmt),
    set_up("target", setup::target),
    check("clippy", &["components", "target"], checks::clippy),
    check("native", &[], checks::native),
    check("doc", &[], checks::doc),
    set_up("cargo-deny", setup::cargo_deny),
    check("deny", &["cargo-deny"], checks::deny),
    set_up("wasm-bindgen", setup::wasm_bindgen),
    set_up("chromium", setup::chromium),
    check("wasm", &["target", "wasm-bindgen", "chromium"], checks::wasm),
    set_up("trunk", setup::trunk),
    set_up("wasm-opt", setup::wasm_opt),
    set_up("crates", setup::crates),
    check("build", TO_BUILD, checks::build),
    set_up("node", setup::packages),
    set_up("hosts", checks::hosts),
    set_up("firefox", setup::firefox),
    set_up("webkit", setup::webkit),
    check("e2e", &["build", "hosts", "chromium", "firefox", "webkit", "node"], checks::e2e),
    check("budget", &["build"], budget::budget),
    set_up("cargo-fuzz", setup::cargo_fuzz),
    check("fuzz", &["cargo-fuzz"], fuzz::fuzz),
];

const fn set_up(name: &'static str, run: Run) -> Step {
    Step { name, kind: Kind::SetUp, needs: &[], run }
}

const fn check(name: &'static str, needs: &'static [&'static str], run: Run) -> Step {
    Step { name, kind: Kind::Check, needs, run }
}

/// The names of all checks, in order.
pub fn check_names() -> Vec<&'static str> {
    STEPS.iter().filter(|step| step.kind == Kind::Check).map(|step| step.name).collect()
}

/// Runs the named checks, or all if `names` is empty, and the steps that they need. The last line printed has the
/// counts of passed and failed checks. Returns whether no step failed.
///
/// # Errors
/// When a name is not one of [`check_names`].
pub fn test(names: &[String]) -> Result<bool> {
    let known = check_names();
    if let Some(unknown) = names.iter().find(|name| !known.contains(&name.as_str())) {
        bail!("there is no check `{unknown}`; there are {}", known.join(", "));
    }
    let wanted: Vec<&str> = if names.is_empty() { known } else { names.iter().map(String::as_str).collect() };
    let mut found = Found::default();
    let report = run(STEPS, &wanted, &mut found);
    println!("\n── summary ──");
    report.print();
    println!("total                  {:>9}", seconds(report.took()));
    println!();
    // Several tests may skip for the same reason.
    found.skipped.dedup();
    for skipped in &found.skipped {
        println!("Skipped: {skipped}");
    }
    println!("{}", report.counts());
    Ok(report.succeeded())
}
