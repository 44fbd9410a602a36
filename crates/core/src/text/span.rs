//! Half-open byte ranges.

use std::ops::Range;

/// A half-open range of bytes `[start, end)` of the analysed text, on UTF-8 character boundaries.
///
/// Every span that the engine returns is valid for the text that it analysed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// Offset of the first byte.
    pub start: usize,
    /// Offset just past the last byte; never less than `start`.
    pub end: usize,
}

impl Span {
    /// The span from `start` up to, but not including, `end`. In debug builds, panics if `start` is greater than
    /// `end`.
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end, "the span {start}..{end} ends before its start");
        Span { start, end }
    }

    /// The slice of `text` that this span covers.
    ///
    /// # Panics
    /// If the span is out of range of `text` or not on its character boundaries.
    pub fn of(self, text: &str) -> &str {
        &text[self.start..self.end]
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether the span covers no bytes.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `other` lies completely inside this span. Equal spans contain each other.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two spans share at least one byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that contains both spans.
    pub fn join(self, other: Span) -> Span {
        Span::new(self.start.min(other.start), self.end.max(other.end))
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Span::new(range.start, range.end)
    }
}
