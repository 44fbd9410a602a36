//! What stands beside what, sentence by sentence.

use crate::entity::Entity;
use crate::figure::Figure;
use crate::lang::Language;
use crate::link::{Capitals, Link, find_anchor};
use crate::quote::{Quote, Speakers};
use crate::text::{Block, Passage, Resolved, Sentence, Span, Token, item_at, sort_by_start};
use std::ops::Range;

/// Everything found in a text, being joined to what stands beside it.
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
    /// Relations still to be found between these; every list is sorted.
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
        // A number inside a name is part of the name: "G20".
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

    /// Joins what stands in `sentence`, which lies in `block`. Sentences come in order.
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
            let beside = &mut self.entities[mention.entity].figures;
            // A name that stands twice in a sentence has its figures already.
            if beside.last().is_none_or(|&last| last < figures.start) {
                beside.extend(figures.clone());
            }
        }
    }
}

/// Adds `index`, unless it was the last one added.
fn push_new(indices: &mut Vec<usize>, index: usize) {
    if indices.last() != Some(&index) {
        indices.push(index);
    }
}

/// The indices of those `items` that start in `span`; `items` are sorted by where they start.
fn within<T>(items: &[T], span: Span, place: impl Fn(&T) -> Span) -> Range<usize> {
    let first = items.partition_point(|item| place(item).start < span.start);
    let count = items[first..].partition_point(|item| place(item).start < span.end);
    first..first + count
}
