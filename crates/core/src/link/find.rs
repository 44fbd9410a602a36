//! Finds web and mail addresses in running text.

use super::{Link, address};
use crate::text::{Span, sort_by_start};
use linkify::{LinkFinder, LinkKind};
use time::Date;

/// Endings of hosts that are found without a scheme ("lemonde.fr"). In any other word with a full stop inside, a
/// missing space is likelier than an address.
const BARE_ENDINGS: [&str; 9] = [".com", ".org", ".net", ".fr", ".eu", ".int", ".gov", ".edu", ".info"];

/// Appends the web and mail addresses in `block` to `links`, in order and without anchors.
pub(crate) fn find(text: &str, block: Span, links: &mut Vec<Link>) {
    let words = block.of(text);
    // Most blocks have no address, and this search is cheap.
    if !["://", "www.", "@"].iter().chain(&BARE_ENDINGS).any(|mark| words.contains(mark)) {
        return;
    }
    let mut finder = LinkFinder::new();
    finder.kinds(&[LinkKind::Url, LinkKind::Email]).url_must_have_scheme(false);
    let mut start = block.start;
    for piece in words.split(ends_address) {
        for found in finder.links(piece) {
            let words = found.as_str().trim_end_matches(['’', '‘', '—', '–']);
            let Some(url) = absolute(words, found.kind()) else { continue };
            let begin = start + found.start();
            links.push(Link {
                span: Span::new(begin, begin + words.len()),
                host: address::host(&url),
                title: address::title(&url),
                date: address::date(&url),
                url: Some(url),
                anchor: None,
            });
        }
        let past = start + piece.len();
        start = past + text[past..].chars().next().map_or(0, char::len_utf8);
    }
}

/// Whether `c` ends an address in running text although RFC 3987 allows it in one (`ucschar`): non-ASCII spaces,
/// which French has before "»" and ":", typographic quotation marks, and the ellipsis.
fn ends_address(c: char) -> bool {
    !c.is_ascii()
        && (c.is_whitespace() || matches!(c, '\u{200B}' | '«' | '»' | '‹' | '›' | '“' | '”' | '„' | '…'))
}

/// Returns the absolute address for the address `found` in the text; none for a scheme other than `http`, `https` and
/// `mailto`, for an empty host, and for words that only look like an address.
fn absolute(found: &str, kind: &LinkKind) -> Option<String> {
    if *kind == LinkKind::Email {
        return Some(format!("mailto:{}", found.strip_prefix("mailto:").unwrap_or(found)));
    }
    if found.contains("://") {
        return address::host(found).map(|_| found.to_owned());
    }
    let host = found.split(['/', '?', '#', ':']).next()?;
    let is_bare = found.starts_with("www.")
        || BARE_ENDINGS.iter().any(|ending| host.ends_with(ending)) && !host.contains(char::is_uppercase);
    is_bare.then(|| format!("https://{found}"))
}

/// Sorts `links` and, where the link text of a page's link contains an address, merges the two: the merged link has
/// the span of the address in the text and the address of the page's link.
pub(crate) fn merge(links: &mut Vec<Link>) {
    sort_by_start(links, |link| link.span.start);
    links.dedup_by(|found, given| {
        let is_same =
            given.anchor.is_some_and(|anchor| anchor.contains(found.span)) && found.anchor.is_none();
        if is_same {
            (given.span, given.anchor) = (found.span, None);
        }
        is_same
    });
}

/// The latest date in the addresses of `links`. An article is at least as recent as what it cites.
pub(crate) fn latest_date(links: &[Link]) -> Option<Date> {
    links.iter().filter_map(|link| link.date).max()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let mut links = Vec::new();
        find(text, Span::new(0, text.len()), &mut links);
        let got: Vec<&str> = links.iter().map(|link| link.span.of(text)).collect();
        assert_eq!(got, expected);
        assert!(links.iter().all(|link| {
            let url = link.url.as_deref().unwrap_or_default();
            url.ends_with(link.span.of(text))
                && ["https://", "mailto:"].iter().any(|scheme| url.starts_with(scheme))
        }));
    }

    #[test]
    fn trailing_punctuation_is_not_part_of_an_address() {
        check("voir https://exemple.fr/a-b-2022-01-05, 81 ans", &["https://exemple.fr/a-b-2022-01-05"]);
        check("(https://exemple.fr/page).", &["https://exemple.fr/page"]);
        check("« https://exemple.fr/page »", &["https://exemple.fr/page"]);
        check(
            "https://fr.wikipedia.org/wiki/Tengiz_(gisement)",
            &["https://fr.wikipedia.org/wiki/Tengiz_(gisement)"],
        );
        check("[le minage](https://exemple.fr/minage)", &["https://exemple.fr/minage"]);
        check("«\u{A0}https://exemple.fr/a.\u{A0}»", &["https://exemple.fr/a"]);
        check(
            "https://exemple.fr/a\u{202F}: b@exemple.fr\u{200B}!",
            &["https://exemple.fr/a", "b@exemple.fr"],
        );
        check(
            "«https://exemple.fr/a» “https://exemple.fr/b”",
            &["https://exemple.fr/a", "https://exemple.fr/b"],
        );
        check(
            "‘https://exemple.fr/l’été’ https://exemple.fr/c… —",
            &["https://exemple.fr/l’été", "https://exemple.fr/c"],
        );
    }

    #[test]
    fn other_schemes_are_not_links() {
        check("javascript://exemple.fr/%0aalert(1) ftp://exemple.fr file:///etc/passwd", &[]);
        check("https:// rien", &[]);
    }

    #[test]
    fn addresses_without_a_scheme_are_found() {
        check("sur www.exemple.be/a, lemonde.example.fr et", &["www.exemple.be/a", "lemonde.example.fr"]);
        check("Une phrase.Une autre, fin.com", &["fin.com"]);
        check("Il a dit non.Fr", &[]);
        check("Écrire à redaction@exemple.fr.", &["redaction@exemple.fr"]);
    }
}
