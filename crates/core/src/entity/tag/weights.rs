//! What features say for and against each label.
//!
//! Most of the tagger's time goes here: some seventy features a word, of which two in three have weights, for six labels
//! each. So a word's features are looked up together, first which of them have weights at all, then their rows, and a
//! row is added eight labels at a time.

use super::decode::Scores;
use crate::lang::Pack;
use crate::lang::pack::hash::Feature;
use crate::lang::pack::{Keys, Row, Section, ZERO};

/// The weights of the features that have any.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Weights<'p> {
    keys: Keys<'p>,
    /// For each key its weights.
    rows: &'p [Row],
}

/// The features of one word, and working memory to look them up.
#[derive(Debug, Default)]
pub(crate) struct Batch {
    features: Vec<Feature>,
    members: Vec<u32>,
}

impl Batch {
    /// Begins a word.
    pub fn clear(&mut self) {
        self.features.clear();
    }

    /// Adds a feature.
    #[inline(always)]
    pub fn push(&mut self, feature: Feature) {
        self.features.push(feature);
    }
}

impl<'p> Weights<'p> {
    /// Those of a pack, in these sections.
    pub fn new(pack: &'p Pack, keys: Section, rows: Section) -> Self {
        Weights { keys: pack.keys(keys), rows: pack.rows(rows) }
    }

    /// Adds the weights of a word's features to `scores`.
    pub fn add(&self, Batch { features, members }: &mut Batch, scores: &mut Scores) {
        if members.len() < features.len() {
            members.resize(features.len(), 0);
        }
        let mut count = 0;
        for feature in features.iter() {
            let (rank, is_member) = self.keys.find(feature.hash());
            // Written without asking, and kept if it is a member, which no processor can guess.
            if let Some(member) = members.get_mut(count) {
                *member = rank as u32;
            }
            count += usize::from(is_member);
        }
        for members in members[..count].chunks(MOST_ROWS) {
            let mut sums = Sums::default();
            for &rank in members {
                if let Some(row) = self.rows.get(rank as usize) {
                    sums.add(row);
                }
            }
            sums.give(scores);
        }
    }
}

/// The sums of some rows, 16 bits for each label: those of every other label together, so that a row's bytes are added
/// four at a time without running into each other.
#[derive(Clone, Copy, Debug, Default)]
struct Sums {
    even: Row,
    odd: Row,
    rows: i32,
}

/// As many bytes as can be added in 16 bits.
const MOST_ROWS: usize = 257;

/// Every other byte.
const EVEN: u64 = 0x00FF_00FF_00FF_00FF;

impl Sums {
    #[inline(always)]
    fn add(&mut self, &[a, b, c]: &Row) {
        let [even_a, even_b, even_c] = self.even;
        let [odd_a, odd_b, odd_c] = self.odd;
        self.even = [even_a + (a & EVEN), even_b + (b & EVEN), even_c + (c & EVEN)];
        self.odd = [odd_a + (a >> 8 & EVEN), odd_b + (b >> 8 & EVEN), odd_c + (c >> 8 & EVEN)];
        self.rows += 1;
    }

    fn give(&self, scores: &mut Scores) {
        let zero = self.rows * i32::from(ZERO);
        for (scores, (mut even, mut odd)) in scores.chunks_mut(8).zip(self.even.into_iter().zip(self.odd)) {
            for pair in scores.chunks_mut(2) {
                for (score, sums) in pair.iter_mut().zip([&mut even, &mut odd]) {
                    *score += (*sums & 0xFFFF) as i32 - zero;
                    *sums >>= 16;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::{Language, pack::Builder};
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    proptest! {
        /// As many features as a word never has, so that sums of 16 bits would overflow.
        #[test]
        fn the_weights_of_all_features_are_added(
            weights in prop::collection::btree_map(0u32..256, prop::collection::btree_map(0u8..21, any::<i8>(), 1..22), 0..256),
            features in prop::collection::vec(any::<u32>(), 0..900),
        ) {
            let weights: BTreeMap<u32, Vec<(u8, i8)>> =
                weights.into_iter().map(|(key, row)| (key, row.into_iter().collect())).collect();
            let bytes = Builder::new(Language::French).set_weights(Section::LocalKeys, 8, &weights).build();
            let pack = Pack::load(bytes).expect("a whole pack");
            let mut batch = Batch::default();
            let mut wanted = [7; 21];
            for feature in features.into_iter().map(|value| Feature::new(1, value, 0)) {
                batch.push(feature);
                for &(label, weight) in weights.get(&((feature.hash() >> 56) as u32)).into_iter().flatten() {
                    wanted[usize::from(label)] += i32::from(weight);
                }
            }
            let mut scores = [7; 21];
            Weights::new(&pack, Section::LocalKeys, Section::LocalRows).add(&mut batch, &mut scores);
            prop_assert_eq!(scores, wanted);
        }
    }
}
