//! What a superscript means: an exponent, the end of an ordinal, or a reference to a footnote.

/// How a superscript is read.
#[derive(Debug, PartialEq, Eq)]
pub enum Reading {
    /// It continues the word before it: "1er", "XIXe", "Mme".
    Text,
    /// It refers to a footnote, which is not part of the text.
    Reference,
    /// It is an exponent, here in Unicode's superscript digits: "m²", "10⁶".
    Exponent(String),
}

/// Units of length that are squared and cubed.
const UNITS: [&str; 8] = ["m", "km", "cm", "mm", "dm", "dam", "hm", "s"];

/// Reads the superscript `words`, without white space around it, that follows the text `before`.
pub fn read(before: &str, words: &str) -> Reading {
    let digits = words.strip_prefix(['-', '−', '–']).unwrap_or(words);
    let is_number = !digits.is_empty() && digits.chars().all(|char| char.is_ascii_digit());
    if !is_number {
        // Letters end an abbreviation or an ordinal; anything else is a mark: "*", "[1]", "1,2".
        let is_mark = !words.chars().any(char::is_alphabetic) && !matches!(words, "°" | "®" | "™");
        return if is_mark { Reading::Reference } else { Reading::Text };
    }
    let start = before.trim_end_matches(char::is_alphanumeric).len();
    let word = &before[start..];
    let unit = word.trim_start_matches(|char: char| char.is_ascii_digit());
    let follows_number =
        before[..start].trim_end().ends_with(|char: char| char.is_ascii_digit() || char == '/')
            || unit.len() < word.len();
    let is_unit = UNITS.contains(&unit) && (follows_number || unit.len() > 1) && matches!(words, "2" | "3");
    // A power of ten; "2010" and "3,10" are other numbers.
    let is_ten = word == "10" && !before[..start].ends_with([',', '.']) && digits.len() <= 2 && digits != "1";
    if is_unit || is_ten {
        Reading::Exponent(words.chars().map(raised).collect())
    } else {
        Reading::Reference
    }
}

/// The superscript character for a digit or a minus sign.
fn raised(char: char) -> char {
    match char {
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        digit @ ('0' | '4'..='9') => char::from_u32(0x2070 + (digit as u32 - '0' as u32)).unwrap_or(digit),
        _ => '⁻',
    }
}

#[cfg(test)]
mod tests {
    use super::{Reading, read};

    #[test]
    fn exponents_are_told_from_references() {
        let exponent = |digits: &str| Reading::Exponent(digits.to_owned());
        for (before, words, reading) in [
            ("Le lac perd 10", "6", exponent("⁶")),
            ("mesure 120 m", "2", exponent("²")),
            ("mesure 120\u{a0}km", "3", exponent("³")),
            ("10", "-9", exponent("⁻⁹")),
            ("En 2021", "1", Reading::Reference),
            ("300 hectares", "2", Reading::Reference),
            ("Selon Anne Durand", "3", Reading::Reference),
            ("selon lui", "[4]", Reading::Reference),
            ("selon lui", "*", Reading::Reference),
            ("le 1", "er", Reading::Text),
            ("au XIX", "e", Reading::Text),
            ("M", "me", Reading::Text),
            ("en 2010", "2", Reading::Reference),
        ] {
            assert_eq!(read(before, words), reading, "{before}^{words}");
        }
    }
}
