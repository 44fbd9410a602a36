//! Plain objects of JavaScript.

use js_sys::Object;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    // A plain object takes any property.
    #[wasm_bindgen(js_namespace = Reflect)]
    fn set(object: &Object, key: &str, value: &JsValue) -> bool;
}

/// An object with those properties.
pub fn object(properties: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (key, value) in properties {
        set(&object, key, value);
    }
    object
}
