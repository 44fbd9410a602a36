//! The article's text, gathered once over the text nodes of its element.

use super::dom::{Computed, attribute, href, protocol, tag, text};
use super::places::Places;
use super::skip::{is_skipped, is_unseen};
use manicule_core::{Article, Block, BlockKind, Link, Span};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlAnchorElement, Node, Text};

/// Elements nested deeper than this are not looked into; no article nests like that.
const DEEPEST: usize = 300;
/// A floated element with at most this many characters is a dropped capital, and part of the word after it.
const LONGEST_CAPITAL: u32 = 2;

/// What an article's element holds.
#[derive(Debug, Default)]
pub struct Gathered {
    /// The text: runs of white space as one space, line breaks as "\n", blocks parted by an empty line.
    pub text: String,
    /// Its title and blocks.
    pub article: Article,
    /// The links of the page in it.
    pub links: Vec<Link>,
    /// Where its text is in the page.
    pub places: Places,
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
    /// Where the open block starts.
    start: usize,
    /// Whether white space that comes now makes no difference.
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

    /// What a block of that `tag` is, inside a block of that `kind`.
    fn kind(&self, tag: &str, kind: BlockKind) -> BlockKind {
        match tag {
            "h1" if self.out.article.title.is_none() => BlockKind::Title,
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => BlockKind::Crosshead,
            "li" => BlockKind::ListItem,
            "blockquote" => BlockKind::Quotation,
            _ => kind,
        }
    }

    /// Ends the open block, which is of that `kind`, if it has any words.
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

    /// Takes away what stands from the byte `end` on: white space.
    fn cut(&mut self, end: usize) {
        self.out.text.truncate(end);
        self.out.places.truncate(end);
    }

    /// One line break is white space; two part paragraphs.
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
            // What CSS collapses; other spaces are part of the text.
            let is_space = matches!(char, ' ' | '\n' | '\t' | '\r' | '\u{c}');
            let next = unit + char.len_utf16() as u32;
            if is_space && self.is_spaced {
                out.places.push(node, at, Span { start: from, end: out.text.len() });
                (from, at) = (out.text.len(), next);
            } else {
                out.text.push(if is_space { ' ' } else { char });
            }
            self.is_spaced = is_space;
            unit = next;
        }
        out.places.push(node, at, Span { start: from, end: out.text.len() });
    }

    fn link(&mut self, link: &HtmlAnchorElement, kind: BlockKind, depth: usize) {
        let start = self.out.text.len();
        self.children(link, kind, depth);
        // A block inside the link ends what stood before it, and may take the white space away where the link began.
        let words = if start < self.start { "" } else { self.out.text.get(start..).unwrap_or_default() };
        let own = words.trim();
        let from = start + words.len() - words.trim_start().len();
        let anchor = Span { start: from, end: from + own.len() };
        // What is set around no word is no citation.
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

/// Whether a link leads to a place on the page that it is on.
fn is_here(link: &HtmlAnchorElement) -> bool {
    attribute(link, "href").is_some_and(|href| href.starts_with('#'))
}

/// Whether an element's text goes on the line that it stands in.
fn is_inline(element: &Element, tag: &str, display: &str) -> bool {
    let flows = display.starts_with("inline") || display.starts_with("ruby") || display == "contents";
    // A dropped capital is floated, which makes a block of it.
    flows
        || (matches!(tag, "span" | "b" | "strong" | "em" | "i" | "font")
            && text(element).encode_utf16().count() as u32 <= LONGEST_CAPITAL)
}
