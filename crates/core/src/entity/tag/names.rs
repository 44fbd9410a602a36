//! From a sentence's labels to its names, by what the whole article tells.

use super::evidence::Evidence;
use super::label::{CLASSES, ORGANISATION, PERSON, PLACE};
use super::model::Model;
use super::word::{Shape, Word};
use crate::entity::Class;
use crate::text::{Span, Token};
use std::ops::Range;

/// A sentence, and what is known of its words.
pub(super) struct Names<'a, 'p> {
    pub model: &'a Model<'p>,
    pub evidence: &'a Evidence,
    pub text: &'a str,
    /// The sentence's tokens, one for each of its words.
    pub tokens: &'a [Token],
    pub words: &'a [Word],
    /// Whether it is about matches.
    pub sport: bool,
    /// The town named last: where it ends, and whether it stood for its club.
    pub town: (usize, bool),
    /// Memory to look words up with.
    pub folded: &'a mut String,
}

impl Names<'_, '_> {
    /// Gives `emit` the names of the sentence, from left to right, none overlapping. `labelled` are those that its
    /// labels spell, by their words and class.
    pub fn find(&mut self, labelled: Vec<(Range<usize>, usize)>, mut emit: impl FnMut(Span, Class)) {
        let shouted = is_shouted(self.words);
        // The town of a dateline, whatever its words seem to be.
        let mut next = self.model.dateline(self.text, self.tokens).unwrap_or(0);
        self.emit(0..next, Class::Place, &mut emit);
        for (name, class) in labelled {
            let (mut name, class) = self.settled(name, class);
            name.start = name.start.max(next);
            if name.is_empty() {
                continue;
            }
            self.unlabelled(next..name.start, &mut emit);
            next = name.end;
            if shouted && !self.evidence.knows(&self.words[name.clone()]) {
                continue;
            }
            let people = name.len() == 1
                && class != PERSON
                && self.is_people(name.start)
                && (name.start == 0 || self.tokens[name.start - 1].span.of(self.text) != "en");
            let class = if people { Class::Other } else { CLASSES[class] };
            self.emit(name, class, &mut emit);
        }
        self.unlabelled(next..self.words.len(), &mut emit);
    }

    fn emit(&mut self, words: Range<usize>, class: Class, emit: &mut impl FnMut(Span, Class)) {
        let mut class = class;
        if self.sport && class == Class::Place {
            if let Some(away) = self.pair(&words) {
                let span = self.tokens[words.start].span;
                emit(Span::new(span.start, away - 1), Class::Organisation);
                emit(Span::new(away, span.end), Class::Organisation);
                return;
            }
            class = self.side(&words);
        }
        if let Some(span) = self.model.trim(self.text, &self.tokens[words]) {
            emit(span, class);
        }
    }

    /// Where a labelled name begins and ends, and its class, by what stands in and after it.
    fn settled(&self, mut name: Range<usize>, mut class: usize) -> (Range<usize>, usize) {
        // "l'Union soviétique" begins as unions do.
        if class == ORGANISATION
            && let Some(count) =
                self.model.region(self.text, &self.tokens[name.clone()], &self.words[name.clone()])
        {
            (name.end, class) = (name.start + count, PLACE);
        }
        // "chez Roche & Cie"
        if self.model.company_ends(self.text, &self.tokens[name.end..]) {
            (name.end, class) = (name.end + 2, ORGANISATION);
        }
        // "a dit hier à Reuters Karim": what names a body elsewhere is nobody's first name here.
        let first = &self.words[name.start];
        if class == PERSON && name.len() > 1 && self.evidence.constant(first) == Some(ORGANISATION) {
            name.start += 1;
        }
        (name, class)
    }

    /// The names among words that have no label: well-known places, peoples, and what the article names elsewhere.
    fn unlabelled(&mut self, words: Range<usize>, emit: &mut impl FnMut(Span, Class)) {
        let tokens = &self.tokens[..words.end];
        let mut next = words.start;
        while next < words.end {
            let at = next;
            if let Some(count) = self.model.place_at(self.text, tokens, self.words, at, self.folded) {
                next = at + count;
                self.emit(at..next, Class::Place, emit);
                continue;
            }
            next += 1;
            // A sentence may begin with an adjective: "Américaine, elle vit à Paris".
            let class = if at > 0 && self.is_people(at) {
                // "en Corse"
                let place = self.tokens[at - 1].span.of(self.text) == "en";
                Some(if place { Class::Place } else { Class::Other })
            } else {
                self.evidence.constant(&self.words[at]).map(|class| CLASSES[class])
            };
            if let Some(class) = class {
                self.emit(at..next, class, emit);
            }
        }
    }

    /// Whether the word at `at` names a people or a member of one.
    fn is_people(&self, at: usize) -> bool {
        matches!(self.words[at].shape, Shape::Title | Shape::TitleHyphen)
            && self.model.is_people(self.text, self.tokens[at])
    }
}

/// Whether a line is all in capitals, as crossheads are.
pub(super) fn is_shouted(words: &[Word]) -> bool {
    words.iter().filter(|word| word.is_capital()).count() > 1
        && words.iter().all(|word| {
            !matches!(
                word.shape,
                Shape::Lower
                    | Shape::LowerHyphen
                    | Shape::Title
                    | Shape::TitleHyphen
                    | Shape::Mixed
                    | Shape::Camel
            )
        })
}
