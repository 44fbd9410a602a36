//! Writing packs.

use super::{HEADER, MAGIC, MORE, SECTIONS, STEPS, Section, VERSION, hash};
use crate::entity::{Entry, Place};
use crate::lang::Language;
use std::collections::BTreeMap;

/// What is known of a name.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// Kinds and head nouns; see [`Entry`].
    pub bits: u64,
    /// The places of this name, the likeliest first; where one lies may be unknown (not a number).
    pub places: Vec<Place>,
}

/// Puts a pack together, section by section.
#[derive(Clone, Debug)]
pub struct Builder {
    language: Language,
    sections: [Vec<u8>; SECTIONS],
}

impl Builder {
    /// A pack of `language` that knows nothing: every section is there, none says anything.
    pub fn new(language: Language) -> Self {
        let mut sections = [const { Vec::new() }; SECTIONS];
        for section in super::KEYS {
            sections[section as usize] = vec![0; 8];
        }
        Builder { language, sections }
    }

    /// Sets a section's bytes.
    pub fn set(&mut self, section: Section, bytes: Vec<u8>) -> &mut Self {
        self.sections[section as usize] = bytes;
        self
    }

    /// Sets the features' keys, rows and weights. `weights` has for the top `bits` bits of each feature's hash its
    /// labels and their weights, labels rising.
    pub fn set_weights(&mut self, bits: u32, weights: &BTreeMap<u32, Vec<(u8, i8)>>) -> &mut Self {
        let mut bitmap = vec![0; (1 << bits) / 8];
        let mut planes = [const { Vec::new() }; 3];
        let mut values = Vec::new();
        for (&key, row) in weights {
            bitmap[key as usize / 8] |= 1 << (key % 8);
            let mask = row.iter().fold(0u32, |mask, &(label, _)| mask | 1 << label).to_le_bytes();
            planes.iter_mut().zip(mask).for_each(|(plane, byte)| plane.push(byte));
            values.extend(row.iter().map(|&(_, weight)| weight as u8));
        }
        self.set(Section::FeatureKeys, bitmap)
            .set(Section::FeatureRows, planes.concat())
            .set(Section::FeatureWeights, values)
    }

    /// Sets each form's cluster, 1 to 512, over hashes of `bits` bits; where two forms meet, the first stays.
    pub fn set_clusters(&mut self, bits: u32, forms: &[(String, u16)]) -> &mut Self {
        let mut clusters = BTreeMap::new();
        for (form, cluster) in forms {
            clusters.entry(hash::hash(form.as_bytes()) >> (64 - bits)).or_insert(*cluster);
        }
        let mut bitmap = vec![0; (1 << bits) / 8];
        let mut low = Vec::new();
        let mut high = vec![0; clusters.len().div_ceil(8)];
        for (rank, (&key, cluster)) in clusters.iter().enumerate() {
            bitmap[key as usize / 8] |= 1 << (key % 8);
            let [byte, bit] = cluster.saturating_sub(1).to_le_bytes();
            low.push(byte);
            high[rank / 8] |= (bit & 1) << (rank % 8);
        }
        low.extend(high);
        self.set(Section::ClusterKeys, bitmap).set(Section::Clusters, low)
    }

    /// Sets known names: keys, sorted, and what is known of each.
    ///
    /// # Errors
    /// Keys that are not sorted.
    pub fn set_gazetteer(&mut self, entries: &BTreeMap<String, Known>) -> Result<&mut Self, fst::Error> {
        let mut map = fst::MapBuilder::memory();
        let mut planes = [const { Vec::new() }; 2];
        let mut places = Vec::new();
        for (number, (key, known)) in entries.iter().enumerate() {
            map.insert(key, number as u64)?;
            let bits = if known.places.is_empty() { known.bits & !Entry::WITH_PLACE } else { known.bits };
            planes.iter_mut().zip(bits.to_le_bytes()).for_each(|(plane, byte)| plane.push(byte));
            let last = known.places.len().saturating_sub(1);
            places.extend(known.places.iter().enumerate().map(|(index, place)| (*place, index < last)));
        }
        let degrees = |value: f32| {
            let steps = if value.is_nan() { i16::MIN } else { (value * STEPS).round() as i16 };
            steps.to_le_bytes()
        };
        let mut columns: Vec<u8> = places.iter().flat_map(|(place, _)| degrees(place.latitude)).collect();
        columns.extend(places.iter().flat_map(|(place, _)| degrees(place.longitude)));
        columns.extend(places.iter().flat_map(|(Place { country: [first, second], .. }, more)| {
            [first | if *more { MORE } else { 0 }, *second]
        }));
        self.set(Section::Gazetteer, map.into_inner()?);
        Ok(self.set(Section::Entries, planes.concat()).set(Section::Places, columns))
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
