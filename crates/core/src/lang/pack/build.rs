//! Writing packs.

use super::{HEADER, MAGIC, SECTIONS, Section, VERSION, hash};
use crate::lang::Language;
use std::collections::BTreeMap;

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

    /// Sets sections of keys, rows and weights, of which `keys` is the first. `weights` has for the top `bits` bits
    /// of each feature's hash its labels and their weights, labels rising.
    pub fn set_weights(
        &mut self,
        keys: Section,
        bits: u32,
        weights: &BTreeMap<u32, Vec<(u8, i8)>>,
    ) -> &mut Self {
        let mut bitmap = vec![0; (1 << bits) / 8];
        let mut planes = [const { Vec::new() }; 3];
        let mut values = Vec::new();
        for (&key, row) in weights {
            bitmap[key as usize / 8] |= 1 << (key % 8);
            let mask = row.iter().fold(0u32, |mask, &(label, _)| mask | 1 << label).to_le_bytes();
            planes.iter_mut().zip(mask).for_each(|(plane, byte)| plane.push(byte));
            values.extend(row.iter().map(|&(_, weight)| weight as u8));
        }
        let first = keys as usize;
        self.sections[first] = bitmap;
        self.sections[first + 1] = planes.concat();
        self.sections[first + 2] = values;
        self
    }

    /// Sets each form's cluster, over hashes of `bits` bits; where two forms meet, the first stays.
    pub fn set_clusters(&mut self, bits: u32, forms: &[(String, u16)]) -> &mut Self {
        let mut clusters = BTreeMap::new();
        for (form, cluster) in forms {
            clusters.entry(hash::hash(form.as_bytes()) >> (64 - bits)).or_insert(*cluster);
        }
        let mut bitmap = vec![0; (1 << bits) / 8];
        let mut planes = [const { Vec::new() }; 2];
        for (&key, cluster) in &clusters {
            bitmap[key as usize / 8] |= 1 << (key % 8);
            planes.iter_mut().zip(cluster.to_le_bytes()).for_each(|(plane, byte)| plane.push(byte));
        }
        self.set(Section::ClusterKeys, bitmap).set(Section::Clusters, planes.concat())
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
