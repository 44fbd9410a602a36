//! Finding known names.

use super::hash::Hasher;

/// Known names by their hashes: each name's number, and the beginnings of names that end before a space, so that a
/// search through the words of a text knows when to stop. Two texts with the same hash of 64 bits are taken for one.
#[derive(Debug, Default)]
pub(crate) struct Names {
    /// An open hash table: hashes and, at the same index, numbers plus one; 0 where nothing is.
    hashes: Vec<u64>,
    numbers: Vec<u32>,
    count: usize,
}

/// The number that is stored for a beginning that is not a name itself.
const BEGINNING: u32 = u32::MAX;

/// What begins with some words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Match {
    /// The name of this number, and perhaps longer ones.
    Name(usize),
    /// Longer names alone.
    Beginning,
}

impl Names {
    /// Adds a name with its number. `common` of its bytes are those of the name that was added last, whose beginnings
    /// are known already.
    pub fn add(&mut self, name: &[u8], common: usize, number: u32) {
        let mut hasher = Hasher::default();
        for (at, &byte) in name.iter().enumerate() {
            if byte == b' ' && at >= common {
                self.insert(hasher.hash(), BEGINNING);
            }
            hasher.add(&[byte]);
        }
        self.insert(hasher.hash(), number + 1);
    }

    /// What is known of the text with this hash.
    pub fn get(&self, hash: u64) -> Option<Match> {
        match *self.numbers.get(self.slot(hash))? {
            0 => None,
            BEGINNING => Some(Match::Beginning),
            number => Some(Match::Name(number as usize - 1)),
        }
    }

    /// The index where this hash is, or where it would be inserted.
    fn slot(&self, hash: u64) -> usize {
        let mask = self.hashes.len().wrapping_sub(1);
        let mut slot = hash as usize & mask;
        // A quarter of the slots are free.
        while self.numbers.get(slot).is_some_and(|&number| number != 0) && self.hashes[slot] != hash {
            slot = (slot + 1) & mask;
        }
        slot
    }

    fn insert(&mut self, hash: u64, number: u32) {
        if 4 * (self.count + 1) > 3 * self.hashes.len() {
            let hashes = std::mem::take(&mut self.hashes);
            let numbers = std::mem::take(&mut self.numbers);
            self.hashes = vec![0; (2 * hashes.len()).max(64)];
            self.numbers = vec![0; self.hashes.len()];
            for (hash, number) in hashes.into_iter().zip(numbers).filter(|&(_, number)| number != 0) {
                let slot = self.slot(hash);
                (self.hashes[slot], self.numbers[slot]) = (hash, number);
            }
        }
        let slot = self.slot(hash);
        if self.numbers[slot] == 0 {
            self.count += 1;
        } else if number == BEGINNING {
            return;
        }
        (self.hashes[slot], self.numbers[slot]) = (hash, number);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::pack::hash::hash;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    proptest! {
        #[test]
        fn every_name_and_beginning_is_found_and_nothing_else(
            names in prop::collection::btree_set("[ab]{1,3}( [ab]{1,2}){0,3}", 0..200),
            other in "[ab ]{0,8}",
        ) {
            let mut table = Names::default();
            let mut last = String::new();
            for (number, name) in names.iter().enumerate() {
                let common = last.bytes().zip(name.bytes()).take_while(|(a, b)| a == b).count();
                table.add(name.as_bytes(), common, number as u32);
                last.clone_from(name);
            }
            let beginnings: BTreeSet<&str> = names
                .iter()
                .flat_map(|name| name.match_indices(' ').map(|(at, _)| &name[..at]))
                .collect();
            let all = names.iter().map(String::as_str).chain(beginnings.iter().copied()).chain([other.as_str()]);
            for text in all {
                let number = names.iter().position(|name| name == text).map(Match::Name);
                let expected = number.or(beginnings.contains(text).then_some(Match::Beginning));
                prop_assert_eq!(table.get(hash(text.as_bytes())), expected, "{}", text);
            }
        }
    }
}
