//! Localisation of the interface. The reader's language may differ from the article's.

mod country;
mod date;
mod duration;
mod en;
mod figure;
mod fr;
mod messages;
mod number;
mod unit;

pub use country::country;
pub use date::{date, iso_date};
pub use figure::{attribution, converted, value};
pub use messages::Messages;
pub use number::{number, whole_number};

use gloo::utils::window;
use serde::Deserialize;

/// A language of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub enum Locale {
    /// French.
    French,
    /// English.
    English,
}

impl TryFrom<String> for Locale {
    type Error = String;

    fn try_from(tag: String) -> Result<Locale, String> {
        Locale::from_tag(&tag).ok_or_else(|| format!("the interface is in fr and en, not in \"{tag}\""))
    }
}

impl Locale {
    /// All languages, in the order in which the settings list them.
    pub const ALL: [Locale; 2] = [Locale::French, Locale::English];

    /// Returns the language's BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Locale::French => "fr",
            Locale::English => "en",
        }
    }

    /// Returns the language's name in that language.
    pub fn name(self) -> &'static str {
        match self {
            Locale::French => "Français",
            Locale::English => "English",
        }
    }

    /// Returns the language of a BCP 47 tag, by its primary subtag; `None` if the interface is not available in it.
    pub fn from_tag(tag: &str) -> Option<Locale> {
        let primary = tag.split(['-', '_']).next()?;
        Locale::ALL.into_iter().find(|locale| primary.eq_ignore_ascii_case(locale.tag()))
    }

    /// Returns the first of the browser's languages that the interface is available in, else English.
    pub fn of_browser() -> Locale {
        let languages = window().navigator().languages();
        let tags = languages.iter().filter_map(|tag| tag.as_string());
        tags.filter_map(|tag| Locale::from_tag(&tag)).next().unwrap_or(Locale::English)
    }

    /// Returns the strings of the interface in this language.
    pub fn messages(self) -> &'static Messages {
        match self {
            Locale::French => &fr::MESSAGES,
            Locale::English => &en::MESSAGES,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn locales_are_recognised_by_the_primary_subtag() {
        assert_eq!(Locale::from_tag("fr-CA"), Some(Locale::French));
        assert_eq!(Locale::from_tag("EN_gb"), Some(Locale::English));
        assert_eq!(Locale::from_tag("frr"), None);
        assert_eq!(Locale::from_tag(""), None);
    }

    /// A renamed type must not end up in the words of the interface.
    #[test]
    fn strings_contain_no_identifiers() {
        for locale in Locale::ALL {
            let messages = format!("{:?}", locale.messages());
            let strings = messages.split('"').skip(1).step_by(2);
            for word in strings.flat_map(str::split_whitespace) {
                let is_mixed =
                    word.chars().skip(1).any(char::is_uppercase) && word.chars().any(char::is_lowercase);
                assert!(!is_mixed, "{word}");
            }
        }
    }
}
