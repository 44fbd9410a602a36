//! The different forms in which an article names things.

use crate::entity::tag::Entry;
use crate::entity::{Class, Gender, Mention, Table};
use crate::lang::EntityTables;
use crate::lang::pack::hash;
use crate::text::Span;

/// One form: the same words, whatever their capitals, accents, hyphens and article.
#[derive(Debug)]
pub(super) struct Form {
    /// Its folded words, without the article before them.
    pub words: Vec<String>,
    /// How often it was tagged with each class, in the order of [`Class::ALL`].
    pub classes: [u32; 6],
    /// Where it stands, in order.
    pub mentions: Vec<Span>,
    /// What the gazetteer says of it; none if it was not asked.
    pub entry: Option<Entry>,
    /// Whether it stands somewhere without a word before it that says that it is no town's.
    pub stands_alone: bool,
    /// What a title before each mention says of its bearer.
    genders: Vec<Option<Gender>>,
    role: Option<Span>,
}

/// The forms of an article.
#[derive(Debug, Default)]
pub(super) struct Forms {
    forms: Vec<Form>,
    /// Where each form is, by the hash of its words.
    index: Table<usize>,
}

impl Forms {
    /// Takes note of a mention with these folded words; the index of its form.
    pub fn note(
        &mut self,
        mut words: Vec<String>,
        mention: Mention,
        gender: Option<Gender>,
        tables: &EntityTables,
    ) -> usize {
        if words.len() > 1 && tables.articles.contains(&words[0]) {
            words.remove(0);
        }
        let key = words.join(" ").replace('-', " ");
        let index = *self.index.get_or(hash::hash(key.as_bytes()), || {
            self.forms.push(Form {
                words,
                classes: [0; 6],
                mentions: Vec::new(),
                entry: None,
                stands_alone: false,
                genders: Vec::new(),
                role: None,
            });
            self.forms.len() - 1
        });
        let form = &mut self.forms[index];
        form.mentions.push(mention.span);
        form.genders.push(gender);
        form.classes[mention.class as usize] += 1;
        index
    }

    pub fn get(&self, index: usize) -> &Form {
        &self.forms[index]
    }

    pub fn get_mut(&mut self, index: usize) -> &mut Form {
        &mut self.forms[index]
    }

    pub fn iter(&self) -> impl Iterator<Item = &Form> {
        self.forms.iter()
    }

    pub fn len(&self) -> usize {
        self.forms.len()
    }
}

impl Form {
    /// The form's key in the gazetteer, with an article before it.
    pub fn key(&self, article: &str) -> String {
        article.to_owned() + &self.words.join(" ")
    }

    /// Where it first stands.
    pub fn first(&self) -> usize {
        self.mentions.first().map_or(usize::MAX, |mention| mention.start)
    }

    /// Letters and marks in all its words.
    pub fn length(&self) -> usize {
        self.words.iter().map(String::len).sum()
    }

    /// The class that it was most often tagged with; the first in the order of [`Class::ALL`] where several were.
    pub fn class(&self) -> Class {
        best(self.classes)
    }

    /// What the title before the mention at `index` says.
    pub fn gender_at(&self, index: usize) -> Option<Gender> {
        self.genders.get(index).copied().flatten()
    }

    /// What the first title before any mention says.
    pub fn gender(&self) -> Option<Gender> {
        self.genders.iter().copied().flatten().next()
    }

    pub fn take_role(&mut self, role: Option<Span>) {
        self.role = self.role.or(role);
    }

    /// The first role that stands beside it.
    pub fn role(&self) -> Option<Span> {
        self.role
    }

    /// The form as it is written, where it can be otherwise than in capitals; see [`in_title_case`].
    pub fn best_spelling<'t>(&self, text: &'t str) -> &'t str {
        let spellings = || self.mentions.iter().map(|mention| mention.of(text)).take(20);
        let spelling = spellings().find(|spelling| spelling.contains(char::is_lowercase));
        spelling.or_else(|| spellings().next()).unwrap_or_default()
    }
}

/// A name in capitals as it is written elsewhere: "Saint-Aubin-des-Eaux" for "SAINT-AUBIN-DES-EAUX".
pub(super) fn in_title_case(name: &str, tables: &EntityTables) -> String {
    let mut out = String::with_capacity(name.len());
    for part in name.split_inclusive(|c: char| !c.is_alphanumeric()) {
        let lower = part.to_lowercase();
        let word = lower.trim_end_matches([' ', '-']).replace('\u{2019}', "'");
        let mut chars = lower.chars();
        match chars.next() {
            Some(first) if out.is_empty() || !tables.connectors.contains(&word) => {
                out.extend(first.to_uppercase());
                out.push_str(chars.as_str());
            }
            _ => out.push_str(&lower),
        }
    }
    out
}

/// The class with the most votes.
pub(super) fn best(votes: [u32; 6]) -> Class {
    let index = (0..6).max_by_key(|&index| (votes[index], 6 - index)).unwrap_or(0);
    Class::ALL[index]
}
