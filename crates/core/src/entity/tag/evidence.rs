//! What the whole article says of its words.

use super::features::Values;
use super::label::{CLASSES, Label, PERSON, Part};
use super::word::{Shape, Word};
use crate::lang::pack::hash::Feature;
use std::cmp::Reverse;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::ops::Range;

/// A map whose keys are hashes already.
pub(crate) type HashedMap<V> = HashMap<u64, V, BuildHasherDefault<Identity>>;

/// Takes a 64-bit hash for itself.
#[derive(Default)]
pub(crate) struct Identity(u64);

impl Hasher for Identity {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, _: &[u8]) {}

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}

/// How often the article uses a word in which way, as far as the first look tells.
#[derive(Clone, Copy, Debug, Default)]
struct Uses {
    lower: u32,
    /// With a capital where no sentence starts.
    capital: u32,
    /// With a capital, outside names.
    outside: u32,
    /// In names, by class and place.
    named: [[u32; 4]; CLASSES.len()],
}

/// Counts gathered over an article.
#[derive(Debug, Default)]
pub(crate) struct Evidence {
    words: HashedMap<Uses>,
}

impl Evidence {
    /// Takes note of a sentence and of the labels that it seemed to have on its own.
    pub fn read(&mut self, words: &[Word], labels: &[Label]) {
        for (index, (word, label)) in words.iter().zip(labels).enumerate() {
            match word.shape {
                Shape::Lower | Shape::LowerHyphen => self.uses(word).lower += 1,
                _ if word.is_capital() => {
                    let uses = self.uses(word);
                    uses.capital += u32::from(index > 0);
                    match label.name() {
                        Some((class, part)) => uses.named[class][part as usize] += 1,
                        None => uses.outside += 1,
                    }
                }
                _ => {}
            }
        }
    }

    /// Whether the article names each of these words elsewhere, in lines that are not all in capitals.
    pub fn knows(&self, words: &[Word]) -> bool {
        words.iter().filter(|word| word.is_capital()).all(|word| {
            let uses = self.words.get(&Feature::new(1, word.fold, 0).hash());
            uses.is_some_and(|uses| uses.named.iter().flatten().sum::<u32>() > uses.outside + uses.lower)
        })
    }

    /// The class of what a word with a capital names elsewhere in the article: a person, if it is a surname there and
    /// nothing else more often, or what it names by itself at least twice, and more often than otherwise.
    pub fn constant(&self, word: &Word) -> Option<usize> {
        let uses = self.words.get(&Feature::new(1, word.fold, 0).hash()).filter(|_| word.is_capital())?;
        let alone = |class: usize| uses.named[class][Part::Only as usize];
        let by_class = uses.named.map(|parts| parts.iter().sum::<u32>());
        let most = by_class.iter().copied().max().unwrap_or(0);
        if uses.named[PERSON][Part::Last as usize] > 0 && by_class[PERSON] == most && uses.lower == 0 {
            return Some(PERSON);
        }
        let class = (0..CLASSES.len()).max_by_key(|&class| (alone(class), Reverse(class)))?;
        let others = by_class.iter().sum::<u32>() - alone(class) + uses.lower + uses.outside;
        (alone(class) >= 2 && alone(class) > others).then_some(class)
    }

    fn uses(&mut self, word: &Word) -> &mut Uses {
        self.words.entry(Feature::new(1, word.fold, 0).hash()).or_default()
    }

    /// Fills `seen` with what the article says of the words from one before `island` to one after it, and with nothing
    /// for other words.
    pub fn see(&self, words: &[Word], labels: &[Label], island: Range<usize>, seen: &mut Vec<Seen>) {
        seen.clear();
        seen.resize(words.len(), Seen::default());
        let near = island.start.saturating_sub(1)..(island.end + 1).min(words.len());
        for ((seen, word), label) in
            seen[near.clone()].iter_mut().zip(&words[near.clone()]).zip(&labels[near])
        {
            *seen = self.seen(word, *label);
        }
    }

