//! The result of an analysis.

use crate::entity::Entity;
use crate::figure::Figure;
use crate::lang::Language;
use crate::link::Link;
use crate::quote::Quote;
use crate::text::{Article, Span};
use time::Date;

/// Everything found in one text. Every list is in text order, by the first position of each item.
#[derive(Clone, Debug, PartialEq)]
pub struct Annotations {
    /// The language that the text was analysed in.
    pub language: Language,
    /// The publication date: from the caller, else from the dateline, else the latest date in the cited addresses.
    pub date: Option<Date>,
    /// The blocks of the text and its title.
    pub article: Article,
    /// The sentences, none of which crosses a block boundary.
    pub sentences: Vec<Span>,
    /// The people, places, organisations, events, works and other things that the text names, each once.
    pub entities: Vec<Entity>,
    /// Numbers, quantities, amounts of money, ages, durations, dates and times; they never overlap.
    pub figures: Vec<Figure>,
    /// The links that the text cites and the related articles that it lists.
    pub links: Vec<Link>,
    /// The passages in quotation marks.
    pub quotes: Vec<Quote>,
    /// The reasons why these annotations may be incomplete.
    pub notices: Vec<Notice>,
}

/// A reason why the analysis may be incomplete.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The kind of notice, which programs can rely on.
    pub code: NoticeCode,
    /// A sentence in English for people.
    pub message: String,
}

/// The kinds of [`Notice`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum NoticeCode {
    /// No language pack was given, so that no names were found.
    NoPack,
    /// The text does not look like the language that it was analysed in.
    OtherLanguage,
    /// No publication date was given or found, so that relative dates such as "Thursday" are unresolved.
    NoDate,
}

impl NoticeCode {
    /// The code in the JSON schema `manicule/1`.
    pub fn as_str(self) -> &'static str {
        match self {
            NoticeCode::NoPack => "no-pack",
            NoticeCode::OtherLanguage => "other-language",
            NoticeCode::NoDate => "no-date",
        }
    }
}
