//! Evidence from the whole article: how it uses each word, and which sentences report matches.

use super::label::{CLASSES, Label, PERSON, Part};
use super::table::Table;
use super::word::{Shape, Word};
use crate::lang::pack::hash::Feature;
use std::cmp::Reverse;

/// How many ordinary uses a use counts as whose class is given by the words around it.
const CUE_WEIGHT: u32 = 2;

/// How often the article uses a word in each way, from the labels of its sentences.
#[derive(Clone, Copy, Debug, Default)]
struct Uses {
    /// In lower case.
    lower: u32,
    /// Capitalised, outside names.
    outside: u32,
    /// Capitalised, in names, by class and by [`Part`].
    named: [[u32; 4]; CLASSES.len()],
}

/// The evidence from the sentences of an article.
#[derive(Debug, Default)]
pub(crate) struct Evidence {
    words: Table<Uses>,
    /// The indices of the sentences with the score of a match, ascending.
    scores: Vec<usize>,
}

/// How many sentences before and after one with the score of a match are assumed to be about matches too.
const MAX_SENTENCES_FROM_SCORE: usize = 8;

impl Evidence {
    /// Records the words of a sentence and their labels.
    pub fn record(&mut self, words: &[Word], labels: &[Label]) {
        for (word, label) in words.iter().zip(labels) {
            match word.shape {
                Shape::Lower | Shape::LowerHyphen => self.uses(word).lower += 1,
                _ if word.is_capital() => {
                    let uses = self.uses(word);
                    match label.name() {
                        Some((class, part)) => uses.named[class][part as usize] += 1,
                        None => uses.outside += 1,
                    }
                }
                _ => {}
            }
        }
    }

    /// Records that the sentence at `index` has the score of a match.
    pub fn record_score(&mut self, index: usize) {
        self.scores.push(index);
    }

    /// Whether the sentence at `index` is near one with the score of a match, and the article has several of those.
    pub fn is_near_score(&self, index: usize) -> bool {
        let near = self.scores.partition_point(|&score| score + MAX_SENTENCES_FROM_SCORE < index);
        self.scores.len() > 1
            && self.scores.get(near).is_some_and(|&score| score <= index + MAX_SENTENCES_FROM_SCORE)
    }

    /// Records that, from the words around it, `word` alone is a name of the class at this index of [`CLASSES`]. It
    /// counts as [`CUE_WEIGHT`] ordinary uses.
    pub fn record_cue(&mut self, word: &Word, class: usize) {
        self.uses(word).named[class][Part::Only as usize] += CUE_WEIGHT;
    }

    /// Whether the article uses each capitalised one of `words` mostly in names, in lines that are not all in capitals.
    pub fn are_mostly_names(&self, words: &[Word]) -> bool {
        words.iter().filter(|word| word.is_capital()).all(|word| {
            let uses = self.words.get(key(word));
            uses.is_some_and(|uses| uses.named.iter().flatten().sum::<u32>() > uses.outside + uses.lower)
        })
    }

    /// The class, as an index of [`CLASSES`], that a capitalised word usually has in the article: a person if it is the
    /// first or last word of a person's name, no class is more frequent and it is never in lower case; else the class
    /// that it has as a name by itself, if at least half of its uses are such names. `None` otherwise.
    pub fn usual_class(&self, word: &Word) -> Option<usize> {
        let uses = self.words.get(key(word)).filter(|_| word.is_capital())?;
        let alone = |class: usize| uses.named[class][Part::Only as usize];
        let by_class = uses.named.map(|parts| parts.iter().sum::<u32>());
        let most = by_class.iter().copied().max().unwrap_or(0);
        let full = uses.named[PERSON][Part::First as usize] + uses.named[PERSON][Part::Last as usize];
        if full > 0 && by_class[PERSON] == most && uses.lower == 0 {
            return Some(PERSON);
        }
        let class = (0..CLASSES.len()).max_by_key(|&class| (alone(class), Reverse(class)))?;
        let others = by_class.iter().sum::<u32>() - alone(class) + uses.lower + uses.outside;
        (alone(class) >= 1 && alone(class) >= others).then_some(class)
    }

    fn uses(&mut self, word: &Word) -> &mut Uses {
        self.words.get_or(key(word), Uses::default)
    }
}

/// The key of a word in [`Evidence::words`], regardless of case and accents.
fn key(word: &Word) -> u64 {
    Feature::new(1, word.fold, 0).hash()
}
