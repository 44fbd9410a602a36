//! Reading the articles of a page, the first time and after each change of the document.

use super::article::{HostArticle, document};
use super::gather::gather;
use super::host::Host;
use super::page::Page;
use super::target;
use crate::js_api::language;
use crate::js_api::{Error, events, report_missing_pack};
use crate::load::fetch_pack;
use crate::ptr_eq::PtrEq;
use crate::state::{Slice, annotate, fraction};
use manicule_core::{Language, Progress};
use web_sys::Element;

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
    let elements = page.target.find(&known);
    let is_only = elements.len() == 1;
    let started = Slice::start();
    let gathered: Vec<_> = elements.into_iter().map(|element| (gather(&element), element)).collect();
    page.gather_time.set(started.elapsed());

    // Known articles are recognised by their text, even if the page has moved them.
    let mut left = before.clone();
    let mut now: Vec<Option<PtrEq<HostArticle>>> = Vec::new();
    let mut new = Vec::new();
    for (at, (gathered, element)) in gathered.into_iter().enumerate() {
        match left.iter().position(|article| *article.document.text == gathered.text) {
            Some(same) => {
                let article = left.remove(same);
                article.move_to(element, gathered.text_map);
                article.paint(&host.painter).await;
                now.push(Some(article));
            }
            None => {
                new.push((at, gathered, element));
                now.push(None);
            }
        }
    }
    if let Some((_, _, element)) = new.first() {
        host.prepare_colours(page.options.theme, element);
    }
    let total: usize = new.iter().map(|(_, gathered, _)| gathered.text.len()).sum();
    let mut done = 0;
    let mut refused = None;
    for (at, gathered, element) in new {
        let length = gathered.text.len();
        let language = match language_of(page, &element) {
            Ok(language) => language,
            Err(error) => {
                refused = Some(error);
                continue;
            }
        };
        let date = page.options.date.or_else(|| target::date(&element, is_only));
        let (document, text_map) = document(gathered, language, date);
        let pack = fetch_pack(|error| report_missing_pack(&element, error)).await;
        let report = |own: Progress| {
            progress((done as f64 + fraction(own) * length as f64) / total.max(1) as f64);
        };
        let annotated = annotate(&document, pack.as_deref(), is_wanted, &report).await;
        let annotated = annotated.ok_or(Error::Cancelled)?;
        let (document, filter) = (PtrEq::new(document), page.options.filter());
        let article = PtrEq::new(HostArticle::new(document, annotated, filter, element, text_map));
        host.show_button(page, &article).await;
        article.paint(&host.painter).await;
        if !is_wanted() {
            article.unpaint(&host.painter);
            return Err(Error::Cancelled);
        }
        now[at] = Some(article);
        done += length;
    }
    for gone in left {
        gone.unpaint(&host.painter);
    }
    let now: Vec<PtrEq<HostArticle>> = now.into_iter().flatten().collect();
    let is_empty = now.is_empty();
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

/// The language of the article in `element`: from the options of `page`, else from `lang` attributes, else the default.
fn language_of(page: &Page, element: &Element) -> Result<Language, Error> {
    match page.language {
        Some(language) => Ok(language),
        None => Ok(language(target::language(element).as_deref())?.unwrap_or_default()),
    }
}
