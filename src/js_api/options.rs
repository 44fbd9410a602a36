//! The options that JavaScript passes, as plain objects that serde reads.

use super::Error;
use crate::i18n::Locale;
use crate::state::{Filter, Theme};
use manicule_core::relation::Kind;
use manicule_core::{Language, Options, Published};
use serde::de::{DeserializeOwned, Error as _};
use serde::{Deserialize, Deserializer};
use wasm_bindgen::{JsCast, JsValue};

/// Options of `annotate`: `TextOptions` in `embed/manicule.d.ts`.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct TextOptions {
    /// The caller's name for the text.
    pub id: Option<String>,
    /// BCP 47 tag of the text's language.
    pub lang: Option<String>,
    /// When the article was published (ISO 8601).
    #[serde(deserialize_with = "date")]
    pub date: Option<Published>,
    /// An `AbortSignal`.
    #[serde(with = "serde_wasm_bindgen::preserve")]
    pub signal: JsValue,
    /// A function that is called with the fraction done, 0 to 1.
    #[serde(with = "serde_wasm_bindgen::preserve")]
    pub on_progress: JsValue,
}

/// Options of `annotatePage`: `PageOptions` in `embed/manicule.d.ts`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct PageOptions {
    /// BCP 47 tag of the articles' language; overrides the page's own.
    pub lang: Option<String>,
    /// When the articles were published (ISO 8601); overrides the page's own date.
    #[serde(deserialize_with = "date")]
    pub date: Option<Published>,
    /// The kinds that are highlighted; all if none are given.
    pub kinds: Option<Vec<KindName>>,
    /// Language of the interface; by default the article's, else the browser's.
    pub interface_language: Option<Locale>,
    /// Where the card opens.
    #[serde(deserialize_with = "or_default")]
    pub card: Card,
    /// The corner of the screen with the button that opens the list.
    #[serde(deserialize_with = "or_default")]
    pub button: Corner,
    /// Which mentions are highlighted.
    #[serde(deserialize_with = "or_default")]
    pub density: Density,
    /// Light or dark; by default as the page around the article is.
    #[serde(deserialize_with = "or_default")]
    pub theme: Theme,
    /// Whether the page gets the names as `mentions` of schema.org.
    #[serde(deserialize_with = "or_default")]
    pub mentions: bool,
    /// An `AbortSignal`.
    #[serde(with = "serde_wasm_bindgen::preserve")]
    pub signal: JsValue,
    /// A function that is called with the fraction done, 0 to 1.
    #[serde(with = "serde_wasm_bindgen::preserve")]
    pub on_progress: JsValue,
}

/// Options of `mountArticle`, which the loader calls for `<manicule-article>` with the element's attributes.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct ElementOptions {
    /// The article's address.
    pub src: Option<String>,
    /// The article itself, if it has no address.
    #[serde(deserialize_with = "or_default")]
    pub text: String,
    /// BCP 47 tag of the article's language.
    pub lang: Option<String>,
    /// When the article was published (ISO 8601).
    #[serde(deserialize_with = "date")]
    pub date: Option<Published>,
    /// Light, dark, or as the reader's system is set.
    #[serde(deserialize_with = "or_default")]
    pub theme: Theme,
}

/// Where the card opens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Card {
    /// In the margin if there is room, else beside the words, on a phone at the bottom.
    #[default]
    Auto,
    /// In the margin if there is room, else beside the words, on screens of every width.
    Margin,
    /// At the bottom of the screen.
    Sheet,
}

/// A corner at the bottom of the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Corner {
    /// At the right.
    #[default]
    Right,
    /// At the left.
    Left,
}

/// Which mentions of an entity are highlighted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Density {
    /// Every mention.
    #[default]
    All,
    /// The first mention.
    First,
}

/// A kind of highlight, by its published name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs, reason = "the variants are those of `Kind`")]
pub enum KindName {
    Person,
    Place,
    Organisation,
    Event,
    Work,
    Other,
    Figure,
    Date,
    Link,
}

impl From<KindName> for Kind {
    fn from(name: KindName) -> Kind {
        // The variants are in the order of `Kind::ALL`; a test compares their names.
        Kind::ALL[name as usize]
    }
}

impl PageOptions {
    /// The filter that shows the wanted kinds and mentions.
    pub fn filter(&self) -> Filter {
        let is_hidden = |kind: &Kind| {
            let kinds = self.kinds.as_ref();
            kinds.is_some_and(|kinds| !kinds.iter().any(|&name| Kind::from(name) == *kind))
        };
        let mut filter = Kind::ALL.into_iter().filter(is_hidden).fold(Filter::default(), Filter::toggled);
        filter.first_only = self.density == Density::First;
        filter
    }
}

/// Reads the options `T` from a plain object; `undefined` and `null` give the defaults.
///
/// # Errors
/// [`Error::Options`] for a value of the wrong type or outside the allowed ones; its message starts with the path of the
/// option ("kinds\[1\]").
pub fn read<T: DeserializeOwned + Default>(value: JsValue) -> Result<T, Error> {
    if value.is_undefined() || value.is_null() {
        return Ok(T::default());
    }
    let deserializer = serde_wasm_bindgen::Deserializer::from(value);
    serde_path_to_error::deserialize(deserializer).map_err(|error| {
        let path = error.path().to_string();
        // An `Error` of JavaScript's, whose text as a string would begin with "Error: ".
        let error = JsValue::from(error.into_inner());
        let message = error.dyn_ref::<js_sys::Error>().map(|error| String::from(error.message()));
        Error::Options(format!("{path}: {}", message.unwrap_or_default()))
    })
}

/// A value that may be missing, `undefined` or `null`, which all give the default.
fn or_default<'de, D: Deserializer<'de>, T: Deserialize<'de> + Default>(
    deserializer: D,
) -> Result<T, D::Error> {
    Ok(Option::deserialize(deserializer)?.unwrap_or_default())
}

/// The engine's language for a BCP 47 tag, if one is given.
///
/// # Errors
/// [`Error::Language`] if there is no pack for it.
pub fn language(tag: Option<&str>) -> Result<Option<Language>, Error> {
    let unknown = |tag| Error::Language(format!("there is no language pack for \"{tag}\""));
    let tag = tag.filter(|tag| !tag.is_empty());
    tag.map(|tag| Language::from_tag(tag).ok_or_else(|| unknown(tag))).transpose()
}

/// The engine's options for a text in the language `tag`, by default French, published at `date`.
///
/// # Errors
/// See [`language`].
pub fn text_facts(tag: Option<&str>, date: Option<Published>) -> Result<Options, Error> {
    Ok(Options { language: language(tag)?.unwrap_or_default(), date })
}

fn date<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Published>, D::Error> {
    let iso = Option::<String>::deserialize(deserializer)?.filter(|iso| !iso.is_empty());
    let parse = |iso: String| {
        Published::parse(&iso)
            .ok_or_else(|| D::Error::custom(format_args!("\"{iso}\" is not a date such as 2022-01-06")))
    };
    iso.map(parse).transpose()
}
