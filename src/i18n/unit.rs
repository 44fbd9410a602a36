//! Names of units, and conversion to units familiar to the reader.

use super::Locale;
use super::number::{number, with_unit};

/// Formats `value` in the CLDR unit `unit`, spelled out unless its symbol is more familiar. Units that browsers do not
/// support are named by the tables below; others are shown by their identifier.
pub(super) fn quantity(locale: Locale, value: f64, unit: &str) -> String {
    if is_supported(unit) {
        let is_symbol = unit.contains("-per-") || matches!(unit, "percent" | "celsius" | "fahrenheit");
        return with_unit(locale, value, unit, if is_symbol { "short" } else { "long" });
    }
    let has_no_symbol = SYMBOLS.iter().all(|(id, _)| *id != unit);
    let name = match unit.split_once("-per-").filter(|_| has_no_symbol) {
        Some((of, per)) => format!("{}/{}", name(locale, of, value), name(locale, per, 1.0)),
        None => name(locale, unit, value),
    };
    format!("{}\u{a0}{name}", number(locale, value))
}

/// Converts `value` of `unit` to a unit familiar to the reader; returns the value, to three significant digits, and its
/// unit. `None` if none is needed: French readers use metric units. Factors: NIST Special Publication 811, appendix B.
pub(super) fn converted(locale: Locale, value: f64, unit: &str) -> Option<(f64, String)> {
    let (of, per) = unit.split_once("-per-").map_or((unit, None), |(of, per)| (of, Some(per)));
    // Consumption per distance is not converted to distance per volume.
    if per.is_some_and(|per| !matches!(per, "second" | "minute" | "hour" | "day" | "week" | "month" | "year"))
    {
        return None;
    }
    let (result, to) = match of {
        "celsius" if per.is_none() && locale == Locale::English => (value * 1.8 + 32.0, "fahrenheit"),
        "knot" if per.is_none() => return Some((rounded(value * 1.852), "kilometer-per-hour".to_owned())),
        "fahrenheit" if per.is_none() => ((value - 32.0) / 1.8, "celsius"),
        _ => {
            let from_metric = FROM_METRIC.iter().filter(|_| locale == Locale::English);
            let &(_, to, factor) = TO_METRIC.iter().chain(from_metric).find(|(from, ..)| *from == of)?;
            (value * factor, to)
        }
    };
    let to = per.map_or_else(|| to.to_owned(), |per| format!("{to}-per-{per}"));
    Some((rounded(result), to))
}

const TO_METRIC: [(&str, &str, f64); 11] = [
    ("mile", "kilometer", 1.609_344),
    ("nautical-mile", "kilometer", 1.852),
    ("foot", "meter", 0.3048),
    ("yard", "meter", 0.9144),
    ("inch", "centimeter", 2.54),
    ("pound", "kilogram", 0.453_592),
    ("ounce", "gram", 28.3495),
    ("acre", "hectare", 0.404_686),
    ("square-foot", "square-meter", 0.092_903),
    ("barrel", "liter", 158.987),
    ("gallon", "liter", 3.785_41),
];

const FROM_METRIC: [(&str, &str, f64); 8] = [
    ("kilometer", "mile", 0.621_371),
    ("meter", "foot", 3.280_84),
    ("centimeter", "inch", 0.393_701),
    ("kilogram", "pound", 2.204_62),
    ("gram", "ounce", 0.035_274),
    ("hectare", "acre", 2.471_05),
    ("square-kilometer", "square-mile", 0.386_102),
    ("square-meter", "square-foot", 10.7639),
];

/// Rounds `value` to three significant digits.
fn rounded(value: f64) -> f64 {
    if value == 0.0 {
        return value;
    }
    let scale = 10_f64.powi(2 - value.abs().log10().floor() as i32);
    (value * scale).round() / scale
}

/// Returns the name of a unit that browsers do not support: its symbol, else a noun, plural from 2 on in French and
/// except for 1 in English. For a supported unit, as part of a rate, returns its symbol: "l" in "mg/l".
fn name(locale: Locale, unit: &str, value: f64) -> String {
    if let Some((_, symbol)) = SYMBOLS.iter().find(|(id, _)| *id == unit) {
        return (*symbol).to_owned();
    }
    let Some((_, french, english)) = NAMES.iter().find(|(id, ..)| *id == unit) else {
        return symbol(locale, unit).unwrap_or_else(|| unit.to_owned());
    };
    let ([one, many], is_one) = match locale {
        Locale::French => (french, value.abs() < 2.0),
        Locale::English => (english, value == 1.0),
    };
    if is_one { one } else { many }.to_string()
}

/// Returns the symbol of a unit that browsers support; `None` for other units.
fn symbol(locale: Locale, unit: &str) -> Option<String> {
    let one = is_supported(unit).then(|| with_unit(locale, 1.0, unit, "short"))?;
    Some(one.trim_start_matches(|c: char| c.is_ascii_digit() || c.is_whitespace()).to_owned())
}

