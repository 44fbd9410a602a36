//! Formats durations with several parts.

use super::Locale;
use super::unit::quantity;

/// Formats an ISO 8601 duration with several parts: "4 heures 19 minutes 41 secondes". `None` for a single part, which
/// the caller formats as a value with a unit, and for invalid durations.
pub(super) fn duration(locale: Locale, iso: &str) -> Option<String> {
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

/// Parses numbers such as "41" and "10.62", with at most six decimals. The standard library's parser would add much
/// more code to the wasm file.
fn decimal(digits: &str) -> Option<f64> {
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let fraction = fraction.get(..fraction.len().min(6))?;
    let scale = 10_u32.pow(fraction.len() as u32);
    Some(f64::from(whole.parse::<u32>().ok()?) + f64::from(fraction.parse::<u32>().ok()?) / f64::from(scale))
}
