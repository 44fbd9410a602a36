//! Listening to the page, with functions that are made once.

use super::dom::{Act, ignore, listen};
use wasm_bindgen::prelude::*;
use web_sys::{Event, EventTarget};

/// What follows from an event, while the listener is told to listen.
#[derive(Debug)]
pub struct Listener {
    target: EventTarget,
    name: &'static str,
    /// Whether it hears of events on their way down, and so of those that do not bubble.
    is_early: bool,
    act: Act,
}

impl Listener {
    /// A listener for events called `name` that pass `target`; it does not listen yet.
    pub fn new(target: &EventTarget, name: &'static str, act: impl FnMut(Event) + 'static) -> Listener {
        Listener { target: target.clone(), name, is_early: false, act: Closure::new(act) }
    }

    /// The same, for events on their way down.
    pub fn early(self) -> Listener {
        Listener { is_early: true, ..self }
    }

    /// Listens; nothing changes if it does.
    pub fn start(&self) {
        listen(&self.target, self.name, &self.act, self.is_early);
    }

    /// Listens no more.
    pub fn stop(&self) {
        ignore(&self.target, self.name, &self.act, self.is_early);
    }
}
