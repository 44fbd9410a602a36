//! Reads articles and rows from files and standard input.

use manicule_core::text::{NotText, decode};
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use std::fs::File;
use std::io::{self, ErrorKind, IsTerminal, Read};
use std::path::Path;

/// Largest article, in bytes. No real article is larger, and its annotations would take many times its size in
/// memory.
const LARGEST_ARTICLE: usize = 100_000_000;

/// [`LARGEST_ARTICLE`] in messages.
const LARGEST_ARTICLE_TEXT: &str = "100 MB";

/// An opened input and its size in bytes, if known.
pub struct Source {
    pub reader: Box<dyn Read + Send>,
    pub size: Option<u64>,
}

/// The name of the input at `path` in messages.
pub fn name(path: &Path) -> String {
    if is_stdin(path) { "standard input".to_owned() } else { path.display().to_string() }
}

/// The path of an input as a relative or absolute URI reference, percent-encoded (RFC 3986).
pub fn reference(path: &Path) -> String {
    // The colon is escaped because the first segment of a relative path would be parsed as a scheme.
    const ESCAPED: &AsciiSet = &CONTROLS
        .add(b' ')
        .add(b'"')
        .add(b'#')
        .add(b'%')
        .add(b':')
        .add(b'<')
        .add(b'>')
        .add(b'?')
        .add(b'\\')
        .add(b'^')
        .add(b'`')
        .add(b'{')
        .add(b'|')
        .add(b'}');
    utf8_percent_encode(&path.to_string_lossy(), ESCAPED).to_string()
}

/// Whether `path` is the `-` of standard input.
pub fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// Opens the input at `path`, where `-` is standard input. An error is a message for the user, with advice.
pub fn open(path: &Path) -> Result<Source, String> {
    if is_stdin(path) {
        if io::stdin().is_terminal() {
            crate::report_error("reading from the terminal; end with Ctrl-D on an empty line");
        }
        return Ok(Source { reader: Box::new(io::stdin()), size: None });
    }
    let file = File::open(path).map_err(|error| describe(&error))?;
    let metadata = file.metadata().map_err(|error| describe(&error))?;
    if metadata.is_dir() {
        return Err("is a folder; name the files in it".to_owned());
    }
    Ok(Source { size: metadata.is_file().then_some(metadata.len()), reader: Box::new(file) })
}

/// Reads the article at `path`. An error is a message for the user, with advice.
///
/// Its encoding is recognised as [`decode`] describes. A byte order mark is not part of the text (The Unicode Standard, § 23.8), and offsets do not count it.
pub fn read_text(path: &Path) -> Result<String, String> {
    let Source { reader, size } = open(path)?;
    let too_large = || {
        format!("is over {LARGEST_ARTICLE_TEXT}; split it into articles, or give them as rows with --ndjson")
    };
    if size.is_some_and(|size| size > LARGEST_ARTICLE as u64) {
        return Err(too_large());
    }
    let mut bytes = Vec::with_capacity(size.unwrap_or(0) as usize);
    reader.take(LARGEST_ARTICLE as u64 + 1).read_to_end(&mut bytes).map_err(|error| describe(&error))?;
    if bytes.len() > LARGEST_ARTICLE {
        return Err(too_large());
    }
    let text = decode(bytes).map_err(|kind| match kind {
        NotText::Pdf => "is a PDF document; extract its text first, for example with pdftotext",
        NotText::Binary => "is not text",
    })?;
    if text.trim().is_empty() {
        return Err("is empty; there is nothing to annotate".to_owned());
    }
    Ok(text)
}

/// A message for the user about an error of reading, with advice.
pub fn describe(error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "there is no such file; check its name".to_owned(),
        ErrorKind::PermissionDenied => "cannot be read; check its permissions".to_owned(),
        ErrorKind::IsADirectory => "is a folder; name the files in it".to_owned(),
        _ => format!("cannot be read: {error}"),
    }
}
