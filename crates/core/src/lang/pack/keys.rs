//! A set of hashed keys, each with its rank.

/// A set of keys, as a bitmap over the top bits of their hashes. A key outside the set is taken for a member with
/// the probability that a bit is set, about one in a hundred; what is learned over such keys is learned with that
/// noise in it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Keys<'p> {
    /// How far down the bits of a hash that count are.
    shift: u32,
    bitmap: &'p [[u8; 8]],
    ranks: &'p [u32],
}

impl<'p> Keys<'p> {
    /// The rank directory of a bitmap: how many bits are set before each eight bytes of it, and in all.
    pub fn ranks(bitmap: &[u8]) -> Vec<u32> {
        let mut rank = 0;
        let before = bitmap.as_chunks::<8>().0.iter().map(|word| {
            let before = rank;
            rank += u64::from_le_bytes(*word).count_ones();
            before
        });
        let mut ranks: Vec<u32> = before.collect();
        ranks.push(rank);
        ranks
    }

    /// A set over a bitmap, whose length must be a power of two of bytes, 8 or more, and its directory.
    pub fn new(bitmap: &'p [u8], ranks: &'p [u32]) -> Self {
        let shift = 64 - (bitmap.len() * 8).trailing_zeros().min(63);
        Keys { shift, bitmap: bitmap.as_chunks::<8>().0, ranks }
    }

    /// The bit of the bitmap that stands for a key's hash.
    #[inline(always)]
    pub fn bit(&self, hash: u64) -> u32 {
        (hash >> self.shift) as u32
    }

    /// Whether the key of a bit is a member.
    #[inline(always)]
    pub fn has(&self, bit: u32) -> bool {
        self.word(bit) >> (bit % 64) & 1 == 1
    }

    /// The rank of a member's bit among the set's.
    #[inline(always)]
    pub fn rank(&self, bit: u32) -> usize {
        let before = self.ranks.get(bit as usize / 64).copied().unwrap_or(0);
        (before + (self.word(bit) & ((1 << (bit % 64)) - 1)).count_ones()) as usize
    }

    #[inline(always)]
    fn word(&self, bit: u32) -> u64 {
        self.bitmap.get(bit as usize / 64).map_or(0, |word| u64::from_le_bytes(*word))
    }
}
