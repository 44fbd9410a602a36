//! The distinct forms of names in an article.

use crate::entity::tag::Entry;
use crate::entity::{Class, Gender, Mention, Table};
use crate::lang::EntityTables;
use crate::lang::pack::hash;
use crate::text::Span;

/// One form of a name: all mentions with the same words, regardless of case, accents, hyphens and a leading article.
#[derive(Debug)]
pub(super) struct Form {
    /// Its folded words, without a leading article.
    pub words: Vec<String>,
    /// How many mentions were tagged with each class, in the order of [`Class::ALL`], plus extra votes from context.
    pub classes: [u32; 6],
    /// Its mentions, in order.
    pub mentions: Vec<Span>,
    /// Its gazetteer entry: empty if the gazetteer does not have it, `None` if there is no gazetteer.
    pub entry: Option<Entry>,
    /// Whether at least one mention is not preceded by a word that rules out a town, as "rue" does in "rue Valmy".
    pub may_be_town: bool,
    /// For each mention, the gender of the courtesy title before it.
    genders: Vec<Option<Gender>>,
    role: Option<Span>,
}

/// All forms in an article.
#[derive(Debug, Default)]
pub(super) struct Forms {
    forms: Vec<Form>,
    /// Each form's index in `forms`, by the hash of its words.
    index: Table<usize>,
}

impl Forms {
    /// Adds a mention with these folded words and returns the index of its form. `gender` is that of a courtesy title
    /// before the mention.
    pub fn add(
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
                may_be_town: false,
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
    /// The form's key in the gazetteer with `article`, which ends in a space or is empty, before it.
    pub fn key(&self, article: &str) -> String {
        article.to_owned() + &self.words.join(" ")
    }

    /// The byte offset of the first mention.
    pub fn first(&self) -> usize {
        self.mentions.first().map_or(usize::MAX, |mention| mention.start)
    }

    /// The bytes in all its folded words.
    pub fn byte_len(&self) -> usize {
        self.words.iter().map(String::len).sum()
    }

    /// The class with most votes; of several, the first in the order of [`Class::ALL`].
    pub fn class(&self) -> Class {
        majority_class(self.classes)
    }

    /// The gender of the courtesy title before the mention at `index`.
    pub fn gender_at(&self, index: usize) -> Option<Gender> {
        self.genders.get(index).copied().flatten()
    }

    /// The gender of the first courtesy title before any mention.
    pub fn gender(&self) -> Option<Gender> {
        self.genders.iter().copied().flatten().next()
    }

    /// Records the role found next to a mention, unless an earlier mention had one.
    pub fn set_role(&mut self, role: Option<Span>) {
        self.role = self.role.or(role);
    }

    /// The first role found next to a mention.
    pub fn role(&self) -> Option<Span> {
        self.role
    }

    /// The first spelling among the first 20 mentions that is not all in capitals, or else the first mention's.
    pub fn best_spelling<'t>(&self, text: &'t str) -> &'t str {
        let spellings = || self.mentions.iter().map(|mention| mention.of(text)).take(20);
        let spelling = spellings().find(|spelling| spelling.contains(char::is_lowercase));
        spelling.or_else(|| spellings().next()).unwrap_or_default()
    }
}

/// A name in capitals converted to title case: "Saint-Aubin-des-Eaux" for "SAINT-AUBIN-DES-EAUX".
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

/// The class with the most votes, which are in the order of [`Class::ALL`]; of several, the first.
pub(super) fn majority_class(votes: [u32; 6]) -> Class {
    let index = (0..6).max_by_key(|&index| (votes[index], 6 - index)).unwrap_or(0);
    Class::ALL[index]
}
