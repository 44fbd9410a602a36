//! What rustup and cargo provide.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::command::{output, run};
use crate::project::{WASM, root};
use crate::steps::{Done, Found};

/// Installs the standard library for WebAssembly, unless it is there.
pub fn target(_: &mut Found) -> Result<Done> {
    let libraries = output(Command::new("rustc").args(["--print", "target-libdir", "--target", WASM]))?;
    if Path::new(&libraries).is_dir() {
        return Ok(Done::Skipped(format!("{WASM} is there")));
    }
    run(Command::new("rustup").args(["target", "add", WASM]))
        .with_context(|| format!("add the target {WASM} to your Rust toolchain, then run this again"))?;
    Ok(Done::Did(format!("added {WASM}")))
}

/// Makes sure of rustfmt and clippy.
pub fn components(_: &mut Found) -> Result<Done> {
    let is_there = |tool: &str| output(Command::new("cargo").args([tool, "--version"])).is_ok();
    if is_there("fmt") && is_there("clippy") {
        return Ok(Done::Skipped("rustfmt and clippy are there".to_owned()));
    }
    run(Command::new("rustup").args(["component", "add", "rustfmt", "clippy"]))
        .context("add rustfmt and clippy to your Rust toolchain, then run this again")?;
    Ok(Done::Did("added rustfmt and clippy".to_owned()))
}

/// Downloads the crates that Cargo.lock names and this machine has not yet, so that trunk can build offline.
pub fn crates(_: &mut Found) -> Result<Done> {
    let version = output(Command::new("rustc").arg("--version").arg("--verbose"))?;
    let host = version.lines().find_map(|line| line.strip_prefix("host: "));
    let host = host.context("rustc does not name its host")?;
    run(Command::new("cargo")
        .args(["fetch", "--locked", "--target", WASM, "--target", host])
        .current_dir(root()))?;
    Ok(Done::Did(String::new()))
}
