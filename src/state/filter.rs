//! Which highlights the reader wants to see.

use manicule_core::relation::Kind;

/// The kinds of highlights that are shown, and whether all mentions are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Filter {
    /// One bit for each of [`Kind::ALL`], in order: set where the kind is hidden.
    hidden: u16,
    /// Whether only the first mention of each entity is marked.
    pub first_only: bool,
}

impl Default for Filter {
    /// Everything is shown.
    fn default() -> Self {
        Filter { hidden: 0, first_only: false }
    }
}

impl Filter {
    /// Whether highlights of `kind` are shown.
    pub fn shows(self, kind: Kind) -> bool {
        self.hidden & bit(kind) == 0
    }

    /// The same filter with `kind` shown if it was hidden, hidden if it was shown.
    pub fn toggled(self, kind: Kind) -> Filter {
        Filter { hidden: self.hidden ^ bit(kind), ..self }
    }

    /// The same filter with the choice between all mentions and first mentions reversed.
    pub fn with_density_toggled(self) -> Filter {
        Filter { first_only: !self.first_only, ..self }
    }

    /// Writes the filter for [`Filter::from_words`]: the names of hidden kinds, and "first" for first mentions only.
    pub fn to_words(self) -> String {
        let hidden = Kind::ALL.into_iter().filter(|&kind| !self.shows(kind)).map(Kind::as_str);
        let first = self.first_only.then_some("first");
        hidden.chain(first).collect::<Vec<_>>().join(" ")
    }

    /// Reads a filter that [`Filter::to_words`] wrote; unknown words are ignored.
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
    fn words_give_the_filter_back() {
        let filter =
            Filter { first_only: true, ..Filter::default() }.toggled(Kind::Place).toggled(Kind::Link);
        assert_eq!(filter.to_words(), "place link first");
        assert_eq!(Filter::from_words(&filter.to_words()), filter);
        assert_eq!(Filter::from_words("gone  by"), Filter::default());
        assert!(!filter.shows(Kind::Link) && filter.shows(Kind::Person));
    }
}
