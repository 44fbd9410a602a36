//! The state of the reading page, and the actions that change it.

use super::{Annotated, Document, Preferences};
use crate::load::{LoadError, Received};
use crate::ptr_eq::PtrEq;
use manicule_core::Progress;
use std::rc::Rc;
use yew::Reducible;

/// The state of the reading page.
#[derive(Clone, Debug)]
pub struct App {
    /// The reader's settings.
    pub preferences: Preferences,
    /// The article on the page.
    pub document: Option<PtrEq<Document>>,
    /// Its annotations, once they are complete.
    pub annotated: Option<PtrEq<Annotated>>,
    /// Whether the language pack is loaded.
    pub pack: PackState,
    /// The work in progress, if any.
    pub loading: Option<Loading>,
    /// The error of the last article that could not be opened, until the reader closes the notice.
    pub error: Option<LoadError>,
    /// The selected highlight; its gloss is open.
    pub selection: Option<Selection>,
}

/// State of the language pack. Without the pack, names are not annotated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PackState {
    /// The pack is being fetched.
    Loading,
    /// The pack is loaded.
    Ready,
    /// The pack could not be fetched, or is damaged.
    Missing,
}

/// Work in progress.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loading {
    /// An article is being read.
    Reading(Received),
    /// The article on the page is being annotated.
    Annotating(Progress),
}

/// The selected highlight and where the keyboard focus goes; the gloss of the highlight is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Selection {
    /// Index of the highlight.
    pub highlight: usize,
    /// Where the keyboard focus goes.
    pub focus: Focus,
}

/// Where the keyboard focus goes when a highlight is selected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// Into the gloss.
    Gloss,
    /// To the highlight in the text.
    Highlight,
    /// Nowhere: it does not move.
    Stay,
}

/// An action that changes the state.
#[derive(Clone, Debug)]
pub enum Action {
    /// Work has progressed.
    Progress(Loading),
    /// A new article replaces the one on the page.
    Show(PtrEq<Document>),
    /// The article that was opened cannot be read; the one on the page remains.
    Fail(LoadError),
    /// The annotations of the article on the page are complete. Until the pack is loaded, they contain no names.
    Annotate(PtrEq<Annotated>),
    /// The state of the language pack changed.
    Pack(PackState),
    /// A highlight was selected: its gloss opens, or replaces the open one.
    Select(Selection),
    /// The gloss was closed.
    Dismiss,
    /// The error notice was closed.
    DismissError,
    /// The settings were changed.
    Prefer(Preferences),
}

impl App {
    /// The state of a page without an article.
    pub fn new(preferences: Preferences) -> App {
        App {
            preferences,
            document: None,
            annotated: None,
            pack: PackState::Loading,
            loading: None,
            error: None,
            selection: None,
        }
    }

    /// Returns the state after `action`.
    pub fn after(&self, action: Action) -> App {
        let mut app = self.clone();
        match action {
            Action::Progress(loading) => app.loading = Some(loading),
            Action::Show(document) => {
                let length = document.text.len().max(1);
                app.loading = Some(Loading::Annotating(Progress { done: 0, total: length }));
                if app.document.is_some() {
                    // A first article may be the sample, shown because another one could not be read: keep its error.
                    app.error = None;
                }
                (app.document, app.annotated, app.selection) = (Some(document), None, None);
            }
            Action::Fail(error) => (app.loading, app.error) = (None, Some(error)),
            Action::Annotate(annotated) => {
                app.selection = app.selection.and_then(|selection| self.remap(selection, &annotated));
                app.annotated = Some(annotated);
                // Keep the progress of the next article, which may already be loading.
                app.loading = app.loading.filter(|loading| matches!(loading, Loading::Reading(_)));
            }
            Action::Pack(pack) => app.pack = pack,
            Action::Select(selection) => app.selection = Some(selection),
            Action::Dismiss => app.selection = None,
            Action::DismissError => app.error = None,
            Action::Prefer(preferences) => app.preferences = preferences,
        }
        app
    }

    /// Maps `selection` to the highlight of the new annotations `annotated` that starts at the same byte.
    fn remap(&self, selection: Selection, annotated: &Annotated) -> Option<Selection> {
        let span = self.annotated.as_ref()?.highlights.get(selection.highlight)?.span;
        let highlight =
            annotated.highlights.binary_search_by_key(&span.start, |other| other.span.start).ok()?;
        Some(Selection { highlight, focus: Focus::Stay })
    }
}

impl Reducible for App {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(self.after(action))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Locale;
    use crate::load::Source;
    use crate::state::{Filter, Theme};
    use manicule_core::{Options, annotate, text::Parser};

    const TEXT: &str = "Voir https://exemple.fr/un et https://exemple.fr/deux.";

    fn preferences() -> Preferences {
        Preferences {
            locale: Locale::French,
            theme: Theme::Auto,
            filter: Filter::default(),
            single_keys: true,
        }
    }

    fn app_with_article() -> App {
        let article = Parser::default().step(TEXT).unwrap();
        let document = Document::new(Source::Paste, TEXT.to_owned(), article);
        let annotated = Annotated::new(annotate(TEXT, Options::default(), None));
        App::new(preferences())
            .after(Action::Show(PtrEq::new(document)))
            .after(Action::Annotate(PtrEq::new(annotated)))
    }

    #[test]
    fn an_error_keeps_the_article() {
        let app = app_with_article().after(Action::Fail(LoadError::Empty));
        assert!(app.document.is_some() && app.annotated.is_some() && app.loading.is_none());
        assert_eq!(app.error, Some(LoadError::Empty));
    }

    #[test]
    fn a_new_article_closes_the_gloss_and_the_error() {
        let app = app_with_article()
            .after(Action::Select(Selection { highlight: 0, focus: Focus::Gloss }))
            .after(Action::Fail(LoadError::Empty));
        let document = app.document.clone().unwrap();
        let app = app.after(Action::Show(document));
        assert!(app.selection.is_none() && app.annotated.is_none() && app.error.is_none());
    }

    #[test]
    fn a_selection_is_kept_if_new_annotations_have_a_highlight_at_its_position() {
        let app = app_with_article();
        let last = app.annotated.as_ref().unwrap().highlights.len() - 1;
        let app = app.after(Action::Select(Selection { highlight: last, focus: Focus::Gloss }));
        let same = Annotated::new(annotate(TEXT, Options::default(), None));
        let app = app.after(Action::Annotate(PtrEq::new(same)));
        assert_eq!(app.selection, Some(Selection { highlight: last, focus: Focus::Stay }));
        let nothing = Annotated::new(annotate("", Options::default(), None));
        assert_eq!(app.after(Action::Annotate(PtrEq::new(nothing))).selection, None);
    }
}
