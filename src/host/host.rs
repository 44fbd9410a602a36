//! The state that all annotated articles of a host page share, across calls of `annotatePage`.

use super::article::HostArticle;
use super::css::{adopt, sheet, unadopt};
use super::page::Page;
use super::paint::{Paint, Painter};
use super::panel_element::PanelElement;
use super::panel_state::{HighlightRef, PanelState, Placement};
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

/// The state that all annotated articles of the host page share.
#[derive(Debug)]
pub struct Host {
    /// The highlights.
    pub painter: Painter,
    /// The element of the gloss.
    pub gloss: NodeRef,
    /// The root element of the panel.
    pub panel_root: NodeRef,
    /// The button that opens the list.
    pub button: NodeRef,
    pages: RefCell<Vec<PtrEq<Page>>>,
    state: RefCell<PanelState>,
    /// Renders the panel again; none before it is mounted.
    show: RefCell<Option<UseStateSetter<u32>>>,
    panel_element: OnceCell<PanelElement>,
    /// The observer of changes to the articles.
    observer: OnceCell<MutationObserver>,
    /// The style sheet of the highlights, and whether it is for a dark background. It is reused, because browsers keep every
    /// adopted sheet in memory.
    rules: RefCell<Option<(bool, CssStyleSheet)>>,
    /// The element that had the focus before the gloss or the list was opened.
    focus: RefCell<Option<HtmlElement>>,
    turn: Cell<u32>,
}

thread_local! {
    static HOST: PtrEq<Host> = PtrEq::new(Host {
        painter: Painter::default(),
        gloss: NodeRef::default(),
        panel_root: NodeRef::default(),
        button: NodeRef::default(),
        pages: RefCell::default(),
        state: RefCell::new(PanelState::new()),
        show: RefCell::default(),
        panel_element: OnceCell::new(),
        observer: OnceCell::new(),
        rules: RefCell::default(),
        focus: RefCell::default(),
        turn: Cell::new(0),
    });
}

impl Host {
    /// The only instance.
    pub fn current() -> PtrEq<Host> {
        HOST.with(PtrEq::clone)
    }

    /// Sets the element of the panel, and the observer whose records of the program's own changes are discarded.
    pub fn attach(&self, panel_element: PanelElement, observer: MutationObserver) {
        // Both are set only once.
        let _ = (self.panel_element.set(panel_element), self.observer.set(observer));
    }

    /// The element of the panel, once it was created.
    pub fn panel_element(&self) -> Option<&PanelElement> {
        self.panel_element.get()
    }

    /// Adds a page.
    pub fn add_page(&self, page: &PtrEq<Page>) {
        self.pages.borrow_mut().push(page.clone());
    }

    /// Removes a page and its annotations. Returns whether it was the last one.
    pub fn remove_page(&self, page: &PtrEq<Page>) -> bool {
        self.pages.borrow_mut().retain(|other| other != page);
        page.end(&self.painter);
        self.articles_changed();
        self.pages.borrow().is_empty()
    }

    /// The annotated pages, one per call of `annotatePage`.
    pub fn pages(&self) -> Vec<PtrEq<Page>> {
        self.pages.borrow().clone()
    }

    /// All annotated articles with their pages.
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

    /// Whether `element` is the element of the panel.
    pub fn is_panel(&self, element: &Element) -> bool {
        self.panel_element().is_some_and(|panel_element| panel_element.is(element))
    }

    /// Whether `event` happened in the panel.
    pub fn contains_event(&self, event: &web_sys::Event) -> bool {
        self.panel_element().is_some_and(|panel_element| panel_element.contains_event(event))
    }

    /// The state of the panel.
    pub fn state(&self) -> PanelState {
        self.state.borrow().clone()
    }

    /// Sets the function that renders the panel again.
    pub fn connect(&self, show: UseStateSetter<u32>) {
        show.set(self.turn.get());
        self.show.replace(Some(show));
    }

    /// Changes the state of the panel and renders it.
    pub fn change(&self, change: impl FnOnce(&mut PanelState)) {
        change(&mut self.state.borrow_mut());
        self.turn.set(self.turn.get().wrapping_add(1));
        if let Some(show) = &*self.show.borrow() {
            show.set(self.turn.get());
        }
    }

    /// Shows the button for the first article before its highlights are painted: a change of the page after that would make
    /// the browser locate all highlights again.
    pub async fn show_button(&self, page: &Page, article: &PtrEq<HostArticle>) {
        if self.state().listed.is_none() {
            let locale = locale(page, article);
            self.change(|state| {
                state.listed = Some(article.clone());
                state.locale = locale;
            });
            Slice::start().pause().await;
        }
    }

    /// Updates the panel after articles were added, removed or changed.
    pub fn articles_changed(&self) {
        if let Some(observer) = self.observer.get() {
            observer.take_records();
        }
        let articles = self.articles();
        self.set_colours();
        let state = self.state();
        let listed = articles.first().map(|(_, article)| article.clone());
        let locale = articles.first().map(|(page, article)| locale(page, article));
        self.change(|state| {
            state.listed = listed;
            state.locale = locale.unwrap_or(state.locale);
            state.preview = None;
        });
        if let Some((highlight, _)) = state.open {
            // The article may have been replaced by one with the same words.
            let stays = articles.iter().find(|(_, article)| *article == highlight.article);
            let moved = || {
                articles.iter().find_map(|(_, article)| {
                    let index = article.matching_highlight(&highlight.article, highlight.index)?;
                    Some(HighlightRef { article: article.clone(), index })
                })
            };
            match stays.map(|_| highlight.clone()).or_else(moved) {
                Some(highlight) => {
                    self.change(|state| state.open = Some((highlight.clone(), Focus::Stay)));
                    self.paint_open(&highlight);
                }
                None => self.dismiss(),
            }
        }
    }

