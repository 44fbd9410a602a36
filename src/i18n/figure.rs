//! Formats the value of a figure in the reader's language.

use super::duration::duration;
use super::number::{money, number, percentage};
use super::unit::{self, quantity};
use super::{Locale, iso_date};
use manicule_core::{Figure, Measure};

/// Formats the normalised value of `figure`, with the noun it counts: "≥ 2 000 personnes", "2 500 hommes (environ)",
/// "jeudi 6 janvier 2022". `None` if it has no value, or none that says more than the text.
pub fn value(locale: Locale, text: &str, figure: &Figure) -> Option<String> {
    let with = |format: &dyn Fn(f64) -> String| {
        bounded(figure, format).map(|words| mark_approximate(locale, figure, words))
    };
    let plain = |value| number(locale, value);
    match figure.measure {
        Measure::Date | Measure::Time | Measure::DateTime | Measure::Period | Measure::Set => {
            iso_date(locale, figure.iso.as_deref()?)
        }
        Measure::Score => {
            Some(format!("{}\u{a0}–\u{a0}{}", number(locale, figure.low?), number(locale, figure.high?)))
        }
        Measure::Ordinal => Some(ordinal(locale, figure.value?)),
        // A multiple: "deux fois et demie".
        Measure::Ratio if figure.value.is_some_and(|times| times > 1.0) => {
            with(&|times| format!("×\u{a0}{}", number(locale, times)))
        }
        Measure::Ratio => with(&|value| percentage(locale, value)).map(|words| match figure.approximate {
            true => words,
            false => format!("{}\u{a0}: {words}", figure.span.of(text)),
        }),
        // A change of "0,3 point" is in percentage points, not 0.3 %.
        Measure::Percent if figure.span.of(text).contains("point") => {
            let most = figure.value.or(figure.high).or(figure.low)?;
            let points = match locale {
                Locale::French if most.abs() < 2.0 => "point de pourcentage",
                Locale::French => "points de pourcentage",
                Locale::English if most == 1.0 => "percentage point",
                Locale::English => "percentage points",
            };
            with(&plain).map(|words| format!("{words}\u{a0}{points}"))
        }
        Measure::Percent => with(&|value| quantity(locale, value, "percent")),
        Measure::Money => match figure.unit.as_deref() {
            // For a former currency, which browsers have no name for, the code alone is less clear than the text.
            Some(currency) => {
                with(&|value| money(locale, value, currency)).filter(|words| !words.contains(currency))
            }
            None => with(&plain),
        },
        Measure::Duration if figure.iso.is_some() => {
            let parts = figure.iso.as_deref().and_then(|iso| duration(locale, iso));
            let unit = figure.unit.as_deref()?;
            with(&|value| parts.clone().unwrap_or_else(|| quantity(locale, value, unit)))
        }
        Measure::Age => with(&|value| age(locale, value)),
        Measure::Duration | Measure::Quantity => match figure.unit.as_deref() {
            Some(unit) => with(&|value| quantity(locale, value, unit)),
            None => with(&plain),
        },
        Measure::Cardinal => {
            let value = bounded(figure, &plain)?;
            let counted =
                figure.counted.map_or_else(String::new, |counted| format!("\u{a0}{}", counted.of(text)));
            Some(mark_approximate(locale, figure, value + &counted))
        }
    }
}

/// Formats the value or the bounds of a figure, with "≥", "≤" or "–".
fn bounded(figure: &Figure, format: &dyn Fn(f64) -> String) -> Option<String> {
    let sign = |sign: &str, value| format!("{sign}\u{a0}{}", format(value));
    Some(match (figure.low, figure.high, figure.value) {
        (Some(low), Some(high), _) if low < high => range(&format(low), &format(high)),
        (Some(low), None, _) => sign("≥", low),
        (None, Some(high), _) => sign("≤", high),
        (_, _, Some(value)) => format(value),
        (low, _, None) => format(low?),
    })
}

/// Formats a range; a unit common to both ends is written once: "20 – 40 ans".
fn range(low: &str, high: &str) -> String {
    let end = |words: &str| words.rfind(|c: char| c.is_ascii_digit()).map_or(0, |last| last + 1);
    let unit_of_low = &low[end(low)..];
    let number = if unit_of_low == &high[end(high)..] { &low[..end(low)] } else { low };
    format!("{number} – {high}")
}

/// Formats an age given in years: "19 ans", "19,5 ans"; with months if they are not a half year, "19 ans 2 mois"; under
/// two years in months, "18 mois", and under one year in weeks if their number is whole.
fn age(locale: Locale, years: f64) -> String {
    let (months, weeks) = ((years * 12.0).round(), (years * 365.25 / 7.0).round());
    let is_months = (years * 12.0 - months).abs() < 1e-6;
    if is_months && years < 2.0 && years.fract() != 0.0 {
        return quantity(locale, months, "month");
    }
    if (years * 365.25 / 7.0 - weeks).abs() < 1e-6 && years < 1.0 {
        return quantity(locale, weeks, "week");
    }
    let has_months = is_months && months % 6.0 != 0.0;
    has_months
        .then(|| duration(locale, &format!("P{}Y{}M", months as u32 / 12, months as u32 % 12)))
        .flatten()
        .unwrap_or_else(|| quantity(locale, years, "year"))
}

/// Adds "(environ)" to an approximate number.
fn mark_approximate(locale: Locale, figure: &Figure, words: String) -> String {
    let single = figure.low.is_none() && figure.high.is_none();
    match locale {
        Locale::French if figure.approximate && single => format!("{words} (environ)"),
        Locale::English if figure.approximate && single => format!("{words} (about)"),
        _ => words,
    }
}

/// Converts a quantity to a unit familiar to the reader: "≈ 56 miles". `None` if its unit is familiar already.
pub fn converted(locale: Locale, figure: &Figure) -> Option<String> {
    let from = figure.unit.as_deref().filter(|_| figure.measure == Measure::Quantity)?;
    unit::converted(locale, 0.0, from)?;
    let words = bounded(figure, &|value| match unit::converted(locale, value, from) {
        Some((value, unit)) => quantity(locale, value, &unit),
        None => String::new(),
    })?;
    let sign = words.starts_with(['≥', '≤']);
    Some(if sign { words } else { format!("≈\u{a0}{words}") })
}

/// Returns the source of the figure: "selon les autorités". `None` if the text does not name one.
pub fn attribution(locale: Locale, text: &str, figure: &Figure) -> Option<String> {
    let source = figure.source?.of(text);
    // A determiner is capitalised if the source starts a sentence; here it follows "selon".
    let first = source.split([' ', '\u{a0}', '\'', '\u{2019}']).next().unwrap_or(source);
    let article = ["Le", "La", "Les", "L", "Un", "Une", "Des", "Ce", "Cette", "Ces", "Son", "Sa", "Ses"]
        .contains(&first);
    let source = if article { source[..1].to_lowercase() + &source[1..] } else { source.to_owned() };
    Some(match locale {
        Locale::French => format!("selon {source}"),
        Locale::English => format!("according to {source}"),
    })
}

/// Formats an ordinal: "3ᵉ", "3rd"; a negative one counts from the end: "2ᵉ en partant de la fin".
pub(super) fn ordinal(locale: Locale, value: f64) -> String {
    if value < 0.0 {
        let end = match locale {
            Locale::French => "en partant de la fin",
            Locale::English => "from the end",
        };
        return format!("{} {end}", ordinal(locale, -value));
    }
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
