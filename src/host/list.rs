//! The list of an article's highlights, by kind: the way in for those who use no pointer.

use super::host::Host;
use super::ui::Mark;
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
    /// What is told of the choice.
    pub host: PtrEq<Host>,
    /// Any highlight of the article.
    pub mark: Mark,
    /// The language of the labels.
    pub locale: Locale,
}

/// Every highlight of an article, each thing once. A choice scrolls to it and opens its gloss.
#[component]
pub fn List(ListProps { host, mark, locale }: &ListProps) -> Html {
    let messages = locale.messages();
    let head = use_node_ref();
    use_effect_with((), {
        let head = head.clone();
        move |()| {
            if let Some(head) = head.cast::<HtmlElement>() {
                // An element can be focused or it cannot; nothing follows from a refusal.
                let _ = head.focus();
            }
        }
    });
    let article = &mark.article;
    let first: Vec<usize> = article.shown().filter(|&index| article.annotated.is_first(index)).collect();
    let onopen = {
        let (host, article) = (host.clone(), article.clone());
        Callback::from(move |index| {
            let mark = Mark { article: article.clone(), index };
            host.select(mark.clone(), Focus::Gloss);
            host.reveal(&mark);
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
        Callback::from(move |_: MouseEvent| host.list(false))
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
