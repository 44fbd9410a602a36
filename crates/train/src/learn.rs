//! Trains the tagger on annotated articles and quantises its weights.

use crate::corpus::Document;
use crate::crf::{Hyperparameters, Model, Sequence};
use manicule_core::entity::training::{
    Example, LABEL_COUNT as L, MODEL_CLASSES, examples, labels, may_follow,
};
use manicule_core::lang::{Builder, Section};
use manicule_core::{Language, Pack};
use std::collections::BTreeMap;

/// How features are hashed and weights are rounded.
#[derive(Clone, Copy, Debug)]
pub struct Quantisation {
    /// Bits of the hashes of features.
    pub bits: u32,
    /// Weights are multiplied by this before they are rounded to whole numbers.
    pub scale: f32,
    /// Weights with a smaller absolute value are left out.
    pub threshold: f32,
}

/// The scores of the transitions from each label, or in the last row the start of the sentence, to each label.
pub type Transitions = [[f32; L]; L + 1];

/// Quantised weights, ready for the pack.
#[derive(Clone, Debug)]
pub struct Learned {
    /// For each hash of a feature, labels and their weights.
    weights: BTreeMap<u32, Vec<(u8, i8)>>,
    /// The weights of transitions, not yet rounded.
    pub transitions: Transitions,
    quantisation: Quantisation,
}

/// Assigns consecutive numbers to features in the order of their first occurrence.
pub struct FeatureIndex {
    /// Bits of the hashes.
    bits: u32,
    /// The number of each hash, or `u32::MAX`.
    numbers: Vec<u32>,
    /// The hash of each number.
    hashes: Vec<u32>,
}

impl FeatureIndex {
    /// Creates an index without features. Hashes are shortened to `bits`.
    pub fn new(bits: u32) -> FeatureIndex {
        FeatureIndex { bits, numbers: vec![u32::MAX; 1 << bits], hashes: Vec::new() }
    }

    /// The number of the feature with this hash.
    fn number(&mut self, hash: u64) -> u32 {
        let hash = (hash >> (64 - self.bits)) as usize;
        if self.numbers[hash] == u32::MAX {
            self.numbers[hash] = self.hashes.len() as u32;
            self.hashes.push(hash as u32);
        }
        self.numbers[hash]
    }

    /// The number of features.
    pub fn len(&self) -> usize {
        self.hashes.len()
    }

    /// Converts the sentences of `document` into training sequences with this `weight`.
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

/// Trains a model on `data` and quantises its weights.
pub fn learn(
    index: &FeatureIndex,
    data: &[Sequence],
    hyperparameters: &Hyperparameters,
    quantisation: Quantisation,
) -> Learned {
    let mut model = Model::new(index.len());
    model.train(data, hyperparameters);
    let mut weights = BTreeMap::new();
    let round = |value: f32| (value * quantisation.scale).round().clamp(-127.0, 127.0) as i8;
    for (number, &hash) in index.hashes.iter().enumerate() {
        let row: Vec<(u8, i8)> = model
            .weights(number)
            .into_iter()
            .enumerate()
            .filter(|(_, value)| value.abs() >= quantisation.threshold && round(*value) != 0)
            .map(|(label, value)| (label as u8, round(value)))
            .collect();
        if !row.is_empty() {
            weights.insert(hash, row);
        }
    }
    Learned { weights, transitions: model.transitions(), quantisation }
}

/// Adds `classes[c]` to the score of every transition to a label that starts a name of the class `c`.
pub fn bias_starts(mut transitions: Transitions, classes: [f32; MODEL_CLASSES.len()]) -> Transitions {
    for row in &mut transitions {
        for (to, value) in row.iter_mut().enumerate().skip(1) {
            // The labels of a class are those of the first, inner, last and only word of a name.
            if matches!((to - 1) % 4, 0 | 3) {
                *value += classes[(to - 1) / 4];
            }
        }
    }
    transitions
}

impl Learned {
    /// Adds the weights to the pack.
    pub fn put(&self, builder: &mut Builder) {
        let bytes = self.transitions.iter().enumerate().flat_map(|(from, row)| {
            row.iter().enumerate().flat_map(move |(to, &value)| {
                let value = if may_follow((from % L) as u8, to as u8) {
                    value * self.quantisation.scale
                } else {
                    0.0
                };
                (value.round() as i16).to_le_bytes()
            })
        });
        builder.set_weights(self.quantisation.bits, &self.weights).set(Section::Transitions, bytes.collect());
    }

    /// The numbers of features with weights and of weights.
    pub fn size(&self) -> (usize, usize) {
        (self.weights.len(), self.weights.values().map(Vec::len).sum())
    }
}