    /// What the article says of a word, but for this one use of it, which bears `label`.
    fn seen(&self, word: &Word, label: Label) -> Seen {
        let Some(mut uses) = self.words.get(&Feature::new(1, word.fold, 0).hash()).copied() else {
            return Seen::default();
        };
        if word.is_capital() {
            match label.name() {
                Some((class, part)) => {
                    uses.named[class][part as usize] = uses.named[class][part as usize].saturating_sub(1)
                }
                None => uses.outside = uses.outside.saturating_sub(1),
            }
        }
        let by_class = uses.named.map(|parts| parts.iter().sum::<u32>());
        let (class, strength) = best(by_class, uses.outside);
        let part = class.checked_sub(1).and_then(|class| uses.named.get(class as usize)).map_or(0, |parts| {
            (0..4).max_by_key(|&part| (parts[part], 4 - part)).map_or(0, |part| 1 + part as u32)
        });
        let written = bucket(uses.lower) << 2 | bucket(uses.capital.saturating_sub(1));
        Seen { class, strength, part, written }
    }
}

/// What the article says of a word.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Seen {
    /// 1 + the class in which it is mostly named, 7 if it is mostly outside names, 0 if it is nowhere else.
    class: u32,
    strength: u32,
    /// 1 + its usual place in the name.
    part: u32,
    /// Whether it is also written in lower case, or with a capital inside a sentence.
    written: u32,
}

/// Gives `emit` the values of every feature that the article adds to the word at `index`, given what it says of each word, with the number
/// of the first one's template.
pub(crate) fn article_features(
    words: &[Word],
    labels: &[Label],
    seen: &[Seen],
    index: usize,
    mut emit: impl FnMut(u32, &[Values]),
) {
    let word = &words[index];
    let at = |at: Option<usize>| at.and_then(|at| seen.get(at)).copied().unwrap_or_default();
    let (left, here, right) = (at(index.checked_sub(1)), at(Some(index)), at(Some(index + 1)));
    let label = |at: Option<usize>| at.and_then(|at| labels.get(at)).map_or(99, |label| u32::from(label.0));
    let own = label(Some(index));
    let shape = word.shape as u32;
    let start = u32::from(index == 0);
    emit(
        1_001,
        &[
            (own, 0),
            (own, label(index.checked_sub(1)) << 8 | label(Some(index + 1))),
            (here.class, here.strength),
            (here.class << 8 | here.strength, own),
            (here.class << 8 | here.strength, shape << 8 | start),
            (here.class << 8 | here.part, own),
            (here.class << 8 | here.part, here.strength),
            (here.written, shape << 8 | start),
            (here.written, own),
            (here.written << 8 | here.class, own << 8 | start),
            (left.class << 8 | here.class, right.class),
            (left.class << 8 | left.part, here.class << 8 | here.part),
            (right.class << 8 | right.part, here.class << 8 | here.part),
        ],
    );
}

/// The most frequent class, and how clear that is: 1 to 4; zeros for no count at all.
fn best(by_class: [u32; CLASSES.len()], outside: u32) -> (u32, u32) {
    let total: u32 = by_class.iter().sum::<u32>() + outside;
    if total == 0 {
        return (0, 0);
    }
    let (class, count) = by_class
        .iter()
        .enumerate()
        .map(|(class, &count)| (class as u32 + 1, count))
        .chain([(7, outside)])
        .max_by_key(|&(class, count)| (count, 8 - class))
        .unwrap_or_default();
    let strength = match (count * 4, total) {
        (quarters, total) if quarters >= 4 * total && total >= 3 => 4,
        (quarters, total) if quarters >= 4 * total => 3,
        (quarters, total) if quarters >= 3 * total => 2,
        _ => 1,
    };
    (class, strength)
}

fn bucket(count: u32) -> u32 {
    count.min(2)
}
