//! What all annotated articles of a page of others share: one for all calls of `annotatePage`.

use super::article::HostArticle;
use super::css::{adopt, sheet, unadopt};
use super::page::Page;
use super::paint::{Paint, Painter};
use super::shell::Shell;
use super::ui::{Mark, Placement, Ui};
use super::{colours, layout};
use crate::i18n::Locale;
use crate::js_api::events;
use crate::ptr_eq::PtrEq;
use crate::state::{Context, Focus, Slice, Theme};
use gloo::utils::document;
use std::cell::{Cell, OnceCell, RefCell};
use wasm_bindgen::JsCast;
use web_sys::{CssStyleSheet, Element, HtmlElement, MutationObserver};
use yew::{NodeRef, UseStateSetter};

/// What all annotated articles of the page share.
#[derive(Debug)]
pub struct Host {
    /// The highlights.
    pub painter: Painter,
    /// The element of the gloss.
    pub gloss: NodeRef,
    /// The element around everything that is shown.
    pub stage: NodeRef,
    /// The button that opens the list.
    pub button: NodeRef,
    pages: RefCell<Vec<PtrEq<Page>>>,
    ui: RefCell<Ui>,
    /// Shows what [`Host::ui`] says, once the panel is there.
    show: RefCell<Option<UseStateSetter<u32>>>,
    shell: OnceCell<Shell>,
    /// What hears of changes to the articles.
    observer: OnceCell<MutationObserver>,
    /// The rules of the highlights, and whether they are for a dark ground. Browsers keep every sheet that was adopted, so
    /// sheets too are made once and used again.
    rules: RefCell<Option<(bool, CssStyleSheet)>>,
    /// What had the focus before something was opened.
    focus: RefCell<Option<HtmlElement>>,
    turn: Cell<u32>,
}

thread_local! {
    static HOST: PtrEq<Host> = PtrEq::new(Host {
        painter: Painter::default(),
        gloss: NodeRef::default(),
        stage: NodeRef::default(),
        button: NodeRef::default(),
        pages: RefCell::default(),
        ui: RefCell::new(Ui::new()),
        show: RefCell::default(),
        shell: OnceCell::new(),
        observer: OnceCell::new(),
        rules: RefCell::default(),
        focus: RefCell::default(),
        turn: Cell::new(0),
    });
}

impl Host {
    /// The one that there is.
    pub fn current() -> PtrEq<Host> {
        HOST.with(PtrEq::clone)
    }

    /// Shows what it has in `shell` from now on, and lets `observer` hear of nothing that the program itself changes.
    pub fn attach(&self, shell: Shell, observer: MutationObserver) {
        // Both are made once.
        let _ = (self.shell.set(shell), self.observer.set(observer));
    }

    /// The element that everything is shown in, once it was made.
    pub fn shell(&self) -> Option<&Shell> {
        self.shell.get()
    }

    /// Has `page` among those that are annotated.
    pub fn add_page(&self, page: &PtrEq<Page>) {
        self.pages.borrow_mut().push(page.clone());
    }

    /// Ends `page`. Whether it was the last one.
    pub fn remove_page(&self, page: &PtrEq<Page>) -> bool {
        self.pages.borrow_mut().retain(|other| other != page);
        page.end(&self.painter);
        self.articles_changed();
        self.pages.borrow().is_empty()
    }

    /// The pages that are annotated.
    pub fn pages(&self) -> Vec<PtrEq<Page>> {
        self.pages.borrow().clone()
    }

    /// All annotated articles, with the page that each is of.
    pub fn articles(&self) -> Vec<(PtrEq<Page>, PtrEq<HostArticle>)> {
        let pages = self.pages();
        pages
            .iter()
            .flat_map(|page| page.articles().into_iter().map(|article| (page.clone(), article)))
            .collect()
    }

    /// The page of `article`.
    pub fn page_of(&self, article: &PtrEq<HostArticle>) -> Option<PtrEq<Page>> {
        self.articles().into_iter().find(|(_, own)| own == article).map(|(page, _)| page)
    }

    /// Whether `element` is what the program shows.
    pub fn is_ours(&self, element: &Element) -> bool {
        self.shell().is_some_and(|shell| shell.is(element))
    }

