//! The style sheet of the highlights on a host page, light or dark.

use super::background;
use super::paint::{Paint, Painter};
use crate::state::Theme;
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
        Theme::Auto => background::luminance(element).is_some_and(|luminance| luminance < 0.45),
    }
}
