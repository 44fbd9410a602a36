//! The state of the panel.

use super::article::HostArticle;
use crate::i18n::Locale;
use crate::ptr_eq::PtrEq;
use crate::state::Focus;
use manicule_core::relation::Highlight;

/// What the panel shows: the button, and what it or a highlight has opened.
#[derive(Clone, Debug)]
pub struct PanelState {
    /// The language of the labels.
    pub locale: Locale,
    /// The article of the button and the list; without one the button is hidden.
    pub listed: Option<PtrEq<HostArticle>>,
    /// Whether the list of highlights is open.
    pub is_listing: bool,
    /// The highlight whose preview is shown.
    pub preview: Option<HighlightRef>,
    /// The highlight whose gloss is open, and where the focus goes.
    pub open: Option<(HighlightRef, Focus)>,
    /// Where the gloss is.
    pub placement: Placement,
}

/// A reference to a highlight of an article.
#[derive(Clone, Debug, PartialEq)]
pub struct HighlightRef {
    /// The article.
    pub article: PtrEq<HostArticle>,
    /// Index of the highlight.
    pub index: usize,
}

impl HighlightRef {
    /// The highlight itself.
    pub fn get(&self) -> Highlight {
        self.article.annotated.highlights[self.index]
    }
}

/// Where the gloss is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Placement {
    /// In the margin, next to the line.
    #[default]
    Margin,
    /// Under or over the sentence.
    Beside,
    /// At the bottom of the screen.
    Sheet,
}

impl Placement {
    /// The name of its CSS class.
    pub fn class(self) -> &'static str {
        match self {
            Placement::Margin => "host--margin",
            Placement::Beside => "host--beside",
            Placement::Sheet => "host--sheet",
        }
    }
}

impl PanelState {
    /// The state of an empty panel.
    pub fn new() -> PanelState {
        PanelState {
            locale: Locale::French,
            listed: None,
            is_listing: false,
            preview: None,
            open: None,
            placement: Placement::default(),
        }
    }
}
