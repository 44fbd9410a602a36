//! Dividing long work into slices, so that the page stays responsive.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::future::poll_fn;
use std::rc::Rc;
use std::task::{Poll, Waker};
use wasm_bindgen::prelude::*;
use web_sys::{MessageChannel, MessagePort};

/// Duration of a slice in milliseconds: half a frame at 60 Hz.
const SLICE: f64 = 8.0;

/// A period of work without yielding to the browser.
#[derive(Debug)]
pub struct Slice {
    started: f64,
}

impl Slice {
    /// Starts a slice.
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

    /// Yields to the browser and starts the next slice, if this one has lasted long enough.
    pub async fn pause_if_over(&mut self) {
        if self.is_over() {
            self.pause().await;
        }
    }

    /// Yields to the browser, then starts the next slice.
    pub async fn pause(&mut self) {
        yield_to_browser().await;
        self.started = now();
    }
}

#[wasm_bindgen]
extern "C" {
    /// Milliseconds on a monotonic clock.
    #[wasm_bindgen(js_namespace = performance)]
    fn now() -> f64;
}

/// Returns after the browser has had the opportunity to handle input, paint and run timers.
///
/// It posts a message to a channel of its own, which queues behind other tasks. A timer would be delayed by 4 ms, in a
/// hidden tab by a second; `scheduler.yield()` continues before all timers, Yew's among them, so that the page would not
/// react to its reader.
async fn yield_to_browser() {
    let is_asked = SENDER
        .with(|sender| sender.as_ref().is_some_and(|sender| sender.post_message(&JsValue::NULL).is_ok()));
    if !is_asked {
        return;
    }
    let turn = Rc::new(Turn::default());
    LINE.with_borrow_mut(|line| line.push_back(turn.clone()));
    poll_fn(|context| {
        if turn.is_had.get() {
            return Poll::Ready(());
        }
        turn.waker.set(Some(context.waker().clone()));
        Poll::Pending
    })
    .await;
}

/// A message that was posted and not yet received.
#[derive(Default)]
struct Turn {
    is_had: Cell<bool>,
    waker: Cell<Option<Waker>>,
}

thread_local! {
    /// The messages that are not yet received, in order: they arrive in the order in which they were posted.
    static LINE: RefCell<VecDeque<Rc<Turn>>> = RefCell::default();
    /// The channel for all messages.
    static SENDER: Option<MessagePort> = open();
}

fn open() -> Option<MessagePort> {
    let channel = MessageChannel::new().ok()?;
    let hear = Closure::<dyn FnMut()>::new(|| {
        if let Some(turn) = LINE.with_borrow_mut(VecDeque::pop_front) {
            turn.is_had.set(true);
            if let Some(waker) = turn.waker.take() {
                waker.wake();
            }
        }
    });
    channel.port1().set_onmessage(Some(hear.into_js_value().unchecked_ref()));
    Some(channel.port2())
}
