//! The passages in which the subject of a gloss is mentioned, as links into the text.

use crate::i18n::{Locale, whole_number};
use crate::ptr_eq::PtrEq;
use crate::state::{Annotated, Context as Subject, Document, Focus, Piece, Selection, snippet};
use manicule_core::Span;
use std::ops::Range;
use std::rc::Rc;
use yew::prelude::*;

/// Number of passages listed at first: few, so that the cited links below are near, and because long articles have
/// thousands.
const FEW: usize = 5;
/// Passages added at a time.
const MORE: usize = 40;

/// Properties of [`Passages`].
#[derive(Properties, PartialEq)]
pub struct PassagesProps {
    /// The article.
    pub document: PtrEq<Document>,
    /// Its annotations.
    pub annotated: PtrEq<Annotated>,
    /// The subject of the gloss.
    pub subject: Rc<Subject>,
    /// The passage that the gloss is open at.
    pub at: Span,
    /// The language of the labels.
    pub locale: Locale,
    /// Called with the highlight to go to.
    pub onselect: Callback<Selection>,
}

/// The list of passages, with buttons for the previous and the next one.
#[component]
pub fn Passages(props: &PassagesProps) -> Html {
    let PassagesProps { document, annotated, subject, at, locale, onselect } = props;
    let messages = locale.messages();
    let count = subject.passages.len();
    let current = subject.passage_at(at.start);
    let shown = use_state(|| around(current.unwrap_or(0), count));
    let shown_range = match current {
        // The previous or next passage may not be listed yet.
        Some(current) if !shown.contains(&current) => around(current, count),
        _ => (*shown).clone(),
    };
    let go = |passage: usize, focus: Focus| -> Option<Callback<MouseEvent>> {
        let highlight = subject.highlight_of(annotated, passage)?;
        Some(onselect.reform(move |_: MouseEvent| Selection { highlight, focus }))
    };
    let step = |label: &'static str, to: Option<usize>, path: &'static str| {
        let onclick = to.and_then(|to| go(to, Focus::Stay));
        html! {
            <button type="button" class="step" aria-label={label} aria-disabled={onclick.is_none().to_string()} {onclick}>
                <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path d={path} /></svg>
            </button>
        }
    };
    let items = shown_range.clone().map(|passage| {
        let mention = subject.passages[passage];
        let pieces = snippet(&document.text, &annotated.annotations, mention);
        let words = pieces.into_iter().map(|piece| match piece {
            Piece::Text(words) => Html::from(words),
            Piece::Mention(words) => html! { <b class="mention">{ words }</b> },
            Piece::Link(link) => {
                let host = annotated.annotations.links[link].host.clone().unwrap_or_default();
                html! { <span class="passage-link">{ host }</span> }
            }
            Piece::Ellipsis => Html::from("…"),
        });
        html! {
            <li key={passage}>
                <button
                    type="button"
                    class="passage"
                    lang={document.language.tag()}
                    dir="auto"
                    aria-current={(current == Some(passage)).then_some("true")}
                    onclick={go(passage, Focus::Highlight)}
                >{ for words }</button>
            </li>
        }
    });
    let widen = |label: &'static str, range: Range<usize>| {
        let shown = shown.clone();
        let onclick = Callback::from(move |_: MouseEvent| shown.set(range.clone()));
        html! { <button type="button" class="button button--plain more" {onclick}>{ label }</button> }
    };
    let Range { start, end } = shown_range;
    html! {
        <div class="gloss-part">
            <div class="passages-head">
                <h3>{ messages.passages }</h3>
                if count > 1 {
                    <div class="steps">
                        { step(messages.previous, current.and_then(|at| at.checked_sub(1)), "M10 3L5 8l5 5") }
                        <span class="steps-count" role="status">
                            if let Some(current) = current {
                                { whole_number(*locale, current + 1) }{ "\u{a0}/\u{a0}" }
                            }
                            { whole_number(*locale, count) }
                        </span>
                        { step(messages.next, current.map(|at| at + 1).filter(|&next| next < count), "M6 3l5 5-5 5") }
                    </div>
                }
            </div>
            if start > 0 {
                { widen(messages.show_earlier, start.saturating_sub(MORE)..end) }
            }
            <ol class="passages" role="list">{ for items }</ol>
            if end < count {
                { widen(messages.show_more, start..(end + MORE).min(count)) }
            }
        </div>
    }
}

/// The range of passages to list around `current` of `count`.
fn around(current: usize, count: usize) -> Range<usize> {
    let start = current.saturating_sub(FEW / 4).min(count.saturating_sub(FEW));
    start..(start + FEW).min(count)
}
