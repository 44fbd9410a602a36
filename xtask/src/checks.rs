//! The checks that `cargo xtask test` runs, except the size budget and the fuzz targets.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::browser::Browser;
use crate::command::{prepend_path, run, run_and_keep};
use crate::dist;
use crate::project::{WASM, root, scratch, target};
use crate::steps::{Done, Found};

/// The folder of the distribution that the tests use. It is not `dist`, which `serve` may be serving.
///
/// # Errors
/// When its parent folder cannot be created.
pub fn site() -> Result<PathBuf> {
    Ok(scratch()?.join("site"))
}

/// Checks the formatting of all crates.
pub fn fmt(_: &mut Found) -> Result<Done> {
    run(cargo().args(["fmt", "--all", "--check"]))?;
    run(cargo().args(["fmt", "--manifest-path", "fuzz/Cargo.toml", "--check"]))?;
    passed()
}

/// Runs clippy for this machine and for WebAssembly. Every warning is an error.
pub fn clippy(_: &mut Found) -> Result<Done> {
    const DENY: &[&str] = &["--locked", "--", "-D", "warnings"];
    run(cargo().args(["clippy", "--workspace", "--all-targets"]).args(DENY))?;
    run(cargo().args(["clippy", "--package", "manicule", "--target", WASM, "--all-targets"]).args(DENY))?;
    passed()
}

/// Runs all tests that need no browser.
///
/// A test that cannot run here prints a line `skipped: name (reason)`, which cargo shows only with `--show-output`.
pub fn native(found: &mut Found) -> Result<Done> {
    const SKIPPED: &str = "skipped: ";
    let mut tests = cargo();
    tests.args(["test", "--workspace", "--locked", "--no-fail-fast", "--", "--show-output"]);
    let lines = run_and_keep(&mut tests, |line| line.starts_with(SKIPPED))?;
    found.skipped.extend(lines.iter().map(|line| line.replacen(SKIPPED, "native: ", 1)));
    passed()
}

/// Builds the documentation. Every warning, such as a broken link, is an error.
pub fn doc(_: &mut Found) -> Result<Done> {
    let mut doc = cargo();
    doc.args(["doc", "--workspace", "--no-deps", "--locked"]).env("RUSTDOCFLAGS", "-D warnings");
    run(&mut doc)?;
    passed()
}

/// Checks the dependencies' licences, sources and duplicates against `deny.toml`, and their known vulnerabilities if
/// the database of them can be downloaded.
pub fn deny(found: &mut Found) -> Result<Done> {
    if !found.has_deny {
        return Ok(skipped(found, "deny", "cargo-deny cannot be installed"));
    }
    run(tool(found, "cargo-deny")?.args(["--locked", "check", "licenses", "bans", "sources"]))?;
    let database = tool(found, "cargo-deny")?.args(["fetch", "db"]).status();
    if database.is_ok_and(|status| status.success()) {
        run(tool(found, "cargo-deny")?.args(["--locked", "check", "advisories"]))?;
    } else {
        let _ = skipped(found, "deny: advisories", "their database cannot be downloaded");
    }
    passed()
}

/// Records that a check, or a part of one, cannot run here. The summary lists it.
pub fn skipped(found: &mut Found, what: &str, why: &str) -> Done {
    println!("skipped: {what} ({why})");
    found.skipped.push(format!("{what} ({why})"));
    Done::Skipped(why.to_owned())
}

/// Runs the web layer's tests in headless Chromium.
pub fn wasm(found: &mut Found) -> Result<Done> {
    let browser = browser(found)?;
    let mut command = cargo();
    command
        .args(["test", "--package", "manicule", "--target", WASM, "--locked"])
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner")
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", browser.write_webdriver_json()?)
        // The default of 20 s is too short for the browser's first start on a busy machine.
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120")
        .env("CHROMEDRIVER", &browser.driver);
    run(prepend_path(&mut command, &found.tools)?)?;
    passed()
}

/// Builds the distribution that the checks `e2e` and `budget` use.
pub fn build(found: &mut Found) -> Result<Done> {
    dist::build(found, &site()?)?;
    passed()
}

/// Runs the end-to-end tests of the built distribution.
pub fn e2e(found: &mut Found) -> Result<Done> {
    playwright(found, "e2e")
}

/// Takes the screenshots of README.md from the built distribution.
pub fn screenshots(found: &mut Found) -> Result<Done> {
    playwright(found, "screenshots")
}

