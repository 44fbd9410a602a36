//! Passages in quotation marks and their speakers.

mod anaphora;
mod gender;
mod speaker;

use crate::text::Span;
pub(crate) use speaker::Speakers;

/// A passage in quotation marks.
#[derive(Clone, Debug, PartialEq)]
pub struct Quote {
    /// The quoted words, without the quotation marks and the white space next to them.
    pub span: Span,
    /// The speaker: an index into [`Annotations::entities`](crate::Annotations::entities). `None` if none was found.
    pub speaker: Option<usize>,
}

/// The passages in quotation marks in `block`, in order, each without its marks. Nested quotations are not included.
///
/// A passage that begins the block and is not closed extends to the block's end, as in quotations of several
/// paragraphs. Other unpaired marks are ignored, because they may not be quotation marks (inches, ditto).
pub(crate) fn find(text: &str, block: Span) -> Vec<Span> {
    let mut quotes = Vec::new();
    let mut open: Option<(char, usize)> = None;
    let mut before = None;
    let mut chars = block.of(text).char_indices().peekable();
    while let Some((offset, c)) = chars.next() {
        let at = block.start + offset;
        match open {
            Some((closing, start)) if c == closing => {
                quotes.extend(trimmed(text, start, at));
                open = None;
            }
            None => {
                let next_is_space = chars.peek().is_none_or(|(_, next)| next.is_whitespace());
                open = match c {
                    '«' => Some(('»', at + c.len_utf8())),
                    '“' | '„' => Some(('”', at + c.len_utf8())),
                    '"' if !next_is_space && !before.is_some_and(char::is_alphanumeric) => {
                        Some(('"', at + 1))
                    }
                    _ => None,
                };
            }
            Some(_) => {}
        }
        before = Some(c);
    }
    if let Some((_, start)) = open
        && text[block.start..start].chars().count() == 1
    {
        quotes.extend(trimmed(text, start, block.end));
    }
    quotes
}

/// The span `start..end` without leading and trailing white space; `None` if nothing is left.
fn trimmed(text: &str, start: usize, end: usize) -> Option<Span> {
    let words = text[start..end].trim_start();
    let start = end - words.len();
    let words = words.trim_end();
    (!words.is_empty()).then(|| Span::new(start, start + words.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let got: Vec<&str> =
            find(text, Span::new(0, text.len())).iter().map(|quote| quote.of(text)).collect();
        assert_eq!(got, expected);
    }

    #[test]
    fn all_kinds_of_quotation_marks_are_found() {
        check("Il a dit « oui » et “non”.", &["oui", "non"]);
        check("soutenir l'\"opération\" en cours", &["opération"]);
        check("« Il a dit \"non\" hier »", &["Il a dit \"non\" hier"]);
    }

    #[test]
    fn unpaired_marks_quote_only_at_the_start_of_a_block() {
        check("un écran de 15\" de large", &[]);
        check("Une « phrase sans fin", &[]);
        check("« Premier alinéa d'une longue citation.", &["Premier alinéa d'une longue citation."]);
        check("\"\" et « »", &[]);
    }
}