    /// Opens the gloss of `highlight`, or replaces the open one.
    pub fn select(&self, highlight: HighlightRef, focus: Focus) {
        let Some(page) = self.page_of(&highlight.article) else { return };
        let locale = locale(&page, &highlight.article);
        let placement = layout::placement(&highlight, page.options.card);
        self.remember_focus();
        self.change(|state| {
            (state.locale, state.placement) = (locale, placement);
            (state.preview, state.is_listing) = (None, false);
            state.open = Some((highlight.clone(), focus));
        });
        self.paint_open(&highlight);
        let article = &highlight.article;
        events::select(&article.element(), &article.document, &article.annotated, highlight.index, locale);
    }

    /// Closes the gloss and restores the focus.
    pub fn dismiss(&self) {
        let Some((highlight, _)) = self.state().open else { return };
        self.change(|state| state.open = None);
        for paint in [Paint::Passage, Paint::Subject, Paint::Here] {
            self.painter.clear(paint);
        }
        self.restore_focus();
        let target = highlight.get().target;
        events::dismiss(&highlight.article.element(), target);
    }

    /// Opens or closes the list of highlights.
    pub fn set_list_open(&self, is_listing: bool) {
        if is_listing {
            self.remember_focus();
            let listed = layout::nearest(self.articles().into_iter().map(|(_, article)| article));
            self.change(|state| {
                state.listed = listed.or(state.listed.take());
                state.is_listing = true;
                state.preview = None;
            });
        } else if self.state().is_listing {
            self.change(|state| state.is_listing = false);
            self.restore_focus();
        }
    }

    /// Tints the sentence, the subject and the highlight of the open gloss, and nothing else.
    fn paint_open(&self, open: &HighlightRef) {
        for paint in [Paint::Passage, Paint::Subject, Paint::Here] {
            self.painter.clear(paint);
        }
        if !Painter::is_supported() {
            return;
        }
        let highlight = open.get();
        let subject = Context::of(&open.article.document.text, &open.article.annotated, highlight.target);
        let add = |paint, span| self.painter.add(paint, open.article.static_range(span).iter());
        add(Paint::Passage, open.article.sentence(open.index));
        subject.passages.iter().for_each(|&span| add(Paint::Subject, span));
        add(Paint::Here, highlight.span);
    }

    /// Tints the words that the link at `index` of `article` supports.
    pub fn paint_link(&self, article: &HostArticle, index: usize) {
        let link = &article.annotated.annotations.links[index];
        self.painter.clear(Paint::Here);
        if Painter::is_supported() {
            self.painter.add(Paint::Here, article.static_range(link.anchor.unwrap_or(link.span)).iter());
        }
    }

    /// Remembers the focused element of the host page.
    fn remember_focus(&self) {
        if self.panel_element().is_some_and(|panel_element| panel_element.has_focus()) {
            return;
        }
        let active = document().active_element().and_then(|element| element.dyn_into().ok());
        self.focus.replace(active);
    }

    /// Restores the focus, if it is in the panel.
    fn restore_focus(&self) {
        if !self.panel_element().is_some_and(|panel_element| panel_element.has_focus()) {
            return;
        }
        let before =
            self.focus.take().filter(|element| element.is_connected() && element.tag_name() != "BODY");
        let target = before.or_else(|| self.button.cast());
        if let Some(element) = target {
            let options = web_sys::FocusOptions::new();
            options.set_prevent_scroll(true);
            // Whether the element takes the focus makes no difference here.
            let _ = element.focus_with_options(&options);
        }
    }

    /// Sets the colours for the background of the first article.
    pub fn set_colours(&self) {
        if let Some((page, article)) = self.articles().into_iter().next() {
            self.colour(page.options.theme, &article.element());
        }
    }

    /// Sets the colours for the background of the first article before it is annotated: style changes together with the
    /// highlights would delay their first frame by a style recalculation of the page.
    pub fn prepare_colours(&self, theme: Theme, article: &Element) {
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
                // Fails only for `@import`, which the rules do not contain.
                let _ = sheet.replace_sync(&colours::rules(is_dark));
            }
        } else if let Ok(sheet) = sheet(&colours::rules(is_dark)) {
            *rules = Some((is_dark, sheet));
        }
        if let Some((_, sheet)) = &*rules {
            adopt(sheet);
        }
        if let Some(panel_element) = self.panel_element() {
            panel_element.set_theme(if is_dark { Theme::Dark } else { Theme::Light });
        }
    }

    /// Empties the panel and removes the style sheet.
    pub fn clear(&self) {
        self.change(|state| *state = PanelState::new());
        self.focus.take();
        if let Some((_, sheet)) = &*self.rules.borrow() {
            unadopt(sheet);
        }
    }

    /// Updates the layout of the panel.
    pub fn update_layout(&self) {
        let state = self.state();
        if let Some(panel_root) = self.panel_root.cast::<HtmlElement>() {
            layout::place(&state, &panel_root, self.gloss.cast::<HtmlElement>().as_ref());
        }
    }

    /// Scrolls `highlight` into view, clear of its gloss.
    pub fn reveal(&self, highlight: &HighlightRef) {
        let span = match self.state().placement {
            Placement::Margin => highlight.get().span,
            _ => highlight.article.sentence(highlight.index),
        };
        layout::reveal(&highlight.article, span, self.state().placement);
    }
}

/// The language of the interface for an article: the publisher's choice, else the article's, else the browser's.
fn locale(page: &Page, article: &HostArticle) -> Locale {
    let own = || Locale::from_tag(article.document.language.tag());
    page.options.interface_language.or_else(own).unwrap_or_else(Locale::of_browser)
}
