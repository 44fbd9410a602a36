//! The program that host pages load. Trunk builds the reading page's program, and only one.

use std::fs;

use anyhow::{Context, Result};

use super::release::{Release, hashed_name, stripped};
use super::{read, write};
use crate::checks::{cargo, tool};
use crate::command::run;
use crate::project::{WASM, target};
use crate::steps::Found;

/// A program's files, by their names in the distribution.
pub struct Program {
    /// The JavaScript around the WebAssembly.
    pub glue: String,
    /// The WebAssembly.
    pub wasm: String,
}

/// The binary of the root package that is built.
const BINARY: &str = "embed";

/// Builds the program as trunk builds the reading page's: cargo, wasm-bindgen, wasm-opt.
///
/// # Errors
/// When a tool fails, or a file cannot be read or written.
pub fn build(found: &Found, release: &Release) -> Result<Program> {
    run(cargo().args(["build", "--locked", "--profile", "web", "--target", WASM, "--bin", BINARY]))?;
    let compiled = target().join(WASM).join("web").join(format!("{BINARY}.wasm"));
    let folder = &release.folder;
    // The loader says where the WebAssembly is; the glue's own guess would make bundlers look for another file.
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
    write(&glue, stripped(&read(&glue)?))?;

    let hashed = |name: &str| -> Result<String> {
        let hashed = hashed_name(name, &release.bytes(name)?);
        fs::rename(folder.join(name), folder.join(&hashed))
            .with_context(|| format!("could not rename {name}"))?;
        Ok(hashed)
    };
    Ok(Program { glue: hashed("embed.js")?, wasm: hashed("embed_bg.wasm")? })
}
