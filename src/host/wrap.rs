//! Highlights as elements around words, for browsers that cannot paint ranges.

use gloo::utils::document;
use std::ops::Range;
use web_sys::{Element, Text};

/// The elements around words, and what is needed to restore the page.
#[derive(Debug, Default)]
pub struct Wrapping {
    nodes: Vec<Wrapped>,
}

/// A text node that was split. It stays in place and keeps its first words; the nodes after it belong to the program.
#[derive(Debug)]
struct Wrapped {
    node: Text,
    whole: String,
    kept: String,
    added: Vec<Added>,
}

#[derive(Debug)]
enum Added {
    Highlight(Element),
    Words(Text),
}

impl Wrapping {
    /// Wraps each part, a node with a range of UTF-16 units, in an element with the given class. Parts must be in document
    /// order and must not overlap.
    pub fn wrap(parts: Vec<(Text, Range<u32>, String)>) -> Wrapping {
        let mut nodes: Vec<Wrapped> = Vec::new();
        let mut at = 0;
        let mut rest = Vec::new();
        let mut parts = parts.into_iter().peekable();
        while let Some((node, range, class)) = parts.next() {
            if nodes.last().is_none_or(|last| last.node != node) {
                let whole = node.data();
                rest = whole.encode_utf16().collect();
                at = 0;
                nodes.push(Wrapped { node: node.clone(), whole, kept: String::new(), added: Vec::new() });
            }
            let Some(wrapped) = nodes.last_mut() else { continue };
            let words = |from: u32, to: u32| {
                let end = (to as usize).min(rest.len());
                String::from_utf16_lossy(&rest[(from as usize).min(end)..end])
            };
            let before = words(at, range.start);
            match wrapped.added.is_empty() {
                true => wrapped.kept = before,
                false => wrapped.added.push(Added::Words(document().create_text_node(&before))),
            }
            // Creating an element with a valid name cannot fail.
            let Ok(mark) = document().create_element("mark") else { continue };
            mark.set_class_name(&format!("manicule-mark {class}"));
            mark.set_text_content(Some(&words(range.start, range.end)));
            wrapped.added.push(Added::Highlight(mark));
            at = range.end;
            if parts.peek().is_none_or(|(next, ..)| *next != node) {
                let after = words(at, rest.len() as u32);
                if !after.is_empty() {
                    wrapped.added.push(Added::Words(document().create_text_node(&after)));
                }
                wrapped.show();
            }
        }
        Wrapping { nodes }
    }

    /// Restores the original text nodes. What the page has changed since stays as it is.
    pub fn undo(self) {
        for Wrapped { node, whole, kept, added } in self.nodes {
            for added in &added {
                match added {
                    Added::Highlight(mark) => mark.remove(),
                    Added::Words(words) => words.remove(),
                }
            }
            if node.data() == kept {
                node.set_data(&whole);
            }
        }
    }
}

impl Wrapped {
    fn show(&self) {
        let Some(parent) = self.node.parent_node() else { return };
        let next = self.node.next_sibling();
        self.node.set_data(&self.kept);
        for added in &self.added {
            let node: &web_sys::Node = match added {
                Added::Highlight(mark) => mark,
                Added::Words(words) => words,
            };
            // Fails only if the page has moved the node in between, which is impossible here.
            let _ = parent.insert_before(node, next.as_ref());
        }
    }
}
