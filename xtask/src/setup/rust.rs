//! The parts of the Rust toolchain and the crates.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::command::{output, run};
use crate::project::{WASM, root};
use crate::steps::{Done, Found};

/// Installs the standard library for WebAssembly, unless it is installed.
///
/// # Errors
/// When it is missing and rustup cannot install it.
pub fn target(_: &mut Found) -> Result<Done> {
    let libraries = output(Command::new("rustc").args(["--print", "target-libdir", "--target", WASM]))?;
    if Path::new(&libraries).is_dir() {
        return Ok(Done::Skipped(format!("{WASM} is installed")));
    }
    run(Command::new("rustup").args(["target", "add", WASM]))
        .with_context(|| format!("add the target {WASM} to your Rust toolchain, then run this again"))?;
    Ok(Done::Completed(format!("added {WASM}")))
}

/// Installs rustfmt and clippy, unless they are installed.
///
/// # Errors
/// When they are missing and rustup cannot install them.
pub fn components(_: &mut Found) -> Result<Done> {
    let is_installed = |tool: &str| output(Command::new("cargo").args([tool, "--version"])).is_ok();
    if is_installed("fmt") && is_installed("clippy") {
        return Ok(Done::Skipped("rustfmt and clippy are installed".to_owned()));
    }
    run(Command::new("rustup").args(["component", "add", "rustfmt", "clippy"]))
        .context("add rustfmt and clippy to your Rust toolchain, then run this again")?;
    Ok(Done::Completed("added rustfmt and clippy".to_owned()))
}

/// Downloads the crates in Cargo.lock that this machine does not have yet, so that trunk can build offline.
///
/// # Errors
/// When a download fails.
pub fn crates(_: &mut Found) -> Result<Done> {
    let version = output(Command::new("rustc").arg("--version").arg("--verbose"))?;
    let host = version.lines().find_map(|line| line.strip_prefix("host: "));
    let host = host.context("rustc --version --verbose prints no host")?;
    run(Command::new("cargo")
        .args(["fetch", "--locked", "--target", WASM, "--target", host])
        .current_dir(root()))?;
    Ok(Done::Completed(String::new()))
}
