//! Numbers as the reader writes them.

use super::Locale;
use js_sys::{Array, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

/// `value` with the locale's separators, and with as many decimals as it has, three at most.
pub fn number(locale: Locale, value: f64) -> String {
    format(locale, value, &[])
}

/// `value`, a whole or fractional part of one, as a percentage with at most one decimal.
pub(super) fn percentage(locale: Locale, value: f64) -> String {
    format(locale, value, &[("style", "percent".into()), ("maximumFractionDigits", 1.into())])
}

/// `value` in the currency of the ISO 4217 code `currency`; the code itself where the browser does not know it.
pub(super) fn money(locale: Locale, value: f64, currency: &str) -> String {
    let decimals = if value.fract() == 0.0 { 0 } else { 2 };
    if currency.len() != 3 || !currency.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return format!("{}\u{a0}{currency}", number(locale, value));
    }
    format(
        locale,
        value,
        &[
            ("style", "currency".into()),
            ("currency", currency.into()),
            ("currencyDisplay", "narrowSymbol".into()),
            ("minimumFractionDigits", decimals.into()),
            ("maximumFractionDigits", decimals.into()),
        ],
    )
}

/// `value` in the CLDR unit `unit`, spelt out unless readers know its sign better; the unit's id where the browser does not know it.
pub(super) fn quantity(locale: Locale, value: f64, unit: &str) -> String {
    if !is_unit(unit) {
        return format!("{}\u{a0}{unit}", number(locale, value));
    }
    let is_sign = unit.contains("-per-") || matches!(unit, "percent" | "celsius" | "fahrenheit");
    let display = if is_sign { "short" } else { "long" };
    format(locale, value, &[("style", "unit".into()), ("unit", unit.into()), ("unitDisplay", display.into())])
}

/// Units that every browser knows (ECMA-402, "Sanctioned Single Unit Identifiers"); others would be an exception.
const UNITS: [&str; 45] = [
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

fn is_unit(unit: &str) -> bool {
    let known = |unit: &str| UNITS.contains(&unit);
    known(unit) || unit.split_once("-per-").is_some_and(|(of, per)| known(of) && known(per))
}

fn format(locale: Locale, value: f64, options: &[(&str, JsValue)]) -> String {
    let locales = Array::of1(&locale.tag().into());
    let object = Object::new();
    for (key, option) in options {
        // Setting a property of a fresh object does not fail.
        let _ = Reflect::set(&object, &(*key).into(), option);
    }
    let formatter = Intl::NumberFormat::new(&locales, &object);
    formatter
        .format()
        .call1(&JsValue::UNDEFINED, &value.into())
        .ok()
        .and_then(|words| words.as_string())
        .unwrap_or_else(|| value.to_string())
}
