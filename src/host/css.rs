//! Constructed style sheets, which documents and shadow roots adopt. No Content Security Policy of the page blocks
//! them.

use super::dom::Computed;
use crate::js_api::Error;
use crate::load::fetch_styles;
use gloo::utils::document;
use js_sys::Array;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use web_sys::{CssStyleSheet, Node};

/// The default font size of browsers, in CSS pixels, where it cannot be measured.
const DEFAULT_FONT_SIZE: f64 = 16.0;

thread_local! {
    static PANEL_STYLES: RefCell<Option<CssStyleSheet>> = const { RefCell::new(None) };
}

/// The style sheet of everything that the program shows in a shadow root. It is fetched once, on the first call.
///
/// # Errors
/// [`Error::Load`] if it cannot be fetched, or the browser lacks constructed style sheets.
pub async fn panel_styles() -> Result<CssStyleSheet, Error> {
    if let Some(sheet) = PANEL_STYLES.with_borrow(Clone::clone) {
        return Ok(sheet);
    }
    let css = fetch_styles().await.map_err(|error| Error::Load(error.to_string()))?;
    let sheet = new_sheet(&rem_to_px(&css, default_font_size()));
    let sheet = sheet.map_err(|_| Error::Load("this browser has no style sheets to adopt".to_owned()))?;
    PANEL_STYLES.set(Some(sheet.clone()));
    Ok(sheet)
}

/// A constructed style sheet with the CSS `rules`, to be adopted by a document or shadow root.
///
/// # Errors
/// The browser's exception where it lacks constructed style sheets.
pub fn new_sheet(rules: &str) -> Result<CssStyleSheet, JsValue> {
    let sheet = CssStyleSheet::new()?;
    sheet.replace_sync(rules)?;
    Ok(sheet)
}

#[wasm_bindgen]
extern "C" {
    /// CSSOM, `DocumentOrShadowRoot`.
    type Root;

    #[wasm_bindgen(method, getter, js_name = adoptedStyleSheets)]
    fn sheets(this: &Root) -> Array;
    #[wasm_bindgen(method, setter, js_name = adoptedStyleSheets)]
    fn set_sheets(this: &Root, sheets: &Array);
}

/// Adds `sheet` to the style sheets that `root`, a document or shadow root, adopts, if it is not among them.
pub fn adopt(root: &Node, sheet: &CssStyleSheet) {
    let sheets = root.unchecked_ref::<Root>().sheets();
    if !sheets.includes(sheet, 0) {
        sheets.push(sheet);
    }
}

/// Removes `sheet` from the style sheets that `root`, a document or shadow root, adopts.
pub fn unadopt(root: &Node, sheet: &CssStyleSheet) {
    let sheet: &JsValue = sheet;
    let root: &Root = root.unchecked_ref();
    root.set_sheets(&root.sheets().iter().filter(|other| other != sheet).collect::<Array>());
}

/// The reader's default font size in CSS pixels, which the page's own styles do not affect.
fn default_font_size() -> f64 {
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
    measure().unwrap_or(DEFAULT_FONT_SIZE)
}

/// `css` with each `rem` as pixels, `size` pixels each. In a shadow root too, `rem` is relative to the root element of
/// the host page, and pages set its font size to anything.
fn rem_to_px(css: &str, size: f64) -> String {
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

/// A length in CSS pixels, rounded to a thousandth. The standard library's formatting of floats would add 7 kB.
fn pixels(length: f64) -> String {
    let thousandths = (length * 1000.0).round() as u32;
    match (thousandths / 1000, thousandths % 1000) {
        (whole, 0) => format!("{whole}px"),
        (whole, part) => format!("{whole}.{part:03}px"),
    }
}

/// Parses an unsigned CSS number without an exponent, of up to nine digits; none for anything else. The standard
/// library's parser would add tables of 12 kB.
pub fn decimal(digits: &str) -> Option<f64> {
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let value: u32 = [whole, part].concat().parse().ok()?;
    Some(f64::from(value) / 10f64.powi(i32::try_from(part.len()).ok()?))
}

#[cfg(test)]
mod tests {
    use super::rem_to_px;

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
            assert_eq!(rem_to_px(css, 16.0), expected);
        }
    }
}
