//! A list of all entities, figures or links of one kind, which open their glosses.

use crate::i18n::{Locale, whole_number};
use crate::page::title;
use crate::ptr_eq::PtrEq;
use crate::state::{Annotated, Document};
use manicule_core::relation::{Kind, Target};
use yew::prelude::*;

/// How many of a kind are listed before the reader asks for more.
const FEW: usize = 12;

/// Properties of [`Group`].
#[derive(Properties, PartialEq)]
pub struct GroupProps {
    /// The article.
    pub document: PtrEq<Document>,
    /// Its annotations.
    pub annotated: PtrEq<Annotated>,
    /// The language of the labels.
    pub locale: Locale,
    /// The kind.
    pub kind: Kind,
    /// A highlight of each item, in order.
    pub highlights: Vec<usize>,
    /// Called with the highlight that the reader wants to see.
    pub onopen: Callback<usize>,
    /// Content above the list.
    #[prop_or_default]
    pub children: Html,
}

/// A heading and a list, of which the first items are shown at first.
#[component]
pub fn Group(props: &GroupProps) -> Html {
    let GroupProps { document, annotated, locale, kind, highlights, onopen, .. } = props;
    let messages = locale.messages();
    let whole = use_state(|| false);
    let shown = if *whole { highlights.len() } else { FEW };
    let items = highlights.iter().take(shown).map(|&index| item(document, annotated, index, *locale, onopen));
    let onall = {
        let whole = whole.clone();
        Callback::from(move |_: MouseEvent| whole.set(true))
    };
    html! {
        <div class={classes!("gloss-part", "group", (*kind == Kind::Date).then_some("group--time"))}>
            <h3>{ (messages.kinds)(*kind) }</h3>
            { props.children.clone() }
            <ol class="entries" role="list">{ for items }</ol>
            if highlights.len() > shown {
                <button type="button" class="button button--plain more" onclick={onall}>
                    { messages.show_all }{ "\u{a0}(" }{ whole_number(*locale, highlights.len()) }{ ")" }
                </button>
            }
        </div>
    }
}

/// An item of the list, with the same accessible name as its highlights: "Tokayev, personne, 4 mentions".
fn item(
    document: &Document,
    annotated: &Annotated,
    index: usize,
    locale: Locale,
    onopen: &Callback<usize>,
) -> Html {
    let messages = locale.messages();
    let highlight = annotated.highlights[index];
    let name = title(&document.text, &annotated.annotations, highlight.target, locale);
    let mut label = format!("{name}, {}", (messages.kind)(highlight.kind));
    let mut count = None;
    if let Target::Entity(entity) = highlight.target {
        let mentions = annotated.annotations.entities[entity].mentions.len();
        label.push_str(&format!(", {}", (messages.mentions)(mentions)));
        count = (mentions > 1).then(|| whole_number(locale, mentions));
    }
    // The page would close the gloss.
    let onclick = onopen.reform(move |event: MouseEvent| {
        event.stop_propagation();
        index
    });
    html! {
        <li key={index}>
            <button type="button" class={classes!("entry", highlight.kind.as_str())} aria-label={label} {onclick}>
                <span class="entry-name" dir="auto">{ name }</span>
                if let Some(count) = count {
                    <span class="entry-count">{ count }</span>
                }
            </button>
        </li>
    }
}
