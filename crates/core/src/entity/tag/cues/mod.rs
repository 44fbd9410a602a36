//! What the words around a name tell of it, where the model missed it or took it for something else.
//!
//! Each rule holds for any name: a noun before it ("le film", "la rue"), a title, a preposition that only names of one
//! class follow, an acronym in brackets after what it stands for, and another name that "et" joins to it.

mod acronym;
mod beside;
mod event;
mod settle;
mod title;

use super::evidence::Evidence;
use super::label::{EVENT, Label, ORGANISATION, PERSON, PLACE, WORK, names};
use super::model::Model;
use super::word::{Shape, Word};
use crate::lang::words::Words;
use crate::text::{Token, TokenKind, fold};
use std::ops::Range;

type Name = (Range<usize>, usize);

/// A sentence and the tables that its words are looked up in.
pub(super) struct Cues<'a, 'p> {
    pub model: &'a Model<'p>,
    pub text: &'a str,
    /// The sentence's tokens, one for each of its words.
    pub tokens: &'a [Token],
    pub words: &'a [Word],
    /// What the whole article says of its words.
    pub evidence: &'a mut Evidence,
}

impl Cues<'_, '_> {
    /// Corrects the labels of the sentence.
    pub fn apply(mut self, labels: &mut [Label]) {
        let known: Vec<Name> = names(labels).collect();
        labels.fill(Label::OUTSIDE);
        for (name, class) in known {
            self.settle(name, class, labels);
        }
        for (name, class) in names(labels) {
            // "le groupe Mallard"
            if class == ORGANISATION
                && let [word] = &self.words[name.clone()]
                && name.start > 1
                && (self.is_company(name.start - 1)
                    || self.model.is_people(self.text, self.tokens[name.start - 1])
                        && self.is_company(name.start - 2))
            {
                self.evidence.trust(word, class);
            }
        }
        self.expand_acronyms(labels);
        self.complete(labels);
    }

