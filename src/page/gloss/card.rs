//! The card: title, facts, passages, links, and the figures and entities of the same sentences.

use super::beside::{figures, named, quotes};
use super::facts::{facts, locator, title};
use super::link::link_list;
use super::lookup::look_up;
use super::passages::Passages;
use crate::i18n::Locale;
use crate::ptr_eq::PtrEq;
use crate::state::{Annotated, Context as Subject, Document, Focus, Selection};
use web_sys::{FocusOptions, HtmlElement};
use yew::prelude::*;

/// Properties of [`Gloss`].
#[derive(Properties, PartialEq)]
pub struct GlossProps {
    /// The article.
    pub document: PtrEq<Document>,
    /// Its annotations.
    pub annotated: PtrEq<Annotated>,
    /// The selected highlight.
    pub selection: Selection,
    /// The language of the labels.
    pub locale: Locale,
    /// A reference to the element, for measuring.
    pub node: NodeRef,
    /// Called with the highlight to go to, and where the focus goes.
    pub onselect: Callback<Selection>,
    /// Called with the index of a link that the reader wants to see in the text.
    pub onsee: Callback<usize>,
    /// Called when the reader closes the gloss.
    pub onclose: Callback<()>,
}

/// The gloss of a highlight: a dialog that is not modal, so that the article stays usable.
#[component]
pub fn Gloss(props: &GlossProps) -> Html {
    let GlossProps { document, annotated, selection, locale, .. } = props;
    let messages = locale.messages();
    let highlight = annotated.highlights[selection.highlight];
    let key = (annotated.clone(), highlight.target);
    let subject = use_memo(key.clone(), |_| Subject::of(&document.text, annotated, highlight.target));
    let head = use_node_ref();
    use_effect_with((*selection, key), {
        let (head, node) = (head.clone(), props.node.clone());
        move |(selection, _)| {
            if let Some(gloss) = node.cast::<HtmlElement>() {
                gloss.set_scroll_top(0);
            }
            if selection.focus == Focus::Gloss
                && let Some(head) = head.cast::<HtmlElement>()
            {
                let options = FocusOptions::new();
                options.set_prevent_scroll(true);
                // Whether the element takes the focus makes no difference here.
                let _ = head.focus_with_options(&options);
            }
        }
    });
    let title = title(&document.text, &annotated.annotations, highlight.target, *locale);
    let onclick = Callback::from(|event: MouseEvent| event.stop_propagation());
    let onclose = props.onclose.reform(|event: MouseEvent| event.stop_propagation());
    let shared = (document, annotated, *locale);
    html! {
        <section
            class={classes!("gloss", highlight.kind.as_str())}
            role="dialog"
            aria-labelledby="gloss-title"
            ref={props.node.clone()}
            {onclick}
        >
            <div class="gloss-head">
                <p class="gloss-kind">{ (messages.kind)(highlight.kind) }</p>
                <button type="button" class="gloss-close" aria-label={messages.close} onclick={onclose}>
                    <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path d="M3 3l10 10M13 3L3 13" /></svg>
                </button>
            </div>
            <h2 id="gloss-title" class="gloss-title" tabindex="-1" dir="auto" ref={head}>{ title }</h2>
            { facts(shared, highlight.target) }
            { locator(shared, highlight.target) }
            <Passages
                key={format!("{:?}", highlight.target)}
                document={document.clone()}
                annotated={annotated.clone()}
                subject={subject.clone()}
                at={highlight.span}
                locale={*locale}
                onselect={props.onselect.clone()}
            />
            { link_list(shared, messages.cited, &subject.links, &props.onsee) }
            { link_list(shared, messages.cited_beside, &subject.neighbouring_links, &props.onsee) }
            { figures(shared, &subject.figures, &props.onselect) }
            { quotes(shared, &subject.quotes) }
            { named(shared, &subject.entities, &props.onselect) }
            { look_up(shared, highlight.target) }
        </section>
    }
}
