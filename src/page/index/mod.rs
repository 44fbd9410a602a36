//! The index at the end of the article: every entity, figure and link once, by kind.

mod group;
mod timeline;

pub use group::Group;

use super::map::{Dot, map};
use crate::i18n::Locale;
use crate::ptr_eq::PtrEq;
use crate::state::{Annotated, Document};
use manicule_core::relation::{Kind, Target};
use manicule_core::text::fold;
use timeline::timeline;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Properties of [`Index`].
#[derive(Properties, PartialEq)]
pub struct IndexProps {
    /// The article.
    pub document: PtrEq<Document>,
    /// Its annotations.
    pub annotated: PtrEq<Annotated>,
    /// The language of the labels.
    pub locale: Locale,
    /// Called with the highlight that the reader wants to see.
    pub onopen: Callback<usize>,
}

/// The index of the article, with a search field. Items open their glosses.
#[component]
pub fn Index(props: &IndexProps) -> Html {
    let IndexProps { document, annotated, locale, onopen } = props;
    let messages = locale.messages();
    let wanted = use_state(String::new);
    let oninput = {
        let wanted = wanted.clone();
        Callback::from(move |event: InputEvent| {
            let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            wanted.set(field.map_or_else(String::new, |field| fold(field.value().trim())));
        })
    };
    let key = (annotated.clone(), (*wanted).clone());
    let groups = use_memo(key, |(_, wanted)| groups(&document.text, annotated, wanted));
    if annotated.highlights.is_empty() {
        return Html::default();
    }
    let parts = groups.iter().map(|(kind, highlights)| {
        html! {
            <Group key={kind.as_str()} document={document.clone()} annotated={annotated.clone()} locale={*locale}
                kind={*kind} highlights={highlights.clone()} onopen={onopen.clone()}>
                if *kind == Kind::Place {
                    { places(annotated, highlights, *locale) }
                }
            </Group>
        }
    });
    html! {
        <section class="index" id="index" aria-labelledby="index-title">
            <div class="index-head">
                <h2 id="index-title">{ messages.index }</h2>
                <input type="search" class="index-search" placeholder={messages.search_index}
                    aria-label={messages.search_index} autocomplete="off" {oninput} />
            </div>
            if groups.is_empty() {
                <p class="hint" role="status">{ messages.not_in_index }</p>
            } else {
                <div class="index-groups">{ for parts }</div>
            }
        </section>
    }
}

/// For each kind, the first highlight of each item whose name or host contains `wanted`: entities by frequency, figures and
/// links in the order of the text, dates chronologically.
fn groups(text: &str, annotated: &Annotated, wanted: &str) -> Vec<(Kind, Vec<usize>)> {
    let mut groups: Vec<(Kind, Vec<usize>)> = Kind::ALL.map(|kind| (kind, Vec::new())).into();
    let annotations = &annotated.annotations;
    for (index, highlight) in annotated.highlights.iter().enumerate() {
        let has = |words: &str| wanted.is_empty() || fold(words).contains(wanted);
        let is_wanted = match highlight.target {
            Target::Entity(entity) => {
                let entity = &annotations.entities[entity];
                has(&entity.name) || entity.aliases.iter().any(|alias| has(alias))
            }
            Target::Figure(_) => has(highlight.span.of(text)),
            Target::Link(link) => {
                let link = &annotations.links[link];
                has(link.name(text)) || link.host.as_deref().is_some_and(has)
            }
        };
        if annotated.is_first(index) && is_wanted {
            groups[highlight.kind as usize].1.push(index);
        }
    }
    let mentions = |index: &usize| match annotated.highlights[*index].target {
        Target::Entity(entity) => annotations.entities[entity].mentions.len(),
        Target::Figure(_) | Target::Link(_) => 1,
    };
    groups.retain(|(_, highlights)| !highlights.is_empty());
    let sorted = groups.into_iter().map(|(kind, highlights)| {
        let highlights = match kind {
            Kind::Date => timeline(annotated, &highlights),
            _ => by_count(&highlights, mentions),
        };
        (kind, highlights)
    });
    sorted.collect()
}

/// Sorts items by descending count; equal ones keep their order.
fn by_count(items: &[usize], count: impl Fn(&usize) -> usize) -> Vec<usize> {
    let mut ranked: Vec<(usize, usize)> =
        items.iter().map(|item| (usize::MAX - count(item), *item)).collect();
    ranked.sort_unstable();
    ranked.into_iter().map(|(_, item)| item).collect()
}

/// Renders a map of the places among `highlights` whose coordinates are known.
fn places(annotated: &Annotated, highlights: &[usize], locale: Locale) -> Html {
    let dots: Vec<Dot> = highlights
        .iter()
        .filter_map(|&index| match annotated.highlights[index].target {
            Target::Entity(entity) => {
                let entity = &annotated.annotations.entities[entity];
                entity.place.map(|place| Dot { at: [place.latitude, place.longitude], name: &entity.name })
            }
            Target::Figure(_) | Target::Link(_) => None,
        })
        .collect();
    map(&dots, locale.messages().map)
}
