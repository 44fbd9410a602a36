//! Handling pointer and keyboard events on the host page. No event is stopped, so the page's own handlers still get
//! them.

use super::article::HostArticle;
use super::css::{adopt, new_sheet, unadopt};
use super::dom::closest;
use super::host::Host;
use super::listener::Listener;
use super::panel_state::{HighlightRef, Placement};
use crate::ptr_eq::PtrEq;
use crate::state::Focus;
use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{
    CaretPosition, CssStyleSheet, Element, Event, KeyboardEvent, MouseEvent, Node, PointerEvent, Range,
};

/// How long the pointer rests on a highlight before its preview is shown, in milliseconds. Both delays are those of
/// Wikipedia's page previews.
const SHOW_DELAY: u32 = 500;
/// How long the preview stays after the pointer has left the highlight, in milliseconds.
const HIDE_DELAY: u32 = 300;

/// Elements that do something of their own when they are clicked.
const CLICKABLE: &str = "a[href],button,input,select,textarea,label,summary,option,video,audio,[role='button'],\
                         [role='link'],[role='tab'],[role='menuitem'],[onclick],[contenteditable]:not([contenteditable='false'])";

#[wasm_bindgen]
extern "C" {
    /// CSSOM View, `Document`: finding the caret position at a point. Older browsers have only the second method.
    type Carets;

    #[wasm_bindgen(method, catch, js_name = caretPositionFromPoint)]
    fn position(this: &Carets, x: f64, y: f64) -> Result<Option<CaretPosition>, JsValue>;
    #[wasm_bindgen(method, catch, js_name = caretRangeFromPoint)]
    fn range(this: &Carets, x: f64, y: f64) -> Result<Option<Range>, JsValue>;
}

/// The listeners for pointer and keyboard events on the host page.
#[derive(Debug)]
pub struct Pointer {
    listeners: [Listener; 5],
    hover: Rc<Hover>,
}

/// Handles an event.
type Handler = fn(&Host, &Hover, &Event);

/// The highlight under the pointer, and the timer for its preview.
#[derive(Debug)]
struct Hover {
    hovered: RefCell<Option<HighlightRef>>,
    timer: RefCell<Option<Timeout>>,
    /// A style sheet that shows the cursor for links; disabled while the pointer is not on a highlight. A style
    /// attribute on the page's elements would change its document.
    cursor: CssStyleSheet,
}

impl Pointer {
    /// The listeners, not started yet.
    ///
    /// # Errors
    /// The browser's exception where it lacks constructed style sheets.
    pub fn new(host: &PtrEq<Host>) -> Result<Pointer, JsValue> {
        let cursor = new_sheet(":root :hover{cursor:pointer}")?;
        cursor.set_disabled(true);
        let hover = Rc::new(Hover { hovered: RefCell::default(), timer: RefCell::default(), cursor });
        let on = |target: &web_sys::EventTarget, name, handler: Handler| {
            let (host, hover) = (host.clone(), hover.clone());
            Listener::new(target, name, move |event| handler(&host, &hover, &event))
        };
        let (page, screen) = (document(), window());
        let listeners = [
            on(&page, "pointermove", |host, hover, event| hover.on_move(host, event)),
            on(&page, "click", |host, hover, event| {
                hover.timer.take();
                on_click(host, event);
            }),
            on(&page, "keydown", |host, _, event| on_keydown(host, event)),
            // Scroll events of elements do not bubble, hence the capture phase.
            on(&screen, "scroll", |host, hover, _| {
                // The next move of the pointer says what it is on.
                hover.hovered.take();
                hover.timer.take();
                on_scroll(host);
            })
            .capture(),
            on(&screen, "resize", |host, _, _| on_resize(host)),
        ];
        Ok(Pointer { listeners, hover })
    }

    /// Adds the listeners to the page.
    pub fn start(&self) {
        adopt(&self.hover.cursor);
        self.listeners.iter().for_each(Listener::start);
    }

    /// Removes the listeners and cancels a pending preview.
    pub fn stop(&self) {
        self.listeners.iter().for_each(Listener::stop);
        self.hover.hovered.take();
        self.hover.timer.take();
        self.hover.set_pointer_cursor(false);
        unadopt(&self.hover.cursor);
    }
}

