//! Event listeners that can be started and stopped, with functions that are created once.

use super::dom::{Act, ignore, listen};
use wasm_bindgen::prelude::*;
use web_sys::{Event, EventTarget};

/// An event listener that can be started and stopped.
#[derive(Debug)]
pub struct Listener {
    target: EventTarget,
    name: &'static str,
    /// Whether it listens in the capture phase, and so also to events that do not bubble.
    is_capturing: bool,
    act: Act,
}

impl Listener {
    /// Creates a listener for events called `name` on `target`. It does not listen yet.
    pub fn new(target: &EventTarget, name: &'static str, act: impl FnMut(Event) + 'static) -> Listener {
        Listener { target: target.clone(), name, is_capturing: false, act: Closure::new(act) }
    }

    /// The same listener, in the capture phase.
    pub fn capture(self) -> Listener {
        Listener { is_capturing: true, ..self }
    }

    /// Starts to listen; does nothing if it listens already.
    pub fn start(&self) {
        listen(&self.target, self.name, &self.act, self.is_capturing);
    }

    /// Stops listening.
    pub fn stop(&self) {
        ignore(&self.target, self.name, &self.act, self.is_capturing);
    }
}
