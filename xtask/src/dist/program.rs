//! The program for host pages. It is built here because trunk builds only one program, the reading page's.

use std::fs;

use anyhow::{Context, Result};

use super::glue::published;
use super::release::{Release, hashed_name};
use super::{read, write};
use crate::checks::{cargo, tool};
use crate::command::run;
use crate::project::{WASM, target};
use crate::steps::Found;

/// The names of a program's files in the distribution.
pub struct Program {
    /// The JavaScript that wasm-bindgen generates.
    pub glue: String,
    /// The WebAssembly.
    pub wasm: String,
}

/// The binary target of the root package that is built.
const BINARY: &str = "embed";

/// Builds the program with the same tools as trunk: cargo, wasm-bindgen and wasm-opt. Writes it to the release's
/// folder.
///
/// # Errors
/// When a tool fails, or a file cannot be read or written.
pub fn build(found: &Found, release: &Release) -> Result<Program> {
    run(cargo().args(["build", "--locked", "--profile", "web", "--target", WASM, "--bin", BINARY]))?;
    let compiled = target().join(WASM).join("web").join(format!("{BINARY}.wasm"));
    let folder = &release.folder;
    // The loader passes the address of the WebAssembly; with the default path, bundlers would look for another file.
    run(tool(found, "wasm-bindgen")?
        .args([
            "--target",
            "web",
            "--no-typescript",
            "--omit-default-module-path",
            "--out-name",
            BINARY,
            "--out-dir",
        ])
        .arg(folder)
        .arg(compiled))?;
    let wasm = folder.join(format!("{BINARY}_bg.wasm"));
    run(tool(found, "wasm-opt")?.arg("-Oz").arg(&wasm).arg("--output").arg(&wasm))?;
    let glue = folder.join(format!("{BINARY}.js"));
    write(&glue, published(&read(&glue)?))?;

    let hashed = |name: &str| -> Result<String> {
        let hashed = hashed_name(name, &release.bytes(name)?);
        fs::rename(folder.join(name), folder.join(&hashed))
            .with_context(|| format!("could not rename {name}"))?;
        Ok(hashed)
    };
    Ok(Program { glue: hashed("embed.js")?, wasm: hashed("embed_bg.wasm")? })
}
