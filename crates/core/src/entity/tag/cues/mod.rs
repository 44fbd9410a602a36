//! Rules that correct the model's labels from the words around names: they add names that it missed, and change the
//! class or the extent of others.
//!
//! The cues are a noun before a name ("le film", "la rue"), a title, a preposition that only names of one class follow,
//! an acronym in brackets after its expansion, and another name joined by "et".

mod acronym;
mod adjust;
mod context;
mod event;
mod title;

use super::evidence::Evidence;
use super::label::{EVENT, Label, ORGANISATION, PERSON, PLACE, WORK, names};
use super::model::Model;
use super::word::{EVENT_HEAD, ORGANISATION_HEAD, PLACE_HEAD, Shape, WORK_HEAD, Word};
use crate::lang::words::Words;
use crate::text::{Token, TokenKind, fold};
use std::ops::Range;

/// A name: its words, and the index in [`CLASSES`](super::label::CLASSES) of its class.
type Name = (Range<usize>, usize);

/// A sentence to correct, and the model and evidence to use.
pub(super) struct Cues<'a, 'p> {
    pub model: &'a Model<'p>,
    pub text: &'a str,
    /// The sentence's tokens, one for each of its words.
    pub tokens: &'a [Token],
    pub words: &'a [Word],
    /// The evidence from the article, to which names found by these rules are added.
    pub evidence: &'a mut Evidence,
}

impl Cues<'_, '_> {
    /// Corrects the labels of the sentence.
    pub fn apply(mut self, labels: &mut [Label]) {
        let known: Vec<Name> = names(labels).collect();
        labels.fill(Label::OUTSIDE);
        for (name, class) in known {
            self.adjust(name, class, labels);
        }
        for (name, class) in names(labels) {
            // "le groupe Mallard"
            if class == ORGANISATION
                && let [word] = &self.words[name.clone()]
                && name.start > 1
                && (self.is_organisation_noun(name.start - 1)
                    || self.model.is_people(self.text, self.tokens[name.start - 1])
                        && self.is_organisation_noun(name.start - 2))
            {
                self.evidence.record_cue(word, class);
            }
        }
        self.label_acronyms(labels);
        self.label_missed_names(labels);
    }

    /// Labels names that have no label yet but can be recognised from their context.
    fn label_missed_names(&mut self, labels: &mut [Label]) {
        let mut last = None;
        let mut next = next_name(labels, 0);
        let mut at = 0;
        while at < labels.len() {
            if next.0.start < at {
                next = next_name(labels, at);
            }
            if next.0.start == at {
                at = next.0.end;
                last = Some(next.clone());
                continue;
            }
            let event = self.event(at, labels).map(|event| (event, EVENT));
            let Some((mut name, class)) = event.or_else(|| self.missed_name(at, last.as_ref(), &next)) else {
                at += 1;
                continue;
            };
            // "la chanteuse Zoé de Valmy", in which the model found only the place.
            let (rest, place) = &next;
            if class == PERSON
                && *place == PLACE
                && rest.start <= name.end + 1
                && (name.end..rest.start).all(|at| self.is(at, self.model.report.complements))
            {
                name.end = rest.end;
            }
            at = name.end;
            Label::set(class, name.clone(), labels);
            if let [word] = &self.words[name.clone()] {
                self.evidence.record_cue(word, class);
            }
            last = Some((name, class));
        }
    }

