//! Handling pointer and keyboard events on the host page. No event is stopped, so the page's own handlers still get
//! them; they are heard in the capture phase, so the page's handlers cannot stop them either.

use super::css::{adopt, new_sheet, unadopt};
use super::hit::hit;
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
use web_sys::{CssStyleSheet, Element, Event, KeyboardEvent, MouseEvent, PointerEvent};

/// How long the pointer rests on a highlight before its preview is shown, in milliseconds. Both delays are those of
/// Wikipedia's page previews.
const SHOW_DELAY: u32 = 500;
/// How long the preview stays after the pointer has left the highlight, in milliseconds.
const HIDE_DELAY: u32 = 300;

/// The listeners for pointer and keyboard events on the host page.
#[derive(Debug)]
pub struct Pointer {
    listeners: [Listener; 6],
    hover: Rc<Hover>,
}

/// Handles an event.
type Handler = fn(&Host, &Hover, &Event);

/// The highlight under the pointer, and the timer for its preview.
#[derive(Debug)]
struct Hover {
    hovered: RefCell<Option<HighlightRef>>,
    timer: RefCell<Option<Timeout>>,
    /// The timer for handling a click after the page has.
    click: Rc<RefCell<Option<Timeout>>>,
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
        let hover = Rc::new(Hover {
            hovered: RefCell::default(),
            timer: RefCell::default(),
            click: Rc::default(),
            cursor,
        });
        let on = |target: &web_sys::EventTarget, name, handler: Handler| {
            let (host, hover) = (host.clone(), hover.clone());
            Listener::new(target, name, move |event| handler(&host, &hover, &event))
        };
        let (page, screen) = (document(), window());
        let listeners = [
            on(&screen, "pointermove", |host, hover, event| hover.on_move(host, event)).capture(),
            on(&screen, "click", |host, hover, event| {
                hover.timer.take();
                hover.on_click(host, event);
            })
            .capture(),
            on(&page, "fullscreenchange", |host, _, _| host.raise_panel()),
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
        adopt(&document(), &self.hover.cursor);
        self.listeners.iter().for_each(Listener::start);
    }

    /// Removes the listeners and cancels a pending preview.
    pub fn stop(&self) {
        self.listeners.iter().for_each(Listener::stop);
        self.hover.hovered.take();
        self.hover.timer.take();
        self.hover.set_pointer_cursor(false);
        unadopt(&document(), &self.hover.cursor);
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
        let hovered = if event.buttons() == 0 { hit(host, event).map(|hit| hit.highlight) } else { None };
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

    fn on_click(&self, host: &Host, event: &Event) {
        let Some(event) = event.dyn_ref::<MouseEvent>() else { return };
        if host.contains_event(event) || event.button() != 0 {
            return;
        }
        let is_plain = !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key());
        let found = hit(host, event).filter(|hit| is_plain && !hit.is_clickable);
        let is_handled = self.click.borrow().is_some();
        if found.is_none() && is_handled {
            // A label clicks on its field when it is clicked.
            return;
        }
        if found.as_ref().map_or_else(|| is_selecting(host), |hit| is_selecting_in(&hit.highlight)) {
            return;
        }
        if found.as_ref().is_some_and(|hit| hit.is_under_link) {
            // The reader clicks on the words, not on the layer above them.
            event.prevent_default();
        }
        let under_link = found.as_ref().is_some_and(|hit| hit.is_under_link);
        let event = event.clone();
        let pending = self.click.clone();
        let act = move || {
            // A timer must not be dropped inside its own callback.
            let _done = pending.take();
            let host = Host::current();
            // A page that prevents the default action has taken the click.
            match found {
                Some(hit) if under_link || !event.default_prevented() => {
                    host.select(hit.highlight.clone(), Focus::Gloss);
                    if host.state().placement == Placement::Sheet {
                        host.reveal(&hit.highlight);
                    }
                }
                _ => {
                    host.set_list_open(false);
                    host.dismiss();
                }
            }
        };
        // After the page's own handlers, which come later than this one.
        self.click.replace(Some(Timeout::new(0, act)));
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

/// Whether text of an article is selected.
fn is_selecting(host: &Host) -> bool {
    host.articles().into_iter().any(|(_, article)| is_selected_in(&article.element()))
}

/// Whether text of the article of `highlight` is selected.
fn is_selecting_in(highlight: &HighlightRef) -> bool {
    is_selected_in(&highlight.article.element())
}

fn is_selected_in(element: &Element) -> bool {
    let selection = window().get_selection().ok().flatten().filter(|selection| !selection.is_collapsed());
    let range = selection.and_then(|selection| selection.get_range_at(0).ok());
    range.is_some_and(|range| range.intersects_node(element).unwrap_or(false))
}

fn is_open(host: &Host, highlight: &HighlightRef) -> bool {
    host.state().open.is_some_and(|(open, _)| open == *highlight)
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
