//! The words of a block: its text and its highlights, in pieces that browsers can lay out.

use super::View;
use super::mark::mark;
use crate::state::Document;
use manicule_core::Span;
use yew::prelude::*;

/// Maximum size of a text node in bytes. Browsers shape a text node again for each of its lines, which takes quadratic
/// time for a long text without a space.
const TEXT_SIZE: usize = 1024;

/// Minimum size of a piece in bytes; a block of up to twice this size has no pieces. The browser skips the layout of
/// pieces that are not near the viewport.
const PIECE_SIZE: usize = 8 * 1024;

/// A highlight or a text node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Part {
    span: Span,
    /// The index of the highlight.
    highlight: Option<usize>,
}

/// Renders the text of `span`, divided at its highlights.
pub(super) fn words(document: &Document, view: &View, span: Span) -> Vec<Html> {
    nodes(document, view, &shown_parts(document, view, span))
}

/// As [`words`], but a long text is divided into pieces; it is still copied as one line.
pub(super) fn pieces(document: &Document, view: &View, span: Span) -> Vec<Html> {
    if span.len() <= 2 * PIECE_SIZE {
        return words(document, view, span);
    }
    let parts = shown_parts(document, view, span);
    let piece = |parts| html! { <span class="piece">{ nodes(document, view, parts) }</span> };
    grouped(&document.text, &parts).into_iter().map(piece).collect()
}

/// The direction of a text: that of its first letter, as the browser determines it for `dir="auto"`. With that
/// attribute it would do so after each inserted node, which takes quadratic time for many highlights.
pub(super) fn direction(text: &str) -> &'static str {
    let direction = text.chars().find_map(|char| match char {
        '\u{200E}' => Some("ltr"),
        '\u{200F}' | '\u{61C}' => Some("rtl"),
        _ if !char.is_alphabetic() => None,
        // Hebrew, Arabic and the scripts beside them (Unicode Standard Annex 9, DerivedBidiClass.txt).
        '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFE}' => Some("rtl"),
        '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}' => Some("rtl"),
        _ => Some("ltr"),
    });
    direction.unwrap_or("ltr")
}

fn nodes(document: &Document, view: &View, parts: &[Part]) -> Vec<Html> {
    let node = |part: &Part| match (&view.annotated, part.highlight) {
        (Some(annotated), Some(index)) => mark(&document.text, annotated, index, view.locale),
        _ => Html::from(part.span.of(&document.text)),
    };
    parts.iter().map(node).collect()
}

/// The parts of `span` with the highlights that `view` shows.
fn shown_parts(document: &Document, view: &View, span: Span) -> Vec<Part> {
    let Some(annotated) = &view.annotated else { return parts(&document.text, span, std::iter::empty()) };
    let marks = annotated
        .within(span.start, span.end)
        .map(|index| (index, annotated.highlights[index].span))
        .filter(|&(index, marked)| annotated.is_shown(index, view.filter) && marked.end <= span.end);
    parts(&document.text, span, marks)
}

/// Divides `span` at `marks`, the highlights in it with their indices.
fn parts(text: &str, span: Span, marks: impl Iterator<Item = (usize, Span)>) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut start = span.start;
    let end = std::iter::once((None, Span::new(span.end, span.end)));
    for (highlight, marked) in marks.map(|(index, marked)| (Some(index), marked)).chain(end) {
        while start < marked.start {
            let end = start + text_end(&text[start..marked.start]);
            parts.push(Part { span: Span::new(start, end), highlight: None });
            start = end;
        }
        if highlight.is_some() {
            parts.push(Part { span: marked, highlight });
            start = marked.end;
        }
    }
    parts
}

/// The end of the first text node of `text`: after white space if possible, else before a letter or digit, so that
/// combining characters stay with theirs.
fn text_end(text: &str) -> usize {
    if text.len() <= TEXT_SIZE {
        return text.len();
    }
    let limit = text.floor_char_boundary(TEXT_SIZE);
    let head = &text[..limit];
    let after_space = head.trim_end_matches(|char: char| !char.is_whitespace()).len();
    if after_space > TEXT_SIZE / 2 {
        return after_space;
    }
    let letter = head.char_indices().rev().take(32).find(|(_, char)| char.is_alphanumeric());
    letter.map_or(limit, |(at, _)| if at > 0 { at } else { limit })
}

/// Groups `parts` to pieces, which end after a space if possible: a line ends with each.
fn grouped<'p>(text: &str, parts: &'p [Part]) -> Vec<&'p [Part]> {
    let mut size = 0;
    parts
        .chunk_by(|part, _| {
            size += part.span.len();
            let may_end = part.highlight.is_none() && part.span.of(text).ends_with([' ', '\n']);
            let ends = size >= 2 * PIECE_SIZE || size >= PIECE_SIZE && may_end;
            size = if ends { 0 } else { size };
            !ends
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Span {
        Span::new(0, text.len())
    }

    #[test]
    fn parts_and_pieces_cover_the_text() {
        let names = "Marie Durand et ".repeat(4_000);
        let spans = (0..4_000).map(|index| (index, Span::new(16 * index, 16 * index + 12)));
        let many = parts(&names, all(&names), spans);
        for (text, parts) in [
            (&*names, many),
            (&names, parts(&names, all(&names), std::iter::empty())),
            (&"1".repeat(100_000), parts(&"1".repeat(100_000), Span::new(0, 100_000), std::iter::empty())),
        ] {
            let joined: String = parts.iter().map(|part| part.span.of(text)).collect();
            assert_eq!(joined, text);
            assert!(parts.iter().all(|part| !part.span.is_empty() && part.span.len() <= TEXT_SIZE));
            let pieces = grouped(text, &parts);
            assert_eq!(pieces.concat(), parts);
            let sizes: Vec<usize> =
                pieces.iter().map(|piece| piece.iter().map(|part| part.span.len()).sum()).collect();
            let (_, whole) = sizes.split_last().expect("there are pieces");
            assert!(
                whole.iter().all(|size| (PIECE_SIZE..2 * PIECE_SIZE + TEXT_SIZE).contains(size)),
                "{sizes:?}"
            );
        }
    }

    #[test]
    fn a_piece_ends_after_a_space() {
        let text = "Marie Durand, Jean Petit, ".repeat(2_000);
        let parts = parts(&text, all(&text), std::iter::empty());
        let pieces = grouped(&text, &parts);
        assert!(pieces.len() > 2);
        for piece in pieces {
            assert!(piece.last().is_some_and(|part| part.span.of(&text).ends_with(' ')));
        }
    }

    #[test]
    fn combining_characters_stay_with_their_letters() {
        let text = "e\u{301}".repeat(2_000);
        for part in parts(&text, all(&text), std::iter::empty()) {
            assert!(part.span.of(&text).starts_with('e'));
        }
    }

    #[test]
    fn the_first_letter_gives_the_direction() {
        for (text, expected) in [
            ("", "ltr"),
            ("12 – « Été »", "ltr"),
            ("12 – שלום, Paris", "rtl"),
            ("\u{661}\u{662} a", "ltr"),
            ("السلام", "rtl"),
            ("\u{200F}Paris", "rtl"),
            ("Paris – שלום", "ltr"),
        ] {
            assert_eq!(direction(text), expected, "{text}");
        }
    }
}
