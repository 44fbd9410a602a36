//! The npm packages that the end-to-end tests and the benchmarks use.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::command::{output, run};
use crate::project::root;
use crate::steps::{Done, Found};

/// Installs the packages that the end-to-end tests use, unless they are there.
///
/// # Errors
/// When there is no Node.js, or npm fails.
pub fn packages(_: &mut Found) -> Result<Done> {
    install(root())
}

/// Installs the peers that the benchmarks compare with, unless they are there.
///
/// # Errors
/// When there is no Node.js, or npm fails.
pub fn peers(_: &mut Found) -> Result<Done> {
    install(&root().join("benches"))
}

/// Installs the packages of a folder's package-lock.json, unless they are the ones installed.
fn install(folder: &Path) -> Result<Done> {
    let node = output(Command::new("node").arg("--version"))
        .context("Node.js 20 or newer is needed: install it (on Debian, the packages nodejs and npm)")?;
    let lock = fs::read(folder.join("package-lock.json")).context("could not read package-lock.json")?;
    // A copy of the lock that was installed from; npm removes it with the folder before it installs.
    let installed = folder.join("node_modules").join(".installed-lock.json");
    if fs::read(&installed).is_ok_and(|installed| installed == lock) {
        return Ok(Done::Skipped(format!("node_modules is as package-lock.json says, Node.js {node}")));
    }
    run(Command::new("npm")
        .args(["ci", "--no-audit", "--no-fund"])
        // The tests run in the browser that the set-up found.
        .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
        .current_dir(folder))?;
    fs::write(&installed, lock).context("could not note what was installed")?;
    Ok(Done::Did(format!("installed, Node.js {node}")))
}
