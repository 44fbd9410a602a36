//! The mapping between bytes of the gathered text and positions in the page's text nodes.

use super::dom::StaticRange;
use super::gather::Piece;
use js_sys::Object;
use manicule_core::Span;
use std::cell::Cell;
use wasm_bindgen::JsCast;
use web_sys::{Node, Range, StaticRangeInit, Text};

/// Maps byte offsets of an article's text to its text nodes, and back.
#[derive(Debug, Default)]
pub struct TextMap {
    nodes: Vec<Text>,
    /// Their `node` is an index into `nodes`.
    pieces: Vec<Piece>,
    /// The last position that was computed: the start of its piece, its byte offset, and the UTF-16 units between the
    /// two. The next one is often a few words after it.
    last: Cell<(usize, usize, u32)>,
}

/// A position in the page: a text node and an offset in it, in UTF-16 code units.
pub type Position<'p> = (&'p Text, u32);

impl TextMap {
    /// The map for `pieces` of the nodes in `sources`.
    pub fn new(pieces: Vec<Piece>, sources: &[Node]) -> TextMap {
        let mut map = TextMap::default();
        let mut last = None;
        for piece in pieces {
            if last != Some(piece.node) {
                last = Some(piece.node);
                map.nodes.push(sources[piece.node].clone().unchecked_into());
            }
            map.pieces.push(Piece { node: map.nodes.len() - 1, ..piece });
        }
        map
    }

    /// Where the `span` of `text` begins and ends in the page; none if no character of it is in the page.
    pub fn endpoints(&self, text: &str, span: Span) -> Option<(Position<'_>, Position<'_>)> {
        let first = self.pieces.partition_point(|piece| piece.span.end <= span.start);
        let last = self.pieces.partition_point(|piece| piece.span.start < span.end).checked_sub(1)?;
        let (first, last) = (self.pieces.get(first)?, self.pieces.get(last)?);
        let position = |piece: &Piece, offset: usize| {
            let offset = offset.clamp(piece.span.start, piece.span.end);
            let (from, before) = match self.last.get() {
                (start, from, before) if start == piece.span.start && from <= offset => (from, before),
                _ => (piece.span.start, 0),
            };
            let before = before + utf16_len(&text[from..offset]);
            self.last.set((piece.span.start, offset, before));
            (&self.nodes[piece.node], piece.at + before)
        };
        (first.span.start < span.end && span.start < last.span.end)
            .then(|| (position(first, span.start), position(last, span.end)))
    }

    /// The text nodes of the `span` of `text`: each node, and where the span begins and ends in it, in UTF-16 code
    /// units.
    pub fn parts(&self, text: &str, span: Span) -> Vec<(Text, u32, u32)> {
        let first = self.pieces.partition_point(|piece| piece.span.end <= span.start);
        let pieces = self.pieces[first..].iter().take_while(|piece| piece.span.start < span.end);
        let mut parts: Vec<(Text, u32, u32)> = Vec::new();
        for piece in pieces {
            let start = piece.at + utf16_len(&text[piece.span.start..span.start.max(piece.span.start)]);
            let end = piece.at + utf16_len(&text[piece.span.start..span.end.min(piece.span.end)]);
            let node = &self.nodes[piece.node];
            match parts.last_mut() {
                // The gap between two pieces of a node is collapsed white space.
                Some((last, _, until)) if last == node => *until = end,
                _ => parts.push((node.clone(), start, end)),
            }
        }
        parts
    }

    /// A function that returns a static range over a span of `text`, or none if no character of the span is in the
    /// page. Unlike live ranges, static ranges do not slow down changes of the document.
    pub fn static_ranges(&self, text: &str) -> impl Fn(Span) -> Option<StaticRange> {
        // The constructor copies the values, so one object is enough for all ranges.
        let init: StaticRangeInit = Object::new().unchecked_into();
        move |span| {
            let ((first, start), (last, end)) = self.endpoints(text, span)?;
            init.set_start_container(first);
            init.set_start_offset(start);
            init.set_end_container(last);
            init.set_end_offset(end);
            Some(StaticRange::new(&init))
        }
    }

    /// A live range over the `span` of `text`, for measuring; none if no character of it is in the page any more.
    pub fn range(&self, text: &str, span: Span) -> Option<Range> {
        let ((first, start), (last, end)) = self.endpoints(text, span)?;
        let range = Range::new().ok()?;
        // Throws if the page has changed and has not been gathered again yet.
        range.set_start(first, start).and_then(|()| range.set_end(last, end)).ok()?;
        Some(range)
    }

    /// The byte offset in `text` of the position `offset`, in UTF-16 code units, of `node`; none if the node is not
    /// mapped.
    pub fn offset(&self, text: &str, node: &Node, offset: u32) -> Option<usize> {
        // Nodes are in document order.
        let at = self.nodes.partition_point(|own| {
            own.compare_document_position(node) & Node::DOCUMENT_POSITION_FOLLOWING != 0
        });
        let own: &Node = self.nodes.get(at)?;
        if own != node {
            return None;
        }
        let after = self.pieces.partition_point(|piece| (piece.node, piece.at) <= (at, offset));
        let piece = self.pieces[..after].last().filter(|piece| piece.node == at)?;
        let words = piece.span.of(text);
        let mut left = offset - piece.at;
        let within = words.char_indices().find(|(_, char)| {
            let is_here = (char.len_utf16() as u32) > left;
            left = left.saturating_sub(char.len_utf16() as u32);
            is_here
        });
        Some(piece.span.start + within.map_or(words.len(), |(at, _)| at))
    }
}

/// The length of `text` in UTF-16 code units: one for each character, two for those of four bytes in UTF-8.
fn utf16_len(text: &str) -> u32 {
    text.bytes().map(|byte| u32::from(byte & 0xC0 != 0x80) + u32::from(byte >= 0xF0)).sum()
}
