//! The reader's choice of highlights to show.

use manicule_core::relation::Kind;

/// The kinds of highlights that are shown, and whether all mentions or only first ones are highlighted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Filter {
    /// Bit `n` is set if the kind with the discriminant `n` is hidden.
    hidden: u16,
    /// Whether only the first mention of each entity is highlighted.
    pub first_only: bool,
}

impl Default for Filter {
    /// Shows every highlight.
    fn default() -> Self {
        Filter { hidden: 0, first_only: false }
    }
}

impl Filter {
    /// Returns whether highlights of `kind` are shown.
    pub fn shows(self, kind: Kind) -> bool {
        self.hidden & bit(kind) == 0
    }

    /// Returns the filter with `kind` shown if it was hidden, and hidden if it was shown.
    pub fn toggled(self, kind: Kind) -> Filter {
        Filter { hidden: self.hidden ^ bit(kind), ..self }
    }

    /// Returns the filter with [`first_only`](Filter::first_only) inverted.
    pub fn with_density_toggled(self) -> Filter {
        Filter { first_only: !self.first_only, ..self }
    }

    /// Serialises the filter as words separated by spaces: the hidden kinds, and "first" for first mentions only.
    pub fn to_words(self) -> String {
        let hidden = Kind::ALL.into_iter().filter(|&kind| !self.shows(kind)).map(Kind::as_str);
        let first = self.first_only.then_some("first");
        hidden.chain(first).collect::<Vec<_>>().join(" ")
    }

    /// Parses the result of [`Filter::to_words`]; unknown words are ignored.
    pub fn from_words(words: &str) -> Filter {
        let mut filter = Filter::default();
        for word in words.split(' ') {
            match Kind::ALL.into_iter().find(|kind| kind.as_str() == word) {
                Some(kind) => filter.hidden |= bit(kind),
                None => filter.first_only |= word == "first",
            }
        }
        filter
    }
}

fn bit(kind: Kind) -> u16 {
    1 << kind as u16
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn from_words_is_the_inverse_of_to_words() {
        let filter =
            Filter { first_only: true, ..Filter::default() }.toggled(Kind::Place).toggled(Kind::Link);
        assert_eq!(filter.to_words(), "place link first");
        assert_eq!(Filter::from_words(&filter.to_words()), filter);
        assert_eq!(Filter::from_words("gone  by"), Filter::default());
        assert!(!filter.shows(Kind::Link) && filter.shows(Kind::Person));
    }
}
