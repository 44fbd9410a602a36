//! The list of an article's highlights, by kind: the way in for those who use no pointer.

use super::host::Host;
use super::ui::Mark;
use crate::i18n::{Locale, whole_number};
use crate::page::title;
use crate::state::Focus;
use manicule_core::relation::{Kind, Target};
use std::rc::Rc;
use web_sys::HtmlElement;
use yew::prelude::*;

/// At most this many of a kind are listed at first.
const FEW: usize = 24;

/// What a [`List`] is made from.
#[derive(Properties, PartialEq)]
pub struct ListProps {
    /// What is told of the choice.
    pub host: Rc<Host>,
    /// Any highlight of the article.
    pub mark: Mark,
    /// The language of the labels.
    pub locale: Locale,
}

/// Every highlight of an article, each thing once. A choice scrolls to it and opens its gloss.
#[component]
pub fn List(ListProps { host, mark, locale }: &ListProps) -> Html {
    let messages = locale.messages();
    let head = use_node_ref();
    let whole = use_state(|| None::<Kind>);
    use_effect_with((), {
        let head = head.clone();
        move |()| {
            if let Some(head) = head.cast::<HtmlElement>() {
                // An element can be focused or it cannot; nothing follows from a refusal.
                let _ = head.focus();
            }
        }
    });
    let article = &mark.article;
    let first: Vec<usize> = article.shown().filter(|&index| article.annotated.is_first(index)).collect();
    let parts = Kind::ALL.into_iter().filter_map(|kind| {
        let own: Vec<usize> =
            first.iter().copied().filter(|&index| article.annotated.highlights[index].kind == kind).collect();
        let shown = if *whole == Some(kind) { own.len() } else { FEW };
        let items = own.iter().take(shown).map(|&index| item(host, mark, index, *locale));
        let onmore = {
            let whole = whole.clone();
            Callback::from(move |_: MouseEvent| whole.set(Some(kind)))
        };
        (!own.is_empty()).then(|| {
            html! {
                <div class="gloss-part" key={kind.as_str()}>
                    <h3>{ (messages.kinds)(kind) }</h3>
                    <ul class="guide-items" role="list">{ for items }</ul>
                    if own.len() > shown {
                        <button type="button" class="button button--plain more" onclick={onmore}>
                            { messages.show_all }{ "\u{a0}(" }{ whole_number(*locale, own.len()) }{ ")" }
                        </button>
                    }
                </div>
            }
        })
    });
    let onclose = {
        let host = host.clone();
        Callback::from(move |_: MouseEvent| host.list(false))
    };
    html! {
        <section class="guide" role="dialog" aria-labelledby="guide-title">
            <div class="gloss-head">
                <h2 id="guide-title" class="guide-title" tabindex="-1" ref={head}>{ messages.guide }</h2>
                <button type="button" class="gloss-close" aria-label={messages.close} onclick={onclose}>
                    <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path d="M3 3l10 10M13 3L3 13" /></svg>
                </button>
            </div>
            { for parts }
        </section>
    }
}

/// One thing, named as its marks on the reading page are: "Tokayev, personne, 4 mentions".
fn item(host: &Rc<Host>, mark: &Mark, index: usize, locale: Locale) -> Html {
    let messages = locale.messages();
    let annotated = &mark.article.annotated;
    let highlight = annotated.highlights[index];
    let name = title(&mark.article.document.text, &annotated.annotations, highlight.target, locale);
    let mut label = format!("{name}, {}", (messages.kind)(highlight.kind));
    let mut count = None;
    if let Target::Entity(entity) = highlight.target {
        let mentions = annotated.annotations.entities[entity].mentions.len();
        label.push_str(&format!(", {}", (messages.mentions)(mentions)));
        count = (mentions > 1).then(|| whole_number(locale, mentions));
    }
    let onclick = {
        let (host, mark) = (host.clone(), Mark { article: mark.article.clone(), index });
        Callback::from(move |_: MouseEvent| {
            host.select(mark.clone(), Focus::Gloss);
            host.reveal(&mark);
        })
    };
    html! {
        <li key={index}>
            <button type="button" class={classes!("guide-item", highlight.kind.as_str())} aria-label={label} {onclick}>
                <span class="guide-name" dir="auto">{ name }</span>
                if let Some(count) = count {
                    <span class="guide-count">{ count }</span>
                }
            </button>
        </li>
    }
}