    /// Whether `event` happened in what the program shows.
    pub fn has(&self, event: &web_sys::Event) -> bool {
        self.shell().is_some_and(|shell| shell.has(event))
    }

    /// What is shown.
    pub fn ui(&self) -> Ui {
        self.ui.borrow().clone()
    }

    /// Takes over by what the panel is shown anew.
    pub fn connect(&self, show: UseStateSetter<u32>) {
        show.set(self.turn.get());
        self.show.replace(Some(show));
    }

    /// Changes what is shown.
    pub fn change(&self, change: impl FnOnce(&mut Ui)) {
        change(&mut self.ui.borrow_mut());
        self.turn.set(self.turn.get().wrapping_add(1));
        if let Some(show) = &*self.show.borrow() {
            show.set(self.turn.get());
        }
    }

    /// Shows the button for the first article, before its highlights: whatever changes the page after them makes the
    /// browser look for all their words again.
    pub async fn introduce(&self, page: &Page, article: &PtrEq<HostArticle>) {
        if self.ui().listed.is_none() {
            let locale = locale(page, article);
            self.change(|ui| {
                ui.listed = Some(article.clone());
                ui.locale = locale;
            });
            Slice::start().pause().await;
        }
    }

    /// What follows from articles that came, went or changed: their gloss and their list.
    pub fn articles_changed(&self) {
        if let Some(observer) = self.observer.get() {
            observer.take_records();
        }
        let articles = self.articles();
        self.set_colours();
        let ui = self.ui();
        let listed = articles.first().map(|(_, article)| article.clone());
        let locale = articles.first().map(|(page, article)| locale(page, article));
        self.change(|ui| {
            ui.listed = listed;
            ui.locale = locale.unwrap_or(ui.locale);
            ui.preview = None;
        });
        if let Some((mark, _)) = ui.open {
            // The article may be another one now with the same words in it.
            let stays = articles.iter().find(|(_, article)| *article == mark.article);
            let moved = || {
                articles.iter().find_map(|(_, article)| {
                    let index = article.same_as(&mark.article, mark.index)?;
                    Some(Mark { article: article.clone(), index })
                })
            };
            match stays.map(|_| mark.clone()).or_else(moved) {
                Some(mark) => {
                    self.change(|ui| ui.open = Some((mark.clone(), Focus::Stay)));
                    self.paint_open(&mark);
                }
                None => self.dismiss(),
            }
        }
    }

    /// Opens the gloss of `mark`, or lets the open one explain it.
    pub fn select(&self, mark: Mark, focus: Focus) {
        let Some(page) = self.page_of(&mark.article) else { return };
        let locale = locale(&page, &mark.article);
        let placement = layout::placement(&mark, page.options.card);
        self.keep_focus();
        self.change(|ui| {
            (ui.locale, ui.placement) = (locale, placement);
            (ui.preview, ui.is_listing) = (None, false);
            ui.open = Some((mark.clone(), focus));
        });
        self.paint_open(&mark);
        let article = &mark.article;
        events::select(&article.element(), &article.document, &article.annotated, mark.index, locale);
    }

    /// Closes the gloss and gives the focus back.
    pub fn dismiss(&self) {
        let Some((mark, _)) = self.ui().open else { return };
        self.change(|ui| ui.open = None);
        for paint in [Paint::Passage, Paint::Subject, Paint::Here] {
            self.painter.clear(paint);
        }
        self.give_focus_back();
        let target = mark.article.annotated.highlights[mark.index].target;
        events::dismiss(&mark.article.element(), target);
    }

    /// Opens or closes the list of highlights.
    pub fn list(&self, is_listing: bool) {
        if is_listing {
            self.keep_focus();
            let listed = layout::nearest(self.articles().into_iter().map(|(_, article)| article));
            self.change(|ui| {
                ui.listed = listed.or(ui.listed.take());
                ui.is_listing = true;
                ui.preview = None;
            });
        } else if self.ui().is_listing {
            self.change(|ui| ui.is_listing = false);
            self.give_focus_back();
        }
    }

