//! The list of an article's highlights, by kind: how readers without a pointer get to them.

use super::article::HostArticle;
use super::host::Host;
use super::panel_state::HighlightRef;
use crate::i18n::Locale;
use crate::page::Group;
use crate::ptr_eq::PtrEq;
use crate::state::Focus;
use manicule_core::relation::Kind;
use web_sys::HtmlElement;
use yew::prelude::*;

/// Properties of [`List`].
#[derive(Properties, PartialEq)]
pub struct ListProps {
    /// Opens the card of the chosen highlight.
    pub host: PtrEq<Host>,
    /// The article.
    pub article: PtrEq<HostArticle>,
    /// The language of the labels.
    pub locale: Locale,
}

/// A list of what is highlighted in an article, each entity once. Choosing an entry opens its card and scrolls to it.
#[component]
pub fn List(ListProps { host, article, locale }: &ListProps) -> Html {
    let messages = locale.messages();
    let head = use_node_ref();
    use_effect_with((), {
        let head = head.clone();
        move |()| {
            if let Some(head) = head.cast::<HtmlElement>() {
                // If the element cannot be focused, the list works all the same.
                let _ = head.focus();
            }
        }
    });
    let first: Vec<usize> = article.shown().filter(|&index| article.annotated.is_first(index)).collect();
    let onopen = {
        let (host, article) = (host.clone(), article.clone());
        Callback::from(move |index| {
            let highlight = HighlightRef { article: article.clone(), index };
            host.select(highlight.clone(), Focus::Gloss);
            host.reveal(&highlight);
        })
    };
    let parts = Kind::ALL.into_iter().filter_map(|kind| {
        let is_own = |index: &usize| article.annotated.highlights[*index].kind == kind;
        let highlights: Vec<usize> = first.iter().copied().filter(is_own).collect();
        (!highlights.is_empty()).then(|| {
            html! {
                <Group key={kind.as_str()} document={article.document.clone()} annotated={article.annotated.clone()}
                    locale={*locale} {kind} highlights={highlights} onopen={onopen.clone()} />
            }
        })
    });
    let onclose = {
        let host = host.clone();
        Callback::from(move |_: MouseEvent| host.set_list_open(false))
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
