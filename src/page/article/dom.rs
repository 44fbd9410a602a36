//! Operations on the article's elements without rendering: finding, tinting, measuring, scrolling.

use super::mark::group;
use crate::ptr_eq::PtrEq;
use crate::state::{Annotated, Document, Slice};
use gloo::utils::{document, window};
use js_sys::{Function, Reflect};
use manicule_core::Span;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, FocusOptions, HtmlElement, Node, Range, ScrollBehavior, ScrollToOptions};

/// The attributes of the highlights of the selected group, and of the selected highlight.
const SELECTED: &str = "data-selected";
const OPEN: &str = "data-open";
/// Minimum distance of a passage from the edges of the viewport, in CSS pixels.
const MARGIN: f64 = 16.0;

/// The index of the highlight that is the target of `event`.
pub(super) fn highlight_of(event: &Event) -> Option<usize> {
    // Inside a shadow root the target is the host; the composed path has the element.
    let target: Element = event.composed_path().get(0).dyn_into().ok()?;
    target.closest("[data-h]").ok()??.get_attribute("data-h")?.parse().ok()
}

fn mark(article: &Element, highlight: usize) -> Option<HtmlElement> {
    article.query_selector(&format!("[data-h=\"{highlight}\"]")).ok()??.dyn_into().ok()
}

fn each(article: &Element, selector: &str, mut act: impl FnMut(Element)) {
    let Ok(elements) = article.query_selector_all(selector) else { return };
    for index in 0..elements.length() {
        if let Some(element) = elements.get(index).and_then(|node| node.dyn_into().ok()) {
            act(element);
        }
    }
}

fn set(element: &Element, name: &str, value: &str) {
    // Fails only for invalid names, and these are constants.
    let _ = element.set_attribute(name, value);
}

fn unset(element: &Element, name: &str) {
    let _ = element.remove_attribute(name);
}

/// Makes `highlight` the article's only tab stop.
pub(super) fn sync_current(article: &Element, highlight: usize) {
    let wanted = highlight.to_string();
    each(article, "[data-h][tabindex=\"0\"]", |element| {
        if element.get_attribute("data-h").as_deref() != Some(&*wanted) {
            set(&element, "tabindex", "-1");
        }
    });
    if let Some(mark) = mark(article, highlight) {
        set(&mark, "tabindex", "0");
    }
}

/// Tints `selected` and the highlights of its group, and no others.
pub(super) fn sync_selected(article: &Element, annotated: &Annotated, selected: Option<usize>) {
    let highlight =
        selected.map(|index| (index.to_string(), group(annotated, annotated.highlights[index].target)));
    each(article, &format!("[{SELECTED}]"), |element| {
        let stays = highlight
            .as_ref()
            .is_some_and(|(_, group)| element.get_attribute("data-g").as_ref() == Some(group));
        if !stays {
            unset(&element, SELECTED);
        }
    });
    each(article, &format!("[{OPEN}]"), |element| {
        unset(&element, OPEN);
        unset(&element, "aria-expanded");
    });
    let Some((index, group)) = highlight else { return };
    // Group names contain no quotation marks or backslashes.
    each(article, &format!("[data-g=\"{group}\"]:not([{SELECTED}])"), |element| set(&element, SELECTED, ""));
    each(article, &format!("[data-h=\"{index}\"]"), |element| {
        set(&element, OPEN, "");
        set(&element, "aria-expanded", "true");
    });
}

/// Index of the first visible section.
pub(super) fn first_on_screen(article: &Element) -> usize {
    let sections = article.children();
    let (mut low, mut high) = (0, sections.length());
    while low < high {
        let middle = (low + high) / 2;
        let bottom = sections.item(middle).map_or(0.0, |section| section.get_bounding_client_rect().bottom());
        if bottom < 0.0 { low = middle + 1 } else { high = middle }
    }
    low as usize
}

