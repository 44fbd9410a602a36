//! How light or dark the page is behind the words of an article.

use super::css::decimal;
use super::dom::{Computed, ancestors, first};
use gloo::utils::{document, window};
use web_sys::Element;

/// The luminance of what is behind the text of `element`, from 0 (black) to 1 (white); none if it cannot be told.
pub fn luminance(element: &Element) -> Option<f64> {
    let text = first(element, "p").unwrap_or_else(|| element.clone());
    let background = ancestors(&text).find_map(|element| {
        let style = Computed::of(&element);
        let image = style.background_image();
        // Of a picture nothing is known; a gradient has the luminance of its colours.
        match image.as_str() {
            "none" | "" => colour_luminance(&style.background()),
            gradient => gradient_luminance(gradient).or(Some(f64::NAN)),
        }
    });
    // Text is readable, so very light text is on something dark, whatever element that is.
    let text = colour_luminance(&Computed::of(&text).text_colour());
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
        colour_luminance(&image[start..=open + image[open..].find(')')?])
    });
    let (sum, count) = colours.fold((0.0, 0), |(sum, count), luminance| (sum + luminance, count + 1));
    (count > 0).then(|| sum / f64::from(count))
}

/// The luminance of a computed colour, from 0 to 1; none if it is at most half opaque, or in a notation that computed
/// values do not have (CSS Color 4, serialization of colours).
fn colour_luminance(colour: &str) -> Option<f64> {
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
    use super::{colour_luminance, gradient_luminance};

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
            let luminance = colour_luminance(colour);
            let is_close =
                luminance.zip(expected).is_some_and(|(own, expected)| (own - expected).abs() < 1e-9);
            assert!(is_close || luminance == expected, "{colour}: {luminance:?}");
        }
    }

    #[test]
    fn gradients_have_the_mean_luminance() {
        let dark = gradient_luminance("linear-gradient(rgb(17, 17, 17), rgb(34, 34, 34))").unwrap();
        assert!((0.09..0.11).contains(&dark), "{dark}");
        assert_eq!(gradient_luminance("url(\"https://example.org/a.png\")"), None);
    }
}
