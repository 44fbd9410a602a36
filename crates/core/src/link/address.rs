//! Host, title and date of a web address.

use percent_encoding::percent_decode_str;
use time::{Date, Month};

/// Fewest words of a title. Shorter path segments are names of sections or codes.
const FEWEST_TITLE_WORDS: usize = 3;

/// Returns the host of an `http`, `https` or `mailto` address, parsed as browsers do (WHATWG URL): in lower case,
/// without credentials, port and a leading `www.`. None for other schemes and for an empty host.
pub(super) fn host(url: &str) -> Option<String> {
    if let Some(mailbox) = url.strip_prefix("mailto:") {
        return mailbox.rsplit_once('@').map(|(_, host)| host.to_lowercase());
    }
    let (scheme, rest) = url.split_once("://")?;
    if !scheme.eq_ignore_ascii_case("http") && !scheme.eq_ignore_ascii_case("https") {
        return None;
    }
    // Browsers treat a backslash as a slash: "https://a.example\@b.example" has the host a.example.
    let authority = rest.split(['/', '\\', '?', '#']).next()?;
    let after_credentials = authority.rsplit('@').next()?;
    let host = match after_credentials.strip_prefix('[') {
        Some(ipv6) => ipv6.split(']').next()?,
        None => after_credentials.split(':').next()?,
    };
    let host = host.to_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    (!host.is_empty()).then(|| host.to_owned())
}

/// The percent-decoded path segments in order.
fn segments(url: &str) -> impl DoubleEndedIterator<Item = String> {
    let path = url.split_once("://").map_or("", |(_, rest)| rest);
    let path = path.split(['?', '#']).next().unwrap_or("");
    path.split('/')
        .skip(1)
        .map(|segment| percent_decode_str(segment).decode_utf8_lossy().into_owned())
        .collect::<Vec<_>>()
        .into_iter()
}

/// Returns the title in the slug of an address: the last path segment of several words, without date, codes and file
/// extension, with a capital first. None if there is no such segment.
pub(super) fn title(url: &str) -> Option<String> {
    segments(url).rev().find_map(|segment| {
        let stem = match segment.rsplit_once('.') {
            Some((stem, ending)) if ending.len() <= 5 => stem,
            _ => &segment,
        };
        let words: Vec<&str> =
            stem.split(['-', '_', '+', ' ', ',']).filter(|word| !word.is_empty()).collect();
        let words = without_codes(&words);
        // A segment with fewer than two words with letters is an identifier: "/10.1038/s41586-023-01234-5".
        let has_words = words.iter().filter(|word| word.contains(char::is_alphabetic)).nth(1).is_some();
        let has_controls = words.iter().any(|word| word.contains(char::is_control));
        if words.len() < FEWEST_TITLE_WORDS || !has_words || has_controls {
            return None;
        }
        let title = words.join(" ");
        let mut chars = title.chars();
        let first = chars.next()?;
        Some(first.to_uppercase().chain(chars).collect())
    })
}

/// Removes the date and the numeric or mixed ids that publishers put before and after a slug.
fn without_codes<'w>(words: &'w [&'w str]) -> &'w [&'w str] {
    let is_code = |word: &str| {
        let digits = word.chars().filter(char::is_ascii_digit).count();
        if digits == word.len() {
            digits >= 4 && !word.parse().is_ok_and(|year: u32| (1900..2100).contains(&year))
        } else {
            digits > 0 && word.len() >= 6
        }
    };
    let mut words = words;
    loop {
        words = match words {
            [kept @ .., year, month, day] if parse_date(year, month, day).is_some() => kept,
            [year, month, day, kept @ ..] if parse_date(year, month, day).is_some() => kept,
            [kept @ .., last] if is_code(last) => kept,
            [first, kept @ ..] if is_code(first) => kept,
            _ => return words,
        };
    }
}

/// Returns the publication date in the path of an address: "…-2022-01-06", "/2022/01/06/…", "…-20220106-…".
pub(super) fn date(url: &str) -> Option<Date> {
    let path: Vec<String> = segments(url).collect();
    let parts: Vec<&str> = path.iter().flat_map(|segment| segment.split(['-', '_', '.'])).collect();
    let separated = parts.windows(3).rev().find_map(|window| parse_date(window[0], window[1], window[2]));
    separated.or_else(|| {
        parts.iter().rev().find_map(|part| {
            let compact = part.len() == 8 && part.bytes().all(|byte| byte.is_ascii_digit());
            compact.then(|| parse_date(&part[..4], &part[4..6], &part[6..]))?
        })
    })
}

/// Parses a date from 1990 to 2099 from its digits. Month and day may lack their leading zero.
fn parse_date(year: &str, month: &str, day: &str) -> Option<Date> {
    let number = |digits: &str, lengths: std::ops::RangeInclusive<usize>| -> Option<u16> {
        (lengths.contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit()))
            .then(|| digits.parse().ok())?
    };
    let year = number(year, 4..=4).filter(|year| (1990..2100).contains(year))?;
    let month = Month::try_from(u8::try_from(number(month, 1..=2)?).ok()?).ok()?;
    let day = u8::try_from(number(day, 1..=2)?).ok()?;
    Date::from_calendar_date(i32::from(year), month, day).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_are_those_that_browsers_connect_to() {
        for (url, expected) in [
            ("https://www.Reuters.com/markets", Some("reuters.com")),
            ("http://exemple.fr:8080/?a", Some("exemple.fr")),
            ("https://exemple.fr@autre.example/x", Some("autre.example")),
            ("https://autre.example\\@exemple.fr/x", Some("autre.example")),
            ("https://[2001:db8::1]:80/", Some("2001:db8::1")),
            ("mailto:redaction@Exemple.fr", Some("exemple.fr")),
            ("ftp://exemple.fr/", None),
            ("https:///chemin", None),
        ] {
            assert_eq!(host(url).as_deref(), expected, "{url}");
        }
    }

    #[test]
    fn slugs_give_titles_and_dates() {
        for (url, expected_title, expected_date) in [
            (
                "https://a.example/world/oil-prices-rise-again-2022-01-06",
                Some("Oil prices rise again"),
                Some("2022-01-06"),
            ),
            (
                "https://a.example/2021/12/31/le-prix-du-gaz_6101234_3210.html",
                Some("Le prix du gaz"),
                Some("2021-12-31"),
            ),
            (
                "https://a.example/le-prix-du-gaz-20220105-abc123.php",
                Some("Le prix du gaz"),
                Some("2022-01-05"),
            ),
            ("https://a.example/d%C3%A9but-de-l%27%C3%A9t%C3%A9", Some("Début de l'été"), None),
            ("https://a.example/news", None, None),
            ("https://a.example/10.1038/s41586-023-01234-5", None, None),
            ("https://a.example/a-b-2022-13-45", Some("A b 2022 13 45"), None),
            ("https://a.example", None, None),
        ] {
            assert_eq!(title(url).as_deref(), expected_title, "{url}");
            assert_eq!(date(url).map(|date| date.to_string()).as_deref(), expected_date, "{url}");
        }
    }
}
