//! What a publisher chooses for a page.

use crate::i18n::Locale;
use crate::state::{Filter, Theme};
use js_sys::{Array, Reflect};
use manicule_core::relation::Kind;
use manicule_core::{Date, Language, parse_date};
use wasm_bindgen::{JsCast, JsValue};

/// Where the gloss goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Card {
    /// In the margin where there is room, else beside the words, on a phone at the bottom.
    #[default]
    Auto,
    /// In the margin where there is room, else beside the words, on screens of every width.
    Margin,
    /// At the bottom of the screen.
    Sheet,
}

/// The options of `annotatePage`.
#[derive(Clone, Debug, Default)]
pub struct PageOptions {
    /// The articles' language, whatever the page says.
    pub language: Option<Language>,
    /// The articles' date, whatever the page says.
    pub date: Option<Date>,
    /// What is highlighted.
    pub filter: Filter,
    /// The language of the interface; else the article's, else the browser's.
    pub locale: Option<Locale>,
    /// Where the gloss goes.
    pub card: Card,
    /// Light or dark; else as the page around the article is.
    pub theme: Theme,
    /// Whether the page gets the names as `mentions` of schema.org.
    pub mentions: bool,
}

impl PageOptions {
    /// The options in a plain object; what it does not have is as by default.
    ///
    /// # Errors
    /// A message that says what may stand there, for a value that may not.
    pub fn from_js(value: &JsValue) -> Result<PageOptions, String> {
        let words = |key: &str| words(value, key);
        let mut options = PageOptions::default();
        if let Some(tag) = words("lang")? {
            options.language = Some(language(&tag)?);
        }
        if let Some(iso) = words("date")? {
            let date =
                parse_date(&iso).ok_or_else(|| format!("\"{iso}\" is not a date such as 2022-01-06"))?;
            options.date = Some(date);
        }
        if let Some(tag) = words("interfaceLanguage")? {
            let locale =
                Locale::from_tag(&tag).ok_or_else(|| format!("the interface does not speak \"{tag}\""))?;
            options.locale = Some(locale);
        }
        options.filter = filter(&get(value, "kinds"))?;
        options.filter.first_only = match words("density")?.as_deref() {
            None | Some("all") => false,
            Some("first") => true,
            Some(other) => return Err(one_of("density", other, "first, all")),
        };
        options.card = match words("card")?.as_deref() {
            None | Some("auto") => Card::Auto,
            Some("margin") => Card::Margin,
            Some("sheet") => Card::Sheet,
            Some(other) => return Err(one_of("card", other, "margin, sheet, auto")),
        };
        options.theme = theme(words("theme")?.as_deref())?;
        options.mentions = get(value, "mentions").is_truthy();
        Ok(options)
    }
}

/// The theme of that name.
///
/// # Errors
/// A message, where there is none.
pub fn theme(name: Option<&str>) -> Result<Theme, String> {
    let Some(name) = name else { return Ok(Theme::Auto) };
    let own = Theme::ALL.into_iter().find(|theme| theme.as_str() == name);
    own.ok_or_else(|| one_of("theme", name, "light, dark, auto"))
}

/// The engine's language of a BCP 47 tag.
///
/// # Errors
/// A message, where there is no pack for it.
pub fn language(tag: &str) -> Result<Language, String> {
    Language::from_tag(tag).ok_or_else(|| format!("there is no language pack for \"{tag}\""))
}

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
    match found.as_string() {
        Some(words) => Ok(Some(words).filter(|words| !words.is_empty())),
        None if found.is_undefined() || found.is_null() => Ok(None),
        None => Err(format!("{key} is not a string")),
    }
}

fn filter(kinds: &JsValue) -> Result<Filter, String> {
    if kinds.is_undefined() || kinds.is_null() {
        return Ok(Filter::default());
    }
    let names: &Array = kinds.dyn_ref().ok_or("kinds is not an array of names")?;
    let mut filter = Kind::ALL.into_iter().fold(Filter::default(), Filter::toggled);
    for name in names.iter() {
        let name = name.as_string().unwrap_or_default();
        let kind = Kind::ALL.into_iter().find(|kind| kind.as_str() == name);
        let all = Kind::ALL.map(Kind::as_str).join(", ");
        let kind = kind.ok_or_else(|| one_of("kinds", &name, &all))?;
        if !filter.shows(kind) {
            filter = filter.toggled(kind);
        }
    }
    Ok(filter)
}

fn one_of(key: &str, given: &str, known: &str) -> String {
    format!("{key}: \"{given}\" is none of {known}")
}
