//! The legend: which kinds of marks there are, how many, and a switch for each; and the way to the index.

use crate::i18n::{Locale, whole_number};
use crate::state::{Annotated, Filter};
use manicule_core::relation::Kind;
use std::rc::Rc;
use yew::prelude::*;

/// What [`Filters`] are made from.
#[derive(Properties)]
pub struct FiltersProps {
    /// The annotations whose marks are counted.
    pub annotated: Option<Rc<Annotated>>,
    /// What is shown now.
    pub filter: Filter,
    /// The language of the labels.
    pub locale: Locale,
    /// Called with what the reader wants shown.
    pub onchange: Callback<Filter>,
}

impl PartialEq for FiltersProps {
    fn eq(&self, other: &Self) -> bool {
        let address = |annotated: &Option<Rc<Annotated>>| annotated.as_ref().map(Rc::as_ptr);
        address(&self.annotated) == address(&other.annotated)
            && self.filter == other.filter
            && self.locale == other.locale
            && self.onchange == other.onchange
    }
}

/// A switch for each kind that the article has, set in the kind's own colour and line.
#[component]
pub fn Filters(props: &FiltersProps) -> Html {
    let messages = props.locale.messages();
    let filter = props.filter;
    let switches = Kind::ALL.into_iter().filter_map(|kind| {
        let count = props.annotated.as_ref()?.count(kind);
        let onclick = props.onchange.reform(move |_: MouseEvent| filter.toggled(kind));
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
                        <span class="filter-count">{ whole_number(props.locale, count) }</span>
                    </button>
                </li>
            }
        })
    });
    let first_only = props.onchange.reform(move |_: MouseEvent| filter.with_density_toggled());
    html! {
        <nav class="legend" aria-label={messages.marks} data-sticky="">
            <ul class="legend-list" role="list">
                { for switches }
                if props.annotated.as_ref().is_some_and(|annotated| !annotated.highlights.is_empty()) {
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
