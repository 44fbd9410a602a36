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
                name.start = at + 1 + usize::from(at + 2 < name.end);
            }
            // In "la Haute Assemblée rétablira l'équilibre" the verb ends the name.
            if let Some(verb) = self.verb(&name) {
                name.end = verb;
            }
            // "le laboratoire espagnol Mallard"
            if name.len() > 2
                && self.is_company(name.start)
                && self.words[name.start].shape == Shape::Lower
                && self.words[name.start + 1].shape == Shape::Lower
                && self.model.is_people(self.text, self.tokens[name.start + 1])
            {
                name.start += 2;
            }
            // "Mallard & Co"
            if name.start > 1 && self.is_mark(name.start - 1, "&") && self.words[name.start - 2].is_capital()
            {
                name.start -= 2;
            }
            name.end = self.with_rest(&name);
        }
        // "Sans Zita, …"
        if class == PERSON && name.len() > 1 && self.is(name.start, self.model.tables.name_prepositions) {
            name.start += 1;
        }
        if class < EVENT && self.is_quoted(name.end) && !self.is_known(&name) {
            class = ORGANISATION;
        }
        if name.len() == 1 && class < EVENT && self.is_aged(name.end) {
            class = PERSON;
        }
        if class == ORGANISATION && self.is(name.start, self.model.tables.festivals) {
            class = EVENT;
        }
        if class == ORGANISATION && name.len() > 1 && self.is(name.end - 1, self.model.tables.venues) {
            class = PLACE;
        }
        let body = || name.start.checked_sub(1).is_some_and(|noun| self.is(noun, self.model.tables.bodies));
        let lone = name.len() == 1;
        let told = || class == PERSON && self.is_body(name.end);
        if class < ORGANISATION && lone && (self.is_company_of(name.start) || body() || told()) {
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
            && !self.is_known(name)
    }

    /// Whether the gazetteer has what a name begins with.
    fn is_known(&self, name: &Range<usize>) -> bool {
        self.known(name).is_some()
    }

    /// How many words from the beginning of a name the gazetteer has.
    fn known(&self, name: &Range<usize>) -> Option<usize> {
        let known = self.model.gazetteer.longest(self.text, &self.tokens[name.clone()], &mut String::new());
        known.map(|(count, _)| count)
    }

    /// Where a body ends that is cut before its complement: "Conseil européen" before "de la recherche".
    fn with_rest(&self, name: &Range<usize>) -> usize {
        let head = name.len() > 1
            && self.words[name.start].is_capital()
            && self.words[name.start].heads & 1 != 0
            && self.words[name.end - 1].shape == Shape::Lower
            && !self.words[name.clone()].iter().any(|word| word.connects)
            && !self.is_known(name);
        if head { self.with_complements(name.end, self.words.len(), false) } else { name.end }
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
        });
        let Some(joint) = joint else {
            // "Crédit agricole et Mallard"
            let and = name.start + self.known(name)?;
            return (and + 2 == name.end && self.is(and, tables.and)).then_some(and);
        };
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
                && (self.is(at + 1, self.model.tables.bare_articles)
                    || !self.words[at - 1].connects && self.model.report.is_reporting(self.word(at)))
        })
    }
}
