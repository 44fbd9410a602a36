//! The visible content of a page as plain data, so that choosing the article and reading its text need no DOM.

/// Elements that are part of a line if nothing else is said.
const PHRASING: [&str; 10] = ["span", "b", "strong", "em", "i", "font", "big", "small", "a", "abbr"];
/// The longest text of an initial letter with its quotation mark or apostrophe, in characters.
const MAX_INITIAL: usize = 4;
/// The longest first word that is set apart, in characters.
const MAX_WORD: usize = 16;

/// What is visible in an element of the page, in document order: each node is followed by its descendants.
#[derive(Debug, Default)]
pub struct Outline {
    /// The nodes. The first is the element that was scanned.
    pub nodes: Vec<Node>,
}

/// A visible node of the page.
#[derive(Debug)]
pub struct Node {
    /// Index of the parent; that of the first node is its own.
    pub parent: usize,
    /// Index after the last descendant.
    pub end: usize,
    /// What the node is.
    pub content: Content,
}

/// What a node of the outline is.
#[derive(Debug)]
pub enum Content {
    /// The data of a text node.
    Text(String),
    /// An element.
    Element(Facts),
}

/// What is known about an element.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// Its local name.
    pub tag: String,
    /// How its text relates to the text around it.
    pub flow: Flow,
    /// Its `class`, a space, and its `id`.
    pub names: String,
    /// Its `role` attribute.
    pub role: String,
    /// Whether it is marked as the article's text: `itemprop` is `articleBody`.
    pub is_article_body: bool,
    /// Whether it is hidden from screen readers: `aria-hidden` is `true`.
    pub is_aria_hidden: bool,
    /// Whether it has an `aria-label`.
    pub has_aria_label: bool,
    /// Whether a part of it is there for screen readers only, and so is not in the outline.
    pub has_screen_reader_text: bool,
    /// Whether it stays where it is on the screen when the page is scrolled (CSS `position: fixed`).
    pub is_fixed: bool,
    /// Whether the reader can edit it.
    pub is_editable: bool,
    /// Whether line breaks in its text are shown as such (CSS `white-space`).
    pub keeps_line_breaks: bool,
    /// Whether it is a link to a place on the same page, such as a footnote.
    pub is_local_link: bool,
    /// Whether it is, or is in, an initial letter that is set apart from its word.
    pub is_initial: bool,
    /// The letter that an image stands for, as its `alt` text gives it.
    pub image_letter: Option<char>,
}

/// How an element's text relates to the text around it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Flow {
    /// It continues the line.
    #[default]
    Inline,
    /// It is a box in the line.
    InlineBlock,
    /// It begins and ends lines of its own.
    Block,
}

impl Outline {
    /// The facts about the element at `index`; none for a text node.
    pub fn element(&self, index: usize) -> Option<&Facts> {
        match &self.nodes[index].content {
            Content::Element(facts) => Some(facts),
            Content::Text(_) => None,
        }
    }

    /// The indices of the children of the node at `index`.
    pub fn children(&self, index: usize) -> impl Iterator<Item = usize> + '_ {
        let (mut next, end) = (index + 1, self.nodes[index].end);
        std::iter::from_fn(move || {
            let child = next;
            (child < end).then(|| {
                next = self.nodes[child].end;
                child
            })
        })
    }

    /// The node at `index` and its ancestors, the innermost first.
    pub fn ancestors(&self, index: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(Some(index), |&node| {
            let parent = self.nodes[node].parent;
            (parent != node).then_some(parent)
        })
    }

    /// Whether the node at `inner` is the one at `outer` or inside it.
    pub fn contains(&self, outer: usize, inner: usize) -> bool {
        (outer..self.nodes[outer].end).contains(&inner)
    }

    /// The texts in the node at `index`, in order.
    pub fn texts(&self, index: usize) -> impl Iterator<Item = &str> {
        self.nodes[index..self.nodes[index].end].iter().filter_map(|node| match &node.content {
            Content::Text(data) => Some(&**data),
            Content::Element(_) => None,
        })
    }

    /// The first character of text after the node at `index`.
    pub fn next_char(&self, index: usize) -> Option<char> {
        self.nodes[self.nodes[index].end..].iter().find_map(|node| match &node.content {
            Content::Text(data) => data.chars().next(),
            Content::Element(_) => None,
        })
    }

    /// Whether the text of the element at `index` is the beginning of the text after it, however far apart they stand: one
    /// letter, with a quotation mark before it or an apostrophe after it; or one word, if the element is no block by
    /// itself.
    pub fn is_initial(&self, index: usize) -> bool {
        let Some(facts) = self.element(index) else { return false };
        let text: String = self.texts(index).collect();
        let text = text.trim();
        let chars = text.chars().filter(|char| !char.is_whitespace()).count();
        let letters = text.chars().filter(|char| char.is_alphabetic()).count();
        let may_be_word = PHRASING.contains(&&*facts.tag) && !text.contains(char::is_whitespace);
        let is_short = (letters == 1 && chars <= MAX_INITIAL) || (may_be_word && chars <= MAX_WORD);
        let goes_on =
            |char: char| char.is_alphabetic() || char.is_ascii_whitespace() || matches!(char, '\'' | '’');
        letters > 0 && is_short && self.next_char(index).is_some_and(goes_on)
    }
}
