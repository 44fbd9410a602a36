//! Converts digits to values: separators, exponents and fractions.

use super::sum::product;
use crate::figure::grammar::{Gap, Item, Kind};
use crate::figure::value::Number;

/// The largest number that a text is taken to mean. f64 is exact for whole numbers only up to 9 × 10^15, and
/// JSON has no infinity.
const MAX_NUMBER: f64 = 1e18;
/// The minutes of a match after which added time is counted.
pub(crate) const STOPPAGE_MINUTES: [f64; 6] = [40.0, 45.0, 80.0, 90.0, 105.0, 120.0];

/// A number has at most this many groups of three digits after its first group.
const MAX_DIGIT_GROUPS: usize = 5;

/// Reads a superscript exponent at `at`: "10⁶" or "10⁻³" if `value` is ten, or "4,3 × 10⁹" with the count
/// `value`. Returns the value and the index after it. After other numbers superscripts are footnotes.
pub(crate) fn superscript(text: &str, items: &[Item], value: f64, at: usize) -> Option<(f64, usize)> {
    let is = |at: usize, mark: &str| items.get(at).is_some_and(|item| item.span.of(text) == mark);
    let times = (is(at, "×") || is(at, "x")) && is(at + 1, "10");
    let (count, ten, at) = if times { (value, 10.0, at + 2) } else { (1.0, value, at) };
    let below = is(at, "⁻");
    let at = at + usize::from(below);
    const DIGITS: [&str; 10] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"];
    let digit = |item: &Item| DIGITS.iter().position(|&digit| digit == item.span.of(text));
    let glued = items.get(at..)?.iter().take(3).take_while(|item| item.gap == Gap::Glued);
    let digits: Vec<usize> = glued.map_while(digit).collect();
    let exponent = match digits[..] {
        [exponent] => exponent,
        [tens, ones] => tens * 10 + ones,
        _ => return None,
    };
    let exponent = if below { -(exponent as i32) } else { exponent as i32 };
    (ten == 10.0).then(|| (product(count, 10f64.powi(exponent)), at + digits.len()))
}

/// Reads an exponent at `at` after the number `value`: "12e+14" or "1,1^23". Returns the value and the index
/// after it.
pub(crate) fn exponent(text: &str, items: &[Item], value: f64, at: usize) -> Option<(f64, usize)> {
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
    // "les 12e-13e siècles"; "90e+1" is a minute of added time.
    let is_added_time = !power && sign > 0 && exponent < 20 && STOPPAGE_MINUTES.contains(&value);
    if is_added_time || tied(at + 1).is_some_and(Item::is_word) {
        return None;
    }
    let value = if power { value.powi(sign * exponent) } else { value * 10f64.powi(sign * exponent) };
    Some((value, at + 1))
}

