//! What is shown on the page: the button, the list of highlights, the preview and the gloss.

use super::host::Host;
use super::layout;
use super::list::List;
use super::ui::{Mark, Ui};
use crate::i18n::whole_number;
use crate::page::{Gloss, manicule, title};
use crate::ptr_eq::PtrEq;
use crate::state::{Focus, Selection};
use manicule_core::relation::Target;
use yew::prelude::*;

/// What a [`Panel`] is made from.
#[derive(Properties, PartialEq)]
pub struct PanelProps {
    /// What the panel shows and tells.
    pub host: PtrEq<Host>,
}

/// Everything that the program shows on a page.
#[component]
pub fn Panel(PanelProps { host }: &PanelProps) -> Html {
    let turn = use_state(|| 0);
    use_effect_with((), {
        let (host, setter) = (host.clone(), turn.setter());
        move |()| host.connect(setter)
    });
    use_effect({
        let host = host.clone();
        move || host.lay_out()
    });
    let ui = host.ui();
    html! {
        <div class={classes!("page", "host", ui.placement.class())} lang={ui.locale.tag()} ref={host.stage.clone()}>
            { button(host, &ui) }
            if let (true, Some(article)) = (ui.is_listing, &ui.listed) {
                <List host={host.clone()} mark={Mark { article: article.clone(), index: 0 }} locale={ui.locale} />
            }
            { preview(host, &ui) }
            { gloss(host, &ui) }
        </div>
    }
}

/// The way to the highlights for those who use no pointer.
fn button(host: &PtrEq<Host>, ui: &Ui) -> Html {
    let Some(article) = &ui.listed else { return Html::default() };
    let count = article.shown().count();
    if count == 0 {
        return Html::default();
    }
    let is_listing = ui.is_listing;
    let onclick = {
        let host = host.clone();
        Callback::from(move |_: MouseEvent| host.list(!is_listing))
    };
    html! {
        <button
            type="button"
            class="hand"
            aria-label={format!("{} ({count})", ui.locale.messages().guide)}
            aria-haspopup="dialog"
            aria-expanded={is_listing.to_string()}
            ref={host.button.clone()}
            {onclick}
        >
            { manicule() }
            <span class="hand-count">{ whole_number(ui.locale, count) }</span>
        </button>
    }
}

/// What a highlight is, in short, while the pointer rests on it.
fn preview(host: &PtrEq<Host>, ui: &Ui) -> Html {
    let Some(mark) = &ui.preview else { return Html::default() };
    let messages = ui.locale.messages();
    let highlight = mark.article.annotated.highlights[mark.index];
    let annotations = &mark.article.annotated.annotations;
    let name = title(&mark.article.document.text, annotations, highlight.target, ui.locale);
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
            role = figure.source.map(|source| source.of(&mark.article.document.text).to_owned());
        }
        Target::Link(index) => facts.extend(annotations.links[index].host.clone()),
    }
    let onclick = {
        let (host, mark) = (host.clone(), mark.clone());
        Callback::from(move |_: MouseEvent| host.select(mark.clone(), Focus::Gloss))
    };
    // Pointers alone have it; what it says is in the gloss and the list.
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

fn gloss(host: &PtrEq<Host>, ui: &Ui) -> Html {
    let Some((mark, focus)) = &ui.open else { return Html::default() };
    let article = mark.article.clone();
    let onselect = {
        let (host, article) = (host.clone(), article.clone());
        Callback::from(move |selection: Selection| {
            let mark = Mark { article: article.clone(), index: selection.highlight };
            // The words of the page cannot have the focus.
            let focus = if selection.focus == Focus::Mark { Focus::Stay } else { selection.focus };
            host.select(mark.clone(), focus);
            host.reveal(&mark);
        })
    };
    let onsee = {
        let (host, article, placement) = (host.clone(), article.clone(), ui.placement);
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
            selection={Selection { highlight: mark.index, focus: *focus }}
            locale={ui.locale}
            node={host.gloss.clone()}
            {onselect}
            {onsee}
            {onclose}
        />
    }
}
