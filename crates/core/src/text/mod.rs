//! Segmentation of a text into blocks, sentences and tokens, and conversion of its offsets.

mod article;
mod fold;
mod offsets;
mod order;
mod sentence;
mod span;
mod token;

pub use article::{Article, Block, BlockKind, Parser};
pub use fold::fold;
pub(crate) use fold::fold_into;
pub use offsets::Offsets;
pub(crate) use order::sort_by_start;
pub(crate) use sentence::{Sentence, Sentences};
pub use span::Span;
pub(crate) use token::{Token, TokenKind, tokenize};
