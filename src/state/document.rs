//! A loaded article, split into sections for rendering.

use super::Slice;
use crate::load::Source;
use manicule_core::text::Parser;
use manicule_core::{Article, Block, Language, Link, Published, Span};
use std::ops::Range;
use std::rc::Rc;

/// Minimum size of a section in bytes, except the last. Small enough for a section to be rendered within one slice.
const MIN_SECTION_SIZE: usize = 8 * 1024;

/// A loaded article: its text, its blocks, and the sections that the page renders one at a time.
#[derive(Debug, PartialEq)]
pub struct Document {
    /// Where the text came from.
    pub source: Source,
    /// The language that the text is analysed in.
    pub language: Language,
    /// The decoded text; the page shows all of it.
    pub text: Rc<str>,
    /// The title and the blocks of the text.
    pub article: Article,
    /// Links of the host page; their addresses do not occur in the text.
    pub links: Vec<Link>,
    /// Publication date, if known from another source than the text.
    pub date: Option<Published>,
    /// Approximate number of words.
    pub words: usize,
    /// Runs of consecutive blocks that together cover the whole text; none if the text has no blocks.
    pub sections: Vec<Section>,
}

/// Consecutive blocks of a [`Document`] that are rendered together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The blocks, as a range of indices into the article's blocks.
    pub blocks: Range<usize>,
    /// The text of the blocks and the white space after them (and, in the first section, before them).
    pub span: Span,
}

impl Document {
    /// Parses `text` into blocks in slices, so that the page stays responsive, and groups the blocks in sections.
    ///
    /// Returns `None` as soon as `is_wanted` returns false.
    pub async fn read(source: Source, text: String, is_wanted: impl Fn() -> bool) -> Option<Document> {
        let mut slice = Slice::start();
        let mut parser = Parser::default();
        let article = loop {
            if let Some(article) = parser.step(&text) {
                break article;
            }
            slice.pause_if_over().await;
            if !is_wanted() {
                return None;
            }
        };
        Some(Document::new(source, text, article))
    }

    /// Creates a document from `text` and its blocks, and groups the blocks in sections.
    pub fn new(source: Source, text: String, article: Article) -> Document {
        let sections = sections(&article.blocks, text.len());
        let (language, links, date) = (Language::default(), Vec::new(), None);
        // Counting spaces is accurate enough for an estimate of the reading time.
        let words = text.bytes().filter(|&byte| byte == b' ').count() + 1;
        Document { source, language, text: text.into(), article, links, date, words, sections }
    }

    /// Returns the article's title, if the text has one.
    pub fn title(&self) -> Option<&str> {
        self.article.title.map(|title| title.of(&self.text))
    }

    /// Returns the index of the section that contains the byte at `offset`.
    pub fn section_at(&self, offset: usize) -> usize {
        self.sections.partition_point(|section| section.span.start <= offset).saturating_sub(1)
    }
}

fn sections(blocks: &[Block], length: usize) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    let mut first = 0;
    let mut start = 0;
    for (index, block) in blocks.iter().enumerate() {
        let next = blocks.get(index + 1).map_or(length, |next| next.span.start);
        if next == length || block.span.end - start >= MIN_SECTION_SIZE {
            sections.push(Section { blocks: first..index + 1, span: Span::new(start, next) });
            (first, start) = (index + 1, next);
        }
    }
    sections
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(text: &str) -> Document {
        let mut parser = Parser::default();
        let article = std::iter::from_fn(|| Some(parser.step(text))).flatten().next();
        Document::new(Source::Paste, text.to_owned(), article.unwrap())
    }

    #[test]
    fn sections_cover_the_text() {
        let paragraph = "Un alinéa de dépêche, ni long ni court. ".repeat(60);
        let text = format!("\n\n{paragraph}\n\n").repeat(40);
        let document = document(&text);
        let joined: String = document.sections.iter().map(|section| section.span.of(&text)).collect();
        assert_eq!(joined, text);
        assert!(document.sections.len() > 5);
        assert!(document.sections.iter().all(|section| section.span.len() < 2 * MIN_SECTION_SIZE));
        for section in &document.sections {
            assert_eq!(&document.sections[document.section_at(section.span.start)], section);
            assert_eq!(&document.sections[document.section_at(section.span.end - 1)], section);
        }
    }

    #[test]
    fn a_text_without_blocks_has_no_sections() {
        assert!(document("").sections.is_empty());
    }
}
