//! A linear-chain conditional random field, trained one sentence at a time by FTRL-proximal: steps of its own for each
//! weight, and an L1 penalty that leaves most weights at zero (McMahan et al., "Ad Click Prediction", 2013).

use crate::lattice::{Lattice, scaled};
use crate::random::Random;
use manicule_core::entity::training::{LABEL_COUNT as L, may_follow};

/// A sentence with numbered features.
#[derive(Clone, Debug, Default)]
pub struct Sequence {
    /// For each token: its features, as indices of weights.
    pub features: Vec<Vec<u32>>,
    /// The right labels.
    pub labels: Vec<u8>,
    /// How much it counts for, beside 1 for an annotated sentence.
    pub weight: f32,
}

/// How to train.
#[derive(Clone, Debug)]
pub struct Recipe {
    /// Passes over the data.
    pub epochs: usize,
    /// Size of the steps.
    pub rate: f32,
    /// Penalty on the weights' absolute values.
    pub l1: f32,
    /// The share of each word's features that a step passes over, others each time, so that no feature leans on
    /// another's being there too (Srivastava et al., "Dropout", 2014). The others count for more in return.
    pub dropout: f32,
    /// Features that stand at fewer words have no weight.
    pub fewest: u32,
}

#[derive(Clone, Copy, Debug, Default)]
struct Weight {
    value: f32,
    /// The sum of its values at the ends of the passes that are averaged.
    sum: f32,
    z: f32,
    n: f32,
}

impl Weight {
    fn update(&mut self, gradient: f32, rate: f32, l1: f32) {
        let n = self.n + gradient * gradient;
        let sigma = (n.sqrt() - self.n.sqrt()) / rate;
        self.z += gradient - sigma * self.value;
        self.n = n;
        self.value = if self.z.abs() <= l1 {
            0.0
        } else {
            -(self.z - self.z.signum() * l1) / ((1.0 + n.sqrt()) / rate)
        };
    }
}

/// The weights.
#[derive(Clone, Debug)]
pub struct Model {
    weights: Vec<[Weight; L]>,
    transitions: [[Weight; L]; L + 1],
    /// How many passes are averaged.
    averaged: usize,
}

impl Model {
    /// A model of so many features, which says nothing.
    pub fn new(features: usize) -> Model {
        Model { weights: vec![Default::default(); features], transitions: Default::default(), averaged: 0 }
    }

    /// Weights of a feature.
    pub fn weights(&self, feature: usize) -> [f32; L] {
        self.weights[feature].map(|weight| weight.sum / self.averaged as f32)
    }

    /// Weights of the transitions, those from the start last.
    pub fn transitions(&self) -> [[f32; L]; L + 1] {
        self.transitions.map(|row| row.map(|weight| weight.sum / self.averaged as f32))
    }

    /// Trains on `data`, each pass in an order of its own.
    pub fn train(&mut self, data: &[Sequence], recipe: &Recipe) {
        let mut counts = vec![0; self.weights.len()];
        for &feature in data.iter().flat_map(|sequence| &sequence.features).flatten() {
            counts[feature as usize] += 1;
        }
        let frequent: Vec<bool> = counts.into_iter().map(|count: u32| count >= recipe.fewest).collect();
        let mut order: Vec<usize> = (0..data.len()).collect();
        let mut random = Random::new();
        for epoch in 0..recipe.epochs {
            for at in (1..order.len()).rev() {
                order.swap(at, random.below(at + 1));
            }
            for &index in &order {
                self.step(&data[index], &frequent, recipe, &mut random);
            }
            // Averaging the later passes evens out the noise of single steps (Polyak and Juditsky, 1992).
            if epoch >= recipe.epochs / 2 {
                self.averaged += 1;
                let rows = self.weights.iter_mut().chain(&mut self.transitions);
                rows.flatten().for_each(|weight| weight.sum += weight.value);
            }
        }
    }

    fn step(&mut self, sequence: &Sequence, frequent: &[bool], recipe: &Recipe, random: &mut Random) {
        let kept = 1.0 / (1.0 - recipe.dropout);
        let features: Vec<Vec<u32>> = sequence
            .features
            .iter()
            .map(|all| all.iter().copied().filter(|_| !random.happens(recipe.dropout)).collect())
            .collect();
        let lattice = self.lattice(&features, kept);
        let (forward, backward) = (lattice.forward(), lattice.backward());
        // Gradients: what the model expects less what is right.
        let mut transition_gradients = [[0.0f32; L]; L + 1];
        for (at, &right) in sequence.labels.iter().enumerate() {
            let right = usize::from(right);
            let mut gradients = scaled(std::array::from_fn(|label| forward[at][label] * backward[at][label]));
            if at == 0 {
                (0..L).for_each(|to| transition_gradients[L][to] += gradients[to]);
                transition_gradients[L][right] -= 1.0;
            } else {
                let pairs = lattice.pairs(at, &forward[at - 1], &backward[at]);
                for (gradients, pairs) in transition_gradients.iter_mut().zip(&pairs) {
                    gradients.iter_mut().zip(pairs).for_each(|(gradient, pair)| *gradient += pair);
                }
                transition_gradients[usize::from(sequence.labels[at - 1])][right] -= 1.0;
            }
            gradients[right] -= 1.0;
            gradients.iter_mut().for_each(|gradient| *gradient *= sequence.weight);
            for &feature in features[at].iter().filter(|&&feature| frequent[feature as usize]) {
                for (weight, &gradient) in self.weights[feature as usize].iter_mut().zip(&gradients) {
                    if gradient.abs() > 1e-4 {
                        weight.update(gradient * kept, recipe.rate, recipe.l1);
                    }
                }
            }
        }
        for (row, gradients) in self.transitions.iter_mut().zip(transition_gradients) {
            for (weight, gradient) in row.iter_mut().zip(gradients) {
                if gradient != 0.0 {
                    weight.update(gradient * sequence.weight, recipe.rate, 0.0);
                }
            }
        }
    }

    /// What the model makes of words with these `features`, each counted `kept` times.
    fn lattice(&self, features: &[Vec<u32>], kept: f32) -> Lattice {
        let row = |from: usize, row: &[Weight; L]| -> [f32; L] {
            std::array::from_fn(|to| match may_follow(from as u8, to as u8) {
                true => row[to].value.exp(),
                false => 0.0,
            })
        };
        let word = |features: &Vec<u32>| {
            let mut scores = [0.0; L];
            for &feature in features {
                for (score, weight) in scores.iter_mut().zip(&self.weights[feature as usize]) {
                    *score += weight.value * kept;
                }
            }
            let max = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
            scores.map(|score| (score - max).exp())
        };
        Lattice {
            start: row(0, &self.transitions[L]),
            transitions: std::array::from_fn(|from| row(from, &self.transitions[from])),
            words: features.iter().map(word).collect(),
        }
    }
}
