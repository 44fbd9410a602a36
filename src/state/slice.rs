//! Splits long-running work into slices, so that the page stays responsive.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::future::poll_fn;
use std::rc::Rc;
use std::task::{Poll, Waker};
use wasm_bindgen::prelude::*;
use web_sys::{MessageChannel, MessagePort};

/// Duration of a slice in milliseconds: half a frame at 60 Hz.
const SLICE_MS: f64 = 8.0;

/// A period of work that does not yield to the browser.
#[derive(Debug)]
pub struct Slice {
    started: f64,
}

impl Slice {
    /// Starts a slice.
    pub fn start() -> Slice {
        Slice { started: now() }
    }

    /// Returns the number of milliseconds since the slice started.
    pub fn elapsed(&self) -> f64 {
        now() - self.started
    }

    /// Returns whether the slice has used up its time, 8 ms.
    pub fn is_over(&self) -> bool {
        self.elapsed() >= SLICE_MS
    }

    /// If the slice [is over](Slice::is_over), yields to the browser and starts the next slice.
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
    /// Returns the time on a monotonic clock, in milliseconds.
    #[wasm_bindgen(js_namespace = performance)]
    fn now() -> f64;
}

/// Returns after the browser has had the opportunity to handle input, paint and run timers.
///
/// It posts a message to a `MessageChannel`, which the browser queues behind other tasks. A timer would be delayed by
/// 4 ms, in a hidden tab by a second; `scheduler.yield()` continues before all timers, including those of Yew, so the
/// page would not respond to input.
async fn yield_to_browser() {
    let is_posted = SENDER
        .with(|sender| sender.as_ref().is_some_and(|sender| sender.post_message(&JsValue::NULL).is_ok()));
    if !is_posted {
        return;
    }
    let message = Rc::new(Message::default());
    QUEUE.with_borrow_mut(|queue| queue.push_back(message.clone()));
    poll_fn(|context| {
        if message.received.get() {
            return Poll::Ready(());
        }
        message.waker.set(Some(context.waker().clone()));
        Poll::Pending
    })
    .await;
}

/// A message that was posted, and whether it was received.
#[derive(Default)]
struct Message {
    received: Cell<bool>,
    waker: Cell<Option<Waker>>,
}

thread_local! {
    /// Messages that were posted and not yet received, oldest first; they arrive in this order.
    static QUEUE: RefCell<VecDeque<Rc<Message>>> = RefCell::default();
    /// The port that all messages are posted to; `None` if the channel cannot be created.
    static SENDER: Option<MessagePort> = open_channel();
}

fn open_channel() -> Option<MessagePort> {
    let channel = MessageChannel::new().ok()?;
    let on_message = Closure::<dyn FnMut()>::new(|| {
        if let Some(message) = QUEUE.with_borrow_mut(VecDeque::pop_front) {
            message.received.set(true);
            if let Some(waker) = message.waker.take() {
                waker.wake();
            }
        }
    });
    channel.port1().set_onmessage(Some(on_message.into_js_value().unchecked_ref()));
    Some(channel.port2())
}
