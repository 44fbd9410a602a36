//! Gathering an article's text from the text nodes of its element, in one pass.

use super::dom::{Computed, attribute, href, protocol, tag, text};
use super::skip::{is_invisible, is_skipped};
use super::text_map::TextMap;
use manicule_core::{Article, Block, BlockKind, Link, Span};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlAnchorElement, Node, Text};

/// Elements nested deeper than this are ignored; the limit protects the stack, and no article reaches it.
const MAX_DEPTH: usize = 300;
/// An element with at most this many UTF-16 code units may be a drop cap: it is inline even if it is floated.
const DROP_CAP_MAX_LEN: usize = 2;

/// The content of an article's element.
#[derive(Debug, Default)]
pub struct Gathered {
    /// The text: white space is collapsed to one space, line breaks are "\n", blocks are separated by an empty line.
    pub text: String,
    /// The title and blocks, as spans of the text.
    pub article: Article,
    /// The article's links to other pages.
    pub links: Vec<Link>,
    /// Maps the text to the page's text nodes.
    pub text_map: TextMap,
}

/// Gathers the text of `element`.
pub fn gather(element: &Element) -> Gathered {
    let mut gatherer =
        Gatherer { root: element.clone(), out: Gathered::default(), start: 0, is_spaced: true };
    gatherer.children(element, BlockKind::Paragraph, 0);
    gatherer.close(BlockKind::Paragraph);
    let end = gatherer.out.article.blocks.last().map_or(0, |block| block.span.end);
    gatherer.truncate(end);
    gatherer.out
}

struct Gatherer {
    root: Element,
    out: Gathered,
    /// Where the open block starts.
    start: usize,
    /// Whether white space at this point collapses with what precedes it.
    is_spaced: bool,
}

impl Gatherer {
    fn children(&mut self, node: &Node, kind: BlockKind, depth: usize) {
        let mut next = node.first_child();
        while let Some(child) = next {
            match child.node_type() {
                Node::TEXT_NODE => self.text_node(child.unchecked_ref()),
                Node::ELEMENT_NODE if depth < MAX_DEPTH => {
                    self.element(child.unchecked_ref(), kind, depth + 1)
                }
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
        if is_skipped(element, &tag, &self.root) {
            return;
        }
        let style = Computed::of(element);
        let display = style.display();
        if is_invisible(&style, &display) {
            return;
        }
        if is_inline(element, &tag, &display) {
            return match element.dyn_ref::<HtmlAnchorElement>() {
                Some(link) => self.link(link, kind, depth),
                None => self.children(element, kind, depth),
            };
        }
        let inner = self.kind(&tag, kind);
        self.close(kind);
        self.children(element, inner, depth);
        self.close(inner);
    }

    /// The kind of a block with the tag name `tag` inside a block of the kind `kind`.
    fn kind(&self, tag: &str, kind: BlockKind) -> BlockKind {
        match tag {
            "h1" if self.out.article.title.is_none() => BlockKind::Title,
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => BlockKind::Crosshead,
            "li" => BlockKind::ListItem,
            "blockquote" => BlockKind::Quotation,
            _ => kind,
        }
    }

    /// Ends the open block, which is of the kind `kind`; one without text is dropped.
    fn close(&mut self, kind: BlockKind) {
        let words = &self.out.text[self.start..];
        let end = self.start + words.trim_end().len();
        let span = Span { start: end.min(self.start + words.len() - words.trim_start().len()), end };
        if !span.is_empty() {
            if kind == BlockKind::Title && self.out.article.title.is_none() {
                self.out.article.title = Some(span);
            }
            self.out.article.blocks.push(Block { kind, span });
            self.truncate(end);
            self.out.text.push_str("\n\n");
        } else {
            self.truncate(self.start);
        }
        self.start = self.out.text.len();
        self.is_spaced = true;
    }

    /// Removes the text from the byte `end` on, which is white space.
    fn truncate(&mut self, end: usize) {
        self.out.text.truncate(end);
        self.out.text_map.truncate(end);
    }

    /// Adds a line break; two consecutive ones end the block.
    fn line_break(&mut self, kind: BlockKind) {
        if self.out.text[self.start..].trim_end_matches(' ').ends_with('\n') {
            return self.close(kind);
        }
        if self.start < self.out.text.len() {
            self.out.text.push('\n');
            self.is_spaced = true;
        }
    }

    fn text_node(&mut self, node: &Text) {
        let data = text(node);
        let out = &mut self.out;
        let (mut from, mut unit) = (out.text.len(), 0);
        let mut at = unit;
        for char in data.chars() {
            // Only these are collapsed in CSS; other spaces are part of the text.
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
        // A block inside the link closes the block before it, which may truncate the text to before `start`.
        let words = if start < self.start { "" } else { self.out.text.get(start..).unwrap_or_default() };
        let from = start + words.len() - words.trim_start().len();
        let anchor = Span { start: from, end: from + words.trim().len() };
        // A link without text, or to a place on the same page, is not a citation.
        if anchor.is_empty()
            || !matches!(protocol(link).as_str(), "http:" | "https:" | "mailto:")
            || attribute(link, "href").is_some_and(|href| href.starts_with('#'))
        {
            return;
        }
        let mut cited = Link::of_page(href(link), anchor);
        cited.title.get_or_insert_with(|| anchor.of(&self.out.text).to_owned());
        self.out.links.push(cited);
    }
}

/// Whether an element's text continues the block around it. `tag` is its name, `display` its computed `display`.
fn is_inline(element: &Element, tag: &str, display: &str) -> bool {
    let flows = display.starts_with("inline") || display.starts_with("ruby") || display == "contents";
    // A drop cap is floated, which makes its computed `display` a block.
    flows
        || (matches!(tag, "span" | "b" | "strong" | "em" | "i" | "font")
            && text(element).encode_utf16().count() <= DROP_CAP_MAX_LEN)
}
