//! Which forms name the same thing.

use super::Gloss;
use super::acronym::{abbreviates, glosses};
use super::form::{Form, Forms, best};
use crate::entity::tag::Entry;
use crate::entity::{Class, Gender};
use crate::lang::EntityTables;
use crate::text::Span;
use std::collections::BTreeMap;

/// Forms that name one thing, each with those of its mentions that do.
#[derive(Debug)]
pub(super) struct Group {
    pub class: Class,
    pub parts: Vec<(usize, Vec<Span>)>,
}

/// Groups all forms. Each starts on its own; shorter forms then go to the fuller ones that they belong to.
pub(super) fn join(forms: &Forms, glossed: &[Gloss], tables: &EntityTables) -> Vec<Group> {
    let mut joined = Joined {
        forms,
        fuller: vec![Vec::new(); forms.len()],
        genders: forms.iter().map(Form::gender).collect(),
    };
    joined.people();
    joined.acronyms(glossed, tables);
    joined.heads();
    joined.groups()
}

struct Joined<'f> {
    forms: &'f Forms,
    /// For each form, the fuller forms that it may stand for; none if it is the fullest.
    fuller: Vec<Vec<usize>>,
    /// What the titles before each form, and before the shorter ones that stand for it, say of its bearer.
    genders: Vec<Option<Gender>>,
}

impl Joined<'_> {
    /// Surnames, and first names where only one person bears them.
    fn people(&mut self) {
        let mut by_last: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        let mut by_first: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (index, form) in self.forms.iter().enumerate() {
            if let ([first, .., last], Class::Person) = (form.words.as_slice(), form.class()) {
                by_last.entry(bare(last)).or_default().push(index);
                by_first.entry(first).or_default().push(index);
            }
        }
        for (index, form) in self.forms.iter().enumerate() {
            let Some(last) = form.words.last() else { continue };
            // "Paris" is no surname because of Paris Hilton, unless it is used as one.
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
                words.len() > form.words.len() && bare(last) == bare(own) && rest.ends_with(others)
            };
            let mut full: Vec<usize> =
                by_last.get(bare(last)).into_iter().flatten().copied().filter(suffix).collect();
            if full.is_empty() && form.words.len() == 1 && form.class() == Class::Person {
                full = by_first.get(last.as_str()).cloned().unwrap_or_default();
                full.retain(|&full| full != index);
                if full.len() > 1 && !self.same_person(&full) {
                    continue;
                }
            }
            // A middle name or initial more: "John F. Kennedy".
            if full.is_empty() && form.words.len() == 2 && form.class() == Class::Person {
                full = by_last.get(bare(last)).cloned().unwrap_or_default();
                full.retain(|&full| {
                    let words = &self.forms.get(full).words;
                    words.len() > 2 && words[0] == form.words[0]
                });
            }
            self.fuller[index] = full;
        }
    }

    /// Whether all these forms end in the longest of them.
    fn same_person(&self, forms: &[usize]) -> bool {
        let longest = forms.iter().map(|&form| &self.forms.get(form).words).max_by_key(|words| words.len());
        longest
            .is_some_and(|longest| forms.iter().all(|&form| longest.ends_with(&self.forms.get(form).words)))
    }

    fn acronyms(&mut self, glossed: &[Gloss], tables: &EntityTables) {
        for &Gloss { left, right, capitals } in glossed {
            let (a, b) = (self.forms.get(left), self.forms.get(right));
            // The letters of another language: "Agence spatiale européenne (ESA)".
            let bodies = a.words.len() > 1 && [a, b].iter().all(|form| form.class() == Class::Organisation);
            if glosses(b, a) || (capitals && bodies) {
                self.fuller[right] = vec![left];
            } else if glosses(a, b) {
                self.fuller[left] = vec![right];
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
                long.filter(|&long| abbreviates(form, self.forms.get(long), tables)).collect();
            if let [long] = long[..] {
                self.fuller[index] = vec![long];
            }
        }
    }

    /// "l'Assemblée" for "l'Assemblée nationale", where one body alone begins so and was named before.
    fn heads(&mut self) {
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

    /// The fullest form that `form` stands for at `mention`: of several, the one that was named last before it.
    fn fullest(&self, form: usize, mention: Span, gender: Option<Gender>) -> usize {
        let mut at = form;
        // Each step goes to a longer form or from an acronym to a long form, so that few are taken.
        for _ in 0..4 {
            let Some(next) = self.nearest(&self.fuller[at], mention, gender) else { break };
            at = next;
        }
        at
    }

    /// Of several forms, the one last named before `mention`, or first after it; "Mme" names no man.
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

    fn groups(&mut self) -> Vec<Group> {
        // By the fullest form of each group: its forms in order, with their mentions.
        let mut groups: Vec<Vec<(usize, Vec<Span>)>> = vec![Vec::new(); self.forms.len()];
        for (index, form) in self.forms.iter().enumerate() {
            for (at, &mention) in form.mentions.iter().enumerate() {
                let gender = form.gender_at(at);
                let full = self.fullest(index, mention, gender);
                // Once "M. Roche" was Paul, "Mme Roche" is someone else.
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
                    // A name of several words is surer of its class than one.
                    let weight = if form.words.len() > 1 { 3 } else { 1 };
                    votes.iter_mut().zip(form.classes).for_each(|(sum, count)| *sum += weight * count);
                }
                Group { class: best(votes), parts }
            })
            .collect()
    }
}

/// A surname without the Arabic article: "assad" of "al-assad".
fn bare(surname: &str) -> &str {
    ["al-", "el-"].iter().find_map(|article| surname.strip_prefix(article)).unwrap_or(surname)
}

/// The gazetteer's kinds of place.
const PLACES: u32 = (Entry::COUNTRY | Entry::REGION | Entry::GREAT_CITY | Entry::CITY) as u32;