    /// The unlabelled name that begins at the word `at`, if its context shows its class. `last` is the previous name,
    /// `next` the following one.
    fn missed_name(&self, at: usize, last: Option<&Name>, next: &Name) -> Option<Name> {
        let limit = next.0.start;
        let tables = self.model.tables;
        let is_title = |at: usize| {
            [tables.masculine, tables.feminine, tables.titles].into_iter().any(|titles| self.is(at, titles))
        };
        if !self.words[at].is_capital() {
            return None;
        }
        if self.words[at].shape == Shape::Title
            && self.has_age_after(at + 1)
            && !at.checked_sub(1).is_some_and(|before| self.words[before].is_capital())
        {
            return Some((at..at + 1, PERSON));
        }
        let before = at.checked_sub(1)?;
        let title = || is_title(at) && self.words[at].shape != Shape::ShortCapitals;
        if self.is(at, tables.never_names) || title() {
            return None;
        }
        let exact = self.word(before);
        let organisation_noun = self.is_organisation_noun(before);
        let capitals = matches!(self.words[before].shape, Shape::ShortCapitals | Shape::LongCapitals);
        // "l'ONG Mallard", "Le CDM": the capitalised word before is not part of the name.
        let opens = organisation_noun && capitals
            || is_title(before)
            || self.is(before, tables.articles) && self.is_acronym(at);
        if self.words[before].is_capital() && !opens {
            return None;
        }
        if self.model.is_people(self.text, self.tokens[at]) {
            return None;
        }
        if let Some(title) = self.work_title(at, limit, next) {
            return Some((title, WORK));
        }
        let run = (at..limit).take_while(|&at| self.words[at].is_capital()).count();
        let name = at..at + run;
        if run == 1 && self.word(at).chars().nth(1).is_none() {
            return None;
        }
        let acronym = run == 1 && self.is_acronym(at);
        let titled = if exact == "." { before.checked_sub(1) } else { Some(before) };
        if titled.is_some_and(is_title) && !acronym {
            return Some((name, PERSON));
        }
        // "à Riom, Bréhet et Valmy"
        if let Some((other, class @ (PLACE | ORGANISATION))) = last
            && self.is_mark(before, ",")
            && other.end == before
            && (self.is_mark(name.end, ",") && self.words.get(name.end + 1).is_some_and(Word::is_capital)
                || name.end < self.words.len() && self.is(name.end, tables.and))
        {
            return Some((name, *class));
        }
        if self.words[before].shape == Shape::Punctuation {
            return None;
        }
        // "Anne Roche, du Cedor, …"
        if let Some((person, PERSON)) = last
            && self.is_mark(person.end, ",")
            && self.is_affiliation(person.end + 1..at)
        {
            return Some((name, ORGANISATION));
        }
        self.classify_by_neighbours(name, last, limit)
    }

    /// The words `name` and their class, if the words before or after them show it; for an event, with the number or
    /// complement that follows. `last` is the previous name, `limit` the first word of the next one.
    fn classify_by_neighbours(&self, name: Range<usize>, last: Option<&Name>, limit: usize) -> Option<Name> {
        let tables = self.model.tables;
        let (at, before) = (name.start, name.start.checked_sub(1)?);
        let exact = self.word(before);
        let lower = exact.starts_with(char::is_lowercase);
        let of_place = || {
            let noun = before.checked_sub(1).filter(|_| self.words[before].of)?;
            (self.word(noun).starts_with(char::is_lowercase) && self.class_of_noun(noun) == Some(PLACE))
                .then_some(())
        };
        // "député Horizons du Nord": the name after the role is a party's.
        let of = self.words.get(name.end).is_some_and(|next| next.of);
        let complement = of && !self.is_mark(name.end, "de");
        let after_leader = self.words[before].of
            && name.len() < 3
            && self.is(before, self.model.report.complements)
            && self.follows_leader_noun(before);
        let class = if self.is_organisation_noun(before)
            || self.follows_adjective_of_origin(at)
            || self.has_price_change_after(name.end)
            || after_leader
        {
            ORGANISATION
        } else if self.is(before, tables.named_after) {
            self.class_of_noun(before).filter(|&class| class != EVENT)?
        } else if name.len() == 1 && self.is_acronym(at) {
            let article = tables.articles.contains(&fold(exact)) || self.is(before, tables.contractions);
            article.then_some(ORGANISATION)?
        } else if lower
            && !complement
            && (tables.is_role(exact)
                || self.model.report.is_reporting(exact) && !self.is(before, self.model.report.called))
        {
            PERSON
        } else if self.words[at].heads & EVENT_HEAD != 0
            && self.tokens.get(name.end).is_some_and(|next| next.kind == TokenKind::Number)
        {
            return Some((at..name.end + 1, EVENT));
        } else if lower && of && name.len() == 1 && only_class(self.words[at].heads) == Some(EVENT) {
            let end = self.with_complements(name.end, limit, false);
            return (end > name.end).then_some((at..end, EVENT));
        } else if exact == "à" || of_place().is_some() {
            PLACE
        } else if self.is(before, tables.at_a_body) || self.has_organisation_noun_after(name.end) {
            ORGANISATION
        } else if let Some((other, class)) = last
            && self.is(before, tables.and)
            && other.end == before
            && *class < EVENT
            && !of
        {
            *class
        } else {
            return None;
        };
        Some((name, class))
    }

