//! One call of `annotatePage`: its articles, kept as the page has them.

use super::article::HostArticle;
use super::mentions;
use super::options::PageOptions;
use super::paint::Painter;
use super::target::Target;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use web_sys::HtmlScriptElement;

/// The articles of a target, with what the publisher chose for them.
#[derive(Debug)]
pub struct Page {
    /// What the publisher chose.
    pub options: PageOptions,
    /// Where its articles are.
    pub target: Target,
    /// Whether articles are being read or annotated.
    pub is_busy: Cell<bool>,
    /// Milliseconds that one reading of the articles takes.
    pub cost: Cell<f64>,
    articles: RefCell<Vec<Rc<HostArticle>>>,
    is_gone: Cell<bool>,
    mentions: RefCell<Option<HtmlScriptElement>>,
}

impl Page {
    /// A page that is still to be read.
    pub fn new(target: Target, options: PageOptions) -> Page {
        Page {
            options,
            target,
            is_busy: Cell::new(false),
            cost: Cell::new(0.0),
            articles: RefCell::default(),
            is_gone: Cell::new(false),
            mentions: RefCell::default(),
        }
    }

    /// The articles that are annotated, in the page's order.
    pub fn articles(&self) -> Vec<Rc<HostArticle>> {
        self.articles.borrow().clone()
    }

    /// Goes on with the articles that the page has now, and tells them to programs if the publisher wants it.
    pub fn replace(&self, articles: Vec<Rc<HostArticle>>) {
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