/// Runs a project of `playwright.config.ts` on the built distribution.
fn playwright(found: &mut Found, project: &str) -> Result<Done> {
    let cli = root().join("node_modules").join("@playwright").join("test").join("cli.js");
    let mut command = Command::new("node");
    if let Some(firefox) = &found.firefox {
        command.env("MANICULE_FIREFOX", firefox);
    }
    if let Some(firefox) = &found.old_firefox {
        command.env("MANICULE_OLD_FIREFOX", firefox);
    }
    if found.has_webkit {
        command.env("MANICULE_WEBKIT", "1");
    }
    let report = scratch()?.join("e2e.json");
    run(command
        .arg(cli)
        .args(["test", "--project", project, "--reporter=list,json"])
        .env("PLAYWRIGHT_JSON_OUTPUT_NAME", &report)
        .env("CHROMIUM", &browser(found)?.chromium)
        .env("MANICULE_SITE", site()?)
        .env("MANICULE_YEW_HOST", yew_host()?)
        .current_dir(root()))?;
    let report = fs::read(&report).with_context(|| format!("could not read {}", report.display()))?;
    let report = serde_json::from_slice(&report).context("Playwright's report is not JSON")?;
    skipped_specs(&report, &mut found.skipped);
    passed()
}

/// Adds the skipped tests of a Playwright JSON report, or of a suite in it, to `skipped`, each with its reason.
fn skipped_specs(suite: &Value, skipped: &mut Vec<String>) {
    let list = |value: &'_ Value| value.as_array().cloned().unwrap_or_default();
    for spec in list(&suite["specs"]) {
        for test in list(&spec["tests"]).iter().filter(|test| test["status"] == "skipped") {
            let why = list(&test["annotations"])
                .iter()
                .find_map(|note| note["description"].as_str().map(str::to_owned));
            let why = why.unwrap_or_else(|| "no reason stated".to_owned());
            skipped.push(format!("e2e: {} ({why})", spec["title"].as_str().unwrap_or_default()));
        }
    }
    for suite in list(&suite["suites"]) {
        skipped_specs(&suite, skipped);
    }
}

/// Builds the Yew app that end-to-end tests use as a host page. Most of it is already compiled by the check `wasm`.
pub fn hosts(found: &mut Found) -> Result<Done> {
    run(cargo().args([
        "build",
        "--package",
        "manicule",
        "--example",
        "yew-host",
        "--target",
        WASM,
        "--locked",
    ]))?;
    let module = target().join(WASM).join("debug").join("examples").join("yew-host.wasm");
    let mut bindgen = tool(found, "wasm-bindgen")?;
    run(bindgen.args(["--target", "web", "--no-typescript", "--out-dir"]).arg(yew_host()?).arg(module))?;
    passed()
}

fn yew_host() -> Result<PathBuf> {
    Ok(scratch()?.join("yew-host"))
}

/// Returns a command that runs trunk with the tools that were found or installed. `NO_COLOR` is normalised: by
/// convention any value counts, but trunk parses it as a boolean.
///
/// # Errors
/// When the path of a tool's folder cannot be part of `PATH`.
pub fn trunk(found: &Found) -> Result<Command> {
    let mut command = tool(found, "trunk")?;
    if std::env::var_os("NO_COLOR").is_some() {
        command.env("NO_COLOR", "true");
    }
    Ok(command)
}

/// Returns a command that runs one of the tools that were found or installed, with all of them in its `PATH`.
pub fn tool(found: &Found, name: &str) -> Result<Command> {
    // Some systems would look up a bare name in the PATH of this process, not in that of the command.
    let file = found.tools.iter().map(|folder| folder.join(name)).find(|file| file.is_file());
    let mut command = Command::new(file.unwrap_or_else(|| name.into()));
    prepend_path(&mut command, &found.tools)?.current_dir(root());
    Ok(command)
}

fn browser(found: &Found) -> Result<Browser> {
    found.browser.clone().context("no browser was set up")
}

/// Returns a command that runs cargo in the root folder of the repository.
pub fn cargo() -> Command {
    let mut cargo = Command::new("cargo");
    cargo.current_dir(root());
    cargo
}

fn passed() -> Result<Done> {
    Ok(Done::Completed(String::new()))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn skipped_specs_are_found_at_any_depth() {
        let test = |status| json!({ "status": status, "annotations": [{ "type": "skip", "description": "no WebKit" }] });
        let report = json!({ "suites": [{
            "specs": [{ "title": "a", "tests": [test("expected")] }],
            "suites": [{ "specs": [{ "title": "b", "tests": [test("skipped")] }] }],
        }, { "specs": [{ "title": "c", "tests": [{ "status": "skipped" }] }] }] });
        let mut skipped = Vec::new();
        skipped_specs(&report, &mut skipped);
        assert_eq!(skipped, ["e2e: b (no WebKit)", "e2e: c (no reason stated)"]);
    }
}
