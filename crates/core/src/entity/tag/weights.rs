//! The weights of features for each label.
//!
//! The tagger spends most of its time here: a word has about seventy features, of which two in three have weights,
//! for six labels each. For speed, all features of a word are first looked up and then the rows of those with weights
//! added, eight labels at a time.

use super::decode::Scores;
use crate::lang::Pack;
use crate::lang::pack::hash::Feature;
use crate::lang::pack::{Keys, Row, ZERO};

/// The two values that a feature combines.
pub(crate) type Values = (u32, u32);

/// The weights of the features that have any.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Weights<'p> {
    keys: Keys<'p>,
    /// For each key, its weights for all labels.
    rows: &'p [Row],
}

/// The rows of weights found for the features of one word.
#[derive(Debug, Default)]
pub(crate) struct FoundRows {
    /// The rows' indices; only the first `count` are valid.
    rows: Vec<u32>,
    count: usize,
}

impl<'p> Weights<'p> {
    /// The weights in a pack.
    pub fn new(pack: &'p Pack) -> Self {
        Weights { keys: pack.features(), rows: pack.rows() }
    }

    /// Looks features up and appends the rows of those with weights to `found`. The features' templates are numbered
    /// consecutively from `first`.
    pub fn find(&self, first: u32, features: &[Values], found: &mut FoundRows) {
        let room = found.count + features.len();
        if found.rows.len() < room {
            found.rows.resize(room, 0);
        }
        for (template, &(a, b)) in (first..).zip(features) {
            let (row, has_weights) = self.keys.find(Feature::new(template, a, b).hash());
            // Written in any case and counted if it has weights: a branch here would be mispredicted too often.
            if let Some(next) = found.rows.get_mut(found.count) {
                *next = row as u32;
            }
            found.count += usize::from(has_weights);
        }
    }

    /// Adds the weights in the rows `found` to `scores`, and clears `found` for the next word.
    pub fn add(&self, found: &mut FoundRows, scores: &mut Scores) {
        for rows in found.rows[..found.count].chunks(MAX_ROWS) {
            let mut sums = Sums::default();
            for &row in rows {
                if let Some(row) = self.rows.get(row as usize) {
                    sums.add(row);
                }
            }
            sums.add_to(scores);
        }
        found.count = 0;
    }
}

/// Sums of rows of weights, which are bytes, in 16 bits for each label. Labels with even and odd indices are kept
/// apart, so that four bytes can be added at a time without overflow into each other.
#[derive(Clone, Copy, Debug, Default)]
struct Sums {
    even: Row,
    odd: Row,
    rows: i32,
}

/// The number of bytes whose sum is sure to fit 16 bits.
const MAX_ROWS: usize = 257;

/// A mask for every other byte.
const EVEN: u64 = 0x00FF_00FF_00FF_00FF;

impl Sums {
    /// Adds a row.
    #[inline(always)]
    fn add(&mut self, &[a, b, c]: &Row) {
        let [even_a, even_b, even_c] = self.even;
        let [odd_a, odd_b, odd_c] = self.odd;
        self.even = [even_a + (a & EVEN), even_b + (b & EVEN), even_c + (c & EVEN)];
        self.odd = [odd_a + (a >> 8 & EVEN), odd_b + (b >> 8 & EVEN), odd_c + (c >> 8 & EVEN)];
        self.rows += 1;
    }

    /// Adds the sums to `scores`.
    fn add_to(&self, scores: &mut Scores) {
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
        /// More features than a word ever has, so that sums of 16 bits would overflow.
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
            let (mut found, mut scores) = (FoundRows::default(), [7; 21]);
            let all = Weights::new(&pack);
            let (one, other) = features.split_at(features.len() / 3);
            all.find(5, one, &mut found);
            all.find(5 + one.len() as u32, other, &mut found);
            all.add(&mut found, &mut scores);
            prop_assert_eq!(scores, wanted);
        }
    }
}
