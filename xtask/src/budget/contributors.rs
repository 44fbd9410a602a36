//! The size of a compiled program's code, by crate.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

/// The number of crates or modules that are listed.
const LISTED: usize = 12;

/// Returns the crates with the most code in the WebAssembly file at `path`, largest first, with their sizes in bytes
/// before `wasm-opt` and compression. This project's crates are divided into modules. The file must have a name
/// section.
///
/// # Errors
/// When the file cannot be read or is not WebAssembly.
pub fn contributors(path: &Path) -> Result<Vec<(String, usize)>> {
    let wasm = fs::read(path).with_context(|| format!("could not read {}", path.display()))?;
    let mut imported = 0;
    let mut sizes: Vec<usize> = Vec::new();
    let mut names: HashMap<u32, String> = HashMap::new();
    for payload in Parser::new(0).parse_all(&wasm) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => sizes.push(body.range().len()),
            Payload::CustomSection(custom) => {
                if let KnownCustom::Name(subsections) = custom.as_known() {
                    for subsection in subsections {
                        if let Name::Function(functions) = subsection? {
                            for naming in functions {
                                let naming = naming?;
                                names.insert(naming.index, module(naming.name));
                            }
                        }
                    }
                }
            }
            _ => {}
        }
    }
    let mut totals: HashMap<&str, usize> = HashMap::new();
    for (index, size) in sizes.iter().enumerate() {
        let name = names.get(&(imported + index as u32)).map_or("without a name", String::as_str);
        *totals.entry(name).or_default() += size;
    }
    let mut totals: Vec<(String, usize)> =
        totals.into_iter().map(|(name, size)| (name.to_owned(), size)).collect();
    totals.sort_unstable_by(|(a, one), (b, other)| other.cmp(one).then(a.cmp(b)));
    totals.truncate(LISTED);
    Ok(totals)
}

/// Returns the crate of a mangled function name, for crates of this project with the module: `yew`, `manicule::host`.
fn module(mangled: &str) -> String {
    let path = format!("{:#}", rustc_demangle::demangle(mangled));
    // "<manicule::page::app::Page as yew::…>::create" and "&manicule_core::…" count for the type that comes first.
    let path = path.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '_');
    let parts: Vec<&str> =
        path.split("::").map(|part| part.split([' ', '<', '>', '(']).next().unwrap_or(part)).collect();
    match parts.as_slice() {
        [own, module, _, ..] if own.starts_with("manicule") => format!("{own}::{module}"),
        [first, ..] => (*first).to_owned(),
        [] => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::module;

    #[test]
    fn functions_count_for_their_crate_or_module() {
        for (name, expected) in [
            ("_ZN13manicule_core6figure4find17h0123456789abcdefE", "manicule_core::figure"),
            ("_ZN4core3fmt9Formatter3pad17h0123456789abcdefE", "core"),
            ("dlmalloc", "dlmalloc"),
        ] {
            assert_eq!(module(name), expected);
        }
    }
}
