//! The part of the distribution for host pages: the loader, its style sheet, types and demo, and the npm manifest.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::json;

use super::program::Program;
use super::release::{Release, hashed_name, integrity, replace_once, stripped};
use super::{read, write};
use crate::project::root;

/// The loader's file name. It has no hash and never changes, because host pages refer to it.
pub const LOADER: &str = "manicule.js";

/// The placeholder in the loader for the list of the release's files, each `{ url, integrity }`, in the order of
/// [`write_package`].
const FILES: &str = "'@files@'";

/// The style sheets for content in a shadow root, by their names in `styles`, in cascade order.
const STYLES: &[&str] = &["tokens", "base", "article", "highlight", "gloss", "index", "host"];

/// The bundled style sheet's name, before the hash of its content.
const BUNDLE: &str = "manicule.css";

/// Files that are copied unchanged: their path in the repository and their name in the distribution.
const COPIES: &[(&str, &str)] = &[
    ("embed/manicule.d.ts", "manicule.d.ts"),
    ("embed/README.md", "README.md"),
    ("packs/ATTRIBUTION.md", "ATTRIBUTION.md"),
    ("LICENSE-MIT", "LICENSE-MIT"),
    ("LICENSE-APACHE", "LICENSE-APACHE"),
];

/// The folder of the demo, an invented newspaper that uses the loader in its parent folder.
const DEMO: &str = "demo";

/// Writes the loader, its style sheet, types, guide, demo and npm manifest to the folder of the reading page.
///
/// # Errors
/// When a file cannot be read or written, or the loader does not have the placeholder for its files exactly once.
pub fn write_package(release: &Release, program: &Program) -> Result<()> {
    let styles = bundle(release)?;
    let mut names = vec![&program.glue, &program.wasm, &release.glue, &release.wasm, &release.pack, &styles];
    let files: Vec<String> = names
        .iter()
        .map(|name| {
            let integrity = integrity(&release.bytes(name)?);
            // Bundlers recognise this form and include the file.
            Ok(format!("{{ url: new URL('./{name}', import.meta.url).href, integrity: '{integrity}' }}"))
        })
        .collect::<Result<_>>()?;
    let files = format!("[\n  {},\n]", files.join(",\n  "));
    let loader = replace_once(&read(&root().join("embed").join(LOADER))?, FILES, &files)?;
    write(&release.folder.join(LOADER), format!("{}{}", banner(), stripped(&loader)))?;

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

/// The comment in the published loader. The others are in the repository: they would be a fifth of its size.
fn banner() -> String {
    let (version, repository) = (env!("CARGO_PKG_VERSION"), env!("CARGO_PKG_REPOSITORY"));
    format!("// Manicule {version}, MIT or Apache-2.0. With comments: {repository}, embed/manicule.js\n")
}

fn copy_demo(to: &Path) -> Result<()> {
    let from = root().join("embed").join(DEMO);
    fs::create_dir_all(to).with_context(|| format!("could not create the folder {}", to.display()))?;
    for entry in fs::read_dir(&from).with_context(|| format!("could not read {}", from.display()))? {
        let file = entry?;
        fs::copy(file.path(), to.join(file.file_name()))
            .with_context(|| format!("could not copy {}", file.path().display()))?;
    }
    Ok(())
}

/// Writes the style sheets as one file and returns its name.
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
        // TypeScript finds `manicule.d.ts` by the name of this file.
        "exports": format!("./{LOADER}"),
        "types": "./manicule.d.ts",
        // Importing it defines the custom element, so bundlers must not drop the import.
        "sideEffects": [format!("./{LOADER}")],
        "files": files,
    });
    format!("{manifest:#}\n")
}
