//! Gathering an article's text from the outline of its page, in one pass.

use super::boxes::Boxes;
use super::outline::{Content, Facts, Flow, Outline};
use super::superscript;
use manicule_core::{Article, Block, BlockKind, Span};

/// The content of an article.
#[derive(Debug, Default)]
pub struct Gathered {
    /// The text: white space is collapsed to one space, line breaks are "\n", blocks are separated by an empty line.
    pub text: String,
    /// The title and blocks, as spans of the text.
    pub article: Article,
    /// The links with text: the node of the outline, and the words.
    pub links: Vec<(usize, Span)>,
    /// Where the text is in the outline, in order.
    pub pieces: Vec<Piece>,
}

/// A stretch of the text that one text node contains without gaps.
#[derive(Clone, Copy, Debug)]
pub struct Piece {
    /// The node of the outline.
    pub node: usize,
    /// Where the stretch begins in the node, in UTF-16 code units.
    pub at: u32,
    /// The stretch, in bytes of the text.
    pub span: Span,
}

/// Gathers the text of the node at `root` of `outline`, without `boxes`.
pub fn gather(outline: &Outline, root: usize, boxes: &Boxes) -> Gathered {
    let mut gatherer = Gatherer {
        outline,
        boxes,
        out: Gathered::default(),
        start: 0,
        is_spaced: true,
        may_need_break: false,
        is_after_initial: false,
    };
    gatherer.children(root, BlockKind::Paragraph, false);
    gatherer.close(BlockKind::Paragraph);
    let end = gatherer.out.article.blocks.last().map_or(0, |block| block.span.end);
    gatherer.truncate(end);
    gatherer.out
}

struct Gatherer<'o> {
    outline: &'o Outline,
    boxes: &'o Boxes<'o>,
    out: Gathered,
    /// Where the open block starts.
    start: usize,
    /// Whether white space at this point collapses with what precedes it.
    is_spaced: bool,
    /// Whether two words that meet at this point are separate, because a box in the line ends or begins there.
    may_need_break: bool,
    /// Whether the last text was an initial letter that is set apart from its word.
    is_after_initial: bool,
}

