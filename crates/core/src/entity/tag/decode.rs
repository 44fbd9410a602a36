//! Viterbi decoding of label sequences. Scores are integers so that every machine finds the same sequence.

use super::label::{CLASSES, LABELS, Label};

/// The score of each label for one word.
pub(crate) type Scores = [i32; LABELS];

/// The score of a forbidden label: low enough that no other score outweighs it, and far from overflow.
const FORBIDDEN: i32 = i32::MIN / 4;

/// The number of labels that can be at the boundary of a name: outside, and two for each class.
const BOUNDARY_LABELS: usize = 1 + 2 * CLASSES.len();

/// The scores of the allowed transitions between labels: those between two names or outside names, by the labels'
/// indices in [`ENDS`] and [`BEGINS`], and those within a name, by class and part.
#[derive(Clone, Debug)]
pub(crate) struct Transitions {
    /// From the start of a sentence to each of `BEGINS`.
    start: [i32; BOUNDARY_LABELS],
    /// From each of `ENDS` to each of `BEGINS`.
    between: [[i32; BOUNDARY_LABELS]; BOUNDARY_LABELS],
    /// The minimum and the maximum of each row of `between`.
    least: [i32; BOUNDARY_LABELS],
    most: [i32; BOUNDARY_LABELS],
    /// For each class: from a first or an inner word (first index) to an inner or a last word (second index).
    within: [[[i32; 2]; 2]; CLASSES.len()],
}

/// The labels after which no name continues, ascending: outside, and the last and the only word of each class.
const ENDS: [u8; BOUNDARY_LABELS] = bounds(3);
/// The labels that do not continue a name, ascending: outside, and the first and the only word of each class.
const BEGINS: [u8; BOUNDARY_LABELS] = bounds(1);

/// The label for outside, and two of the four labels of each class: `label`, given for the first class, and the one for
/// the only word.
const fn bounds(label: u8) -> [u8; BOUNDARY_LABELS] {
    let mut bounds = [0; BOUNDARY_LABELS];
    let mut at = 1;
    while at < BOUNDARY_LABELS {
        bounds[at] = label + 2 * (at as u8 - 1);
        bounds[at + 1] = 4 + 2 * (at as u8 - 1);
        at += 2;
    }
    bounds
}

impl Transitions {
    /// Reads `(LABELS + 1) * LABELS` little-endian 16-bit integers: the scores from each label to each label, then
    /// those from the sentence's start to each label. Missing numbers are read as 0.
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

/// Whether the words to decode include the sentence's first and its last word; if not, the word beyond is outside
/// names.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Edges {
    pub first: bool,
    pub last: bool,
}

/// The scores of the best paths to each label of a word.
#[derive(Clone, Copy, Debug)]
struct PathScores {
    /// To each of [`ENDS`].
    ends: [i32; BOUNDARY_LABELS],
    /// To the first and to an inner word of a name, for each class.
    open: [[i32; 2]; CLASSES.len()],
}

impl PathScores {
    /// Adds a word's own scores to those of the best transitions to it: to each of [`BEGINS`], and for each class to an
    /// inner and a last word.
    fn new(begins: &[i32; BOUNDARY_LABELS], goes_on: &[[i32; 2]; CLASSES.len()], word: &Scores) -> Self {
        let mut ways =
            PathScores { ends: [begins[0] + word[0]; BOUNDARY_LABELS], open: [[0; 2]; CLASSES.len()] };
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

/// Decodes label sequences. It keeps its buffer between calls to save allocations.
#[derive(Clone, Debug, Default)]
pub(crate) struct Decoder {
    /// For each word but the first: for each label, the label of the previous word on the best path to it.
    back: Vec<[u8; LABELS]>,
}

impl Decoder {
    /// Writes the best sequence of labels for words with these scores to `labels`, which has as many elements (Viterbi
    /// algorithm). Of paths with the same score, the one through the lower label is chosen.
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
        let mut ways = PathScores::new(start, &[[FORBIDDEN; 2]; CLASSES.len()], first);
        for word in rest {
            let (begins, goes_on, back) = transitions.step(&ways);
            ways = PathScores::new(&begins, &goes_on, word);
            self.back.push(back);
        }
        // A name may not be incomplete at the end.
        let out = |end: usize| if edges.last { 0 } else { transitions.between[end][0] };
        let best =
            (0..BOUNDARY_LABELS).max_by_key(|&end| (ways.ends[end] + out(end), std::cmp::Reverse(end)));
        let mut label = best.map_or(0, |end| ENDS[end]);
        let back = self.back.iter().rev().map(Some).chain([None]);
        for (to, back) in labels.iter_mut().rev().zip(back) {
            *to = Label(label);
            label = back.map_or(0, |back| back[usize::from(label)]);
        }
    }
}

impl Transitions {
    /// The best transitions from the labels of a word with these path scores: their scores to each of [`BEGINS`], their
    /// scores to an inner and a last word of each class, and for each label the label that the best one comes from.
    fn step(&self, ways: &PathScores) -> ([i32; BOUNDARY_LABELS], [[i32; 2]; CLASSES.len()], [u8; LABELS]) {
        let mut back = [0; LABELS];
        let mut begins = [i32::MIN; BOUNDARY_LABELS];
        let mut from = [0; BOUNDARY_LABELS];
        // Usually one end scores so much more than most others that no transition makes up for it: skip those.
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

    /// A reference decoder that tries every transition and checks each with [`Label::may_precede`].
    fn decode_naively(scores: &[Scores], edges: Edges, numbers: &[i16]) -> Vec<Label> {
        let step = |from: Option<usize>, to: usize| {
            let allowed = Label(from.unwrap_or(0) as u8).may_precede(Label(to as u8));
            let score = i64::from(numbers[from.unwrap_or(LABELS) * LABELS + to]);
            if allowed { score } else { i64::from(FORBIDDEN) }
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
            (_, false) => i64::from(FORBIDDEN),
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
        /// Small numbers cause ties between paths, and large ones make the decoder skip transitions.
        #[test]
        fn the_best_path_is_found(
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
            prop_assert_eq!(labels, decode_naively(&scores, edges, &numbers));
        }
    }
}
