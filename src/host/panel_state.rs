//! What the panel on the host page shows.

use super::article::HostArticle;
use crate::i18n::Locale;
use crate::js_api::Corner;
use crate::ptr_eq::PtrEq;
use crate::state::Focus;
use manicule_core::relation::Highlight;

/// The state of the panel: the button, the list of highlights, the preview and the card.
#[derive(Clone, Debug)]
pub struct PanelState {
    /// The language of the labels.
    pub locale: Locale,
    /// The article that the button and the list are for; without one the button is hidden.
    pub listed: Option<PtrEq<HostArticle>>,
    /// The corner with the button.
    pub corner: Corner,
    /// Whether the list of highlights is open.
    pub is_listing: bool,
    /// The highlight with a visible preview.
    pub preview: Option<HighlightRef>,
    /// The highlight with an open card, and which element gets the focus.
    pub open: Option<(HighlightRef, Focus)>,
    /// Where the card is shown.
    pub placement: Placement,
}

/// A reference to a highlight of an article on the host page.
#[derive(Clone, Debug, PartialEq)]
pub struct HighlightRef {
    /// The article.
    pub article: PtrEq<HostArticle>,
    /// Index into the article's highlights.
    pub index: usize,
}

impl HighlightRef {
    /// The highlight itself.
    pub fn get(&self) -> Highlight {
        self.article.annotated.highlights[self.index]
    }
}

/// Where the card is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Placement {
    /// In the margin, at the height of the highlighted words.
    #[default]
    Margin,
    /// Over the text, below or above the sentence.
    Popover,
    /// At the bottom of the screen.
    Sheet,
}

impl Placement {
    /// The CSS class of the panel's root element.
    pub fn class(self) -> &'static str {
        match self {
            Placement::Margin => "host--margin",
            Placement::Popover => "host--beside",
            Placement::Sheet => "host--sheet",
        }
    }
}

impl Default for PanelState {
    /// The state in which nothing is shown.
    fn default() -> PanelState {
        PanelState {
            locale: Locale::French,
            listed: None,
            corner: Corner::default(),
            is_listing: false,
            preview: None,
            open: None,
            placement: Placement::default(),
        }
    }
}
