//! Passages in quotation marks, and who says them.

use crate::text::Span;

/// A passage in quotation marks.
#[derive(Clone, Debug, PartialEq)]
pub struct Quote {
    /// The quoted words, without the marks.
    pub span: Span,
    /// Who says them: an index into [`Annotations::entities`](crate::Annotations::entities).
    pub speaker: Option<usize>,
}
