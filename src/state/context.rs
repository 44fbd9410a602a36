//! The context of a highlight, shown in its gloss: passages, links, figures, quotations and related entities.

use super::Annotated;
use manicule_core::relation::Target;
use manicule_core::{Annotations, Span};
use std::collections::HashSet;

/// Maximum number of entities listed from the same sentences.
const MAX_ENTITIES: usize = 8;
/// Maximum number of bytes of a sentence shown on either side of a mention.
const MAX_SIDE: usize = 180;

/// The content of a target's gloss, as indices into the article's [`Annotations`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Context {
    /// The target that the gloss describes.
    pub target: Target,
    /// Mentions of the target, in text order; for a date, all figures with the same date.
    pub passages: Vec<Span>,
    /// Links cited for the target, each address once.
    pub links: Vec<usize>,
    /// Other links cited in the same sentences, each address once.
    pub neighbouring_links: Vec<usize>,
    /// Figures in the same sentences, each wording once.
    pub figures: Vec<usize>,
    /// Entities in the same sentences, most frequent first.
    pub entities: Vec<usize>,
    /// Quotations attributed to the target.
    pub quotes: Vec<usize>,
}

impl Context {
    /// Collects the context of `target` in the article with the text `text`.
    pub fn of(text: &str, annotated: &Annotated, target: Target) -> Context {
        let annotations = &annotated.annotations;
        let (passages, links, figures, quotes) = match target {
            Target::Entity(index) => {
                let entity = &annotations.entities[index];
                (entity.mentions.clone(), &*entity.links, &*entity.figures, &*entity.quotes)
            }
            Target::Figure(index) => {
                let links = &*annotations.figures[index].links;
                (figures_with_same_date(annotations, index), links, &[][..], &[][..])
            }
            Target::Link(index) => (vec![annotations.links[index].span], &[][..], &[][..], &[][..]),
        };
        let neighbours = Neighbours::of(annotated, &passages, target);
        let address = |&index: &usize| annotations.links[index].url.as_deref();
        let links = unique(links.iter().copied(), address, HashSet::new());
        let cited: HashSet<_> = links.iter().map(&address).collect();
        let neighbouring_links = unique(neighbours.links.into_iter(), address, cited);
        let words = |&index: &usize| Some(annotations.figures[index].span.of(text));
        let figures = unique(figures.iter().copied(), words, HashSet::new());
        Context {
            target,
            passages,
            links,
            neighbouring_links,
            figures,
            entities: neighbours.entities,
            quotes: quotes.to_vec(),
        }
    }

    /// Returns the index of the passage that starts at byte `offset`.
    pub fn passage_at(&self, offset: usize) -> Option<usize> {
        self.passages.binary_search_by_key(&offset, |passage| passage.start).ok()
    }

    /// Returns the index of the highlight of the passage at `index`; `None` if a link's highlight covers the passage.
    pub fn highlight_of(&self, annotated: &Annotated, index: usize) -> Option<usize> {
        let start = self.passages.get(index)?.start;
        let found =
            annotated.highlights.binary_search_by_key(&start, |highlight| highlight.span.start).ok()?;
        (!matches!(annotated.highlights[found].target, Target::Link(_))).then_some(found)
    }
}

/// Returns `items` without those with a `key` that is in `seen` or that an earlier item has.
fn unique<K: std::hash::Hash + Eq>(
    items: impl Iterator<Item = usize>,
    key: impl Fn(&usize) -> K,
    mut seen: HashSet<K>,
) -> Vec<usize> {
    items.filter(|item| seen.insert(key(item))).collect()
}

/// Returns the spans of all figures with the same date as the figure at `index`; if it has no date, its span alone.
fn figures_with_same_date(annotations: &Annotations, index: usize) -> Vec<Span> {
    let figure = &annotations.figures[index];
    match &figure.iso {
        Some(iso) if figure.measure.is_temporal() => {
            let same = |other: &&manicule_core::Figure| {
                other.measure.is_temporal() && other.iso.as_ref() == Some(iso)
            };
            annotations.figures.iter().filter(same).map(|other| other.span).collect()
        }
        _ => vec![figure.span],
    }
}

/// The links and entities in the sentences of a target's mentions.
struct Neighbours {
    links: Vec<usize>,
    entities: Vec<usize>,
}

