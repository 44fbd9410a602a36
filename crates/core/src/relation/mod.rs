//! What stands beside what: the flat list that a page paints, and the passage around any offset.

mod highlight;
mod relate;

pub use highlight::{Highlight, Kind, Target, highlights};
pub(crate) use relate::Relations;

use crate::Annotations;
use crate::text::{Block, Span};

impl Annotations {
    /// The sentence in which the byte `offset` stands; none between sentences and past the text's end.
    pub fn sentence_at(&self, offset: usize) -> Option<Span> {
        let after = self.sentences.partition_point(|sentence| sentence.start <= offset);
        let sentence = *self.sentences.get(after.checked_sub(1)?)?;
        (offset < sentence.end).then_some(sentence)
    }

    /// The block in which the byte `offset` stands; none between blocks and past the text's end.
    pub fn block_at(&self, offset: usize) -> Option<Block> {
        let after = self.article.blocks.partition_point(|block| block.span.start <= offset);
        let block = *self.article.blocks.get(after.checked_sub(1)?)?;
        (offset < block.span.end).then_some(block)
    }
}
