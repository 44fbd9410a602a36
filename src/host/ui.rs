//! What the program shows on the page.

use super::article::HostArticle;
use crate::i18n::Locale;
use crate::ptr_eq::PtrEq;
use crate::state::Focus;

/// What is shown beside the article: a button, and what it or a highlight has opened.
#[derive(Clone, Debug)]
pub struct Ui {
    /// The language of the labels.
    pub locale: Locale,
    /// The article that the button and the list are about; none hides the button.
    pub listed: Option<PtrEq<HostArticle>>,
    /// Whether the list of highlights is open.
    pub is_listing: bool,
    /// The highlight whose preview is shown.
    pub preview: Option<Mark>,
    /// The highlight whose gloss is open, and where the focus goes.
    pub open: Option<(Mark, Focus)>,
    /// Where the gloss is.
    pub placement: Placement,
}

/// A highlight of an article.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// The article.
    pub article: PtrEq<HostArticle>,
    /// Index of the highlight.
    pub index: usize,
}

/// Where the gloss is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Placement {
    /// In the margin, beside the line.
    #[default]
    Margin,
    /// Under or over the sentence.
    Beside,
    /// At the bottom of the screen.
    Sheet,
}

impl Placement {
    /// Its class in the style sheet.
    pub fn class(self) -> &'static str {
        match self {
            Placement::Margin => "host--margin",
            Placement::Beside => "host--beside",
            Placement::Sheet => "host--sheet",
        }
    }
}

impl Ui {
    /// Nothing.
    pub fn new() -> Ui {
        Ui {
            locale: Locale::French,
            listed: None,
            is_listing: false,
            preview: None,
            open: None,
            placement: Placement::default(),
        }
    }
}