    /// Labels the names that have no label but are told by what stands before them.
    fn complete(&mut self, labels: &mut [Label]) {
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
            let Some((mut name, class)) = event.or_else(|| self.told(at, last.as_ref(), &next)) else {
                at += 1;
                continue;
            };
            // "la chanteuse Zoé de Valmy", of which the model has only the place.
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
                self.evidence.trust(word, class);
            }
            last = Some((name, class));
        }
    }

    /// The name that begins at `at`, without a label, if what stands before it tells its class. `last` is the name
    /// before it, `next` the one after.
    fn told(&self, at: usize, last: Option<&Name>, next: &Name) -> Option<Name> {
        let limit = next.0.start;
        let tables = self.model.tables;
        let is_title = |at: usize| {
            [tables.masculine, tables.feminine, tables.titles].into_iter().any(|titles| self.is(at, titles))
        };
        if !self.words[at].is_capital() {
            return None;
        }
        if self.words[at].shape == Shape::Title
            && self.is_aged(at + 1)
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
        let company = self.is_company(before);
        let capitals = matches!(self.words[before].shape, Shape::ShortCapitals | Shape::LongCapitals);
        // "l'ONG Mallard", "Le CDM"
        let opens = company && capitals
            || is_title(before)
            || self.is(before, tables.articles) && self.is_acronym(at);
        if self.words[before].is_capital() && !opens {
            return None;
        }
        if self.model.is_people(self.text, self.tokens[at]) {
            return None;
        }
        if let Some(title) = self.title(at, limit, next) {
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
            && self.is_source(person.end + 1..at)
        {
            return Some((name, ORGANISATION));
        }
        self.beside(name, last, limit)
    }

    /// The words `name` with their class, if the word before them or one after tells it; an event with its year or
    /// complements. `last` is the name before, `limit` where the next one begins.
    fn beside(&self, name: Range<usize>, last: Option<&Name>, limit: usize) -> Option<Name> {
        let tables = self.model.tables;
        let (at, before) = (name.start, name.start.checked_sub(1)?);
        let exact = self.word(before);
        let lower = exact.starts_with(char::is_lowercase);
        let of_place = || {
            let noun = before.checked_sub(1).filter(|_| self.words[before].of)?;
            (self.word(noun).starts_with(char::is_lowercase) && self.noun(noun) == Some(PLACE)).then_some(())
        };
        // "député Horizons du Nord" names a party.
        let of = self.words.get(name.end).is_some_and(|next| next.of);
        let complement = of && !self.is_mark(name.end, "de");
        let leads = self.words[before].of
            && name.len() < 3
            && self.is(before, self.model.report.complements)
            && self.leads(before);
        let class = if self.is_company(before) || self.is_company_of(at) || self.is_quoted(name.end) || leads
        {
            ORGANISATION
        } else if self.is(before, tables.named_after) {
            self.noun(before).filter(|&class| class != EVENT)?
        } else if name.len() == 1 && self.is_acronym(at) {
            let article = tables.articles.contains(&fold(exact)) || self.is(before, tables.contractions);
            article.then_some(ORGANISATION)?
        } else if lower
            && !complement
            && (tables.is_role(exact)
                || self.model.report.is_reporting(exact) && !self.is(before, self.model.report.called))
        {
            PERSON
        } else if self.words[at].heads & 4 != 0
            && self.tokens.get(name.end).is_some_and(|next| next.kind == TokenKind::Number)
        {
            return Some((at..name.end + 1, EVENT));
        } else if lower && of && name.len() == 1 && single(self.words[at].heads) == Some(EVENT) {
            let end = self.with_complements(name.end, limit, false);
            return (end > name.end).then_some((at..end, EVENT));
        } else if exact == "à" || of_place().is_some() {
            PLACE
        } else if self.is(before, tables.at_a_body) || self.is_body(name.end) {
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

    /// Whether the word at `at` follows an article and an adjective of origin: "le suisse Mallard" is a company, as a
    /// person would be "le Suisse".
    fn is_company_of(&self, at: usize) -> bool {
        at >= 2
            && self.word(at - 1).starts_with(char::is_lowercase)
            && self.model.is_people(self.text, self.tokens[at - 1])
            && (self.is(at - 2, self.model.tables.bare_articles)
                || self.is(at - 2, self.model.tables.contractions))
    }

    /// Whether the words from `at` on say of the name before them that it is a body: ", l'association suisse".
    fn is_body(&self, at: usize) -> bool {
        // ", fabricant de pneus"
        let article = at + 1 < self.words.len() && self.is(at + 1, self.model.tables.bare_articles);
        let noun = at + 1 + usize::from(article);
        self.is_mark(at, ",") && noun < self.words.len() && self.is_company(noun)
    }

    /// Whether the noun at `at` is one of companies and other bodies.
    fn is_company(&self, at: usize) -> bool {
        self.model.tables.is_company(&fold(self.word(at))) || self.is(at, self.model.tables.bodies)
    }

    /// Whether these words lead to the body that somebody is of: "du", "de la".
    fn is_source(&self, words: Range<usize>) -> bool {
        let tables = self.model.tables;
        match words.len() {
            1 => self.words[words.start].of && self.is(words.start, tables.contractions),
            2 => self.words[words.start].of && self.is(words.start + 1, tables.bare_articles),
            _ => false,
        }
    }

    /// The class of what the noun at `at` names: that of its own noun for "groupe de rock".
    fn noun(&self, at: usize) -> Option<usize> {
        let outer = at.checked_sub(2).filter(|&outer| self.words[at - 1].of && self.words[outer].heads > 0);
        single(self.words[outer.unwrap_or(at)].heads)
    }

    fn word(&self, at: usize) -> &str {
        self.tokens[at].span.of(self.text)
    }

    fn is(&self, at: usize, folded: Words) -> bool {
        self.tokens[at].kind == TokenKind::Word && folded.contains(&fold(self.word(at)))
    }

    fn is_mark(&self, at: usize, mark: &str) -> bool {
        self.tokens.get(at).is_some_and(|token| token.span.of(self.text) == mark)
    }
}

/// The first name that begins at `from` or after it; past the end, if there is none.
fn next_name(labels: &[Label], from: usize) -> Name {
    let begins = |label: &Label| label.name().is_some() && !label.goes_on();
    let start = from + labels[from..].iter().take_while(|label| !begins(label)).count();
    let rest = labels.get(start + 1..).unwrap_or_default().iter().take_while(|label| label.goes_on()).count();
    let class = labels.get(start).and_then(|label| label.name()).map_or(WORK, |(class, _)| class);
    (start..start + 1 + rest, class)
}

/// The class of the names that begin with a noun, if it is but one.
fn single(heads: u8) -> Option<usize> {
    match heads {
        1 => Some(ORGANISATION),
        2 => Some(PLACE),
        4 => Some(EVENT),
        8 => Some(WORK),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
