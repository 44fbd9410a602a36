//! Writing packs.

use super::coder::Encoder;
use super::contents::{self, Keys, LONGEST_NAME, Location, MOST_LABELS, MOST_NAMESAKES, Names, Weights};
use super::{HEADER, MAGIC, SECTIONS, STEPS, Section, VERSION, hash};
use crate::entity::{Entry, Place};
use crate::lang::Language;
use std::collections::BTreeMap;
use std::fmt;

/// What is known of a name.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// Kinds and head nouns; see [`Entry`].
    pub bits: u64,
    /// The places of this name, the most likely first. Coordinates that are not numbers are unknown.
    pub places: Vec<Place>,
}

/// A name that a pack cannot hold: it is too long, has a zero byte or too many places, or one of its places has a
/// country that is not two capital letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnfitName(pub String);

impl fmt::Display for UnfitName {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "a pack cannot hold the name {:?} or its places", self.0)
    }
}

impl std::error::Error for UnfitName {}

/// Assembles a pack, section by section.
#[derive(Clone, Debug)]
pub struct Builder {
    language: Language,
    sections: [Vec<u8>; SECTIONS],
}

impl Builder {
    /// A pack of `language` whose sections are all empty.
    pub fn new(language: Language) -> Self {
        let mut builder = Builder { language, sections: [const { Vec::new() }; SECTIONS] };
        builder.set_weights(super::keys::FEWEST_BITS, &BTreeMap::new());
        builder.set_keyed_clusters(super::keys::FEWEST_BITS, &BTreeMap::new());
        builder.set(Section::Gazetteer, coded(0, &[], Encoder::default()));
        builder
    }

    /// Sets a section's bytes.
    pub fn set(&mut self, section: Section, bytes: Vec<u8>) -> &mut Self {
        self.sections[section as usize] = bytes;
        self
    }

    /// Sets the features' weights. `weights` has for the top `bits` bits of each feature's hash (6 to 24) its labels,
    /// below 24, and their weights; a weight of 0 is not stored.
    pub fn set_weights(&mut self, bits: u32, weights: &BTreeMap<u32, Vec<(u8, i8)>>) -> &mut Self {
        let mut coder = Encoder::default();
        let mut keys = Keys::new(bits, weights.len());
        for (&key, row) in weights {
            let mut by_label: Weights = [0; MOST_LABELS];
            row.iter().for_each(|&(label, weight)| by_label[usize::from(label)] = weight);
            keys.key(&mut coder, key);
            contents::weights(&mut coder, &by_label);
        }
        self.set(Section::Features, coded(weights.len(), &[bits as u8], coder))
    }

    /// Sets each form's cluster, 1 to 512, over hashes of `bits` bits (6 to 24). Of two forms with the same hash the
    /// first counts.
    pub fn set_clusters(&mut self, bits: u32, forms: &[(String, u16)]) -> &mut Self {
        let mut clusters = BTreeMap::new();
        for (form, cluster) in forms {
            clusters.entry((hash::hash(form.as_bytes()) >> (64 - bits)) as u32).or_insert(*cluster);
        }
        self.set_keyed_clusters(bits, &clusters)
    }

    fn set_keyed_clusters(&mut self, bits: u32, keyed: &BTreeMap<u32, u16>) -> &mut Self {
        let mut coder = Encoder::default();
        let mut keys = Keys::new(bits, keyed.len());
        for (&key, &cluster) in keyed {
            keys.key(&mut coder, key);
            contents::cluster(&mut coder, cluster);
        }
        self.set(Section::Clusters, coded(keyed.len(), &[bits as u8], coder))
    }

    /// Sets the known names: their keys, and what is known of each.
    ///
    /// # Errors
    /// The first name that does not fit; see `UnfitName`.
    pub fn set_gazetteer(&mut self, entries: &BTreeMap<String, Known>) -> Result<&mut Self, UnfitName> {
        let mut coder = Encoder::default();
        let (mut names, mut last) = (Names::default(), Vec::new());
        for (name, known) in entries {
            let bits = if known.places.is_empty() { known.bits & !Entry::WITH_PLACE } else { known.bits };
            let count = known.places.len();
            let locations: Vec<Location> =
                known.places.iter().enumerate().map(|(at, place)| location(place, at + 1 < count)).collect();
            let fits = |place: &Place| place.country.iter().all(u8::is_ascii_uppercase);
            if name.len() > LONGEST_NAME
                || name.contains('\0')
                || count > MOST_NAMESAKES
                || !known.places.iter().all(fits)
            {
                return Err(UnfitName(name.clone()));
            }
            last = names.name(&mut coder, &last, name.as_bytes());
            names.known(&mut coder, (bits as u16, &locations), &mut Vec::new());
        }
        Ok(self.set(Section::Gazetteer, coded(entries.len(), &[], coder)))
    }

    /// The pack's bytes.
    pub fn build(&self) -> Vec<u8> {
        let mut start = HEADER + 8 * SECTIONS;
        let length = start + self.sections.iter().map(Vec::len).sum::<usize>() + 8;
        let mut tag = [0; 4];
        tag.iter_mut().zip(self.language.tag().bytes()).for_each(|(to, from)| *to = from);
        let mut bytes = Vec::with_capacity(length);
        bytes.extend(MAGIC);
        bytes.extend(VERSION.to_le_bytes());
        bytes.extend((SECTIONS as u16).to_le_bytes());
        bytes.extend(tag);
        bytes.extend((length as u32).to_le_bytes());
        bytes.extend([0; 4]);
        for section in &self.sections {
            bytes.extend((start as u32).to_le_bytes());
            bytes.extend((section.len() as u32).to_le_bytes());
            start += section.len();
        }
        self.sections.iter().for_each(|section| bytes.extend(section));
        bytes.extend(hash::checksum(&bytes).to_le_bytes());
        bytes
    }
}

/// The bytes of a coded section: how many items it has, some bytes more, and what was coded.
fn coded(count: usize, more: &[u8], coder: Encoder) -> Vec<u8> {
    [&(count as u32).to_le_bytes(), more, &coder.finish()].concat()
}

/// A place as it is stored.
fn location(place: &Place, has_more: bool) -> Location {
    let steps = |degrees: f32| (degrees * STEPS).round().clamp(-8192.0, 8191.0) as i16;
    let is_known = !place.latitude.is_nan() && !place.longitude.is_nan();
    let steps = is_known.then(|| [steps(place.latitude), steps(place.longitude)]);
    Location { steps, country: place.country, has_more }
}
