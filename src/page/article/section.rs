//! One section: some blocks with their marks.

use super::View;
use super::mark::mark;
use crate::state::Document;
use manicule_core::{BlockKind, Span};
use std::rc::Rc;
use yew::prelude::*;

/// What a section is made from. Compared by address: articles and views are made once and shared.
#[derive(Properties)]
pub struct SectionProps {
    /// The article.
    pub document: Rc<Document>,
    /// Which of its sections.
    pub index: usize,
    /// The marks.
    pub view: Rc<View>,
}

impl PartialEq for SectionProps {
    fn eq(&self, other: &Self) -> bool {
        self.index == other.index
            && Rc::ptr_eq(&self.document, &other.document)
            && Rc::ptr_eq(&self.view, &other.view)
    }
}

/// Some blocks of the article. The text content of the element is the section's text, character by character.
#[component]
pub fn SectionView(props: &SectionProps) -> Html {
    let SectionProps { document, index, view } = props;
    let section = &document.sections[*index];
    let blocks = &document.article.blocks[section.blocks.clone()];
    let mut nodes: Vec<Html> = Vec::with_capacity(2 * blocks.len() + 1);
    let mut list: Vec<Html> = Vec::new();
    let mut at = section.span.start;
    for (offset, block) in blocks.iter().enumerate() {
        let space = gap(&document.text[at..block.span.start]);
        at = block.span.end;
        if block.kind == BlockKind::ListItem {
            // The space before a list's first item stands before the list.
            let place = if list.is_empty() { &mut nodes } else { &mut list };
            place.extend(space);
            list.push(block_view(document, view, section.blocks.start + offset));
            continue;
        }
        if !list.is_empty() {
            nodes.push(list_view(&mut list));
        }
        nodes.extend(space);
        nodes.push(block_view(document, view, section.blocks.start + offset));
    }
    if !list.is_empty() {
        nodes.push(list_view(&mut list));
    }
    nodes.extend(gap(&document.text[at..section.span.end]));
    let class = classes!("section", (document.sections.len() > FEW).then_some("section--far"));
    html! { <div {class}>{ nodes }</div> }
}

/// Up to this many sections the browser lays out the whole article at once; of more, only what is near the screen.
const FEW: usize = 4;

fn list_view(items: &mut Vec<Html>) -> Html {
    // The role is said again because a list without bullets loses it in Safari.
    html! { <ul class="list" role="list">{ std::mem::take(items) }</ul> }
}

/// The white space between two blocks. What a browser would not collapse is kept out of sight.
fn gap(space: &str) -> Option<Html> {
    if space.is_empty() {
        return None;
    }
    Some(match space.bytes().all(|byte| byte.is_ascii_whitespace()) {
        true => Html::from(space),
        false => html! { <span class="gap">{ space }</span> },
    })
}

fn block_view(document: &Document, view: &View, index: usize) -> Html {
    let block = document.article.blocks[index];
    let words = words(document, view, block.span);
    let id = index.to_string();
    match block.kind {
        BlockKind::Title if document.article.title == Some(block.span) => {
            html! { <h1 class="title" data-b={id} dir="auto">{ words }</h1> }
        }
        BlockKind::Title | BlockKind::Crosshead => {
            html! { <h2 class="crosshead" data-b={id} dir="auto">{ words }</h2> }
        }
        BlockKind::Paragraph => html! { <p class="paragraph" data-b={id} dir="auto">{ words }</p> },
        BlockKind::ListItem => html! { <li class="item" data-b={id} dir="auto">{ words }</li> },
        BlockKind::Quotation => {
            html! { <blockquote class="quotation" data-b={id} dir="auto">{ words }</blockquote> }
        }
    }
}

/// The words of `span`, cut at its marks.
fn words(document: &Document, view: &View, span: Span) -> Vec<Html> {
    let text = &document.text;
    let Some(annotated) = &view.annotated else {
        return vec![Html::from(span.of(text))];
    };
    let mut nodes = Vec::new();
    let mut at = span.start;
    for index in annotated.within(span.start, span.end) {
        let marked = annotated.highlights[index].span;
        if !annotated.is_shown(index, view.filter) || marked.end > span.end {
            continue;
        }
        if at < marked.start {
            nodes.push(Html::from(&text[at..marked.start]));
        }
        nodes.push(mark(text, annotated, index, view.locale));
        at = marked.end;
    }
    if at < span.end {
        nodes.push(Html::from(&text[at..span.end]));
    }
    nodes
}