const SYMBOLS: [(&str, &str); 56] = [
    ("square-mile", "mi²"),
    ("square-kilometer", "km²"),
    ("square-meter", "m²"),
    ("square-centimeter", "cm²"),
    ("square-foot", "ft²"),
    ("cubic-kilometer", "km³"),
    ("cubic-meter", "m³"),
    ("cubic-centimeter", "cm³"),
    ("cubic-foot", "ft³"),
    ("decimeter", "dm"),
    ("micrometer", "µm"),
    ("nanometer", "nm"),
    ("hectoliter", "hl"),
    ("deciliter", "dl"),
    ("centiliter", "cl"),
    ("milligram", "mg"),
    ("microgram", "µg"),
    ("kelvin", "K"),
    ("watt", "W"),
    ("milliwatt", "mW"),
    ("kilowatt", "kW"),
    ("megawatt", "MW"),
    ("gigawatt", "GW"),
    ("terawatt", "TW"),
    ("kilowatt-hour", "kWh"),
    ("megawatt-hour", "MWh"),
    ("gigawatt-hour", "GWh"),
    ("terawatt-hour", "TWh"),
    ("volt", "V"),
    ("ampere", "A"),
    ("joule", "J"),
    ("calorie", "cal"),
    ("kilocalorie", "kcal"),
    ("hertz", "Hz"),
    ("kilohertz", "kHz"),
    ("megahertz", "MHz"),
    ("gigahertz", "GHz"),
    ("hectopascal", "hPa"),
    ("decibel", "dB"),
    ("part-per-million", "ppm"),
    ("part-per-billion", "ppb"),
    ("permille", "‰"),
    ("100-kilometer", "100 km"),
    ("milliampere", "mA"),
    ("ohm", "Ω"),
    ("newton", "N"),
    ("kilojoule", "kJ"),
    ("kilovolt-ampere", "kVA"),
    ("electronvolt", "eV"),
    ("pascal", "Pa"),
    ("millibar", "mbar"),
    ("lumen", "lm"),
    ("lux", "lx"),
    ("becquerel", "Bq"),
    ("millisievert", "mSv"),
    ("microsievert", "µSv"),
];

type Forms = [&'static str; 2];

const NAMES: [(&str, Forms, Forms); 31] = [
    ("barrel", ["baril", "barils"], ["barrel", "barrels"]),
    ("tonne", ["tonne", "tonnes"], ["tonne", "tonnes"]),
    ("quintal", ["quintal", "quintaux"], ["quintal", "quintals"]),
    ("carat", ["carat", "carats"], ["carat", "carats"]),
    ("cup", ["tasse", "tasses"], ["cup", "cups"]),
    ("tablespoon", ["cuillère à soupe", "cuillères à soupe"], ["tablespoon", "tablespoons"]),
    ("teaspoon", ["cuillère à café", "cuillères à café"], ["teaspoon", "teaspoons"]),
    ("nautical-mile", ["mille marin", "milles marins"], ["nautical mile", "nautical miles"]),
    ("light-year", ["année-lumière", "années-lumière"], ["light-year", "light-years"]),
    ("knot", ["nœud", "nœuds"], ["knot", "knots"]),
    ("horsepower", ["cheval-vapeur", "chevaux-vapeur"], ["horsepower", "horsepower"]),
    ("pixel", ["pixel", "pixels"], ["pixel", "pixels"]),
    ("megapixel", ["mégapixel", "mégapixels"], ["megapixel", "megapixels"]),
    ("day", ["jour", "jours"], ["day", "days"]),
    ("hour", ["heure", "heures"], ["hour", "hours"]),
    ("year", ["an", "ans"], ["year", "years"]),
    ("weekend", ["week-end", "week-ends"], ["weekend", "weekends"]),
    ("fortnight", ["quinzaine", "quinzaines"], ["fortnight", "fortnights"]),
    ("quarter", ["trimestre", "trimestres"], ["quarter", "quarters"]),
    ("semester", ["semestre", "semestres"], ["half-year", "half-years"]),
    ("decade", ["décennie", "décennies"], ["decade", "decades"]),
    ("century", ["siècle", "siècles"], ["century", "centuries"]),
    ("millennium", ["millénaire", "millénaires"], ["millennium", "millennia"]),
    ("pint", ["pinte", "pintes"], ["pint", "pints"]),
    ("bushel", ["boisseau", "boisseaux"], ["bushel", "bushels"]),
    ("ounce-troy", ["once troy", "onces troy"], ["troy ounce", "troy ounces"]),
    (
        "astronomical-unit",
        ["unité astronomique", "unités astronomiques"],
        ["astronomical unit", "astronomical units"],
    ),
    ("parsec", ["parsec", "parsecs"], ["parsec", "parsecs"]),
    ("solar-mass", ["masse solaire", "masses solaires"], ["solar mass", "solar masses"]),
    ("sievert", ["sievert", "sieverts"], ["sievert", "sieverts"]),
    ("revolution", ["tour", "tours"], ["revolution", "revolutions"]),
];

/// Units that every browser supports (ECMA-402, "Sanctioned Single Unit Identifiers"); others make `Intl` throw.
const SUPPORTED: [&str; 45] = [
    "acre",
    "bit",
    "byte",
    "celsius",
    "centimeter",
    "day",
    "degree",
    "fahrenheit",
    "fluid-ounce",
    "foot",
    "gallon",
    "gigabit",
    "gigabyte",
    "gram",
    "hectare",
    "hour",
    "inch",
    "kilobit",
    "kilobyte",
    "kilogram",
    "kilometer",
    "liter",
    "megabit",
    "megabyte",
    "meter",
    "microsecond",
    "mile",
    "mile-scandinavian",
    "milliliter",
    "millimeter",
    "millisecond",
    "minute",
    "month",
    "nanosecond",
    "ounce",
    "percent",
    "petabyte",
    "pound",
    "second",
    "stone",
    "terabit",
    "terabyte",
    "week",
    "yard",
    "year",
];

fn is_supported(unit: &str) -> bool {
    let supported = |unit: &str| SUPPORTED.contains(&unit);
    supported(unit) || unit.split_once("-per-").is_some_and(|(of, per)| supported(of) && supported(per))
}
