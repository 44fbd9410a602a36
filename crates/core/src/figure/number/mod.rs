//! Reads numbers in digits, in words, and in both.

mod digits;
mod roman;
mod spelled;
mod sum;

pub(crate) use sum::product;

use crate::figure::grammar::{Gap, Item, Kind, Lexicon, Slot, Slots};
use crate::figure::value::Number;
use crate::figure::{Class, NumberWord, Sense};
pub(crate) use digits::format_number;
use digits::{
    STOPPAGE_MINUTES, checked, exponent, parse_decimal, read_literal, superscript, vulgar_fraction,
};
pub(crate) use roman::is_roman;
use roman::read_roman;
use spelled::{and_part, read_rest, read_words};
use sum::Sum;

/// Merges the items of each number into one.
pub(crate) fn merge_numbers(text: &str, lexicon: &Lexicon, items: &mut Vec<Item>) {
    let mut kept: usize = 0;
    let mut at = 0;
    while at < items.len() {
        // Items between `kept` and `at` have been merged into earlier numbers.
        let before = kept.checked_sub(1).map(|before| &items[before]);
        let found = match items[at].kind {
            Kind::Digits => read_digits(text, lexicon, items, at),
            Kind::Mark if is_minus_sign(text, lexicon, items, before, at) => {
                read_unsigned(text, lexicon, items, at + 1)
                    .map(|(number, end)| (Number { value: -number.value, digits: 0, ..number }, end))
            }
            Kind::Mark if is_leading_decimal_mark(text, items, at) => read_unsigned(text, lexicon, items, at),
            Kind::Capital => read_roman(text, lexicon, items, at).or_else(|| read_words(text, items, at)),
            Kind::Word | Kind::Mark => read_words(text, items, at),
            _ => None,
        };
        let mut end = at + 1;
        if let Some((number, past)) = found {
            end = past;
            let span_end = items[end - 1].span.end;
            let item = &mut items[at];
            item.span.end = span_end;
            if end - at > 1 {
                (item.word, item.senses, item.slots) = (0, &[], Slots::default());
            }
            item.number = Some(number);
            item.slots |= Slots::of_number(number);
        }
        if kept < at {
            items.swap(kept, at);
        }
        kept += 1;
        at = end;
    }
    items.truncate(kept);
}

/// Whether the mark at `at` is a minus sign: right before digits, separated from the word before it or after
/// an opening mark ("(-70 %"), and not at the start of a line of words, where it may introduce a list item. A
/// space may follow it where a dash between two clauses is impossible: "(– 70 %)", "de – 3 à – 5".
fn is_minus_sign(text: &str, lexicon: &Lexicon, items: &[Item], before: Option<&Item>, at: usize) -> bool {
    let sign = &items[at];
    if !matches!(sign.span.of(text), "-" | "−" | "–") {
        return false;
    }
    let apart = match before {
        // The character for the minus sign has no other use.
        Some(before) if sign.span.of(text) == "−" => sign.gap != Gap::Glued || before.span.of(text) == "(",
        Some(before) => match before.kind {
            // At the start of a sentence a capital does not indicate a name: "De -5 à 3 degrés".
            Kind::Capital if at == 1 => matches!(sign.gap, Gap::Space | Gap::Wide),
            Kind::Word => matches!(sign.gap, Gap::Space | Gap::Wide),
            Kind::Mark if before.span.of(text) == "(" => sign.gap == Gap::Glued,
            Kind::Mark => sign.gap == Gap::Space && matches!(before.span.of(text), "," | ":" | ";"),
            _ => false,
        },
        None => is_only_number(items),
    };
    let no_dash = match before {
        Some(before) => before.span.of(text) == "(" || lexicon.is(before.word, Class::BeforeNumber),
        None => apart,
    };
    let Some(after) = items.get(at + 1) else { return false };
    match after.gap {
        Gap::Glued => apart && (after.kind == Kind::Digits || is_leading_decimal_mark(text, items, at + 1)),
        Gap::Space => no_dash && after.kind == Kind::Digits,
        _ => false,
    }
}

/// Whether the items are a number and nothing else. A longer list is not examined.
fn is_only_number(items: &[Item]) -> bool {
    items.len() <= 8 && !items.iter().any(|item| item.is_word() && item.span.len() > 1)
}

/// Whether the mark at `at` is the decimal mark of a number without its leading zero: ",08". In a sentence
/// the digits must begin with a zero, because a comma may merely lack its space.
fn is_leading_decimal_mark(text: &str, items: &[Item], at: usize) -> bool {
    let (Some(mark), Some(digits)) = (items.get(at), items.get(at + 1)) else { return false };
    let apart = at == 0 || mark.gap != Gap::Glued || is_only_number(items);
    matches!(mark.span.of(text), "," | ".")
        && apart
        && digits.kind == Kind::Digits
        && digits.gap == Gap::Glued
        && digits.span.of(text).bytes().all(|byte| byte.is_ascii_digit())
        && (digits.span.of(text).starts_with('0') || is_only_number(items))
}

