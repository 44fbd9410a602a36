//! Highlights as elements around the words, for browsers without the CSS Custom Highlight API.

use gloo::utils::document;
use std::ops::Range;
use web_sys::{Node, Text};

/// The elements that were inserted around highlighted words, with what is needed to restore the page.
#[derive(Debug, Default)]
pub struct Wrapping {
    nodes: Vec<SplitNode>,
}

/// A text node that was split. It stays in place with its first words; `added` follows it.
#[derive(Debug)]
struct SplitNode {
    node: Text,
    /// The node's text before it was split.
    original: String,
    /// The node's text since.
    kept: String,
    /// Elements around words, and text nodes between them.
    added: Vec<Node>,
}

impl Wrapping {
    /// Wraps each part in an element: a part is a text node, a range of UTF-16 code units in it, and the class of the
    /// element. Parts must be in document order and must not overlap.
    pub fn wrap(parts: Vec<(Text, Range<u32>, String)>) -> Wrapping {
        let mut nodes: Vec<SplitNode> = Vec::new();
        let mut at = 0;
        let mut units = Vec::new();
        let mut parts = parts.into_iter().peekable();
        while let Some((node, range, class)) = parts.next() {
            if nodes.last().is_none_or(|last| last.node != node) {
                let original = node.data();
                units = original.encode_utf16().collect();
                at = 0;
                nodes.push(SplitNode {
                    node: node.clone(),
                    original,
                    kept: String::new(),
                    added: Vec::new(),
                });
            }
            let Some(split) = nodes.last_mut() else { continue };
            let words = |from: u32, to: u32| {
                let end = (to as usize).min(units.len());
                String::from_utf16_lossy(&units[(from as usize).min(end)..end])
            };
            let before = words(at, range.start);
            match split.added.is_empty() {
                true => split.kept = before,
                false => split.added.push(document().create_text_node(&before).into()),
            }
            // Creating an element with a valid name does not fail.
            let Ok(element) = document().create_element("mark") else { continue };
            element.set_class_name(&format!("manicule-mark {class}"));
            element.set_text_content(Some(&words(range.start, range.end)));
            split.added.push(element.into());
            at = range.end;
            if parts.peek().is_none_or(|(next, ..)| *next != node) {
                let after = words(at, units.len() as u32);
                if !after.is_empty() {
                    split.added.push(document().create_text_node(&after).into());
                }
                split.insert();
            }
        }
        Wrapping { nodes }
    }

    /// Removes the elements and restores the text nodes, except those that the page has changed since.
    pub fn undo(self) {
        for SplitNode { node, original, kept, added } in self.nodes {
            for added in &added {
                if let Some(parent) = added.parent_node() {
                    // A parent does not refuse to remove its child.
                    let _ = parent.remove_child(added);
                }
            }
            if node.data() == kept {
                node.set_data(&original);
            }
        }
    }
}

impl SplitNode {
    fn insert(&self) {
        let Some(parent) = self.node.parent_node() else { return };
        let next = self.node.next_sibling();
        self.node.set_data(&self.kept);
        for added in &self.added {
            // Refused only if the page moves the node meanwhile, which it cannot.
            let _ = parent.insert_before(added, next.as_ref());
        }
    }
}
