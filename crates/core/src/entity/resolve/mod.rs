//! Resolution of mentions to entities.
//!
//! Mentions are collected by form, so that the work at the end grows with the number of distinct forms, not with the
//! length of the text.

mod acronym;
mod form;
mod group;
mod place;
mod role;

use super::{Class, Entity, Entry, Gazetteer, Gender, Mention};
use crate::lang::words::Words;
use crate::lang::{EntityTables, Language, Pack};
use crate::text::{Span, Token, fold, sort_by_start};
use form::{Forms, in_title_case};
use place::{CountryCounts, Places};
use std::ops::Range;

/// Resolves the mentions of an article to entities: [`add`](Resolver::add) collects those of each sentence, and
/// [`finish`](Resolver::finish) groups them.
#[derive(Debug)]
pub(crate) struct Resolver<'p> {
    gazetteer: Option<(Gazetteer<'p>, Places<'p>)>,
    language: Language,
    tables: &'static EntityTables,
    forms: Forms,
    /// The form of the last mention and the byte offset of the mention's end: an acronym in brackets may follow.
    last: Option<(usize, usize)>,
    bracketed: Vec<Bracketed>,
}

/// Extra votes for the class of organisations that a name gets for a preceding noun such as "groupe".
const COMPANY_NOUN_VOTES: u32 = 2;

/// The gazetteer's kinds of city.
const CITIES: u64 = Entry::GREAT_CITY | Entry::CITY;

/// Two forms, one in brackets right after the other: "Organisation mondiale de la santé (OMS)".
#[derive(Debug)]
struct Bracketed {
    /// Index of the form before the bracket.
    before: usize,
    /// Index of the form inside the brackets.
    inside: usize,
    /// Whether the form inside is all capitals, as acronyms are.
    all_caps: bool,
}

impl<'p> Resolver<'p> {
    /// A resolver without mentions. Without a pack, names have no gazetteer entries and entities no locations.
    pub fn new(pack: Option<&'p Pack>, language: Language) -> Self {
        Resolver {
            gazetteer: pack.map(|pack| (Gazetteer::new(pack), Places::new(pack))),
            language,
            tables: language.entity(),
            forms: Forms::default(),
            last: None,
            bracketed: Vec::new(),
        }
    }

    /// Adds the mentions of the next sentence, which are in order of occurrence. `tokens` are the sentence's.
    pub fn add(&mut self, text: &str, mentions: &[Mention], tokens: &[Token]) {
        let range = |mention: &Mention| {
            tokens.partition_point(|token| token.span.end <= mention.span.start)
                ..tokens.partition_point(|token| token.span.start < mention.span.end)
        };
        let others = mentions.iter().filter(|mention| mention.class != Class::Person);
        let names: Vec<Span> = others.map(|mention| mention.span).collect();
        let role_finder = role::RoleFinder { text, tokens, language: self.language, names: &names };
        // The token after the last person's name.
        let mut after_last_person = 0;
        for (index, &(mut mention)) in mentions.iter().enumerate() {
            let name = range(&mention);
            // A token may hold two clubs: "Nîmes-Montpellier".
            let folded_part = |token: &Token| {
                let (start, end) = (mention.span.start, mention.span.end);
                fold(&text[token.span.start.max(start)..token.span.end.min(end)])
            };
            let words = tokens[name.clone()].iter().map(folded_part).collect();
            let gender = gender(text, tokens, &name, self.tables);
            let company = matches!(mention.class, Class::Person | Class::Organisation)
                && self.follows_company_noun(text, &tokens[..name.start]);
            if company {
                mention.class = Class::Organisation;
            }
            let form = self.add_mention(text, words, mention, gender);
            if !self.rules_out_town(text, &tokens[..name.start]) {
                self.forms.get_mut(form).may_be_town = true;
            }
            if company {
                self.forms.get_mut(form).classes[Class::Organisation as usize] += COMPANY_NOUN_VOTES;
            }
            if mention.class != Class::Person {
                continue;
            }
            let next = mentions[index + 1..].iter().find(|next| next.class == Class::Person);
            let end = next.map_or(tokens.len(), |next| range(next).start);
            self.forms.get_mut(form).set_role(role_finder.find(&name, &(after_last_person..end)));
            after_last_person = name.end;
        }
    }

