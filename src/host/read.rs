//! Reading the articles of a page, first and after each change of it.

use super::article::{HostArticle, document};
use super::events;
use super::gather::gather;
use super::host::Host;
use super::page::Page;
use super::target;
use super::timer::sleep;
use crate::failure::Failure;
use crate::load::fetch_pack;
use crate::options::language;
use crate::state::{Slice, annotate};
use manicule_core::{Language, Progress};
use std::rc::Rc;
use web_sys::Element;

/// Reads the page's articles and annotates those whose text is new; those whose text is the same are painted where
/// they are now. One reading at a time: a second one waits.
///
/// # Errors
/// [`Failure`], where there is no article, or none in a language that the engine reads.
pub async fn read(
    host: &Host,
    page: &Page,
    is_wanted: &dyn Fn() -> bool,
    progress: &dyn Fn(f64),
) -> Result<(), Failure> {
    while page.is_busy.replace(true) {
        sleep(20).await;
    }
    let done = pass(host, page, &|| is_wanted() && !page.is_gone(), progress).await;
    page.is_busy.set(false);
    done
}

async fn pass(
    host: &Host,
    page: &Page,
    is_wanted: &dyn Fn() -> bool,
    progress: &dyn Fn(f64),
) -> Result<(), Failure> {
    if !is_wanted() {
        return Err(Failure::Cancelled);
    }
    let before = page.articles();
    let known: Vec<Element> = before.iter().map(|article| article.element().clone()).collect();
    let elements = page.target.find(&known);
    let is_only = elements.len() == 1;
    let started = Slice::start();
    let gathered: Vec<_> = elements.into_iter().map(|element| (gather(&element), element)).collect();
    page.cost.set(started.elapsed());

    // An article that stays is found by its text, wherever the page has put it.
    let mut left = before.clone();
    let mut now: Vec<Option<Rc<HostArticle>>> = Vec::new();
    let mut new = Vec::new();
    for (at, (gathered, element)) in gathered.into_iter().enumerate() {
        match left.iter().position(|article| *article.document.text == gathered.text) {
            Some(same) => {
                let article = left.remove(same);
                article.move_to(element, gathered.places);
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
        host.expect(page.options.theme, element);
    }
    let total: usize = new.iter().map(|(_, gathered, _)| gathered.text.len()).sum();
    let mut done = 0;
    let mut refused = None;
    for (at, gathered, element) in new {
        let length = gathered.text.len();
        let language = match language_of(page, &element) {
            Ok(language) => language,
            Err(failure) => {
                refused = Some(failure);
                continue;
            }
        };
        let date = page.options.date.or_else(|| target::date(&element, is_only));
        let (document, places) = document(gathered, language, date);
        let pack = fetch_pack().await;
        let told = |own: Progress| {
            let part = own.done as f64 / own.total as f64;
            progress((done as f64 + part * length as f64) / total.max(1) as f64);
        };
        let annotated = annotate(&document, pack.as_deref(), is_wanted, &told).await;
        let annotated = annotated.ok_or(Failure::Cancelled)?;
        let document = Rc::new(document);
        let article = HostArticle::new(document, annotated, page.options.filter, element, places);
        let article = Rc::new(article);
        host.introduce(page, &article).await;
        article.paint(&host.painter).await;
        if !is_wanted() {
            article.unpaint(&host.painter);
            return Err(Failure::Cancelled);
        }
        now[at] = Some(article);
        done += length;
    }
    for gone in left {
        gone.unpaint(&host.painter);
    }
    let now: Vec<Rc<HostArticle>> = now.into_iter().flatten().collect();
    let is_empty = now.is_empty();
    let new: Vec<_> =
        now.iter().filter(|now| !before.iter().any(|old| Rc::ptr_eq(old, now))).cloned().collect();
    page.replace(now);
    host.articles_changed();
    for article in new {
        events::ready(&article.element(), &article.document, &article.annotated);
    }
    match refused {
        Some(failure) if is_empty => Err(failure),
        _ if is_empty => Err(Failure::NoArticle),
        _ => Ok(()),
    }
}

/// The language of the article in `element`.
fn language_of(page: &Page, element: &Element) -> Result<Language, Failure> {
    match (page.options.language, target::language(element)) {
        (Some(language), _) => Ok(language),
        (None, Some(tag)) => language(&tag),
        (None, None) => Ok(Language::default()),
    }
}
