//! The npm packages that the end-to-end tests and the benchmarks use.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::command::{output, run};
use crate::project::root;
use crate::steps::{Done, Found};

/// Installs the packages that the end-to-end tests use, unless they are installed.
///
/// # Errors
/// When there is no Node.js, or npm fails.
pub fn packages(_: &mut Found) -> Result<Done> {
    install(root())
}

/// Installs the tools that the benchmarks compare with, unless they are installed.
///
/// # Errors
/// When there is no Node.js, or npm fails.
pub fn peers(_: &mut Found) -> Result<Done> {
    install(&root().join("benches"))
}

/// Installs the packages of a folder's package-lock.json, unless exactly these are installed.
fn install(folder: &Path) -> Result<Done> {
    let node = output(Command::new("node").arg("--version"))
        .context("Node.js 20 or newer is needed: install it (on Debian, the packages nodejs and npm)")?;
    let lock = fs::read(folder.join("package-lock.json")).context("could not read package-lock.json")?;
    // A copy of the lock file of the last complete installation. `npm ci` starts by removing it with the folder.
    let installed = folder.join("node_modules").join(".installed-lock.json");
    if fs::read(&installed).is_ok_and(|installed| installed == lock) {
        return Ok(Done::Skipped(format!("node_modules is up to date, Node.js {node}")));
    }
    run(Command::new("npm")
        .args(["ci", "--no-audit", "--no-fund"])
        // The tests use the browser that the set-up step `chromium` found.
        .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
        .current_dir(folder))?;
    fs::write(&installed, lock).context("could not copy package-lock.json")?;
    Ok(Done::Completed(format!("installed, Node.js {node}")))
}
