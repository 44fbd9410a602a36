//! Where the gathered text is in the page, and the other way round.

use super::dom::StaticRange;
use js_sys::Object;
use manicule_core::Span;
use std::cell::Cell;
use wasm_bindgen::JsCast;
use web_sys::{Node, Range, StaticRangeInit, Text};

/// The text nodes of an article, and which part of the text each holds.
#[derive(Debug, Default)]
pub struct Places {
    nodes: Vec<Text>,
    pieces: Vec<Piece>,
    /// Where the piece asked for last begins, the offset in it, and its units from there: the next one is often a few
    /// words on.
    last: Cell<(usize, usize, u32)>,
}

/// A stretch of the text that one node holds without anything left out.
#[derive(Clone, Copy, Debug)]
struct Piece {
    /// Index of the node.
    node: usize,
    /// Where the stretch begins in the node, in UTF-16 units.
    at: u32,
    /// The stretch.
    span: Span,
}

/// A position in the page: a text node and an offset in it, in UTF-16 units.
pub type Position<'p> = (&'p Text, u32);

impl Places {
    /// Notes that the `span` of the text, if it has any, is what `node` holds from `at` on, in UTF-16 units. Spans come
    /// in order.
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

    /// Forgets where the text from the byte `end` on was.
    pub(super) fn truncate(&mut self, end: usize) {
        while self.pieces.last().is_some_and(|piece| piece.span.start >= end) {
            self.pieces.pop();
        }
        if let Some(last) = self.pieces.last_mut() {
            last.span.end = last.span.end.min(end);
        }
    }

    /// Where the `span` of `text` begins and ends in the page; none if it holds nothing that is in the page.
    pub fn ends(&self, text: &str, span: Span) -> Option<(Position<'_>, Position<'_>)> {
        let first = self.pieces.partition_point(|piece| piece.span.end <= span.start);
        let last = self.pieces.partition_point(|piece| piece.span.start < span.end).checked_sub(1)?;
        let (first, last) = (self.pieces.get(first)?, self.pieces.get(last)?);
        let position = |piece: &Piece, offset: usize| {
            let offset = offset.clamp(piece.span.start, piece.span.end);
            let (from, before) = match self.last.get() {
                (start, from, before) if start == piece.span.start && from <= offset => (from, before),
                _ => (piece.span.start, 0),
            };
            let before = before + units(&text[from..offset]);
            self.last.set((piece.span.start, offset, before));
            (&self.nodes[piece.node], piece.at + before)
        };
        (first.span.start < span.end && span.start < last.span.end)
            .then(|| (position(first, span.start), position(last, span.end)))
    }

    /// The parts of the `span` of `text`, a node each: the node, and where the part begins and ends in it.
    pub fn parts(&self, text: &str, span: Span) -> Vec<(Text, u32, u32)> {
        let first = self.pieces.partition_point(|piece| piece.span.end <= span.start);
        let pieces = self.pieces[first..].iter().take_while(|piece| piece.span.start < span.end);
        let mut parts: Vec<(Text, u32, u32)> = Vec::new();
        for piece in pieces {
            let start = piece.at + units(&text[piece.span.start..span.start.max(piece.span.start)]);
            let end = piece.at + units(&text[piece.span.start..span.end.min(piece.span.end)]);
            let node = &self.nodes[piece.node];
            match parts.last_mut() {
                // What was left out between two pieces of a node is white space.
                Some((last, _, until)) if last == node => *until = end,
                _ => parts.push((node.clone(), start, end)),
            }
        }
        parts
    }

    /// Ranges over spans of `text` that the page's changes don't move, and that cost them nothing; none for a span that
    /// holds nothing that is in the page.
    pub fn stills(&self, text: &str) -> impl Fn(Span) -> Option<StaticRange> {
        // The browser copies what it says: one is enough for all of them.
        let init: StaticRangeInit = Object::new().unchecked_into();
        move |span| {
            let ((first, start), (last, end)) = self.ends(text, span)?;
            init.set_start_container(first);
            init.set_start_offset(start);
            init.set_end_container(last);
            init.set_end_offset(end);
            Some(StaticRange::new(&init))
        }
    }

    /// A range over the `span` of `text`, to measure it.
    pub fn range(&self, text: &str, span: Span) -> Option<Range> {
        let ((first, start), (last, end)) = self.ends(text, span)?;
        let range = Range::new().ok()?;
        // Refused where the page has changed and not been gathered again yet.
        range.set_start(first, start).and_then(|()| range.set_end(last, end)).ok()?;
        Some(range)
    }

    /// The byte of `text` at `offset` UTF-16 units of `node`; none if the node is none of the article's.
    pub fn offset(&self, text: &str, node: &Node, offset: u32) -> Option<usize> {
        // Nodes are in the order of the page.
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

/// How many UTF-16 units `words` have: the first byte of each character is one, or two where four bytes follow.
fn units(words: &str) -> u32 {
    words.bytes().map(|byte| u32::from(byte & 0xC0 != 0x80) + u32::from(byte >= 0xF0)).sum()
}
