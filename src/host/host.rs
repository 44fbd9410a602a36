//! The state that all annotated articles of a host page share, whichever call of `annotatePage` they belong to.

use super::article::HostArticle;
use super::css::{adopt, new_sheet, unadopt};
use super::dom::ancestors;
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
use manicule_core::relation::Highlight;
use std::cell::{Cell, OnceCell, RefCell};
use wasm_bindgen::JsCast;
use web_sys::{CssStyleSheet, Element, HtmlElement, MutationObserver, Node, ShadowRoot};
use yew::{NodeRef, UseStateSetter};

/// The state that all annotated articles of the host page share.
#[derive(Debug, Default)]
pub struct Host {
    /// Paints the highlights.
    pub painter: Painter,
    /// The element of the card.
    pub gloss: NodeRef,
    /// The root element of the panel.
    pub panel_root: NodeRef,
    /// The button that opens the list.
    pub button: NodeRef,
    pages: RefCell<Vec<PtrEq<Page>>>,
    state: RefCell<PanelState>,
    /// Renders the panel again, once it is mounted.
    rerender: RefCell<Option<UseStateSetter<u32>>>,
    panel_element: OnceCell<PanelElement>,
    /// Observes changes to the articles.
    observer: OnceCell<MutationObserver>,
    /// Called when articles were added or removed.
    on_change: OnceCell<fn(&Host)>,
    /// Whether anything is shown on the page.
    is_shown: Cell<bool>,
    /// The style sheet of the highlights, and whether it is for a dark background. Browsers never free a style sheet
    /// that was adopted, so it is created once and its rules are replaced.
    highlight_styles: RefCell<Option<(bool, CssStyleSheet)>>,
    /// The shadow roots that have adopted that style sheet, besides the document.
    adopting_roots: RefCell<Vec<ShadowRoot>>,
    /// The element that had the focus before a card or the list was opened.
    previous_focus: RefCell<Option<HtmlElement>>,
    /// Incremented at each change of `state`.
    version: Cell<u32>,
}

thread_local! {
    static HOST: PtrEq<Host> = PtrEq::new(Host::default());
}

impl Host {
    /// The singleton.
    pub fn current() -> PtrEq<Host> {
        HOST.with(PtrEq::clone)
    }

    /// Sets the element that the panel is rendered in, the observer of the articles, which must ignore the program's own
    /// changes, and what is called when articles were added or removed.
    pub fn attach(&self, panel_element: PanelElement, observer: MutationObserver, on_change: fn(&Host)) {
        // All are set once.
        let _ = self.panel_element.set(panel_element);
        let _ = (self.observer.set(observer), self.on_change.set(on_change));
    }

    /// The element that the panel is rendered in, if it has been created.
    pub fn panel_element(&self) -> Option<&PanelElement> {
        self.panel_element.get()
    }

    /// Adds `page`.
    pub fn add_page(&self, page: &PtrEq<Page>) {
        self.pages.borrow_mut().push(page.clone());
    }

    /// Removes and destroys `page`.
    pub fn remove_page(&self, page: &PtrEq<Page>) {
        self.pages.borrow_mut().retain(|other| other != page);
        page.destroy(&self.painter, |article| self.is_shared(article, page));
        self.articles_changed();
    }

    /// One page for each active call of `annotatePage`.
    pub fn pages(&self) -> Vec<PtrEq<Page>> {
        self.pages.borrow().clone()
    }

    /// All annotated articles, each with its page.
    pub fn articles(&self) -> Vec<(PtrEq<Page>, PtrEq<HostArticle>)> {
        let pages = self.pages();
        pages
            .iter()
            .flat_map(|page| page.articles().into_iter().map(|article| (page.clone(), article)))
            .collect()
    }

    /// Whether `article` belongs to another page than `page` too.
    pub fn is_shared(&self, article: &PtrEq<HostArticle>, page: &Page) -> bool {
        self.articles().iter().any(|(other, own)| own == article && !std::ptr::eq(&**other, page))
    }

    /// Whether any article is annotated.
    pub fn has_articles(&self) -> bool {
        self.pages.borrow().iter().any(|page| !page.articles().is_empty())
    }

    /// The shadow roots that articles are in.
    pub fn shadow_roots(&self) -> Vec<ShadowRoot> {
        let root = |(_, article): (_, PtrEq<HostArticle>)| article.element().get_root_node().dyn_into().ok();
        self.articles().into_iter().filter_map(root).collect()
    }

    /// The page that `article` belongs to.
    pub fn page_of(&self, article: &PtrEq<HostArticle>) -> Option<PtrEq<Page>> {
        self.articles().into_iter().find(|(_, own)| own == article).map(|(page, _)| page)
    }

