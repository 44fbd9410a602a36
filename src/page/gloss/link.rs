//! Cited links: title, host, date, and the words that each supports.

use super::Shared;
use crate::i18n::{Locale, date};
use crate::page::is_safe;
use crate::state::{Annotated, Document};
use std::rc::Rc;
use yew::prelude::*;

/// At most this many links are listed under one heading of a gloss; the article's end lists them all.
const MOST: usize = 12;

/// What a [`LinkItem`] is made from.
#[derive(Properties)]
pub struct LinkProps {
    /// The article.
    pub document: Rc<Document>,
    /// Its annotations.
    pub annotated: Rc<Annotated>,
    /// Index of the link among them.
    pub index: usize,
    /// The language of the labels.
    pub locale: Locale,
    /// Called with the link's index when the reader wants to see it in the text.
    pub onsee: Callback<usize>,
}

impl PartialEq for LinkProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.annotated, &other.annotated)
            && self.index == other.index
            && self.locale == other.locale
            && self.onsee == other.onsee
    }
}

/// One cited link, as an item of a list.
#[component]
pub fn LinkItem(props: &LinkProps) -> Html {
    let messages = props.locale.messages();
    let text = &props.document.text;
    let link = &props.annotated.annotations.links[props.index];
    let title = link.name(text);
    let href = link.url.clone().filter(|url| is_safe(url));
    let index = props.index;
    let onclick = props.onsee.reform(move |event: MouseEvent| {
        event.stop_propagation();
        index
    });
    html! {
        <li class="link-item">
            <a class="link-title" {href} target="_blank" rel="noopener noreferrer" dir="auto">{ title }</a>
            <p class="link-facts">
                if let Some(host) = &link.host {
                    <bdi class="link-host">{ host }</bdi>
                }
                if let Some(day) = link.date {
                    <time datetime={day.to_string()}>{ date(props.locale, day) }</time>
                }
            </p>
            if let Some(anchor) = link.anchor {
                <p class="link-anchor">
                    <span>{ messages.supports }{ "\u{a0}" }</span>
                    <button type="button" class="jump" {onclick}>
                        <q lang={props.document.language.tag()} dir="auto">{ anchor.of(text) }</q>
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

/// The links of `indices` under a heading; nothing where there are none.
pub(super) fn link_list(
    (document, annotated, locale): Shared,
    heading: &str,
    indices: &[usize],
    onsee: &Callback<usize>,
) -> Html {
    if indices.is_empty() {
        return Html::default();
    }
    let items = indices.iter().take(MOST).map(|&index| {
        html! {
            <LinkItem key={index} document={document.clone()} annotated={annotated.clone()} {index} {locale}
                onsee={onsee.clone()} />
        }
    });
    html! {
        <div class="gloss-part">
            <h3>{ heading }</h3>
            <ul class="links" role="list">{ for items }</ul>
        </div>
    }
}
