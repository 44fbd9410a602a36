//! The best sequence of labels, in whole numbers so that every machine finds the same.

use super::label::{CLASSES, LABELS, Label};

/// What each label scores for one word.
pub(crate) type Scores = [i32; LABELS];

/// What no label that breaks a rule can make up for.
const NEVER: i32 = i32::MIN / 4;

/// How many labels no name goes on from, or begins before: outside, and two of each class.
const BOUNDS: usize = 1 + 2 * CLASSES.len();

/// What it scores to go from one label to another, as far as rules allow it: from where no name goes on to where none
/// went on, and within a name. Labels are told by their index in `ENDS` and `BEGINS`, or by class and place.
#[derive(Clone, Debug)]
pub(crate) struct Transitions {
    /// What it scores to begin a sentence.
    start: [i32; BOUNDS],
    /// From each end to each beginning.
    between: [[i32; BOUNDS]; BOUNDS],
    /// The least and the most of each of these rows.
    least: [i32; BOUNDS],
    most: [i32; BOUNDS],
    /// For each class: from a first and from an inner word, to an inner and to a last one.
    within: [[[i32; 2]; 2]; CLASSES.len()],
}

/// The labels that no name goes on from, rising: outside, and last and only word of each class.
const ENDS: [u8; BOUNDS] = bounds(3);
/// The labels that no name goes on to, rising: outside, and first and only word of each class.
const BEGINS: [u8; BOUNDS] = bounds(1);

/// Outside, and two of the four labels of each class: this one and its only word.
const fn bounds(label: u8) -> [u8; BOUNDS] {
    let mut bounds = [0; BOUNDS];
    let mut at = 1;
    while at < BOUNDS {
        bounds[at] = label + 2 * (at as u8 - 1);
        bounds[at + 1] = 4 + 2 * (at as u8 - 1);
        at += 2;
    }
    bounds
}

impl Transitions {
    /// Reads `(LABELS + 1) * LABELS` little-endian 16-bit numbers: from each label, and last from the sentence's start,
    /// to each. What is missing is 0.
    pub fn new(bytes: &[u8]) -> Self {
        let numbers = bytes.as_chunks::<2>().0;
        let score = |from: usize, to: u8| {
            let number = numbers.get(from * LABELS + usize::from(to));
            number.map_or(0, |pair| i32::from(i16::from_le_bytes(*pair)))
        };
        let between = ENDS.map(|from| BEGINS.map(|to| score(from.into(), to)));
        Transitions {
            start: BEGINS.map(|to| score(LABELS, to)),
            between,
            least: between.map(|row| row.into_iter().min().unwrap_or(0)),
            most: between.map(|row| row.into_iter().max().unwrap_or(0)),
            within: std::array::from_fn(|class| {
                let first = 1 + 4 * class;
                [first, first + 1].map(|from| [first + 1, first + 2].map(|to| score(from, to as u8)))
            }),
        }
    }
}

/// Whether some words are a sentence's first or last; if not, the word beyond is outside names.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Edges {
    pub first: bool,
    pub last: bool,
}

/// The scores of the best way to each label of a word.
#[derive(Clone, Copy, Debug)]
struct Ways {
    ends: [i32; BOUNDS],
    /// To the first and to an inner word of a name of each class.
    open: [[i32; 2]; CLASSES.len()],
}

impl Ways {
    /// Adds a word's scores to ways to it, sorted by what goes on from it.
    fn new(begins: &[i32; BOUNDS], goes_on: &[[i32; 2]; CLASSES.len()], word: &Scores) -> Self {
        let mut ways = Ways { ends: [begins[0] + word[0]; BOUNDS], open: [[0; 2]; CLASSES.len()] };
        let ends = ways.ends[1..].as_chunks_mut::<2>().0.iter_mut().zip(&mut ways.open);
        let begins = begins[1..].as_chunks::<2>().0.iter().zip(goes_on);
        let word = word[1..].as_chunks::<4>().0;
        for (((ends, open), (begins, goes_on)), word) in ends.zip(begins).zip(word) {
            *open = [begins[0] + word[0], goes_on[0] + word[1]];
            *ends = [goes_on[1] + word[2], begins[1] + word[3]];
        }
        ways
    }
}

/// Working memory of [`Decoder::decode`].
#[derive(Clone, Debug, Default)]
pub(crate) struct Decoder {
    back: Vec<[u8; LABELS]>,
}

impl Decoder {
    /// Writes the best labels for words with these scores (Viterbi). Of two ways as good, the one by the lower label.
    pub fn decode(
        &mut self,
        scores: &[Scores],
        edges: Edges,
        transitions: &Transitions,
        labels: &mut [Label],
    ) {
        self.back.clear();
        let Some((first, rest)) = scores.split_first() else { return };
        let start = if edges.first { &transitions.start } else { &transitions.between[0] };
        let mut ways = Ways::new(start, &[[NEVER; 2]; CLASSES.len()], first);
        for word in rest {
            let (begins, goes_on, back) = transitions.step(&ways);
            ways = Ways::new(&begins, &goes_on, word);
            self.back.push(back);
        }
        // A name may not be left open at the end.
        let out = |end: usize| if edges.last { 0 } else { transitions.between[end][0] };
        let best = (0..BOUNDS).max_by_key(|&end| (ways.ends[end] + out(end), std::cmp::Reverse(end)));
        let mut label = best.map_or(0, |end| ENDS[end]);
        let back = self.back.iter().rev().map(Some).chain([None]);
        for (to, back) in labels.iter_mut().rev().zip(back) {
            *to = Label(label);
            label = back.map_or(0, |back| back[usize::from(label)]);
        }
    }
}

