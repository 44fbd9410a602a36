//! Deterministic pseudo-random numbers.

/// A xorshift generator with a fixed seed, so that the same data give the same pack.
pub struct Random(u64);

impl Random {
    /// Creates a generator at the start of its sequence.
    pub fn new() -> Random {
        Random(0x5EED)
    }

    /// Returns true with this probability, from 0 to 1.
    pub fn chance(&mut self, probability: f32) -> bool {
        (self.below(1 << 16) as f32) < probability * 65_536.0
    }

    /// Returns a number less than `bound`, which must not be 0.
    pub fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % bound as u64) as usize
    }
}
