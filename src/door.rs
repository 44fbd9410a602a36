//! What JavaScript calls: plain objects in, plain objects out. What it calls on pages of others is in
//! [`host`](crate::host).

use crate::host::{get, progress_to, reason, signal};
use crate::load::{Config, fetch_pack};
use crate::state::Slice;
use manicule_core::export::json::document;
use manicule_core::{Annotator, Language, Options, parse_date};
use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;
use web_sys::AbortSignal;

/// What a caller knows of a text; the counterpart of the engine's [`Options`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct TextOptions {
    /// The caller's name for the text.
    pub id: Option<String>,
    /// BCP 47 tag of the text's language; French where there is none.
    pub lang: Option<String>,
    /// The article's date, ISO 8601.
    pub date: Option<String>,
}

impl TryFrom<&TextOptions> for Options {
    type Error = JsError;

    fn try_from(options: &TextOptions) -> Result<Options, JsError> {
        let language = match options.lang.as_deref() {
            Some(tag) => Language::from_tag(tag)
                .ok_or_else(|| JsError::new(&format!("there is no language pack for \"{tag}\"")))?,
            None => Language::default(),
        };
        let date = match options.date.as_deref() {
            Some(words) => Some(
                parse_date(words)
                    .ok_or_else(|| JsError::new(&format!("\"{words}\" is not a date such as 2022-01-06")))?,
            ),
            None => None,
        };
        Ok(Options { language, date })
    }
}

/// Tells the program where the files beside it are: the language pack, and the style sheets of what it shows on pages of
/// others. The loader calls it once, before anything else.
///
/// # Errors
/// An `Error` for values of the wrong kind.
#[wasm_bindgen]
pub fn configure(config: JsValue) -> Result<(), JsError> {
    serde_wasm_bindgen::from_value::<Config>(config)?.apply();
    Ok(())
}

/// Annotates `text` in slices that leave the page responsive; resolves to a document of the schema `manicule/1`.
/// `options` may also have a `signal` (an `AbortSignal`) and `onProgress`, a function of how far the work is, from 0 to 1.
///
/// # Errors
/// An `Error` for options of the wrong kind, a language without a pack, and a date that is none; the signal's reason once
/// it is aborted.
#[wasm_bindgen]
pub async fn annotate(text: String, options: JsValue) -> Result<JsValue, JsValue> {
    let given: TextOptions = match options.is_undefined() || options.is_null() {
        true => TextOptions::default(),
        false => serde_wasm_bindgen::from_value(options.clone())?,
    };
    let signal = signal(&options);
    let is_given_up = || signal.as_ref().is_some_and(AbortSignal::aborted);
    let tell = progress_to(get(&options, "onProgress").dyn_into().ok());
    let options = Options::try_from(&given)?;
    let pack = fetch_pack().await;
    if is_given_up() {
        return Err(reason(&signal));
    }
    let mut slice = Slice::start();
    let mut annotator = Annotator::new(&text, options, pack.as_deref());
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
    let document = document(&text, &annotations, given.id.as_deref());
    Ok(document.serialize(&Serializer::json_compatible())?)
}

/// Mounts the reading page in the element `#manicule`; nothing where there is none.
#[wasm_bindgen(js_name = readingPage)]
pub fn reading_page() {
    if let Some(root) = gloo::utils::document().get_element_by_id("manicule") {
        yew::Renderer::<crate::page::Page>::with_root(root).render();
    }
}
