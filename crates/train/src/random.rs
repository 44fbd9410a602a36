//! Chance that is the same each time.

/// A small generator of fixed seed (xorshift), so that the same data give the same bytes.
pub struct Random(u64);

impl Random {
    /// A generator at the start of its numbers.
    pub fn new() -> Random {
        Random(0x5EED)
    }

    /// Whether something of this chance, 0 to 1, happens now.
    pub fn happens(&mut self, chance: f32) -> bool {
        (self.below(1 << 16) as f32) < chance * 65_536.0
    }

    /// A number below `bound`, which is not 0.
    pub fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % bound as u64) as usize
    }
}
