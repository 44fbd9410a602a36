//! Reads a stream of bytes.

use super::{LARGEST, LoadError, Received};
use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReadableStream, ReadableStreamDefaultReader};

/// Reads `stream` to its end and calls `progress` after each chunk. `total` is the expected number of bytes,
/// if known.
///
/// # Errors
/// [`LoadError::TooLarge`] for more than [`LARGEST`] bytes, and [`LoadError::Interrupted`].
pub(super) async fn read_all(
    stream: &ReadableStream,
    total: Option<usize>,
    progress: impl Fn(Received),
) -> Result<Vec<u8>, LoadError> {
    let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
    let mut bytes = Vec::with_capacity(total.unwrap_or(0).min(LARGEST));
    loop {
        let read = JsFuture::from(reader.read()).await.map_err(|_| LoadError::Interrupted)?;
        let get = |key: &str| Reflect::get(&read, &JsValue::from_str(key)).unwrap_or(JsValue::UNDEFINED);
        if get("done").is_truthy() {
            return Ok(bytes);
        }
        let chunk: Uint8Array = get("value").dyn_into().map_err(|_| LoadError::Interrupted)?;
        let start = bytes.len();
        let end = start + chunk.length() as usize;
        if end > LARGEST {
            // An error of `cancel` does not matter: the stream is abandoned anyway.
            let _ = reader.cancel();
            return Err(LoadError::TooLarge);
        }
        bytes.resize(end, 0);
        chunk.copy_to(&mut bytes[start..]);
        progress(Received { done: end, total });
    }
}
