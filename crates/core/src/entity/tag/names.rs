//! The names of a sentence, from its labels and the evidence of the whole article.

use super::evidence::Evidence;
use super::label::{CLASSES, ORGANISATION, PERSON, PLACE};
use super::model::Model;
use super::word::{Shape, Word};
use crate::entity::Class;
use crate::text::{Span, Token};
use std::ops::Range;

/// Finds the names of one sentence.
pub(super) struct Names<'a, 'p> {
    pub model: &'a Model<'p>,
    pub evidence: &'a Evidence,
    pub text: &'a str,
    /// The sentence's tokens, one for each of its words.
    pub tokens: &'a [Token],
    pub words: &'a [Word],
    /// Whether the sentence is about matches, in which clubs are called by their towns.
    pub is_sport: bool,
    /// The town named last: the word after it, and whether it meant the town's club.
    pub last_town: (usize, bool),
    /// A buffer for looking words up.
    pub folded: &'a mut String,
}

impl Names<'_, '_> {
    /// Calls `emit` with the span and class of each name of the sentence, in order and without overlaps. `labelled` are
    /// the names from its labels: ranges of words and indices in [`CLASSES`].
    pub fn find(&mut self, labelled: Vec<(Range<usize>, usize)>, mut emit: impl FnMut(Span, Class)) {
        let all_caps = is_all_caps(self.words);
        // The town of a dateline is a place, whatever its labels.
        let mut next = self.model.dateline_town(self.text, self.tokens).unwrap_or(0);
        self.emit(0..next, Class::Place, &mut emit);
        for (name, class) in labelled {
            let (mut name, class) = self.adjust(name, class);
            name.start = name.start.max(next);
            if name.is_empty() {
                continue;
            }
            self.find_unlabelled(next..name.start, &mut emit);
            next = name.end;
            if all_caps && !self.evidence.are_mostly_names(&self.words[name.clone()]) {
                continue;
            }
            let people = name.len() == 1
                && class != PERSON
                && self.is_people(name.start)
                && (name.start == 0 || self.tokens[name.start - 1].span.of(self.text) != "en");
            let class = if people { Class::Other } else { CLASSES[class] };
            self.emit(name, class, &mut emit);
        }
        self.find_unlabelled(next..self.words.len(), &mut emit);
    }

    /// Calls `emit` with the span of these words, trimmed, and the class; in sentences about matches, with the clubs
    /// that are called by their towns.
    fn emit(&mut self, words: Range<usize>, class: Class, emit: &mut impl FnMut(Span, Class)) {
        let mut class = class;
        if self.is_sport && class == Class::Place {
            if let Some(away) = self.second_club(&words) {
                let span = self.tokens[words.start].span;
                emit(Span::new(span.start, away - 1), Class::Organisation);
                emit(Span::new(away, span.end), Class::Organisation);
                return;
            }
            class = self.class_of_town(&words);
        }
        if let Some(span) = self.model.trim(self.text, &self.tokens[words]) {
            emit(span, class);
        }
    }

    /// A labelled name's words and class, corrected from what is in and after the name.
    fn adjust(&self, mut name: Range<usize>, mut class: usize) -> (Range<usize>, usize) {
        // "l'Union soviétique" begins like the name of an organisation.
        if class == ORGANISATION
            && let Some(count) =
                self.model.leading_region(self.text, &self.tokens[name.clone()], &self.words[name.clone()])
        {
            (name.end, class) = (name.start + count, PLACE);
        }
        // "chez Roche & Cie"
        if self.model.begin_with_company_end(self.text, &self.tokens[name.end..]) {
            (name.end, class) = (name.end + 2, ORGANISATION);
        }
        // "a dit hier à Reuters Karim": an organisation elsewhere in the article is not a first name here.
        let first = &self.words[name.start];
        if class == PERSON && name.len() > 1 && self.evidence.usual_class(first) == Some(ORGANISATION) {
            name.start += 1;
        }
        (name, class)
    }

    /// Finds names among words outside labelled names: well-known places, peoples, and names from the rest of the
    /// article.
    fn find_unlabelled(&mut self, words: Range<usize>, emit: &mut impl FnMut(Span, Class)) {
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
                self.evidence.usual_class(&self.words[at]).map(|class| CLASSES[class])
            };
            if let Some(class) = class {
                self.emit(at..next, class, emit);
            }
        }
    }

    /// Whether the word at `at` is the name of a people or of its members.
    fn is_people(&self, at: usize) -> bool {
        matches!(self.words[at].shape, Shape::Title | Shape::TitleHyphen)
            && self.model.is_people(self.text, self.tokens[at])
    }
}

/// Whether a line of several capitalised words is all in capitals, as some crossheads are.
pub(super) fn is_all_caps(words: &[Word]) -> bool {
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
