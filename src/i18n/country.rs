//! Countries by name.

use super::Locale;
use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// The country of the ISO 3166-1 alpha-2 code `code` in the reader's language; none where the browser has no name.
pub fn country(locale: Locale, code: [u8; 2]) -> Option<String> {
    if !code.iter().all(u8::is_ascii_uppercase) {
        return None;
    }
    let code: String = code.into_iter().map(char::from).collect();
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let constructor: Function = Reflect::get(&intl, &"DisplayNames".into()).ok()?.dyn_into().ok()?;
    let options = Object::new();
    Reflect::set(&options, &"type".into(), &"region".into()).ok()?;
    let arguments = Array::of2(&locale.tag().into(), &options);
    let names = Reflect::construct(&constructor, &arguments).ok()?;
    let of: Function = Reflect::get(&names, &"of".into()).ok()?.dyn_into().ok()?;
    let name = of.call1(&names, &JsValue::from_str(&code)).ok()?.as_string()?;
    (name != code).then_some(name)
}
