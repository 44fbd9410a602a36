//! A loaded article, divided into sections for rendering.

use super::Slice;
use crate::load::Source;
use manicule_core::text::Parser;
use manicule_core::{Article, Block, Language, Link, Published, Span};
use std::ops::Range;
use std::rc::Rc;

/// A section ends with the block that takes it to this many bytes: small enough to be rendered within one slice.
const SECTION: usize = 8 * 1024;

/// A loaded article: its text, its blocks, and the sections in which the page renders them.
#[derive(Debug, PartialEq)]
pub struct Document {
    /// Where the text came from.
    pub source: Source,
    /// The language that the text is analysed in.
    pub language: Language,
    /// The text, as it was decoded; the page shows every character of it.
    pub text: Rc<str>,
    /// Title and blocks.
    pub article: Article,
    /// The links of the host page, whose addresses are not part of the text.
    pub links: Vec<Link>,
    /// Publication date, if known other than from the text.
    pub date: Option<Published>,
    /// Approximate number of words.
    pub words: usize,
    /// Runs of blocks; together they cover the text, from its first byte to its last.
    pub sections: Vec<Section>,
}

/// Consecutive blocks of a [`Document`] that are rendered together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The blocks, as a range of the article's.
    pub blocks: Range<usize>,
    /// The text of the blocks and the white space after them (and, in the first section, before them).
    pub span: Span,
}

impl Document {
    /// Finds the blocks of `text`, a slice at a time, and groups them in sections.
    ///
    /// Returns none as soon as `is_wanted` returns false.
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
        // A space is close enough to the end of a word.
        let words = text.bytes().filter(|&byte| byte == b' ').count() + 1;
        Document { source, language, text: text.into(), article, links, date, words, sections }
    }

    /// The article's title, if the text has one.
    pub fn title(&self) -> Option<&str> {
        self.article.title.map(|title| title.of(&self.text))
    }

    /// Index of the section that contains the byte at `offset`.
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
        if next == length || block.span.end - start >= SECTION {
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
        assert!(document.sections.iter().all(|section| section.span.len() < 2 * SECTION));
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
