//! The panel on the host page: the button, the list of highlights, the preview and the card.

use super::host::Host;
use super::layout;
use super::list::List;
use super::panel_state::{HighlightRef, PanelState};
use crate::i18n::whole_number;
use crate::js_api::Corner;
use crate::page::{Gloss, manicule, title};
use crate::ptr_eq::PtrEq;
use crate::state::{Focus, Selection};
use manicule_core::relation::{Highlight, Target};
use yew::prelude::*;

/// Properties of [`Panel`].
#[derive(Properties, PartialEq)]
pub struct PanelProps {
    /// Holds the state that the panel shows and handles what the reader does in it.
    pub host: PtrEq<Host>,
}

/// Everything that the program shows on a host page, except the painted highlights.
#[component]
pub fn Panel(PanelProps { host }: &PanelProps) -> Html {
    let version = use_state(|| 0);
    use_effect_with((), {
        let (host, setter) = (host.clone(), version.setter());
        move |()| host.connect(setter)
    });
    use_effect({
        let host = host.clone();
        move || host.update_layout()
    });
    let state = host.state();
    html! {
        <div class={classes!("page", "host", state.placement.class(), (state.corner == Corner::Left).then_some("host--left"))} lang={state.locale.tag()} ref={host.panel_root.clone()}>
            { button(host, &state) }
            if let (true, Some(article)) = (state.is_listing, &state.listed) {
                <List host={host.clone()} article={article.clone()} locale={state.locale} />
            }
            { preview(host, &state) }
            { gloss(host, &state) }
        </div>
    }
}

/// The button that opens the list of highlights; it shows their number.
fn button(host: &PtrEq<Host>, state: &PanelState) -> Html {
    let Some(article) = &state.listed else { return Html::default() };
    let count = article.shown().count();
    if count == 0 {
        return Html::default();
    }
    let is_listing = state.is_listing;
    let onclick = {
        let host = host.clone();
        Callback::from(move |_: MouseEvent| host.set_list_open(!is_listing))
    };
    html! {
        <button
            type="button"
            class="hand"
            aria-label={format!("{} ({count})", state.locale.messages().guide)}
            aria-haspopup="dialog"
            aria-expanded={is_listing.to_string()}
            ref={host.button.clone()}
            {onclick}
        >
            { manicule() }
            <span class="hand-count">{ whole_number(state.locale, count) }</span>
        </button>
    }
}

/// A short description of the highlight that the pointer rests on.
fn preview(host: &PtrEq<Host>, state: &PanelState) -> Html {
    let Some(highlight) = &state.preview else { return Html::default() };
    let messages = state.locale.messages();
    let Highlight { kind, target, .. } = highlight.get();
    let annotations = &highlight.article.annotated.annotations;
    let name = title(&highlight.article.document.text, annotations, target, state.locale);
    let mut facts = vec![(messages.kind)(kind).to_owned()];
    let mut role = None;
    match target {
        Target::Entity(index) => {
            let entity = &annotations.entities[index];
            role = entity.role.clone();
            facts.push((messages.mentions)(entity.mentions.len()));
        }
        Target::Figure(index) => {
            let figure = &annotations.figures[index];
            role = figure.source.map(|source| source.of(&highlight.article.document.text).to_owned());
        }
        Target::Link(index) => facts.extend(annotations.links[index].host.clone()),
    }
    let onclick = {
        let (host, highlight) = (host.clone(), highlight.clone());
        Callback::from(move |_: MouseEvent| host.select(highlight.clone(), Focus::Gloss))
    };
    // Hidden from screen readers: the card and the list have the same information.
    html! {
        <div class={classes!("preview", kind.as_str())} aria-hidden="true" {onclick}>
            <p class="preview-name" dir="auto">{ name }</p>
            if let Some(role) = role {
                <p class="preview-role" dir="auto">{ role }</p>
            }
            <p class="preview-facts">{ facts.join(" · ") }</p>
        </div>
    }
}

fn gloss(host: &PtrEq<Host>, state: &PanelState) -> Html {
    let Some((highlight, focus)) = &state.open else { return Html::default() };
    let article = highlight.article.clone();
    let onselect = {
        let (host, article) = (host.clone(), article.clone());
        Callback::from(move |selection: Selection| {
            let highlight = HighlightRef { article: article.clone(), index: selection.highlight };
            // Text of the host page cannot have the focus.
            let focus = if selection.focus == Focus::Highlight { Focus::Stay } else { selection.focus };
            host.select(highlight.clone(), focus);
            host.reveal(&highlight);
        })
    };
    let onsee = {
        let (host, article, placement) = (host.clone(), article.clone(), state.placement);
        Callback::from(move |index: usize| {
            let link = &article.annotated.annotations.links[index];
            layout::reveal(&article, link.anchor.unwrap_or(link.span), placement);
            host.paint_link(&article, index);
        })
    };
    let onclose = {
        let host = host.clone();
        Callback::from(move |()| host.dismiss())
    };
    html! {
        <Gloss
            document={article.document.clone()}
            annotated={article.annotated.clone()}
            selection={Selection { highlight: highlight.index, focus: *focus }}
            locale={state.locale}
            node={host.gloss.clone()}
            {onselect}
            {onsee}
            {onclose}
        />
    }
}
