//! Addresses in running text.

use super::{Link, address};
use crate::text::{Span, sort_by_start};
use linkify::{LinkFinder, LinkKind};
use time::Date;

/// Endings of the hosts that running text names without a scheme ("lemonde.fr"). Any other word with a full stop inside
/// is more often a missing space than an address.
const BARE_ENDINGS: [&str; 9] = [".com", ".org", ".net", ".fr", ".eu", ".int", ".gov", ".edu", ".info"];

/// Appends the web and mail addresses in `block` to `links`, in order, their anchors still to be found.
pub(crate) fn find(text: &str, block: Span, links: &mut Vec<Link>) {
    let words = block.of(text);
    // Most blocks cite nothing, and a scan for these marks is cheap.
    if !["://", "www.", "@"].iter().chain(&BARE_ENDINGS).any(|mark| words.contains(mark)) {
        return;
    }
    let mut finder = LinkFinder::new();
    finder.kinds(&[LinkKind::Url, LinkKind::Email]).url_must_have_scheme(false);
    let mut start = block.start;
    for piece in words.split(is_outside) {
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

/// Whether `c` ends an address in running text though RFC 3987 lets one hold it (`ucschar`): the spaces that French puts
/// before "»" and ":", a zero-width one, and the marks of typographic quotation.
fn is_outside(c: char) -> bool {
    !c.is_ascii()
        && (c.is_whitespace() || matches!(c, '\u{200B}' | '«' | '»' | '‹' | '›' | '“' | '”' | '„' | '…'))
}

/// The absolute address for one as it stands in the text; none for a scheme that is not the web's, for a host that is
/// none, and for words that only look like one.
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

/// Sorts `links`, and makes one of a page's link and the address that is its words: that place, the page's address.
pub(crate) fn join(links: &mut Vec<Link>) {
    sort_by_start(links, |link| link.span.start);
    links.dedup_by(|found, given| {
        let is_shown =
            given.anchor.is_some_and(|anchor| anchor.contains(found.span)) && found.anchor.is_none();
        if is_shown {
            (given.span, given.anchor) = (found.span, None);
        }
        is_shown
    });
}

/// The latest date in the addresses of `links`: an article cannot be older than what it cites.
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
    fn punctuation_after_an_address_is_not_its() {
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
    fn only_the_web_s_schemes() {
        check("javascript://exemple.fr/%0aalert(1) ftp://exemple.fr file:///etc/passwd", &[]);
        check("https:// rien", &[]);
    }

    #[test]
    fn addresses_without_a_scheme() {
        check("sur www.exemple.be/a, lemonde.example.fr et", &["www.exemple.be/a", "lemonde.example.fr"]);
        check("Une phrase.Une autre, fin.com", &["fin.com"]);
        check("Il a dit non.Fr", &[]);
        check("Écrire à redaction@exemple.fr.", &["redaction@exemple.fr"]);
    }
}
