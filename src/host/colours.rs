//! The style sheet of the highlights on a host page, light or dark.

use super::css::decimal;
use super::dom::{Computed, ancestors, first};
use super::paint::{Paint, Painter};
use crate::state::Theme;
use gloo::utils::{document, window};
use manicule_core::relation::Kind;
use wasm_bindgen::prelude::*;
use web_sys::Element;

#[wasm_bindgen]
extern "C" {
    /// CSS Conditional Rules, `CSS.supports` with a condition.
    #[wasm_bindgen(js_namespace = CSS)]
    fn supports(condition: &str) -> bool;
}

/// The underline of each of [`Kind::ALL`]: its style, its thickness, its colour on light and on dark backgrounds. A
/// copy of `styles/tokens.css`, which is not loaded into host pages; a test in `xtask` compares them.
const UNDERLINES: [(&str, &str, &str, &str); Kind::ALL.len()] = [
    ("solid", "1.5px", "oklch(51% .15 35)", "oklch(78% .11 40)"),
    ("dotted", "2px", "oklch(48% .11 150)", "oklch(78% .1 150)"),
    ("double", "1px", "oklch(48% .13 258)", "oklch(78% .09 255)"),
    ("wavy", "1px", "oklch(50% .15 335)", "oklch(79% .11 340)"),
    ("dashed", "1.5px", "oklch(50% .1 75)", "oklch(80% .1 80)"),
    ("solid", "1px", "oklch(48% .02 80)", "oklch(76% .02 80)"),
    ("dashed", "1px", "oklch(48% .15 295)", "oklch(79% .1 298)"),
    ("dotted", "1.5px", "oklch(48% .08 205)", "oklch(79% .08 205)"),
    ("solid", "1px", "oklch(46% .03 80)", "oklch(77% .03 80)"),
];

/// The style sheet of the highlights, for dark or for light backgrounds. In print nothing is painted.
pub fn rules(is_dark: bool) -> String {
    let mut rules = String::from("@media screen{");
    // Where ranges cannot be painted, the words are in `mark` elements, which browsers tint yellow. A selector that the
    // browser does not know would make a whole rule invalid.
    let is_painting = Painter::is_supported();
    let is_without_lines = is_painting && paints_no_lines();
    if !is_painting {
        rules.push_str(".manicule-mark{background:none;color:inherit}");
    }
    for paint in Paint::ALL {
        let name = paint.name();
        let tint = |name: &str, colour, percent| {
            format!("background-color:color-mix(in oklab,var(--{name},{colour}) {percent}%,transparent)")
        };
        let declarations = match paint {
            Paint::Kind(kind) => {
                let (style, weight, light, dark) = UNDERLINES[kind as usize];
                let colour = if is_dark { dark } else { light };
                if is_without_lines {
                    tint(&name, colour, 16)
                } else {
                    // WebKit's shorthand `text-decoration` does not accept a style, thickness or colour.
                    format!(
                        "text-decoration:underline;text-decoration-style:{style};text-decoration-thickness:{weight};\
                         text-decoration-color:var(--{name},{colour});text-underline-offset:.2em"
                    )
                }
            }
            _ => {
                let percent = match paint {
                    Paint::Passage => 7,
                    Paint::Subject => 15,
                    _ => 22,
                };
                tint(
                    "manicule-tint",
                    if is_dark { "oklch(85% .07 80)" } else { "oklch(62% .12 70)" },
                    percent,
                )
            }
        };
        rules.push_str(&match is_painting {
            true => format!("::highlight({name}){{{declarations}}}"),
            false => format!(".{name}{{{declarations}}}"),
        });
    }
    rules.push('}');
    rules
}

/// Whether the browser paints the backgrounds of highlights, but no lines, as Firefox does from 140 to 145 (Mozilla's bug
/// 1845446).
///
/// A script cannot ask for that: such a browser has the interface, accepts the declarations and returns them as computed
/// style. So it is recognised by what it accepts otherwise: `-moz-orient`, which only Firefox's engine has, and not
/// `text-decoration-inset`, which came with the lines, in 146. The versions are those of MDN's browser-compat-data, keys
/// `css.selectors.highlight` and `css.properties.text-decoration-inset`.
fn paints_no_lines() -> bool {
    supports("(-moz-orient:inline) and (not (text-decoration-inset:0))")
}

/// Whether `element` has a dark background: decided by `theme`, or for [`Theme::Auto`] by the page's colours.
pub fn is_dark(theme: Theme, element: &Element) -> bool {
    match theme {
        Theme::Light => false,
        Theme::Dark => true,
        Theme::Auto => background_luminance(element).is_some_and(|luminance| luminance < 0.45),
    }
}

