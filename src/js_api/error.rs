//! The error that JavaScript callers get.

use super::events;
use crate::load::AssetError;
use js_sys::Reflect;
use std::fmt;
use wasm_bindgen::JsValue;
use web_sys::{EventTarget, console};

/// Why a text or a host page was not annotated.
#[derive(Clone, Debug, PartialEq)]
pub enum Error {
    /// The caller aborted the work, or destroyed the handle before it was done.
    Cancelled,
    /// No article was found on the page.
    NoArticle,
    /// An option has a value that it may not have; the message names the option and the value.
    Options(String),
    /// There is no language pack for the article's language; the message names the language.
    Language(String),
    /// A file that the program needs could not be loaded, or the browser lacks a feature; the message says which.
    Load(String),
}

impl Error {
    /// The error's `code` property, for programs: published, see `embed/manicule.d.ts`.
    pub fn code(&self) -> &'static str {
        match self {
            Error::Cancelled => "cancelled",
            Error::NoArticle => "article",
            Error::Options(_) => "options",
            Error::Language(_) => "language",
            Error::Load(_) => "load",
        }
    }

    /// A JavaScript `Error` with the message and, as `code`, [`Error::code`].
    pub fn into_js(self) -> JsValue {
        let error = js_sys::Error::new(&self.to_string());
        // Setting a new property of a fresh object cannot fail.
        let _ = Reflect::set(&error, &"code".into(), &self.code().into());
        error.into()
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(match self {
            Error::Cancelled => "the page was given up before it was annotated",
            Error::NoArticle => {
                "there is no article on the page yet, or none that can be seen: it is annotated once it is there; if it is, \
                 say where, by an element or a selector (data-target)"
            }
            Error::Options(message) | Error::Language(message) | Error::Load(message) => message,
        })
    }
}

impl From<Error> for JsValue {
    fn from(error: Error) -> JsValue {
        error.into_js()
    }
}

/// Reports an error that no caller can catch: one line on the console for developers, and `manicule:error` on `target`.
pub fn report(target: &EventTarget, error: &Error) {
    let message = error.to_string();
    warn(&message);
    events::error(target, error.code(), &message);
}

/// [`report`]s why the language pack is missing.
pub fn report_missing_pack(target: &EventTarget, error: &AssetError) {
    report(target, &Error::Load(missing_pack(error)));
}

/// What `error` means for the annotations when it is the language pack that is missing.
pub fn missing_pack(error: &AssetError) -> String {
    format!("only figures and links are annotated, no names: {error}")
}

/// Writes one line for developers on the console.
pub fn warn(message: &str) {
    console::warn_1(&format!("Manicule: {message}").into());
}
