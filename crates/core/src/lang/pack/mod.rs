//! Language packs: what the tagger learned and the names that it knows beforehand, in one file.
//!
//! The file, all numbers little-endian:
//!
//! | bytes | content |
//! |---|---|
//! | 8 | the magic, `MANICULE` |
//! | 2 | the format's number, [`VERSION`] |
//! | 2 | the number of sections |
//! | 4 | the language's BCP 47 tag, padded with zeros |
//! | 4 | the length of the whole file in bytes |
//! | 4 | zero |
//! | 8 each | the start and the length of each section, in the order of [`Section`] |
//! | | the sections |
//! | 8 | checksum of all bytes before it ([`hash::checksum`]) |
//!
//! The sections of features, clusters and names are nearly all of the file. They are coded close to their entropy
//! ([`coder`], [`contents`]), so that compressing the file again gains next to nothing. Loading decodes them once
//! into tables that are searched in memory. A decoded section must end exactly at its last byte, and has at most as
//! many items as [`MOST_ITEMS`], which bounds what a forged pack can allocate.

#[cfg(any(test, feature = "train"))]
mod build;
mod coder;
mod contents;
mod error;
pub(crate) mod hash;
mod keys;
mod names;

#[cfg(any(test, feature = "train"))]
pub use build::{Builder, Known};
pub(crate) use contents::Location;
pub use error::PackError;
pub(crate) use keys::Keys;
pub(crate) use names::{Match, Names};

use crate::lang::Language;
use coder::Decoder;
use coder::Layout;
use contents::MOST_LABELS;
use keys::{FEWEST_BITS, Index};
use std::ops::Range;

const MAGIC: [u8; 8] = *b"MANICULE";
/// The format that this program writes and reads.
const VERSION: u16 = 4;
const HEADER: usize = 24;

/// The sections of a pack, in their order in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// The features that have weights. Their number (4 bytes) and the bits of a key (a byte); then, coded, the keys
    /// in rising order, each followed by its weights by label. A key is the top bits of a feature's hash.
    Features,
    /// The score of each label after each, those of the sentence's start last: signed 16-bit numbers.
    Transitions,
    /// The word forms that have a cluster. Their number (4 bytes) and the bits of a key (a byte); then, coded, the keys
    /// in rising order, each followed by its cluster. A key is the top bits of the form's hash.
    Clusters,
    /// The coarse cluster of each cluster, a byte each.
    CoarseClusters,
    /// Known names. Their number (4 bytes); then, coded, the names in the order of their bytes, as folded words
    /// separated by a space, each followed by the 16 bits of its [`Entry`](crate::entity::Entry) and, if they are
    /// of a kind that has places, the places of this name: the country's two letters, latitude and longitude in
    /// 1/45 degree.
    Gazetteer,
}

const SECTIONS: usize = 5;

/// The most features, forms, names, bytes of names, and places in a pack: a French one has about 85,000 of the most
/// numerous.
const MOST_ITEMS: usize = 1 << 20;
/// The most bits of a key.
const MOST_BITS: u32 = 24;

/// Steps of a degree in which coordinates are stored: a town is within 1.3 km of its stored place.
pub(crate) const STEPS: f32 = 45.0;

/// A loaded language pack.
#[derive(Debug)]
pub struct Pack {
    language: Language,
    /// The features that have weights, and the weights of each.
    features: Index,
    rows: Vec<Row>,
    transitions: Vec<u8>,
    /// The word forms that have a cluster, and the cluster of each, 1 to 512.
    forms: Index,
    clusters: Vec<u16>,
    coarse_clusters: Vec<u8>,
    names: Names,
    /// By the names' numbers.
    entries: Vec<EntryBits>,
    places: Vec<Location>,
}

/// The 16 bits of an entry, and the index of its first place plus one; 0 if it has none.
type EntryBits = (u16, u32);

/// A feature's weights, a byte for each label, eight to a number, the lowest first. A byte holds the weight plus
/// [`ZERO`].
pub(crate) type Row = [u64; 3];

