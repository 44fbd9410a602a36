//! The map between the gathered text and the text nodes of the page.

use super::dom::StaticRange;
use js_sys::Object;
use manicule_core::Span;
use std::cell::Cell;
use wasm_bindgen::JsCast;
use web_sys::{Node, Range, StaticRangeInit, Text};

/// The text nodes of an article, and the part of the gathered text that each contains.
#[derive(Debug, Default)]
pub struct TextMap {
    nodes: Vec<Text>,
    pieces: Vec<Piece>,
    /// The last position that was converted: start of its piece, byte offset, and UTF-16 offset in the piece. The next one is
    /// often close after it.
    last: Cell<(usize, usize, u32)>,
}

/// A part of the text that is contiguous in one text node.
#[derive(Clone, Copy, Debug)]
struct Piece {
    /// Index of the node.
    node: usize,
    /// Offset of the piece in the node, in UTF-16 units.
    at: u32,
    /// The span of the piece in the text.
    span: Span,
}

/// A position in the page: a text node and an offset in it, in UTF-16 units.
pub type Position<'p> = (&'p Text, u32);

impl TextMap {
    /// Records that the text at `span` is in `node` from `at` on, in UTF-16 units. Spans must be added in order; empty ones
    /// are ignored.
    pub(super) fn push(&mut self, node: &Text, at: u32, span: Span) {
        if span.is_empty() {
            return;
        }
        let is_known = self.nodes.last().is_some_and(|last| last == node);
        if !is_known {
            self.nodes.push(node.clone());
        }
        self.pieces.push(Piece { node: self.nodes.len() - 1, at, span });
    }

    /// Removes the part of the map after the byte `end`.
    pub(super) fn truncate(&mut self, end: usize) {
        while self.pieces.last().is_some_and(|piece| piece.span.start >= end) {
            self.pieces.pop();
        }
        if let Some(last) = self.pieces.last_mut() {
            last.span.end = last.span.end.min(end);
        }
    }

    /// The start and end of `span` in the page; none if no text of it is in the page.
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

    /// The parts of `span` by text node: the node, and the start and end in it, in UTF-16 units.
    pub fn parts(&self, text: &str, span: Span) -> Vec<(Text, u32, u32)> {
        let first = self.pieces.partition_point(|piece| piece.span.end <= span.start);
        let pieces = self.pieces[first..].iter().take_while(|piece| piece.span.start < span.end);
        let mut parts: Vec<(Text, u32, u32)> = Vec::new();
        for piece in pieces {
            let start = piece.at + utf16_len(&text[piece.span.start..span.start.max(piece.span.start)]);
            let end = piece.at + utf16_len(&text[piece.span.start..span.end.min(piece.span.end)]);
            let node = &self.nodes[piece.node];
            match parts.last_mut() {
                // Only white space is left out between two pieces of a node.
                Some((last, _, until)) if last == node => *until = end,
                _ => parts.push((node.clone(), start, end)),
            }
        }
        parts
    }

    /// Returns a function that makes static ranges over spans of `text`; none if no text of the span is in the page. Unlike
    /// live ranges they do not slow down changes of the page.
    pub fn static_ranges(&self, text: &str) -> impl Fn(Span) -> Option<StaticRange> {
        // The browser copies the values, so one object serves for all ranges.
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

    /// A live range over `span`, for measuring; none if no text of it is in the page.
    pub fn range(&self, text: &str, span: Span) -> Option<Range> {
        let ((first, start), (last, end)) = self.endpoints(text, span)?;
        let range = Range::new().ok()?;
        // Fails if the page has changed and was not gathered again yet.
        range.set_start(first, start).and_then(|()| range.set_end(last, end)).ok()?;
        Some(range)
    }

    /// The byte offset in `text` of `offset` UTF-16 units in `node`; none if the node is not part of the article.
    pub fn offset(&self, text: &str, node: &Node, offset: u32) -> Option<usize> {
        // The nodes are in document order.
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

/// The number of UTF-16 units of `words`: one per character, two for characters of four bytes.
fn utf16_len(words: &str) -> u32 {
    words.bytes().map(|byte| u32::from(byte & 0xC0 != 0x80) + u32::from(byte >= 0xF0)).sum()
}
