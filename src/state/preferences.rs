//! The reader's settings, stored in the browser.

use super::Filter;
use crate::i18n::Locale;
use gloo::utils::window;
use serde::Deserialize;
use web_sys::Storage;

/// The reader's settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Preferences {
    /// Language of the interface.
    pub locale: Locale,
    /// Colour theme of the page.
    pub theme: Theme,
    /// Which highlights are shown.
    pub filter: Filter,
    /// Whether single-character keyboard shortcuts are active (WCAG 2.1.4).
    pub single_keys: bool,
}

/// Colour theme of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// Light or dark, as the operating system is set.
    #[default]
    Auto,
    /// Dark text on a light background.
    Light,
    /// Light text on a dark background.
    Dark,
}

impl Theme {
    /// Every theme, in the order in which the page offers them.
    pub const ALL: [Theme; 3] = [Theme::Auto, Theme::Light, Theme::Dark];

    /// Returns the theme's name in attributes and in the browser's storage.
    pub fn as_str(self) -> &'static str {
        match self {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }
}

const LOCALE: &str = "manicule.locale";
const THEME: &str = "manicule.theme";
const FILTER: &str = "manicule.filter";
const SINGLE_KEYS: &str = "manicule.keys";

impl Preferences {
    /// Loads the settings from the browser's storage. Defaults replace missing ones; for the locale, the browser's.
    pub fn load() -> Preferences {
        let get = |key| storage().and_then(|storage| storage.get_item(key).ok().flatten());
        Preferences {
            locale: get(LOCALE).and_then(|tag| Locale::from_tag(&tag)).unwrap_or_else(Locale::of_browser),
            theme: get(THEME)
                .and_then(|name| Theme::ALL.into_iter().find(|theme| theme.as_str() == name))
                .unwrap_or_default(),
            filter: get(FILTER).map(|words| Filter::from_words(&words)).unwrap_or_default(),
            single_keys: get(SINGLE_KEYS).is_none_or(|value| value != "off"),
        }
    }

    /// Stores the settings that differ from `before`. The others are not written, because another window may have
    /// changed them since.
    pub fn save(self, before: Preferences) {
        let Some(storage) = storage() else { return };
        let [old, new] = [before, self].map(Preferences::entries);
        for (old, (key, value)) in old.into_iter().zip(new) {
            if old != (key, value.clone()) {
                // Storage may be full or forbidden; the setting is then lost when the page is closed.
                let _ = storage.set_item(key, &value);
            }
        }
    }

    /// Returns the settings as keys and values for the browser's storage.
    fn entries(self) -> [(&'static str, String); 4] {
        let keys = if self.single_keys { "on" } else { "off" };
        [
            (LOCALE, self.locale.tag().to_owned()),
            (THEME, self.theme.as_str().to_owned()),
            (FILTER, self.filter.to_words()),
            (SINGLE_KEYS, keys.to_owned()),
        ]
    }
}

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}
