//! Grouping of the forms that name the same entity.

use super::Bracketed;
use super::acronym::{has_letters_of, is_initials_of};
use super::form::{Form, Forms, majority_class};
use crate::entity::tag::Entry;
use crate::entity::{Class, Gender};
use crate::lang::EntityTables;
use crate::text::Span;
use std::collections::BTreeMap;

/// The forms that name one entity.
#[derive(Debug)]
pub(super) struct Group {
    pub class: Class,
    /// Each form's index, and those of its mentions that name this entity.
    pub parts: Vec<(usize, Vec<Span>)>,
}

/// Groups all forms of an article: shorter forms, such as surnames and acronyms, join the fuller forms that they are
/// short for. `bracketed` are the pairs of a form and the one in brackets right after it.
pub(super) fn group(forms: &Forms, bracketed: &[Bracketed], tables: &EntityTables) -> Vec<Group> {
    let mut grouping = Grouping {
        forms,
        fuller: vec![Vec::new(); forms.len()],
        genders: forms.iter().map(Form::gender).collect(),
    };
    grouping.link_people();
    grouping.link_acronyms(bracketed, tables);
    grouping.link_first_words();
    grouping.groups()
}

struct Grouping<'f> {
    forms: &'f Forms,
    /// For each form, the fuller forms that it may be short for; empty if it is itself the fullest.
    fuller: Vec<Vec<usize>>,
    /// For each form, the gender of the first courtesy title before it or before a shorter form of it.
    genders: Vec<Option<Gender>>,
}

