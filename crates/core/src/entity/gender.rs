//! Grammatical gender of nouns and of the people they refer to.

use crate::lang::EntityTables;

/// Grammatical gender. French has these two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gender {
    /// As of "M.", "il" and "acteur".
    Masculine,
    /// As of "Mme", "elle" and "actrice".
    Feminine,
}

impl Gender {
    /// The gender that a courtesy title implies, such as "mme"; `None` if `folded`, a folded word without its full
    /// stop, is not a title or is one for men and women alike ("me").
    pub fn of_title(folded: &str, tables: &EntityTables) -> Option<Gender> {
        if tables.masculine.contains(folded) {
            Some(Gender::Masculine)
        } else if tables.feminine.contains(folded) {
            Some(Gender::Feminine)
        } else {
            None
        }
    }
}