    /// Whether `node` is the element of the panel.
    pub fn owns(&self, node: &Node) -> bool {
        self.panel_element().is_some_and(|panel_element| panel_element.is(node))
    }

    /// Puts the panel where it can be seen and used: into the modal dialog that the article is in, else into the body.
    pub fn place_panel(&self) {
        self.is_shown.set(true);
        let open = self.state().open.map(|(highlight, _)| highlight.article);
        let article = open.or_else(|| self.articles().into_iter().next().map(|(_, article)| article));
        let dialog = article.and_then(|article| modal_dialog(&article.element()));
        if let (Some(panel_element), Some(parent)) =
            (self.panel_element(), dialog.or_else(|| document().body().map(Into::into)))
        {
            panel_element.show(&parent);
        }
    }

    /// Moves the panel above what the page has put in the top layer since.
    pub fn raise_panel(&self) {
        if let Some(panel_element) = self.panel_element() {
            panel_element.raise();
        }
    }

    /// Puts the panel back if the page has removed it, and removes copies that the page has made of it.
    pub fn restore_panel(&self) {
        if self.is_shown.get() {
            self.place_panel();
        }
    }

    /// Whether `event` happened inside the panel.
    pub fn contains_event(&self, event: &web_sys::Event) -> bool {
        self.panel_element().is_some_and(|panel_element| panel_element.contains_event(event))
    }

    /// A copy of the state of the panel.
    pub fn state(&self) -> PanelState {
        self.state.borrow().clone()
    }

    /// Sets the setter that makes the panel render again.
    pub fn connect(&self, rerender: UseStateSetter<u32>) {
        rerender.set(self.version.get());
        self.rerender.replace(Some(rerender));
    }

    /// Changes the state of the panel and renders it again.
    pub fn change(&self, change: impl FnOnce(&mut PanelState)) {
        change(&mut self.state.borrow_mut());
        self.version.set(self.version.get().wrapping_add(1));
        if let Some(rerender) = &*self.rerender.borrow() {
            rerender.set(self.version.get());
        }
    }

    /// Shows the button for the first article, before its highlights are painted: any change of the document after
    /// that makes the browser compute the positions of all highlights again.
    pub async fn show_button(&self, page: &Page, article: &PtrEq<HostArticle>) {
        if self.state().listed.is_none() {
            let locale = locale(page, article);
            self.change(|state| {
                state.listed = Some(article.clone());
                (state.locale, state.corner) = (locale, page.options.button);
            });
            self.place_panel();
            Slice::start().pause().await;
        }
    }

