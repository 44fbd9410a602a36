//! Where a name that the model found ends, and its class, by what it holds and what stands beside it.

use super::super::label::{EVENT, Label, ORGANISATION, PERSON, PLACE, WORK};
use super::super::word::Shape;
use super::{Cues, single};
use std::ops::Range;

impl Cues<'_, '_> {
    /// Labels a name as the model has it, cut or told otherwise where what it holds or the noun before it say so.
    pub(super) fn settle(&self, mut name: Range<usize>, mut class: usize, labels: &mut [Label]) {
        if class == ORGANISATION {
            // "l'Institut Mallard et le Bureau" are two.
            if let Some(at) = self.joint(&name) {
                Label::set(class, name.start..at, labels);
                name.start = at + 2;
            }
            // In "la Haute Assemblée rétablira l'équilibre" the verb ends the name.
            if let Some(verb) = self.verb(&name) {
                name.end = verb;
            }
        }
        if class == ORGANISATION && self.is(name.start, self.model.tables.festivals) {
            class = EVENT;
        }
        if class == ORGANISATION && name.len() > 1 && self.is(name.end - 1, self.model.tables.venues) {
            class = PLACE;
        }
        let body = || name.start.checked_sub(1).is_some_and(|noun| self.is(noun, self.model.tables.bodies));
        if class < ORGANISATION && name.len() == 1 && (self.is_company_of(name.start) || body()) {
            class = ORGANISATION;
        }
        if class == PLACE && name.len() > 1 && self.is_person(&name) {
            class = PERSON;
        }
        if let Some(noun) = name.start.checked_sub(1).filter(|_| class != WORK)
            && let Some(of) = single(self.words[noun].heads)
            && self.is(noun, self.model.tables.named_after)
        {
            class = of;
            if of == EVENT {
                name.start = noun;
            }
        }
        Label::set(class, name, labels);
    }

    /// Whether nothing is known by this name, and a role follows it: "Zita Mallard, biologiste".
    fn is_person(&self, name: &Range<usize>) -> bool {
        let article =
            self.words.get(name.end + 1).is_some_and(|_| self.is(name.end + 1, self.model.tables.articles));
        let role = name.end + 1 + usize::from(article);
        self.is_mark(name.end, ",")
            && role < self.words.len()
            && self.model.tables.is_role(self.word(role))
            && self
                .model
                .gazetteer
                .longest(self.text, &self.tokens[name.clone()], &mut String::new())
                .is_none()
    }

    /// Where "et" with an article joins two names in one.
    fn joint(&self, name: &Range<usize>) -> Option<usize> {
        let tables = self.model.tables;
        let joint = (name.start + 1..name.end.saturating_sub(2)).find(|&at| {
            // "de la Protection civile et du Secours" has two complements, neither in the other.
            let apart = || self.words[at + 1].of && !self.words[name.start..at].iter().any(|word| word.of);
            self.is(at, tables.and)
                && (self.is(at + 1, tables.bare_articles) || apart())
                && self.words[at + 2].is_capital()
        })?;
        // "Direction pour l'Europe et la Suisse"
        let tied = (name.start..joint).any(|at| self.is(at, tables.name_prepositions));
        (!tied).then_some(joint)
    }

    /// The word in lower case before an article that nothing ties to it.
    fn verb(&self, name: &Range<usize>) -> Option<usize> {
        (name.start + 1..name.end.saturating_sub(1)).find(|&at| {
            let word = &self.words[at];
            matches!(word.shape, Shape::Lower)
                && !word.connects
                && word.heads == 0
                && !self.is(at, self.model.tables.name_prepositions)
                && self.is(at + 1, self.model.tables.bare_articles)
        })
    }
}