/// The value of the digits at `at` together with the groups of three that follow, and the index after them.
pub(crate) fn read_literal(text: &str, items: &[Item], at: usize) -> Option<(f64, usize)> {
    let first = items[at].span.of(text);
    let mut end = at + 1;
    if let Some(number) = plain(first).filter(|_| !is_group(text, items, end)) {
        return Some((number, end));
    }
    let mut digits = first.to_owned();
    if first.len() <= 3 && first.bytes().all(|byte| byte.is_ascii_digit()) && !first.starts_with('0') {
        // Longer sequences are tables, whose numbers are read one by one.
        while end - at <= MAX_DIGIT_GROUPS && is_group(text, items, end) {
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

/// Whether the item at `at` can be a group of three digits that continues a number, possibly with decimals.
fn is_group(text: &str, items: &[Item], at: usize) -> bool {
    let group = items.get(at).filter(|group| group.kind == Kind::Digits && group.gap == Gap::Space);
    group.is_some_and(|group| {
        let group = group.span.of(text);
        let whole = group.split_once(',').map_or(group, |(whole, _)| whole);
        whole.len() == 3 && !group.contains(['.', '\'', '\u{2019}'])
    })
}

/// The value of digits without separators, if there are few enough to be exact.
fn plain(digits: &str) -> Option<f64> {
    let short = digits.len() <= 15 && digits.bytes().all(|byte| byte.is_ascii_digit());
    let value = |digits: &str| digits.bytes().fold(0, |value, byte| value * 10 + u64::from(byte - b'0'));
    short.then(|| value(digits) as f64)
}

/// The value of digits with French separators: a comma before the decimals, points or apostrophes between
/// groups of three. A single point that cannot separate groups is a decimal mark.
fn value(digits: &str) -> Option<f64> {
    if digits.len() > 40 {
        return None;
    }
    let apart = |mark: &[char]| {
        let mut groups = digits.split(',').next().unwrap_or(digits).split(mark);
        groups.next().is_some_and(|group| (1..=3).contains(&group.len()) && group != "0")
            && groups.all(|group| group.len() == 3)
    };
    // "1,234.56", the English notation
    if let (Some(comma), Some(point)) = (digits.find(','), digits.find('.'))
        && comma < point
    {
        let (whole, decimals) = digits.rsplit_once('.')?;
        let groups = whole.split(',').skip(1).all(|group| group.len() == 3);
        return parse_decimal(&format!("{}.{decimals}", whole.replace(',', ""))).filter(|_| groups);
    }
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
    parse_decimal(&plain.replace(['\'', '\u{2019}'], ""))
}

/// Parses decimal digits with at most one point. The result is correctly rounded for up to 15 digits and 22
/// decimals (Clinger 1990, "How to Read Floating Point Numbers Accurately": the digits and the power of ten
/// are exact, so the quotient is rounded once). The parser of the standard library handles any number of
/// digits, but its tables would make up a fiftieth of the browser download.
pub(crate) fn parse_decimal(digits: &str) -> Option<f64> {
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

/// Formats a non-negative `value` with at most six decimals and without trailing zeros. The shortest-digits
/// algorithm of the standard library would make up a hundredth of the browser download.
pub(crate) fn format_number(value: f64) -> String {
    let millionths = (value * 1e6).round();
    // Above fifteen digits no decimals are left.
    if millionths >= 9e15 {
        return format!("{}", value as u64);
    }
    let (whole, part) = (millionths as u64 / 1_000_000, millionths as u64 % 1_000_000);
    let mut digits = whole.to_string();
    if part > 0 {
        digits.push_str(&format!(".{part:06}"));
        digits.truncate(digits.trim_end_matches('0').len());
    }
    digits
}

/// The value of a fraction in one character.
pub(crate) fn vulgar_fraction(text: &str) -> Option<f64> {
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

/// The number and the index after it. None if it is larger than [`MAX_NUMBER`].
pub(crate) fn checked(number: Number, end: usize) -> Option<(Number, usize)> {
    (number.value.is_finite() && number.value <= MAX_NUMBER).then_some((number, end))
}

#[cfg(test)]
mod tests {
    use super::{format_number, parse_decimal};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn formatted_numbers_parse_to_the_same_value(thousandths in 0..1_000_000_000_000_u64) {
            let value = thousandths as f64 / 1000.0;
            prop_assert_eq!(format_number(value), value.to_string());
            prop_assert_eq!(parse_decimal(&format_number(value)), Some(value));
        }

        #[test]
        fn parsed_decimals_are_correctly_rounded(whole in 0..1_000_000_000_u64, decimals in "[0-9]{1,6}") {
            let digits = format!("{whole}.{decimals}");
            prop_assert_eq!(parse_decimal(&digits), digits.parse().ok());
        }
    }

    #[test]
    fn numbers_are_formatted_with_six_decimals_and_no_trailing_zeros() {
        for (value, expected) in [
            (0.0, "0"),
            (1.0 / 3.0, "0.333333"),
            (2.0 / 3.0, "0.666667"),
            (1e15, "1000000000000000"),
            (1.5e18, "1500000000000000000"),
        ] {
            assert_eq!(format_number(value), expected);
        }
    }

    #[test]
    fn two_points_are_not_a_decimal() {
        assert_eq!(parse_decimal("1.2.3"), None);
    }
}
