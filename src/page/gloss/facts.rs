//! Title and facts of a gloss.

use super::Shared;
use crate::i18n::{Locale, attribution, converted, country, value};
use crate::page::map::{Dot, map};
use manicule_core::Annotations;
use manicule_core::relation::Target;
use yew::prelude::*;

/// The title of the gloss of `target`: the name of an entity or link; the value of a figure, else its words, and its source.
pub fn title(text: &str, annotations: &Annotations, target: Target, locale: Locale) -> String {
    match target {
        Target::Entity(index) => annotations.entities[index].name.clone(),
        Target::Figure(index) => {
            let figure = &annotations.figures[index];
            let value = value(locale, text, figure).unwrap_or_else(|| figure.span.of(text).to_owned());
            match attribution(locale, text, figure) {
                Some(said) => format!("{value}, {said}"),
                None => value,
            }
        }
        Target::Link(index) => annotations.links[index].name(text).to_owned(),
    }
}

/// Renders the facts about `target`.
pub(super) fn facts((document, annotated, locale): Shared, target: Target) -> Html {
    let messages = locale.messages();
    let text = &*document.text;
    let mut rows: Vec<(&str, String)> = Vec::new();
    match target {
        Target::Entity(index) => {
            let entity = &annotated.annotations.entities[index];
            if let Some(role) = &entity.role {
                rows.push((messages.role, role.clone()));
            }
            // A name that differs only in capitals is not an alias.
            let is_other = |alias: &&str| alias.to_lowercase() != entity.name.to_lowercase();
            let aliases: Vec<_> = entity.aliases.iter().map(String::as_str).filter(is_other).collect();
            if !aliases.is_empty() {
                rows.push((messages.also, aliases.join(", ")));
            }
            if let Some(name) = entity.place.and_then(|place| country(locale, place.country))
                && name != entity.name
            {
                rows.push((messages.country, name));
            }
        }
        Target::Figure(index) => {
            let figure = &annotated.annotations.figures[index];
            rows.push((messages.in_the_text, figure.span.of(text).to_owned()));
            rows.push((messages.nature, (messages.measure)(figure.measure).to_owned()));
            if let Some(counted) = figure.counted {
                rows.push((messages.counts, counted.of(text).to_owned()));
            }
            if let Some(converted) = converted(locale, figure) {
                rows.push((messages.equivalent, converted));
            }
        }
        Target::Link(_) => {}
    }
    let rows = rows.into_iter().map(|(name, fact)| {
        html! { <div class="fact"><dt>{ name }</dt><dd dir="auto">{ fact }</dd></div> }
    });
    html! { <dl class="facts">{ for rows }</dl> }
}

/// Renders a map of a place; nothing for other targets and for places without known coordinates.
pub(super) fn locator((_, annotated, locale): Shared, target: Target) -> Html {
    let Target::Entity(index) = target else { return Html::default() };
    let entity = &annotated.annotations.entities[index];
    let dot = entity.place.map(|place| Dot { at: [place.latitude, place.longitude], name: &entity.name });
    map(dot.as_slice(), locale.messages().map)
}
