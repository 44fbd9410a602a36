//! Doing something later, unless it is given up.

use gloo::utils::window;
use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;

/// Something that will be done; dropping it gives it up.
#[derive(Debug)]
pub struct Timer {
    id: i32,
    _act: Closure<dyn FnMut()>,
}

impl Timer {
    /// Does `act` once, after so many milliseconds.
    pub fn after(milliseconds: i32, act: impl FnOnce() + 'static) -> Option<Timer> {
        let act = Closure::once(act);
        let function = act.as_ref().unchecked_ref();
        let id =
            window().set_timeout_with_callback_and_timeout_and_arguments_0(function, milliseconds).ok()?;
        Some(Timer { id, _act: act })
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        window().clear_timeout_with_handle(self.id);
    }
}

/// Ends after so many milliseconds.
pub async fn sleep(milliseconds: i32) {
    let promise = Promise::new(&mut |resolve, _| {
        // Without a timer there is no waiting.
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds);
    });
    let _ = JsFuture::from(promise).await;
}
