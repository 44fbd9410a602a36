//! Long work in slices, so that the page never keeps its reader waiting.

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::MessageChannel;

/// A slice is over after this many milliseconds: half a frame at 60 Hz.
const SLICE: f64 = 8.0;

/// A stretch of uninterrupted work.
#[derive(Debug)]
pub struct Slice {
    started: f64,
}

impl Slice {
    /// A slice that starts now.
    pub fn start() -> Slice {
        Slice { started: now() }
    }

    /// Milliseconds since the slice started.
    pub fn elapsed(&self) -> f64 {
        now() - self.started
    }

    /// Whether the slice has lasted long enough.
    pub fn is_over(&self) -> bool {
        self.elapsed() >= SLICE
    }

    /// Gives the browser its turn if this slice has lasted long enough, then starts the next one.
    pub async fn pause_if_over(&mut self) {
        if self.is_over() {
            self.pause().await;
        }
    }

    /// Gives the browser its turn, then starts the next slice.
    pub async fn pause(&mut self) {
        yield_to_browser().await;
        self.started = now();
    }
}

#[wasm_bindgen]
extern "C" {
    /// Milliseconds on a clock that never runs backwards.
    #[wasm_bindgen(js_namespace = performance)]
    fn now() -> f64;
}

/// Ends when the browser has had a turn for input, painting and timers.
///
/// A message to ourselves waits in line with everything else. A timer would be held back to 4 ms and, in a hidden tab, to
/// a second; what follows `scheduler.yield()` goes before all timers, Yew's among them, and the page would not show what
/// its reader does.
async fn yield_to_browser() {
    // The promise is never rejected.
    let _ = JsFuture::from(message_to_ourselves()).await;
}

fn message_to_ourselves() -> Promise {
    Promise::new(&mut |resolve, _| {
        let Ok(channel) = MessageChannel::new() else {
            let _ = resolve.call0(&JsValue::UNDEFINED);
            return;
        };
        let (receiver, sender) = (channel.port1(), channel.port2());
        let open = receiver.clone();
        let listener = Closure::once_into_js(move || {
            // An open port would keep its channel alive.
            open.close();
            let _ = resolve.call0(&JsValue::UNDEFINED);
        });
        receiver.set_onmessage(Some(listener.unchecked_ref()));
        let _ = sender.post_message(&JsValue::NULL);
    })
}
