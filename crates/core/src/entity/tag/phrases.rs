//! Names of several words, wherever else the article has the same words.

use super::label::{CLASSES, Label, Part, names};
use super::table::Table;
use super::word::Word;
use crate::lang::pack::hash::Feature;
use std::cmp::Reverse;
use std::ops::Range;

/// The names of two to [`LONGEST`] words that an article's sentences have, each read on its own.
#[derive(Debug, Default)]
pub(crate) struct Phrases {
    /// By the key of a first word: a bit for each number of words that a name beginning with it has.
    lengths: Table<u32>,
    /// By the key of all words: how often they are a name of each class.
    named: Table<[u32; CLASSES.len()]>,
}

/// Longer names don't come again in the same words.
const LONGEST: usize = 16;

impl Phrases {
    /// Takes note of the names in a sentence.
    pub fn read(&mut self, words: &[Word], labels: &[Label]) {
        for (name, class) in names(labels).filter(|(name, _)| (2..=LONGEST).contains(&name.len())) {
            let words = &words[name];
            *self.lengths.get_or(key(&words[..1]), || 0) |= 1 << words.len();
            self.named.get_or(key(words), Default::default)[class] += 1;
        }
    }

    /// The names that a sentence's labels spell, by their words and class. Where more words than one of them has, or
    /// words outside them, are a name elsewhere in the article, they are that name here too: the longest, from left to
    /// right.
    pub fn complete(&self, words: &[Word], labels: &[Label]) -> Vec<(Range<usize>, usize)> {
        let mut all = Vec::new();
        let mut found = names(labels).peekable();
        let mut at = 0;
        while at < words.len() {
            while found.next_if(|(name, _)| name.start < at).is_some() {}
            let here = found.next_if(|(name, _)| name.start == at);
            let count = here.as_ref().map_or(1, |(name, _)| name.len());
            let longer = self.longest(&words[at..], &labels[at..]).filter(|&(longer, _)| longer > count);
            match longer {
                Some((count, class)) => {
                    all.push((at..at + count, class));
                    at += count;
                }
                None => {
                    all.extend(here);
                    at += count;
                }
            }
        }
        all
    }

    /// The longest known name that `words` begin with, and that ends where no name goes on: how many words it has, and
    /// the class that it has most often.
    fn longest(&self, words: &[Word], labels: &[Label]) -> Option<(usize, usize)> {
        let lengths = *self.lengths.get(key(words.get(..1)?))?;
        let goes_on = |at: usize| {
            let part = labels.get(at).and_then(|label| label.name()).map(|(_, part)| part);
            matches!(part, Some(Part::Inner | Part::Last))
        };
        let known = |count: usize| Some((count, self.named.get(key(words.get(..count)?))?));
        let mut counts = (2..=LONGEST).rev().filter(|count| lengths >> count & 1 == 1 && !goes_on(*count));
        let (count, named) = counts.find_map(known)?;
        let class = (0..CLASSES.len()).max_by_key(|&class| (named[class], Reverse(class)))?;
        Some((count, class))
    }
}

/// The key of some words, whatever their capitals.
fn key(words: &[Word]) -> u64 {
    words.iter().fold(0, |key: u64, word| Feature::new(1, word.fold, 0).hash() ^ key.rotate_left(7))
}

#[cfg(test)]
mod tests {
    use super::super::label::{ORGANISATION, PERSON};
    use super::*;

    /// The words of `text`, and labels that name those between brackets, each a pair.
    fn sentence(text: &str, class: usize) -> (Vec<Word>, Vec<Label>) {
        let mut labels = Vec::new();
        let mut words = Vec::new();
        let mut inside = false;
        for word in text.split(' ') {
            let (opens, closes) = (word.starts_with('['), word.ends_with(']'));
            let part = match (opens, closes) {
                (true, true) => Part::Only,
                (true, false) => Part::First,
                (false, true) => Part::Last,
                (false, false) => Part::Inner,
            };
            inside |= opens;
            labels.push(if inside { Label::new(class, part) } else { Label::OUTSIDE });
            inside &= !closes;
            let fold = crate::lang::pack::hash::hash(word.trim_matches(['[', ']']).as_bytes()) as u32;
            words.push(Word { fold, ..Word::default() });
        }
        (words, labels)
    }

    #[track_caller]
    fn check(known: &[(&str, usize)], text: &str, expected: &[(Range<usize>, usize)]) {
        let mut phrases = Phrases::default();
        for &(text, class) in known {
            let (words, labels) = sentence(text, class);
            phrases.read(&words, &labels);
        }
        let (words, labels) = sentence(text, PERSON);
        assert_eq!(phrases.complete(&words, &labels), expected);
    }

    #[test]
    fn a_name_found_elsewhere_is_one_here() {
        let known = [("la [force verte] vote", ORGANISATION), ("[force verte unie]", ORGANISATION)];
        check(
            &known,
            "une force verte et la force verte unie",
            &[(1..3, ORGANISATION), (5..8, ORGANISATION)],
        );
        check(&known, "une force tranquille", &[]);
        check(&known, "la force [verte]", &[(1..3, ORGANISATION)]);
        check(&known, "la force [verte claire]", &[(2..4, PERSON)]);
        check(&known, "[la force verte]", &[(0..3, PERSON)]);
        check(&[], "[la force] et [verte]", &[(0..2, PERSON), (3..4, PERSON)]);
    }

    #[test]
    fn the_class_is_the_one_found_most_often() {
        let known = [("[a b]", PERSON), ("[a b]", ORGANISATION), ("[a b] [a b]", ORGANISATION)];
        check(&known, "a b", &[(0..2, ORGANISATION)]);
    }
}