impl Hover {
    fn on_move(&self, host: &Host, event: &Event) {
        let Some(event) = event.dyn_ref::<PointerEvent>().filter(|event| event.pointer_type() == "mouse")
        else {
            return;
        };
        if host.contains_event(event) {
            // On the preview itself, which stays visible.
            self.hovered.take();
            self.timer.take();
            self.set_pointer_cursor(false);
            return;
        }
        // While a button is pressed, the reader is selecting or dragging.
        let hovered = if event.buttons() == 0 { highlight_at(host, event) } else { None };
        self.set_pointer_cursor(hovered.is_some());
        let shown = host.state().preview;
        // When the pointer comes from the preview, `self.hovered` is already none.
        let is_leaving = hovered.is_none() && shown.is_some() && self.timer.borrow().is_none();
        if *self.hovered.borrow() == hovered && !is_leaving {
            return;
        }
        self.hovered.replace(hovered.clone());
        let timer = match hovered {
            Some(highlight) if shown.as_ref() == Some(&highlight) => None,
            Some(highlight) if !is_open(host, &highlight) => after(SHOW_DELAY, move |host| {
                host.change(|state| state.preview = Some(highlight));
            }),
            _ if shown.is_some() => after(HIDE_DELAY, |host| host.change(|state| state.preview = None)),
            _ => None,
        };
        self.timer.replace(timer);
    }

    fn set_pointer_cursor(&self, is_pointer: bool) {
        if self.cursor.disabled() == is_pointer {
            self.cursor.set_disabled(!is_pointer);
        }
    }
}

/// Calls `handler` after `milliseconds`, unless the timer is dropped before.
fn after(milliseconds: u32, handler: impl FnOnce(&Host) + 'static) -> Option<Timeout> {
    Some(Timeout::new(milliseconds, move || handler(&Host::current())))
}

fn is_open(host: &Host, highlight: &HighlightRef) -> bool {
    host.state().open.is_some_and(|(open, _)| open == *highlight)
}

fn on_click(host: &Host, event: &Event) {
    let Some(event) = event.dyn_ref::<MouseEvent>() else { return };
    if host.contains_event(event) || event.button() != 0 {
        return;
    }
    let is_plain = !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key());
    let is_selecting =
        window().get_selection().ok().flatten().is_some_and(|selection| !selection.is_collapsed());
    if is_selecting {
        return;
    }
    let is_taken = event.default_prevented() || target_of(event).is_none_or(|target| is_clickable(&target));
    match highlight_at(host, event) {
        Some(highlight) if is_plain && !is_taken => {
            host.select(highlight.clone(), Focus::Gloss);
            if host.state().placement == Placement::Sheet {
                host.reveal(&highlight);
            }
        }
        _ => {
            host.set_list_open(false);
            host.dismiss();
        }
    }
}

fn on_keydown(host: &Host, event: &Event) {
    let is_escape = event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape");
    if !is_escape {
        return;
    }
    let state = host.state();
    if state.preview.is_some() {
        host.change(|state| state.preview = None);
    }
    if state.open.is_some() {
        host.dismiss();
    } else {
        host.set_list_open(false);
    }
}

fn on_scroll(host: &Host) {
    let state = host.state();
    if state.preview.is_some() {
        host.change(|state| state.preview = None);
    }
    if state.open.is_some() {
        host.update_layout();
    }
}

fn on_resize(host: &Host) {
    if let Some((highlight, _)) = host.state().open
        && let Some(page) = host.page_of(&highlight.article)
    {
        let placement = super::layout::placement(&highlight, page.options.card);
        host.change(|state| state.placement = placement);
    }
}

/// The shown highlight at the position of `event`.
fn highlight_at(host: &Host, event: &MouseEvent) -> Option<HighlightRef> {
    let target = target_of(event)?;
    let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
    let articles = host.articles();
    let (_, article) = articles.into_iter().find(|(_, article)| article.element().contains(Some(&target)))?;
    let (node, offset) = caret(x, y)?;
    let at = article.offset(&node, offset)?;
    // The caret is between two characters, and either may be the one under the pointer.
    let highlights = &article.annotated.highlights;
    let first = highlights.partition_point(|highlight| highlight.span.end < at);
    let near = (first..highlights.len()).take_while(|&index| highlights[index].span.start <= at);
    let index =
        near.into_iter().find(|&index| article.is_shown(index) && covers_point(&article, index, x, y))?;
    Some(HighlightRef { article, index })
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

fn target_of(event: &Event) -> Option<Element> {
    event.composed_path().get(0).dyn_into().ok()
}

fn is_clickable(element: &Element) -> bool {
    closest(element, CLICKABLE).is_some()
}
