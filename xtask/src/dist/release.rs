//! The files that trunk built, and the hashes of files.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha384};

use super::glue::published;
use super::{read, write};

/// The pack's published name, before the hash of its content. Every common web server sends files with this extension:
/// see decision 33.
const PACK: &str = "fr.bin";

/// A release build of the reading page: its folder and the names of the files in it.
pub struct Release {
    /// The folder that contains the files.
    pub folder: PathBuf,
    /// The HTML page, which refers to the other files.
    pub page: &'static str,
    /// The JavaScript that wasm-bindgen generates.
    pub glue: String,
    /// The program, as WebAssembly.
    pub wasm: String,
    /// The French language pack.
    pub pack: String,
}

impl Release {
    /// Finds the files that trunk wrote to `folder`, and adds a hash of the content to names that have none, so that a
    /// browser with a cached release never mixes two releases.
    ///
    /// # Errors
    /// When a file is missing, or several match where one is expected.
    pub fn of(folder: &Path) -> Result<Release> {
        let mut release = Release {
            folder: folder.to_owned(),
            page: "index.html",
            glue: find_only(folder, "app-", ".js")?,
            wasm: find_only(folder, "app-", "_bg.wasm")?,
            pack: "fr.pack".to_owned(),
        };
        release.publish_glue()?;
        release.rename("start.js", "start.js")?;
        release.pack = release.rename("fr.pack", PACK)?;
        Ok(release)
    }

    /// Returns the bytes of the file with this name.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn bytes(&self, name: &str) -> Result<Vec<u8>> {
        let path = self.folder.join(name);
        fs::read(&path).with_context(|| format!("could not read {}", path.display()))
    }

    /// Makes wasm-bindgen's JavaScript fit for publication. The page's style sheets are not stripped, because their
    /// names have trunk's hashes of their content.
    fn publish_glue(&self) -> Result<()> {
        let path = self.folder.join(&self.glue);
        write(&path, published(&read(&path)?))
    }

    /// Renames a file to `new` with the hash of its content, also in the page, and returns the new name.
    fn rename(&self, name: &str, new: &str) -> Result<String> {
        let bytes = self.bytes(name)?;
        let hashed = hashed_name(new, &bytes);
        let page = self.folder.join(self.page);
        let text = read(&page)?;
        ensure!(text.contains(name), "index.html does not refer to {name}");
        write(&page, text.replace(name, &hashed))?;
        fs::rename(self.folder.join(name), self.folder.join(&hashed))
            .with_context(|| format!("could not rename {name}"))?;
        Ok(hashed)
    }
}

/// Removes indentation, empty lines and whole-line comments from a script or style sheet. Its meaning must not depend
/// on white space at the start of a line, as in a template literal of several lines.
pub fn stripped(code: &str) -> String {
    let mut in_comment = false;
    let lines = code.lines().map(str::trim).filter(|line| {
        in_comment |= line.starts_with("/*") && (line.ends_with("*/") || !line.contains("*/"));
        let keep = !in_comment && !line.is_empty() && !line.starts_with("//");
        in_comment &= !line.ends_with("*/");
        keep
    });
    lines.map(|line| format!("{line}\n")).collect()
}

/// Returns the name of the only file in `folder` that starts with `start` and ends with `end`.
fn find_only(folder: &Path, start: &str, end: &str) -> Result<String> {
    let entries = fs::read_dir(folder).with_context(|| format!("could not read {}", folder.display()))?;
    let mut names: Vec<String> =
        entries.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned())).collect::<Result<_>>()?;
    names.retain(|name| name.starts_with(start) && name.ends_with(end));
    ensure!(names.len() == 1, "expected one file {start}…{end} in the build, found {}", names.len());
    Ok(names.remove(0))
}

/// Returns `name` with 16 hexadecimal digits of the content's SHA-384 inserted before the extension.
pub fn hashed_name(name: &str, bytes: &[u8]) -> String {
    let digest = Sha384::digest(bytes);
    let hash: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
    format!("{stem}-{hash}.{extension}")
}

/// Returns the hash of `bytes` in the format of `integrity` attributes and content security policies (W3C Subresource
/// Integrity): `sha384-` and the digest in base64.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", base64(&Sha384::digest(bytes)))
}

/// Encodes bytes in base64 with padding (RFC 4648, section 4).
pub fn base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

/// Replaces the only occurrence of `from` in `text`.
///
/// # Errors
/// When `from` does not occur exactly once: the file has changed, and the code that edits it must follow.
pub fn replace_once(text: &str, from: &str, to: &str) -> Result<String> {
    let count = text.matches(from).count();
    ensure!(count == 1, "expected `{from}` once, found it {count} times");
    Ok(text.replace(from, to))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashed_names_differ_with_content() {
        assert_eq!(hashed_name(PACK, b""), "fr-38b060a751ac9638.bin");
        assert_ne!(hashed_name(PACK, b"a"), hashed_name(PACK, b"b"));
    }

    #[test]
    fn whole_line_comments_and_indentation_are_removed() {
        let script = "/**\n * Adds.\n * @param {any} a\n */\nexport function add(a) {\n    // one\n    return a + 1; // more\n}\n/* end */\n\nconst b = '/*';\n";
        assert_eq!(stripped(script), "export function add(a) {\nreturn a + 1; // more\n}\nconst b = '/*';\n");
        let style = "/* Two\n   lines */\n\n.a {\n  /* one */\n  color: red;\n}\n/* inline */ .b {\n}\n";
        assert_eq!(stripped(style), ".a {\ncolor: red;\n}\n/* inline */ .b {\n}\n");
    }

    #[test]
    fn integrity_is_as_browsers_compute_it() {
        assert_eq!(
            integrity(b"alert('Hello, world.');"),
            "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO"
        );
    }

    #[test]
    fn only_a_single_occurrence_is_replaced() {
        assert_eq!(replace_once("a b c", "b", "x").expect("once"), "a x c");
        assert!(replace_once("a c", "b", "x").is_err());
        assert!(replace_once("b b", "b", "x").is_err());
    }
}