    /// Whether the last of the tokens `before` a place name shows that the place is not a town: "la rue Valmy", "à
    /// l'Étoile".
    fn rules_out_town(&self, text: &str, before: &[Token]) -> bool {
        before.last().is_some_and(|last| {
            let word = last.span.of(text);
            let is = |words: Words| words.contains(&fold(word));
            word.starts_with(char::is_lowercase)
                && (is(self.tables.bare_articles) || is(self.tables.named_after))
        })
    }

    /// Whether the tokens `before` a name end with a determiner and a company noun, and perhaps an adjective of origin:
    /// "le groupe", "la banque suisse".
    fn follows_company_noun(&self, text: &str, before: &[Token]) -> bool {
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

    /// Adds a mention with these folded words and returns the index of its form. `gender` is that of a courtesy title
    /// before the mention.
    fn add_mention(
        &mut self,
        text: &str,
        words: Vec<String>,
        mention: Mention,
        gender: Option<Gender>,
    ) -> usize {
        let index = self.forms.add(words, mention, gender, self.tables);
        let form = self.forms.get_mut(index);
        if form.entry.is_none() {
            form.entry = self.gazetteer.as_ref().map(|(gazetteer, _)| {
                // The gazetteer has "La Haye" and "Le Havre" with their articles; the text may not: "le maire du
                // Havre".
                let articles = ["", "le ", "la ", "les "];
                articles.iter().find_map(|article| gazetteer.get(&form.key(article))).unwrap_or_default()
            });
        }
        if let Some((last, end)) = self.last
            && is_bracketed(text, Span::new(end, mention.span.start), mention.span.end)
        {
            let short = mention.span.of(text);
            let all_caps = short.len() > 1 && short.bytes().all(|byte| byte.is_ascii_uppercase());
            self.bracketed.push(Bracketed { before: last, inside: index, all_caps });
        }
        self.last = Some((index, mention.span.end));
        index
    }

    /// The entities, sorted by their first mentions.
    pub fn finish(self, text: &str) -> Vec<Entity> {
        let groups = group::group(&self.forms, &self.bracketed, self.tables);
        let countries = self.countries(&groups);
        let mut entities: Vec<Entity> =
            groups.into_iter().filter_map(|group| self.entity(text, group, &countries)).collect();
        sort_by_start(&mut entities, |entity| entity.mentions[0].start);
        entities
    }

    /// The number of mentions, by country, of places that are the only ones of their name.
    fn countries(&self, groups: &[group::Group]) -> CountryCounts {
        let mut countries = CountryCounts::default();
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

    /// The entity that a group of forms names.
    fn entity(&self, text: &str, group: group::Group, countries: &CountryCounts) -> Option<Entity> {
        let mut mentions: Vec<Span> =
            group.parts.iter().flat_map(|(_, mentions)| mentions).copied().collect();
        sort_by_start(&mut mentions, |mention| mention.start);
        let class = group.class;
        let forms = || group.parts.iter().map(|&(index, _)| self.forms.get(index));
        let fullest = forms()
            .max_by_key(|form| (form.words.len(), form.byte_len(), std::cmp::Reverse(form.first())))?;
        let spelling = fullest.best_spelling(text);
        let all_caps = class == Class::Place && !spelling.contains(char::is_lowercase);
        let letters = spelling.chars().count();
        let city = || fullest.entry.is_some_and(|entry| u64::from(entry.kinds()) & CITIES != 0);
        // "URSS" is an acronym, not a name in capitals.
        let name = if all_caps && (letters > 4 || (letters == 4 && city())) {
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
                form.may_be_town || !town
            });
            known.filter_map(|form| form.entry?.place()).find_map(|first| places.choose(first, countries))
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

/// Whether `gap` is only an opening bracket, with or without white space, and a closing one follows at `end`.
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
