//! Reading the articles of a page, the first time and after each change of the document.

use super::article::HostArticle;
use super::dom::{attribute, closest};
use super::host::Host;
use super::page::Page;
use super::target::{self, Found};
use crate::js_api::language;
use crate::js_api::{Error, events, report_missing_pack};
use crate::load::{Source, fetch_pack};
use crate::ptr_eq::PtrEq;
use crate::state::{Document, Slice, annotate, fraction};
use manicule_core::{Article, Language, Progress};
use web_sys::Element;

/// A longer text than this, in bytes, in which no language is recognised, is in none that is known.
const MAX_UNKNOWN: usize = 300;

/// Finds the articles of `page`, annotates those with a new text, and paints all of them; articles with an unchanged
/// text keep their annotations. `progress` is called with the fraction done, 0 to 1. Concurrent calls for one page run
/// one after the other.
///
/// # Errors
/// [`Error::NoArticle`] if there is no article; [`Error::Language`] if there is none in a language with a pack;
/// [`Error::Cancelled`] once `is_wanted` returns false or the page is destroyed.
pub async fn read(
    host: &Host,
    page: &Page,
    is_wanted: &dyn Fn() -> bool,
    progress: &dyn Fn(f64),
) -> Result<(), Error> {
    let _reading = page.reading.lock().await;
    read_locked(host, page, &|| is_wanted() && !page.is_destroyed(), progress).await
}

/// [`read`] while [`Page::reading`] is locked.
async fn read_locked(
    host: &Host,
    page: &Page,
    is_wanted: &dyn Fn() -> bool,
    progress: &dyn Fn(f64),
) -> Result<(), Error> {
    if !is_wanted() {
        return Err(Error::Cancelled);
    }
    let before = page.articles();
    let known: Vec<Element> = before.iter().map(|article| article.element().clone()).collect();
    let started = Slice::start();
    let all = page.target.find(&known).await;
    page.gather_time.set(started.elapsed());
    if !is_wanted() {
        return Err(Error::Cancelled);
    }
    let is_only = all.len() == 1;

    // Known articles are recognised by their text, even if the page has moved them.
    let mut left = before.clone();
    let mut now: Vec<Option<PtrEq<HostArticle>>> = Vec::new();
    let mut new = Vec::new();
    let mut refused = None;
    for found in all {
        if let Some(same) = left.iter().position(|article| *article.document.text == found.text) {
            let article = left.remove(same);
            article.move_to(found.element, found.text_map);
            article.paint(&host.painter).await;
            now.push(Some(article));
            continue;
        }
        if let Some(article) = shared(host, page, &found) {
            article.move_to(found.element, found.text_map);
            now.push(Some(article));
            continue;
        }
        match language_of(page, &found) {
            Ok(language) => {
                new.push((now.len(), language, found));
                now.push(None);
            }
            Err(error) => refused = Some(error),
        }
    }
    // What is not there any more goes before anything new is painted.
    for gone in left.iter().filter(|gone| !host.is_shared(gone, page)) {
        gone.unpaint(&host.painter);
    }
    if let Some((_, _, found)) = new.first() {
        host.prepare_colours(page.options.theme, &found.element);
    }
    let total: usize = new.iter().map(|(_, _, found)| found.text.len()).sum();
    let mut done = 0;
    for (at, language, found) in new {
        let length = found.text.len();
        let date = page.options.date.or_else(|| target::date(&found.element, is_only));
        let Found { element, text, article, links, text_map } = found;
        let source = Source::Address(super::dom::address());
        let document = Document { language, links, date, ..Document::new(source, text, article) };
        let pack = fetch_pack(|error| report_missing_pack(&element, error)).await;
        let report = |own: Progress| {
            progress((done as f64 + fraction(own) * length as f64) / total.max(1) as f64);
        };
        let annotated = annotate(&document, pack.as_deref(), is_wanted, &report).await;
        let annotated = annotated.ok_or(Error::Cancelled)?;
        let article =
            PtrEq::new(HostArticle::new(document, annotated, page.options.filter(), element, text_map));
        host.show_button(page, &article).await;
        article.paint(&host.painter).await;
        if !is_wanted() {
            article.unpaint(&host.painter);
            return Err(Error::Cancelled);
        }
        now[at] = Some(article);
        done += length;
    }
    let now: Vec<PtrEq<HostArticle>> = now.into_iter().flatten().collect();
    let is_empty = now.is_empty();
    page.idle_reads.set(if now == before { page.idle_reads.get() + 1 } else { 0 });
    let new: Vec<_> = now.iter().filter(|now| !before.contains(now)).cloned().collect();
    page.replace(now);
    host.articles_changed();
    for article in new {
        events::ready(&article.element(), &article.document, &article.annotated);
    }
    match refused {
        Some(error) if is_empty => Err(error),
        _ if is_empty => Err(Error::NoArticle),
        _ => Ok(()),
    }
}

/// The annotated article of another call that is the same as `found`, with the same highlights: it is marked once.
fn shared(host: &Host, page: &Page, found: &Found) -> Option<PtrEq<HostArticle>> {
    let others = host.articles().into_iter().filter(|(other, _)| !std::ptr::eq(&**other, page));
    let mut same = others.filter(|(other, article)| {
        *article.document.text == found.text
            && *article.element() == found.element
            && other.options.filter() == page.options.filter()
            && !article.lacks_names()
    });
    same.next().map(|(_, article)| article)
}

/// The language of the article `found`: from the options of `page`, else that of its text; for a text of too few words,
/// the one that the page gives for it.
fn language_of(page: &Page, found: &Found) -> Result<Language, Error> {
    if let Some(language) = page.language {
        return Ok(language);
    }
    let holder = closest(&found.element, "[lang]");
    let tag = holder.and_then(|holder| attribute(&holder, "lang")).filter(|tag| !tag.is_empty());
    let french = Language::default();
    match is_written_in(french, &found.text, &found.article) {
        Some(true) => Ok(french),
        // A short text has the page's language, and without one the default.
        None if tag.is_some() || found.text.len() <= MAX_UNKNOWN => {
            Ok(language(tag.as_deref())?.unwrap_or_default())
        }
        _ => Err(Error::Language(
            "the article does not seem to be in French, the only language with a pack: it is annotated once it is, or \
             if the option lang (data-lang) says \"fr\""
                .to_owned(),
        )),
    }
}

/// Whether at least a third of the blocks of `article`, by length, are written in `language`; none if all of them are
/// too short to tell.
fn is_written_in(language: Language, text: &str, article: &Article) -> Option<bool> {
    let (mut own, mut other) = (0, 0);
    for block in &article.blocks {
        match language.recognises(block.span.of(text)) {
            Some(true) => own += block.span.len(),
            Some(false) => other += block.span.len(),
            None => {}
        }
    }
    if own + other == 0 {
        // Short blocks together may be long enough.
        return language.recognises(text);
    }
    Some(own * 2 >= other)
}
