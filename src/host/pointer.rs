//! Pointer and keyboard events on the host page. The host page gets all events: none is stopped.

use super::article::HostArticle;
use super::css::{adopt, sheet, unadopt};
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

/// Milliseconds that the pointer rests on a highlight before its preview is shown, and after it has left until the preview
/// is hidden: the timing of Wikipedia's page previews.
const BEFORE: u32 = 500;
const GRACE: u32 = 300;

/// Elements that handle clicks themselves.
const CLICKABLE: &str = "a[href],button,input,select,textarea,label,summary,option,video,audio,[role='button'],\
                         [role='link'],[role='tab'],[role='menuitem'],[onclick],[contenteditable]:not([contenteditable='false'])";

#[wasm_bindgen]
extern "C" {
    /// Methods of a document that find the caret position at a point; older browsers have only the second.
    type Carets;

    #[wasm_bindgen(method, catch, js_name = caretPositionFromPoint)]
    fn position(this: &Carets, x: f64, y: f64) -> Result<Option<CaretPosition>, JsValue>;
    #[wasm_bindgen(method, catch, js_name = caretRangeFromPoint)]
    fn range(this: &Carets, x: f64, y: f64) -> Result<Option<Range>, JsValue>;
}

/// The listeners on the host page.
#[derive(Debug)]
pub struct Pointer {
    listeners: [Listener; 5],
    hover: Rc<Hover>,
}

/// The handler of an event.
type Act = fn(&Host, &Hover, &Event);

/// The highlight under the pointer, and the timer of its preview.
#[derive(Debug)]
struct Hover {
    over: RefCell<Option<HighlightRef>>,
    timer: RefCell<Option<Timeout>>,
    /// The style sheet that shows a pointing hand while it is enabled; a style attribute would change the page's elements.
    hand: CssStyleSheet,
}

impl Pointer {
    /// Creates the listeners; they do not listen yet.
    ///
    /// # Errors
    /// The browser's exception if it has no constructable style sheets.
    pub fn new(host: &PtrEq<Host>) -> Result<Pointer, JsValue> {
        let hand = sheet(":root :hover{cursor:pointer}")?;
        hand.set_disabled(true);
        let hover = Rc::new(Hover { over: RefCell::default(), timer: RefCell::default(), hand });
        let on = |target: &web_sys::EventTarget, name, act: Act| {
            let (host, hover) = (host.clone(), hover.clone());
            Listener::new(target, name, move |event| act(&host, &hover, &event))
        };
        let (page, screen) = (document(), window());
        let listeners = [
            on(&page, "pointermove", |host, hover, event| hover.moved(host, event)),
            on(&page, "click", |host, hover, event| {
                hover.timer.take();
                clicked(host, event);
            }),
            on(&page, "keydown", |host, _, event| pressed(host, event)),
            // In the capture phase, so that it includes scrolling elements.
            on(&screen, "scroll", |host, hover, _| {
                // The next pointer move determines what is under the pointer now.
                hover.over.take();
                hover.timer.take();
                moved_on(host);
            })
            .capture(),
            on(&screen, "resize", |host, _, _| resized(host)),
        ];
        Ok(Pointer { listeners, hover })
    }

    /// Starts the listeners.
    pub fn start(&self) {
        adopt(&self.hover.hand);
        self.listeners.iter().for_each(Listener::start);
    }

    /// Stops the listeners and the timer.
    pub fn stop(&self) {
        self.listeners.iter().for_each(Listener::stop);
        self.hover.over.take();
        self.hover.timer.take();
        self.hover.set_hand(false);
        unadopt(&self.hover.hand);
    }
}

impl Hover {
    fn moved(&self, host: &Host, event: &Event) {
        let Some(event) = event.dyn_ref::<PointerEvent>().filter(|event| event.pointer_type() == "mouse")
        else {
            return;
        };
        if host.contains_event(event) {
            // The pointer is on the panel, such as the preview, which stays.
            self.over.take();
            self.timer.take();
            self.set_hand(false);
            return;
        }
        // Ignore the pointer while the reader selects or drags.
        let over = if event.buttons() == 0 { hit(host, event) } else { None };
        self.set_hand(over.is_some());
        let shown = host.state().preview;
        // The pointer may leave from the preview, where no highlight is recorded.
        let is_leaving = over.is_none() && shown.is_some() && self.timer.borrow().is_none();
        if *self.over.borrow() == over && !is_leaving {
            return;
        }
        self.over.replace(over.clone());
        let timer = match over {
            Some(highlight) if shown.as_ref() == Some(&highlight) => None,
            Some(highlight) if !is_open(host, &highlight) => later(BEFORE, move |host| {
                host.change(|state| state.preview = Some(highlight));
            }),
            _ if shown.is_some() => later(GRACE, |host| host.change(|state| state.preview = None)),
            _ => None,
        };
        self.timer.replace(timer);
    }

    fn set_hand(&self, is_hand: bool) {
        if self.hand.disabled() == is_hand {
            self.hand.set_disabled(!is_hand);
        }
    }
}

/// Calls `act` after this many milliseconds.
fn later(milliseconds: u32, act: impl FnOnce(&Host) + 'static) -> Option<Timeout> {
    Some(Timeout::new(milliseconds, move || act(&Host::current())))
}

fn is_open(host: &Host, highlight: &HighlightRef) -> bool {
    host.state().open.is_some_and(|(open, _)| open == *highlight)
}

fn clicked(host: &Host, event: &Event) {
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
    match hit(host, event) {
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

fn pressed(host: &Host, event: &Event) {
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

/// Handles scrolling.
fn moved_on(host: &Host) {
    let state = host.state();
    if state.preview.is_some() {
        host.change(|state| state.preview = None);
    }
    if state.open.is_some() {
        host.update_layout();
    }
}

fn resized(host: &Host) {
    if let Some((highlight, _)) = host.state().open
        && let Some(page) = host.page_of(&highlight.article)
    {
        let placement = super::layout::placement(&highlight, page.options.card);
        host.change(|state| state.placement = placement);
    }
}

/// The highlight at the position of `event`.
fn hit(host: &Host, event: &MouseEvent) -> Option<HighlightRef> {
    let target = target_of(event)?;
    let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
    let articles = host.articles();
    let (_, article) = articles.into_iter().find(|(_, article)| article.element().contains(Some(&target)))?;
    let (node, offset) = caret(x, y)?;
    let at = article.offset(&node, offset)?;
    // The caret is between two characters; the pointer may be on either.
    let highlights = &article.annotated.highlights;
    let first = highlights.partition_point(|highlight| highlight.span.end < at);
    let near = (first..highlights.len()).take_while(|&index| highlights[index].span.start <= at);
    let index = near.into_iter().find(|&index| article.is_shown(index) && is_on(&article, index, x, y))?;
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

/// Whether the point is on the text of a highlight; the caret position may only be the nearest one.
fn is_on(article: &HostArticle, index: usize, x: f64, y: f64) -> bool {
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
