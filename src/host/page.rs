//! The articles that one call of `annotatePage` annotates.

use super::article::HostArticle;
use super::mentions;
use super::paint::Painter;
use super::target::Target;
use crate::js_api::{Error, PageOptions, language};
use crate::ptr_eq::PtrEq;
use futures_util::lock::Mutex;
use manicule_core::Language;
use std::cell::{Cell, RefCell};
use wasm_bindgen::JsCast;
use web_sys::{AbortSignal, HtmlScriptElement};

/// The articles of one call of `annotatePage`, with the options of the call.
#[derive(Debug)]
pub struct Page {
    /// The publisher's options.
    pub options: PageOptions,
    /// The articles' language, if the publisher's options give one.
    pub language: Option<Language>,
    /// Which elements are its articles.
    pub target: Target,
    /// Locked while articles are read and annotated.
    pub reading: Mutex<()>,
    /// How long the last gathering of the articles' text took, in milliseconds.
    pub gather_time: Cell<f64>,
    /// How many readings in a row have found no change.
    pub idle_reads: Cell<u32>,
    /// Whether the call is waiting for its promise to be settled.
    pub has_caller: Cell<bool>,
    articles: RefCell<Vec<PtrEq<HostArticle>>>,
    is_destroyed: Cell<bool>,
    mentions: RefCell<Option<HtmlScriptElement>>,
}

impl Page {
    /// A page without articles; [`read`](super::read()) adds them.
    ///
    /// # Errors
    /// [`Error::Language`] if there is no pack for the language in `options`.
    pub fn new(target: Target, options: PageOptions) -> Result<Page, Error> {
        Ok(Page {
            language: language(options.lang.as_deref())?,
            options,
            target,
            reading: Mutex::default(),
            gather_time: Cell::new(0.0),
            idle_reads: Cell::new(0),
            has_caller: Cell::new(true),
            articles: RefCell::default(),
            is_destroyed: Cell::new(false),
            mentions: RefCell::default(),
        })
    }

    /// The annotated articles, in document order.
    pub fn articles(&self) -> Vec<PtrEq<HostArticle>> {
        self.articles.borrow().clone()
    }

    /// Replaces the list of articles, and their `mentions` in the page's head if the options ask for them.
    pub fn replace(&self, articles: Vec<PtrEq<HostArticle>>) {
        if self.options.mentions {
            let script = mentions::add_script(&articles);
            if let Some(old) = self.mentions.replace(script) {
                old.remove();
            }
        }
        self.articles.replace(articles);
    }

    /// Removes everything that was added for this call, except what `is_shared` with another one, and cancels annotation
    /// that is under way.
    pub fn destroy(&self, painter: &Painter, is_shared: impl Fn(&PtrEq<HostArticle>) -> bool) {
        self.is_destroyed.set(true);
        for article in self.articles.take().iter().filter(|article| !is_shared(article)) {
            article.unpaint(painter);
        }
        if let Some(script) = self.mentions.take() {
            script.remove();
        }
    }

    /// Whether there is no article, and nobody waits for one any more.
    pub fn is_given_up(&self) -> bool {
        let signal = self.options.signal.dyn_ref::<AbortSignal>();
        self.articles.borrow().is_empty() && signal.is_some_and(AbortSignal::aborted)
    }

    /// Whether [`Page::destroy`] was called.
    pub fn is_destroyed(&self) -> bool {
        self.is_destroyed.get()
    }
}
