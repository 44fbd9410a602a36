//! What features say for and against each label.
//!
//! Most of the tagger's time goes here: some seventy features a word, of which two in three have weights, for six labels
//! each. So a word's features are looked up together, first which of them have weights at all, then their rows, and a
//! row is added eight labels at a time.

use super::decode::Scores;
use crate::lang::Pack;
use crate::lang::pack::hash::Feature;
use crate::lang::pack::{Keys, Row, ZERO};

/// What a feature joins.
pub(crate) type Values = (u32, u32);

/// The weights of the features that have any.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Weights<'p> {
    keys: Keys<'p>,
    /// For each key its weights.
    rows: &'p [Row],
}

/// Which rows the features of one word have.
#[derive(Debug, Default)]
pub(crate) struct Found {
    /// Their numbers, and room for more.
    rows: Vec<u32>,
    count: usize,
}

impl<'p> Weights<'p> {
    /// Those of a pack.
    pub fn new(pack: &'p Pack) -> Self {
        Weights { keys: pack.features(), rows: pack.rows() }
    }

    /// Looks up features of templates from `first` up, each of the next one.
    pub fn find(&self, first: u32, features: &[Values], found: &mut Found) {
        let room = found.count + features.len();
        if found.rows.len() < room {
            found.rows.resize(room, 0);
        }
        for (template, &(a, b)) in (first..).zip(features) {
            let (row, has_weights) = self.keys.find(Feature::new(template, a, b).hash());
            // Written without asking, and kept if it has weights, which no processor can guess.
            if let Some(next) = found.rows.get_mut(found.count) {
                *next = row as u32;
            }
            found.count += usize::from(has_weights);
        }
    }

    /// Adds what was found for a word to `scores`, and is ready for the next.
    pub fn add(&self, found: &mut Found, scores: &mut Scores) {
        for rows in found.rows[..found.count].chunks(MOST_ROWS) {
            let mut sums = Sums::default();
            for &row in rows {
                if let Some(row) = self.rows.get(row as usize) {
                    sums.add(row);
                }
            }
            sums.give(scores);
        }
        found.count = 0;
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
            let bytes = Builder::new(Language::French).set_weights(8, &weights).build();
            let pack = Pack::load(bytes).expect("a whole pack");
            let features: Vec<Values> = features.into_iter().map(|value| (value, 0)).collect();
            let mut wanted = [7; 21];
            for (template, &(a, b)) in (5..).zip(&features) {
                let key = (Feature::new(template, a, b).hash() >> 56) as u32;
                for &(label, weight) in weights.get(&key).into_iter().flatten() {
                    wanted[usize::from(label)] += i32::from(weight);
                }
            }
            let (mut found, mut scores) = (Found::default(), [7; 21]);
            let all = Weights::new(&pack);
            let (one, other) = features.split_at(features.len() / 3);
            all.find(5, one, &mut found);
            all.find(5 + one.len() as u32, other, &mut found);
            all.add(&mut found, &mut scores);
            prop_assert_eq!(scores, wanted);
        }
    }
}
