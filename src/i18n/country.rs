//! Names of countries in the reader's language.

use super::Locale;
use crate::js_api::to_js;
use serde::Serialize;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// ECMA-402, `Intl.DisplayNames`.
    type DisplayNames;

    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(locales: &str, options: &JsValue) -> Result<DisplayNames, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn of(this: &DisplayNames, code: &str) -> Result<Option<String>, JsValue>;
}

/// ECMA-402, the options of `Intl.DisplayNames`.
#[derive(Serialize)]
struct DisplayNamesOptions {
    r#type: &'static str,
}

thread_local! {
    /// The formatter for the last locale used, cached because creating one is slow.
    static NAMES: RefCell<Option<(Locale, DisplayNames)>> = const { RefCell::new(None) };
}

/// Returns the name of the country with the ISO 3166-1 alpha-2 code `code`; `None` if the browser does not know it.
pub fn country(locale: Locale, code: [u8; 2]) -> Option<String> {
    if !code.iter().all(u8::is_ascii_uppercase) {
        return None;
    }
    let code: String = code.into_iter().map(char::from).collect();
    NAMES.with_borrow_mut(|names| {
        if names.as_ref().is_none_or(|(cached, _)| *cached != locale) {
            let options = to_js(&DisplayNamesOptions { r#type: "region" });
            *names = Some((locale, DisplayNames::new(locale.tag(), &options).ok()?));
        }
        let name = names.as_ref()?.1.of(&code).ok()??;
        (name != code).then_some(name)
    })
}
