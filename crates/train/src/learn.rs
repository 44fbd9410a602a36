//! From annotated articles to weights.

use crate::corpus::Document;
use crate::crf::{Model, Recipe, Sequence};
use manicule_core::entity::training::{
    Example, LABEL_COUNT as L, MODEL_CLASSES, examples, labels, may_follow,
};
use manicule_core::lang::{Builder, Section};
use manicule_core::{Language, Pack};
use std::collections::BTreeMap;

/// How finely features' hashes are told apart.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    /// Bits of the hashes.
    pub bits: u32,
    /// Steps of a weight for each unit of the model's scores.
    pub scale: f32,
    /// Weights smaller than this are left out.
    pub threshold: f32,
}

/// What each label scores after each, the sentence's start last.
pub type Transitions = [[f32; L]; L + 1];

/// Weights, whole-numbered, ready to be packed.
#[derive(Clone, Debug)]
pub struct Learned {
    weights: BTreeMap<u32, Vec<(u8, i8)>>,
    /// What each label scores after each, the sentence's start last.
    pub transitions: Transitions,
    shape: Shape,
}

/// Numbers the features of examples in the order in which they are first seen.
pub struct Numbers {
    bits: u32,
    index: Vec<u32>,
    keys: Vec<u32>,
}

impl Numbers {
    /// No feature yet.
    pub fn new(bits: u32) -> Numbers {
        Numbers { bits, index: vec![u32::MAX; 1 << bits], keys: Vec::new() }
    }

    fn number(&mut self, hash: u64) -> u32 {
        let key = (hash >> (64 - self.bits)) as usize;
        if self.index[key] == u32::MAX {
            self.index[key] = self.keys.len() as u32;
            self.keys.push(key as u32);
        }
        self.index[key]
    }

    /// How many features there are.
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// A document's sentences as sequences that count for `weight` each.
    pub fn sequences(
        &mut self,
        document: &Document,
        weight: f32,
        pack: &Pack,
        language: Language,
    ) -> Vec<Sequence> {
        examples(&document.text, pack, language)
            .into_iter()
            .filter(|example| example.features.iter().any(|features| !features.is_empty()))
            .map(|example| self.sequence(document, example, weight))
            .collect()
    }

    fn sequence(&mut self, document: &Document, example: Example, weight: f32) -> Sequence {
        let (Some(first), Some(last)) = (example.tokens.first(), example.tokens.last()) else {
            return Sequence::default();
        };
        let start = document.names.partition_point(|(span, _)| span.end <= first.start);
        let end = document.names.partition_point(|(span, _)| span.start < last.end);
        Sequence {
            features: example
                .features
                .iter()
                .map(|features| features.iter().map(|&hash| self.number(hash)).collect())
                .collect(),
            labels: labels(&document.text, &example.tokens, &document.names[start..end]),
            weight,
        }
    }
}

/// Trains on sequences and rounds the weights.
pub fn learn(numbers: &Numbers, data: &[Sequence], recipe: &Recipe, shape: Shape) -> Learned {
    let mut model = Model::new(numbers.len());
    model.train(data, recipe);
    let mut weights = BTreeMap::new();
    let round = |value: f32| (value * shape.scale).round().clamp(-127.0, 127.0) as i8;
    for (index, &key) in numbers.keys.iter().enumerate() {
        let row: Vec<(u8, i8)> = model
            .weights(index)
            .into_iter()
            .enumerate()
            .filter(|(_, value)| value.abs() >= shape.threshold && round(*value) != 0)
            .map(|(label, value)| (label as u8, round(value)))
            .collect();
        if !row.is_empty() {
            weights.insert(key, row);
        }
    }
    Learned { weights, transitions: model.transitions(), shape }
}

/// These transitions with something added to each label that a name of a class begins with.
pub fn lean(mut transitions: Transitions, classes: [f32; MODEL_CLASSES.len()]) -> Transitions {
    for row in &mut transitions {
        for (to, value) in row.iter_mut().enumerate().skip(1) {
            // The labels of a class are its first, inner, last and only word's.
            if matches!((to - 1) % 4, 0 | 3) {
                *value += classes[(to - 1) / 4];
            }
        }
    }
    transitions
}

impl Learned {
    /// Puts the weights into the pack.
    pub fn put(&self, builder: &mut Builder) {
        let bytes = self.transitions.iter().enumerate().flat_map(|(from, row)| {
            row.iter().enumerate().flat_map(move |(to, &value)| {
                let value =
                    if may_follow((from % L) as u8, to as u8) { value * self.shape.scale } else { 0.0 };
                (value.round() as i16).to_le_bytes()
            })
        });
        builder.set_weights(self.shape.bits, &self.weights).set(Section::Transitions, bytes.collect());
    }

    /// How many features have weights, and how many weights there are.
    pub fn size(&self) -> (usize, usize) {
        (self.weights.len(), self.weights.values().map(Vec::len).sum())
    }
}
