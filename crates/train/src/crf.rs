//! A linear-chain conditional random field, trained one sentence at a time by FTRL-Proximal, which has a learning
//! rate per weight and an L1 penalty that leaves most weights at zero (McMahan et al., "Ad Click Prediction", 2013).

use crate::lattice::{Lattice, scaled};
use crate::random::Random;
use manicule_core::entity::training::{LABEL_COUNT as L, may_follow};

/// A training sentence.
#[derive(Clone, Debug, Default)]
pub struct Sequence {
    /// For each token, the numbers of its features.
    pub features: Vec<Vec<u32>>,
    /// The correct label of each token.
    pub labels: Vec<u8>,
    /// The weight of the sentence in training; 1 for an annotated sentence.
    pub weight: f32,
}

/// The hyperparameters of training.
#[derive(Clone, Debug)]
pub struct Hyperparameters {
    /// Number of passes over the data.
    pub epochs: usize,
    /// The parameter α of FTRL-Proximal.
    pub learning_rate: f32,
    /// Penalty on the absolute values of weights.
    pub l1: f32,
    /// The share of features that are ignored in each step, chosen at random, so that features do not rely on each
    /// other (Srivastava et al., "Dropout", 2014). The remaining features are scaled up in compensation.
    pub dropout: f32,
    /// Features of fewer tokens have no weight.
    pub min_count: u32,
}

#[derive(Clone, Copy, Debug, Default)]
struct Weight {
    value: f32,
    /// The sum of the values after each pass that is averaged.
    sum: f32,
    /// The state of FTRL-Proximal, named as in the paper.
    z: f32,
    n: f32,
}

impl Weight {
    /// One step of FTRL-Proximal with β = 1 and without L2 penalty.
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

/// A model: the weights of features and transitions.
#[derive(Clone, Debug)]
pub struct Model {
    weights: Vec<[Weight; L]>,
    transitions: [[Weight; L]; L + 1],
    /// The number of passes that are averaged.
    averaged: usize,
}

impl Model {
    /// Creates a model for this number of features, with all weights zero.
    pub fn new(features: usize) -> Model {
        Model { weights: vec![Default::default(); features], transitions: Default::default(), averaged: 0 }
    }

    /// The weight of each label for a feature.
    pub fn weights(&self, feature: usize) -> [f32; L] {
        self.weights[feature].map(|weight| weight.sum / self.averaged as f32)
    }

    /// The weights of transitions from each label, or in the last row the start of the sentence, to each label.
    pub fn transitions(&self) -> [[f32; L]; L + 1] {
        self.transitions.map(|row| row.map(|weight| weight.sum / self.averaged as f32))
    }

    /// Trains on `data`, in another random order on each pass.
    pub fn train(&mut self, data: &[Sequence], hyperparameters: &Hyperparameters) {
        let mut counts = vec![0; self.weights.len()];
        for &feature in data.iter().flat_map(|sequence| &sequence.features).flatten() {
            counts[feature as usize] += 1;
        }
        let frequent: Vec<bool> =
            counts.into_iter().map(|count: u32| count >= hyperparameters.min_count).collect();
        let mut order: Vec<usize> = (0..data.len()).collect();
        let mut random = Random::new();
        for epoch in 0..hyperparameters.epochs {
            for at in (1..order.len()).rev() {
                order.swap(at, random.below(at + 1));
            }
            for &index in &order {
                self.step(&data[index], &frequent, hyperparameters, &mut random);
            }
            // Averaging the later passes reduces the noise of single steps (Polyak and Juditsky, 1992).
            if epoch >= hyperparameters.epochs / 2 {
                self.averaged += 1;
                let rows = self.weights.iter_mut().chain(&mut self.transitions);
                rows.flatten().for_each(|weight| weight.sum += weight.value);
            }
        }
    }

    /// Updates the weights for one sentence. Features that are not `frequent` have no weights.
    fn step(
        &mut self,
        sequence: &Sequence,
        frequent: &[bool],
        hyperparameters: &Hyperparameters,
        random: &mut Random,
    ) {
        let scale = 1.0 / (1.0 - hyperparameters.dropout);
        let features: Vec<Vec<u32>> = sequence
            .features
            .iter()
            .map(|all| all.iter().copied().filter(|_| !random.chance(hyperparameters.dropout)).collect())
            .collect();
        let lattice = self.lattice(&features, scale);
        let (forward, backward) = (lattice.forward(), lattice.backward());
        // A gradient is the expected count of a feature or transition minus its correct count.
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
                        weight.update(gradient * scale, hyperparameters.learning_rate, hyperparameters.l1);
                    }
                }
            }
        }
        for (row, gradients) in self.transitions.iter_mut().zip(transition_gradients) {
            for (weight, gradient) in row.iter_mut().zip(gradients) {
                if gradient != 0.0 {
                    weight.update(gradient * sequence.weight, hyperparameters.learning_rate, 0.0);
                }
            }
        }
    }

    /// The lattice of a sentence of words with these `features`, the weights of which are multiplied by `scale`.
    fn lattice(&self, features: &[Vec<u32>], scale: f32) -> Lattice {
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
                    *score += weight.value * scale;
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
