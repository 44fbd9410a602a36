//! Numbers in digits, with their separators, signs and symbols.

use super::item::{Gap, Item, Kind, Number};
use super::lexicon::Lexicon;
use super::number::{and_part, read_rest};
use super::slot::Slot;
use super::sum::Sum;
use super::tables::{Class, NumberWord, Sense};
use crate::text::fold;

/// Beyond this a number is none that a text means: f64 tells whole numbers apart up to 9 × 10^15, and JSON knows no
/// infinity.
const LARGEST: f64 = 1e18;
/// A number has at most so many groups of three digits after its first.
const GROUPS: usize = 5;

/// The number that begins in digits at `at`, and the index past it.
pub(super) fn read_digits(
    text: &str,
    lexicon: &Lexicon,
    items: &[Item],
    at: usize,
) -> Option<(Number, usize)> {
    let (mut value, mut end) = literal(text, items, at)?;
    let plain = end == at + 1 && items[at].span.of(text).bytes().all(|byte| byte.is_ascii_digit());
    let digits = if plain { u8::try_from(items[at].span.len()).unwrap_or(0) } else { 0 };
    let glued = |index: usize| items.get(index).filter(|item| item.gap == Gap::Glued);
    let power = exponent(text, items, value, end).or_else(|| superscript(text, items, value, end));
    if let Some((value, end)) = power {
        return number(value, Number::of(value), end);
    }
    // Text taken from pages sets superscripts apart: "1 er".
    if let Some(ending) = items.get(end).filter(|item| matches!(item.gap, Gap::Glued | Gap::Space))
        && lexicon.is_rank_ending(ending.word)
        && (ending.gap == Gap::Glued || !lexicon.is(ending.word, Class::Stop))
        && digits > 0
    {
        let end = added_time(text, items, value, end + 1);
        return number(value, Number { value, digits, rank: true, article: false, noun: false }, end);
    }
    // "SN 2016gkg", "4x4"
    if glued(end).is_some_and(|item| item.word == 0 && item.is_word() && item.senses.is_empty()) {
        return None;
    }
    // A mobile network
    if digits == 1 && (2.0..=6.0).contains(&value) && glued(end).is_some_and(|item| item.span.of(text) == "G")
    {
        return None;
    }
    if let Some(part) = glued(end).and_then(|item| vulgar(item.span.of(text))) {
        return number(
            value + part,
            Number { value: value + part, digits: 0, rank: false, article: false, noun: false },
            end + 1,
        );
    }
    let mut sum = Sum { group: Some(value), room: (1, 0), digits: true, ..Sum::default() };
    let words = end;
    end = scale_symbol(text, items, end, &mut sum).unwrap_or(end);
    end = read_rest(text, items, end, &mut sum);
    value = sum.value();
    if sum.scale.is_some() {
        (value, end) = and_part(items, value, end, &sum);
    }
    let digits = if end == words { digits } else { 0 };
    number(value, Number { value, digits, rank: sum.rank, article: false, noun: sum.noun }, end)
}

/// The minutes after which a match's added time is counted.
const STOPPAGES: [f64; 4] = [45.0, 90.0, 105.0, 120.0];

/// The index past the minutes that a match went on for after the one that ends at `at`: "90e+4".
fn added_time(text: &str, items: &[Item], value: f64, at: usize) -> usize {
    let glued = |index: usize| items.get(index).filter(|item| item.gap == Gap::Glued);
    let added = STOPPAGES.contains(&value)
        && glued(at).is_some_and(|plus| plus.span.of(text) == "+")
        && glued(at + 1).is_some_and(|minutes| minutes.kind == Kind::Digits && minutes.span.len() <= 2);
    if added { at + 2 } else { at }
}

