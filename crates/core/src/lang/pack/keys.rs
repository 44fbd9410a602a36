//! A set of hashed keys, each with its rank.

/// A set of keys, as a bitmap over the top bits of their hashes. A key outside the set is taken for a member with
/// the probability that a bit is set, about one in a hundred; what is learned over such keys is learned with that
/// noise in it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Keys<'p> {
    /// How far down the bits of a hash that count are.
    shift: u32,
    index: &'p Index,
}

/// A bitmap as it is searched: so few bits are set that a list of them is a quarter of its size, and less of it is
/// touched. Most of a search's time is waiting for memory.
#[derive(Debug, Default)]
pub(crate) struct Index {
    /// How many bits are set before each [`BLOCK`] words of 64 bits.
    blocks: Vec<u32>,
    /// How many are set before each word in its block, and at the end of each block in all of it.
    words: Vec<u16>,
    /// Where in its word each of them is, and some bytes more.
    places: Vec<u8>,
    /// How many are set.
    pub len: usize,
}

const BLOCK: usize = 256;

/// As many places are compared at once.
const STRIDE: usize = 8;

impl Index {
    /// The index of a bitmap, whose length is a multiple of 8.
    pub fn new(bitmap: &[u8]) -> Self {
        let mut index = Index::default();
        for block in bitmap.as_chunks::<8>().0.chunks(BLOCK) {
            let start = index.places.len();
            index.blocks.push(start as u32);
            for word in block {
                index.words.push((index.places.len() - start) as u16);
                let mut bits = u64::from_le_bytes(*word);
                while bits != 0 {
                    index.places.push(bits.trailing_zeros() as u8);
                    bits &= bits - 1;
                }
            }
            index.words.push((index.places.len() - start) as u16);
        }
        index.len = index.places.len();
        index.places.extend([0; STRIDE]);
        index
    }

    /// The rank of a bit and whether it is set; without that, the rank is any number.
    #[inline(always)]
    fn find(&self, bit: usize) -> (usize, bool) {
        let (word, place) = (bit / 64, bit as u8 % 64);
        let at = word + word / BLOCK;
        let (Some(&block), Some(&[start, end])) =
            (self.blocks.get(word / BLOCK), self.words.get(at..).and_then(|words| words.first_chunk()))
        else {
            return (0, false);
        };
        let (start, count) = (block as usize + usize::from(start), usize::from(end - start));
        if count > STRIDE {
            let places = self.places.get(start..start + count).unwrap_or_default();
            return places.binary_search(&place).map_or((0, false), |within| (start + within, true));
        }
        let Some(places) = self.places.get(start..).and_then(|places| places.first_chunk()) else {
            return (0, false);
        };
        // The first byte that is equal: of those below it none is zero, so that none borrows.
        let unequal = u64::from_le_bytes(*places) ^ (ONES * u64::from(place));
        let equal = unequal.wrapping_sub(ONES) & !unequal & ONES << 7;
        let within = equal.trailing_zeros() as usize / 8;
        (start + within, within < count)
    }
}

/// A one in each byte.
const ONES: u64 = 0x0101_0101_0101_0101;

impl<'p> Keys<'p> {
    /// The set of keys of a bitmap of so many bytes, a power of two of 8 or more, with this index.
    pub fn new(bytes: usize, index: &'p Index) -> Self {
        Keys { shift: 64 - (bytes * 8).trailing_zeros().clamp(1, 32), index }
    }

    /// The rank of a key's hash among the set's, and whether it is a member; if not, the rank is any number.
    #[inline(always)]
    pub fn find(&self, hash: u64) -> (usize, bool) {
        self.index.find((hash >> self.shift) as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// Bits far apart and close together, over more than one block.
        #[test]
        fn ranks_are_counts_of_bits(
            words in prop::collection::vec(prop_oneof![
                4 => Just(0), 2 => (0u32..64).prop_map(|bit| 1 << bit), 1 => any::<u64>(), 1 => Just(u64::MAX)
            ], 1024)
        ) {
            let bitmap: Vec<u8> = words.iter().flat_map(|word| word.to_le_bytes()).collect();
            let index = Index::new(&bitmap);
            let keys = Keys::new(bitmap.len(), &index);
            let mut rank = 0;
            for bit in 0..64 * words.len() {
                let set = words[bit / 64] >> (bit % 64) & 1 == 1;
                let (found, member) = keys.find((bit as u64) << 48);
                prop_assert_eq!(member, set);
                if set {
                    prop_assert_eq!(found, rank);
                    rank += 1;
                }
            }
            prop_assert_eq!(index.len, rank);
        }
    }
}