/// The weight 0 in a [`Row`], so that no byte is negative.
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
        Pack::decode(language, sections.map(|section| &body[section])).ok_or(PackError::Damaged)
    }

    /// The pack with these sections, unless one is malformed.
    fn decode(language: Language, sections: [&[u8]; SECTIONS]) -> Option<Pack> {
        let section = |section: Section| sections[section as usize];
        let (features, rows) = features(section(Section::Features))?;
        let (forms, clusters) = clusters(section(Section::Clusters))?;
        let (names, entries, places) = gazetteer(section(Section::Gazetteer))?;
        Some(Pack {
            language,
            features,
            rows,
            transitions: section(Section::Transitions).to_vec(),
            forms,
            clusters,
            coarse_clusters: section(Section::CoarseClusters).to_vec(),
            names,
            entries,
            places,
        })
    }

    /// The language that the pack is for.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The features that have weights.
    pub(crate) fn features(&self) -> Keys<'_> {
        Keys::new(&self.features)
    }

    /// The weights of each feature that has any, by its rank in [`Pack::features`].
    pub(crate) fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The bytes of [`Section::Transitions`].
    pub(crate) fn transitions(&self) -> &[u8] {
        &self.transitions
    }

    /// The word forms that have a cluster.
    pub(crate) fn forms(&self) -> Keys<'_> {
        Keys::new(&self.forms)
    }

    /// The cluster of each form that has one, 1 to 512, by its rank in [`Pack::forms`].
    pub(crate) fn clusters(&self) -> &[u16] {
        &self.clusters
    }

    /// The coarse cluster of each cluster.
    pub(crate) fn coarse_clusters(&self) -> &[u8] {
        &self.coarse_clusters
    }

    /// The known names.
    pub(crate) fn names(&self) -> &Names {
        &self.names
    }

    /// The 16 bits that the pack has on the name of this number, and the index of its first place in [`Pack::places`].
    pub(crate) fn entry(&self, number: usize) -> Option<(u16, Option<usize>)> {
        let &(bits, place) = self.entries.get(number)?;
        Some((bits, (place as usize).checked_sub(1)))
    }

    /// The places of all names, those of one name together, the most likely first.
    pub(crate) fn places(&self) -> &[Location] {
        &self.places
    }
}

/// Reads [`Section::Features`].
fn features(section: &[u8]) -> Option<(Index, Vec<Row>)> {
    let (count, &[bits], mut coder) = coded(section, contents::FEATURES)?;
    let mut model = model_keys(bits, count)?;
    let (mut keys, mut rows) = (Vec::with_capacity(count), Vec::with_capacity(count));
    for _ in 0..count {
        keys.push(model.key(&mut coder, 0));
        let weights = contents::weights(&mut coder, &[0; MOST_LABELS]);
        let mut row = Row::default();
        for (row, eight) in row.iter_mut().zip(weights.as_chunks().0) {
            *row = u64::from_le_bytes(eight.map(|weight| weight as u8 ^ ZERO));
        }
        rows.push(row);
    }
    Some((index(bits, &keys, &coder)?, rows))
}

/// Reads [`Section::Clusters`].
fn clusters(section: &[u8]) -> Option<(Index, Vec<u16>)> {
    let (count, &[bits], mut coder) = coded(section, contents::CLUSTERS)?;
    let mut model = model_keys(bits, count)?;
    let (keys, numbers): (Vec<_>, _) =
        (0..count).map(|_| (model.key(&mut coder, 0), contents::cluster(&mut coder, 0))).unzip();
    Some((index(bits, &keys, &coder)?, numbers))
}

/// Reads [`Section::Gazetteer`].
fn gazetteer(section: &[u8]) -> Option<(Names, Vec<EntryBits>, Vec<Location>)> {
    let (count, [], mut coder) = coded(section, contents::NAMES)?;
    let mut model = contents::Names::default();
    let (mut names, mut entries, mut places) = (Names::default(), Vec::with_capacity(count), Vec::new());
    let (mut last, mut bytes) = (Vec::new(), 0);
    for number in 0..count {
        let name = model.name(&mut coder, &last, &[]);
        let first = places.len();
        let bits = model.known(&mut coder, (0, &[]), &mut places);
        bytes += name.len() - model.common();
        if bytes > MOST_ITEMS || places.len() > MOST_ITEMS {
            return None;
        }
        names.add(&name, model.common(), number as u32);
        entries.push((bits, if places.len() > first { first as u32 + 1 } else { 0 }));
        last = name;
    }
    coder.is_whole().then_some((names, entries, places))
}

