//! Names of several words that occur again, without their label, elsewhere in the article.

use super::label::{CLASSES, Label, Part, names};
use super::table::Table;
use super::word::Word;
use crate::lang::pack::hash::Feature;
use std::cmp::Reverse;
use std::ops::Range;

/// The names of two to [`MAX_PHRASE_WORDS`] words in the labels of an article's sentences.
#[derive(Debug, Default)]
pub(crate) struct Phrases {
    /// By the key of a name's first word: the numbers of words of such names, as a bit set.
    lengths: Table<u32>,
    /// By the key of all words of a name: how often it has each of [`CLASSES`].
    named: Table<[u32; CLASSES.len()]>,
}

/// The most words of a name that is looked for again; longer ones hardly recur in the same words.
const MAX_PHRASE_WORDS: usize = 16;

impl Phrases {
    /// Records the names in the labels of a sentence.
    pub fn record(&mut self, words: &[Word], labels: &[Label]) {
        for (name, class) in names(labels).filter(|(name, _)| (2..=MAX_PHRASE_WORDS).contains(&name.len())) {
            let words = &words[name];
            *self.lengths.get_or(key(&words[..1]), || 0) |= 1 << words.len();
            self.named.get_or(key(words), Default::default)[class] += 1;
        }
    }

    /// The names in the labels of a sentence, and those recorded elsewhere in the article that occur outside them or
    /// extend them: ranges of words and indices in [`CLASSES`], in order and without overlaps. Of names that begin with
    /// the same word, the longest is chosen.
    pub fn extend(&self, words: &[Word], labels: &[Label]) -> Vec<(Range<usize>, usize)> {
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

    /// The longest recorded name at the start of `words` that does not end inside a labelled name: its number of words
    /// and its most frequent class.
    fn longest(&self, words: &[Word], labels: &[Label]) -> Option<(usize, usize)> {
        let lengths = *self.lengths.get(key(words.get(..1)?))?;
        let goes_on = |at: usize| {
            let part = labels.get(at).and_then(|label| label.name()).map(|(_, part)| part);
            matches!(part, Some(Part::Inner | Part::Last))
        };
        let known = |count: usize| Some((count, self.named.get(key(words.get(..count)?))?));
        let mut counts =
            (2..=MAX_PHRASE_WORDS).rev().filter(|count| lengths >> count & 1 == 1 && !goes_on(*count));
        let (count, named) = counts.find_map(known)?;
        let class = (0..CLASSES.len()).max_by_key(|&class| (named[class], Reverse(class)))?;
        Some((count, class))
    }
}

/// The key of a sequence of words, regardless of case and accents.
fn key(words: &[Word]) -> u64 {
    words.iter().fold(0, |key: u64, word| Feature::new(1, word.fold, 0).hash() ^ key.rotate_left(7))
}

#[cfg(test)]
mod tests {
    use super::super::label::{ORGANISATION, PERSON};
    use super::*;

    /// The words of `text`, and labels in which the words in brackets are names of this class.
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
            phrases.record(&words, &labels);
        }
        let (words, labels) = sentence(text, PERSON);
        assert_eq!(phrases.extend(&words, &labels), expected);
    }

    #[test]
    fn names_found_elsewhere_are_found_again() {
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
    fn the_most_frequent_class_is_chosen() {
        let known = [("[a b]", PERSON), ("[a b]", ORGANISATION), ("[a b] [a b]", ORGANISATION)];
        check(&known, "a b", &[(0..2, ORGANISATION)]);
    }
}
