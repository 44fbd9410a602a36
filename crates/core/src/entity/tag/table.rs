//! A hash table whose keys are already hashes.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A map from 64-bit hashes to values. The hash map inside has only their indices, so that its code, which is part of
/// what a page downloads, is the same for all types of value.
#[derive(Debug)]
pub(crate) struct Table<V> {
    numbers: HashMap<u64, u32, BuildHasherDefault<Identity>>,
    values: Vec<V>,
}

impl<V> Default for Table<V> {
    fn default() -> Self {
        Table { numbers: HashMap::default(), values: Vec::new() }
    }
}

impl<V> Table<V> {
    /// The value under `hash`.
    pub fn get(&self, hash: u64) -> Option<&V> {
        self.numbers.get(&hash).map(|&number| &self.values[number as usize])
    }

    /// The value under `hash`; if there is none, `make` is called and its result inserted.
    pub fn get_or(&mut self, hash: u64, make: impl FnOnce() -> V) -> &mut V {
        let next = self.values.len() as u32;
        let number = *self.numbers.entry(hash).or_insert(next);
        if number == next {
            self.values.push(make());
        }
        &mut self.values[number as usize]
    }
}

/// A hasher that returns the 64-bit integer written to it.
#[derive(Default)]
struct Identity(u64);

impl Hasher for Identity {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, _: &[u8]) {}

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}
