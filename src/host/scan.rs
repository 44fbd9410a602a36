//! Reading what is visible on the page into an [`Outline`], in slices that leave the page responsive.

use super::dom::{Computed, assigned_nodes, attribute, is_off_screen, shadow_root, tag, text};
use super::outline::{Content, Facts, Flow, Node as OutlineNode, Outline};
use crate::state::Slice;
use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

/// Elements that contain no text for readers.
#[rustfmt::skip]
const WITHOUT_TEXT: [&str; 19] = [
    "script", "style", "template", "noscript", "iframe", "svg", "canvas", "video", "audio", "object", "embed",
    "link", "meta", "head", "title", "picture", "source", "map", "manicule-panel",
];
/// Elements nested deeper than this are ignored; the limit protects the stack, and no article reaches it.
const MAX_DEPTH: usize = 300;
/// How many nodes are read between two looks at the clock, which takes about as long as reading a node.
const NODES_PER_CHECK: usize = 32;
/// The longest superscript, in bytes.
const MAX_SUPERSCRIPT: usize = 4;

/// The visible content of an element, with the nodes of the page that it was read from.
#[derive(Debug)]
pub struct Scan {
    /// The content.
    pub outline: Outline,
    /// The node of the page for each node of the outline.
    pub sources: Vec<Node>,
}

/// The children of an element that are still to be read.
struct Level {
    parent: usize,
    children: Children,
    keeps_line_breaks: bool,
}

enum Children {
    /// This node and its next siblings.
    Siblings(Option<Node>),
    /// The nodes assigned to a slot, in reverse order.
    Assigned(Vec<Node>),
}

/// Reads what is visible in `root`, also in open shadow roots. What the page changes meanwhile may be read or not.
pub async fn scan(root: &Element) -> Scan {
    let mut scan = Scan { outline: Outline::default(), sources: Vec::new() };
    let mut slice = Slice::start();
    let facts = scan.facts(root, 0, false);
    let keeps_line_breaks = facts.as_ref().is_some_and(|facts| facts.keeps_line_breaks);
    let is_visible = facts.is_some();
    scan.push(0, root, Content::Element(facts.unwrap_or_default()));
    let mut levels = Vec::new();
    if is_visible {
        levels.push(Level { parent: 0, children: Children::of(root), keeps_line_breaks });
    }
    while let Some(level) = levels.last_mut() {
        let Some(node) = level.children.next() else {
            scan.outline.nodes[level.parent].end = scan.sources.len();
            levels.pop();
            continue;
        };
        let (parent, keeps_line_breaks) = (level.parent, level.keeps_line_breaks);
        match node.node_type() {
            Node::TEXT_NODE => scan.push(parent, &node, Content::Text(text(&node))),
            Node::ELEMENT_NODE if levels.len() < MAX_DEPTH => {
                let element: &Element = node.unchecked_ref();
                if let Some(facts) = scan.facts(element, parent, keeps_line_breaks) {
                    let keeps_line_breaks = facts.keeps_line_breaks;
                    scan.push(parent, &node, Content::Element(facts));
                    levels.push(Level {
                        parent: scan.sources.len() - 1,
                        children: Children::of(element),
                        keeps_line_breaks,
                    });
                }
            }
            _ => {}
        }
        if scan.sources.len().is_multiple_of(NODES_PER_CHECK) {
            slice.pause_if_over().await;
        }
    }
    scan.refine();
    scan
}

impl Children {
    fn of(element: &Element) -> Children {
        if let Some(shadow) = shadow_root(element) {
            return Children::Siblings(shadow.first_child());
        }
        let assigned = if tag(element) == "slot" { assigned_nodes(element) } else { None };
        let assigned = assigned.filter(|nodes| nodes.length() > 0);
        match assigned {
            None => Children::Siblings(element.first_child()),
            Some(nodes) => Children::Assigned(nodes.iter().rev().map(JsCast::unchecked_into).collect()),
        }
    }

    fn next(&mut self) -> Option<Node> {
        match self {
            Children::Siblings(next) => {
                let node = next.take()?;
                *next = node.next_sibling();
                Some(node)
            }
            Children::Assigned(nodes) => nodes.pop(),
        }
    }
}

impl Scan {
    fn push(&mut self, parent: usize, source: &Node, content: Content) {
        let end = self.sources.len() + 1;
        self.outline.nodes.push(OutlineNode { parent, end, content });
        self.sources.push(source.clone());
    }

