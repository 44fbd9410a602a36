//! What went wrong, and what to do.

use crate::i18n::Locale;
use crate::load::LoadError;
use yew::prelude::*;

/// What a [`Notice`] is made from.
#[derive(Properties, PartialEq)]
pub struct NoticeProps {
    /// What went wrong.
    pub error: Option<LoadError>,
    /// The language to say it in.
    pub locale: Locale,
    /// Called when the reader closes it.
    pub onclose: Callback<()>,
}

/// The error of the last attempt to open an article, over the page; the article stays where it is.
#[component]
pub fn Notice(props: &NoticeProps) -> Html {
    let messages = props.locale.messages();
    let onclick = props.onclose.reform(|event: MouseEvent| event.stop_propagation());
    // The region is there before its words, so that screen readers say them.
    html! {
        <div class="notices" role="alert">
            if let Some(error) = &props.error {
                <div class="notice">
                    <p class="notice-words">{ (messages.error)(error) }</p>
                    <button type="button" class="button button--plain" {onclick}>{ messages.close }</button>
                </div>
            }
        </div>
    }
}
