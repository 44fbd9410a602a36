//! Addresses in running text.

use super::{Link, address};
use crate::text::Span;
use linkify::{LinkFinder, LinkKind};
use time::Date;

/// Appends the web addresses in `block` to `links`, in order, their anchors still to be found.
pub(crate) fn find(text: &str, block: Span, links: &mut Vec<Link>) {
    let words = block.of(text);
    // Most blocks cite nothing, and a scan for the scheme's mark is cheap.
    if !words.contains("://") {
        return;
    }
    let mut finder = LinkFinder::new();
    finder.kinds(&[LinkKind::Url]);
    for found in finder.links(words) {
        let url = found.as_str();
        let Some(host) = address::host(url) else { continue };
        links.push(Link {
            span: Span::new(block.start + found.start(), block.start + found.end()),
            url: Some(url.to_owned()),
            host: Some(host),
            title: address::title(url),
            date: address::date(url),
            anchor: None,
        });
    }
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
        assert!(links.iter().all(|link| link.url.as_deref() == Some(link.span.of(text))));
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
    }

    #[test]
    fn only_the_web_s_schemes() {
        check("javascript://exemple.fr/%0aalert(1) ftp://exemple.fr file:///etc/passwd", &[]);
        check("https:// rien", &[]);
    }
}
