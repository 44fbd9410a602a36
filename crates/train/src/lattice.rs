//! The forward–backward algorithm over all labellings of a sentence (Rabiner, "A Tutorial on Hidden Markov Models",
//! 1989).

use manicule_core::entity::training::{LABEL_COUNT as L, may_follow};

/// The factors of the likelihood of a labelling, which is their product.
pub struct Lattice {
    /// The factor of each label at the start of the sentence.
    pub start: [f32; L],
    /// The factor of the transition from each label to each label; 0 if it is not allowed.
    pub transitions: [[f32; L]; L],
    /// The factor of each label for each word; the largest of a word is 1.
    pub words: Vec<[f32; L]>,
}

impl Lattice {
    /// For each word and label, the likelihood of the words up to this one if it has that label, scaled to sum to 1
    /// for each word.
    pub fn forward(&self) -> Vec<[f32; L]> {
        let mut forward: Vec<[f32; L]> = Vec::with_capacity(self.words.len());
        for word in &self.words {
            let before: [f32; L] = match forward.last() {
                None => self.start,
                Some(last) => {
                    std::array::from_fn(|to| (0..L).map(|from| last[from] * self.transitions[from][to]).sum())
                }
            };
            forward.push(scaled(std::array::from_fn(|label| before[label] * word[label])));
        }
        forward
    }

    /// For each word and label, the likelihood of the words after this one if it has that label, scaled to sum to 1
    /// for each word but the last, for which it is 1 if the sentence may end in that label and else 0.
    pub fn backward(&self) -> Vec<[f32; L]> {
        let end: [f32; L] = std::array::from_fn(|label| f32::from(u8::from(may_follow(label as u8, 0))));
        let mut backward = vec![end; self.words.len()];
        for at in (0..backward.len().saturating_sub(1)).rev() {
            let (word, after) = (&self.words[at + 1], &backward[at + 1]);
            backward[at] = scaled(std::array::from_fn(|from| {
                (0..L).map(|to| self.transitions[from][to] * word[to] * after[to]).sum()
            }));
        }
        backward
    }

    /// The probability of each pair of labels of the word before `at` and the word at `at`, given the forward
    /// likelihoods `before` of the former and the backward likelihoods `after` of the latter.
    pub fn pairs(&self, at: usize, before: &[f32; L], after: &[f32; L]) -> [[f32; L]; L] {
        let word = &self.words[at];
        let mut pairs: [[f32; L]; L] = std::array::from_fn(|from| {
            std::array::from_fn(|to| before[from] * self.transitions[from][to] * word[to] * after[to])
        });
        let whole = 1.0 / pairs.iter().flatten().sum::<f32>().max(f32::MIN_POSITIVE);
        pairs.iter_mut().flatten().for_each(|pair| *pair *= whole);
        pairs
    }
}

/// Scales `values` to sum to 1.
pub fn scaled(values: [f32; L]) -> [f32; L] {
    let sum = values.iter().sum::<f32>().max(f32::MIN_POSITIVE);
    values.map(|value| value / sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A lattice of three words with arbitrary factors.
    fn lattice() -> Lattice {
        let factor = |seed: usize| 0.1 + (seed * 37 % 101) as f32 / 100.0;
        let allowed = |from: usize, to: usize| f32::from(u8::from(may_follow(from as u8, to as u8)));
        let transitions =
            std::array::from_fn(|from| std::array::from_fn(|to| allowed(from, to) * factor(from * L + to)));
        Lattice {
            start: std::array::from_fn(|to| allowed(0, to) * factor(to + 7)),
            transitions,
            words: (0..3).map(|word| std::array::from_fn(|label| factor(word * 50 + label + 3))).collect(),
        }
    }

    #[test]
    fn probabilities_are_those_of_summing_over_all_labellings() {
        let lattice = lattice();
        let mut words = [[0.0; L]; 3];
        let mut pairs = [[0.0; L]; L];
        for (a, b, c) in (0..L * L * L).map(|n| (n / L / L, n / L % L, n % L)) {
            let likelihood = lattice.start[a]
                * lattice.transitions[a][b]
                * lattice.transitions[b][c]
                * f32::from(u8::from(may_follow(c as u8, 0)))
                * lattice.words[0][a]
                * lattice.words[1][b]
                * lattice.words[2][c];
            words.iter_mut().zip([a, b, c]).for_each(|(word, label)| word[label] += likelihood);
            pairs[a][b] += likelihood;
        }
        let (forward, backward) = (lattice.forward(), lattice.backward());
        for (at, word) in words.into_iter().enumerate() {
            let found = scaled(std::array::from_fn(|label| forward[at][label] * backward[at][label]));
            let expected = scaled(word);
            assert!(found.iter().zip(expected).all(|(found, expected)| (found - expected).abs() < 1e-5));
        }
        let found = lattice.pairs(1, &forward[0], &backward[1]);
        let whole: f32 = pairs.iter().flatten().sum();
        let mut both = found.iter().flatten().zip(pairs.iter().flatten());
        assert!(both.all(|(found, expected)| (found - expected / whole).abs() < 1e-5));
    }
}
