//! What a page's scripts call, and what they get.

use super::host::Host;
use super::options::PageOptions;
use super::page::Page;
use super::read::read;
use super::standing;
use super::target::Target;
use super::timer::sleep;
use super::ui::Mark;
use crate::door::to_js;
use crate::failure::Failure;
use crate::options::{get, signal};
use crate::state::Focus;
use js_sys::{Error, Function, Promise};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::future_to_promise;
use web_sys::AbortSignal;

/// Milliseconds that an article may take to come to a page that is still being set up, and between two looks.
const PATIENCE: i32 = 10_000;
const LOOK: i32 = 250;

/// The annotated articles of one `annotatePage`.
#[wasm_bindgen]
#[derive(Debug)]
pub struct PageHandle {
    page: Rc<Page>,
}

/// Annotates the articles of the page in place: see the types beside the loader for the options.
///
/// # Errors
/// An `Error` for options of the wrong kind, and where there is no article or none in a language with a pack; the
/// signal's reason once it is aborted. The page is then as it was.
#[wasm_bindgen(js_name = annotatePage)]
pub async fn annotate_page(target: JsValue, options: JsValue) -> Result<PageHandle, JsValue> {
    let told = options.clone();
    let added = add(target, options).await;
    added.map_err(|failure| match failure {
        Failure::Cancelled => reason(&signal(&told)),
        failure => failure.into_js(),
    })
}

async fn add(target: JsValue, options: JsValue) -> Result<PageHandle, Failure> {
    let target = Target::from_js(&target).map_err(Failure::Options)?;
    let signal = signal(&options);
    let on_progress = get(&options, "onProgress").dyn_into::<Function>().ok();
    let options = PageOptions::from_js(&options)?;
    let is_wanted = || !signal.as_ref().is_some_and(AbortSignal::aborted);
    let tell = progress_to(on_progress);
    let mut waited = 0;
    loop {
        let page = Rc::new(Page::new(target.clone(), options.clone()));
        match standing::add(&page, &is_wanted, &tell).await {
            Ok(()) => {
                tell(1.0);
                return Ok(PageHandle { page });
            }
            Err(Failure::NoArticle) if waited < PATIENCE && is_wanted() => {
                sleep(LOOK).await;
                waited += LOOK;
            }
            Err(failure) => return Err(failure),
        }
    }
}

#[wasm_bindgen]
impl PageHandle {
    /// Reads the articles again now; the page's own changes are followed without being asked.
    pub fn refresh(&self) -> Promise {
        let page = self.page.clone();
        future_to_promise(async move {
            match read(&Host::current(), &page, &|| true, &|_| {}).await {
                Ok(()) | Err(Failure::Cancelled) => Ok(JsValue::UNDEFINED),
                Err(failure) => Err(failure.into_js()),
            }
        })
    }

    /// Opens the gloss of what has this id in [`annotations`](Self::annotations), such as "e1", scrolling to it;
    /// without an id, closes the gloss. Whether there is such a thing.
    pub fn select(&self, id: Option<String>) -> bool {
        let host = Host::current();
        let Some(id) = id else {
            host.dismiss();
            return true;
        };
        let articles = self.page.articles();
        let found = articles.into_iter().find_map(|article| {
            let index = article.highlight_of(&id)?;
            Some(Mark { article, index })
        });
        if let Some(mark) = &found {
            host.select(mark.clone(), Focus::Stay);
            host.reveal(mark);
        }
        found.is_some()
    }

    /// Leaves the page as it was before.
    pub fn destroy(&self) {
        if !self.page.is_gone() {
            standing::remove(&self.page);
        }
    }

    /// The first article's annotations, an object of the schema `manicule/1`; null while there is no article.
    #[wasm_bindgen(getter)]
    pub fn annotations(&self) -> JsValue {
        let articles = self.page.articles();
        articles.first().map_or(JsValue::NULL, |article| {
            to_js(&article.document.text, &article.annotated.annotations, None)
        })
    }

    /// The first article's text as it was read: what the offsets of its annotations count in.
    #[wasm_bindgen(getter)]
    pub fn text(&self) -> Option<String> {
        self.page.articles().first().map(|article| article.document.text.to_string())
    }
}

/// What a promise is rejected with that was given up: the signal's reason.
pub fn reason(signal: &Option<AbortSignal>) -> JsValue {
    let aborted = signal.as_ref().filter(|signal| signal.aborted());
    aborted.map_or_else(|| Error::new("given up before the end").into(), AbortSignal::reason)
}

/// Tells `function` how far the work is, from 0 to 1, in steps of a hundredth.
pub fn progress_to(function: Option<Function>) -> impl Fn(f64) {
    let last = std::cell::Cell::new(-1.0);
    move |part: f64| {
        let step = (part * 100.0).floor();
        if last.replace(step) != step
            && let Some(function) = &function
        {
            // What the page's function throws is the page's.
            let _ = function.call1(&JsValue::UNDEFINED, &part.into());
        }
    }
}
