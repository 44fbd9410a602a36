//! Text to blocks: title, crossheads, paragraphs, list items.

use super::Span;

/// A text's blocks, and which of them is its title.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Article {
    /// The title without the white space around it, where the text begins with one.
    pub title: Option<Span>,
    /// The blocks in order, none overlapping; what lies between them is white space.
    pub blocks: Vec<Block>,
}

/// One paragraph-level piece of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// What the block is.
    pub kind: BlockKind,
    /// The block without the white space around it; never empty.
    pub span: Span,
}

/// What a [`Block`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// The article's headline, or a Markdown heading of the first level.
    Title,
    /// A heading inside the article: a short line in capitals, in quotation marks or not.
    Crosshead,
    /// Running text.
    Paragraph,
    /// A line that begins with a list mark: "-", "–", "•", "*" or "·".
    ListItem,
    /// A line that begins with ">", as plain-text mail and Markdown quote.
    Quotation,
}
