//! The checks that `cargo xtask test` runs, but for the size budget.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::browser::Browser;
use crate::command::{prepend_path, run};
use crate::dist;
use crate::project::{WASM, root, scratch, target};
use crate::steps::{Done, Found};

/// Where the tested distribution is built: apart from `dist`, which `serve` may be serving.
///
/// # Errors
/// When the folder it stands in cannot be made.
pub fn site() -> Result<PathBuf> {
    Ok(scratch()?.join("site"))
}

/// Formatting.
pub fn fmt(_: &mut Found) -> Result<Done> {
    run(cargo().args(["fmt", "--all", "--check"]))?;
    passed()
}

/// Lints, for the machine at hand and for the browser, each warning an error.
pub fn clippy(_: &mut Found) -> Result<Done> {
    const DENY: &[&str] = &["--locked", "--", "-D", "warnings"];
    run(cargo().args(["clippy", "--workspace", "--all-targets"]).args(DENY))?;
    run(cargo().args(["clippy", "--package", "manicule", "--target", WASM, "--all-targets"]).args(DENY))?;
    passed()
}

/// All tests that need no browser.
pub fn native(_: &mut Found) -> Result<Done> {
    run(cargo().args(["test", "--workspace", "--locked", "--no-fail-fast"]))?;
    passed()
}

/// The web layer's tests, in headless Chromium.
pub fn wasm(found: &mut Found) -> Result<Done> {
    let browser = browser(found)?;
    let mut command = cargo();
    command
        .args(["test", "--package", "manicule", "--target", WASM, "--locked"])
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner")
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", browser.write_webdriver_json()?)
        // The default of 20 s is short for a loaded machine's first start of the browser.
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120")
        .env("CHROMEDRIVER", &browser.driver);
    run(prepend_path(&mut command, &found.tools)?)?;
    passed()
}

/// The distribution that the next checks look at.
pub fn build(found: &mut Found) -> Result<Done> {
    dist::build(found, &site()?)?;
    passed()
}

/// Tests of the built distribution as a reader uses it.
pub fn e2e(found: &mut Found) -> Result<Done> {
    playwright(found, "e2e")
}

/// The pictures of README.md, taken of the built distribution.
pub fn screenshots(found: &mut Found) -> Result<Done> {
    playwright(found, "screenshots")
}

/// Runs a project of `playwright.config.ts` on the built distribution.
fn playwright(found: &Found, project: &str) -> Result<Done> {
    let cli = root().join("node_modules").join("@playwright").join("test").join("cli.js");
    let mut command = Command::new("node");
    if found.has_webkit {
        command.env("MANICULE_WEBKIT", "1");
    }
    run(command
        .arg(cli)
        .args(["test", "--project", project])
        .env("CHROMIUM", &browser(found)?.chromium)
        .env("MANICULE_SITE", site()?)
        .env("MANICULE_YEW_HOST", yew_host()?)
        .current_dir(root()))?;
    passed()
}

/// Builds the page of the end-to-end tests that is itself a Yew app; most of it was compiled for the check `wasm`.
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

/// Trunk, with the tools that were found or installed. It parses `NO_COLOR`, which is set to anything, as a
/// boolean.
///
/// # Errors
/// When a folder of the tools cannot stand in `PATH`.
pub fn trunk(found: &Found) -> Result<Command> {
    let mut command = tool(found, "trunk")?;
    if std::env::var_os("NO_COLOR").is_some() {
        command.env("NO_COLOR", "true");
    }
    Ok(command)
}

/// One of the tools that were found or installed, which finds the others.
pub fn tool(found: &Found, name: &str) -> Result<Command> {
    // Looked up here, as starting a program by its name would search the old PATH on some systems.
    let file = found.tools.iter().map(|folder| folder.join(name)).find(|file| file.is_file());
    let mut command = Command::new(file.unwrap_or_else(|| name.into()));
    prepend_path(&mut command, &found.tools)?.current_dir(root());
    Ok(command)
}

fn browser(found: &Found) -> Result<Browser> {
    found.browser.clone().context("no browser was set up")
}

pub fn cargo() -> Command {
    let mut cargo = Command::new("cargo");
    cargo.current_dir(root());
    cargo
}

fn passed() -> Result<Done> {
    Ok(Done::Did(String::new()))
}
