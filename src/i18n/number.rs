//! Formats numbers in the reader's language.

use super::Locale;
use crate::js_api::to_js;
use js_sys::{Array, Intl};
use serde::Serialize;
use wasm_bindgen::{JsCast, JsValue};

/// ECMA-402, options of `Intl.NumberFormat`.
#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
struct NumberFormatOptions<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    style: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    currency: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    currency_display: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit_display: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    minimum_fraction_digits: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    maximum_fraction_digits: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    maximum_significant_digits: Option<u8>,
}

/// Formats `value` with the locale's separators and up to three decimals.
pub fn number(locale: Locale, value: f64) -> String {
    format(locale, value, &NumberFormatOptions::default())
}

/// Formats `value` as [`number`] does, without `Intl`: creating the first formatter of a page takes some 10 ms, which
/// would delay the button with the number of highlights.
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

/// Formats `value`, a fraction of one, as a percentage with at most one decimal; below one percent with two significant
/// digits: "0,029 %".
pub(super) fn percentage(locale: Locale, value: f64) -> String {
    let is_small = value.abs() < 0.01;
    let options = NumberFormatOptions {
        style: Some("percent"),
        maximum_significant_digits: is_small.then_some(2),
        maximum_fraction_digits: (!is_small).then_some(1),
        ..NumberFormatOptions::default()
    };
    format(locale, value, &options)
}

/// Formats `value` in the currency of the ISO 4217 code `currency`: with its symbol if that is unambiguous, else with
/// its name, or with the code if the browser does not know the currency.
pub(super) fn money(locale: Locale, value: f64, currency: &str) -> String {
    // Exchange rates have more than two decimals: "1,1312 $".
    let (min_digits, max_digits) = if value.fract() == 0.0 { (0, 0) } else { (2, 4) };
    if currency.len() != 3 || !currency.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return format!("{}\u{a0}{currency}", number(locale, value));
    }
    // Narrow symbols of other currencies are ambiguous ("$") or are codes ("CHF").
    let has_symbol = matches!(currency, "EUR" | "USD" | "GBP" | "JPY");
    let display = if has_symbol { "narrowSymbol" } else { "name" };
    let options = NumberFormatOptions {
        style: Some("currency"),
        currency: Some(currency),
        currency_display: Some(display),
        minimum_fraction_digits: Some(min_digits),
        maximum_fraction_digits: Some(max_digits),
        ..NumberFormatOptions::default()
    };
    format(locale, value, &options)
}

/// Formats `value` in the CLDR unit `unit`, which every browser must support; `display` is "long", "short" or "narrow".
pub(super) fn with_unit(locale: Locale, value: f64, unit: &str, display: &str) -> String {
    let options = NumberFormatOptions {
        style: Some("unit"),
        unit: Some(unit),
        unit_display: Some(display),
        ..NumberFormatOptions::default()
    };
    format(locale, value, &options)
}

fn format(locale: Locale, value: f64, options: &NumberFormatOptions) -> String {
    let locales = Array::of1(&locale.tag().into());
    let formatter = Intl::NumberFormat::new(&locales, to_js(options).unchecked_ref());
    let words =
        formatter.format().call1(&JsValue::UNDEFINED, &value.into()).ok().and_then(|words| words.as_string());
    // Browsers write a hyphen; typographically correct is the minus sign.
    words.unwrap_or_default().replacen('-', "−", usize::from(value < 0.0))
}
