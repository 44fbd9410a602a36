//! A linear-chain conditional random field, trained one sentence at a time by FTRL-proximal: steps of its own for each
//! weight, and an L1 penalty that leaves most weights at zero (McMahan et al., "Ad Click Prediction", 2013).

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
        let len = sequence.labels.len();
        if len == 0 {
            return;
        }
        let features: Vec<Vec<u32>> = sequence
            .features
            .iter()
            .map(|all| all.iter().copied().filter(|_| !random.happens(recipe.dropout)).collect())
            .collect();
        let kept = 1.0 / (1.0 - recipe.dropout);
        let row = |from: usize, row: &[Weight; L]| -> [f32; L] {
            std::array::from_fn(|to| match may_follow(from as u8, to as u8) {
                true => row[to].value,
                false => f32::NEG_INFINITY,
            })
        };
        let start = row(0, &self.transitions[L]);
        let transitions: [[f32; L]; L] = std::array::from_fn(|from| row(from, &self.transitions[from]));
        let exp_transitions = transitions.map(|row| row.map(f32::exp));
        let emissions: Vec<[f32; L]> = features
            .iter()
            .map(|features| {
                let mut scores = [0.0; L];
                for &feature in features {
                    for (score, weight) in scores.iter_mut().zip(&self.weights[feature as usize]) {
                        *score += weight.value * kept;
                    }
                }
                scores
            })
            .collect();
        // Forward and backward, each word scaled to sum to one.
        let exp: Vec<[f32; L]> = emissions
            .iter()
            .map(|scores| {
                let max = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
                scores.map(|score| (score - max).exp())
            })
            .collect();
        let mut forward = vec![[0.0; L]; len];
        for at in 0..len {
            let mut sum = 0.0;
            for to in 0..L {
                let before = if at == 0 {
                    start[to].exp()
                } else {
                    (0..L).map(|from| forward[at - 1][from] * exp_transitions[from][to]).sum()
                };
                forward[at][to] = before * exp[at][to];
                sum += forward[at][to];
            }
            forward[at].iter_mut().for_each(|value| *value /= sum.max(f32::MIN_POSITIVE));
        }
        let mut backward = vec![[0.0; L]; len];
        for (label, value) in backward[len - 1].iter_mut().enumerate() {
            *value = f32::from(u8::from(may_follow(label as u8, 0)));
        }
        for at in (0..len - 1).rev() {
            let mut sum = 0.0;
            for from in 0..L {
                let value: f32 =
                    (0..L).map(|to| exp_transitions[from][to] * exp[at + 1][to] * backward[at + 1][to]).sum();
                backward[at][from] = value;
                sum += value;
            }
            backward[at].iter_mut().for_each(|value| *value /= sum.max(f32::MIN_POSITIVE));
        }
        // Gradients: what the model expects less what is right.
        let mut transition_gradients = [[0.0f32; L]; L + 1];
        for at in 0..len {
            let mut marginal: [f32; L] =
                std::array::from_fn(|label| forward[at][label] * backward[at][label]);
            let sum: f32 = marginal.iter().sum::<f32>().max(f32::MIN_POSITIVE);
            marginal.iter_mut().for_each(|value| *value /= sum);
            let right = usize::from(sequence.labels[at]);
            if at == 0 {
                (0..L).for_each(|to| transition_gradients[L][to] += marginal[to]);
                transition_gradients[L][right] -= 1.0;
            } else {
                let mut pairs = [[0.0f32; L]; L];
                let mut sum = 0.0;
                for from in 0..L {
                    for to in 0..L {
                        let value = forward[at - 1][from]
                            * exp_transitions[from][to]
                            * exp[at][to]
                            * backward[at][to];
                        pairs[from][to] = value;
                        sum += value;
                    }
                }
                let whole = 1.0 / sum.max(f32::MIN_POSITIVE);
                for from in 0..L {
                    for to in 0..L {
                        transition_gradients[from][to] += pairs[from][to] * whole;
                    }
                }
                transition_gradients[usize::from(sequence.labels[at - 1])][right] -= 1.0;
            }
            marginal[right] -= 1.0;
            marginal.iter_mut().for_each(|gradient| *gradient *= sequence.weight);
            for &feature in features[at].iter().filter(|&&feature| frequent[feature as usize]) {
                for (weight, &gradient) in self.weights[feature as usize].iter_mut().zip(&marginal) {
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
}