/// Reads a number in digits that may lack the zero before its decimal mark. Returns it and the index after
/// it.
fn read_unsigned(text: &str, lexicon: &Lexicon, items: &[Item], at: usize) -> Option<(Number, usize)> {
    if items[at].kind == Kind::Digits {
        return read_digits(text, lexicon, items, at);
    }
    let digits = items[at + 1].span.of(text);
    let value = parse_decimal(&format!(".{digits}"))?;
    let mut sum = Sum { group: Some(value), addends: (1, 0), digits: true, ..Sum::default() };
    let end = scale_symbol(text, items, at + 2, &mut sum).unwrap_or(at + 2);
    let end = read_rest(text, items, end, &mut sum);
    checked(Number { noun: sum.noun, ..Number::of(sum.value()) }, end)
}

/// Reads the number that begins in digits at `at`. Returns it and the index after it.
fn read_digits(text: &str, lexicon: &Lexicon, items: &[Item], at: usize) -> Option<(Number, usize)> {
    let (mut value, mut end) = read_literal(text, items, at)?;
    let plain = end == at + 1 && items[at].span.of(text).bytes().all(|byte| byte.is_ascii_digit());
    let digits = if plain { u8::try_from(items[at].span.len()).unwrap_or(0) } else { 0 };
    let glued = |index: usize| items.get(index).filter(|item| item.gap == Gap::Glued);
    let power = exponent(text, items, value, end).or_else(|| superscript(text, items, value, end));
    if let Some((value, end)) = power {
        return checked(Number::of(value), end);
    }
    // Text extracted from web pages separates superscripts: "1 er".
    if let Some(ending) = items.get(end).filter(|item| matches!(item.gap, Gap::Glued | Gap::Space))
        && lexicon.is_rank_ending(ending.word)
        && (ending.gap == Gap::Glued || !lexicon.is(ending.word, Class::Stop))
        && value.fract() == 0.0
    {
        let end = added_time(text, items, value, end + 1);
        return checked(Number { digits, rank: true, ..Number::of(value) }, end);
    }
    // "SN 2016gkg", "4x4"
    if glued(end).is_some_and(|item| item.word == 0 && item.is_word() && item.senses.is_empty()) {
        return None;
    }
    // A mobile network generation: "5G"
    if digits == 1 && (2.0..=6.0).contains(&value) && glued(end).is_some_and(|item| item.span.of(text) == "G")
    {
        return None;
    }
    let adjacent = items.get(end).filter(|item| matches!(item.gap, Gap::Glued | Gap::Space));
    if let Some(part) = adjacent.and_then(|item| vulgar_fraction(item.span.of(text))) {
        return checked(Number::of(value + part), end + 1);
    }
    let mut sum = Sum { group: Some(value), addends: (1, 0), digits: true, ..Sum::default() };
    let words = end;
    end = scale_symbol(text, items, end, &mut sum).unwrap_or(end);
    end = read_rest(text, items, end, &mut sum);
    value = sum.value();
    if sum.scale.is_some() {
        (value, end) = and_part(items, value, end, &sum);
    }
    let digits = if end == words { digits } else { 0 };
    checked(Number { value, digits, rank: sum.rank, article: false, noun: sum.noun }, end)
}

/// The index after the added time of a match minute that ends before `at`: "90e+4".
fn added_time(text: &str, items: &[Item], value: f64, at: usize) -> usize {
    let glued = |index: usize| items.get(index).filter(|item| item.gap == Gap::Glued);
    let added = STOPPAGE_MINUTES.contains(&value)
        && glued(at).is_some_and(|plus| plus.span.of(text) == "+")
        && glued(at + 1).is_some_and(|minutes| minutes.kind == Kind::Digits && minutes.span.len() <= 2);
    if added { at + 2 } else { at }
}

/// Multiplies `sum` by a scale symbol at `at`, if there is one, and returns the index after it: "M" in "2,3
/// M€", attached to the digits or before a currency.
fn scale_symbol(text: &str, items: &[Item], at: usize, sum: &mut Sum) -> Option<usize> {
    let item = items.get(at)?;
    let scale = item.sense(|sense| match sense {
        Sense::Number(NumberWord::Scale(scale)) => Some(scale),
        _ => None,
    })?;
    let symbol = item.span.of(text);
    // Words such as "millions" are read by `read_rest`.
    if symbol.len() > 3 {
        return None;
    }
    let money = items.get(at + 1).is_some_and(|next| next.has(Slot::Currency));
    if item.gap == Gap::Glued || item.gap == Gap::Space && (money || symbol.len() > 1) {
        return sum.multiply(scale, false).then_some(at + 1);
    }
    None
}
