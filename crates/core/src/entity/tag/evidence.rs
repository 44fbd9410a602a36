//! What the whole article says of its words.

use super::label::{CLASSES, Label, PERSON, Part};
use super::table::Table;
use super::word::{Shape, Word};
use crate::lang::pack::hash::Feature;
use std::cmp::Reverse;

/// How many plain uses weigh less than one that what stands beside it explains.
const TRUST: u32 = 2;

/// How often the article uses a word in which way, as far as its sentences tell.
#[derive(Clone, Copy, Debug, Default)]
struct Uses {
    lower: u32,
    /// With a capital, outside names.
    outside: u32,
    /// In names, by class and place.
    named: [[u32; 4]; CLASSES.len()],
}

/// Counts gathered over an article.
#[derive(Debug, Default)]
pub(crate) struct Evidence {
    words: Table<Uses>,
    /// The sentences that tell how a match ended, in order.
    scores: Vec<usize>,
}

/// How many sentences before and after one with a score are of matches too.
const NEAR: usize = 8;

impl Evidence {
    /// Takes note of a sentence and of the labels that it has on its own.
    pub fn read(&mut self, words: &[Word], labels: &[Label]) {
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

    /// Takes note that the sentence at `index` has the score of a match.
    pub fn score(&mut self, index: usize) {
        self.scores.push(index);
    }

    /// Whether the sentence at `index` stands near one with a score, of which the article has several.
    pub fn is_sport(&self, index: usize) -> bool {
        let near = self.scores.partition_point(|&score| score + NEAR < index);
        self.scores.len() > 1 && self.scores.get(near).is_some_and(|&score| score <= index + NEAR)
    }

    /// Takes note that what stands beside a word says that it alone is a name: as much as [`TRUST`] plain uses do.
    pub fn trust(&mut self, word: &Word, class: usize) {
        self.uses(word).named[class][Part::Only as usize] += TRUST;
    }

    /// Whether the article names each of these words elsewhere, in lines that are not all in capitals.
    pub fn knows(&self, words: &[Word]) -> bool {
        words.iter().filter(|word| word.is_capital()).all(|word| {
            let uses = self.words.get(key(word));
            uses.is_some_and(|uses| uses.named.iter().flatten().sum::<u32>() > uses.outside + uses.lower)
        })
    }

    /// The class of what a word with a capital names elsewhere in the article: a person, if it is part of a full name there
    /// and nothing else more often, or what it names by itself, if that is at least as often as otherwise.
    pub fn constant(&self, word: &Word) -> Option<usize> {
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

/// Under which a word's uses are counted.
fn key(word: &Word) -> u64 {
    Feature::new(1, word.fold, 0).hash()
}
