//! The rules of one stage, indexed by their first element.

use super::item::Item;
use super::pattern::{Element, Pattern, Test};
use super::slot::{Slot, Slots};

/// The patterns of one stage, indexed by the words and slots that they can begin with.
#[derive(Debug)]
pub(crate) struct Stage {
    patterns: Vec<Pattern>,
    by_word: Vec<Vec<Candidate>>,
    by_slot: [Vec<Candidate>; 64],
    /// For each slot, what the second item of a match of a pattern in its list may be.
    after_slot: [ItemFilter; 64],
    /// The slots that any pattern begins with.
    slots: Slots,
}

/// A pattern that can begin with a certain word or slot.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    rule: u16,
    /// What the two items after the first one must be.
    lookahead: [ItemFilter; 2],
}

/// A conservative test for an item: an item that it rejects cannot match. This lookahead bounds the cost of
/// hostile text that begins many patterns and completes none ("12 12 12").
#[derive(Clone, Copy, Debug, Default)]
struct ItemFilter {
    /// The item has one of these slots,
    slots: Slots,
    /// or its word id has one of these remainders modulo 128,
    words: u128,
    /// or it may be anything, or missing.
    any: bool,
}

impl Stage {
    /// Indexes `patterns`. `words` is the size of the lexicon.
    pub fn new(patterns: Vec<Pattern>, words: usize) -> Stage {
        let mut stage = Stage {
            by_word: vec![Vec::new(); words],
            by_slot: std::array::from_fn(|_| Vec::new()),
            after_slot: [ItemFilter::default(); 64],
            slots: Slots::default(),
            patterns: Vec::new(),
        };
        for (index, pattern) in patterns.iter().enumerate() {
            let rule = u16::try_from(index).expect("a stage has fewer than 65,536 rules");
            for (at, element) in pattern.core.iter().enumerate().filter(|(_, element)| !element.negative) {
                let candidate = Candidate { rule, lookahead: ItemFilter::lookahead(pattern, at) };
                match &element.test {
                    Test::Words(words) => {
                        words.iter().for_each(|&word| stage.by_word[usize::from(word)].push(candidate));
                    }
                    Test::Slot(slot) => {
                        stage.by_slot[*slot as usize].push(candidate);
                        stage.after_slot[*slot as usize].merge(candidate.lookahead[0]);
                        stage.slots.add(*slot);
                    }
                    Test::Edge => {}
                }
                if !element.optional {
                    break;
                }
            }
        }
        stage.patterns = patterns;
        stage
    }

    /// The patterns that may match at the first of `items`, with their index in the stage, in no particular
    /// order.
    pub fn candidates<'s>(&'s self, items: &'s [Item]) -> impl Iterator<Item = (u16, &'s Pattern)> {
        let (item, ahead) = (&items[0], [items.get(1), items.get(2)]);
        let by_word =
            self.by_word.get(usize::from(item.word)).filter(|_| item.word != 0).into_iter().flatten();
        let mut slots = item.slots.intersection(self.slots);
        let by_slot = std::iter::from_fn(move || {
            while let Some(slot) = slots.pop() {
                if self.after_slot[slot].admits(ahead[0]) {
                    return Some(&self.by_slot[slot]);
                }
            }
            None
        });
        by_word
            .chain(by_slot.flatten())
            .filter(move |candidate| {
                let [next, last] = &candidate.lookahead;
                next.admits(ahead[0]) && last.admits(ahead[1])
            })
            .map(|candidate| (candidate.rule, &self.patterns[usize::from(candidate.rule)]))
    }
}

impl ItemFilter {
    /// The tests for the two items after the one that the element at index `at` of the core matches.
    fn lookahead(pattern: &Pattern, at: usize) -> [ItemFilter; 2] {
        let elements: Vec<&Element> = pattern.core.iter().chain(&pattern.after).collect();
        // The indices of the elements that may match the next item.
        let mut starts = vec![at + 1];
        let mut ended = false;
        std::array::from_fn(|_| {
            let mut filter = ItemFilter::default();
            for at in std::mem::take(&mut starts) {
                let mut ends = true;
                for (at, element) in elements.iter().enumerate().skip(at) {
                    if element.negative {
                        continue;
                    }
                    filter.allow(&element.test);
                    starts.push(at + 1);
                    if !element.optional {
                        ends = false;
                        break;
                    }
                }
                filter.any |= ends;
            }
            ended |= filter.any;
            ItemFilter { any: ended, ..filter }
        })
    }

    /// Extends the filter to the items that `test` accepts.
    fn allow(&mut self, test: &Test) {
        match test {
            Test::Words(words) => words.iter().for_each(|&word| self.words |= 1 << (word % 128)),
            // `Capital` is a property of the item's kind, not a slot of its set.
            Test::Edge | Test::Slot(Slot::Capital) => self.any = true,
            Test::Slot(slot) => self.slots.add(*slot),
        }
    }

    /// Extends the filter to the items that `other` accepts.
    fn merge(&mut self, other: ItemFilter) {
        self.slots |= other.slots;
        self.words |= other.words;
        self.any |= other.any;
    }

    /// Whether `item`, none beyond the end of the sentence, may match.
    fn admits(&self, item: Option<&Item>) -> bool {
        self.any
            || item.is_some_and(|item| {
                !self.slots.intersection(item.slots).is_empty()
                    || item.word != 0 && self.words & 1 << (item.word % 128) != 0
            })
    }
}
