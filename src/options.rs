//! Options as JavaScript gives them: read from plain objects, refused with what may stand there.

use crate::failure::Failure;
use crate::state::Theme;
use js_sys::{Array, Reflect};
use manicule_core::{Language, Options, Published};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::AbortSignal;

/// What `value` has under `key`; undefined where it is no object.
pub fn get(value: &JsValue, key: &str) -> JsValue {
    // Every exception that comes into WebAssembly takes a place in its table of objects for good.
    if !value.is_object() {
        return JsValue::UNDEFINED;
    }
    Reflect::get(value, &key.into()).unwrap_or(JsValue::UNDEFINED)
}

/// The string that `value` has under `key`, if it has anything there.
///
/// # Errors
/// A message, for anything but a string.
pub fn words(value: &JsValue, key: &str) -> Result<Option<String>, String> {
    let found = get(value, key);
    if found.is_undefined() || found.is_null() {
        return Ok(None);
    }
    let words = found.as_string().ok_or_else(|| format!("{key} is not a string"))?;
    Ok(Some(words).filter(|words| !words.is_empty()))
}

/// The strings in the array that `value` has under `key`; none where it has nothing there.
///
/// # Errors
/// A message, for anything but an array.
pub fn list(value: &JsValue, key: &str) -> Result<Option<Vec<String>>, String> {
    let found = get(value, key);
    if found.is_undefined() || found.is_null() {
        return Ok(None);
    }
    let array: &Array = found.dyn_ref().ok_or_else(|| format!("{key} is not an array"))?;
    Ok(Some(array.iter().map(|item| item.as_string().unwrap_or_default()).collect()))
}

/// The language of a text and when it was published, `lang` and `date` of `value`, as far as they are given.
///
/// # Errors
/// [`Failure`], for a language without a pack and a date that is none.
pub fn facts(value: &JsValue) -> Result<(Option<Language>, Option<Published>), Failure> {
    let language = words(value, "lang")?.map(|tag| language(&tag)).transpose()?;
    let date = words(value, "date")?.map(|iso| {
        Published::parse(&iso).ok_or_else(|| format!("\"{iso}\" is not a date such as 2022-01-06"))
    });
    Ok((language, date.transpose()?))
}

/// The same as the engine takes them.
///
/// # Errors
/// Those of [`facts`].
pub fn text_options(value: &JsValue) -> Result<Options, Failure> {
    let (language, date) = facts(value)?;
    Ok(Options { language: language.unwrap_or_default(), date })
}

/// The engine's language of a BCP 47 tag.
///
/// # Errors
/// [`Failure::Language`], where there is no pack for it.
pub fn language(tag: &str) -> Result<Language, Failure> {
    let none = || Failure::Language(format!("there is no language pack for \"{tag}\""));
    Language::from_tag(tag).ok_or_else(none)
}

/// The `theme` of `value`.
///
/// # Errors
/// A message, where there is no such theme.
pub fn theme(value: &JsValue) -> Result<Theme, String> {
    let Some(name) = words(value, "theme")? else { return Ok(Theme::Auto) };
    let own = Theme::ALL.into_iter().find(|theme| theme.as_str() == name);
    own.ok_or_else(|| one_of("theme", &name, "light, dark, auto"))
}

/// What is said of a value that is none of the `known` ones.
pub fn one_of(key: &str, given: &str, known: &str) -> String {
    format!("{key}: \"{given}\" is none of {known}")
}

/// The signal in `value`.
pub fn signal(value: &JsValue) -> Option<AbortSignal> {
    let signal = get(value, "signal");
    if signal.is_undefined() { None } else { signal.dyn_into().ok() }
}
