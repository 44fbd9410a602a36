//! Acronyms and their expansions.

use super::form::Form;
use crate::lang::EntityTables;

/// Whether `short` is a single word of two to ten letters that are the initials of the words of `long`, in order, with
/// or without those of its small words.
pub(super) fn is_initials_of(short: &Form, long: &Form, tables: &EntityTables) -> bool {
    let [acronym] = short.words.as_slice() else { return false };
    let letters: Vec<char> = acronym.chars().filter(|c| c.is_alphanumeric()).collect();
    if !(2..=10).contains(&letters.len()) || long.words.len() < 2 {
        return false;
    }
    let parts =
        || long.words.iter().flat_map(|word| word.split(['-', '\'', ' '])).filter(|part| !part.is_empty());
    let skips = |word: &&str| tables.acronym_skips.contains(word);
    let all: Vec<char> = parts().filter_map(|word| word.chars().next()).collect();
    let content: Vec<char> =
        parts().filter(|word| !skips(word)).filter_map(|word| word.chars().next()).collect();
    letters == content || letters == all
}

/// Whether `short` is a single word whose letters all occur in `long` in the same order, and whose first letter is the
/// first of `long`. This is enough for an acronym in brackets right after `long`, but not elsewhere.
pub(super) fn has_letters_of(short: &Form, long: &Form) -> bool {
    let [acronym] = short.words.as_slice() else { return false };
    let spelled = long.words.concat();
    let mut rest = spelled.chars();
    let in_order = acronym.chars().filter(|c| c.is_alphanumeric()).all(|letter| rest.any(|c| c == letter));
    long.words.len() > 1
        && acronym.len() <= 10
        && in_order
        && acronym.chars().next() == spelled.chars().next()
}
