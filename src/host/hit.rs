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
    /// Whether the words are in a link, a button or the like.
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
        let clickable =
            if is_in_path { clickable_in(&target, &element) } else { closest(&target, "a[href],button") };
        let index = highlight_at(&article, x, y, !is_in_path || clickable.is_some())?;
        let highlight = HighlightRef { article, index };
        // A link may lie over words that are not in it.
        let is_around_words = |clickable: &Element| {
            let range = highlight.article.range(highlight.get().span);
            let node = range.and_then(|range| range.start_container().ok());
            node.is_some_and(|node| clickable.contains(Some(&node)))
        };
        let (is_clickable, is_under_link) = match &clickable {
            None => (false, false),
            Some(clickable) if is_around_words(clickable) => (true, false),
            Some(clickable) if tag(clickable) == "a" => (false, true),
            Some(_) => return None,
        };
        return Some(Hit { highlight, is_clickable, is_under_link });
    }
    None
}

/// The nearest of `target` and the elements around it, inside `article`, that does something when it is clicked.
fn clickable_in(target: &Element, article: &Element) -> Option<Element> {
    ancestors(target)
        .take_while(|element| element != article)
        .find(|element| element.matches(CLICKABLE).unwrap_or(false))
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

/// The index of the shown highlight of `article` at a point of the viewport. `is_covered` is whether another element may
/// lie over the words.
fn highlight_at(article: &PtrEq<HostArticle>, x: f64, y: f64, is_covered: bool) -> Option<usize> {
    let is_here = |index: &usize| article.is_shown(*index) && covers_point(article, *index, x, y);
    let offset = caret(x, y).and_then(|(node, offset)| article.offset(&node, offset));
    let Some(at) = offset.filter(|_| !is_covered) else {
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
