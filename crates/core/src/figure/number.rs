//! Numbers in digits, in words, and in both.

use super::digits::{decimal, literal, number, read_digits, roman, scale_symbol};
use super::item::{Gap, Item, Kind, Number, number_word};
use super::lexicon::Lexicon;
use super::slot::Slots;
use super::sum::Sum;
use super::tables::{NumberWord, Sense};

/// Makes one item of the items of each number.
pub(super) fn join(text: &str, lexicon: &Lexicon, items: &mut Vec<Item>) {
    let mut kept: usize = 0;
    let mut at = 0;
    while at < items.len() {
        // Items between `kept` and `at` are parts of numbers that stand before.
        let before = kept.checked_sub(1).map(|before| &items[before]);
        let found = match items[at].kind {
            Kind::Digits => read_digits(text, lexicon, items, at),
            Kind::Mark if is_sign(text, items, before, at) => read_unsigned(text, lexicon, items, at + 1)
                .map(|(number, end)| (Number { value: -number.value, digits: 0, ..number }, end)),
            Kind::Mark if is_bare_point(text, items, at) => read_unsigned(text, lexicon, items, at),
            Kind::Capital => roman(items[at].span.of(text), lexicon)
                .map(|value| (value, at + 1))
                .or_else(|| roman_apart(text, lexicon, items, at))
                .and_then(|(value, end)| number(value, Number { rank: true, ..Number::of(value) }, end))
                .or_else(|| read_words(text, items, at)),
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

/// The value of Roman numerals whose ending stands apart, as it does in text taken from pages: "XX e".
fn roman_apart(text: &str, lexicon: &Lexicon, items: &[Item], at: usize) -> Option<(f64, usize)> {
    let ending = items.get(at + 1).filter(|ending| ending.kind == Kind::Word && ending.gap == Gap::Space)?;
    let (numerals, ending) = (items[at].span.of(text), ending.span.of(text));
    let value =
        roman(&format!("{numerals}{ending}"), lexicon).filter(|_| ending == "e" && numerals.len() > 1)?;
    Some((value, at + 2))
}

/// Whether the mark at `at` is a minus sign: right before digits, apart from the word before it or after a mark that
/// opens ("(-70 %"), and not at the start of a line of words, where it may mark the items of a list.
fn is_sign(text: &str, items: &[Item], before: Option<&Item>, at: usize) -> bool {
    let sign = &items[at];
    if !matches!(sign.span.of(text), "-" | "−") {
        return false;
    }
    let apart = match before {
        // Nothing else looks like a minus sign of its own.
        Some(_) if sign.span.of(text) == "−" => sign.gap != Gap::Glued,
        Some(before) => match before.kind {
            // At the start of a sentence a capital makes no name: "De -5 à 3 degrés".
            Kind::Capital if at == 1 => matches!(sign.gap, Gap::Space | Gap::Wide),
            Kind::Word => matches!(sign.gap, Gap::Space | Gap::Wide),
            Kind::Mark if before.span.of(text) == "(" => sign.gap == Gap::Glued,
            Kind::Mark => sign.gap == Gap::Space && matches!(before.span.of(text), "," | ":" | ";"),
            _ => false,
        },
        None => is_only_number(items),
    };
    let after = items.get(at + 1);
    apart
        && (after.is_some_and(|after| {
            after.kind == Kind::Digits && (after.gap == Gap::Glued || at == 0 && after.gap == Gap::Space)
        }) || is_bare_point(text, items, at + 1) && items[at + 1].gap == Gap::Glued)
}

/// Whether the items are a number and nothing else. Only so many are looked at as one has.
fn is_only_number(items: &[Item]) -> bool {
    items.len() <= 8 && !items.iter().any(|item| item.is_word() && item.span.len() > 1)
}

/// Whether the mark at `at` is the decimal mark of a number without its zero: ",08". In a sentence a comma may have lost
/// its space, so that the digits must not be those of a whole number.
fn is_bare_point(text: &str, items: &[Item], at: usize) -> bool {
    let (Some(mark), Some(digits)) = (items.get(at), items.get(at + 1)) else { return false };
    let apart = at == 0 || mark.gap != Gap::Glued || is_only_number(items);
    matches!(mark.span.of(text), "," | ".")
        && apart
        && digits.kind == Kind::Digits
        && digits.gap == Gap::Glued
        && digits.span.of(text).bytes().all(|byte| byte.is_ascii_digit())
        && (digits.span.of(text).starts_with('0') || is_only_number(items))
}

/// A number in digits that may lack the zero before its decimal mark.
fn read_unsigned(text: &str, lexicon: &Lexicon, items: &[Item], at: usize) -> Option<(Number, usize)> {
    if items[at].kind == Kind::Digits {
        return read_digits(text, lexicon, items, at);
    }
    let digits = items[at + 1].span.of(text);
    let value = decimal(&format!(".{digits}"))?;
    let mut sum = Sum { group: Some(value), room: (1, 0), digits: true, ..Sum::default() };
    let end = scale_symbol(text, items, at + 2, &mut sum).unwrap_or(at + 2);
    let end = read_rest(text, items, end, &mut sum);
    number(sum.value(), Number { noun: sum.noun, ..Number::of(sum.value()) }, end)
}

/// The number in words at `at`, and the index past it.
fn read_words(text: &str, items: &[Item], at: usize) -> Option<(Number, usize)> {
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
        sum = Sum { group: Some(value), room: (1, 0), digits: true, ..Sum::default() };
        end = read_rest(text, items, past, &mut sum);
    }
    let value = sum.value();
    let (value, end) = and_part(items, value, end, &sum);
    let article = article && end == at + 1;
    number(value, Number { value, digits: 0, rank: sum.rank, article, noun: sum.noun }, end)
}

/// Half of a million and the like, and the index past it: "un demi-milliard".
fn half_of(items: &[Item], at: usize) -> Option<(Number, usize)> {
    let article = usize::from(number_word(&items[at]) == Some(NumberWord::Article));
    let [half, of, ..] = items.get(at + article..)? else { return None };
    let part = half.sense(|sense| if let Sense::Part(part) = sense { Some(part) } else { None })?;
    let Some(NumberWord::Scale(scale)) = number_word(of) else { return None };
    let tied = of.gap == Gap::Hyphen && (article == 0 || half.gap == Gap::Space);
    tied.then_some((Number { noun: true, ..Number::of(part * scale) }, at + article + 2))
}

/// Reads on for as long as the words go with the number; the index past the last that does.
pub(super) fn read_rest(text: &str, items: &[Item], mut at: usize, sum: &mut Sum) -> usize {
    while let Some(item) = items.get(at) {
        if item.gap == Gap::Wide {
            break;
        }
        // "2 millions 300 000"
        if item.kind == Kind::Digits {
            if sum.group.is_some() || !sum.noun {
                break;
            }
            let Some((value, end)) = literal(text, items, at) else { break };
            if sum.scale.is_none_or(|scale| value >= scale || value < 1000.0) {
                break;
            }
            (sum.group, sum.noun) = (Some(value), false);
            sum.room = (1, 0);
            at = end;
            continue;
        }
        let Some(word) = number_word(item) else { break };
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

/// "virgule cinq" after a number: the value with it, and the index past it.
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

/// "et demi" after a number: half of its last multiplier more.
pub(super) fn and_part(items: &[Item], value: f64, at: usize, sum: &Sum) -> (f64, usize) {
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
