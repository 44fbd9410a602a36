//! One call of `annotatePage`: its articles, kept as the page has them.

use super::article::{HostArticle, document};
use super::gather::gather;
use super::host::Host;
use super::options::PageOptions;
use super::target::{self, Target};
use super::timer::sleep;
use super::{events, mentions};
use crate::load::fetch_pack;
use crate::options::language;
use crate::state::{Slice, annotate};
use manicule_core::{Language, Progress};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use web_sys::{Element, HtmlScriptElement};

/// The articles of a target, with what the publisher chose for them.
#[derive(Debug)]
pub struct Page {
    /// What the publisher chose.
    pub options: PageOptions,
    target: Target,
    articles: RefCell<Vec<Rc<HostArticle>>>,
    /// Whether articles are being read or annotated.
    is_busy: Cell<bool>,
    is_gone: Cell<bool>,
    /// Milliseconds that gathering took last time.
    cost: Cell<f64>,
    mentions: RefCell<Option<HtmlScriptElement>>,
}

/// Why a page is not annotated.
#[derive(Clone, Debug, PartialEq)]
pub enum Failure {
    /// It was not wanted any more.
    Cancelled,
    /// There is no article on the page.
    NoArticle,
    /// The caller's options are not what they may be; what is wrong with them.
    Options(String),
    /// There is no language pack for the articles; which.
    Language(String),
    /// What the program shows cannot be shown; why.
    Load(String),
}

impl Failure {
    /// What is wrong, and what to do.
    pub fn message(self) -> String {
        match self {
            Failure::Cancelled => "the page was given up before it was annotated".to_owned(),
            Failure::NoArticle => {
                "no article was found on the page: say where it is, by an element or a selector".to_owned()
            }
            Failure::Options(message) | Failure::Language(message) | Failure::Load(message) => message,
        }
    }

    /// What is wrong, for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Failure::Cancelled => "cancelled",
            Failure::NoArticle => "article",
            Failure::Options(_) => "options",
            Failure::Language(_) => "language",
            Failure::Load(_) => "load",
        }
    }
}

impl Page {
    /// A page that is still to be read.
    pub fn new(target: Target, options: PageOptions) -> Page {
        Page {
            options,
            target,
            articles: RefCell::default(),
            is_busy: Cell::new(false),
            is_gone: Cell::new(false),
            cost: Cell::new(0.0),
            mentions: RefCell::default(),
        }
    }

    /// The articles that are annotated, in the page's order.
    pub fn articles(&self) -> Vec<Rc<HostArticle>> {
        self.articles.borrow().clone()
    }

    /// Milliseconds that one reading of the articles takes.
    pub fn cost(&self) -> f64 {
        self.cost.get()
    }

    /// Whether an article of this page may have come with `element`.
    pub fn may_be_in(&self, element: &Element) -> bool {
        self.target.may_be_in(element)
    }

    /// Ends it: nothing of it is left on the page, and work under way is given up.
    pub fn end(&self, host: &Host) {
        self.is_gone.set(true);
        for article in self.articles.take() {
            article.unpaint(&host.painter);
        }
        if let Some(script) = self.mentions.take() {
            script.remove();
        }
    }

    /// Whether it was ended.
    pub fn is_gone(&self) -> bool {
        self.is_gone.get()
    }

    /// Reads the page's articles and annotates those whose text is new; those whose text is the same are painted where
    /// they are now. One reading at a time: a second one waits.
    ///
    /// # Errors
    /// [`Failure`], where there is no article, or none in a language that the engine reads.
    pub async fn read(
        &self,
        host: &Host,
        is_wanted: &dyn Fn() -> bool,
        progress: &dyn Fn(f64),
    ) -> Result<(), Failure> {
        while self.is_busy.replace(true) {
            sleep(20).await;
        }
        let done = self.pass(host, &|| is_wanted() && !self.is_gone.get(), progress).await;
        self.is_busy.set(false);
        done
    }

    async fn pass(
        &self,
        host: &Host,
        is_wanted: &dyn Fn() -> bool,
        progress: &dyn Fn(f64),
    ) -> Result<(), Failure> {
        if !is_wanted() {
            return Err(Failure::Cancelled);
        }
        let before = self.articles();
        let known: Vec<Element> = before.iter().map(|article| article.element().clone()).collect();
        let elements = self.target.find(&known);
        let is_only = elements.len() == 1;
        let started = Slice::start();
        let gathered: Vec<_> = elements.into_iter().map(|element| (gather(&element), element)).collect();
        self.cost.set(started.elapsed());

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
            host.expect(self.options.theme, element);
        }
        let total: usize = new.iter().map(|(_, gathered, _)| gathered.text.len()).sum();
        let mut done = 0;
        let mut refused = None;
        for (at, gathered, element) in new {
            let length = gathered.text.len();
            let language = match self.language(&element) {
                Ok(language) => language,
                Err(message) => {
                    refused = Some(message);
                    continue;
                }
            };
            let date = self.options.date.or_else(|| target::date(&element, is_only));
            let (document, places) = document(gathered, language, date);
            let pack = fetch_pack().await;
            let told = |own: Progress| {
                let part = own.done as f64 / own.total as f64;
                progress((done as f64 + part * length as f64) / total.max(1) as f64);
            };
            let annotated = annotate(&document, pack.as_deref(), is_wanted, &told).await;
            let annotated = annotated.ok_or(Failure::Cancelled)?;
            let document = Rc::new(document);
            let article = HostArticle::new(document, annotated, self.options.filter, element, places);
            let article = Rc::new(article);
            host.introduce(self, &article).await;
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
        self.articles.replace(now);
        self.tell_mentions();
        host.articles_changed();
        for article in new {
            events::ready(&article.element(), &article.document, &article.annotated);
        }
        match refused {
            Some(message) if is_empty => Err(Failure::Language(message)),
            _ if is_empty => Err(Failure::NoArticle),
            _ => Ok(()),
        }
    }

    /// The language of the article in `element`.
    fn language(&self, element: &Element) -> Result<Language, String> {
        match (self.options.language, target::language(element)) {
            (Some(language), _) => Ok(language),
            (None, Some(tag)) => language(&tag),
            (None, None) => Ok(Language::default()),
        }
    }

    fn tell_mentions(&self) {
        if !self.options.mentions {
            return;
        }
        let told = mentions::script(&self.articles());
        if let Some(old) = std::mem::replace(&mut *self.mentions.borrow_mut(), told) {
            old.remove();
        }
    }
}
