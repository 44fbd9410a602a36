//! What a compiled program is made of, crate by crate.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

/// How many crates or modules are named.
const NAMED: usize = 12;

/// The largest contributors to the code of the WebAssembly file at `path`, which must still have the names of its
/// functions: bytes of code before `wasm-opt` and compression, for each crate, and for our own crates each module.
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
    totals.truncate(NAMED);
    Ok(totals)
}

/// The crate of a mangled function name, with the module for crates of this project: `yew`, `manicule::host`.
fn module(mangled: &str) -> String {
    let path = format!("{:#}", rustc_demangle::demangle(mangled));
    // "<manicule::page::app::Page as yew::…>::create" and "&manicule_core::…" belong to the type that comes first.
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
    fn functions_belong_to_the_type_or_module_that_comes_first() {
        for (name, expected) in [
            ("_ZN13manicule_core6figure4find17h0123456789abcdefE", "manicule_core::figure"),
            ("_ZN4core3fmt9Formatter3pad17h0123456789abcdefE", "core"),
            ("dlmalloc", "dlmalloc"),
        ] {
            assert_eq!(module(name), expected);
        }
    }
}
