//! Values found by hashes.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Values, each under a hash of 64 bits. The map knows only their numbers, so that one piece of code serves all tables.
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

    /// The value under `hash`, made first if there is none.
    pub fn get_or(&mut self, hash: u64, make: impl FnOnce() -> V) -> &mut V {
        let next = self.values.len() as u32;
        let number = *self.numbers.entry(hash).or_insert(next);
        if number == next {
            self.values.push(make());
        }
        &mut self.values[number as usize]
    }
}

/// Takes a 64-bit hash for itself.
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
