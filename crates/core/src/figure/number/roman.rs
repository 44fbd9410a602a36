//! Ranks in Roman numerals.

use super::digits::checked;
use crate::figure::grammar::{Gap, Item, Kind, Lexicon};
use crate::figure::value::Number;
use crate::text::fold;

/// Reads the rank in Roman numerals at `at`. Returns it and the index after it: "XXIe", or "XX e" as in text
/// extracted from web pages.
pub(crate) fn read_roman(
    text: &str,
    lexicon: &Lexicon,
    items: &[Item],
    at: usize,
) -> Option<(Number, usize)> {
    let numerals = items[at].span.of(text);
    let apart = || {
        let ending = items.get(at + 1)?;
        let stands_apart =
            ending.kind == Kind::Word && ending.gap == Gap::Space && ending.span.of(text) == "e";
        (stands_apart && numerals.len() > 1).then(|| value(&format!("{numerals}e"), lexicon))?
    };
    let (value, end) = match value(numerals, lexicon) {
        Some(value) => (value, at + 1),
        None => (apart()?, at + 2),
    };
    checked(Number { rank: true, ..Number::of(value) }, end)
}

/// Whether a rank is written in Roman numerals: "XVIIe", but not "Seconde".
pub(crate) fn is_roman(rank: &str) -> bool {
    let numerals = rank.trim_start_matches(['I', 'V', 'X', 'L', 'C']);
    numerals.len() < rank.len() && numerals.len() <= 4 && !numerals.starts_with(char::is_uppercase)
}

/// The value of a rank in Roman numerals that is one word. Single letters other than I, V and X are not
/// accepted: with an ending they may be words.
fn value(text: &str, lexicon: &Lexicon) -> Option<f64> {
    let numerals = text.find(|c: char| !matches!(c, 'I' | 'V' | 'X' | 'L' | 'C')).unwrap_or(text.len());
    let (numerals, ending) = text.split_at(numerals);
    if numerals.len() > 8 || !lexicon.is_rank_ending(lexicon.id(&fold(ending))) {
        return None;
    }
    if numerals.len() < 2 && !matches!(numerals, "I" | "V" | "X") {
        return None;
    }
    let digit = |numeral| match numeral {
        'I' => 1,
        'V' => 5,
        'X' => 10,
        'L' => 50,
        _ => 100,
    };
    let (mut sum, mut last) = (0, 0);
    for numeral in numerals.chars().rev() {
        let digit = digit(numeral);
        sum += if digit < last { -digit } else { digit };
        last = last.max(digit);
    }
    (sum > 0).then_some(f64::from(sum))
}
