//! Long work in slices, so that the page never keeps its reader waiting.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::future::poll_fn;
use std::rc::Rc;
use std::task::{Poll, Waker};
use wasm_bindgen::prelude::*;
use web_sys::{MessageChannel, MessagePort};

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

/// A turn that the browser was asked for.
#[derive(Default)]
struct Turn {
    is_had: Cell<bool>,
    waker: Cell<Option<Waker>>,
}

thread_local! {
    /// The turns that are still to come, in order: messages are heard in the order in which they were sent.
    static LINE: RefCell<VecDeque<Rc<Turn>>> = RefCell::default();
    /// One channel for all of them.
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
