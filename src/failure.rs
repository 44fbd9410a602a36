//! Why a text or a page of others cannot be annotated.

use js_sys::{Error, Reflect};
use wasm_bindgen::JsValue;

/// Why there are no annotations.
#[derive(Clone, Debug, PartialEq)]
pub enum Failure {
    /// It was not wanted any more.
    Cancelled,
    /// There is no article on the page.
    NoArticle,
    /// The caller's options are not what they may be; what is wrong with them.
    Options(String),
    /// There is no language pack for the articles; which.
    Language(String),
    /// What the program shows cannot be shown; why.
    Load(String),
}

impl Failure {
    /// What is wrong, and what to do.
    pub fn message(self) -> String {
        match self {
            Failure::Cancelled => "the page was given up before it was annotated".to_owned(),
            Failure::NoArticle => {
                "no article was found on the page: say where it is, by an element or a selector".to_owned()
            }
            Failure::Options(message) | Failure::Language(message) | Failure::Load(message) => message,
        }
    }

    /// What is wrong, for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Failure::Cancelled => "cancelled",
            Failure::NoArticle => "article",
            Failure::Options(_) => "options",
            Failure::Language(_) => "language",
            Failure::Load(_) => "load",
        }
    }

    /// An `Error` with the code for programs and the message for people.
    pub fn into_js(self) -> JsValue {
        let code = self.code();
        let error = Error::new(&self.message());
        // An error takes any property.
        let _ = Reflect::set(&error, &"code".into(), &code.into());
        error.into()
    }
}

/// What is wrong with an option.
impl From<String> for Failure {
    fn from(message: String) -> Failure {
        Failure::Options(message)
    }
}
