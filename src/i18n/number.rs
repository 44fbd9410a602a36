//! Numbers as the reader writes them.

use super::Locale;
use crate::object::object;
use js_sys::{Array, Intl};
use wasm_bindgen::JsValue;

/// `value` with the locale's separators, and with as many decimals as it has, three at most.
pub fn number(locale: Locale, value: f64) -> String {
    format(locale, value, &[])
}

/// `value` with the locale's separators, as [`number`] has them. The first formatter that a page makes costs the browser
/// some 10 ms, for which the highlights would wait: the button that comes with them tells their number.
pub fn whole_number(locale: Locale, value: usize) -> String {
    let separator = match locale {
        Locale::French => '\u{202f}',
        Locale::English => ',',
    };
    let digits = value.to_string();
    let mut out = String::with_capacity(2 * digits.len());
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(separator);
        }
        out.push(digit);
    }
    out
}

/// `value`, a whole or fractional part of one, as a percentage with at most one decimal; of less than one per cent two
/// digits that say something: "0,029 %".
pub(super) fn percentage(locale: Locale, value: f64) -> String {
    let digits = match value.abs() < 0.01 {
        true => ("maximumSignificantDigits", 2.into()),
        false => ("maximumFractionDigits", 1.into()),
    };
    format(locale, value, &[("style", "percent".into()), digits])
}

/// `value` in the currency of the ISO 4217 code `currency`, by its sign where that is no other's, else by its name; by the
/// code itself where the browser does not know it.
pub(super) fn money(locale: Locale, value: f64, currency: &str) -> String {
    // Rates of exchange have more than cents: "1,1312 $".
    let (fewest, most) = if value.fract() == 0.0 { (0, 0) } else { (2, 4) };
    if currency.len() != 3 || !currency.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return format!("{}\u{a0}{currency}", number(locale, value));
    }
    // "$" alone is the dollar of the United States; "CHF" is no sign.
    let has_sign = matches!(currency, "EUR" | "USD" | "GBP" | "JPY");
    let display = if has_sign { "narrowSymbol" } else { "name" };
    format(
        locale,
        value,
        &[
            ("style", "currency".into()),
            ("currency", currency.into()),
            ("currencyDisplay", display.into()),
            ("minimumFractionDigits", fewest.into()),
            ("maximumFractionDigits", most.into()),
        ],
    )
}

/// `value` in `unit`, which every browser knows, spelt out or as a sign.
pub(super) fn measured(locale: Locale, value: f64, unit: &str, display: &str) -> String {
    format(locale, value, &[("style", "unit".into()), ("unit", unit.into()), ("unitDisplay", display.into())])
}

fn format(locale: Locale, value: f64, options: &[(&str, JsValue)]) -> String {
    let locales = Array::of1(&locale.tag().into());
    let formatter = Intl::NumberFormat::new(&locales, &object(options));
    let words =
        formatter.format().call1(&JsValue::UNDEFINED, &value.into()).ok().and_then(|words| words.as_string());
    // Browsers write a hyphen for the minus sign.
    words.unwrap_or_default().replacen('-', "−", usize::from(value < 0.0))
}
