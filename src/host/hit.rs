//! Finding the highlight under the pointer.

use super::article::HostArticle;
use super::dom::{Computed, ancestors, closest, elements_at, tag};
use super::host::Host;
use super::panel_state::HighlightRef;
use crate::ptr_eq::PtrEq;
use gloo::utils::document;
use wasm_bindgen::prelude::*;
use web_sys::{CaretPosition, Element, MouseEvent, Node, Range};

/// Elements that do something of their own when they are clicked.
const CLICKABLE: &str = "a[href],button,input,select,textarea,label,summary,option,video,audio,[role='button'],\
                         [role='link'],[role='tab'],[role='menuitem'],[onclick],[contenteditable]:not([contenteditable='false'])";
/// Elements that show something without a background.
const OPAQUE_TAGS: [&str; 9] =
    ["img", "video", "canvas", "iframe", "svg", "button", "input", "select", "textarea"];

#[wasm_bindgen]
extern "C" {
    /// CSSOM View, `Document`: finding the caret position at a point. Older browsers have only the second method.
    type Carets;

    #[wasm_bindgen(method, catch, js_name = caretPositionFromPoint)]
    fn position(this: &Carets, x: f64, y: f64) -> Result<Option<CaretPosition>, JsValue>;
    #[wasm_bindgen(method, catch, js_name = caretRangeFromPoint)]
    fn range(this: &Carets, x: f64, y: f64) -> Result<Option<Range>, JsValue>;
}

/// What is under the pointer.
#[derive(Debug)]
pub struct Hit {
    /// The highlight.
    pub highlight: HighlightRef,
    /// Whether a click there does something of the page's own: there is a link or a button.
    pub is_clickable: bool,
    /// Whether a see-through link lies over the words, as cards have that are links as a whole.
    pub is_under_link: bool,
}

/// The shown highlight at the position of `event`.
pub fn hit(host: &Host, event: &MouseEvent) -> Option<Hit> {
    let path = event.composed_path();
    let target: Element = path.get(0).dyn_into().ok()?;
    let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
    for (_, article) in host.articles() {
        let element = article.element().clone();
        let is_in_path = path.includes(&element, 0);
        if !is_in_path && !is_seen_through(&target, &element, x, y) {
            continue;
        }
        let index = highlight_at(&article, x, y)?;
        let is_clickable = is_in_path && clickable_in(&target, &element);
        let is_under_link = !is_in_path && closest(&target, "a[href]").is_some();
        return Some(Hit { highlight: HighlightRef { article, index }, is_clickable, is_under_link });
    }
    None
}

/// Whether `target` or an element around it, inside `article`, does something when it is clicked.
fn clickable_in(target: &Element, article: &Element) -> bool {
    ancestors(target)
        .take_while(|element| element != article)
        .any(|element| element.matches(CLICKABLE).unwrap_or(false))
}

/// Whether the point of the viewport is on `article`, below `target` and other elements without a background: page
/// layers that a reader does not see.
fn is_seen_through(target: &Element, article: &Element, x: f64, y: f64) -> bool {
    let rect = article.get_bounding_client_rect();
    if !(rect.left()..=rect.right()).contains(&x) || !(rect.top()..=rect.bottom()).contains(&y) {
        return false;
    }
    let mut has_target = false;
    for element in elements_at(x, y) {
        if article.contains(Some(&element)) {
            return has_target;
        }
        has_target |= element == *target;
        if OPAQUE_TAGS.contains(&&*tag(&element)) || !Computed::of(&element).is_see_through() {
            return false;
        }
    }
    false
}

/// The index of the shown highlight of `article` at a point of the viewport.
fn highlight_at(article: &PtrEq<HostArticle>, x: f64, y: f64) -> Option<usize> {
    let is_here = |index: &usize| article.is_shown(*index) && covers_point(article, *index, x, y);
    let offset = caret(x, y).and_then(|(node, offset)| article.offset(&node, offset));
    let Some(at) = offset else {
        // There is no caret in shadow roots, in text that cannot be selected, and below other elements.
        return article.shown().find(is_here);
    };
    // The caret is between two characters, and either may be the one under the pointer.
    let highlights = &article.annotated.highlights;
    let first = highlights.partition_point(|highlight| highlight.span.end < at);
    (first..highlights.len()).take_while(|&index| highlights[index].span.start <= at).find(is_here)
}

fn caret(x: f64, y: f64) -> Option<(Node, u32)> {
    let carets: Carets = document().unchecked_into();
    if let Ok(position) = carets.position(x, y) {
        let position = position?;
        return Some((position.offset_node()?, position.offset()));
    }
    let range = carets.range(x, y).ok()??;
    Some((range.start_container().ok()?, range.start_offset().ok()?))
}

/// Whether a point of the viewport is on the words of the highlight at `index`; a caret is at the nearest words,
/// however far.
fn covers_point(article: &HostArticle, index: usize, x: f64, y: f64) -> bool {
    let range = article.range(article.annotated.highlights[index].span);
    let Some(rects) = range.and_then(|range| range.get_client_rects()) else { return false };
    (0..rects.length()).filter_map(|index| rects.item(index)).any(|rect| {
        (rect.left()..=rect.right()).contains(&x) && (rect.top() - 2.0..=rect.bottom() + 2.0).contains(&y)
    })
}
