//! What JavaScript passes to the programs and gets from them: plain objects in, plain objects out.
//!
//! The functions that JavaScript sees are in the programs, `src/bin`; their types are in `embed/manicule.d.ts`.

mod error;
pub mod events;
mod options;
mod task;

pub use error::{Error, missing_pack, report, report_missing_pack, warn};
pub use options::{
    Card, Corner, Density, ElementOptions, KindName, PageOptions, TextOptions, language, read, text_facts,
};
pub use task::Task;

use crate::load::{Config, fetch_pack, retry_pack};
use crate::state::{drive, fraction};
use manicule_core::export::json::document;
use manicule_core::{Annotations, Annotator};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

/// Sets the addresses of the program's files: the language pack, and the style sheets for shadow roots. The
/// loader calls it once, before anything else.
///
/// # Errors
/// An `Error` for values of the wrong type.
pub fn configure(config: JsValue) -> Result<(), JsValue> {
    read::<Config>(config)?.apply();
    Ok(())
}

/// Annotates `text` in slices that leave the page responsive; resolves to a document of the schema `manicule/1`.
/// `options` are [`TextOptions`].
///
/// # Errors
/// An `Error` with a code for a text that is not a string, options of the wrong type, a language without a pack and an
/// invalid date; the signal's reason once it is aborted.
pub async fn annotate(text: JsValue, options: JsValue) -> Result<JsValue, JsValue> {
    let text = text.as_string().ok_or_else(|| Error::Options("the text is not a string".to_owned()))?;
    let options: TextOptions = read(options)?;
    let facts = text_facts(options.lang.as_deref(), options.date)?;
    let task = Task::new(&options.signal, &options.on_progress);
    retry_pack();
    let pack = fetch_pack(|error| report_missing_pack(&gloo::utils::document(), error)).await;
    if !task.is_wanted() {
        return Err(task.cancelled());
    }
    let annotator = Annotator::new(&text, facts, pack.as_deref());
    let report = |progress| task.report(fraction(progress));
    let annotations = drive(annotator, &|| task.is_wanted(), &report).await;
    let annotations = annotations.ok_or_else(|| task.cancelled())?;
    task.report(1.0);
    Ok(annotations_to_js(&text, &annotations, options.id.as_deref().filter(|id| !id.is_empty())))
}

/// `annotations` of `text` as an object of the schema `manicule/1`.
pub fn annotations_to_js(text: &str, annotations: &Annotations, id: Option<&str>) -> JsValue {
    to_js(&document(text, annotations, id))
}

/// `value` as a plain object, as JSON would have it: maps are objects, `None` is `null`.
pub fn to_js(value: &impl Serialize) -> JsValue {
    // Fails only for maps with keys that are not strings, and for an implementation of `Serialize` that fails.
    value.serialize(&Serializer::json_compatible()).unwrap_or(JsValue::NULL)
}