/// Focuses `highlight` and scrolls as little as necessary.
pub fn focus_mark(article: &Element, highlight: usize) {
    if let Some(mark) = mark(article, highlight) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = mark.focus_with_options(&options);
        let rect = mark.get_bounding_client_rect();
        show(rect.top(), rect.bottom(), top_edge(article), window_height());
    }
}

/// Scrolls the text of `span` into the part of the viewport above `limit`, in CSS pixels from its top.
pub async fn reveal(article: Element, text: PtrEq<Document>, span: Span, limit: Option<f64>) {
    let limit = limit.unwrap_or_else(window_height);
    for _ in 0..3 {
        let Some(range) = range(&article, &text, span) else { return };
        let rect = range.get_bounding_client_rect();
        if !show(rect.top(), rect.bottom(), top_edge(&article), limit) {
            return;
        }
        // Sections are laid out only when they come into view, which may move the passage: measure again.
        Slice::start().pause().await;
    }
}

/// Sets custom properties for the position of the gloss on the element that contains the article and the gloss: `--line`
/// is the top of the text of `span`, `--start` its left edge, `--under` the bottom of its `sentence`, in CSS pixels from the
/// top left of that element.
pub fn place(article: &Element, text: &Document, span: Span, sentence: Span) {
    let rect = |span| Some(range(article, text, span)?.get_bounding_client_rect());
    if let (Ok(Some(stage)), Some(words), Some(sentence)) =
        (article.closest(".desk, .element"), rect(span), rect(sentence))
        && let Some(stage) = stage.dyn_ref::<HtmlElement>()
    {
        let (origin, style) = (stage.get_bounding_client_rect(), stage.style());
        let set = |name, value: f64| {
            // Setting a custom property cannot fail.
            let _ = style.set_property(name, &format!("{}px", value.round() as i32));
        };
        set("--line", words.top() - origin.top());
        set("--start", words.left() - origin.left());
        set("--under", sentence.bottom() - origin.top());
    }
}

/// The bottom of the sticky elements at the top of the viewport.
fn top_edge(article: &Element) -> f64 {
    let root = article.get_root_node();
    let root: Option<&web_sys::Document> = root.dyn_ref();
    let bar = root.and_then(|root| root.query_selector("[data-sticky]").ok().flatten());
    bar.map(|bar| bar.get_bounding_client_rect())
        .filter(|rect| rect.top() <= 0.0 && rect.width() > window_width() / 2.0)
        .map_or(0.0, |rect| rect.bottom())
}

fn window_height() -> f64 {
    window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(0.0)
}

fn window_width() -> f64 {
    window().inner_width().ok().and_then(|width| width.as_f64()).unwrap_or(0.0)
}

/// Scrolls so that `top..bottom` is within `from..to`, all in CSS pixels from the top of the viewport: centred if there is
/// room, else with its top visible. Returns whether it had to scroll.
fn show(top: f64, bottom: f64, from: f64, to: f64) -> bool {
    if top >= from + MARGIN / 2.0 && bottom <= to - MARGIN / 2.0 {
        return false;
    }
    let spare = (to - from) - (bottom - top);
    let wanted = from + (spare / 2.0).max(MARGIN);
    let by = top - wanted;
    let options = ScrollToOptions::new();
    options.set_top(by);
    // Smooth scrolling over a long distance would take long and lay out everything in between.
    let near = by.abs() < 1.5 * window_height() && !reduced_motion();
    options.set_behavior(if near { ScrollBehavior::Smooth } else { ScrollBehavior::Instant });
    window().scroll_by_with_scroll_to_options(&options);
    // A jump may be off after a layout change, so the caller measures again.
    !near && by.abs() > 1.0
}

fn reduced_motion() -> bool {
    let query = window().match_media("(prefers-reduced-motion: reduce)");
    query.ok().flatten().is_some_and(|query| query.matches())
}

