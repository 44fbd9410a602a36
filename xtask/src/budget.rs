//! The size budget: what a reader downloads before the first article stands annotated.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use brotli::CompressorWriter;

use crate::checks::site;
use crate::steps::{Done, Found};

/// Bytes over the network for the first load of the reading page with the French pack, all files, as brotli
/// at quality 11 (1 kB = 1000 bytes). Set by the design, not by what the build happens to weigh.
const BUDGET: usize = 700_000;

/// A built file and what it weighs.
struct Weight {
    name: String,
    raw: usize,
    brotli: usize,
}

/// Weighs every file of the built release.
///
/// # Errors
/// When they are over budget together, or cannot be read.
pub fn budget(_: &mut Found) -> Result<Done> {
    let site = site()?;
    let mut weights = Vec::new();
    weigh_folder(&site, &site, &mut weights)?;
    weights.sort_by_key(|weight| std::cmp::Reverse(weight.brotli));
    let raw: usize = weights.iter().map(|weight| weight.raw).sum();
    let brotli: usize = weights.iter().map(|weight| weight.brotli).sum();

    println!("{:>12} {:>12}", "bytes", "brotli 11");
    for weight in &weights {
        println!("{:>12} {:>12}  {}", weight.raw, weight.brotli, weight.name);
    }
    println!("{raw:>12} {brotli:>12}  together, of {BUDGET}");

    let note = format!("{} kB of {} kB", brotli.div_ceil(1000), BUDGET / 1000);
    ensure!(brotli <= BUDGET, "{note}: {} bytes over budget", brotli - BUDGET);
    Ok(Done::Did(note))
}

fn weigh_folder(site: &Path, folder: &Path, weights: &mut Vec<Weight>) -> Result<()> {
    let entries = fs::read_dir(folder).with_context(|| format!("could not read {}", folder.display()))?;
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() {
            weigh_folder(site, &path, weights)?;
        } else {
            let bytes = fs::read(&path).with_context(|| format!("could not read {}", path.display()))?;
            let name = path.strip_prefix(site).unwrap_or(&path).display().to_string();
            weights.push(Weight { name, raw: bytes.len(), brotli: brotli_length(&bytes)? });
        }
    }
    Ok(())
}

/// Length of the bytes as a web server would send them: brotli, quality 11, window of 4 MiB (2^22).
fn brotli_length(bytes: &[u8]) -> Result<usize> {
    let mut writer = CompressorWriter::new(Vec::new(), 1 << 16, 11, 22);
    writer.write_all(bytes)?;
    Ok(writer.into_inner().len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_those_of_the_whole_stream() {
        assert!(brotli_length(b"").expect("in memory") <= 2);
        let text = "Le président a été élu. ".repeat(1000);
        let length = brotli_length(text.as_bytes()).expect("in memory");
        assert!((10..100).contains(&length), "{length}");
    }
}
