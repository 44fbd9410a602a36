//! Checks the sizes in the publishers' guide against the build.

use std::fs;

use anyhow::{Context, Result, ensure};

use super::Weight;
use crate::project::root;

const GUIDE: &str = "embed/README.md";
const START: &str = "<!-- sizes -->\n";
const END: &str = "<!-- /sizes -->";

/// The rows of the table: the label and the prefixes of the file names.
const ROWS: &[(&str, &[&str])] = &[
    ("`manicule.js`, with the page", &["manicule.js"]),
    ("`embed-….js` and `embed_bg-….wasm`, when idle", &["embed-", "embed_bg-"]),
    ("`fr-….bin`, when idle", &["fr-"]),
    ("`manicule-….css`, when idle", &["manicule-"]),
    ("all", &[""]),
];

/// Checks that the sizes in the guide are within 2 % of those of the files that a host page loads.
///
/// # Errors
/// When they differ by more; the message has the correct table.
pub fn check(loaded: &[&Weight]) -> Result<()> {
    let table = table(loaded);
    let guide = fs::read_to_string(root().join(GUIDE)).with_context(|| format!("could not read {GUIDE}"))?;
    let published = guide.split_once(START).and_then(|(_, rest)| rest.split_once(END));
    let (published, _) = published.with_context(|| format!("{GUIDE} has no table of sizes"))?;
    ensure!(agree(published, &table), "the sizes in {GUIDE} are out of date; they are:\n{table}");
    Ok(())
}

fn table(loaded: &[&Weight]) -> String {
    let mut table = String::from("| file | bytes | brotli |\n|---|---|---|\n");
    for (what, starts) in ROWS {
        let files = loaded.iter().filter(|weight| starts.iter().any(|start| weight.name.starts_with(start)));
        let (raw, brotli) =
            files.fold((0, 0), |(raw, brotli), weight| (raw + weight.raw, brotli + weight.brotli));
        table.push_str(&format!("| {what} | {} | {} |\n", rounded(raw), rounded(brotli)));
    }
    table
}

/// Rounds bytes up to a multiple of 100 and formats them with commas: "326,100".
fn rounded(bytes: usize) -> String {
    let hundreds = bytes.div_ceil(100) * 100;
    match hundreds {
        0..1000 => hundreds.to_string(),
        1000..1_000_000 => format!("{},{:03}", hundreds / 1000, hundreds % 1000),
        _ => format!("{},{:03},{:03}", hundreds / 1_000_000, hundreds / 1000 % 1000, hundreds % 1000),
    }
}

/// Whether two tables have equal text and numbers that differ by at most 2 % or 200 bytes.
fn agree(one: &str, other: &str) -> bool {
    let cells =
        |table: &str| -> Vec<String> { table.split('|').map(|cell| cell.trim().to_owned()).collect() };
    let (one, other) = (cells(one), cells(other));
    let number = |cell: &str| cell.replace(',', "").parse::<f64>().ok();
    one.len() == other.len()
        && one.iter().zip(&other).all(|(one, other)| match (number(one), number(other)) {
            (Some(one), Some(other)) => (one - other).abs() <= f64::max(200.0, other * 0.02),
            _ => one == other,
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_agree_within_two_per_cent() {
        let table = |size: &str| format!("| all | {size} |\n");
        assert!(agree(&table("100,000"), &table("101,900")));
        assert!(!agree(&table("100,000"), &table("103,000")));
        assert!(!agree("| all | 1 |\n", "| none | 1 |\n"));
    }

    #[test]
    fn sizes_are_rounded_up_and_have_commas() {
        assert_eq!([950, 1001, 253_078, 1_089_270].map(rounded), ["1,000", "1,100", "253,100", "1,089,300"]);
    }
}
