//! Articles whose blocks and links are known from a web page.

use manicule_core::relation::{Kind, highlights};
use manicule_core::{Annotations, Annotator, Article, Block, BlockKind, Link, Options, Span};
use proptest::prelude::*;

const ADDRESS: &str = "https://exemple.fr/2022/01/06/le-prix-du-gaz";

fn annotate(text: &str, blocks: &[(BlockKind, Span)], links: Vec<Link>) -> Annotations {
    let blocks = blocks.iter().map(|&(kind, span)| Block { kind, span }).collect();
    let article = Article { title: None, blocks };
    Annotator::of_article(text, article, links, Options::default(), None).finish()
}

fn span(text: &str, words: &str) -> Span {
    let start = text.find(words).expect("the words are in the text");
    Span::new(start, start + words.len())
}

#[test]
fn given_blocks_keep_their_kinds() {
    // In a plain text, a line in capitals would be a crosshead.
    let text = "COMMUNIQUÉ DE LA MAIRIE\n\n3 morts";
    let given = [
        (BlockKind::Paragraph, span(text, "COMMUNIQUÉ DE LA MAIRIE")),
        (BlockKind::ListItem, span(text, "3 morts")),
    ];
    let annotations = annotate(text, &given, Vec::new());
    let blocks: Vec<_> = annotations.article.blocks.iter().map(|block| (block.kind, block.span)).collect();
    assert_eq!(blocks, given);
    assert_eq!(annotations.figures.len(), 1);
}

#[test]
fn a_page_s_link_is_cited_for_its_anchor_and_not_highlighted() {
    let text = "La hausse de 12 % du gaz inquiète.";
    let anchor = span(text, "12 % du gaz");
    let blocks = [(BlockKind::Paragraph, Span::new(0, text.len()))];
    let annotations = annotate(text, &blocks, vec![Link::of_page(ADDRESS.to_owned(), anchor)]);
    let link = &annotations.links[0];
    assert_eq!((link.span, link.anchor), (Span::new(anchor.start, anchor.start), Some(anchor)));
    assert_eq!(annotations.date.map(|date| date.to_string()).as_deref(), Some("2022-01-06"));
    assert_eq!(annotations.figures[0].links, [0]);
    assert!(highlights(&annotations).iter().all(|highlight| highlight.kind != Kind::Link));
}

#[test]
fn an_address_as_link_text_is_one_link() {
    let text = "Lire https://exemple.fr/gaz et https://exemple.fr/petrole";
    let anchor = span(text, "https://exemple.fr/gaz");
    let blocks = [(BlockKind::Paragraph, Span::new(0, text.len()))];
    let annotations = annotate(text, &blocks, vec![Link::of_page(ADDRESS.to_owned(), anchor)]);
    let links: Vec<_> = annotations.links.iter().map(|link| (link.span, link.url.as_deref())).collect();
    let other = "https://exemple.fr/petrole";
    assert_eq!(links, [(anchor, Some(ADDRESS)), (span(text, other), Some(other))]);
}

#[test]
fn a_link_of_the_page_may_begin_inside_an_address() {
    let text = "Voir exemple.fr ici.";
    let blocks = [(BlockKind::Paragraph, Span::new(0, text.len()))];
    let link = Link::of_page(ADDRESS.to_owned(), span(text, "fr"));
    let shown: Vec<_> = annotate(text, &blocks, vec![link]).links.iter().map(|link| link.span).collect();
    assert_eq!(shown, [span(text, "exemple.fr"), Span::new(13, 13)]);
}

proptest! {
    #[test]
    fn invalid_blocks_and_links_are_ignored(
        text in "[a-zé0-9 .«»]{0,40}",
        given in prop::collection::vec((0_usize..60, 0_usize..60), 0..6),
    ) {
        let spans = given.iter().map(|&(start, length)| Span { start, end: start + length });
        let blocks: Vec<_> = spans.clone().map(|span| (BlockKind::Paragraph, span)).collect();
        let links = spans.map(|span| Link::of_page(ADDRESS.to_owned(), span)).collect();
        let annotations = annotate(&text, &blocks, links);
        let mut end = 0;
        for block in &annotations.article.blocks {
            prop_assert!(block.span.start >= end && text.get(block.span.start..block.span.end).is_some());
            end = block.span.end;
        }
        prop_assert!(annotations.links.is_sorted_by_key(|link| link.span.start));
    }
}