impl Grouping<'_> {
    /// Links surnames to full names, and first names where only one person has them.
    fn link_people(&mut self) {
        let mut by_last: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        let mut by_first: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (index, form) in self.forms.iter().enumerate() {
            if let ([first, .., last], Class::Person) = (form.words.as_slice(), form.class()) {
                by_last.entry(without_arabic_article(last)).or_default().push(index);
                by_first.entry(first).or_default().push(index);
            }
        }
        for (index, form) in self.forms.iter().enumerate() {
            let Some(last) = form.words.last() else { continue };
            // "Paris" does not become a surname because of Paris Hilton, unless it is tagged as a person.
            let place = form.entry.unwrap_or_default().kinds() & PLACES != 0;
            if form.words.len() > 3 || (place && form.class() != Class::Person) {
                continue;
            }
            let suffix = |&full: &usize| {
                let words = &self.forms.get(full).words;
                let (Some((last, rest)), Some((own, others))) = (words.split_last(), form.words.split_last())
                else {
                    return false;
                };
                words.len() > form.words.len()
                    && without_arabic_article(last) == without_arabic_article(own)
                    && rest.ends_with(others)
            };
            let same_surname = by_last.get(without_arabic_article(last));
            let mut full: Vec<usize> = same_surname.into_iter().flatten().copied().filter(suffix).collect();
            if full.is_empty() && form.words.len() == 1 && form.class() == Class::Person {
                full = by_first.get(last.as_str()).cloned().unwrap_or_default();
                full.retain(|&full| full != index);
                if full.len() > 1 && !self.same_person(&full) {
                    continue;
                }
            }
            // With an additional middle name or initial: "John F. Kennedy" for "John Kennedy".
            if full.is_empty() && form.words.len() == 2 && form.class() == Class::Person {
                full = same_surname.cloned().unwrap_or_default();
                full.retain(|&full| {
                    let words = &self.forms.get(full).words;
                    words.len() > 2 && words[0] == form.words[0]
                });
            }
            self.fuller[index] = full;
        }
    }

    /// Whether the longest of these forms ends with each of the others, so that all may name one person.
    fn same_person(&self, forms: &[usize]) -> bool {
        let longest = forms.iter().map(|&form| &self.forms.get(form).words).max_by_key(|words| words.len());
        longest
            .is_some_and(|longest| forms.iter().all(|&form| longest.ends_with(&self.forms.get(form).words)))
    }

    /// Links acronyms to their expansions: first those next to each other in brackets, then those elsewhere whose
    /// letters are the initials of exactly one form.
    fn link_acronyms(&mut self, bracketed: &[Bracketed], tables: &EntityTables) {
        for &Bracketed { before, inside, all_caps } in bracketed {
            let (a, b) = (self.forms.get(before), self.forms.get(inside));
            // The acronym may be another language's: "Agence spatiale européenne (ESA)".
            let organisations =
                a.words.len() > 1 && [a, b].iter().all(|form| form.class() == Class::Organisation);
            if has_letters_of(b, a) || (all_caps && organisations) {
                self.fuller[inside] = vec![before];
            } else if has_letters_of(a, b) {
                self.fuller[before] = vec![inside];
            }
        }
        let initial = |word: &str| word.chars().next().map_or(0, char::len_utf8);
        let mut by_initial: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (index, form) in self.forms.iter().enumerate() {
            if let ([first, _, ..], false) = (form.words.as_slice(), matches!(form.class(), Class::Person)) {
                by_initial.entry(&first[..initial(first)]).or_default().push(index);
            }
        }
        for (index, form) in self.forms.iter().enumerate() {
            if form.words.len() != 1 || !self.fuller[index].is_empty() || form.class() == Class::Person {
                continue;
            }
            let word = form.words[0].as_str();
            let long = by_initial.get(&word[..initial(word)]).into_iter().flatten().copied();
            let long: Vec<usize> =
                long.filter(|&long| is_initials_of(form, self.forms.get(long), tables)).collect();
            if let [long] = long[..] {
                self.fuller[index] = vec![long];
            }
        }
    }

    /// Links the first word of an organisation's name to the whole: "l'Assemblée" to "l'Assemblée nationale", if only
    /// one organisation begins with it and is named first.
    fn link_first_words(&mut self) {
        let mut by_head: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (index, form) in self.forms.iter().enumerate() {
            if let ([head, _, ..], Class::Organisation) = (form.words.as_slice(), form.class()) {
                by_head.entry(head).or_default().push(index);
            }
        }
        for (index, form) in self.forms.iter().enumerate() {
            let [head] = form.words.as_slice() else { continue };
            let Some([full]) = by_head.get(head.as_str()).map(Vec::as_slice) else { continue };
            let before = self.forms.get(*full).first() < form.first();
            if form.class() == Class::Organisation && self.fuller[index].is_empty() && before {
                self.fuller[index] = vec![*full];
            }
        }
    }

    /// The fullest form that `form` is short for at `mention`. `gender` is that of the title before the mention.
    fn fullest(&self, form: usize, mention: Span, gender: Option<Gender>) -> usize {
        let mut at = form;
        // Each step goes to a longer form or from an acronym to its expansion, so that few are needed.
        for _ in 0..4 {
            let Some(next) = self.nearest(&self.fuller[at], mention, gender) else { break };
            at = next;
        }
        at
    }

    /// Of `forms` that agree with `gender`, the one named last before `mention`, or else the one named first.
    fn nearest(&self, forms: &[usize], mention: Span, gender: Option<Gender>) -> Option<usize> {
        let agrees = |form: &usize| {
            let other = self.genders[*form];
            gender.is_none() || other.is_none() || gender == other
        };
        let before = |&form: &usize| {
            let mentions = &self.forms.get(form).mentions;
            mentions[..mentions.partition_point(|other| other.start < mention.start)].last().copied()
        };
        let named = forms
            .iter()
            .copied()
            .filter(agrees)
            .filter(|form| before(form).is_some())
            .max_by_key(|form| (before(form), *form));
        named
            .or_else(|| forms.iter().copied().filter(agrees).min_by_key(|&form| self.forms.get(form).first()))
    }

    /// The groups of forms that share a fullest form.
    fn groups(&mut self) -> Vec<Group> {
        // Indexed by the fullest form.
        let mut groups: Vec<Vec<(usize, Vec<Span>)>> = vec![Vec::new(); self.forms.len()];
        for (index, form) in self.forms.iter().enumerate() {
            for (at, &mention) in form.mentions.iter().enumerate() {
                let gender = form.gender_at(at);
                let full = self.fullest(index, mention, gender);
                // Once "M. Roche" referred to Paul Roche, "Mme Roche" is someone else.
                self.genders[full] = self.genders[full].or(gender);
                match groups[full].last_mut() {
                    Some((last, mentions)) if *last == index => mentions.push(mention),
                    _ => groups[full].push((index, vec![mention])),
                }
            }
        }
        groups.retain(|parts| !parts.is_empty());
        groups
            .into_iter()
            .map(|parts| {
                let mut votes = [0; 6];
                for &(index, _) in &parts {
                    let form = self.forms.get(index);
                    // The class of a name of several words is more reliable than that of a single word.
                    let weight = if form.words.len() > 1 { 3 } else { 1 };
                    votes.iter_mut().zip(form.classes).for_each(|(sum, count)| *sum += weight * count);
                }
                Group { class: majority_class(votes), parts }
            })
            .collect()
    }
}

/// A surname without the Arabic article: "assad" of "al-assad".
fn without_arabic_article(surname: &str) -> &str {
    ["al-", "el-"].iter().find_map(|article| surname.strip_prefix(article)).unwrap_or(surname)
}

/// The gazetteer's kinds of place.
const PLACES: u32 = (Entry::COUNTRY | Entry::REGION | Entry::GREAT_CITY | Entry::CITY) as u32;
