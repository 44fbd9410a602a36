//! The folders of this checkout, and versions in its lock file.

use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::{Context, Result};

/// The target triple of programs for browsers.
pub const WASM: &str = "wasm32-unknown-unknown";

/// The root folder of the repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask is a folder of the workspace")
}

/// Cargo's target folder: `CARGO_TARGET_DIR`, or `target` in the root folder.
pub fn target() -> PathBuf {
    root().join(env::var_os("CARGO_TARGET_DIR").map_or_else(|| "target".into(), PathBuf::from))
}

/// A folder inside cargo's target folder for files that these commands write. It is created if it does not exist.
///
/// # Errors
/// When it cannot be created.
pub fn scratch() -> Result<PathBuf> {
    let scratch = target().join("xtask");
    fs::create_dir_all(&scratch)
        .with_context(|| format!("could not create the folder {}", scratch.display()))?;
    Ok(scratch)
}

/// Returns a package's version in Cargo.lock, the first where there are several.
///
/// # Errors
/// When the lock file cannot be read, or the package is not in it.
pub fn locked_version(package: &str) -> Result<String> {
    let lock = fs::read_to_string(root().join("Cargo.lock")).context("could not read Cargo.lock")?;
    version_in(&lock, package)
        .map(str::to_owned)
        .with_context(|| format!("Cargo.lock has no package `{package}`"))
}

fn version_in<'l>(lock: &'l str, package: &str) -> Option<&'l str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name).skip(1);
    lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_package_is_found_only_by_its_full_name() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.1.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(version_in(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(version_in(lock, "bindgen"), None);
    }
}
