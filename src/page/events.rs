//! Listeners for events of the whole document or window.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{document, window};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventTarget, KeyboardEvent};
use yew::prelude::*;

/// Calls `handler` for every event called `name` on the document, while the component is mounted.
#[hook]
pub(super) fn use_document_event(name: &'static str, handler: impl Fn(&Event) + 'static) {
    use_event(|| document().into(), name, handler);
}

/// Calls `handler` for every event called `name` on the window, while the component is mounted.
#[hook]
pub(super) fn use_window_event(name: &'static str, handler: impl Fn(&Event) + 'static) {
    use_event(|| window().into(), name, handler);
}

type Handler = Rc<dyn Fn(&Event)>;

#[hook]
fn use_event(target: fn() -> EventTarget, name: &'static str, handler: impl Fn(&Event) + 'static) {
    // The listener is added once and calls the handler of the last render, which has the current state.
    let newest: Rc<RefCell<Option<Handler>>> = use_mut_ref(|| None);
    *newest.borrow_mut() = Some(Rc::new(handler));
    use_effect_with((), move |()| {
        let options = EventListenerOptions::enable_prevent_default();
        let listener = EventListener::new_with_options(&target(), name, options, move |event| {
            let handler = newest.borrow().clone();
            if let Some(handler) = handler {
                handler(event);
            }
        });
        move || drop(listener)
    });
}

/// Whether `event` is in a text field, which handles keys and the clipboard itself.
pub(super) fn is_writing(event: &Event) -> bool {
    let target = event.composed_path().get(0).dyn_into::<Element>();
    target.is_ok_and(|target| {
        target
            .closest("input:not([type=checkbox], [type=file]), textarea, select, [contenteditable]")
            .ok()
            .flatten()
            .is_some()
    })
}

/// The key of a keyboard event without modifiers outside of text fields; none for other events.
pub(super) fn key_of(event: &Event) -> Option<String> {
    let event: &KeyboardEvent = event.dyn_ref()?;
    let is_alone = !event.ctrl_key() && !event.meta_key() && !event.alt_key() && !event.is_composing();
    (is_alone && !is_writing(event)).then(|| event.key())
}
