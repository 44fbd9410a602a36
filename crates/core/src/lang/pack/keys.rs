//! A set of hashed keys, each with its rank.

/// A set of keys, as a bitmap over the top bits of their hashes. A key outside the set is taken for a member with
/// the probability that a bit is set, about one in a hundred; what is learned over such keys is learned with that
/// noise in it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Keys<'p> {
    bits: u32,
    bitmap: &'p [u8],
    ranks: &'p [u32],
}

/// Bytes of bitmap for each entry of the rank directory.
const BLOCK: usize = 64;

impl<'p> Keys<'p> {
    /// The rank directory of a bitmap: how many bits are set before each block.
    pub fn ranks(bitmap: &[u8]) -> Vec<u32> {
        let mut rank = 0;
        bitmap
            .chunks(BLOCK)
            .map(|block| {
                let before = rank;
                rank += block.iter().map(|byte| byte.count_ones()).sum::<u32>();
                before
            })
            .collect()
    }

    /// A set over a bitmap, whose length must be a power of two of bytes, and its directory.
    pub fn new(bitmap: &'p [u8], ranks: &'p [u32]) -> Self {
        Keys { bits: (bitmap.len() * 8).trailing_zeros(), bitmap, ranks }
    }

    /// Whether a key's hash is a member: of what the tagger asks, nearly nothing is.
    #[inline(always)]
    pub fn has(&self, hash: u64) -> bool {
        let bit = (hash >> (64 - self.bits)) as usize;
        self.bitmap.get(bit / 8).is_some_and(|byte| byte >> (bit % 8) & 1 == 1)
    }

    /// The rank of a key's hash among the set's, if it is a member.
    pub fn rank(&self, hash: u64) -> Option<usize> {
        if !self.has(hash) {
            return None;
        }
        let bit = (hash >> (64 - self.bits)) as usize;
        let (word, within) = (bit / 64, bit % 64);
        let bits = self.word(word);
        let block = word * 8 / BLOCK;
        let before: u32 = (block * BLOCK / 8..word).map(|word| self.word(word).count_ones()).sum();
        Some((self.ranks[block] + before + (bits & ((1 << within) - 1)).count_ones()) as usize)
    }

    fn word(&self, index: usize) -> u64 {
        self.bitmap.as_chunks::<8>().0.get(index).map_or(0, |word| u64::from_le_bytes(*word))
    }
}