/// The value of "10⁶" if `value` before `at` is ten, and the index past it. After other numbers the small digits call
/// a note.
fn superscript(text: &str, items: &[Item], value: f64, at: usize) -> Option<(f64, usize)> {
    const DIGITS: [&str; 10] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"];
    let digit = |item: &Item| DIGITS.iter().position(|&digit| digit == item.span.of(text));
    let glued = items.get(at..)?.iter().take(3).take_while(|item| item.gap == Gap::Glued);
    let digits: Vec<usize> = glued.map_while(digit).collect();
    let exponent = match digits[..] {
        [exponent] => exponent,
        [tens, ones] => tens * 10 + ones,
        _ => return None,
    };
    (value == 10.0).then(|| (10f64.powi(exponent as i32), at + digits.len()))
}

/// The value of "12e+14" or "1,1^23", where `value` is what stands before `at`, and the index past it.
fn exponent(text: &str, items: &[Item], value: f64, at: usize) -> Option<(f64, usize)> {
    let tied = |index: usize| items.get(index).filter(|item| matches!(item.gap, Gap::Glued | Gap::Hyphen));
    let power = match tied(at)?.span.of(text) {
        "e" | "E" => false,
        "^" => true,
        _ => return None,
    };
    let next = tied(at + 1)?;
    let (sign, at) = match next.span.of(text) {
        "-" | "−" => (-1, at + 2),
        "+" => (1, at + 2),
        _ if next.gap == Gap::Hyphen => (-1, at + 1),
        _ => (1, at + 1),
    };
    let exponent: i32 =
        tied(at)?.span.of(text).parse().ok().filter(|exponent| (0..=99).contains(exponent))?;
    // "les 12e-13e siècles"; "90e+1": a minute of a match's added time.
    let is_added_time = !power && sign > 0 && exponent < 20 && STOPPAGES.contains(&value);
    if is_added_time || tied(at + 1).is_some_and(Item::is_word) {
        return None;
    }
    let value = if power { value.powi(sign * exponent) } else { value * 10f64.powi(sign * exponent) };
    Some((value, at + 1))
}

/// "M" in "2,3 M€": glued to the digits, or before a currency.
pub(super) fn scale_symbol(text: &str, items: &[Item], at: usize, sum: &mut Sum) -> Option<usize> {
    let item = items.get(at)?;
    let scale = item.sense(|sense| match sense {
        Sense::Number(NumberWord::Scale(scale)) => Some(scale),
        _ => None,
    })?;
    let symbol = item.span.of(text);
    // A word: "millions". What follows reads it.
    if symbol.len() > 3 {
        return None;
    }
    let money = items.get(at + 1).is_some_and(|next| next.has(Slot::Currency));
    if item.gap == Gap::Glued || item.gap == Gap::Space && (money || symbol.len() > 1) {
        return sum.multiply(scale, false).then_some(at + 1);
    }
    None
}

/// The value of the digits at `at` with the groups of three that go with them, and the index past them.
pub(super) fn literal(text: &str, items: &[Item], at: usize) -> Option<(f64, usize)> {
    let first = items[at].span.of(text);
    let mut end = at + 1;
    if let Some(number) = plain(first).filter(|_| !is_group(text, items, end)) {
        return Some((number, end));
    }
    let mut digits = first.to_owned();
    if first.len() <= 3 && first.bytes().all(|byte| byte.is_ascii_digit()) && !first.starts_with('0') {
        // More groups than any number has are a table, read one by one.
        while end - at <= GROUPS && is_group(text, items, end) {
            let group = items[end].span.of(text);
            let whole = group.split_once(',').map_or(group, |(whole, _)| whole);
            digits.push_str(group);
            end += 1;
            if whole.len() != group.len() {
                break;
            }
        }
    }
    Some((value(&digits)?, end))
}

/// Whether the item at `at` can be a group of three digits of the number before it, with its decimals if it has any.
fn is_group(text: &str, items: &[Item], at: usize) -> bool {
    let group = items.get(at).filter(|group| group.kind == Kind::Digits && group.gap == Gap::Space);
    group.is_some_and(|group| {
        let group = group.span.of(text);
        let whole = group.split_once(',').map_or(group, |(whole, _)| whole);
        whole.len() == 3 && !group.contains(['.', '\'', '\u{2019}'])
    })
}

