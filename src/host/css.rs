//! Constructable style sheets, which no Content-Security-Policy blocks.

use super::dom::Computed;
use crate::i18n::Locale;
use crate::js_api::Error;
use crate::load::fetch_styles;
use gloo::utils::document;
use js_sys::Array;
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::CssStyleSheet;

/// The font size that the style sheets are designed for, in CSS pixels: the default of browsers.
const MEDIUM: f64 = 16.0;

thread_local! {
    static INSIDE: RefCell<Option<CssStyleSheet>> = const { RefCell::new(None) };
}

/// Returns the style sheet for shadow roots, which is fetched on the first call.
///
/// # Errors
/// [`Error::Load`].
pub async fn inside() -> Result<CssStyleSheet, Error> {
    if let Some(sheet) = INSIDE.with_borrow(Clone::clone) {
        return Ok(sheet);
    }
    let css = fetch_styles().await;
    let css = css.map_err(|error| Error::Load((Locale::English.messages().error)(&error)))?;
    let sheet = sheet(&in_pixels(&css, medium()));
    let sheet = sheet.map_err(|_| Error::Load("this browser has no style sheets to adopt".to_owned()))?;
    INSIDE.set(Some(sheet.clone()));
    Ok(sheet)
}

/// Creates a style sheet with these rules.
///
/// # Errors
/// The browser's exception if it has no constructable style sheets.
pub fn sheet(rules: &str) -> Result<CssStyleSheet, JsValue> {
    let sheet = CssStyleSheet::new()?;
    sheet.replace_sync(rules)?;
    Ok(sheet)
}

/// Adds `sheet` to the adopted style sheets of the document, if it is not among them.
pub fn adopt(sheet: &CssStyleSheet) {
    let sheets = document().adopted_style_sheets();
    if !sheets.includes(sheet, 0) {
        sheets.push(sheet);
    }
}

/// Removes `sheet` from the adopted style sheets of the document.
pub fn unadopt(sheet: &CssStyleSheet) {
    let sheet: &JsValue = sheet;
    let others = document().adopted_style_sheets().iter().filter(|other| other != sheet).collect::<Array>();
    document().set_adopted_style_sheets(&others);
}

/// The reader's default font size in CSS pixels, regardless of the page's styles.
fn medium() -> f64 {
    let measure = || {
        let root = document().document_element()?;
        let probe: web_sys::HtmlElement =
            document().create_element("manicule-probe").ok()?.dyn_into().ok()?;
        probe.style().set_property_with_priority("font-size", "medium", "important").ok()?;
        root.append_child(&probe).ok()?;
        let size = decimal(Computed::of(&probe).size().strip_suffix("px")?);
        probe.remove();
        size
    };
    measure().unwrap_or(MEDIUM)
}

/// Converts `rem` to pixels: inside a shadow root too, `rem` is the font size of the page's root element, which pages set
/// to any value.
fn in_pixels(css: &str, size: f64) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(at) = rest.find("rem") {
        let (before, after) = (&rest[..at], &rest[at + 3..]);
        let digits = before.len() - before.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.').len();
        let number = decimal(&before[before.len() - digits..]);
        let is_whole = !after.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '-');
        match number {
            Some(number) if is_whole => {
                out.push_str(&before[..before.len() - digits]);
                out.push_str(&pixels(number * size));
            }
            _ => out.push_str(&rest[..at + 3]),
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// Formats a length in CSS pixels with up to three decimals, without the standard library's formatter of decimals.
fn pixels(length: f64) -> String {
    let thousandths = (length * 1000.0).round() as u32;
    match (thousandths / 1000, thousandths % 1000) {
        (whole, 0) => format!("{whole}px"),
        (whole, part) => format!("{whole}.{part:03}px"),
    }
}

/// Parses a CSS number of up to nine digits with at most one point; the tables of the standard library's parser are 12 kB.
pub fn decimal(digits: &str) -> Option<f64> {
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let value: u32 = [whole, part].concat().parse().ok()?;
    Some(f64::from(value) / 10f64.powi(i32::try_from(part.len()).ok()?))
}

#[cfg(test)]
mod tests {
    use super::in_pixels;

    #[test]
    fn rem_becomes_pixels() {
        for (css, expected) in [
            ("a{margin:1.5rem -.5rem 2rem}", "a{margin:24px -8px 32px}"),
            ("a{width:min(20rem,100vw)}", "a{width:min(320px,100vw)}"),
            ("a{top:.0625rem;left:1.03rem}", "a{top:1px;left:16.480px}"),
            (".theorem{--x-rem:1}/* 3 remarks */", ".theorem{--x-rem:1}/* 3 remarks */"),
            ("@media (min-width: 68.75rem){}", "@media (min-width: 1100px){}"),
            ("", ""),
        ] {
            assert_eq!(in_pixels(css, 16.0), expected);
        }
    }
}
