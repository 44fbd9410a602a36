//! What stands beside what: the flat list that a page paints, and the passage around any offset.

mod highlight;
mod relate;

pub use highlight::{Highlight, Kind, Target, highlights};
pub(crate) use relate::Relations;

use crate::Annotations;
use crate::text::{Block, Span, item_at};

impl Annotations {
    /// The sentence in which the byte `offset` stands; none between sentences and past the text's end.
    pub fn sentence_at(&self, offset: usize) -> Option<Span> {
        item_at(&self.sentences, offset, |sentence| *sentence).copied()
    }

    /// The block in which the byte `offset` stands; none between blocks and past the text's end.
    pub fn block_at(&self, offset: usize) -> Option<Block> {
        item_at(&self.article.blocks, offset, |block| block.span).copied()
    }
}
