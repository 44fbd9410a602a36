//! The program that a host page loads: it annotates texts, and the page's own articles in place. It does nothing by
//! itself: JavaScript calls one of the functions here.

use gloo::timers::future::sleep;
use manicule::host::{self, HighlightRef, Host, Page, Target};
use manicule::js_api::{self, Error, PageOptions, Task, annotations_to_js};
use manicule::load::retry_pack;
use manicule::ptr_eq::PtrEq;
use manicule::state::Focus;
use std::time::Duration;
use wasm_bindgen::prelude::*;

/// How long an article may take to appear on a page that is still being set up.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long to wait between two looks at it.
const INTERVAL: Duration = Duration::from_millis(250);

fn main() {}

/// Sets the addresses of the program's files; see [`js_api::configure`].
///
/// # Errors
/// An `Error` for values of the wrong type.
#[wasm_bindgen]
pub fn configure(config: JsValue) -> Result<(), JsValue> {
    js_api::configure(config)
}

/// Annotates a text; see [`js_api::annotate`].
///
/// # Errors
/// See [`js_api::annotate`].
#[wasm_bindgen]
pub async fn annotate(text: JsValue, options: JsValue) -> Result<JsValue, JsValue> {
    js_api::annotate(text, options).await
}

/// The annotated articles of one call of `annotatePage`.
#[wasm_bindgen]
#[derive(Debug)]
pub struct PageHandle {
    page: PtrEq<Page>,
}

/// Annotates the articles of the page in place. `target` is an element, a selector, or nothing, which means the page's main
/// article; `options` are [`PageOptions`].
///
/// # Errors
/// An `Error` for options of the wrong type, and where there is no article after ten seconds or none in a language with a
/// pack; the signal's reason once it is aborted. The page is then as it was. An article that comes later is annotated,
/// until the signal is aborted.
#[wasm_bindgen(js_name = annotatePage)]
pub async fn annotate_page(target: JsValue, options: JsValue) -> Result<PageHandle, JsValue> {
    let target = Target::from_js(&target).map_err(Error::Options)?;
    let options: PageOptions = js_api::read(options)?;
    let task = Task::new(&options.signal, &options.on_progress);
    retry_pack();
    let page = PtrEq::new(Page::new(target, options)?);
    host::replace_waiting(&page);
    let mut result = host::add(&page, &|| task.is_wanted(), &|fraction| task.report(fraction)).await;
    let mut waited = Duration::ZERO;
    while matches!(result, Err(Error::NoArticle)) && waited < PATIENCE && task.is_wanted() {
        sleep(INTERVAL).await;
        waited += INTERVAL;
        // Changes of the page are followed meanwhile, but not all of what makes text visible is such a change.
        result = match page.articles().is_empty() {
            true if waited.subsec_millis() == 0 => {
                host::read(&Host::current(), &page, &|| task.is_wanted(), &|_| {}).await
            }
            true => Err(Error::NoArticle),
            false => Ok(()),
        };
    }
    page.has_caller.set(false);
    match result {
        Ok(()) => {
            task.report(1.0);
            Ok(PageHandle { page })
        }
        _ if !task.is_wanted() || result == Err(Error::Cancelled) => {
            host::remove(&page);
            Err(task.cancelled())
        }
        Err(error @ (Error::NoArticle | Error::Language(_))) => Err(error.into()),
        Err(error) => {
            host::remove(&page);
            Err(error.into())
        }
    }
}

#[wasm_bindgen]
impl PageHandle {
    /// Reads the articles again now; changes of the page are followed without it.
    ///
    /// # Errors
    /// An `Error` where there is no article any more, or none in a language with a pack.
    pub async fn refresh(&self) -> Result<(), JsValue> {
        // JavaScript may free the handle before the promise is settled.
        let page = self.page.clone();
        retry_pack();
        match host::read(&Host::current(), &page, &|| true, &|_| {}).await {
            Ok(()) | Err(Error::Cancelled) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    /// Opens the card of what has this id in [`annotations`](Self::annotations), such as "e1", and scrolls to it; without
    /// an id, closes the card. Returns whether there is such a thing.
    pub fn select(&self, id: Option<String>) -> bool {
        let host = Host::current();
        let Some(id) = id else {
            host.dismiss();
            return true;
        };
        let articles = self.page.articles();
        let found = articles.into_iter().find_map(|article| {
            let index = article.highlight_of(&id)?;
            Some(HighlightRef { article, index })
        });
        if let Some(highlight) = &found {
            host.select(highlight.clone(), Focus::Stay);
            host.reveal(highlight);
        }
        found.is_some()
    }

    /// Takes everything off the page again.
    pub fn destroy(&self) {
        if !self.page.is_destroyed() {
            host::remove(&self.page);
        }
    }

    /// The first article's annotations, an object of the schema `manicule/1`; null while there is no article.
    #[wasm_bindgen(getter)]
    pub fn annotations(&self) -> JsValue {
        self.page.articles().first().map_or(JsValue::NULL, |article| {
            annotations_to_js(&article.document.text, &article.annotated.annotations, None)
        })
    }

    /// The first article's text as it was gathered; the offsets of its annotations refer to it.
    #[wasm_bindgen(getter)]
    pub fn text(&self) -> Option<String> {
        self.page.articles().first().map(|article| article.document.text.to_string())
    }
}
