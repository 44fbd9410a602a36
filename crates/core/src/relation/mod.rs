//! Relations between annotations, the flat list of highlights, and lookup of the sentence and block at an offset.

mod highlight;
mod relate;

pub use highlight::{Highlight, Kind, Target, highlights};
pub(crate) use relate::Relations;

use crate::Annotations;
use crate::text::{Block, Span, item_at};

impl Annotations {
    /// The span of the sentence that encloses the byte at `offset`; `None` between sentences and past the text's end.
    pub fn sentence_at(&self, offset: usize) -> Option<Span> {
        item_at(&self.sentences, offset, |sentence| *sentence).copied()
    }

    /// The block that encloses the byte at `offset`; `None` between blocks and past the text's end.
    pub fn block_at(&self, offset: usize) -> Option<Block> {
        item_at(&self.article.blocks, offset, |block| block.span).copied()
    }
}
