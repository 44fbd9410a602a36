//! Restores the capitals of names in titles from slugs, which are in lower case, by the names in the article.

use crate::entity::{Class, Entity, Table};
use crate::lang::pack::hash;
use crate::text::fold;

/// The spellings of the names in an article, by the hash of their first word, folded.
#[derive(Debug, Default)]
pub(crate) struct Capitals<'a> {
    names: Table<Vec<Name<'a>>>,
}

/// The words of a name, folded as in slugs and spelled as in the article.
#[derive(Debug)]
struct Name<'a> {
    folded: Vec<String>,
    spelled: Vec<&'a str>,
}

impl<'a> Capitals<'a> {
    /// Collects the names of people, places and others among `entities`, and the last names of people.
    pub fn new(entities: &'a [Entity]) -> Self {
        let mut capitals = Capitals::default();
        for entity in entities
            .iter()
            .filter(|entity| matches!(entity.class, Class::Person | Class::Place | Class::Other))
        {
            let words: Vec<&str> =
                entity.name.split([' ', '-', '\u{A0}']).filter(|word| !word.is_empty()).collect();
            if entity.class == Class::Person && words.len() > 1 {
                capitals.add(&words[words.len() - 1..]);
            }
            capitals.add(&words);
        }
        capitals
    }

    fn add(&mut self, spelled: &[&'a str]) {
        // A name in all caps ("ALMATY") does not show its usual spelling.
        let is_name =
            |word: &&str| word.starts_with(char::is_uppercase) && word.chars().any(char::is_lowercase);
        let folded: Vec<String> = spelled.iter().map(|word| fold(word)).collect();
        if let Some(first) = folded.first()
            && spelled.iter().any(is_name)
        {
            let names = self.names.get_or(hash::hash(first.as_bytes()), Vec::new);
            names.push(Name { spelled: spelled.to_vec(), folded });
        }
    }

    /// Returns `title` with every name in it spelled as in the article. Longer names take precedence.
    pub fn restore(&self, title: &str) -> String {
        let words: Vec<&str> = title.split(' ').collect();
        let folded: Vec<String> = words.iter().map(|word| fold(word)).collect();
        let mut restored: Vec<&str> = Vec::with_capacity(words.len());
        while restored.len() < words.len() {
            let at = restored.len();
            let name = self
                .names
                .get(hash::hash(folded[at].as_bytes()))
                .into_iter()
                .flatten()
                .filter(|name| folded[at..].starts_with(&name.folded))
                .max_by_key(|name| name.folded.len());
            match name {
                Some(name) => restored.extend(&name.spelled),
                None => restored.push(words[at]),
            }
        }
        restored.join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entity(class: Class, name: &str) -> Entity {
        Entity {
            class,
            name: name.to_owned(),
            aliases: Vec::new(),
            role: None,
            mentions: Vec::new(),
            links: Vec::new(),
            quotes: Vec::new(),
            figures: Vec::new(),
            place: None,
        }
    }

    #[test]
    fn names_are_spelled_as_in_the_article() {
        let entities = [
            entity(Class::Person, "Élise Martin"),
            entity(Class::Place, "États-Unis"),
            entity(Class::Place, "Nouvelle-Zélande"),
            entity(Class::Place, "ALMATY"),
            entity(Class::Organisation, "Parti vert"),
        ];
        let capitals = Capitals::new(&entities);
        for (title, expected) in [
            ("La colere de martin aux etats unis", "La colere de Martin aux États Unis"),
            ("Elise martin et une nouvelle loi", "Élise Martin et une nouvelle loi"),
            ("Le parti vert a almaty", "Le parti vert a almaty"),
        ] {
            assert_eq!(capitals.restore(title), expected);
        }
    }
}
