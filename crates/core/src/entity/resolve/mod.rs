//! Joining mentions to entities.
//!
//! Mentions are gathered by form, so that what is left to do at the end grows with the number of different forms,
//! not with the text.

mod acronym;
mod form;
mod join;
mod place;
mod role;

use super::{Class, Entity, Entry, Gazetteer, Gender, Mention};
use crate::lang::words::Words;
use crate::lang::{EntityTables, Language, Pack};
use crate::text::{Span, Token, fold, sort_by_start};
use form::{Forms, in_title_case};
use place::{Countries, Places};
use std::ops::Range;

/// Joins the mentions of an article to entities, gathering evidence mention by mention.
#[derive(Debug)]
pub(crate) struct Resolver<'p> {
    gazetteer: Option<(Gazetteer<'p>, Places<'p>)>,
    language: Language,
    tables: &'static EntityTables,
    forms: Forms,
    /// The form of the last mention and where it ends: an acronym in brackets may follow.
    last: Option<(usize, usize)>,
    glossed: Vec<Gloss>,
}

/// How many votes more a name has for being a company's where the noun before it says so.
const SURE: u32 = 2;

/// The gazetteer's kinds of city.
const CITIES: u64 = Entry::GREAT_CITY | Entry::CITY;

/// Two forms that stand as "Organisation mondiale de la santé (OMS)".
#[derive(Debug)]
struct Gloss {
    left: usize,
    right: usize,
    /// Whether the right one is all in capitals, as acronyms are.
    capitals: bool,
}

impl<'p> Resolver<'p> {
    /// A resolver that knows no mention yet.
    pub fn new(pack: Option<&'p Pack>, language: Language) -> Self {
        Resolver {
            gazetteer: pack.map(|pack| (Gazetteer::new(pack), Places::new(pack))),
            language,
            tables: language.entity(),
            forms: Forms::default(),
            last: None,
            glossed: Vec::new(),
        }
    }

    /// Takes note of the mentions of the next sentence, in order. `tokens` are the sentence's.
    pub fn add(&mut self, text: &str, mentions: &[Mention], tokens: &[Token]) {
        let range = |mention: &Mention| {
            tokens.partition_point(|token| token.span.end <= mention.span.start)
                ..tokens.partition_point(|token| token.span.start < mention.span.end)
        };
        let others = mentions.iter().filter(|mention| mention.class != Class::Person);
        let names: Vec<Span> = others.map(|mention| mention.span).collect();
        let context = role::Context { text, tokens, language: self.language, names: &names };
        // Where the last person's name ends.
        let mut free = 0;
        for (index, &(mut mention)) in mentions.iter().enumerate() {
            let name = range(&mention);
            // Two clubs may be one word: "Nîmes-Montpellier".
            let part = |token: &Token| {
                let (start, end) = (mention.span.start, mention.span.end);
                fold(&text[token.span.start.max(start)..token.span.end.min(end)])
            };
            let words = tokens[name.clone()].iter().map(part).collect();
            let gender = gender(text, tokens, &name, self.tables);
            let company = matches!(mention.class, Class::Person | Class::Organisation)
                && self.is_company(text, &tokens[..name.start]);
            if company {
                mention.class = Class::Organisation;
            }
            let form = self.note(text, words, mention, gender);
            if !self.is_of_something(text, &tokens[..name.start]) {
                self.forms.get_mut(form).stands_alone = true;
            }
            if company {
                self.forms.get_mut(form).classes[Class::Organisation as usize] += SURE;
            }
            if mention.class != Class::Person {
                continue;
            }
            let next = mentions[index + 1..].iter().find(|next| next.class == Class::Person);
            let end = next.map_or(tokens.len(), |next| range(next).start);
            self.forms.get_mut(form).take_role(context.find(&name, &(free..end)));
            free = name.end;
        }
    }

    /// Whether what stands `before` a name of a place says that it is no town's: "la rue Valmy", "à l'Étoile".
    fn is_of_something(&self, text: &str, before: &[Token]) -> bool {
        before.last().is_some_and(|last| {
            let word = last.span.of(text);
            let is = |words: Words| words.contains(&fold(word));
            word.starts_with(char::is_lowercase)
                && (is(self.tables.bare_articles) || is(self.tables.named_after))
        })
    }

    /// Whether `before` a name stands the noun of a company with its determiner: "le groupe", "la banque suisse".
    fn is_company(&self, text: &str, before: &[Token]) -> bool {
        let folded = |token: &Token| fold(token.span.of(text));
        let origin = |token: &Token| {
            let word = token.span.of(text);
            word.starts_with(char::is_lowercase) && self.tables.origin_endings.ends(word)
        };
        let is_noun = |rest: &[Token]| {
            let [.., determiner, noun] = rest else { return false };
            self.tables.companies.contains(&folded(noun))
                && self.tables.role_determiners.contains(&folded(determiner))
        };
        is_noun(before) || before.split_last().is_some_and(|(last, rest)| origin(last) && is_noun(rest))
    }

