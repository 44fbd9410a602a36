//! `cargo xtask dist`: builds the files that are put on a web server or published to npm.
//!
//! | file | content |
//! |---|---|
//! | `release.rs` | the files that trunk built; hashes and hashed file names |
//! | `program.rs` | the program for host pages |
//! | `glue.rs` | wasm-bindgen's JavaScript |
//! | `embed.rs` | the loader, its style sheet, types and demo, and the npm manifest |
//! | `sbom.rs` | the software bill of materials |
//! | `single.rs` | the reading page as one file |

mod embed;
mod glue;
mod program;
mod release;
mod sbom;
mod single;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::checks;
use crate::command::run;
use crate::project::root;
use crate::steps::{Found, run as run_steps};
use crate::test;
use release::Release;

pub use embed::LOADER;

/// Sets up the tools and builds the distribution in `dist`. Returns false when a set-up step failed.
///
/// # Errors
/// When the build fails, or its output does not have the expected files.
pub fn dist() -> Result<bool> {
    let mut found = Found::default();
    let report = run_steps(test::STEPS, test::TO_BUILD, &mut found);
    if !report.succeeded() {
        return Ok(false);
    }
    println!("\n── dist ──");
    build(&found, &root().join("dist"))?;
    println!("\nThe distribution is in dist; README.md there describes each file.");
    Ok(true)
}

/// Builds the reading page and the program for host pages in release mode and writes the distribution to `folder`,
/// which is emptied first.
///
/// # Errors
/// When the build fails, or its output does not have the expected files.
pub fn build(found: &Found, folder: &Path) -> Result<()> {
    let mut trunk = checks::trunk(found)?;
    trunk.args(["build", "--release", "--offline", "--locked"]);
    // Relative addresses, so that the folder can be at any path of a server.
    run(trunk.args(["--public-url", "./", "--dist"]).arg(folder))?;
    let release = Release::of(folder)?;
    single::write_page(&release)?;
    sbom::write_sbom(&release)?;
    let program = program::build(found, &release)?;
    embed::write_package(&release, &program)
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("could not read {}", path.display()))
}

fn write(path: &Path, bytes: impl AsRef<[u8]>) -> Result<()> {
    fs::write(path, bytes).with_context(|| format!("could not write {}", path.display()))
}
