//! Language packs: what the tagger learned, in one file.
//!
//! The file, all numbers little-endian:
//!
//! | bytes | what |
//! |---|---|
//! | 8 | the magic, `MANICULE` |
//! | 2 | the format's number, [`VERSION`] |
//! | 2 | how many sections follow |
//! | 4 | the language's BCP 47 tag, padded with zeros |
//! | 4 | length of the whole file in bytes |
//! | 4 | zero |
//! | 8 each | where each section starts, and its length, in the order of [`Section`] |
//! | | the sections |
//! | 8 | checksum of all before it |
//!
//! Sections are used as they lie in the file, but for weights: loading checks the sum, indexes the bitmaps, so that
//! ranks are found at once, and lays the weights out in rows of one length, so that they are added without a look at each.

#[cfg(any(test, feature = "train"))]
mod build;
mod error;
pub(crate) mod hash;
mod keys;

#[cfg(any(test, feature = "train"))]
pub use build::{Builder, Known};
pub use error::PackError;
pub(crate) use keys::Keys;

use crate::entity::Entry;
use crate::lang::Language;
use keys::Index;
use std::ops::Range;

const MAGIC: [u8; 8] = *b"MANICULE";
/// The format that this program writes and reads.
const VERSION: u16 = 3;
const HEADER: usize = 24;

/// The sections of a pack, in their order in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// Bitmap of the features that have weights.
    FeatureKeys,
    /// Which labels each such feature has weights for: the masks' low, middle and high bytes, a plane each.
    FeatureRows,
    /// The weights, signed bytes, by feature, then label.
    FeatureWeights,
    /// What each label scores after each, the sentence's start last: signed 16-bit numbers.
    Transitions,
    /// Bitmap of the words that have a cluster.
    ClusterKeys,
    /// Each such word's cluster less one, in nine bits: low bytes, then the highest bits, eight to a byte.
    Clusters,
    /// The coarse cluster of each cluster, a byte each.
    CoarseClusters,
    /// Known names: an `fst` map from folded words to their number in order.
    Gazetteer,
    /// What is known of each: the entries' low bytes, then high bytes.
    Entries,
    /// Where the known places are, in the order of their names: latitudes, longitudes in 1/45 degree as signed 16-bit
    /// numbers, two letters of country, a plane each. The first letter's highest bit is set where another place of
    /// the same name follows.
    Places,
}

const SECTIONS: usize = 10;
/// The sections that are bitmaps of keys.
const KEYS: [Section; 2] = [Section::FeatureKeys, Section::ClusterKeys];

/// The bit of a place's country that says that another place of the same name follows.
pub(crate) const MORE: u8 = 0x80;

/// Steps of a degree in which places are told: a town stands within 1.3 km of its mark.
pub(crate) const STEPS: f32 = 45.0;

/// A loaded language pack.
#[derive(Debug)]
pub struct Pack {
    language: Language,
    bytes: Vec<u8>,
    sections: [Range<usize>; SECTIONS],
    /// The indices of [`KEYS`].
    keys: [Index; 2],
    /// The weights of each feature that has any.
    rows: Vec<Row>,
    /// For each entry of the gazetteer, the number of its first place, plus one; 0 if it has none.
    places: Vec<u32>,
}

/// A feature's weights, a byte for each label, eight to a number, the lowest first. Their zero is [`ZERO`].
pub(crate) type Row = [u64; 3];

/// What stands for the weight 0 in a [`Row`], so that no byte is negative.
pub(crate) const ZERO: u8 = 128;

