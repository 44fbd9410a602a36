//! The panel: the button, the list of highlights, the preview and the gloss.

use super::host::Host;
use super::layout;
use super::list::List;
use super::panel_state::{HighlightRef, PanelState};
use crate::i18n::whole_number;
use crate::page::{Gloss, manicule, title};
use crate::ptr_eq::PtrEq;
use crate::state::{Focus, Selection};
use manicule_core::relation::Target;
use yew::prelude::*;

/// Properties of [`Panel`].
#[derive(Properties, PartialEq)]
pub struct PanelProps {
    /// The state that the panel shows and changes.
    pub host: PtrEq<Host>,
}

/// Everything that the program shows on a host page, except for the painted highlights.
#[component]
pub fn Panel(PanelProps { host }: &PanelProps) -> Html {
    let turn = use_state(|| 0);
    use_effect_with((), {
        let (host, setter) = (host.clone(), turn.setter());
        move |()| host.connect(setter)
    });
    use_effect({
        let host = host.clone();
        move || host.update_layout()
    });
    let state = host.state();
    html! {
        <div class={classes!("page", "host", state.placement.class())} lang={state.locale.tag()} ref={host.panel_root.clone()}>
            { button(host, &state) }
            if let (true, Some(article)) = (state.is_listing, &state.listed) {
                <List host={host.clone()} highlight={HighlightRef { article: article.clone(), index: 0 }} locale={state.locale} />
            }
            { preview(host, &state) }
            { gloss(host, &state) }
        </div>
    }
}

/// Renders the button that opens the list of highlights.
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

/// Renders the preview of the highlight under the pointer.
fn preview(host: &PtrEq<Host>, state: &PanelState) -> Html {
    let Some(preview) = &state.preview else { return Html::default() };
    let messages = state.locale.messages();
    let highlight = preview.get();
    let annotations = &preview.article.annotated.annotations;
    let name = title(&preview.article.document.text, annotations, highlight.target, state.locale);
    let mut facts = vec![(messages.kind)(highlight.kind).to_owned()];
    let mut role = None;
    match highlight.target {
        Target::Entity(index) => {
            let entity = &annotations.entities[index];
            role = entity.role.clone();
            facts.push((messages.mentions)(entity.mentions.len()));
        }
        Target::Figure(index) => {
            let figure = &annotations.figures[index];
            role = figure.source.map(|source| source.of(&preview.article.document.text).to_owned());
        }
        Target::Link(index) => facts.extend(annotations.links[index].host.clone()),
    }
    let onclick = {
        let (host, preview) = (host.clone(), preview.clone());
        Callback::from(move |_: MouseEvent| host.select(preview.clone(), Focus::Gloss))
    };
    // It is hidden from screen readers, because the gloss and the list say the same.
    html! {
        <div class={classes!("preview", highlight.kind.as_str())} aria-hidden="true" {onclick}>
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