    /// Takes note of a mention with these folded words; the index of its form.
    fn note(&mut self, text: &str, words: Vec<String>, mention: Mention, gender: Option<Gender>) -> usize {
        let index = self.forms.note(words, mention, gender, self.tables);
        let form = self.forms.get_mut(index);
        if form.entry.is_none() {
            form.entry = self.gazetteer.as_ref().map(|(gazetteer, _)| {
                // "La Haye", "le maire du Havre"
                let articles = ["", "le ", "la ", "les "];
                articles.iter().find_map(|article| gazetteer.get(&form.key(article))).unwrap_or_default()
            });
        }
        if let Some((last, end)) = self.last
            && is_bracketed(text, Span::new(end, mention.span.start), mention.span.end)
        {
            let short = mention.span.of(text);
            let capitals = short.len() > 1 && short.bytes().all(|byte| byte.is_ascii_uppercase());
            self.glossed.push(Gloss { left: last, right: index, capitals });
        }
        self.last = Some((index, mention.span.end));
        index
    }

    /// The entities, sorted by where each is first named.
    pub fn finish(self, text: &str) -> Vec<Entity> {
        let groups = join::join(&self.forms, &self.glossed, self.tables);
        let countries = self.countries(&groups);
        let mut entities: Vec<Entity> =
            groups.into_iter().filter_map(|group| self.entity(text, group, &countries)).collect();
        sort_by_start(&mut entities, |entity| entity.mentions[0].start);
        entities
    }

    /// How often places that bear their name alone are named, by country.
    fn countries(&self, groups: &[join::Group]) -> Countries {
        let mut countries = Countries::default();
        let Some((_, places)) = &self.gazetteer else { return countries };
        for group in groups.iter().filter(|group| group.class == Class::Place) {
            for (form, mentions) in &group.parts {
                let Some(first) = self.forms.get(*form).entry.and_then(Entry::place) else { continue };
                let mut namesakes = places.namesakes(first);
                if let (Some(place), None) = (namesakes.next(), namesakes.next()) {
                    countries.add(place.country, mentions.len());
                }
            }
        }
        countries
    }

    /// The entity of a group of forms and those of their mentions that are its.
    fn entity(&self, text: &str, group: join::Group, countries: &Countries) -> Option<Entity> {
        let mut mentions: Vec<Span> =
            group.parts.iter().flat_map(|(_, mentions)| mentions).copied().collect();
        sort_by_start(&mut mentions, |mention| mention.start);
        let class = group.class;
        let forms = || group.parts.iter().map(|&(index, _)| self.forms.get(index));
        let fullest =
            forms().max_by_key(|form| (form.words.len(), form.length(), std::cmp::Reverse(form.first())))?;
        let spelling = fullest.best_spelling(text);
        let shouted = class == Class::Place && !spelling.contains(char::is_lowercase);
        let letters = spelling.chars().count();
        let city = || fullest.entry.is_some_and(|entry| u64::from(entry.kinds()) & CITIES != 0);
        // "URSS" is always in capitals.
        let name = if shouted && (letters > 4 || (letters == 4 && city())) {
            in_title_case(spelling, self.tables)
        } else {
            spelling.to_owned()
        };
        let mut aliases: Vec<String> = Vec::new();
        for mention in &mentions {
            let alias = mention.of(text);
            if alias != name && !aliases.iter().any(|known| known == alias) {
                aliases.push(alias.to_owned());
            }
        }
        let role = forms().filter_map(|form| form.role()).min().map(|span| span.of(text).to_owned());
        let role = role.filter(|_| class == Class::Person);
        let place = self.gazetteer.as_ref().filter(|_| class == Class::Place).and_then(|(_, places)| {
            let known = forms().filter(|form| {
                let town = form.entry.is_some_and(|entry| u64::from(entry.kinds()) & !CITIES == 0);
                form.stands_alone || !town
            });
            known.filter_map(|form| form.entry?.place()).find_map(|first| places.settle(first, countries))
        });
        Some(Entity {
            class,
            name,
            aliases,
            role,
            mentions,
            links: Vec::new(),
            quotes: Vec::new(),
            figures: Vec::new(),
            place,
        })
    }
}

/// Whether only an opening bracket lies in `gap`, and a closing one follows at `end`.
fn is_bracketed(text: &str, gap: Span, end: usize) -> bool {
    gap.start <= gap.end && gap.of(text).trim() == "(" && text[end..].starts_with(')')
}

/// The gender of the courtesy title before a name: feminine for "Mme Roche".
fn gender(text: &str, tokens: &[Token], name: &Range<usize>, tables: &EntityTables) -> Option<Gender> {
    let mut before =
        tokens[..name.start].iter().rev().map(|token| token.span.of(text)).filter(|word| *word != ".");
    Gender::of_title(&fold(before.next()?), tables)
}

#[cfg(test)]
mod tests;
