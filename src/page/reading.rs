//! The reader's actions, and their effects outside of the components: the browser's history, the page's title,
//! scrolling.

use super::article::{focus_mark, paint_passage, place, reveal};
use super::events::use_window_event;
use super::gloss::Gloss;
use crate::i18n::Locale;
use crate::load::{ArticleInput, Source};
use crate::state::{
    Action, Address, App, Context as Subject, Focus, History, Preferences, Selection, Session, Slice, keep,
    kept, slug_of, target_of,
};
use gloo::utils::document;
use manicule_core::relation::Kind;
use manicule_core::{Options, Span};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlElement, Node, ShadowRoot};
use yew::prelude::*;

/// The state of the page, and the actions of its reader.
#[derive(Clone)]
pub(super) struct Reading {
    /// The state at the last render.
    pub app: UseReducerHandle<App>,
    session: Rc<Session>,
    history: Rc<History>,
    article: NodeRef,
    gloss: NodeRef,
}

impl PartialEq for Reading {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.session, &other.session)
    }
}

/// Creates the [`Reading`] of the reading page: it also keeps the page's address, title and history up to date.
#[hook]
pub(super) fn use_reading(app: &UseReducerHandle<App>, article: NodeRef, gloss: NodeRef) -> Reading {
    let reading = use_quiet_reading(app, article, gloss);
    use_effect_with((), {
        let reading = reading.clone();
        move |()| match Address::current().source {
            Some(address) => reading.open(ArticleInput::Address(address)),
            None => reading.restore(),
        }
    });
    // If the first article cannot be read, the sample is shown instead of an empty page.
    use_effect_with((app.error, app.document.is_none()), {
        let reading = reading.clone();
        move |&(error, is_empty)| {
            if error.is_some() && is_empty {
                reading.open_sample();
            }
        }
    });
    use_effect_with(app.preferences, |preferences| {
        if let Some(root) = document().document_element() {
            // Setting an attribute with a constant name does not fail.
            let _ = root.set_attribute("lang", preferences.locale.tag());
            let _ = root.set_attribute("data-theme", preferences.theme.as_str());
        }
    });
    let shown = app.document.clone();
    let earlier = use_mut_ref(|| (None, None));
    use_effect_with(shown, {
        let (reading, earlier) = (reading.clone(), earlier.clone());
        move |shown| {
            let before = std::mem::replace(&mut earlier.borrow_mut().0, shown.clone());
            reading.article_shown(before.is_none());
        }
    });
    let target = app.target();
    use_effect_with(target, {
        let reading = reading.clone();
        move |&target| {
            let before = std::mem::replace(&mut earlier.borrow_mut().1, target);
            match reading.slug() {
                Some(slug) => reading.history.opened(&slug),
                None if before.is_some() => reading.history.closed(),
                None => {}
            }
        }
    });
    use_effect_with(app.annotated.clone(), {
        let reading = reading.clone();
        move |_| reading.follow_address()
    });
    reading
}

/// Creates a [`Reading`] that does not change the address, title and history of the page.
#[hook]
pub(super) fn use_quiet_reading(app: &UseReducerHandle<App>, article: NodeRef, gloss: NodeRef) -> Reading {
    let session = use_memo((), |()| Session::start(app.dispatcher()));
    let history = use_memo((), |()| History::default());
    let reading = Reading { app: app.clone(), session: (*session).clone(), history, article, gloss };
    use_effect_with((app.selection, app.document.clone()), {
        let reading = reading.clone();
        move |_| {
            reading.place();
            spawn_local(reading.point_at());
        }
    });
    use_window_event("resize", {
        let reading = reading.clone();
        move |_| reading.place()
    });
    reading
}

