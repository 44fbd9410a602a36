//! A set of hashed keys, each with its rank.

/// A set of keys, each the top bits of a hash. A key outside the set is taken for a member if its top bits are those of
/// a member, about once in a hundred times. Such keys occur in training as well, so that the weights allow for them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Keys<'p> {
    index: &'p Index,
}

/// The numbers of a set, in blocks of words of 64 possible numbers, so that a search reads three places in memory. Most
/// of its time is waiting for them.
#[derive(Debug, Default)]
pub(crate) struct Index {
    /// How many bits of a hash do not count.
    shift: u32,
    /// How many members are before each [`BLOCK`] words.
    blocks: Vec<u32>,
    /// How many are before each word in its block; and, after the words of each block, in all of it.
    words: Vec<u16>,
    /// The position of each member in its word, and [`STRIDE`] bytes more.
    places: Vec<u8>,
}

/// Words in a block: few enough that the members of a block are counted in 16 bits.
const BLOCK: usize = 256;

/// As many positions are compared at once.
const STRIDE: usize = 8;

/// Bits of the shortest keys, which are one word.
pub(super) const FEWEST_BITS: u32 = 6;

impl Index {
    /// The index of `keys` of so many bits, [`FEWEST_BITS`] to 32. The keys rise.
    pub fn new(bits: u32, keys: &[u32]) -> Self {
        let mut index = Index { shift: 64 - bits, ..Index::default() };
        index.places = keys.iter().map(|key| (key % 64) as u8).collect();
        index.places.extend([0; STRIDE]);
        let (mut rank, mut start) = (0, 0);
        for word in 0..1u32 << (bits - FEWEST_BITS) {
            if (word as usize).is_multiple_of(BLOCK) {
                if word > 0 {
                    index.words.push((rank - start) as u16);
                }
                start = rank;
                index.blocks.push(start as u32);
            }
            index.words.push((rank - start) as u16);
            while keys.get(rank).is_some_and(|key| key / 64 == word) {
                rank += 1;
            }
        }
        index.words.push((rank - start) as u16);
        index
    }

    /// The rank of a key and whether it is a member; if it is not, the rank is any number.
    #[inline(always)]
    fn find(&self, key: usize) -> (usize, bool) {
        let (word, place) = (key / 64, key as u8 % 64);
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
        // The lowest zero byte is the first equal position: bytes below it are not zero, so that no borrow reaches it.
        let unequal = u64::from_le_bytes(*places) ^ (ONES * u64::from(place));
        let equal = unequal.wrapping_sub(ONES) & !unequal & ONES << 7;
        let within = equal.trailing_zeros() as usize / 8;
        (start + within, within < count)
    }
}

/// The number 1 in each byte.
const ONES: u64 = 0x0101_0101_0101_0101;

impl<'p> Keys<'p> {
    /// The set with this index.
    pub fn new(index: &'p Index) -> Self {
        Keys { index }
    }

    /// The rank of a hash's key among the set's, and whether it is a member; if it is not, the rank is any number.
    #[inline(always)]
    pub fn find(&self, hash: u64) -> (usize, bool) {
        self.index.find((hash >> self.index.shift) as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// Keys far apart and adjacent, over more than one block.
        #[test]
        fn ranks_count_the_smaller_keys(
            words in prop::collection::vec(prop_oneof![
                4 => Just(0), 2 => (0u32..64).prop_map(|bit| 1 << bit), 1 => any::<u64>(), 1 => Just(u64::MAX)
            ], 1024)
        ) {
            let is_member = |key: &u32| words[*key as usize / 64] >> (key % 64) & 1 == 1;
            let members: Vec<u32> = (0..1 << 16).filter(is_member).collect();
            let index = Index::new(16, &members);
            let keys = Keys::new(&index);
            let mut rank = 0;
            for key in 0..1u32 << 16 {
                let (found, member) = keys.find(u64::from(key) << 48);
                prop_assert_eq!(member, is_member(&key));
                if member {
                    prop_assert_eq!(found, rank);
                    rank += 1;
                }
            }
            prop_assert_eq!(members.len(), rank);
        }
    }
}