impl Gatherer<'_> {
    fn children(&mut self, index: usize, kind: BlockKind, keeps_line_breaks: bool) {
        for child in self.outline.children(index) {
            match &self.outline.nodes[child].content {
                Content::Text(data) => self.text(child, data, kind, keeps_line_breaks),
                Content::Element(facts) => self.element(child, facts, kind),
            }
        }
    }

    fn element(&mut self, index: usize, facts: &Facts, kind: BlockKind) {
        if facts.tag == "br" {
            return self.line_break(kind);
        }
        if let Some(letter) = facts.image_letter {
            if self.outline.next_char(index).is_some_and(char::is_lowercase) {
                self.push(letter);
            }
            return;
        }
        if self.boxes.is_box(index) {
            if facts.flow == Flow::Block {
                self.close(kind);
            }
            return;
        }
        if (facts.tag == "sup" && !self.superscript(index))
            || (facts.is_local_link && self.is_reference(index))
        {
            return;
        }
        let is_word_box =
            facts.flow == Flow::InlineBlock && self.outline.texts(index).map(str::len).sum::<usize>() > 2;
        self.may_need_break |= is_word_box;
        match facts.flow {
            Flow::Block => {
                let inner = self.kind(&facts.tag, kind);
                let first = self.outline.texts(index).find_map(|data| data.chars().next());
                let goes_on = self.is_after_initial && first.is_some_and(char::is_lowercase);
                if !goes_on {
                    self.close(kind);
                }
                self.children(index, inner, facts.keeps_line_breaks);
                self.close(inner);
            }
            _ if facts.tag == "a" => self.link(index, facts, kind),
            _ => self.children(index, kind, facts.keeps_line_breaks),
        }
        self.is_after_initial |= facts.is_initial;
        self.may_need_break |= is_word_box;
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
        self.may_need_break = false;
    }

    /// Removes the text from the byte `end` on, which is white space.
    fn truncate(&mut self, end: usize) {
        self.out.text.truncate(end);
        let pieces = &mut self.out.pieces;
        while pieces.last().is_some_and(|piece| piece.span.start >= end) {
            pieces.pop();
        }
        if let Some(last) = pieces.last_mut() {
            last.span.end = last.span.end.min(end);
        }
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

    /// Adds a character that is in no text node, or is another one there.
    fn push(&mut self, char: char) {
        self.out.text.push(char);
        self.is_spaced = false;
    }

    fn text(&mut self, node: usize, data: &str, kind: BlockKind, keeps_line_breaks: bool) {
        let (mut from, mut at, mut unit) = (self.out.text.len(), 0, 0);
        self.is_after_initial &= data.trim().is_empty();
        for char in data.chars() {
            let next = unit + char.len_utf16() as u32;
            // Only these are collapsed in CSS; other spaces are part of the text.
            let is_space = matches!(char, ' ' | '\n' | '\t' | '\r' | '\u{c}');
            let is_break = char == '\n' && keeps_line_breaks;
            // Soft hyphens and zero-width spaces only say where a line may end.
            let is_invisible = matches!(char, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}');
            if is_break || is_invisible || (is_space && self.is_spaced) {
                self.piece(node, at, from);
                if is_break {
                    self.line_break(kind);
                }
                (from, at) = (self.out.text.len(), next);
            } else {
                if self.may_need_break && !is_space {
                    // Only before the first character of a text node, so that no piece is open.
                    self.may_need_break = false;
                    if char.is_alphanumeric() && self.out.text.ends_with(char::is_alphanumeric) {
                        self.out.text.push('\n');
                        from = self.out.text.len();
                    }
                }
                self.out.text.push(if is_space { ' ' } else { char });
                self.is_spaced = is_space;
                self.may_need_break &= !is_space;
            }
            unit = next;
        }
        self.piece(node, at, from);
    }

    /// Records that the text since the byte `from` is in `node`, from the offset `at` on.
    fn piece(&mut self, node: usize, at: u32, from: usize) {
        let span = Span { start: from, end: self.out.text.len() };
        if !span.is_empty() {
            self.out.pieces.push(Piece { node, at, span });
        }
    }

    /// Reads the superscript element at `index`. Returns whether its text is ordinary text, as the end of an ordinal is.
    fn superscript(&mut self, index: usize) -> bool {
        let end = self.outline.nodes[index].end;
        let is_local_link = |node: usize| self.outline.element(node).is_some_and(|facts| facts.is_local_link);
        if (index..end).any(is_local_link) || self.outline.ancestors(index).any(is_local_link) {
            // A reference to a footnote.
            return false;
        }
        let words: String = self.outline.texts(index).collect();
        let before = &self.out.text[self.start..];
        match superscript::read(before, words.trim()) {
            superscript::Reading::Text => true,
            superscript::Reading::Reference => false,
            superscript::Reading::Exponent(digits) => {
                digits.chars().for_each(|digit| self.push(digit));
                false
            }
        }
    }

    /// Whether the link at `index`, to a place on the same page, is a reference to a footnote: "2", "[2]", "*".
    fn is_reference(&self, index: usize) -> bool {
        let words: String = self.outline.texts(index).collect();
        let words = words.trim();
        words.chars().count() <= 4
            && words.chars().all(|char| char.is_ascii_digit() || "[]()*†‡".contains(char))
    }

    fn link(&mut self, index: usize, facts: &Facts, kind: BlockKind) {
        let start = self.out.text.len();
        self.children(index, kind, facts.keeps_line_breaks);
        // A block inside the link closes the block before it, which may truncate the text to before `start`.
        let words = if start < self.start { "" } else { self.out.text.get(start..).unwrap_or_default() };
        let from = start + words.len() - words.trim_start().len();
        let anchor = Span { start: from, end: from + words.trim().len() };
        // A link to a place on the same page is not a citation.
        if !anchor.is_empty() && !facts.is_local_link {
            self.out.links.push((index, anchor));
        }
    }
}
