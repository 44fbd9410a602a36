//! What JavaScript calls: plain objects in, plain objects out. What it calls on pages of others is in
//! [`host`](crate::host).

use crate::failure::Failure;
use crate::host::{progress_to, reason};
use crate::load::{Config, fetch_pack};
use crate::options::{get, signal, text_options, words};
use crate::state::Slice;
use manicule_core::export::json::document;
use manicule_core::{Annotations, Annotator};
use wasm_bindgen::prelude::*;
use web_sys::AbortSignal;

/// Tells the program where the files beside it are: the language pack, and the style sheets of what it shows on pages of
/// others. The loader calls it once, before anything else.
///
/// # Errors
/// An `Error` for values of the wrong kind.
#[wasm_bindgen]
pub fn configure(config: JsValue) -> Result<(), JsValue> {
    Config::from_js(&config).map_err(refused)?.apply();
    Ok(())
}

/// Annotates `text` in slices that leave the page responsive; resolves to a document of the schema `manicule/1`.
/// `options` may also have a `signal` (an `AbortSignal`) and `onProgress`, a function of how far the work is, from 0 to 1.
///
/// # Errors
/// An `Error` with a code for a text that is no string, options of the wrong kind, a language without a pack, and a date
/// that is none; the signal's reason once it is aborted.
#[wasm_bindgen]
pub async fn annotate(text: JsValue, options: JsValue) -> Result<JsValue, JsValue> {
    let text = text.as_string().ok_or_else(|| refused("the text is not a string".to_owned()))?;
    let id = words(&options, "id").map_err(refused)?;
    let facts = text_options(&options).map_err(Failure::into_js)?;
    let signal = signal(&options);
    let is_given_up = || signal.as_ref().is_some_and(AbortSignal::aborted);
    let tell = progress_to(get(&options, "onProgress").dyn_into().ok());
    let pack = fetch_pack().await;
    if is_given_up() {
        return Err(reason(&signal));
    }
    let mut slice = Slice::start();
    let mut annotator = Annotator::new(&text, facts, pack.as_deref());
    while let Some(progress) = annotator.step() {
        if slice.is_over() {
            tell(progress.done as f64 / progress.total as f64);
            slice.pause().await;
            if is_given_up() {
                return Err(reason(&signal));
            }
        }
    }
    let annotations = annotator.finish();
    tell(1.0);
    Ok(to_js(&text, &annotations, id.as_deref()))
}

fn refused(message: String) -> JsValue {
    Failure::Options(message).into_js()
}

/// `annotations` of `text` as an object of the schema `manicule/1`.
pub fn to_js(text: &str, annotations: &Annotations, id: Option<&str>) -> JsValue {
    let document = document(text, annotations, id);
    // As one string, which the browser reads faster than objects are made from here, name by name. A document has no
    // keys but strings, so that writing it cannot fail, nor reading it.
    let json = serde_json::to_string(&document).unwrap_or_default();
    js_sys::JSON::parse(&json).unwrap_or(JsValue::NULL)
}

/// Mounts the reading page in the element `#manicule`; nothing where there is none.
#[wasm_bindgen(js_name = readingPage)]
pub fn reading_page() {
    if let Some(root) = gloo::utils::document().get_element_by_id("manicule") {
        yew::Renderer::<crate::page::Page>::with_root(root).render();
    }
}
