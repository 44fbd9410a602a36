//! Gathering the text, blocks and links of an article from its element.

use super::dom::{Computed, attribute, href, protocol, tag, text};
use super::skip::{is_skipped, is_unseen};
use super::text_map::TextMap;
use manicule_core::{Article, Block, BlockKind, Link, Span};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlAnchorElement, Node, Text};

/// Maximum nesting depth of elements that are gathered; articles are never nested so deep.
const DEEPEST: usize = 300;
/// Maximum length, in UTF-16 units, of a floated element that is a drop cap and so part of the word after it.
const LONGEST_CAPITAL: u32 = 2;

/// The gathered content of an article's element.
#[derive(Debug, Default)]
pub struct Gathered {
    /// The text: runs of white space as one space, line breaks as "\n", blocks separated by an empty line.
    pub text: String,
    /// Its title and blocks.
    pub article: Article,
    /// Its links.
    pub links: Vec<Link>,
    /// The map from the text to the text nodes.
    pub text_map: TextMap,
}

/// Gathers the text of `element`.
pub fn gather(element: &Element) -> Gathered {
    let mut gatherer =
        Gatherer { whole: element.clone(), out: Gathered::default(), start: 0, is_spaced: true };
    gatherer.children(element, BlockKind::Paragraph, 0);
    gatherer.close(BlockKind::Paragraph);
    let end = gatherer.out.article.blocks.last().map_or(0, |block| block.span.end);
    gatherer.cut(end);
    gatherer.out
}

struct Gatherer {
    whole: Element,
    out: Gathered,
    /// Start of the current block.
    start: usize,
    /// Whether white space that follows is collapsed.
    is_spaced: bool,
}

impl Gatherer {
    fn children(&mut self, node: &Node, kind: BlockKind, depth: usize) {
        let mut next = node.first_child();
        while let Some(child) = next {
            match child.node_type() {
                Node::TEXT_NODE => self.words(child.unchecked_ref()),
                Node::ELEMENT_NODE if depth < DEEPEST => self.element(child.unchecked_ref(), kind, depth + 1),
                _ => {}
            }
            next = child.next_sibling();
        }
    }

    fn element(&mut self, element: &Element, kind: BlockKind, depth: usize) {
        let tag = tag(element);
        if tag == "br" {
            return self.line_break(kind);
        }
        if is_skipped(element, &tag, &self.whole) {
            return;
        }
        let style = Computed::of(element);
        let display = style.display();
        if is_unseen(&style, &display) {
            return;
        }
        if is_inline(element, &tag, &display) {
            return match element.dyn_ref::<HtmlAnchorElement>() {
                Some(link) => self.link(link, kind, depth),
                None => self.children(element, kind, depth),
            };
        }
        let own = self.kind(&tag, kind);
        self.close(kind);
        self.children(element, own, depth);
        self.close(own);
    }

    /// The kind of a block element with the local name `tag`, inside a block of `kind`.
    fn kind(&self, tag: &str, kind: BlockKind) -> BlockKind {
        match tag {
            "h1" if self.out.article.title.is_none() => BlockKind::Title,
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => BlockKind::Crosshead,
            "li" => BlockKind::ListItem,
            "blockquote" => BlockKind::Quotation,
            _ => kind,
        }
    }

    /// Ends the current block, which is of `kind`, unless it is empty.
    fn close(&mut self, kind: BlockKind) {
        let words = &self.out.text[self.start..];
        let end = self.start + words.trim_end().len();
        let span = Span { start: end.min(self.start + words.len() - words.trim_start().len()), end };
        if !span.is_empty() {
            if kind == BlockKind::Title && self.out.article.title.is_none() {
                self.out.article.title = Some(span);
            }
            self.out.article.blocks.push(Block { kind, span });
            self.cut(end);
            self.out.text.push_str("\n\n");
        } else {
            self.cut(self.start);
        }
        self.start = self.out.text.len();
        self.is_spaced = true;
    }

    /// Removes the white space after the byte `end`.
    fn cut(&mut self, end: usize) {
        self.out.text.truncate(end);
        self.out.text_map.truncate(end);
    }

    /// One line break is white space; two separate paragraphs.
    fn line_break(&mut self, kind: BlockKind) {
        if self.out.text[self.start..].trim_end_matches(' ').ends_with('\n') {
            return self.close(kind);
        }
        if self.start < self.out.text.len() {
            self.out.text.push('\n');
            self.is_spaced = true;
        }
    }

    fn words(&mut self, node: &Text) {
        let data = text(node);
        let out = &mut self.out;
        let (mut from, mut unit) = (out.text.len(), 0);
        let mut at = unit;
        for char in data.chars() {
            // Only white space that CSS collapses; other spaces are part of the text.
            let is_space = matches!(char, ' ' | '\n' | '\t' | '\r' | '\u{c}');
            let next = unit + char.len_utf16() as u32;
            if is_space && self.is_spaced {
                out.text_map.push(node, at, Span { start: from, end: out.text.len() });
                (from, at) = (out.text.len(), next);
            } else {
                out.text.push(if is_space { ' ' } else { char });
            }
            self.is_spaced = is_space;
            unit = next;
        }
        out.text_map.push(node, at, Span { start: from, end: out.text.len() });
    }

    fn link(&mut self, link: &HtmlAnchorElement, kind: BlockKind, depth: usize) {
        let start = self.out.text.len();
        self.children(link, kind, depth);
        // A block inside the link ends the block before it, and may remove the white space at the start of the link.
        let words = if start < self.start { "" } else { self.out.text.get(start..).unwrap_or_default() };
        let own = words.trim();
        let from = start + words.len() - words.trim_start().len();
        let anchor = Span { start: from, end: from + own.len() };
        // A link without text cites nothing.
        if own.is_empty()
            || !matches!(protocol(link).as_str(), "http:" | "https:" | "mailto:")
            || is_here(link)
        {
            return;
        }
        let mut cited = Link::of_page(href(link), anchor);
        cited.title.get_or_insert_with(|| anchor.of(&self.out.text).to_owned());
        self.out.links.push(cited);
    }
}

/// Whether a link leads to a fragment of the same page.
fn is_here(link: &HtmlAnchorElement) -> bool {
    attribute(link, "href").is_some_and(|href| href.starts_with('#'))
}

/// Whether an element is inline.
fn is_inline(element: &Element, tag: &str, display: &str) -> bool {
    let flows = display.starts_with("inline") || display.starts_with("ruby") || display == "contents";
    // A drop cap is floated, which makes it a block.
    flows
        || (matches!(tag, "span" | "b" | "strong" | "em" | "i" | "font")
            && text(element).encode_utf16().count() as u32 <= LONGEST_CAPITAL)
}
