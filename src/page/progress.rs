//! The line at the top of the page that says how far loading and annotating are.

use crate::i18n::Locale;
use crate::state::Loading;
use yew::prelude::*;

/// What a [`ProgressLine`] is made from.
#[derive(Properties, PartialEq)]
pub struct ProgressProps {
    /// The work in progress.
    pub loading: Option<Loading>,
    /// The language of its name.
    pub locale: Locale,
}

/// A thin line over everything else; it takes no room. Without a known end it says so by moving.
#[component]
pub fn ProgressLine(props: &ProgressProps) -> Html {
    let messages = props.locale.messages();
    let Some(loading) = props.loading else { return Html::default() };
    let (label, done, total) = match loading {
        Loading::Reading(received) => (messages.loading, received.done, received.total),
        Loading::Annotating(progress) => (messages.annotating, progress.done, Some(progress.total)),
    };
    match total.filter(|&total| total > 0) {
        Some(total) => html! {
            <progress class="progress" aria-label={label} value={done.to_string()} max={total.to_string()} />
        },
        None => html! { <progress class="progress" aria-label={label} /> },
    }
}
