//! A self-contained HTML page for archives: the article with its highlights, followed by lists of what was found.
//!
//! The page needs no script, server or other file, and its Content Security Policy forbids them. The text content of
//! its `article` element is the source text, character by character.

mod article;
mod date;
mod markup;
mod notes;

use crate::annotations::Annotations;
use crate::relation::highlights;
use markup::Markup;

const STYLE: &str = include_str!("style.css");

/// Converts `annotations` of `text` into an HTML page in UTF-8. `id` is the caller's id of the text, which is the
/// title of the page if the article has no title.
///
/// Each highlight is a `mark` element. Its `data-id` is the id of the entity, figure or link in the JSON schema, and
/// its `data-kind` is the kind of highlight ([`Kind::as_str`](crate::relation::Kind::as_str)).
pub fn page(text: &str, annotations: &Annotations, id: Option<&str>) -> String {
    let highlights = highlights(annotations);
    let labels = annotations.language.labels();
    let title = annotations.article.title.map(|title| title.of(text)).or(id).unwrap_or(labels.article);
    let mut page = Markup::with_capacity(2 * text.len() + STYLE.len());
    page.raw("<!DOCTYPE html>\n<html lang=\"").text(annotations.language.tag()).raw("\">\n<head>\n");
    page.raw("<meta charset=\"utf-8\">\n");
    page.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; ");
    page.raw("base-uri 'none'; form-action 'none'\">\n");
    page.raw("<meta name=\"referrer\" content=\"no-referrer\">\n");
    page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    page.raw(concat!("<meta name=\"generator\" content=\"Manicule ", env!("CARGO_PKG_VERSION"), "\">\n"));
    page.raw("<title>").text(title).raw("</title>\n<style>\n").raw(STYLE).raw("</style>\n</head>\n<body>\n");
    article::write(&mut page, text, annotations, &highlights);
    notes::write(&mut page, text, annotations, &highlights);
    page.raw("</body>\n</html>\n");
    page.finish()
}

#[cfg(test)]
mod tests;
