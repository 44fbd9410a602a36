//! The size budgets: the bytes that a reader downloads before the first article is annotated, on the reading page and
//! on a host page.

mod contributors;
mod guide;

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use brotli::CompressorWriter;

use crate::checks::site;
use crate::dist::LOADER;
use crate::project::{WASM, target};
use crate::steps::{Done, Found};

/// The largest allowed total size of the files that the reading page or a host page loads, in bytes compressed with
/// brotli at quality 11 (1 kB = 1000 bytes). The limits come from the design, not from the size of the current build.
struct Budget {
    name: &'static str,
    /// The file that is loaded first. The files that it refers to are loaded after it.
    file: &'static str,
    /// The binary of the root package that is loaded. The loader also refers to the other one, which only the custom
    /// element loads and which does not count here.
    binary: &'static str,
    limit: usize,
}

const BUDGETS: &[Budget] = &[
    Budget { name: "page", file: "index.html", binary: "app", limit: 680_000 },
    Budget { name: "embed", file: LOADER, binary: "embed", limit: 640_000 },
];

/// The limit for the loader alone, which a host page loads before the browser is idle. In bytes, compressed as above.
const LOADER_BUDGET: usize = 3_000;

/// A built file and its size in bytes, as it is and compressed with brotli.
struct Weight {
    name: String,
    raw: usize,
    brotli: usize,
}

/// Checks the sizes of the built distribution and prints them.
///
/// # Errors
/// When a total is over its budget, the sizes in the guide are out of date, or a file cannot be read.
pub fn budget(_: &mut Found) -> Result<Done> {
    let site = site()?;
    let mut weights = Vec::new();
    let mut notes = Vec::new();
    let mut is_over = false;
    for budget in BUDGETS {
        let text = fs::read_to_string(site.join(budget.file))
            .with_context(|| format!("there is no {} in the distribution", budget.file))?;
        let is_other = |name: &str| {
            BUDGETS.iter().any(|other| other.binary != budget.binary && name.starts_with(other.binary))
        };
        let is_loaded = |name: &str| name == budget.file || (text.contains(name) && !is_other(name));
        weigh(&site, is_loaded, &mut weights)?;
        println!("\n{} ({}, of {} bytes)", budget.name, budget.file, budget.limit);
        println!("{:>12} {:>12}", "bytes", "brotli 11");
        let (mut raw, mut brotli) = (0, 0);
        for weight in weights.iter().filter(|weight| is_loaded(&weight.name)) {
            println!("{:>12} {:>12}  {}", weight.raw, weight.brotli, weight.name);
            raw += weight.raw;
            brotli += weight.brotli;
        }
        println!("{raw:>12} {brotli:>12}  total");
        notes.push(note(budget.name, brotli, budget.limit));
        if budget.file == LOADER {
            let loaded: Vec<&Weight> = weights.iter().filter(|weight| is_loaded(&weight.name)).collect();
            guide::check(&loaded)?;
        }
        if brotli > budget.limit {
            is_over = true;
            let compiled = target().join(WASM).join("web").join(format!("{}.wasm", budget.binary));
            println!("\nThe largest parts of the program's code, in bytes before wasm-opt and compression:");
            for (name, bytes) in contributors::contributors(&compiled)? {
                println!("{bytes:>12}  {name}");
            }
        }
    }
    let loader = weights.iter().find(|weight| weight.name == LOADER).map_or(0, |weight| weight.brotli);
    notes.push(note("loader", loader, LOADER_BUDGET));
    is_over |= loader > LOADER_BUDGET;

    let notes = notes.join(", ");
    ensure!(!is_over, "over budget: {notes}");
    Ok(Done::Completed(notes))
}

fn note(name: &str, brotli: usize, limit: usize) -> String {
    format!("{name} {:.1} kB of {} kB", brotli as f64 / 1000.0, limit / 1000)
}

/// Adds the sizes of the loaded files of a folder to `weights`, except those that it has already. Keeps it sorted,
/// largest first.
fn weigh(folder: &Path, is_loaded: impl Fn(&str) -> bool, weights: &mut Vec<Weight>) -> Result<()> {
    let entries = fs::read_dir(folder).with_context(|| format!("could not read {}", folder.display()))?;
    for entry in entries {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_file() && is_loaded(&name) && weights.iter().all(|weight| weight.name != name) {
            let bytes = fs::read(&path).with_context(|| format!("could not read {}", path.display()))?;
            weights.push(Weight { name, raw: bytes.len(), brotli: brotli_length(&bytes)? });
        }
    }
    weights.sort_by_key(|weight| std::cmp::Reverse(weight.brotli));
    Ok(())
}

/// Returns the number of bytes after compression with brotli, quality 11, window of 4 MiB (2^22).
fn brotli_length(bytes: &[u8]) -> Result<usize> {
    let mut writer = CompressorWriter::new(Vec::new(), 1 << 16, 11, 22);
    writer.write_all(bytes)?;
    Ok(writer.into_inner().len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compressed_lengths_include_the_end_of_the_stream() {
        assert!(brotli_length(b"").expect("in memory") <= 2);
        let text = "Le président a été élu. ".repeat(1000);
        let length = brotli_length(text.as_bytes()).expect("in memory");
        assert!((10..100).contains(&length), "{length}");
    }
}
