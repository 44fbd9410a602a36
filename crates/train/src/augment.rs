//! Data augmentation: training sentences in which the name of an organisation is replaced by another. Multi-word
//! names of organisations are very diverse, and the annotated articles have only few of them.

use crate::corpus::Document;
use crate::knowledge::ORGANISATION_NOUNS;
use crate::random::Random;
use manicule_core::entity::training::{examples, gazetteer_key};
use manicule_core::{Class, Language, Pack, Span};
use std::collections::BTreeMap;
use std::path::Path;

/// Full names of organisations, by their first word, folded.
pub struct OrganisationNames(BTreeMap<String, Vec<String>>);

/// How often, in percent, the replacement may begin with any noun instead of the same noun.
const ANY_NOUN_PERCENT: usize = 60;
/// The numbers of words that a name may have.
const WORDS: std::ops::RangeInclusive<usize> = 3..=11;
/// Words of explanations rather than names, and words capitalised as in titles.
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

impl OrganisationNames {
    /// Reads the full names of the organisations in the dictionary of acronyms.
    ///
    /// # Errors
    /// A message if the file cannot be read.
    pub fn read(data: &Path, language: Language) -> Result<OrganisationNames, String> {
        let path = data.join("dictionnaire-sigles/sigles.csv");
        let file = std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let mut organisations = OrganisationNames(BTreeMap::new());
        // The third field is what the acronym stands for. It is in quotation marks if it has a comma.
        let meanings = file.lines().skip(1).filter_map(|line| line.splitn(3, ',').nth(2));
        for meaning in meanings {
            let whole = match meaning.strip_prefix('"') {
                Some(quoted) => quoted.split('"').next(),
                None => meaning.split(',').next(),
            };
            let name = whole.and_then(|whole| whole.split(" (").next()).unwrap_or_default();
            organisations.add(name.trim_end_matches('.').trim(), language);
        }
        Ok(organisations)
    }

    fn add(&mut self, name: &str, language: Language) {
        let head = head(name, language);
        let words: Vec<&str> = name.split(' ').collect();
        let capitals = words.iter().skip(1).filter(|word| word.starts_with(char::is_uppercase)).count();
        let is_plain = |c: char| c.is_alphabetic() || " '’-,".contains(c);
        if ORGANISATION_NOUNS.contains(&head.as_str())
            && WORDS.contains(&words.len())
            && capitals * 3 <= words.len()
            && name.chars().all(is_plain)
            && !words.iter().any(|word| NOT_IN_NAMES.contains(word))
        {
            self.0.entry(head).or_default().push(name.to_owned());
        }
    }

    /// Returns a copy of a sentence of `documents` for each multi-word name of an organisation in it, with that name
    /// replaced by another. The replacements are pseudo-random, but the same on every run.
    pub fn augment(&self, documents: &[Document], pack: &Pack, language: Language) -> Vec<Document> {
        let groups: Vec<&Vec<String>> = self.0.values().collect();
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
                    let is_multi_word = gazetteer_key(name, language).contains(' ');
                    if class != Class::Organisation
                        || !is_multi_word
                        || !ORGANISATION_NOUNS.contains(&head.as_str())
                    {
                        continue;
                    }
                    let same = self.0.get(&head).filter(|_| random.below(100) >= ANY_NOUN_PERCENT);
                    let Some(group) = same.or_else(|| groups.get(random.below(groups.len().max(1))).copied())
                    else {
                        continue;
                    };
                    let other = with_case_of(name, &group[random.below(group.len())]);
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

/// Returns `other` with its first letter in lower case if `name` begins in lower case, else as a capital.
fn with_case_of(name: &str, other: &str) -> String {
    let mut rest = other.chars();
    let Some(first) = rest.next() else { return String::new() };
    let first: String = match name.starts_with(char::is_lowercase) {
        true => first.to_lowercase().collect(),
        false => first.to_uppercase().collect(),
    };
    first + rest.as_str()
}

impl Document {
    /// The part of the document in the span `part`, with the names completely in it.
    fn part(&self, part: Span) -> Document {
        let within = self.names.iter().filter(|(span, _)| part.start <= span.start && span.end <= part.end);
        let moved =
            within.map(|&(span, class)| (Span::new(span.start - part.start, span.end - part.start), class));
        Document { text: part.of(&self.text).to_owned(), names: moved.collect() }
    }

    /// A copy of the document with the name at `index` replaced by `other`.
    fn with(&self, index: usize, other: &str) -> Document {
        let old = self.names[index].0;
        let text = [&self.text[..old.start], other, &self.text[old.end..]].concat();
        let moved = |at: usize| if at >= old.end { at + other.len() - old.len() } else { at };
        let names =
            self.names.iter().map(|&(span, class)| (Span::new(moved(span.start), moved(span.end)), class));
        Document { text, names: names.collect() }
    }
}