impl Pack {
    /// Reads a pack from the bytes of its file.
    ///
    /// # Errors
    /// A [`PackError`] that says what is wrong with the bytes; nothing of a bad pack is used.
    pub fn load(bytes: Vec<u8>) -> Result<Pack, PackError> {
        let common = bytes.len().min(MAGIC.len());
        if bytes[..common] != MAGIC[..common] {
            return Err(PackError::NotAPack);
        }
        let header: [u8; HEADER] = *bytes.first_chunk().ok_or(PackError::Truncated)?;
        let version = u16::from_le_bytes([header[8], header[9]]);
        if version > VERSION {
            return Err(PackError::Newer(version));
        }
        let length = u32::from_le_bytes([header[16], header[17], header[18], header[19]]) as usize;
        if bytes.len() < length {
            return Err(PackError::Truncated);
        }
        let (body, sum) = bytes.split_last_chunk().ok_or(PackError::Truncated)?;
        if bytes.len() != length || hash::checksum(body) != u64::from_le_bytes(*sum) {
            return Err(PackError::Damaged);
        }
        let tag = [header[12], header[13], header[14], header[15]];
        let language = std::str::from_utf8(&tag)
            .ok()
            .and_then(|tag| Language::from_tag(tag.trim_end_matches('\0')))
            .ok_or(PackError::Language(tag))?;
        let sections = sections(body).filter(|_| version == VERSION).ok_or(PackError::Damaged)?;
        let mut pack = Pack {
            language,
            bytes,
            sections,
            keys: Default::default(),
            rows: Vec::new(),
            places: Vec::new(),
        };
        pack.keys = KEYS.map(|section| Index::new(pack.section(section)));
        pack.rows = pack.lay_out().ok_or(PackError::Damaged)?;
        pack.places = pack.count_places();
        let clusters = pack.section(Section::Clusters).len();
        let words = pack.index(Section::ClusterKeys).len;
        let whole = pack.is_power_of_two(Section::ClusterKeys) && clusters == words + words.div_ceil(8);
        if whole { Ok(pack) } else { Err(PackError::Damaged) }
    }

    /// The language that the pack is for.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The bytes of a section.
    pub(crate) fn section(&self, section: Section) -> &[u8] {
        &self.bytes[self.sections[section as usize].clone()]
    }

    /// A set of keys; the first one for a section that is none.
    pub(crate) fn keys(&self, section: Section) -> Keys<'_> {
        Keys::new(self.section(section).len(), self.index(section))
    }

    fn index(&self, section: Section) -> &Index {
        &self.keys[KEYS.iter().position(|&keys| keys == section).unwrap_or(0)]
    }

    /// The weights of each feature that has any, in the order of [`Section::FeatureKeys`].
    pub(crate) fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The 16 bits that the pack has on the name of this number, and the number of its first place.
    pub(crate) fn entry(&self, number: usize) -> Option<(u16, Option<usize>)> {
        let (low, high) = self.entry_planes();
        let bits = u16::from_le_bytes([*low.get(number)?, *high.get(number)?]);
        Some((bits, (*self.places.get(number)? as usize).checked_sub(1)))
    }

    fn entry_planes(&self) -> (&[u8], &[u8]) {
        let entries = self.section(Section::Entries);
        entries.split_at(entries.len() / 2)
    }

    /// Numbers the places of all entries.
    fn count_places(&self) -> Vec<u32> {
        let places = self.section(Section::Places);
        let countries = places.len() / 3 * 2;
        let mut next = 0;
        let (low, _) = self.entry_planes();
        low.iter()
            .map(|&bits| {
                if u64::from(bits) & Entry::WITH_PLACE == 0 {
                    return 0;
                }
                let first = next as u32 + 1;
                while places.get(countries + 2 * next).is_some_and(|letter| letter & MORE != 0) {
                    next += 1;
                }
                next += 1;
                first
            })
            .collect()
    }

    /// The weights of each feature, if the sections that tell them agree.
    fn lay_out(&self) -> Option<Vec<Row>> {
        let masks = self.section(Section::FeatureRows);
        let count = self.index(Section::FeatureKeys).len;
        if !self.is_power_of_two(Section::FeatureKeys) || masks.len() != 3 * count {
            return None;
        }
        let mut weights = self.section(Section::FeatureWeights).iter();
        let mut rows = Vec::with_capacity(count);
        for row in 0..count {
            let mut labels = u32::from_le_bytes([masks[row], masks[count + row], masks[2 * count + row], 0]);
            let mut row = [u64::from_le_bytes([ZERO; 8]); 3];
            while labels != 0 {
                let label = labels.trailing_zeros() as usize;
                // To add 128 to a byte is to turn its highest bit.
                row[label / 8] ^= u64::from(*weights.next()?) << (label % 8 * 8);
                labels &= labels - 1;
            }
            rows.push(row);
        }
        weights.next().is_none().then_some(rows)
    }

    fn is_power_of_two(&self, section: Section) -> bool {
        let length = self.section(section).len();
        length.is_power_of_two() && length >= 8
    }
}

