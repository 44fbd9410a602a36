//! Event listeners that are created once, then added and removed as often as needed.

use super::dom::{Handler, add_listener, remove_listener};
use wasm_bindgen::prelude::*;
use web_sys::{Event, EventTarget};

/// A handler for one kind of event on one target. It is called between [`Listener::start`] and [`Listener::stop`].
#[derive(Debug)]
pub struct Listener {
    target: EventTarget,
    name: &'static str,
    /// Whether it listens in the capture phase, which also reaches it with events that do not bubble.
    capture: bool,
    handler: Handler,
}

impl Listener {
    /// A listener for events called `name` on `target` and its descendants; it is not added yet.
    pub fn new(target: &EventTarget, name: &'static str, handler: impl FnMut(Event) + 'static) -> Listener {
        Listener { target: target.clone(), name, capture: false, handler: Closure::new(handler) }
    }

    /// The same listener in the capture phase.
    pub fn capture(self) -> Listener {
        Listener { capture: true, ..self }
    }

    /// Adds the listener; does nothing if it is added already.
    pub fn start(&self) {
        add_listener(&self.target, self.name, &self.handler, self.capture);
    }

    /// Removes the listener.
    pub fn stop(&self) {
        remove_listener(&self.target, self.name, &self.handler, self.capture);
    }
}