impl Reading {
    /// Creates a callback that calls `act` with the current state.
    pub fn callback<T: 'static>(&self, act: impl Fn(&Reading, T) + 'static) -> Callback<T> {
        let reading = self.clone();
        Callback::from(move |value| act(&reading, value))
    }

    /// Sets the language and publication date of articles opened from now on.
    pub fn set_options(&self, facts: Options) {
        self.session.set_options(facts);
    }

    /// Opens an article.
    pub fn open(&self, given: ArticleInput) {
        self.session.open(given);
    }

    /// Opens the sample.
    pub fn open_sample(&self) {
        self.session.open_sample();
    }

    /// Opens the kept article of the current history entry; the sample if there is none.
    fn restore(&self) {
        match self.history.restored().and_then(|id| kept(&id)) {
            Some((source, text)) => self.session.open_text(source, text),
            None => self.open_sample(),
        }
    }

    /// Applies and stores the reader's settings.
    pub fn prefer(&self, preferences: Preferences) {
        preferences.save(self.app.preferences);
        self.app.dispatch(Action::Prefer(preferences));
    }

    /// Renders the open gloss with labels of `locale`; nothing if none is open.
    pub fn gloss(&self, locale: Locale) -> Html {
        let (Some(document), Some(annotated), Some(selection)) =
            (&self.app.document, &self.app.annotated, self.app.selection)
        else {
            return Html::default();
        };
        html! {
            <Gloss
                document={document.clone()}
                annotated={annotated.clone()}
                {selection}
                {locale}
                node={self.gloss.clone()}
                onselect={self.callback(|reading, selection| reading.select(selection))}
                onsee={self.callback(Reading::see_link)}
                onclose={self.callback(|reading, ()| reading.dismiss())}
            />
        }
    }

    /// Opens the gloss of a highlight.
    pub fn open_gloss(&self, highlight: usize) {
        self.select(Selection { highlight, focus: Focus::Gloss });
    }

    /// Selects a highlight: opens its gloss or replaces the open one.
    pub fn select(&self, selection: Selection) {
        self.app.dispatch(Action::Select(selection));
    }

    /// Closes the gloss and returns the focus to its highlight.
    pub fn dismiss(&self) {
        let Some(selection) = self.app.selection else { return };
        self.app.dispatch(Action::Dismiss);
        let article = self.article.clone();
        spawn_local(async move {
            // Until then the focus may be in the gloss.
            Slice::start().pause().await;
            if let Some(article) = article.cast::<Element>()
                && has_no_focus(&article.get_root_node())
            {
                focus_mark(&article, selection.highlight);
            }
        });
    }

    /// Closes the error notice.
    pub fn dismiss_error(&self) {
        self.app.dispatch(Action::DismissError);
    }

    /// Closes the topmost open item. Returns whether there was one.
    pub fn escape(&self) -> bool {
        let settings = document().query_selector("details.settings[open]").ok().flatten();
        if let Some(settings) = settings {
            let _ = settings.remove_attribute("open");
            if let Ok(Some(summary)) = settings.query_selector("summary")
                && let Ok(summary) = summary.dyn_into::<HtmlElement>()
            {
                let _ = summary.focus();
            }
        } else if self.app.error.is_some() {
            self.dismiss_error();
        } else if self.app.selection.is_some() {
            self.dismiss();
        } else {
            return false;
        }
        true
    }

    /// Closes the gloss after a click outside, unless text is being selected.
    pub fn click_outside(&self) {
        let selection = gloo::utils::window().get_selection().ok().flatten();
        if selection.is_none_or(|selection| selection.is_collapsed()) {
            self.dismiss();
        }
    }

    /// Goes to the next or previous passage of the open gloss.
    pub fn step(&self, by: isize) {
        let (Some(document), Some(annotated), Some(selection)) =
            (&self.app.document, &self.app.annotated, self.app.selection)
        else {
            return;
        };
        let highlight = annotated.highlights[selection.highlight];
        let subject = Subject::of(&document.text, annotated, highlight.target);
        let next = subject.passage_at(highlight.span.start).and_then(|at| at.checked_add_signed(by));
        if let Some(highlight) = next.and_then(|next| subject.highlight_of(annotated, next)) {
            self.select(Selection { highlight, focus: Focus::Stay });
        }
    }

    /// Shows or hides the kind at `position` of the legend.
    pub fn toggle(&self, position: usize) {
        let Some(annotated) = &self.app.annotated else { return };
        let mut kinds = Kind::ALL.into_iter().filter(|&kind| annotated.count(kind) > 0);
        if let Some(kind) = kinds.nth(position) {
            let filter = self.app.preferences.filter.toggled(kind);
            self.prefer(Preferences { filter, ..self.app.preferences });
        }
    }

    /// Goes to the words in the text that the link at `index` supports, or to the link.
    pub fn see_link(&self, index: usize) {
        let (Some(document), Some(annotated)) = (&self.app.document, &self.app.annotated) else { return };
        let link = &annotated.annotations.links[index];
        let span = link.anchor.unwrap_or(link.span);
        let first = annotated.highlights.partition_point(|highlight| highlight.span.end <= span.start);
        let highlight = first.min(annotated.highlights.len().saturating_sub(1));
        let (article, document) = (self.article.clone(), document.clone());
        self.app.dispatch(Action::Dismiss);
        spawn_local(async move {
            Slice::start().pause().await;
            let Some(article) = article.cast::<Element>() else { return };
            paint_passage(&article, &document, Some(span));
            focus_mark(&article, highlight);
            reveal(article, document, span, None).await;
        });
    }

    /// Shows the article and gloss of the current address after the reader went back or forward.
    pub fn popped(&self) {
        let Some(address) = self.history.popped(self.slug().as_deref()) else { return };
        let source = self.app.document.as_ref().map(|document| &document.source);
        match (&address.source, source) {
            (Some(wanted), Some(Source::Address(shown))) if wanted == shown => {}
            (Some(wanted), _) => return self.open(ArticleInput::Address(wanted.clone())),
            (None, Some(Source::Address(_))) => return self.restore(),
            (None, _) => match self.history.other().and_then(|id| kept(&id)) {
                Some((source, text)) => return self.session.open_text(source, text),
                None => self.history.stayed(),
            },
        }
        match self.selection_at(address.slug.as_deref()) {
            Some(selection) => self.select(selection),
            None => self.dismiss(),
        }
    }

    /// Opens the gloss in the address once the article is annotated.
    fn follow_address(&self) {
        let slug = Address::current().slug;
        if let (None, Some(selection)) = (self.app.selection, self.selection_at(slug.as_deref())) {
            self.select(selection);
        }
    }

    fn selection_at(&self, slug: Option<&str>) -> Option<Selection> {
        let (document, annotated) = (self.app.document.as_ref()?, self.app.annotated.as_ref()?);
        let target = target_of(&document.text, &annotated.annotations, slug?)?;
        let highlight = annotated.first_of(target, self.app.preferences.filter)?;
        Some(Selection { highlight, focus: Focus::Gloss })
    }

    /// The slug of the open gloss.
    fn slug(&self) -> Option<String> {
        let (document, annotated) = (self.app.document.as_ref()?, self.app.annotated.as_ref()?);
        slug_of(&document.text, &annotated.annotations, self.app.target()?)
    }

    /// Updates the page's title and address for the article that is shown.
    fn article_shown(&self, is_first: bool) {
        let Some(shown) = &self.app.document else { return };
        let messages = self.app.preferences.locale.messages();
        let (name, address) = match &shown.source {
            Source::Sample => (messages.sample, None),
            Source::Paste => (messages.pasted, None),
            Source::File(name) => (name.as_str(), None),
            Source::Address(address) => (address.as_str(), Some(address.as_str())),
        };
        document().set_title(&format!("{} – Manicule", shown.title().unwrap_or(name)));
        if !is_first {
            self.history.shown(address, keep(&shown.source, &shown.text));
            gloo::utils::window().scroll_to_with_x_and_y(0.0, 0.0);
        }
    }

    /// The spans of the selected highlight and of its sentence.
    fn passage(&self) -> Option<(Span, Span)> {
        let annotated = self.app.annotated.as_ref()?;
        let words = annotated.highlights.get(self.app.selection?.highlight)?.span;
        Some((words, annotated.annotations.sentence_at(words.start).unwrap_or(words)))
    }

    /// Positions the gloss next to the selected highlight.
    fn place(&self) {
        if let (Some(article), Some(document), Some((words, sentence))) =
            (self.article.cast::<Element>(), &self.app.document, self.passage())
        {
            place(&article, document, words, sentence);
        }
    }

    /// Scrolls to the selected highlight and tints its sentence.
    async fn point_at(self) {
        let Some(document) = &self.app.document else { return };
        // The gloss has to be rendered before it can be measured.
        Slice::start().pause().await;
        let Some(article) = self.article.cast::<Element>() else { return };
        let passage = self.passage();
        paint_passage(&article, document, passage.map(|(_, sentence)| sentence));
        let (Some(selection), Some((words, sentence))) = (self.app.selection, passage) else { return };
        let limit = self.sheet_top(&article);
        // With the gloss in the margin the highlight must be visible; with a sheet the whole sentence.
        let span = if limit.is_some() { sentence } else { words };
        reveal(article.clone(), document.clone(), span, limit).await;
        // Layout during scrolling may have moved the highlight.
        self.place();
        if selection.focus == Focus::Highlight {
            focus_mark(&article, selection.highlight);
        }
    }

    /// The top of the gloss in CSS pixels from the top of the viewport, if it covers the article; none in the margin.
    fn sheet_top(&self, article: &Element) -> Option<f64> {
        let gloss = self.gloss.cast::<HtmlElement>()?;
        let (card, text) = (gloss.get_bounding_client_rect(), article.get_bounding_client_rect());
        let height = gloo::utils::window().inner_height().ok()?.as_f64()?;
        // The sheet may still be sliding in, which changes its position but not its height.
        (card.left() < text.right()).then(|| height - f64::from(gloss.offset_height()))
    }
}

/// Whether no element of `root`, a document or a shadow root, has the keyboard focus.
fn has_no_focus(root: &Node) -> bool {
    let active = match root.dyn_ref::<ShadowRoot>() {
        Some(root) => root.active_element(),
        None => document().active_element(),
    };
    active.is_none_or(|element| element.tag_name() == "BODY")
}

impl App {
    /// The target of the selected highlight.
    fn target(&self) -> Option<manicule_core::relation::Target> {
        let highlight = self.annotated.as_ref()?.highlights.get(self.selection?.highlight)?;
        Some(highlight.target)
    }
}
