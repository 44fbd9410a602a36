//! Numbers in digits, in words, and in both.

use super::item::{Gap, Item, Kind, Number, number_word};
use super::lexicon::Lexicon;
use super::pattern::{Slot, Slots};
use super::tables::{Class, NumberWord, Sense};
use crate::text::fold;

/// Beyond this a number is none that a text means: f64 tells whole numbers apart up to 9 × 10^15, and JSON knows no
/// infinity.
const LARGEST: f64 = 1e18;
/// A number has at most so many groups of three digits after its first.
const GROUPS: usize = 5;

/// Makes one item of the items of each number.
pub(super) fn join(text: &str, lexicon: &Lexicon, items: &mut Vec<Item>) {
    let mut kept = 0;
    let mut at = 0;
    while at < items.len() {
        let found = match items[at].kind {
            Kind::Digits => read_digits(text, lexicon, items, at),
            Kind::Mark if is_sign(text, items, at) => read_digits(text, lexicon, items, at + 1)
                .map(|(number, end)| (Number { value: -number.value, digits: 0, ..number }, end)),
            Kind::Capital => roman(items[at].span.of(text), lexicon)
                .and_then(|value| number(value, Number { rank: true, ..Number::of(value) }, at + 1))
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

/// Whether the mark at `at` is a minus sign: right before digits, apart from what stands before it, and not at the
/// start, where it may mark the items of a list.
fn is_sign(text: &str, items: &[Item], at: usize) -> bool {
    let [.., before, sign] = &items[..=at] else { return false };
    let after = items.get(at + 1);
    matches!(sign.span.of(text), "-" | "−")
        && matches!(sign.gap, Gap::Space | Gap::Wide)
        && before.kind == Kind::Word
        && after.is_some_and(|after| after.kind == Kind::Digits && after.gap == Gap::Glued)
}

/// What a number adds up to so far.
#[derive(Default)]
struct Sum {
    total: f64,
    /// What the next multiplier multiplies.
    group: Option<f64>,
    room: (u16, u16),
    and: &'static [u16],
    /// The last multiplier: the next ones must be smaller.
    scale: Option<f64>,
    rank: bool,
    noun: bool,
    /// Whether it begins in digits: "15 cents" are no hundreds.
    digits: bool,
}

impl Sum {
    fn value(&self) -> f64 {
        self.total + self.group.unwrap_or(0.0)
    }

    /// Whether `value` may be added to the group.
    fn takes(&self, value: u16, after_and: bool) -> bool {
        match self.group {
            None => !after_and,
            Some(_) if after_and => self.and.contains(&value),
            Some(_) => (self.room.0..=self.room.1).contains(&value),
        }
    }

    /// Adds a word; whether it goes with those before.
    fn add(&mut self, word: NumberWord, after_and: bool) -> bool {
        match word {
            _ if self.rank => return false,
            NumberWord::Small { value, room, and } if self.takes(value, after_and) => {
                *self.group.get_or_insert(0.0) += f64::from(value);
                (self.room, self.and, self.noun) = (room, and, false);
            }
            NumberWord::Times(100)
                if self.group.is_none_or(|group| (2.0..100.0).contains(&group))
                    && !after_and
                    && !self.digits =>
            {
                self.group = Some(self.group.unwrap_or(1.0) * 100.0);
                (self.room, self.and, self.noun) = ((1, 99), &[], false);
            }
            NumberWord::Times(times) if times > 100 && !after_and => {
                return self.multiply(f64::from(times), false);
            }
            NumberWord::Scale(scale) if !after_and => return self.multiply(scale, true),
            NumberWord::Article => {
                return self.add(NumberWord::Small { value: 1, room: (1, 0), and: &[] }, after_and);
            }
            NumberWord::Rank(rank) => return self.rank(rank, after_and),
            _ => return false,
        }
        true
    }

    fn multiply(&mut self, times: f64, noun: bool) -> bool {
        let group = match self.group {
            Some(group) => group,
            None if !noun && self.scale.is_none_or(|scale| times < scale) => 1.0,
            // "mille milliards"
            None if noun && self.scale == Some(1000.0) => {
                self.total *= times;
                (self.scale, self.noun) = (Some(times), true);
                return true;
            }
            None => return false,
        };
        if self.scale.is_some_and(|scale| times >= scale) {
            // "trois cent mille milliards"
            if !noun || self.scale != Some(1000.0) || group >= 1000.0 {
                return false;
            }
            self.total = (self.total + group) * times;
        } else {
            self.total += group * times;
        }
        (self.group, self.scale, self.noun) = (None, Some(times), noun);
        (self.room, self.and) = ((1, 999), &[]);
        true
    }

    fn rank(&mut self, rank: f64, after_and: bool) -> bool {
        let fits = if rank < 100.0 {
            self.takes(rank as u16, after_and)
        } else {
            !after_and && self.group.is_none_or(|group| group >= 2.0 && group < rank)
        };
        if !fits {
            return false;
        }
        let group = self.group.take();
        self.total += match group {
            Some(group) if rank >= 100.0 => group * rank,
            group => group.unwrap_or(0.0) + rank,
        };
        self.rank = true;
        true
    }
}

/// The number in words at `at`, and the index past it.
fn read_words(text: &str, items: &[Item], at: usize) -> Option<(Number, usize)> {
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

/// Reads on for as long as the words go with the number; the index past the last that does.
fn read_rest(text: &str, items: &[Item], mut at: usize, sum: &mut Sum) -> usize {
    while let Some(item) = items.get(at) {
        if item.gap == Gap::Wide {
            break;
        }
        // "2 millions 300 000"
        if item.kind == Kind::Digits {
            let Some((value, end)) = literal(text, items, at) else { break };
            if sum.group.is_some()
                || !sum.noun
                || sum.scale.is_none_or(|scale| value >= scale || value < 1000.0)
            {
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
fn and_part(items: &[Item], value: f64, at: usize, sum: &Sum) -> (f64, usize) {
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
    match rest {
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

/// The number that begins in digits at `at`, and the index past it.
fn read_digits(text: &str, lexicon: &Lexicon, items: &[Item], at: usize) -> Option<(Number, usize)> {
    let (mut value, mut end) = literal(text, items, at)?;
    let plain = end == at + 1 && items[at].span.of(text).bytes().all(|byte| byte.is_ascii_digit());
    let digits = if plain { u8::try_from(items[at].span.len()).unwrap_or(0) } else { 0 };
    let glued = |index: usize| items.get(index).filter(|item| item.gap == Gap::Glued);
    // Text taken from pages sets superscripts apart: "1 er".
    if let Some(ending) = items.get(end).filter(|item| matches!(item.gap, Gap::Glued | Gap::Space))
        && lexicon.is_rank_ending(ending.word)
        && (ending.gap == Gap::Glued || !lexicon.is(ending.word, Class::Stop))
        && digits > 0
    {
        return number(value, Number { value, digits, rank: true, article: false, noun: false }, end + 1);
    }
    // "SN 2016gkg", "4x4"
    if glued(end).is_some_and(|item| item.word == 0 && item.is_word() && item.senses.is_empty()) {
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

/// "M" in "2,3 M€": glued to the digits, or before a currency.
fn scale_symbol(text: &str, items: &[Item], at: usize, sum: &mut Sum) -> Option<usize> {
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
fn literal(text: &str, items: &[Item], at: usize) -> Option<(f64, usize)> {
    let first = items[at].span.of(text);
    let mut end = at + 1;
    let mut digits = first.to_owned();
    if first.len() <= 3 && first.bytes().all(|byte| byte.is_ascii_digit()) && !first.starts_with('0') {
        // More groups than any number has are a table, read one by one.
        while end - at <= GROUPS
            && let Some(group) =
                items.get(end).filter(|group| group.kind == Kind::Digits && group.gap == Gap::Space)
        {
            let group = group.span.of(text);
            let whole = group.split_once(',').map_or(group, |(whole, _)| whole);
            if whole.len() != 3 || group.contains(['.', '\'', '\u{2019}']) {
                break;
            }
            digits.push_str(group);
            end += 1;
            if whole.len() != group.len() {
                break;
            }
        }
    }
    Some((value(&digits)?, end))
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
    plain.replace(['\'', '\u{2019}'], "").parse().ok()
}

/// The value of a rank in Roman numerals: "XXIe". One letter is taken for a numeral only where no word looks so.
fn roman(text: &str, lexicon: &Lexicon) -> Option<f64> {
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
pub(super) fn vulgar(text: &str) -> Option<f64> {
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

fn number(value: f64, number: Number, end: usize) -> Option<(Number, usize)> {
    (value.is_finite() && value <= LARGEST).then_some((number, end))
}
