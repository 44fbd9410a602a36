//! The figures, quotations and entities that are related to the subject of a gloss.

use super::Shared;
use crate::i18n::value;
use crate::state::{Focus, Selection};
use manicule_core::relation::Target;
use yew::prelude::*;

/// Maximum number of figures or quotations that are listed.
const MOST: usize = 8;

/// Renders the figures of `indices` as buttons that open their glosses.
pub(super) fn figures(
    (document, annotated, locale): Shared,
    indices: &[usize],
    onselect: &Callback<Selection>,
) -> Html {
    let messages = locale.messages();
    let items = indices.iter().take(MOST).filter_map(|&index| {
        let figure = &annotated.annotations.figures[index];
        let highlight = annotated.at(figure.span.start, Target::Figure(index))?;
        let onclick = onselect.reform(move |_: MouseEvent| Selection { highlight, focus: Focus::Gloss });
        let words = figure.span.of(&document.text);
        let value = value(locale, &document.text, figure).unwrap_or_else(|| words.to_owned());
        let kind = annotated.highlights[highlight].kind;
        Some(html! {
            <li key={index}>
                <button type="button" class={classes!("chip", kind.as_str())} dir="auto" {onclick}>{ value }</button>
            </li>
        })
    });
    part(messages.figures_beside, items.collect())
}

/// Renders the entities of `indices` as buttons that open their glosses.
pub(super) fn named(
    (_, annotated, locale): Shared,
    indices: &[usize],
    onselect: &Callback<Selection>,
) -> Html {
    let messages = locale.messages();
    let items = indices.iter().filter_map(|&index| {
        let entity = &annotated.annotations.entities[index];
        let highlight =
            entity.mentions.iter().find_map(|mention| annotated.at(mention.start, Target::Entity(index)))?;
        let onclick = onselect.reform(move |_: MouseEvent| Selection { highlight, focus: Focus::Gloss });
        Some(html! {
            <li key={index}>
                <button type="button" class={classes!("chip", entity.class.as_str())} dir="auto" {onclick}>
                    { &entity.name }
                </button>
            </li>
        })
    });
    part(messages.named_beside, items.collect())
}

/// Renders the quotations of `indices`.
pub(super) fn quotes((document, annotated, locale): Shared, indices: &[usize]) -> Html {
    if indices.is_empty() {
        return Html::default();
    }
    let quotes = indices.iter().take(MOST).map(|&index| {
        let words = annotated.annotations.quotes[index].span.of(&document.text);
        html! { <li key={index}><q lang={document.language.tag()} dir="auto">{ words }</q></li> }
    });
    html! {
        <div class="gloss-part">
            <h3>{ locale.messages().quoted }</h3>
            <ul class="quotes" role="list">{ for quotes }</ul>
        </div>
    }
}

fn part(heading: &str, items: Vec<Html>) -> Html {
    if items.is_empty() {
        return Html::default();
    }
    html! {
        <div class="gloss-part">
            <h3>{ heading }</h3>
            <ul class="chips" role="list">{ items }</ul>
        </div>
    }
}
