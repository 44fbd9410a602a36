//! The JavaScript that wasm-bindgen generates, made fit for publication.

use super::release::stripped;

/// Functions that old pages replace by others of the same name (Prototype, early polyfills), and what the
/// script uses instead. The arguments are those that wasm-bindgen generates.
const REPLACED: &[(&str, &str)] = &[
    // Prototype's `Array.prototype.toJSON` makes arrays strings.
    ("JSON.stringify(arg0)", "JSON.stringify(arg0, asData)"),
    // Some only hide the element.
    ("arg0.remove();", "arg0.parentNode?.removeChild(arg0);"),
];

/// Declarations before the script: the browser's own `Promise`, and a replacer that hides `toJSON` of arrays.
const BEFORE: &str = "const Promise = (async () => {})().constructor;
const asData = (_, value) => {
for (const item of Object.values(value ?? {})) if (Array.isArray(item)) item.toJSON = undefined;
return value;
};
";

/// Returns wasm-bindgen's script without comments and indentation, a seventh of its compressed size, and independent of
/// what old pages do to the language's own objects.
pub fn published(glue: &str) -> String {
    let mut script = stripped(glue);
    for (from, to) in REPLACED {
        script = script.replace(from, to);
    }
    format!("{BEFORE}{script}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_old_pages_replace_is_not_used() {
        let glue = "/* generated */\nimport {\n    a: function(arg0) {\n        arg0.remove();\n    },\n";
        let script = published(glue);
        assert!(script.starts_with("const Promise = "), "{script}");
        assert!(script.ends_with("import {\na: function(arg0) {\narg0.parentNode?.removeChild(arg0);\n},\n"));
    }
}