    /// The facts about `element`, a child of the node at `parent`; none if nothing in it is visible. `keeps_line_breaks` is
    /// that of its parent.
    fn facts(&mut self, element: &Element, parent: usize, keeps_line_breaks: bool) -> Option<Facts> {
        let tag = tag(element);
        if WITHOUT_TEXT.contains(&&*tag) {
            return None;
        }
        let mut facts = Facts { keeps_line_breaks, ..Facts::default() };
        match &*tag {
            "br" => return Some(Facts { tag, ..facts }),
            "img" => {
                let alt = attribute(element, "alt")?;
                facts.image_letter = alt.chars().next().filter(|char| alt.len() == char.len_utf8());
                return facts.image_letter.is_some_and(char::is_alphabetic).then_some(Facts { tag, ..facts });
            }
            _ => {}
        }
        let style = Computed::of(element);
        let display = style.display();
        if display == "none"
            || matches!(&*style.visibility(), "hidden" | "collapse")
            || style.opacity() == "0"
        {
            return None;
        }
        if is_off_screen(element, &style, &display) {
            if let Some(Content::Element(parent)) =
                self.outline.nodes.get_mut(parent).map(|node| &mut node.content)
            {
                parent.has_screen_reader_text = true;
            }
            return None;
        }
        facts.is_fixed = display == "block" && style.position() == "fixed";
        // The items of a list are separate, also in one line.
        facts.flow = if tag == "li" { Flow::Block } else { flow(&display) };
        if facts.flow == Flow::Block {
            if style.content_visibility() == "hidden" {
                return None;
            }
            let white_space = style.white_space();
            facts.keeps_line_breaks = white_space.starts_with("pre") || white_space == "break-spaces";
        }
        // Most elements have no attributes, so one call saves the others.
        if element.has_attributes() {
            let attribute = |name: &str| attribute(element, name);
            let [class, id, role] = ["class", "id", "role"].map(|name| attribute(name).unwrap_or_default());
            facts.names = if id.is_empty() { class } else { [class, id].join(" ") };
            facts.role = role;
            facts.is_article_body = attribute("itemprop").is_some_and(|names| names.contains("articleBody"));
            facts.is_aria_hidden = attribute("aria-hidden").is_some_and(|value| value == "true");
            facts.has_aria_label = attribute("aria-label").is_some_and(|label| !label.is_empty());
            facts.is_editable = attribute("contenteditable").is_some_and(|value| value != "false");
            facts.is_local_link = tag == "a" && attribute("href").is_some_and(|href| href.starts_with('#'));
        }
        Some(Facts { tag, ..facts })
    }

    /// Looks more closely at short elements whose style says what they mean: initial letters, superscripts, words with
    /// margins. Most elements need no look at these properties.
    fn refine(&mut self) {
        // The last character of text before each element.
        let mut before = None;
        for index in 1..self.sources.len() {
            let end = self.outline.nodes[index].end;
            let facts = match &self.outline.nodes[index].content {
                Content::Text(data) => {
                    before = data.chars().next_back().or(before);
                    continue;
                }
                Content::Element(facts) => facts,
            };
            let style = || Computed::of(self.sources[index].unchecked_ref());
            let is_short = end - index <= 4;
            let first = self.outline.texts(index).find_map(|data| data.chars().next());
            let is_joined = [first, before].into_iter().all(|char| char.is_some_and(char::is_alphanumeric));
            if is_short
                && self.outline.is_initial(index)
                && (facts.flow != Flow::Block || style().is_out_of_flow())
            {
                for node in &mut self.outline.nodes[index..end] {
                    if let Content::Element(facts) = &mut node.content {
                        facts.flow = Flow::Inline;
                        facts.is_initial = true;
                    }
                }
            } else if facts.flow == Flow::Inline && is_joined {
                let text: usize = self.outline.texts(index).map(str::len).sum();
                let is_number = first.is_some_and(|char| char.is_ascii_digit()) && text <= MAX_SUPERSCRIPT;
                let (is_raised, is_apart) = (is_number && style().is_raised(), style().has_start_margin());
                if let Content::Element(facts) = &mut self.outline.nodes[index].content {
                    if is_raised {
                        "sup".clone_into(&mut facts.tag);
                    }
                    if is_apart {
                        facts.flow = Flow::InlineBlock;
                    }
                }
            }
        }
    }
}

/// How the text of an element with this computed `display` relates to the text around it.
fn flow(display: &str) -> Flow {
    if display.starts_with("inline-") {
        Flow::InlineBlock
    } else if display.starts_with("inline")
        || display.starts_with("ruby")
        || display.contains("math")
        || display == "contents"
    {
        Flow::Inline
    } else {
        Flow::Block
    }
}
