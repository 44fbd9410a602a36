//! One call of `annotatePage`: its articles, kept as the page has them.

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

/// The articles of a target, with what the publisher chose for them.
#[derive(Debug)]
pub struct Page {
    /// The publisher's options.
    pub options: PageOptions,
    /// The articles' language, if the publisher's options give one.
    pub language: Option<Language>,
    /// Where its articles are.
    pub target: Target,
    /// Held while articles are being read and annotated.
    pub reading: Mutex<()>,
    /// Milliseconds that one reading of the articles takes.
    pub cost: Cell<f64>,
    articles: RefCell<Vec<PtrEq<HostArticle>>>,
    is_gone: Cell<bool>,
    mentions: RefCell<Option<HtmlScriptElement>>,
}

impl Page {
    /// A page that is not read yet.
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
            is_gone: Cell::new(false),
            mentions: RefCell::default(),
        })
    }

    /// The articles that are annotated, in the page's order.
    pub fn articles(&self) -> Vec<PtrEq<HostArticle>> {
        self.articles.borrow().clone()
    }

    /// Goes on with the articles that the page has now, and tells them to programs if the publisher wants it.
    pub fn replace(&self, articles: Vec<PtrEq<HostArticle>>) {
        if self.options.mentions {
            let told = mentions::script(&articles);
            if let Some(old) = self.mentions.replace(told) {
                old.remove();
            }
        }
        self.articles.replace(articles);
    }

    /// Ends it: nothing of it is left on the page, and work under way is given up.
    pub fn end(&self, painter: &Painter) {
        self.is_gone.set(true);
        for article in self.articles.take() {
            article.unpaint(painter);
        }
        if let Some(script) = self.mentions.take() {
            script.remove();
        }
    }

    /// Whether it was ended.
    pub fn is_gone(&self) -> bool {
        self.is_gone.get()
    }
}
