//! Decoding of a text's bytes, segmentation of a text into blocks, sentences and tokens, and conversion of its offsets.

mod article;
mod decode;
mod fold;
mod offsets;
mod order;
mod overlap;
mod passage;
mod sentence;
mod span;
mod token;

pub use article::{Article, Block, BlockKind, Parser};
pub use decode::{NotText, decode};
pub use fold::fold;
pub(crate) use fold::fold_into;
pub use offsets::Offsets;
pub(crate) use order::sort_by_start;
pub(crate) use overlap::{item_at, remove_overlaps};
#[cfg(test)]
pub(crate) use passage::tests::Marked;
pub(crate) use passage::{Passage, Resolved};
pub(crate) use sentence::{Sentence, Sentences};
pub use span::Span;
pub(crate) use token::{Token, TokenKind, tokenize};
