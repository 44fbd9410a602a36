//! The line above the article: its source, date and reading time, and the status of its annotations.

use crate::i18n::{Locale, date};
use crate::load::Source;
use crate::state::{Annotated, Document, PackState};
use manicule_core::NoticeCode;
use yew::prelude::*;

/// Reading speed in words per minute.
const SPEED: usize = 230;

/// Renders the line above `document`, in `locale`.
pub(super) fn dateline(
    document: &Document,
    annotated: Option<&Annotated>,
    pack: PackState,
    locale: Locale,
) -> Html {
    let messages = locale.messages();
    let day = annotated.and_then(|annotated| annotated.annotations.date);
    let other_language = annotated.is_some_and(|annotated| {
        annotated.annotations.notices.iter().any(|notice| notice.code == NoticeCode::OtherLanguage)
    });
    let is_bare = annotated.is_some_and(|annotated| annotated.highlights.is_empty());
    let name = match &document.source {
        Source::Sample => Html::from(messages.sample),
        Source::Paste => Html::from(messages.pasted),
        Source::File(name) => html! { <bdi>{ name }</bdi> },
        Source::Address(address) => html! {
            <a href={address.clone()} target="_blank" rel="noopener noreferrer"><bdi>{ short(address) }</bdi></a>
        },
    };
    let status = match pack {
        _ if other_language => messages.other_language,
        PackState::Loading => messages.names_wanted,
        PackState::Missing => messages.names_missing,
        PackState::Ready if is_bare => messages.no_marks,
        PackState::Ready => "",
    };
    html! {
        <header class="dateline">
            <p class="dateline-facts">
                <span class="dateline-source">{ name }</span>
                if let Some(day) = day {
                    <time datetime={day.to_string()}>{ date(locale, day) }</time>
                }
                <span>{ (messages.reading_time)(document.words.div_ceil(SPEED)) }</span>
            </p>
            <p class="dateline-status" role="status">{ status }</p>
        </header>
    }
}

/// An address without its scheme, a leading "www." and trailing slashes.
fn short(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.strip_prefix("www.").unwrap_or(rest).trim_end_matches('/')
}
