//! The best sequence of labels, in whole numbers so that every machine finds the same.

use super::label::{LABELS, Label};

/// What each label scores for one word.
pub(crate) type Scores = [i32; LABELS];

/// What no label that breaks a rule can make up for.
const NEVER: i32 = i32::MIN / 4;

/// What it scores to go from one label to another.
#[derive(Clone, Debug)]
pub(crate) struct Transitions {
    /// What it scores to begin with each label.
    start: [i32; LABELS],
    /// The steps that no rule forbids, a third of all: from, to, and what each scores.
    steps: Vec<(u8, u8, i32)>,
}

impl Transitions {
    /// Reads `(LABELS + 1) * LABELS` little-endian 16-bit numbers: from each label, and last from the sentence's start,
    /// to each.
    pub fn new(bytes: &[u8]) -> Self {
        let mut start = [NEVER; LABELS];
        let mut steps = Vec::new();
        let numbers = bytes.as_chunks::<2>().0.iter().map(|pair| i32::from(i16::from_le_bytes(*pair)));
        for (index, number) in numbers.enumerate().take((LABELS + 1) * LABELS) {
            let (from, to) = (index / LABELS, index % LABELS);
            let previous = if from == LABELS { Label::OUTSIDE } else { Label(from as u8) };
            if !previous.may_precede(Label(to as u8)) {
                continue;
            }
            match from {
                LABELS => start[to] = number,
                _ => steps.push((from as u8, to as u8, number)),
            }
        }
        Transitions { start, steps }
    }
}

/// Working memory of [`Decoder::decode`].
#[derive(Clone, Debug, Default)]
pub(crate) struct Decoder {
    back: Vec<[u8; LABELS]>,
}

impl Decoder {
    /// Writes the best labels for words with these scores (Viterbi).
    pub fn decode(&mut self, scores: &[Scores], transitions: &Transitions, labels: &mut Vec<Label>) {
        labels.clear();
        self.back.clear();
        let Some((first, rest)) = scores.split_first() else { return };
        let mut best = *first;
        for (score, start) in best.iter_mut().zip(&transitions.start) {
            *score += start;
        }
        for word in rest {
            let mut next = [NEVER * 2; LABELS];
            let mut back = [0; LABELS];
            for &(from, to, score) in &transitions.steps {
                let total = best[usize::from(from)] + score;
                let to = usize::from(to);
                if total > next[to] {
                    next[to] = total;
                    back[to] = from;
                }
            }
            for (score, add) in next.iter_mut().zip(word) {
                *score = (*score + add).max(NEVER);
            }
            self.back.push(back);
            best = next;
        }
        // A name may not be left open at the end.
        let mut label = (0..LABELS)
            .filter(|&label| Label(label as u8).may_precede(Label::OUTSIDE))
            .max_by_key(|&label| (best[label], std::cmp::Reverse(label)))
            .unwrap_or(0) as u8;
        labels.push(Label(label));
        for back in self.back.iter().rev() {
            label = back[usize::from(label)];
            labels.push(Label(label));
        }
        labels.reverse();
    }
}
