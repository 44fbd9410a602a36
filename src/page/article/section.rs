//! A section of the article: some blocks with their highlights.

use super::View;
use super::words::{direction, pieces, words};
use crate::ptr_eq::PtrEq;
use crate::state::Document;
use manicule_core::{Block, BlockKind, Span};
use yew::prelude::*;

/// Properties of [`SectionView`].
#[derive(Properties, PartialEq)]
pub struct SectionProps {
    /// The article.
    pub document: PtrEq<Document>,
    /// Index of the section.
    pub index: usize,
    /// How it is highlighted.
    pub view: View,
}

/// Some blocks of the article. The text content of the element is the section's text, character by character.
#[component]
pub fn SectionView(props: &SectionProps) -> Html {
    let SectionProps { document, index, view } = props;
    let section = &document.sections[*index];
    let blocks = &document.article.blocks[section.blocks.clone()];
    let mut nodes: Vec<Html> = Vec::with_capacity(2 * blocks.len() + 1);
    let mut open: Option<(Group, Vec<Html>)> = None;
    let mut at = section.span.start;
    for (offset, block) in blocks.iter().enumerate() {
        let space = gap(&document.text[at..block.span.start]);
        at = block.span.end;
        let group = Group::of(&document.text, block);
        if let Some((_, members)) = open.as_mut().filter(|(open, _)| Some(*open) == group) {
            members.extend(space);
            members.push(block_view(document, view, section.blocks.start + offset));
            continue;
        }
        nodes.extend(open.take().map(group_view));
        // The white space before a group's first member precedes the group.
        nodes.extend(space);
        let block = block_view(document, view, section.blocks.start + offset);
        match group {
            Some(group) => open = Some((group, vec![block])),
            None => nodes.push(block),
        }
    }
    nodes.extend(open.take().map(group_view));
    nodes.extend(gap(&document.text[at..section.span.end]));
    let class = classes!("section", (document.sections.len() > FEW).then_some("section--far"));
    html! { <div {class}>{ nodes }</div> }
}

/// Articles with more sections than this are laid out by the browser only near the viewport.
const FEW: usize = 4;

/// Blocks that are wrapped in one element together with their neighbours of the same kind.
#[derive(Clone, Copy, PartialEq)]
enum Group {
    List,
    Table,
}

impl Group {
    fn of(text: &str, block: &Block) -> Option<Group> {
        match block.kind {
            BlockKind::ListItem => Some(Group::List),
            // The rows of a table, as spreadsheets and browsers copy them, have tabs between their cells.
            BlockKind::Paragraph if block.span.of(text).contains('\t') => Some(Group::Table),
            _ => None,
        }
    }
}

fn group_view((group, members): (Group, Vec<Html>)) -> Html {
    match group {
        // The explicit role is needed in Safari, where a list without bullets loses it.
        Group::List => html! { <ul class="list" role="list">{ members }</ul> },
        Group::Table => html! { <div class="table" role="table">{ members }</div> },
    }
}

/// The white space between two blocks. Space that browsers do not collapse is hidden by the style sheet.
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
    let id = index.to_string();
    if Group::of(&document.text, &block) == Some(Group::Table) {
        let cells = cells(document, view, block.span);
        return html! { <div class="row" role="row" data-b={id}>{ cells }</div> };
    }
    let dir = direction(block.span.of(&document.text));
    let words = pieces(document, view, block.span);
    match block.kind {
        BlockKind::Title if document.article.title == Some(block.span) => {
            html! { <h1 class="title" data-b={id} {dir}>{ words }</h1> }
        }
        BlockKind::Title | BlockKind::Crosshead => {
            html! { <h2 class="crosshead" data-b={id} {dir}>{ words }</h2> }
        }
        BlockKind::Paragraph => html! { <p class="paragraph" data-b={id} {dir}>{ words }</p> },
        BlockKind::ListItem => html! { <li class="item" data-b={id} {dir}>{ words }</li> },
        BlockKind::Quotation => {
            html! { <blockquote class="quotation" data-b={id} {dir}>{ words }</blockquote> }
        }
    }
}

/// The cells of the row `span`, and the tabs between them, which browsers collapse.
fn cells(document: &Document, view: &View, span: Span) -> Vec<Html> {
    let mut start = span.start;
    let mut nodes = Vec::new();
    for cell in span.of(&document.text).split_inclusive('\t') {
        let words_end = start + cell.trim_end_matches('\t').len();
        let cell_end = start + cell.len();
        let dir = direction(cell);
        let words = words(document, view, Span::new(start, words_end));
        nodes.push(html! { <span class="cell" role="cell" {dir}>{ words }</span> });
        nodes.push(Html::from(&document.text[words_end..cell_end]));
        start = cell_end;
    }
    nodes
}
