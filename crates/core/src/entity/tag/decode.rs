//! The best sequence of labels, in whole numbers so that every machine finds the same.

use super::label::{LABELS, Label};

/// What each label scores for one word.
pub(crate) type Scores = [i32; LABELS];

/// What no label that breaks a rule can make up for.
const NEVER: i32 = i32::MIN / 4;

/// What it scores to go from each label (or the sentence's start, the last row) to each.
#[derive(Clone, Debug)]
pub(crate) struct Transitions(pub [[i32; LABELS]; LABELS + 1]);

impl Transitions {
    /// Reads `(LABELS + 1) * LABELS` little-endian 16-bit numbers; what may not follow scores [`NEVER`].
    pub fn new(bytes: &[u8]) -> Self {
        let mut table = [[NEVER; LABELS]; LABELS + 1];
        let numbers = bytes.as_chunks::<2>().0.iter().map(|pair| i32::from(i16::from_le_bytes(*pair)));
        for (index, number) in numbers.enumerate().take((LABELS + 1) * LABELS) {
            let (from, to) = (index / LABELS, index % LABELS);
            let previous = if from == LABELS { Label::OUTSIDE } else { Label(from as u8) };
            if previous.may_precede(Label(to as u8)) {
                table[from][to] = number;
            }
        }
        Transitions(table)
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
        for (score, start) in best.iter_mut().zip(&transitions.0[LABELS]) {
            *score += start;
        }
        for word in rest {
            let mut next = [NEVER * 2; LABELS];
            let mut back = [0; LABELS];
            for (from, (&score, row)) in best.iter().zip(&transitions.0).enumerate() {
                for to in 0..LABELS {
                    let total = score + row[to];
                    if total > next[to] {
                        next[to] = total;
                        back[to] = from as u8;
                    }
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
