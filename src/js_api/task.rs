//! Cancelling long work and reporting its progress to JavaScript.

use js_sys::Function;
use std::cell::Cell;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::AbortSignal;

/// A caller's `signal` and `onProgress` for one piece of long work.
#[derive(Debug)]
pub struct Task {
    signal: Option<AbortSignal>,
    on_progress: Option<Function>,
    /// The last whole per cent that was reported.
    percent: Cell<f64>,
}

impl Task {
    /// A task with a caller's `signal`, an `AbortSignal`, and `on_progress`, a function; anything else is ignored.
    pub fn new(signal: &JsValue, on_progress: &JsValue) -> Task {
        Task {
            signal: signal.dyn_ref().cloned(),
            on_progress: on_progress.dyn_ref().cloned(),
            percent: Cell::new(-1.0),
        }
    }

    /// Whether the caller has not aborted the work.
    pub fn is_wanted(&self) -> bool {
        !self.signal.as_ref().is_some_and(AbortSignal::aborted)
    }

    /// Calls the caller's function with the fraction done, 0 to 1, at most once for each per cent.
    pub fn report(&self, fraction: f64) {
        let percent = (fraction * 100.0).floor();
        if self.percent.replace(percent) != percent
            && let Some(function) = &self.on_progress
        {
            // An exception in the caller's function must not end the work.
            let _ = function.call1(&JsValue::UNDEFINED, &fraction.into());
        }
    }

    /// What the promise of cancelled work is rejected with: the signal's reason if it was aborted.
    pub fn cancelled(&self) -> JsValue {
        let aborted = self.signal.as_ref().filter(|signal| signal.aborted());
        aborted.map_or_else(|| super::Error::Cancelled.into(), AbortSignal::reason)
    }
}
