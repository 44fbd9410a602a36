//! The legend: the kinds of highlights, their numbers, a switch for each, and a link to the index.

use crate::i18n::{Locale, whole_number};
use crate::state::{Annotated, Filter};
use manicule_core::relation::Kind;
use yew::prelude::*;

/// Renders a switch for each kind that `annotated` has, in the style of the kind. `onchange` gets the new filter.
pub(super) fn filters(
    annotated: Option<&Annotated>,
    filter: Filter,
    locale: Locale,
    onchange: &Callback<Filter>,
) -> Html {
    let messages = locale.messages();
    let switches = Kind::ALL.into_iter().filter_map(|kind| {
        let count = annotated?.count(kind);
        let onclick = onchange.reform(move |_: MouseEvent| filter.toggled(kind));
        (count > 0).then(|| {
            html! {
                <li key={kind.as_str()}>
                    <button
                        type="button"
                        class={classes!("filter", kind.as_str())}
                        aria-pressed={filter.shows(kind).to_string()}
                        {onclick}
                    >
                        <span class="filter-name">{ (messages.kinds)(kind) }</span>
                        <span class="filter-count">{ whole_number(locale, count) }</span>
                    </button>
                </li>
            }
        })
    });
    let first_only = onchange.reform(move |_: MouseEvent| filter.with_density_toggled());
    html! {
        <nav class="legend" aria-label={messages.marks} data-sticky="">
            <ul class="legend-list" role="list">
                { for switches }
                if annotated.is_some_and(|annotated| !annotated.highlights.is_empty()) {
                    <li key="first" class="legend-density">
                        <button
                            type="button"
                            class="filter filter--density"
                            aria-pressed={filter.first_only.to_string()}
                            onclick={first_only}
                        >
                            <span class="filter-name">{ messages.first_only }</span>
                        </button>
                    </li>
                    <li key="index">
                        <a class="filter filter--index" href="#index">{ messages.index }</a>
                    </li>
                }
            </ul>
        </nav>
    }
}
