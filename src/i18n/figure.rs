//! A figure's value as a reader wants it.

use super::number::{money, number, percentage, quantity};
use super::{Locale, iso_date};
use manicule_core::{Figure, Measure};

/// The normalised value of `figure` with what it counts: "≥ 2 000 personnes", "≈ 2 500 hommes", "jeudi 6 janvier 2022".
/// None where the value has no better form than the text's own words.
pub fn value(locale: Locale, text: &str, figure: &Figure) -> Option<String> {
    let with = |format: &dyn Fn(f64) -> String| bounded(figure, format);
    let plain = |value| number(locale, value);
    match figure.measure {
        Measure::Date | Measure::Time | Measure::DateTime | Measure::Period | Measure::Set => {
            iso_date(locale, figure.iso.as_deref()?)
        }
        Measure::Score => {
            Some(format!("{}\u{a0}–\u{a0}{}", number(locale, figure.low?), number(locale, figure.high?)))
        }
        Measure::Ordinal => Some(ordinal(locale, figure.value?)),
        Measure::Ratio => with(&|value| percentage(locale, value)).map(|words| match figure.approximate {
            true => words,
            false => format!("{}\u{a0}: {words}", figure.span.of(text)),
        }),
        Measure::Percent => match figure.unit.as_deref() {
            Some(unit) if unit.contains("point") => {
                let points = match locale {
                    Locale::French => "point de pourcentage",
                    Locale::English => "percentage point",
                };
                let plural = figure.value.is_some_and(|value| value.abs() >= 2.0);
                let points = if plural { points.replacen("point", "points", 1) } else { points.to_owned() };
                with(&plain).map(|words| format!("{words}\u{a0}{points}"))
            }
            _ => with(&|value| quantity(locale, value, "percent")),
        },
        Measure::Money => match figure.unit.as_deref() {
            Some(currency) => with(&|value| money(locale, value, currency)),
            None => with(&plain),
        },
        Measure::Age => with(&|value| quantity(locale, value, "year")),
        Measure::Duration | Measure::Quantity => match figure.unit.as_deref() {
            Some(unit) => with(&|value| quantity(locale, value, unit)),
            None => with(&plain),
        },
        Measure::Cardinal => {
            let value = with(&plain)?;
            Some(match figure.counted {
                Some(counted) => format!("{value}\u{a0}{}", counted.of(text)),
                None => value,
            })
        }
    }
}

/// The figure's value or bounds, with the sign that says which.
fn bounded(figure: &Figure, format: &dyn Fn(f64) -> String) -> Option<String> {
    let sign = |sign: &str, value| format!("{sign}\u{a0}{}", format(value));
    Some(match (figure.low, figure.high, figure.value) {
        (Some(low), Some(high), _) if low < high => format!("{} – {}", format(low), format(high)),
        (Some(low), None, _) => sign("≥", low),
        (None, Some(high), _) => sign("≤", high),
        (_, _, Some(value)) if figure.approximate => sign("≈", value),
        (_, _, Some(value)) => format(value),
        (low, _, None) => format(low?),
    })
}

/// "3ᵉ", "3rd".
fn ordinal(locale: Locale, value: f64) -> String {
    let rank = number(locale, value);
    match locale {
        Locale::French if value == 1.0 => format!("{rank}ᵉʳ"),
        Locale::French => format!("{rank}ᵉ"),
        Locale::English => {
            let suffix = match (value % 10.0, value % 100.0) {
                (_, 11.0..=13.0) => "th",
                (1.0, _) => "st",
                (2.0, _) => "nd",
                (3.0, _) => "rd",
                _ => "th",
            };
            format!("{rank}{suffix}")
        }
    }
}
