//! The line at the top of the page that shows how far loading and annotating are.

use crate::i18n::Locale;
use crate::state::{Loading, fraction};
use yew::prelude::*;

/// A thin line over everything else, with a name in `locale`; it takes no room. While the end is not known it moves.
pub(super) fn progress_line(loading: Option<Loading>, locale: Locale) -> Html {
    let messages = locale.messages();
    let Some(loading) = loading else { return Html::default() };
    let (label, done) = match loading {
        Loading::Reading(received) => {
            let total = received.total.filter(|&total| total > 0);
            (messages.loading, total.map(|total| received.done as f64 / total as f64))
        }
        Loading::Annotating(progress) => (messages.annotating, Some(fraction(progress))),
    };
    let percent = done.map(|done| ((done * 100.0) as u32).to_string());
    html! { <progress class="progress" aria-label={label} value={percent} max="100" /> }
}
