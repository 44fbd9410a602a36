//! What a publisher chooses for a page.

use crate::failure::Failure;
use crate::i18n::Locale;
use crate::options::{facts, get, list, one_of, theme, words};
use crate::state::{Filter, Theme};
use manicule_core::relation::Kind;
use manicule_core::{Language, Published};
use wasm_bindgen::JsValue;

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
    /// When the articles were published, whatever the page says.
    pub date: Option<Published>,
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
    /// [`Failure`], which says what may stand there, for a value that may not.
    pub fn from_js(value: &JsValue) -> Result<PageOptions, Failure> {
        let words = |key: &str| words(value, key);
        let mut options = PageOptions::default();
        (options.language, options.date) = facts(value)?;
        if let Some(tag) = words("interfaceLanguage")? {
            let locale =
                Locale::from_tag(&tag).ok_or_else(|| format!("the interface does not speak \"{tag}\""))?;
            options.locale = Some(locale);
        }
        options.filter = filter(list(value, "kinds")?)?;
        options.filter.first_only = match words("density")?.as_deref() {
            None | Some("all") => false,
            Some("first") => true,
            Some(other) => return Err(one_of("density", other, "first, all").into()),
        };
        options.card = match words("card")?.as_deref() {
            None | Some("auto") => Card::Auto,
            Some("margin") => Card::Margin,
            Some("sheet") => Card::Sheet,
            Some(other) => return Err(one_of("card", other, "margin, sheet, auto").into()),
        };
        options.theme = theme(value)?;
        options.mentions = get(value, "mentions").is_truthy();
        Ok(options)
    }
}

/// The filter that shows these kinds, or all.
fn filter(kinds: Option<Vec<String>>) -> Result<Filter, String> {
    let Some(names) = kinds else { return Ok(Filter::default()) };
    let mut filter = Kind::ALL.into_iter().fold(Filter::default(), Filter::toggled);
    for name in names {
        let kind = Kind::ALL.into_iter().find(|kind| kind.as_str() == name);
        let kind = kind.ok_or_else(|| one_of("kinds", &name, &Kind::ALL.map(Kind::as_str).join(", ")))?;
        if !filter.shows(kind) {
            filter = filter.toggled(kind);
        }
    }
    Ok(filter)
}
