//! Lengths of time, part by part.

use super::Locale;
use super::unit::quantity;

/// What an ISO 8601 duration of more than one part says: "4 heures 19 minutes 41 secondes". None for one of a single part,
/// which its value and unit tell as well, and for anything else.
pub(super) fn length(locale: Locale, iso: &str) -> Option<String> {
    let (mut rest, mut is_time) = (iso.strip_prefix('P')?, false);
    let mut parts = Vec::new();
    while !rest.is_empty() {
        if let Some(time) = rest.strip_prefix('T').filter(|_| !is_time) {
            (rest, is_time) = (time, true);
        }
        let (count, after) = rest.split_at_checked(rest.find(|c: char| c != '.' && !c.is_ascii_digit())?)?;
        let mut after = after.chars();
        let unit = match (after.next()?, is_time) {
            ('Y', false) => "year",
            ('M', false) => "month",
            ('W', false) => "week",
            ('D', false) => "day",
            ('H', true) => "hour",
            ('M', true) => "minute",
            ('S', true) => "second",
            _ => return None,
        };
        parts.push(quantity(locale, decimal(count)?, unit));
        rest = after.as_str();
    }
    (parts.len() > 1).then(|| parts.join(" "))
}

/// The value of "41" and "10.62". Short as they are, this is as exact as any other way, and far smaller than the standard
/// library's.
fn decimal(digits: &str) -> Option<f64> {
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let fraction = fraction.get(..fraction.len().min(6))?;
    let scale = 10_u32.pow(fraction.len() as u32);
    Some(f64::from(whole.parse::<u32>().ok()?) + f64::from(fraction.parse::<u32>().ok()?) / f64::from(scale))
}
