//! What the analysis of a text gives.

use crate::entity::Entity;
use crate::figure::Figure;
use crate::lang::Language;
use crate::link::Link;
use crate::quote::Quote;
use crate::text::{Article, Span};
use time::Date;

/// Everything found in one text. Every list is sorted by where its items first stand.
#[derive(Clone, Debug, PartialEq)]
pub struct Annotations {
    /// The language that the text was read in.
    pub language: Language,
    /// The article's date: the caller's, else the dateline's, else the latest date in the cited links' slugs.
    pub date: Option<Date>,
    /// The text's blocks and its title.
    pub article: Article,
    /// Sentences, in order, none across a block's end.
    pub sentences: Vec<Span>,
    /// The people, places, organisations, events, works and others, each once.
    pub entities: Vec<Entity>,
    /// Numbers, quantities, sums, ages, durations and dates; they never overlap.
    pub figures: Vec<Figure>,
    /// The links that the text cites, and the related stories it lists.
    pub links: Vec<Link>,
    /// Passages in quotation marks.
    pub quotes: Vec<Quote>,
    /// What the reader of these annotations should know about how they were made.
    pub notices: Vec<Notice>,
}

/// Something that kept the analysis from being complete.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Which kind of notice, stable for programs.
    pub code: NoticeCode,
    /// One sentence in English for people.
    pub message: String,
}

/// The kinds of [`Notice`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum NoticeCode {
    /// No language pack was given, so that names were not looked for.
    NoPack,
    /// The text does not look like the language that it was read in.
    OtherLanguage,
    /// No date was given or found, so that "Thursday" and its like stay unresolved.
    NoDate,
}

impl NoticeCode {
    /// The code as the JSON schema spells it.
    pub fn as_str(self) -> &'static str {
        match self {
            NoticeCode::NoPack => "no-pack",
            NoticeCode::OtherLanguage => "other-language",
            NoticeCode::NoDate => "no-date",
        }
    }
}