impl Transitions {
    /// The best ways on: to each beginning, to an inner and a last word of each class, and from which label each goes.
    fn step(&self, ways: &Ways) -> ([i32; BOUNDS], [[i32; 2]; CLASSES.len()], [u8; LABELS]) {
        let mut back = [0; LABELS];
        let mut begins = [i32::MIN; BOUNDS];
        let mut from = [0; BOUNDS];
        // Mostly one end is so much better than most others that no step makes up for it.
        let sure = ways.ends.iter().zip(&self.least).map(|(way, least)| way + least).max().unwrap_or(0);
        for (end, (way, most)) in ways.ends.iter().zip(&self.most).enumerate() {
            if way + most < sure {
                continue;
            }
            for ((best, from), step) in begins.iter_mut().zip(&mut from).zip(&self.between[end]) {
                if way + step > *best {
                    *best = way + step;
                    *from = ENDS[end];
                }
            }
        }
        for (&from, begin) in from.iter().zip(BEGINS) {
            back[usize::from(begin)] = from;
        }
        let mut goes_on = [[0; 2]; CLASSES.len()];
        let classes = ways.open.iter().zip(&self.within).zip(back[1..].as_chunks_mut::<4>().0);
        for (class, (best, ((open, steps), back))) in goes_on.iter_mut().zip(classes).enumerate() {
            for part in 0..2 {
                let ways = [open[0] + steps[0][part], open[1] + steps[1][part]];
                let inner = usize::from(ways[1] > ways[0]);
                best[part] = ways[inner];
                back[1 + part] = (1 + 4 * class + inner) as u8;
            }
        }
        (begins, goes_on, back)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Tries every step, and asks the rule of each.
    fn plainly(scores: &[Scores], edges: Edges, numbers: &[i16]) -> Vec<Label> {
        let step = |from: Option<usize>, to: usize| {
            let allowed = Label(from.unwrap_or(0) as u8).may_precede(Label(to as u8));
            let score = i64::from(numbers[from.unwrap_or(LABELS) * LABELS + to]);
            if allowed { score } else { i64::from(NEVER) }
        };
        let before = if edges.first { None } else { Some(0) };
        let mut best: Vec<i64> = (0..LABELS).map(|to| step(before, to) + i64::from(scores[0][to])).collect();
        let mut back = Vec::new();
        let first_best = |ways: Vec<i64>| {
            let most = ways.iter().copied().max().unwrap_or_default();
            (ways.iter().position(|&way| way == most).unwrap_or_default(), most)
        };
        for word in &scores[1..] {
            let ways = (0..LABELS)
                .map(|to| first_best((0..LABELS).map(|from| best[from] + step(Some(from), to)).collect()));
            let (from, ways): (Vec<usize>, Vec<i64>) = ways.unzip();
            best = ways.iter().zip(word).map(|(way, &score)| way + i64::from(score)).collect();
            back.push(from);
        }
        let out = |from: usize| match (edges.last, Label(from as u8).may_precede(Label::OUTSIDE)) {
            (_, false) => i64::from(NEVER),
            (true, true) => 0,
            (false, true) => step(Some(from), 0),
        };
        let mut label = first_best((0..LABELS).map(|from| best[from] + out(from)).collect()).0;
        let mut labels = vec![Label(label as u8)];
        for from in back.iter().rev() {
            label = from[label];
            labels.push(Label(label as u8));
        }
        labels.reverse();
        labels
    }

    proptest! {
        /// Small numbers, so that many ways are as good as each other, and large ones, so that many are out of question.
        #[test]
        fn the_best_way_is_found(
            scores in prop::collection::vec(prop::array::uniform21(-4i32..4), 1..9),
            numbers in prop::collection::vec(-4i16..4, (LABELS + 1) * LABELS),
            scale in prop::sample::select(vec![1, 1, 50]),
            (first, last) in any::<(bool, bool)>(),
        ) {
            let scores: Vec<Scores> = scores.iter().map(|word| word.map(|score| score * scale)).collect();
            let bytes: Vec<u8> = numbers.iter().flat_map(|number| number.to_le_bytes()).collect();
            let edges = Edges { first, last };
            let mut labels = vec![Label::OUTSIDE; scores.len()];
            Decoder::default().decode(&scores, edges, &Transitions::new(&bytes), &mut labels);
            prop_assert_eq!(labels, plainly(&scores, edges, &numbers));
        }
    }
}
