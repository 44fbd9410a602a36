//! Relations between annotations of the same sentence: the speakers of quotations, the anchors of links, and the
//! figures that occur with an entity.

use crate::entity::Entity;
use crate::figure::Figure;
use crate::lang::Language;
use crate::link::{Capitals, Link, find_anchor};
use crate::quote::{Quote, Speakers};
use crate::text::{Block, Passage, Resolved, Sentence, Span, Token, item_at, sort_by_start};
use std::ops::Range;

/// The annotations of a text while their relations are being found.
#[derive(Debug)]
pub(crate) struct Relations {
    pub entities: Vec<Entity>,
    pub figures: Vec<Figure>,
    pub links: Vec<Link>,
    pub quotes: Vec<Quote>,
    /// All mentions of all entities, sorted.
    mentions: Vec<Resolved>,
    speakers: Speakers,
}

impl Relations {
    /// The annotations without relations. Every list is sorted by offset. Figures inside names are removed.
    pub fn new(entities: Vec<Entity>, figures: Vec<Figure>, mut links: Vec<Link>, quotes: Vec<Span>) -> Self {
        let mut mentions: Vec<Resolved> = entities
            .iter()
            .enumerate()
            .flat_map(|(index, entity)| {
                let class = entity.class;
                entity.mentions.iter().map(move |&span| Resolved { span, entity: index, class })
            })
            .collect();
        sort_by_start(&mut mentions, |mention| mention.span.start);
        // A number inside a name is part of it: "G20".
        let figures = figures
            .into_iter()
            .filter(|figure| {
                let name = item_at(&mentions, figure.span.start, |mention| mention.span);
                !name.is_some_and(|name| name.span.contains(figure.span))
            })
            .collect();
        let capitals = Capitals::new(&entities);
        for link in links.iter_mut().filter(|link| link.url.is_some()) {
            link.title = link.title.as_deref().map(|title| capitals.restore(title));
        }
        let quotes = quotes.into_iter().map(|span| Quote { span, speaker: None }).collect();
        Relations { entities, figures, links, quotes, mentions, speakers: Speakers::default() }
    }

    /// Finds the relations in `sentence`, which is in `block` and has these tokens. Sentences must be given in order.
    pub fn relate(
        &mut self,
        text: &str,
        language: Language,
        block: Block,
        sentence: &Sentence,
        tokens: &[Token],
    ) {
        let mentions = within(&self.mentions, sentence.span, |mention| mention.span);
        let figures = within(&self.figures, sentence.span, |figure| figure.span);
        let links = within(&self.links, sentence.span, |link| link.span);
        let quotes = within(&self.quotes, sentence.span, |quote| quote.span);
        let passage = Passage { text, language, tokens, mentions: &self.mentions[mentions.clone()] };

        let quoted: Vec<Span> = self.quotes[quotes.clone()].iter().map(|quote| quote.span).collect();
        for (at, speaker) in quotes.zip(self.speakers.read(&passage, sentence.block, &quoted)) {
            self.quotes[at].speaker = speaker;
            if let Some(speaker) = speaker {
                self.entities[speaker].quotes.push(at);
            }
        }

        for at in links {
            if self.links[at].url.is_none() {
                continue;
            }
            let link = &mut self.links[at];
            if link.anchor.is_none() {
                link.anchor = find_anchor(&passage, block, &self.figures[figures.clone()], link.span);
            }
            let Some(anchor) = link.anchor else { continue };
            for mention in passage.mentions.iter().filter(|mention| mention.span.overlaps(anchor)) {
                push_new(&mut self.entities[mention.entity].links, at);
            }
            for figure in
                self.figures[figures.clone()].iter_mut().filter(|figure| figure.span.overlaps(anchor))
            {
                push_new(&mut figure.links, at);
            }
        }

        for mention in passage.mentions {
            let known = &mut self.entities[mention.entity].figures;
            // A second mention of the entity in the sentence adds nothing.
            if known.last().is_none_or(|&last| last < figures.start) {
                known.extend(figures.clone());
            }
        }
    }
}

/// Adds `index` unless it is the last one.
fn push_new(indices: &mut Vec<usize>, index: usize) {
    if indices.last() != Some(&index) {
        indices.push(index);
    }
}

/// The range of indices of the `items` whose spans, given by `span_of`, start in `span`. `items` are sorted by offset.
fn within<T>(items: &[T], span: Span, span_of: impl Fn(&T) -> Span) -> Range<usize> {
    let first = items.partition_point(|item| span_of(item).start < span.start);
    let count = items[first..].partition_point(|item| span_of(item).start < span.end);
    first..first + count
}
