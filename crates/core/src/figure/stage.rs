//! The rules of one stage, found by what they begin with.

use super::item::Item;
use super::pattern::{Pattern, Test};
use super::slot::Slots;

/// One stage's patterns, found by what they begin with.
#[derive(Debug)]
pub(super) struct Stage {
    patterns: Vec<Pattern>,
    by_word: Vec<Vec<u16>>,
    by_slot: [Vec<u16>; 64],
    /// The slots that some pattern begins with.
    slots: Slots,
}

impl Stage {
    /// `words` is how many words the tables have.
    pub fn new(patterns: Vec<Pattern>, words: usize) -> Stage {
        let mut stage = Stage {
            by_word: vec![Vec::new(); words],
            by_slot: std::array::from_fn(|_| Vec::new()),
            slots: Slots::default(),
            patterns: Vec::new(),
        };
        for (index, pattern) in patterns.iter().enumerate() {
            let index = u16::try_from(index).expect("a stage has fewer than 65,536 rules");
            for element in pattern.core.iter().filter(|element| !element.negative) {
                match &element.test {
                    Test::Words(words) => {
                        words.iter().for_each(|&word| stage.by_word[usize::from(word)].push(index));
                    }
                    Test::Slot(slot) => {
                        stage.by_slot[*slot as usize].push(index);
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

    /// The patterns that may match at `item`, in no order.
    pub fn candidates(&self, item: &Item) -> impl Iterator<Item = (u16, &Pattern)> {
        let by_word =
            self.by_word.get(usize::from(item.word)).filter(|_| item.word != 0).into_iter().flatten();
        let mut slots = item.slots.and(self.slots);
        let by_slot = std::iter::from_fn(move || slots.pop()).flat_map(|slot| &self.by_slot[slot]);
        by_word.chain(by_slot).map(|&index| (index, &self.patterns[usize::from(index)]))
    }
}
