//! The notice that says why an article could not be opened, and what to do.

use crate::i18n::Locale;
use crate::load::LoadError;
use yew::prelude::*;

/// The error of the last attempt to open an article, in `locale`, over the page; the article stays where it is. `onclose`
/// is called when the reader closes it.
pub(super) fn notice(error: Option<LoadError>, locale: Locale, onclose: &Callback<()>) -> Html {
    let messages = locale.messages();
    let onclick = onclose.reform(|event: MouseEvent| event.stop_propagation());
    // The region exists before its words, so that screen readers announce them.
    html! {
        <div class="notices" role="alert">
            if let Some(error) = &error {
                <div class="notice">
                    <p class="notice-words">{ (messages.error)(error) }</p>
                    <button type="button" class="button button--plain" {onclick}>{ messages.close }</button>
                </div>
            }
        </div>
    }
}