    /// Tints what the gloss of `mark` is about, and nothing else.
    fn paint_open(&self, mark: &Mark) {
        for paint in [Paint::Passage, Paint::Subject, Paint::Here] {
            self.painter.clear(paint);
        }
        if !Painter::is_supported() {
            return;
        }
        let highlight = mark.article.annotated.highlights[mark.index];
        let subject = Context::of(&mark.article.document.text, &mark.article.annotated, highlight.target);
        let add = |paint, span| self.painter.add(paint, mark.article.still(span).iter());
        add(Paint::Passage, mark.article.sentence(mark.index));
        subject.passages.iter().for_each(|&span| add(Paint::Subject, span));
        add(Paint::Here, highlight.span);
    }

    /// Tints the words that the link at `index` of `article` supports.
    pub fn paint_link(&self, article: &HostArticle, index: usize) {
        let link = &article.annotated.annotations.links[index];
        self.painter.clear(Paint::Here);
        if Painter::is_supported() {
            self.painter.add(Paint::Here, article.still(link.anchor.unwrap_or(link.span)).iter());
        }
    }

    /// Remembers what has the focus, if it is something of the page.
    fn keep_focus(&self) {
        if self.shell().is_some_and(|shell| shell.has_focus()) {
            return;
        }
        let active = document().active_element().and_then(|element| element.dyn_into().ok());
        self.focus.replace(active);
    }

    /// Gives the focus to what had it, if it would be lost.
    fn give_focus_back(&self) {
        if !self.shell().is_some_and(|shell| shell.has_focus()) {
            return;
        }
        let before =
            self.focus.take().filter(|element| element.is_connected() && element.tag_name() != "BODY");
        let target = before.or_else(|| self.button.cast());
        if let Some(element) = target {
            let options = web_sys::FocusOptions::new();
            options.set_prevent_scroll(true);
            // An element can be focused or it cannot; nothing follows from a refusal.
            let _ = element.focus_with_options(&options);
        }
    }

    /// Sets the colours for the ground that the articles stand on.
    pub fn set_colours(&self) {
        if let Some((page, article)) = self.articles().into_iter().next() {
            self.colour(page.options.theme, &article.element());
        }
    }

    /// Sets the colours for the ground of the first article, before it is annotated: styles that come together with the
    /// highlights would put off their first frame by as long as the page takes to be styled anew.
    pub fn expect(&self, theme: Theme, article: &Element) {
        if self.articles().is_empty() {
            self.colour(theme, article);
        }
    }

    fn colour(&self, theme: Theme, article: &Element) {
        let is_dark = colours::is_dark(theme, article);
        let mut rules = self.rules.borrow_mut();
        if let Some((was_dark, sheet)) = &mut *rules {
            if *was_dark != is_dark {
                *was_dark = is_dark;
                // The rules are ours, and without imports.
                let _ = sheet.replace_sync(&colours::rules(is_dark));
            }
        } else if let Ok(sheet) = sheet(&colours::rules(is_dark)) {
            *rules = Some((is_dark, sheet));
        }
        if let Some((_, sheet)) = &*rules {
            adopt(sheet);
        }
        if let Some(shell) = self.shell() {
            shell.set_theme(if is_dark { Theme::Dark } else { Theme::Light });
        }
    }

    /// Shows and colours nothing any more.
    pub fn clear(&self) {
        self.change(|ui| *ui = Ui::new());
        self.focus.take();
        if let Some((_, sheet)) = &*self.rules.borrow() {
            unadopt(sheet);
        }
    }

    /// Puts what is shown where it belongs on the screen now.
    pub fn lay_out(&self) {
        let ui = self.ui();
        if let Some(stage) = self.stage.cast::<HtmlElement>() {
            layout::place(&ui, &stage, self.gloss.cast::<HtmlElement>().as_ref());
        }
    }

    /// Brings the words of `mark` into sight, clear of its gloss.
    pub fn reveal(&self, mark: &Mark) {
        let span = match self.ui().placement {
            Placement::Margin => mark.article.annotated.highlights[mark.index].span,
            _ => mark.article.sentence(mark.index),
        };
        layout::reveal(&mark.article, span, self.ui().placement);
    }
}

/// The language of the interface for an article.
fn locale(page: &Page, article: &HostArticle) -> Locale {
    let own = || Locale::from_tag(article.document.language.tag());
    page.options.interface_language.or_else(own).unwrap_or_else(Locale::of_browser)
}
