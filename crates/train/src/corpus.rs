//! Reads annotated articles.

use manicule_core::Span;
use manicule_core::entity::Class;
use manicule_core::entity::score::class_of;
use std::path::Path;

/// An annotated article.
#[derive(Clone, Debug)]
pub struct Document {
    /// The text of the article.
    pub text: String,
    /// The sorted, non-overlapping names. Of nested names, only the outermost.
    pub names: Vec<(Span, Class)>,
}

#[derive(serde::Deserialize)]
struct Row {
    text: String,
    spans: Vec<(usize, usize, String)>,
}

/// Reads a file of JSON lines `{"id","text","spans":[[start,end,type]]}` with offsets in code points.
///
/// # Errors
/// A message with the path, and the line number if a line is invalid.
pub fn read(path: &Path) -> Result<Vec<Document>, String> {
    let file = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    file.lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(number, line)| {
            let row = serde_json::from_str(line).map_err(|error| error.to_string()).and_then(document);
            row.map_err(|error| format!("{}:{}: {error}", path.display(), number + 1))
        })
        .collect()
}

fn document(row: Row) -> Result<Document, String> {
    let mut bytes: Vec<usize> = row.text.char_indices().map(|(at, _)| at).collect();
    bytes.push(row.text.len());
    let mut spans = row.spans;
    spans.sort_by_key(|&(start, end, _)| (start, std::cmp::Reverse(end)));
    let mut names = Vec::new();
    let mut covered = 0;
    for (start, end, kind) in spans {
        let (Some(&first), Some(&last)) = (bytes.get(start), bytes.get(end)) else {
            return Err(format!("a span ends at {end}, past the text"));
        };
        if first < covered || first >= last {
            continue;
        }
        covered = last;
        if let Some(class) = class_of(&kind) {
            names.push((Span::new(first, last), class));
        }
    }
    Ok(Document { text: row.text, names })
}
