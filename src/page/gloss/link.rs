//! Cited links: title, host, date, and the words that each supports.

use super::Shared;
use crate::i18n::date;
use crate::page::is_safe;
use yew::prelude::*;

/// Maximum number of links under a heading of a gloss. The end of the article lists all.
const MOST: usize = 12;

/// The link at `index` of the article's links, as an item of a list. `onsee` is called with the index when the reader wants
/// to see the link in the text.
pub fn link_item((document, annotated, locale): Shared, index: usize, onsee: &Callback<usize>) -> Html {
    let messages = locale.messages();
    let text = &document.text;
    let link = &annotated.annotations.links[index];
    let title = link.name(text);
    let href = link.url.clone().filter(|url| is_safe(url));
    let onclick = onsee.reform(move |event: MouseEvent| {
        event.stop_propagation();
        index
    });
    html! {
        <li key={index} class="link-item">
            <a class="link-title" {href} target="_blank" rel="noopener noreferrer" dir="auto">{ title }</a>
            <p class="link-facts">
                if let Some(host) = &link.host {
                    <bdi class="link-host">{ host }</bdi>
                }
                if let Some(day) = link.date {
                    <time datetime={day.to_string()}>{ date(locale, day) }</time>
                }
            </p>
            if let Some(anchor) = link.anchor {
                <p class="link-anchor">
                    <span>{ messages.supports }{ "\u{a0}" }</span>
                    <button type="button" class="jump" {onclick}>
                        <q lang={document.language.tag()} dir="auto">{ anchor.of(text) }</q>
                    </button>
                </p>
            } else {
                <p class="link-anchor">
                    <button type="button" class="jump" {onclick}>{ messages.see_in_text }</button>
                </p>
            }
            if let Some(url) = &link.url {
                <p class="link-address">{ url }</p>
            }
        </li>
    }
}

/// Renders the links of `indices` under a heading; nothing if there are none.
pub(super) fn link_list(shared: Shared, heading: &str, indices: &[usize], onsee: &Callback<usize>) -> Html {
    if indices.is_empty() {
        return Html::default();
    }
    let items = indices.iter().take(MOST).map(|&index| link_item(shared, index, onsee));
    html! {
        <div class="gloss-part">
            <h3>{ heading }</h3>
            <ul class="links" role="list">{ for items }</ul>
        </div>
    }
}
