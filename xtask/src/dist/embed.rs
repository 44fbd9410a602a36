//! What host pages load: the loader, the files that it loads, its types, and the npm package of all.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::json;

use super::program::Program;
use super::release::{Release, hashed_name, integrity, replace_once, stripped};
use super::{read, write};
use crate::project::root;

/// The loader's name, which never changes, because host pages refer to it.
pub const LOADER: &str = "manicule.js";

/// The place in the loader for the files of the release: each as `{ url, integrity }`, in the order of [`write_package`].
const FILES: &str = "'@files@'";

/// What is shown inside a shadow root is styled by these, in this order.
const STYLES: &[&str] = &["tokens", "base", "article", "highlight", "gloss", "index", "host"];

/// The bundled style sheet's name, before the hash of its content.
const BUNDLE: &str = "manicule.css";

/// What goes along as it is: source, and name in the distribution.
const COPIES: &[(&str, &str)] = &[
    ("embed/manicule.d.ts", "manicule.d.ts"),
    ("embed/README.md", "README.md"),
    ("packs/ATTRIBUTION.md", "ATTRIBUTION.md"),
    ("LICENSE-MIT", "LICENSE-MIT"),
    ("LICENSE-APACHE", "LICENSE-APACHE"),
];

/// An invented newspaper that the loader works in; it finds the loader in the folder above it.
const DEMO: &str = "demo";

/// Writes the loader, its style sheet, types, guide, demo and npm manifest to the folder of the reading page.
///
/// # Errors
/// When a file cannot be read or written, or the loader has no place for the files' names.
pub fn write_package(release: &Release, program: &Program) -> Result<()> {
    let styles = bundle(release)?;
    let mut names = vec![&program.glue, &program.wasm, &release.glue, &release.wasm, &release.pack, &styles];
    let files: Vec<String> = names
        .iter()
        .map(|name| {
            let integrity = integrity(&release.bytes(name)?);
            // Bundlers know this form of naming a file and bring the file along.
            Ok(format!("{{ url: new URL('./{name}', import.meta.url).href, integrity: '{integrity}' }}"))
        })
        .collect::<Result<_>>()?;
    let files = format!("[\n  {},\n]", files.join(",\n  "));
    let loader = replace_once(&read(&root().join("embed").join(LOADER))?, FILES, &files)?;
    write(&release.folder.join(LOADER), loader)?;

    for (source, name) in COPIES {
        let from = root().join(source);
        fs::copy(&from, release.folder.join(name))
            .with_context(|| format!("could not copy {}", from.display()))?;
    }
    copy_demo(&release.folder.join(DEMO))?;
    let loader = LOADER.to_owned();
    names.push(&loader);
    write(&release.folder.join("package.json"), package(&names))
}

fn copy_demo(to: &Path) -> Result<()> {
    let from = root().join("embed").join(DEMO);
    fs::create_dir_all(to).with_context(|| format!("could not make the folder {}", to.display()))?;
    for entry in fs::read_dir(&from).with_context(|| format!("could not read {}", from.display()))? {
        let file = entry?;
        fs::copy(file.path(), to.join(file.file_name()))
            .with_context(|| format!("could not copy {}", file.path().display()))?;
    }
    Ok(())
}

/// Puts the style sheets together in one file; returns its name.
fn bundle(release: &Release) -> Result<String> {
    let sheets: Vec<String> = STYLES
        .iter()
        .map(|name| read(&root().join("styles").join(format!("{name}.css"))))
        .collect::<Result<_>>()?;
    let bundle = stripped(&sheets.join("\n"));
    let name = hashed_name(BUNDLE, bundle.as_bytes());
    write(&release.folder.join(&name), bundle)?;
    Ok(name)
}

/// The npm package's manifest.
fn package(names: &[&String]) -> String {
    let mut files: Vec<&str> = names.iter().map(|name| name.as_str()).collect();
    files.extend(COPIES.iter().map(|(_, name)| *name));
    files.sort_unstable();
    let manifest = json!({
        "name": "manicule",
        "version": env!("CARGO_PKG_VERSION"),
        "description": "Annotates news articles in the browser: people, places, organisations, events, works and figures",
        "license": "MIT OR Apache-2.0",
        "type": "module",
        // The types are found by the name of the file.
        "exports": format!("./{LOADER}"),
        "types": "./manicule.d.ts",
        // The import defines the element.
        "sideEffects": [format!("./{LOADER}")],
        "files": files,
    });
    format!("{manifest:#}\n")
}
