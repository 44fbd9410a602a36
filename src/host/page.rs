//! The articles of one call of `annotatePage`.

use super::article::HostArticle;
use super::mentions;
use super::paint::Painter;
use super::target::Target;
use crate::js_api::{Error, PageOptions, language};
use crate::ptr_eq::PtrEq;
use futures_util::lock::Mutex;
use manicule_core::Language;
use std::cell::{Cell, RefCell};
use web_sys::HtmlScriptElement;

/// The articles of a target, and the options of the publisher.
#[derive(Debug)]
pub struct Page {
    /// The publisher's options.
    pub options: PageOptions,
    /// The articles' language, if the publisher's options give one.
    pub language: Option<Language>,
    /// Where the articles are on the page.
    pub target: Target,
    /// Held while articles are being read and annotated.
    pub reading: Mutex<()>,
    /// How long the last search and gathering of the articles took, in milliseconds.
    pub cost: Cell<f64>,
    articles: RefCell<Vec<PtrEq<HostArticle>>>,
    is_destroyed: Cell<bool>,
    mentions: RefCell<Option<HtmlScriptElement>>,
}

impl Page {
    /// Creates a page whose articles are not read yet.
    ///
    /// # Errors
    /// [`Error::Language`] if there is no pack for the language in `options`.
    pub fn new(target: Target, options: PageOptions) -> Result<Page, Error> {
        Ok(Page {
            language: language(options.lang.as_deref())?,
            options,
            target,
            reading: Mutex::default(),
            cost: Cell::new(0.0),
            articles: RefCell::default(),
            is_destroyed: Cell::new(false),
            mentions: RefCell::default(),
        })
    }

    /// The annotated articles, in document order.
    pub fn articles(&self) -> Vec<PtrEq<HostArticle>> {
        self.articles.borrow().clone()
    }

    /// Replaces the articles, and updates the script with `mentions` if the publisher wants one.
    pub fn replace(&self, articles: Vec<PtrEq<HostArticle>>) {
        if self.options.mentions {
            let told = mentions::script(&articles);
            if let Some(old) = self.mentions.replace(told) {
                old.remove();
            }
        }
        self.articles.replace(articles);
    }

    /// Removes all annotations from the host page and cancels work in progress.
    pub fn end(&self, painter: &Painter) {
        self.is_destroyed.set(true);
        for article in self.articles.take() {
            article.unpaint(painter);
        }
        if let Some(script) = self.mentions.take() {
            script.remove();
        }
    }

    /// Whether the annotations were removed.
    pub fn is_destroyed(&self) -> bool {
        self.is_destroyed.get()
    }
}