impl Neighbours {
    fn of(annotated: &Annotated, passages: &[Span], target: Target) -> Neighbours {
        let annotations = &annotated.annotations;
        let mut links = Vec::new();
        let mut counts = vec![0_usize; annotations.entities.len()];
        let mut last = None;
        for passage in passages {
            let sentence = annotations.sentence_at(passage.start);
            // Two passages in one sentence have the same neighbours.
            if sentence.is_none() || sentence == std::mem::replace(&mut last, sentence) {
                continue;
            }
            let Some(sentence) = sentence else { continue };
            let at = |offset| annotations.links.partition_point(|link| link.span.start < offset);
            let cited = at(sentence.start)..at(sentence.end);
            links.extend(cited.filter(|&index| annotations.links[index].url.is_some()));
            for highlight in &annotated.highlights[annotated.within(sentence.start, sentence.end)] {
                if let Target::Entity(index) = highlight.target
                    && highlight.target != target
                {
                    counts[index] += 1;
                }
            }
        }
        // Most frequent first; equally frequent entities in text order.
        let mut entities: Vec<(usize, usize)> =
            counts.into_iter().enumerate().map(|(index, count)| (usize::MAX - count, index)).collect();
        entities.retain(|&(rank, _)| rank < usize::MAX);
        entities.sort_unstable();
        entities.truncate(MAX_ENTITIES);
        let entities = entities.into_iter().map(|(_, index)| index).collect();
        Neighbours { links, entities }
    }
}

/// A part of a passage as shown in a gloss.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Text around the mention.
    Text(&'a str),
    /// The mention.
    Mention(&'a str),
    /// A cited link, by its index, in place of its address.
    Link(usize),
    /// Omitted text.
    Ellipsis,
}

/// Returns the sentence around `mention`, shortened if it is long, with links in place of addresses.
pub fn snippet<'a>(text: &'a str, annotations: &Annotations, mention: Span) -> Vec<Piece<'a>> {
    let sentence = annotations.sentence_at(mention.start).unwrap_or(mention).join(mention);
    let start = cut(text, Span::new(sentence.start, mention.start), true);
    let end = cut(text, Span::new(mention.end, sentence.end), false);
    let mut pieces = Vec::new();
    if start > sentence.start {
        pieces.push(Piece::Ellipsis);
    }
    push_text(text, annotations, Span::new(start, mention.start), &mut pieces);
    pieces.push(Piece::Mention(mention.of(text)));
    push_text(text, annotations, Span::new(mention.end, end), &mut pieces);
    if end < sentence.end {
        pieces.push(Piece::Ellipsis);
    }
    pieces
}

/// Shortens `side`, the text before or after a mention, at a word boundary; returns its new start or new end in bytes.
fn cut(text: &str, side: Span, before: bool) -> usize {
    if side.len() <= MAX_SIDE {
        return if before { side.start } else { side.end };
    }
    let words = side.of(text);
    // Addresses count in full although the gloss shortens them; the limit need not be exact.
    let at = if before {
        let from = boundary(words, words.len() - MAX_SIDE);
        words[from..].find(' ').map_or(from, |space| from + space + 1)
    } else {
        let to = boundary(words, MAX_SIDE);
        words[..to].rfind(' ').unwrap_or(to)
    };
    side.start + at
}

/// Returns the last character boundary of `words` at or before byte `at`.
fn boundary(words: &str, at: usize) -> usize {
    (0..=at).rev().find(|&at| words.is_char_boundary(at)).unwrap_or(0)
}

fn push_text<'a>(text: &'a str, annotations: &Annotations, span: Span, pieces: &mut Vec<Piece<'a>>) {
    let links = &annotations.links;
    let mut at = span.start;
    let first = links.partition_point(|link| link.span.end <= span.start);
    for (index, link) in links.iter().enumerate().skip(first) {
        if link.span.start >= span.end {
            break;
        }
        if link.url.is_none() || link.span.is_empty() {
            continue;
        }
        if at < link.span.start {
            pieces.push(Piece::Text(&text[at..link.span.start]));
        }
        pieces.push(Piece::Link(index));
        at = link.span.end.min(span.end);
    }
    if at < span.end {
        pieces.push(Piece::Text(&text[at..span.end]));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use manicule_core::{Options, annotate};

    #[test]
    fn a_snippet_shows_links_in_place_of_addresses() {
        let text = "Le minage https://exemple.fr/minage de bitcoins.";
        let annotations = annotate(text, Options::default(), None);
        let mention = Span::new(39, 47);
        assert_eq!(mention.of(text), "bitcoins");
        assert_eq!(
            snippet(text, &annotations, mention),
            [
                Piece::Text("Le minage "),
                Piece::Link(0),
                Piece::Text(" de "),
                Piece::Mention("bitcoins"),
                Piece::Text("."),
            ]
        );
    }

    #[test]
    fn a_long_sentence_is_cut_between_words() {
        let side = "été comme hiver, ".repeat(40);
        let text = format!("{side}Almaty {side}");
        let annotations = annotate(&text, Options::default(), None);
        let start = side.len();
        let pieces = snippet(&text, &annotations, Span::new(start, start + 6));
        assert_eq!(pieces.first(), Some(&Piece::Ellipsis));
        assert!(pieces.contains(&Piece::Mention("Almaty")));
        for piece in pieces {
            if let Piece::Text(words) = piece {
                assert!(words.len() <= MAX_SIDE + 2, "{words}");
            }
        }
    }
}
