//! The list of cited links and related articles at the end of the article.

use super::gloss::link_item;
use crate::i18n::Locale;
use crate::ptr_eq::PtrEq;
use crate::state::{Annotated, Document};
use yew::prelude::*;

/// How many links are listed before the reader asks for more.
const FEW: usize = 50;

/// Properties of [`Cited`].
#[derive(Properties, PartialEq)]
pub struct CitedProps {
    /// The article.
    pub document: PtrEq<Document>,
    /// Its annotations.
    pub annotated: PtrEq<Annotated>,
    /// The language of the labels.
    pub locale: Locale,
    /// Called with the index of a link that the reader wants to see in the text.
    pub onsee: Callback<usize>,
}

/// The cited links with the words that they support, and the related articles.
#[component]
pub fn Cited(props: &CitedProps) -> Html {
    let CitedProps { document, annotated, locale, onsee } = props;
    let messages = locale.messages();
    let all = use_state(|| false);
    let links = &annotated.annotations.links;
    let cited: Vec<usize> = (0..links.len()).filter(|&index| links[index].url.is_some()).collect();
    let related: Vec<usize> = (0..links.len()).filter(|&index| links[index].url.is_none()).collect();
    let few = if *all { usize::MAX } else { FEW };
    let shared = (document, annotated, *locale);
    let items = cited.iter().take(few).map(|&index| link_item(shared, index, onsee));
    let stories = related.iter().take(few).map(|&index| {
        let words =
            links[index].span.of(&document.text).trim_start_matches(['-', '–', '—', '•', ' ', '\u{a0}']);
        let onclick = onsee.reform(move |_: MouseEvent| index);
        html! {
            <li key={index} class="story" lang={document.language.tag()} dir="auto">
                <button type="button" class="jump" {onclick}>{ words }</button>
            </li>
        }
    });
    let is_cut = cited.len() > few || related.len() > few;
    let onall = {
        let all = all.clone();
        Callback::from(move |_: MouseEvent| all.set(true))
    };
    html! {
        <footer class="notes">
            <section aria-labelledby="links-title">
                <h2 id="links-title">{ messages.links }</h2>
                if cited.is_empty() {
                    <p class="hint">{ messages.no_links }</p>
                } else {
                    <ol class="links">{ for items }</ol>
                }
            </section>
            if !related.is_empty() {
                <section aria-labelledby="related-title">
                    <h2 id="related-title">{ messages.related }</h2>
                    <ul class="stories" role="list">{ for stories }</ul>
                </section>
            }
            if is_cut {
                <button type="button" class="button" onclick={onall}>{ messages.show_more }</button>
            }
        </footer>
    }
}