    /// Updates the panel and the colours after articles were added, removed or changed.
    pub fn articles_changed(&self) {
        if let Some(observer) = self.observer.get() {
            observer.take_records();
        }
        let articles = self.articles();
        self.set_colours();
        let state = self.state();
        let listed = articles.first().map(|(_, article)| article.clone());
        self.change(|state| {
            state.listed = listed;
            if let Some((page, article)) = articles.first() {
                (state.locale, state.corner) = (locale(page, article), page.options.button);
            }
            state.preview = None;
        });
        if let Some((highlight, _)) = state.open {
            // If the article changed, the card moves to the corresponding highlight of the new one.
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
        if let Some(on_change) = self.on_change.get() {
            on_change(self);
        }
        if let Some(observer) = self.observer.get() {
            observer.take_records();
        }
    }

    /// Opens the card of `highlight`, in place of one that is open. `focus` decides which element gets the focus.
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

    /// Closes the card and restores the focus.
    pub fn dismiss(&self) {
        let Some((highlight, _)) = self.state().open else { return };
        self.change(|state| state.open = None);
        self.clear_tints();
        self.restore_focus();
        let target = highlight.get().target;
        events::dismiss(&highlight.article.element(), target);
    }

    /// Opens or closes the list of highlights.
    pub fn set_list_open(&self, is_listing: bool) {
        if is_listing {
            self.remember_focus();
            let listed = layout::most_visible(self.articles().into_iter().map(|(_, article)| article));
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

    fn clear_tints(&self) {
        [Paint::Passage, Paint::Subject, Paint::Current]
            .into_iter()
            .for_each(|paint| self.painter.clear(paint));
    }

    /// Tints the sentence of `highlight`, its words, and the other mentions of its subject; removes all other tints.
    fn paint_open(&self, highlight: &HighlightRef) {
        self.clear_tints();
        if !Painter::is_supported() {
            return;
        }
        let HighlightRef { article, index } = highlight;
        let Highlight { span, target, .. } = highlight.get();
        let subject = Context::of(&article.document.text, &article.annotated, target);
        let add = |paint, span| self.painter.add(paint, article.static_range(span).iter());
        add(Paint::Passage, article.sentence(*index));
        subject.passages.iter().for_each(|&span| add(Paint::Subject, span));
        add(Paint::Current, span);
    }

    /// Tints the words that the link at `index` of `article` is attached to.
    pub fn paint_link(&self, article: &HostArticle, index: usize) {
        let link = &article.annotated.annotations.links[index];
        self.painter.clear(Paint::Current);
        if Painter::is_supported() {
            self.painter.add(Paint::Current, article.static_range(link.anchor.unwrap_or(link.span)).iter());
        }
    }

    /// Remembers the focused element, if it is outside the panel.
    fn remember_focus(&self) {
        if self.panel_element().is_some_and(|panel_element| panel_element.has_focus()) {
            return;
        }
        let active = document().active_element().and_then(|element| element.dyn_into().ok());
        self.previous_focus.replace(active);
    }

    /// Focuses the element that was focused before, if the focus is in the panel and would be lost; else the button.
    fn restore_focus(&self) {
        if !self.panel_element().is_some_and(|panel_element| panel_element.has_focus()) {
            return;
        }
        let is_usable = |element: &HtmlElement| element.is_connected() && element.tag_name() != "BODY";
        let target = self.previous_focus.take().filter(is_usable).or_else(|| self.button.cast());
        if let Some(element) = target {
            let options = web_sys::FocusOptions::new();
            options.set_prevent_scroll(true);
            // If the element cannot be focused, the browser focuses the body.
            let _ = element.focus_with_options(&options);
        }
    }

    /// Chooses the colours for the background of the first article.
    pub fn set_colours(&self) {
        if let Some((page, article)) = self.articles().into_iter().next() {
            self.apply_colours(page.options.theme, &article.element());
        }
    }

    /// Chooses the colours before the first article is annotated: a style sheet that is adopted together with the
    /// highlights would delay their first frame until the page's styles are computed again.
    pub fn prepare_colours(&self, theme: Theme, article: &Element) {
        if self.articles().is_empty() {
            self.is_shown.set(true);
            self.apply_colours(theme, article);
        }
    }

    fn apply_colours(&self, theme: Theme, article: &Element) {
        let is_dark = colours::is_dark(theme, article);
        let mut styles = self.highlight_styles.borrow_mut();
        if let Some((was_dark, sheet)) = &mut *styles {
            if *was_dark != is_dark {
                *was_dark = is_dark;
                // Throws only for rules with imports.
                let _ = sheet.replace_sync(&colours::rules(is_dark));
            }
        } else if let Ok(sheet) = new_sheet(&colours::rules(is_dark)) {
            *styles = Some((is_dark, sheet));
        }
        if let Some((_, sheet)) = &*styles {
            adopt(&document(), sheet);
            let mut roots = self.adopting_roots.borrow_mut();
            let own = article.get_root_node().dyn_into::<ShadowRoot>().ok();
            let new = own.filter(|root| !roots.contains(root));
            roots.extend(new);
            roots.iter().for_each(|root| adopt(root, sheet));
        }
        if let Some(panel_element) = self.panel_element() {
            panel_element.set_theme(if is_dark { Theme::Dark } else { Theme::Light });
        }
    }

    /// Removes everything that is shown from the page.
    pub fn clear(&self) {
        if !self.is_shown.replace(false) {
            return;
        }
        if let Some(panel_element) = self.panel_element() {
            panel_element.hide();
        }
        self.change(|state| *state = PanelState::default());
        self.previous_focus.take();
        if let Some((_, sheet)) = &*self.highlight_styles.borrow() {
            unadopt(&document(), sheet);
            self.adopting_roots.take().iter().for_each(|root| unadopt(root, sheet));
        }
    }

    /// Computes the positions of the card and the preview again.
    pub fn update_layout(&self) {
        let state = self.state();
        if let Some(panel_root) = self.panel_root.cast::<HtmlElement>() {
            layout::set_positions(&state, &panel_root, self.gloss.cast::<HtmlElement>().as_ref());
        }
    }

    /// Scrolls the words of `highlight` into view where its card does not cover them.
    pub fn reveal(&self, highlight: &HighlightRef) {
        let span = match self.state().placement {
            Placement::Margin => highlight.get().span,
            _ => highlight.article.sentence(highlight.index),
        };
        layout::reveal(&highlight.article, span, self.state().placement);
    }
}

/// The modal dialog that `element` is in, if any.
fn modal_dialog(element: &Element) -> Option<Element> {
    ancestors(element).find(|element| element.matches(":modal").unwrap_or(false))
}

/// The language of the interface for an article: from the options, else the article's, else the browser's.
fn locale(page: &Page, article: &HostArticle) -> Locale {
    let own = || Locale::from_tag(article.document.language.tag());
    page.options.interface_language.or_else(own).unwrap_or_else(Locale::of_browser)
}