/// How many items a coded section has, the bytes after that, and what decodes the rest.
fn coded<'s, const N: usize>(
    section: &'s [u8],
    layout: &Layout,
) -> Option<(usize, &'s [u8; N], Decoder<'s>)> {
    let (count, rest) = section.split_first_chunk()?;
    let (more, rest) = rest.split_first_chunk()?;
    let count = u32::from_le_bytes(*count) as usize;
    (count <= MOST_ITEMS).then_some((count, more, Decoder::new(rest, layout)?))
}

/// What codes `count` keys of so many bits, if there can be as many.
fn model_keys(bits: u8, count: usize) -> Option<contents::Keys> {
    let are_valid = (FEWEST_BITS..=MOST_BITS).contains(&bits.into()) && count <= 1 << bits;
    are_valid.then(|| contents::Keys::new(bits.into(), count))
}

/// The index of rising keys of so many bits, if they fit and the section that `coder` read ends where it should.
fn index(bits: u8, keys: &[u32], coder: &Decoder) -> Option<Index> {
    let fit = keys.is_sorted_by(|a, b| a < b) && keys.last().is_none_or(|&last| last < 1 << bits);
    (fit && coder.is_whole()).then(|| Index::new(bits.into(), keys))
}

/// The ranges of the sections in `body` by its header, if it has the right number of sections and they are within it.
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
    use crate::entity::{Entry, Place};
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    fn small() -> Vec<u8> {
        let weights = BTreeMap::from([(3, vec![(0, -5), (20, 7)]), (60, vec![(1, 1)])]);
        let place = |country| Place { latitude: 48.86, longitude: 2.35, country };
        let paris = Known { bits: Entry::CITY, places: vec![place(*b"FR"), place(*b"US")] };
        let names = BTreeMap::from([
            ("paris".to_owned(), paris),
            ("paris match".to_owned(), Known { bits: 1 << 11, places: Vec::new() }),
        ]);
        Builder::new(Language::French)
            .set_weights(6, &weights)
            .set_clusters(8, &[("Paris".to_owned(), 300), ("de".to_owned(), 2)])
            .set(Section::CoarseClusters, vec![0, 1, 2])
            .set_gazetteer(&names)
            .expect("names that fit")
            .build()
    }

    /// The pack with other bytes at `at` and its checksum computed again.
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
        assert_eq!(pack.coarse_clusters(), [0, 1, 2]);
        assert_eq!(pack.rows().len(), 2);
        let keys = pack.features();
        assert_eq!(keys.find(3 << 58), (0, true));
        assert_eq!(keys.find(60 << 58), (1, true));
        assert!(!keys.find(4 << 58).1);
        let zero = u64::from_le_bytes([ZERO; 8]);
        assert_eq!(pack.rows()[0], [zero ^ 0xFB, zero, zero ^ 7 << 32]);
        let forms = pack.forms();
        let cluster = |form: &str| forms.find(hash::hash(form.as_bytes()));
        assert_eq!(["Paris", "de"].map(|form| pack.clusters()[cluster(form).0]), [300, 2]);
        assert_eq!(pack.names().get(hash::hash(b"paris match")), Some(Match::Name(1)));
        assert_eq!([0, 1].map(|number| pack.entry(number)), [Some((1 << 3, Some(0))), Some((1 << 11, None))]);
        let steps = Some([2199, 106]);
        let location = |country, has_more| Location { steps, country, has_more };
        assert_eq!(pack.places(), [location(*b"FR", true), location(*b"US", false)]);
    }

    #[test]
    fn a_pack_cut_short_is_truncated() {
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
    fn a_changed_byte_is_an_error() {
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
    fn errors_distinguish_other_files_versions_and_languages() {
        assert_eq!(Pack::load(b"<!doctype html>".to_vec()).err(), Some(PackError::NotAPack));
        assert_eq!(Pack::load(forged(8, &[9, 0])).err(), Some(PackError::Newer(9)));
        assert_eq!(Pack::load(forged(8, &[0, 0])).err(), Some(PackError::Damaged));
        assert_eq!(Pack::load(forged(12, b"tlh\0")).err(), Some(PackError::Language(*b"tlh\0")));
        assert_eq!(Pack::load(forged(12, &[0xFF; 4])).err(), Some(PackError::Language([0xFF; 4])));
    }

    #[test]
    fn error_messages_say_what_is_wrong() {
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
        /// A pack with a valid checksum loads or is rejected, whatever its header and sections contain.
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
        fn any_weights_clusters_and_names_are_read_as_written(
            weights in prop::collection::btree_map(
                0u32..1 << 12,
                prop::collection::btree_map(0u8..24, any::<i8>().prop_filter("none", |w| *w != 0), 1..25),
                0..80
            ),
            clusters in prop::collection::btree_map("[a-zé]{1,6}", 1u16..=512, 0..80),
            names in prop::collection::btree_map(
                "[a-zé]{0,5}( [a-zé]{1,5}){0,2}",
                (any::<u16>(), prop::collection::vec((-4050i16..=4050, -8100i16..=8100, "[A-Z]{2}"), 0..4)),
                0..80
            ),
        ) {
            let rows = weights.iter().map(|(&key, row)| (key, row.iter().map(|(&l, &w)| (l, w)).collect())).collect();
            let forms: Vec<(String, u16)> = clusters.into_iter().collect();
            let known = names.iter().map(|(name, (bits, places))| {
                let places = places.iter().map(|(latitude, longitude, country)| Place {
                    latitude: f32::from(*latitude) / STEPS,
                    longitude: f32::from(*longitude) / STEPS,
                    country: *country.as_bytes().first_chunk().expect("two letters"),
                });
                let has_places = u64::from(*bits) & Entry::WITH_PLACE != 0;
                let places = places.filter(|_| has_places).collect();
                (name.clone(), Known { bits: u64::from(*bits), places })
            }).collect::<BTreeMap<String, Known>>();
            let mut builder = Builder::new(Language::French);
            let builder = builder.set_weights(12, &rows).set_clusters(24, &forms);
            let bytes = builder.set_gazetteer(&known).expect("names that fit").build();
            let pack = Pack::load(bytes).expect("a whole pack");
            for (rank, (&key, row)) in weights.iter().enumerate() {
                prop_assert_eq!(pack.features().find(u64::from(key) << 52), (rank, true));
                let mut bytes = [ZERO; 24];
                row.iter().for_each(|(&label, &weight)| bytes[usize::from(label)] ^= weight as u8);
                let row = pack.rows()[rank].map(u64::to_le_bytes);
                prop_assert_eq!(row.as_flattened(), bytes);
            }
            for (form, cluster) in &forms {
                let (rank, is_member) = pack.forms().find(hash::hash(form.as_bytes()));
                prop_assert!(is_member);
                prop_assert_eq!(pack.clusters()[rank], *cluster);
            }
            for (number, (name, known)) in known.iter().enumerate() {
                prop_assert_eq!(pack.names().get(hash::hash(name.as_bytes())), Some(Match::Name(number)));
                let (bits, first) = pack.entry(number).expect("an entry");
                let lost = if known.places.is_empty() { Entry::WITH_PLACE } else { 0 };
                prop_assert_eq!(u64::from(bits), known.bits & !lost);
                for (index, place) in known.places.iter().enumerate() {
                    let location = pack.places()[first.expect("a place") + index];
                    let steps = location.steps.map(|steps| steps.map(|steps| f32::from(steps) / STEPS));
                    prop_assert_eq!(steps, Some([place.latitude, place.longitude]));
                    prop_assert_eq!(location.country, place.country);
                    prop_assert_eq!(location.has_more, index + 1 < known.places.len());
                }
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
