//! Acronyms and what they stand for.

use super::form::Form;
use crate::lang::EntityTables;

/// Whether `short` may be the acronym of `long`: one word of two to ten letters, which are its initials in order.
pub(super) fn abbreviates(short: &Form, long: &Form, tables: &EntityTables) -> bool {
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

/// Whether `short`, in brackets right after `long`, is its acronym: each of its letters is in `long` in order, and the
/// first is its first.
pub(super) fn glosses(short: &Form, long: &Form) -> bool {
    let [acronym] = short.words.as_slice() else { return false };
    let spelled = long.words.concat();
    let mut rest = spelled.chars();
    let in_order = acronym.chars().filter(|c| c.is_alphanumeric()).all(|letter| rest.any(|c| c == letter));
    long.words.len() > 1
        && acronym.len() <= 10
        && in_order
        && acronym.chars().next() == spelled.chars().next()
}
