//! Reads numbers in words.

use super::digits::{checked, read_literal};
use super::sum::Sum;
use crate::figure::grammar::{Gap, Item, Kind, Slot, number_word};
use crate::figure::value::Number;
use crate::figure::{NumberWord, Sense};

/// Reads the number in words at `at`. Returns it and the index after it.
pub(crate) fn read_words(text: &str, items: &[Item], at: usize) -> Option<(Number, usize)> {
    if let Some(half) = half_of(items, at) {
        return Some(half);
    }
    let first = number_word(&items[at])?;
    if let NumberWord::And | NumberWord::Point | NumberWord::Scale(_) = first {
        return None;
    }
    let mut sum = Sum::default();
    if !sum.add(first, false) {
        return None;
    }
    let article = first == NumberWord::Article;
    let end = read_rest(text, items, at + 1, &mut sum);
    let mut end = end;
    if let Some((value, past)) = decimals(items, sum.value(), end) {
        sum = Sum { group: Some(value), addends: (1, 0), digits: true, ..Sum::default() };
        end = read_rest(text, items, past, &mut sum);
    }
    let value = sum.value();
    let (value, end) = and_part(items, value, end, &sum);
    let article = article && end == at + 1;
    checked(Number { value, digits: 0, rank: sum.rank, article, noun: sum.noun }, end)
}

/// Reads a half of a million or the like at `at`: "un demi-milliard". Returns it and the index after it.
fn half_of(items: &[Item], at: usize) -> Option<(Number, usize)> {
    let article = usize::from(number_word(&items[at]) == Some(NumberWord::Article));
    let [half, of, ..] = items.get(at + article..)? else { return None };
    let part = half.sense(|sense| if let Sense::Part(part) = sense { Some(part) } else { None })?;
    let Some(NumberWord::Scale(scale)) = number_word(of) else { return None };
    let tied = of.gap == Gap::Hyphen && (article == 0 || half.gap == Gap::Space);
    tied.then_some((Number { noun: true, ..Number::of(part * scale) }, at + article + 2))
}

/// Adds the following words and digits to `sum` as long as they continue the number. Returns the index after
/// the last one.
pub(crate) fn read_rest(text: &str, items: &[Item], mut at: usize, sum: &mut Sum) -> usize {
    while let Some(item) = items.get(at) {
        if item.gap == Gap::Wide {
            break;
        }
        // "2 millions 300 000"
        if item.kind == Kind::Digits {
            if sum.group.is_some() || !sum.noun {
                break;
            }
            let Some((value, end)) = read_literal(text, items, at) else { break };
            // "150 milliards 600 millions"
            let next = items.get(end).and_then(number_word);
            let scaled =
                matches!(next, Some(NumberWord::Scale(scale)) if sum.scale.is_some_and(|last| scale < last));
            if sum.scale.is_none_or(|scale| value >= scale || value < 1000.0 && !scaled) {
                break;
            }
            (sum.group, sum.noun) = (Some(value), false);
            sum.addends = (1, 0);
            at = end;
            continue;
        }
        let Some(word) = number_word(item) else { break };
        // "deux centièmes" is a fraction, unlike "deux-centième".
        if matches!(word, NumberWord::Rank(rank) if rank >= 100.0)
            && item.gap == Gap::Space
            && item.has(Slot::Plural)
        {
            break;
        }
        if word == NumberWord::And {
            let Some(next) = items.get(at + 1).filter(|next| next.gap != Gap::Wide).and_then(number_word)
            else {
                break;
            };
            if !sum.add(next, true) {
                break;
            }
            at += 2;
        } else if sum.add(word, false) {
            at += 1;
        } else {
            break;
        }
    }
    at
}

/// Reads "virgule cinq" after a number. Returns the value with its decimals and the index after them.
fn decimals(items: &[Item], value: f64, at: usize) -> Option<(f64, usize)> {
    if number_word(items.get(at)?)? != NumberWord::Point {
        return None;
    }
    let mut sum = Sum::default();
    let mut end = at + 1;
    while let Some(word) = items.get(end).and_then(number_word) {
        if matches!(word, NumberWord::Scale(_)) || !sum.add(word, false) {
            break;
        }
        end += 1;
    }
    if end == at + 1 {
        return None;
    }
    let mut part = sum.value();
    while part >= 1.0 {
        part /= 10.0;
    }
    Some((value + part, end))
}

/// Reads "et demi" after a number: half of its last multiplier is added. Returns the value and the index
/// after it.
pub(crate) fn and_part(items: &[Item], value: f64, at: usize, sum: &Sum) -> (f64, usize) {
    let [and, rest @ ..] = items.get(at..).unwrap_or(&[]) else { return (value, at) };
    if number_word(and) != Some(NumberWord::And) || sum.rank {
        return (value, at);
    }
    let part = |item: &Item| {
        item.sense(|sense| match sense {
            Sense::Part(part) => Some(part),
            _ => None,
        })
    };
    let unit = sum.scale.unwrap_or(1.0);
    // "un milliard et demi-million"
    let smaller = |item: &Item| match number_word(item) {
        Some(NumberWord::Scale(scale)) if scale < unit => Some(scale),
        _ => None,
    };
    match rest {
        [half, of, ..] if part(half).is_some() && smaller(of).is_some() => {
            (value + part(half).unwrap_or(0.0) * smaller(of).unwrap_or(0.0), at + 3)
        }
        [half, ..] if part(half).is_some() => (value + part(half).unwrap_or(0.0) * unit, at + 2),
        [count, of, ..] if part(of).is_some() => match number_word(count) {
            Some(NumberWord::Small { value: count, .. }) if count < 10 => {
                (value + f64::from(count) * part(of).unwrap_or(0.0) * unit, at + 3)
            }
            _ => (value, at),
        },
        _ => (value, at),
    }
}