/// The value of bare digits, so many of them that none is lost.
fn plain(digits: &str) -> Option<f64> {
    let short = digits.len() <= 15 && digits.bytes().all(|byte| byte.is_ascii_digit());
    let value = |digits: &str| digits.bytes().fold(0, |value, byte| value * 10 + u64::from(byte - b'0'));
    short.then(|| value(digits) as f64)
}

/// The value of digits with the marks between them as French writes them: a comma before the decimals, points or
/// apostrophes between groups of three; a single point that can't part groups is a decimal mark.
fn value(digits: &str) -> Option<f64> {
    if digits.len() > 40 {
        return None;
    }
    let apart = |mark: &[char]| {
        let mut groups = digits.split(',').next().unwrap_or(digits).split(mark);
        groups.next().is_some_and(|group| (1..=3).contains(&group.len()) && group != "0")
            && groups.all(|group| group.len() == 3)
    };
    let commas = digits.matches(',').count();
    let points = digits.matches('.').count();
    let plain = match (commas, points) {
        (0, 0) => digits.to_owned(),
        (0, 1) if !apart(&['.']) => digits.to_owned(),
        (0 | 1, _) if points > 0 && !apart(&['.']) => return None,
        (0 | 1, _) => digits.replace('.', "").replace(',', "."),
        (_, 0) if digits.split(',').skip(1).all(|group| group.len() == 3) => digits.replace(',', ""),
        _ => return None,
    };
    decimal(&plain.replace(['\'', '\u{2019}'], ""))
}

/// The value of decimal digits with at most one point among them, to the last bit for up to 15 digits and up to 22
/// decimals (Clinger 1990, "How to Read Floating Point Numbers Accurately": digits and power of ten are exact then,
/// so that their quotient is rounded once). The standard library's parser does so for any length, by tables that
/// would be a fiftieth of what a page downloads.
pub(super) fn decimal(digits: &str) -> Option<f64> {
    let (mut value, mut scale, mut has_point) = (0.0, 1.0, false);
    for digit in digits.chars() {
        match digit.to_digit(10) {
            Some(digit) => {
                value = value * 10.0 + f64::from(digit);
                scale *= if has_point { 10.0 } else { 1.0 };
            }
            None if digit == '.' && !has_point => has_point = true,
            None => return None,
        }
    }
    Some(value / scale)
}

/// The value of a rank in Roman numerals: "XXIe". One letter is taken for a numeral only where no word looks so.
pub(super) fn roman(text: &str, lexicon: &Lexicon) -> Option<f64> {
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
    let mut value = 0;
    let mut last = 0;
    for numeral in numerals.chars().rev() {
        let digit = digit(numeral);
        value += if digit < last { -digit } else { digit };
        last = last.max(digit);
    }
    (value > 0).then_some(f64::from(value))
}

/// The value of a fraction that is one character.
fn vulgar(text: &str) -> Option<f64> {
    Some(match text {
        "½" => 0.5,
        "⅓" => 1.0 / 3.0,
        "⅔" => 2.0 / 3.0,
        "¼" => 0.25,
        "¾" => 0.75,
        "⅕" => 0.2,
        "⅙" => 1.0 / 6.0,
        "⅛" => 0.125,
        _ => return None,
    })
}

pub(super) fn number(value: f64, number: Number, end: usize) -> Option<(Number, usize)> {
    (value.is_finite() && value <= LARGEST).then_some((number, end))
}

#[cfg(test)]
mod tests {
    use super::decimal;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn decimals_are_read_to_the_last_bit(whole in 0..1_000_000_000_u64, decimals in "[0-9]{1,6}") {
            let digits = format!("{whole}.{decimals}");
            prop_assert_eq!(decimal(&digits), digits.parse().ok());
        }
    }

    #[test]
    fn two_points_are_no_decimal() {
        assert_eq!(decimal("1.2.3"), None);
    }
}