/// The DOM range of `span`, which must be within one block.
fn range(article: &Element, text: &Document, span: Span) -> Option<Range> {
    let block = text.article.blocks.partition_point(|block| block.span.start <= span.start).checked_sub(1)?;
    let element = article.query_selector(&format!("[data-b=\"{block}\"]")).ok()??;
    let start = text.article.blocks[block].span.start;
    let units = |to: usize| text.text[start..to].encode_utf16().count() as u32;
    let range = document().create_range().ok()?;
    let mut position = Position { at: 0, range: &range, start: units(span.start), end: units(span.end) };
    position.walk(&element);
    Some(range)
}

/// Walks the text nodes of a block to set a range by UTF-16 offsets.
struct Position<'r> {
    at: u32,
    range: &'r Range,
    start: u32,
    end: u32,
}

impl Position<'_> {
    fn walk(&mut self, node: &Node) {
        if node.node_type() == Node::TEXT_NODE {
            let next = self.at + node.node_value().map_or(0, |words| words.encode_utf16().count() as u32);
            if (self.at..next).contains(&self.start) {
                let _ = self.range.set_start(node, self.start - self.at);
            }
            if self.at < self.end && self.end <= next {
                let _ = self.range.set_end(node, self.end - self.at);
            }
            self.at = next;
            return;
        }
        let children = node.child_nodes();
        for index in 0..children.length() {
            if let Some(child) = children.get(index) {
                self.walk(&child);
            }
        }
    }
}

/// Tints `span`, the sentence of the selected highlight; none removes the tint.
///
/// Running text is painted with the CSS Custom Highlight API; `<mark>` elements, whose lines would lose their colour, get
/// an attribute.
pub fn paint_passage(article: &Element, text: &Document, span: Option<Span>) {
    each(article, &format!("[{PASSAGE}]"), |mark| unset(&mark, PASSAGE));
    let ranges = js_sys::Array::new();
    if let Some(range) = span.and_then(|span| range(article, text, span))
        && let Ok(block) = range.common_ancestor_container()
    {
        split(&block, &range, &ranges);
    }
    // Without the API only the `<mark>` elements are tinted.
    let _ = highlight(&ranges);
}

/// The attribute of `<mark>` elements in the tinted sentence, and the name of its highlight: `::highlight(data-passage)`.
const PASSAGE: &str = "data-passage";

/// Collects the parts of `range` that are running text under `node`, and sets the attribute of its `<mark>` elements.
fn split(node: &Node, range: &Range, ranges: &js_sys::Array) {
    if !range.intersects_node(node).unwrap_or(false) {
        return;
    }
    if let Some(mark) = node.dyn_ref::<Element>().filter(|element| element.has_attribute("data-h")) {
        set(mark, PASSAGE, "");
        return;
    }
    if node.node_type() == Node::TEXT_NODE {
        let Ok(part) = document().create_range() else { return };
        let is = |container: Result<Node, JsValue>| container.is_ok_and(|container| container == *node);
        let length = node.node_value().map_or(0, |words| words.encode_utf16().count() as u32);
        let start = if is(range.start_container()) { range.start_offset().unwrap_or(0) } else { 0 };
        let end = if is(range.end_container()) { range.end_offset().unwrap_or(length) } else { length };
        if part.set_start(node, start).and_then(|()| part.set_end(node, end)).is_ok() {
            ranges.push(&part);
        }
        return;
    }
    let children = node.child_nodes();
    for index in 0..children.length() {
        if let Some(child) = children.get(index) {
            split(&child, range, ranges);
        }
    }
}

/// Sets the ranges of the page's highlight; does nothing without the API.
fn highlight(ranges: &js_sys::Array) -> Option<()> {
    let css = Reflect::get(&window(), &"CSS".into()).ok()?;
    let registry = Reflect::get(&css, &"highlights".into()).ok().filter(|registry| registry.is_object())?;
    let constructor: Function = Reflect::get(&window(), &"Highlight".into()).ok()?.dyn_into().ok()?;
    let highlight = Reflect::construct(&constructor, ranges).ok()?;
    let set: Function = Reflect::get(&registry, &"set".into()).ok()?.dyn_into().ok()?;
    set.call2(&registry, &PASSAGE.into(), &highlight).ok()?;
    Some(())
}
