//! The line above the article: where it comes from, its date, how long it is to read, how the marks stand.

use crate::i18n::{Locale, date};
use crate::load::Source;
use crate::state::{Annotated, Document, Names};
use manicule_core::NoticeCode;
use std::rc::Rc;
use yew::prelude::*;

/// Words a minute that a reader of news reads.
const SPEED: usize = 230;

/// What a [`Dateline`] is made from.
#[derive(Properties)]
pub struct DatelineProps {
    /// The article.
    pub document: Rc<Document>,
    /// Its annotations.
    pub annotated: Option<Rc<Annotated>>,
    /// How the search for names stands.
    pub names: Names,
    /// The language to say it in.
    pub locale: Locale,
}

impl PartialEq for DatelineProps {
    fn eq(&self, other: &Self) -> bool {
        let address = |annotated: &Option<Rc<Annotated>>| annotated.as_ref().map(Rc::as_ptr);
        Rc::ptr_eq(&self.document, &other.document)
            && address(&self.annotated) == address(&other.annotated)
            && self.names == other.names
            && self.locale == other.locale
    }
}

/// The line above the article.
#[component]
pub fn Dateline(props: &DatelineProps) -> Html {
    let messages = props.locale.messages();
    let text = &props.document.text;
    // A space is close enough to a word's end, and counting is cheap beside reading.
    let words = use_memo(props.document.text.as_ptr() as usize, |_| {
        text.bytes().filter(|&byte| byte == b' ').count() + 1
    });
    let day = props.annotated.as_ref().and_then(|annotated| annotated.annotations.date);
    let other_language = props.annotated.as_ref().is_some_and(|annotated| {
        annotated.annotations.notices.iter().any(|notice| notice.code == NoticeCode::OtherLanguage)
    });
    let is_bare = props.annotated.as_ref().is_some_and(|annotated| annotated.highlights.is_empty());
    let name = match &props.document.source {
        Source::Sample => Html::from(messages.sample),
        Source::Paste => Html::from(messages.pasted),
        Source::File(name) => html! { <bdi>{ name }</bdi> },
        Source::Address(address) => html! {
            <a href={address.clone()} target="_blank" rel="noopener noreferrer"><bdi>{ short(address) }</bdi></a>
        },
    };
    let status = match props.names {
        _ if other_language => messages.other_language,
        Names::Wanted => messages.names_wanted,
        Names::Missing => messages.names_missing,
        Names::Found if is_bare => messages.no_marks,
        Names::Found => "",
    };
    html! {
        <header class="dateline">
            <p class="dateline-facts">
                <span class="dateline-source">{ name }</span>
                if let Some(day) = day {
                    <time datetime={day.to_string()}>{ date(props.locale, day) }</time>
                }
                <span>{ (messages.reading_time)(words.div_ceil(SPEED)) }</span>
            </p>
            <p class="dateline-status" role="status">{ status }</p>
        </header>
    }
}

/// An address without what every address has.
fn short(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.strip_prefix("www.").unwrap_or(rest).trim_end_matches('/')
}
