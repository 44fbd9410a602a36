//! Corrections of names that the model found: their extent and class, from the words in and around them.

use super::super::label::{EVENT, Label, ORGANISATION, PERSON, PLACE, WORK};
use super::super::word::{ORGANISATION_HEAD, Shape};
use super::{Cues, only_class};
use std::ops::Range;

impl Cues<'_, '_> {
    /// Labels a name that the model found, after corrections of its extent and class.
    pub(super) fn adjust(&self, mut name: Range<usize>, mut class: usize, labels: &mut [Label]) {
        if class == ORGANISATION {
            // "l'Institut Mallard et le Bureau" is two names.
            if let Some(at) = self.joining_and(&name) {
                Label::set(class, name.start..at, labels);
                name.start = at + 1 + usize::from(at + 2 < name.end);
            }
            // "la Haute Assemblée rétablira l'équilibre": the name ends before the verb.
            if let Some(verb) = self.find_verb(&name) {
                name.end = verb;
            }
            // "le laboratoire espagnol Mallard"
            if name.len() > 2
                && self.is_organisation_noun(name.start)
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
            name.end = self.end_with_complement(&name);
        }
        // "Sans Zita, …"
        if class == PERSON && name.len() > 1 && self.is(name.start, self.model.tables.name_prepositions) {
            name.start += 1;
        }
        if class < EVENT && self.has_price_change_after(name.end) && !self.is_known(&name) {
            class = ORGANISATION;
        }
        if name.len() == 1 && class < EVENT && self.has_age_after(name.end) {
            class = PERSON;
        }
        if class == ORGANISATION && self.is(name.start, self.model.tables.festivals) {
            class = EVENT;
        }
        if class == ORGANISATION && name.len() > 1 && self.is(name.end - 1, self.model.tables.venues) {
            class = PLACE;
        }
        let noun_before =
            || name.start.checked_sub(1).is_some_and(|noun| self.is(noun, self.model.tables.bodies));
        let noun_after = || class == PERSON && self.has_organisation_noun_after(name.end);
        if class < ORGANISATION
            && name.len() == 1
            && (self.follows_adjective_of_origin(name.start) || noun_before() || noun_after())
        {
            class = ORGANISATION;
        }
        if class == PLACE && name.len() > 1 && self.is_unknown_with_role(&name) {
            class = PERSON;
        }
        if let Some(noun) = name.start.checked_sub(1).filter(|_| class != WORK)
            && let Some(of) = only_class(self.words[noun].heads)
            && self.is(noun, self.model.tables.named_after)
        {
            class = of;
            if of == EVENT {
                name.start = noun;
            }
        }
        Label::set(class, name, labels);
    }

    /// Whether the gazetteer does not have this name and a role follows it, so that it is a person's: "Zita Mallard,
    /// biologiste".
    fn is_unknown_with_role(&self, name: &Range<usize>) -> bool {
        let article =
            self.words.get(name.end + 1).is_some_and(|_| self.is(name.end + 1, self.model.tables.articles));
        let role = name.end + 1 + usize::from(article);
        self.is_mark(name.end, ",")
            && role < self.words.len()
            && self.model.tables.is_role(self.word(role))
            && !self.is_known(name)
    }

    /// Whether the gazetteer has this name or a name at its start.
    fn is_known(&self, name: &Range<usize>) -> bool {
        self.known_words(name).is_some()
    }

    /// The number of words of the longest name in the gazetteer at the start of this one.
    fn known_words(&self, name: &Range<usize>) -> Option<usize> {
        let known = self.model.gazetteer.longest(self.text, &self.tokens[name.clone()], &mut String::new());
        known.map(|(count, _)| count)
    }

    /// The end of an organisation's name including a complement that the model left out: "Conseil européen" before "de
    /// la recherche". The end of `name` if there is none.
    fn end_with_complement(&self, name: &Range<usize>) -> usize {
        let head = name.len() > 1
            && self.words[name.start].is_capital()
            && self.words[name.start].heads & ORGANISATION_HEAD != 0
            && self.words[name.end - 1].shape == Shape::Lower
            && !self.words[name.clone()].iter().any(|word| word.connects)
            && !self.is_known(name);
        if head { self.with_complements(name.end, self.words.len(), false) } else { name.end }
    }

    /// The index of the "et" that joins two organisations which the model took for one name.
    fn joining_and(&self, name: &Range<usize>) -> Option<usize> {
        let tables = self.model.tables;
        let joint = (name.start + 1..name.end.saturating_sub(2)).find(|&at| {
            // "Protection civile et du Secours" are two complements, neither inside the other.
            let apart = || self.words[at + 1].of && !self.words[name.start..at].iter().any(|word| word.of);
            self.is(at, tables.and)
                && (self.is(at + 1, tables.bare_articles) || apart())
                && self.words[at + 2].is_capital()
        });
        let Some(joint) = joint else {
            // "Crédit agricole et Mallard"
            let and = name.start + self.known_words(name)?;
            return (and + 2 == name.end && self.is(and, tables.and)).then_some(and);
        };
        // One name: "Direction pour l'Europe et la Suisse".
        let tied = (name.start..joint).any(|at| self.is(at, tables.name_prepositions));
        (!tied).then_some(joint)
    }

    /// The index of a verb in a name: a word in lower case that is not a known noun, preposition or connecting word,
    /// and is either before an article or a reporting verb.
    fn find_verb(&self, name: &Range<usize>) -> Option<usize> {
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