/// The sections that the header of `body` tells of, if it tells of the right number and they lie in the body.
fn sections(body: &[u8]) -> Option<[Range<usize>; SECTIONS]> {
    let count = u16::from_le_bytes([body[10], body[11]]);
    let table = body.get(HEADER..HEADER + 8 * SECTIONS)?;
    let mut sections = [const { 0..0 }; SECTIONS];
    for (section, entry) in sections.iter_mut().zip(table.as_chunks::<8>().0) {
        let [a, b, c, d, e, f, g, h] = *entry;
        let start = u32::from_le_bytes([a, b, c, d]) as usize;
        let end = start.checked_add(u32::from_le_bytes([e, f, g, h]) as usize)?;
        body.get(start..end)?;
        *section = start..end;
    }
    (usize::from(count) == SECTIONS).then_some(sections)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    fn small() -> Vec<u8> {
        let weights = BTreeMap::from([(3, vec![(0, -5), (20, 7)]), (60, vec![(1, 1)])]);
        Builder::new(Language::French)
            .set_weights(6, &weights)
            .set_clusters(8, &[("Paris".to_owned(), 300), ("de".to_owned(), 2)])
            .set(Section::CoarseClusters, vec![0, 1, 2])
            .build()
    }

    /// The pack with other bytes at `at` and its checksum made right again.
    fn forged(at: usize, bytes: &[u8]) -> Vec<u8> {
        let mut pack = small();
        pack[at..at + bytes.len()].copy_from_slice(bytes);
        let body = pack.len() - 8;
        let sum = hash::checksum(&pack[..body]);
        pack[body..].copy_from_slice(&sum.to_le_bytes());
        pack
    }

    #[test]
    fn a_pack_is_read_as_it_was_written() {
        let pack = Pack::load(small()).expect("a whole pack");
        assert_eq!(pack.language(), Language::French);
        assert_eq!(pack.section(Section::CoarseClusters), [0, 1, 2]);
        assert_eq!(pack.rows().len(), 2);
        let keys = pack.keys(Section::FeatureKeys);
        assert_eq!(keys.find(3 << 58), (0, true));
        assert_eq!(keys.find(60 << 58), (1, true));
        assert!(!keys.find(4 << 58).1);
    }

    #[test]
    fn a_pack_cut_anywhere_is_truncated() {
        let whole = small();
        for length in 0..whole.len() {
            assert_eq!(
                Pack::load(whole[..length].to_vec()).err(),
                Some(PackError::Truncated),
                "{length} bytes"
            );
        }
    }

    #[test]
    fn a_byte_changed_anywhere_is_noticed() {
        let whole = small();
        for at in 0..whole.len() {
            let mut bytes = whole.clone();
            bytes[at] ^= 0x10;
            assert!(Pack::load(bytes).is_err(), "byte {at}");
        }
        let mut longer = whole;
        longer.push(0);
        assert_eq!(Pack::load(longer).err(), Some(PackError::Damaged));
    }

    #[test]
    fn what_is_no_pack_of_ours_is_told_apart() {
        assert_eq!(Pack::load(b"<!doctype html>".to_vec()).err(), Some(PackError::NotAPack));
        assert_eq!(Pack::load(forged(8, &[9, 0])).err(), Some(PackError::Newer(9)));
        assert_eq!(Pack::load(forged(8, &[0, 0])).err(), Some(PackError::Damaged));
        assert_eq!(Pack::load(forged(12, b"tlh\0")).err(), Some(PackError::Language(*b"tlh\0")));
        assert_eq!(Pack::load(forged(12, &[0xFF; 4])).err(), Some(PackError::Language([0xFF; 4])));
    }

    #[test]
    fn errors_say_what_to_do() {
        for (error, part) in [
            (PackError::NotAPack, "not a Manicule language pack"),
            (PackError::Truncated, "cut short"),
            (PackError::Damaged, "damaged"),
            (PackError::Newer(7), "format 7"),
            (PackError::Language(*b"tlh\0"), "(tlh)"),
        ] {
            assert!(error.to_string().contains(part), "{error}");
        }
    }

    proptest! {
        /// Whatever the header and the sections say, a pack with a right checksum loads or is refused.
        #[test]
        fn forged_packs_do_not_panic(at in 8usize..400, bytes in prop::collection::vec(any::<u8>(), 1..16)) {
            let at = at.min(small().len() - 8 - bytes.len());
            let loaded = Pack::load(forged(at, &bytes));
            if let Ok(pack) = loaded {
                let text = "Le président de la France, Paris Dupont, à l'ONU.";
                crate::annotate(text, crate::Options::default(), Some(&pack));
            }
        }

        #[test]
        fn arbitrary_bytes_do_not_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            let mut pack = MAGIC.to_vec();
            pack.extend(bytes);
            prop_assert!(Pack::load(pack).is_err());
        }
    }
}
