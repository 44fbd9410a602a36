//! Training sentences with other bodies in the place of theirs: names of bodies end in as many ways as there are
//! bodies, of which the annotated articles have few.

use crate::corpus::Document;
use crate::knowledge::BODIES;
use crate::random::Random;
use manicule_core::entity::training::{examples, gazetteer_key};
use manicule_core::{Class, Language, Pack, Span};
use std::collections::BTreeMap;
use std::path::Path;

/// Full names of bodies, by the noun that they begin with, folded.
pub struct Bodies(BTreeMap<String, Vec<String>>);

/// How often, of a hundred times, a body of any other kind takes the place of one.
const OTHER_KIND: usize = 60;
/// A body has at least and at most so many words.
const WORDS: std::ops::RangeInclusive<usize> = 3..=11;
/// What stands in explanations rather than in names, or is set in capitals throughout.
const NOT_IN_NAMES: &[&str] = &[
    "par",
    "pour",
    "contre",
    "sur",
    "dans",
    "avec",
    "sans",
    "regroupant",
    "chargé",
    "chargée",
    "chargés",
    "dit",
    "De",
    "Des",
    "Du",
    "Et",
    "La",
    "Les",
    "D'",
    "En",
    "Pour",
];

impl Bodies {
    /// Reads what the acronyms of bodies stand for.
    ///
    /// # Errors
    /// What is wrong with the file, in words.
    pub fn read(data: &Path, language: Language) -> Result<Bodies, String> {
        let path = data.join("dictionnaire-sigles/sigles.csv");
        let file = std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let mut bodies = Bodies(BTreeMap::new());
        // An acronym, and after it what it stands for, in quotation marks if that has a comma.
        let meanings = file.lines().skip(1).filter_map(|line| line.splitn(3, ',').nth(2));
        for meaning in meanings {
            let whole = match meaning.strip_prefix('"') {
                Some(quoted) => quoted.split('"').next(),
                None => meaning.split(',').next(),
            };
            let name = whole.and_then(|whole| whole.split(" (").next()).unwrap_or_default();
            bodies.add(name.trim_end_matches('.').trim(), language);
        }
        Ok(bodies)
    }

    fn add(&mut self, name: &str, language: Language) {
        let head = head(name, language);
        let words: Vec<&str> = name.split(' ').collect();
        let capitals = words.iter().skip(1).filter(|word| word.starts_with(char::is_uppercase)).count();
        let is_plain = |c: char| c.is_alphabetic() || " '’-,".contains(c);
        if BODIES.contains(&head.as_str())
            && WORDS.contains(&words.len())
            && capitals * 3 <= words.len()
            && name.chars().all(is_plain)
            && !words.iter().any(|word| NOT_IN_NAMES.contains(word))
        {
            self.0.entry(head).or_default().push(name.to_owned());
        }
    }

    /// The sentences of `documents` with a body of several words, each once for each such body, with another in its
    /// place.
    pub fn exchanged(&self, documents: &[Document], pack: &Pack, language: Language) -> Vec<Document> {
        let kinds: Vec<&Vec<String>> = self.0.values().collect();
        let mut random = Random::new();
        let mut all = Vec::new();
        for document in documents {
            for example in examples(&document.text, pack, language) {
                let (Some(first), Some(last)) = (example.tokens.first(), example.tokens.last()) else {
                    continue;
                };
                let sentence = document.part(first.join(*last));
                for (index, &(span, class)) in sentence.names.iter().enumerate() {
                    let name = span.of(&sentence.text);
                    let head = head(name, language);
                    let several = gazetteer_key(name, language).contains(' ');
                    if class != Class::Organisation || !several || !BODIES.contains(&head.as_str()) {
                        continue;
                    }
                    let same = self.0.get(&head).filter(|_| random.below(100) >= OTHER_KIND);
                    let Some(kind) = same.or_else(|| kinds.get(random.below(kinds.len().max(1))).copied())
                    else {
                        continue;
                    };
                    let other = in_case_of(name, &kind[random.below(kind.len())]);
                    all.push(sentence.with(index, &other));
                }
            }
        }
        all
    }
}

/// The first word of a name, folded.
fn head(name: &str, language: Language) -> String {
    let key = gazetteer_key(name, language);
    key.split(' ').next().unwrap_or_default().to_owned()
}

/// `other`, with a capital first if `name` has one.
fn in_case_of(name: &str, other: &str) -> String {
    let mut rest = other.chars();
    let Some(first) = rest.next() else { return String::new() };
    let first: String = match name.starts_with(char::is_lowercase) {
        true => first.to_lowercase().collect(),
        false => first.to_uppercase().collect(),
    };
    first + rest.as_str()
}

impl Document {
    /// A part of it, with the names that are whole in it.
    fn part(&self, part: Span) -> Document {
        let within = self.names.iter().filter(|(span, _)| part.start <= span.start && span.end <= part.end);
        let moved =
            within.map(|&(span, class)| (Span::new(span.start - part.start, span.end - part.start), class));
        Document { text: part.of(&self.text).to_owned(), names: moved.collect() }
    }

    /// It, with other words for the name at `index`.
    fn with(&self, index: usize, other: &str) -> Document {
        let old = self.names[index].0;
        let text = [&self.text[..old.start], other, &self.text[old.end..]].concat();
        let moved = |at: usize| if at >= old.end { at + other.len() - old.len() } else { at };
        let names =
            self.names.iter().map(|&(span, class)| (Span::new(moved(span.start), moved(span.end)), class));
        Document { text, names: names.collect() }
    }
}