    /// Whether the word at `at` follows an article and an adjective of origin in lower case: "le suisse Mallard" is a
    /// company, because for a person the noun is used, "le Suisse".
    fn follows_adjective_of_origin(&self, at: usize) -> bool {
        at >= 2
            && self.word(at - 1).starts_with(char::is_lowercase)
            && self.model.is_people(self.text, self.tokens[at - 1])
            && (self.is(at - 2, self.model.tables.bare_articles)
                || self.is(at - 2, self.model.tables.contractions))
    }

    /// Whether the words from `at` on are an apposition that begins with the noun of an organisation: ", l'association
    /// suisse".
    fn has_organisation_noun_after(&self, at: usize) -> bool {
        // ", fabricant de pneus"
        let article = at + 1 < self.words.len() && self.is(at + 1, self.model.tables.bare_articles);
        let noun = at + 1 + usize::from(article);
        self.is_mark(at, ",") && noun < self.words.len() && self.is_organisation_noun(noun)
    }

    /// Whether the word at `at` is a noun for companies or other organisations: "groupe", "association".
    fn is_organisation_noun(&self, at: usize) -> bool {
        self.model.tables.is_company(&fold(self.word(at))) || self.is(at, self.model.tables.bodies)
    }

    /// Whether these words come between a person and the organisation that the person belongs to: "du", "de la".
    fn is_affiliation(&self, words: Range<usize>) -> bool {
        let tables = self.model.tables;
        match words.len() {
            1 => self.words[words.start].of && self.is(words.start, tables.contractions),
            2 => self.words[words.start].of && self.is(words.start + 1, tables.bare_articles),
            _ => false,
        }
    }

    /// The class of names that the noun at `at` begins or introduces, if only one. If it is a complement, the class is
    /// that of the noun that it belongs to: "groupe" for "rock" in "groupe de rock".
    fn class_of_noun(&self, at: usize) -> Option<usize> {
        let outer = at.checked_sub(2).filter(|&outer| self.words[at - 1].of && self.words[outer].heads > 0);
        only_class(self.words[outer.unwrap_or(at)].heads)
    }

    /// The text of the word at `at`.
    fn word(&self, at: usize) -> &str {
        self.tokens[at].span.of(self.text)
    }

    /// Whether the token at `at` is a word and, folded, one of `folded`.
    fn is(&self, at: usize, folded: Words) -> bool {
        self.tokens[at].kind == TokenKind::Word && folded.contains(&fold(self.word(at)))
    }

    /// Whether there is a token at `at` and its text is `mark`.
    fn is_mark(&self, at: usize, mark: &str) -> bool {
        self.tokens.get(at).is_some_and(|token| token.span.of(self.text) == mark)
    }
}

/// The first labelled name that begins at or after the word `from`; if there is none, a range past the end.
fn next_name(labels: &[Label], from: usize) -> Name {
    let begins = |label: &Label| label.name().is_some() && !label.continues_name();
    let start = from + labels[from..].iter().take_while(|label| !begins(label)).count();
    let rest =
        labels.get(start + 1..).unwrap_or_default().iter().take_while(|label| label.continues_name()).count();
    let class = labels.get(start).and_then(|label| label.name()).map_or(WORK, |(class, _)| class);
    (start..start + 1 + rest, class)
}

/// The class of the names that begin with a noun, given as in [`Word::heads`]; `None` unless there is exactly one.
fn only_class(heads: u8) -> Option<usize> {
    match heads {
        ORGANISATION_HEAD => Some(ORGANISATION),
        PLACE_HEAD => Some(PLACE),
        EVENT_HEAD => Some(EVENT),
        WORK_HEAD => Some(WORK),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
