//! The error that JavaScript callers get.

use js_sys::Reflect;
use std::fmt;
use wasm_bindgen::JsValue;

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
