//! The style rules of the painted highlights, for pages of any colours.

use super::css::decimal;
use super::dom::Computed;
use super::paint::Paint;
use crate::state::Theme;
use gloo::utils::{document, window};
use manicule_core::relation::Kind;
use web_sys::Element;

/// The style and weight of a kind's line, and its colour on light and dark backgrounds. They are the same as in
/// `styles/tokens.css`, which does not apply to the host page.
const KINDS: [(&str, &str, &str, &str); Kind::ALL.len()] = [
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

/// The style rules of the highlights for a light or dark background. Nothing is painted in print.
pub fn rules(is_dark: bool) -> String {
    let mut rules = String::from("@media screen{");
    for paint in Paint::ALL {
        let name = paint.name();
        let declarations = match paint {
            Paint::Kind(kind) => {
                let (style, weight, light, dark) = KINDS[kind as usize];
                let colour = if is_dark { dark } else { light };
                // Longhands, because WebKit's shorthand does not accept a style, width or colour.
                format!(
                    "text-decoration:underline;text-decoration-style:{style};text-decoration-thickness:{weight};\
                     text-decoration-color:var(--{name},{colour});text-underline-offset:.2em"
                )
            }
            _ => {
                let strength = match paint {
                    Paint::Passage => 7,
                    Paint::Subject => 15,
                    _ => 22,
                };
                let colour = if is_dark { "oklch(85% .07 80)" } else { "oklch(62% .12 70)" };
                format!(
                    "background-color:color-mix(in oklab,var(--manicule-tint,{colour}) {strength}%,transparent)"
                )
            }
        };
        rules.push_str(&format!("::highlight({name}),.{name}{{{declarations}}}"));
    }
    rules.push('}');
    rules
}

/// Whether `element` is on a dark background, by `theme` or by the styles of the page.
pub fn is_dark(theme: Theme, element: &Element) -> bool {
    match theme {
        Theme::Light => false,
        Theme::Dark => true,
        Theme::Auto => ground(element).is_some_and(|luminance| luminance < 0.45),
    }
}

/// Lightness of the background of `element`, 0 to 1; none if the page sets none.
fn ground(element: &Element) -> Option<f64> {
    let mut next = Some(element.clone());
    while let Some(element) = next {
        if let Some(luminance) = luminance(&Computed::of(&element).background()) {
            return Some(luminance);
        }
        next = element.parent_element();
    }
    let is_dark = || {
        let root = document().document_element()?;
        let scheme = Computed::of(&root).scheme();
        let system = window().match_media("(prefers-color-scheme: dark)").ok()??.matches();
        Some(scheme.contains("dark") && (system || !scheme.contains("light")))
    };
    // The browser's default background.
    is_dark().map(|is_dark| if is_dark { 0.0 } else { 1.0 })
}

/// Lightness of a computed `rgb()` or `rgba()` colour, 0 to 1; none for transparent colours and other notations.
fn luminance(colour: &str) -> Option<f64> {
    let inside = colour.strip_prefix("rgb")?.trim_start_matches('a').strip_prefix('(')?.strip_suffix(')')?;
    let numbers: Vec<f64> =
        inside.split([',', ' ', '/']).filter(|word| !word.is_empty()).filter_map(decimal).collect();
    let [red, green, blue, ref alpha @ ..] = numbers[..] else { return None };
    let is_solid = alpha.first().is_none_or(|&alpha| alpha > 0.5);
    is_solid.then_some((0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255.0)
}