/// The luminance of what is behind the text of `element`, from 0 (black) to 1 (white); none if it cannot be told.
fn background_luminance(element: &Element) -> Option<f64> {
    let text = first(element, "p").unwrap_or_else(|| element.clone());
    let background = ancestors(&text).find_map(|element| {
        let style = Computed::of(&element);
        let image = style.background_image();
        // Of a picture nothing is known; a gradient has the luminance of its colours.
        match image.as_str() {
            "none" | "" => luminance(&style.background()),
            gradient => gradient_luminance(gradient).or(Some(f64::NAN)),
        }
    });
    // Text is readable, so very light text is on something dark, whatever element that is.
    let text = luminance(&Computed::of(&text).text_colour());
    let canvas = || if canvas_is_dark() { 0.0 } else { 1.0 };
    match (background.unwrap_or_else(canvas), text) {
        (known, Some(text)) if known.is_nan() || (known > 0.6 && text > 0.6) => Some(1.0 - text),
        (known, _) => (!known.is_nan()).then_some(known),
    }
}

/// Whether the canvas, what is seen where nothing has a background, is dark: it follows `color-scheme`.
fn canvas_is_dark() -> bool {
    let is_dark = || {
        let scheme = Computed::of(&document().document_element()?).scheme();
        let system = window().match_media("(prefers-color-scheme: dark)").ok()??.matches();
        Some(scheme.contains("dark") && (system || !scheme.contains("light")))
    };
    is_dark().unwrap_or(false)
}

/// The mean luminance of the colours in a computed `background-image`; none for pictures.
fn gradient_luminance(image: &str) -> Option<f64> {
    if !image.contains("gradient(") {
        return None;
    }
    let is_name = |char: char| char.is_ascii_alphanumeric() || char == '-';
    let colours = image.match_indices('(').filter_map(|(open, _)| {
        let start = image[..open].trim_end_matches(is_name).len();
        luminance(&image[start..=open + image[open..].find(')')?])
    });
    let (sum, count) = colours.fold((0.0, 0), |(sum, count), luminance| (sum + luminance, count + 1));
    (count > 0).then(|| sum / f64::from(count))
}

/// The luminance of a computed colour, from 0 to 1; none if it is at most half opaque, or in a notation that computed
/// values do not have (CSS Color 4, serialization of colours).
fn luminance(colour: &str) -> Option<f64> {
    let (name, inside) = colour.strip_suffix(')')?.split_once('(')?;
    let (channels, alpha) =
        inside.split_once('/').map_or((inside, None), |(own, alpha)| (own, decimal(alpha.trim())));
    let numbers: Vec<f64> = channels.split([',', ' ']).filter_map(decimal).collect();
    let first = numbers.first().copied()?;
    let alpha = alpha.or_else(|| numbers.get(3).copied()).unwrap_or(1.0);
    let linear = |scale: f64| match numbers[..] {
        [red, green, blue, ..] => Some((0.2126 * red + 0.7152 * green + 0.0722 * blue) / scale),
        _ => None,
    };
    let luminance = match name {
        "rgb" | "rgba" => linear(255.0)?,
        "color" => linear(1.0)?,
        // Lightness is about the cube root of luminance; what is compared here is lightness on the screen.
        "oklch" | "oklab" => first,
        "lab" | "lch" => first / 100.0,
        _ => return None,
    };
    (alpha > 0.5).then_some(luminance)
}

#[cfg(test)]
mod tests {
    use super::{gradient_luminance, luminance};

    #[test]
    fn colours_have_luminance() {
        for (colour, expected) in [
            ("rgb(255, 255, 255)", Some(1.0)),
            ("rgb(0, 0, 0)", Some(0.0)),
            ("rgba(0, 0, 0, 0)", None),
            ("oklch(0.2 0.05 250)", Some(0.2)),
            ("lab(90 0 0)", Some(0.9)),
            ("color(srgb 1 1 1 / 0.9)", Some(1.0)),
            ("color(srgb 1 1 1 / 0.2)", None),
            ("transparent", None),
        ] {
            assert_eq!(luminance(colour), expected, "{colour}");
        }
    }

    #[test]
    fn gradients_have_the_mean_luminance() {
        let dark = gradient_luminance("linear-gradient(rgb(17, 17, 17), rgb(34, 34, 34))").unwrap();
        assert!((0.09..0.11).contains(&dark), "{dark}");
        assert_eq!(gradient_luminance("url(\"https://example.org/a.png\")"), None);
    }
}
