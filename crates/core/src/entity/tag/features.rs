//! The features of a word in its sentence. The templates must match those that the model was trained with.

use super::run::{HeadNoun, Run};
use super::weights::Values;
use super::word::{Shape, Word};

/// The words of a sentence and their context.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SentenceWords<'a> {
    pub words: &'a [Word],
    /// For each word: the kinds of the gazetteer entry that it is part of, and its place in it; 0 if none.
    pub entries: &'a [u32],
    /// For each word: the run of capitalised words that it is in; a word outside runs is one by itself.
    pub runs: &'a [Run],
    /// For each word: the head noun that it may belong to.
    pub head_nouns: &'a [HeadNoun],
}

/// The word beyond either end of a sentence.
const NO_WORD: Word = Word {
    fold: 0,
    shape: Shape::Outside,
    prefix: 0,
    suffixes: [0; 3],
    cluster: 0,
    lower_cluster: 0,
    connects: false,
    of: false,
    heads: 0,
};

/// Calls `emit` with the values of all features of the word at `index`, in several groups. Each group comes with the
/// template number of its first feature; the others have the numbers that follow. `coarse` maps clusters to coarse
/// ones.
pub(crate) fn features(
    sentence: &SentenceWords,
    index: usize,
    coarse: &[u8],
    mut emit: impl FnMut(u32, &[Values]),
) {
    let word = |offset: isize| -> &Word {
        index.checked_add_signed(offset).and_then(|at| sentence.words.get(at)).unwrap_or(&NO_WORD)
    };
    let entry = |offset: isize| -> u32 {
        index.checked_add_signed(offset).and_then(|at| sentence.entries.get(at)).copied().unwrap_or(0)
    };
    let at = |position: Option<usize>| -> &Word {
        position.and_then(|at| sentence.words.get(at)).unwrap_or(&NO_WORD)
    };
    let at_entry =
        |position: Option<usize>| position.and_then(|at| sentence.entries.get(at)).copied().unwrap_or(0);
    // Coarse cluster, cluster and shape.
    let k = |word: &Word| u32::from(coarse.get(usize::from(word.cluster)).copied().unwrap_or(0));
    let c = |word: &Word| u32::from(word.cluster);
    let s = |word: &Word| word.shape as u32;
    let (ll, l, w, r, rr) = (word(-2), word(-1), word(0), word(1), word(2));
    let start = if index == 0 { 1 } else { 0 };
    let (gl, g, gr) = (entry(-1), entry(0), entry(1));
    let run = sentence.runs.get(index).copied().unwrap_or_default();
    let part = ((index - run.start).min(3) as u32) << 4 | ((run.end - index).min(4) as u32) << 1 | 1;
    let (before, after) = (at(run.start.checked_sub(1)), at(Some(run.end)));
    let (first, last) = (at(Some(run.start)), at(run.end.checked_sub(1)));
    emit(
        1,
        &[
            (0, 0),
            // Folded words.
            (w.fold, 0),
            (l.fold, 0),
            (r.fold, 0),
            (ll.fold, 0),
            (rr.fold, 0),
            (l.fold, w.fold),
            (w.fold, r.fold),
            (l.fold, r.fold),
            (ll.fold, l.fold),
            (r.fold, rr.fold),
            (w.fold, s(w)),
            // Shapes, prefixes and suffixes.
            (s(w), start),
            (s(l), s(w)),
            (s(w), s(r)),
            (join(s(l), s(w)), s(r)),
            (join(s(ll), s(l)), join(s(w), s(r))),
            (s(w), l.fold),
            (s(w), r.fold),
            (w.prefix, s(w)),
            (w.suffixes[0], s(w)),
            (w.suffixes[1], s(w)),
            (w.suffixes[2], s(w)),
            (l.suffixes[1], s(w)),
            (r.suffixes[1], s(w)),
            // Clusters.
            (c(w), s(w)),
            (c(l), s(w)),
            (c(r), s(w)),
            (c(ll), 0),
            (c(rr), 0),
            (c(l), c(w)),
            (c(w), c(r)),
            (c(l), c(r)),
            (c(ll), c(l)),
            (c(r), c(rr)),
            (join(u32::from(w.lower_cluster), s(w)), start),
            (c(w), join(u32::from(w.lower_cluster), start)),
            (c(w), l.fold),
            (c(w), r.fold),
            (join(k(l), k(w)), k(r)),
            (join(k(ll), k(l)), k(w)),
            (join(k(r), k(rr)), k(w)),
            (k(w), s(w)),
            // Gazetteer entries.
            (g, 0),
            (gl, s(w)),
            (gr, s(w)),
            (g, s(w)),
            (g, c(w)),
            (g, l.fold),
            (gl, g),
            (g, gr),
            // The run of capitalised words around the word.
            (before.fold, part),
            (after.fold, part),
            (first.fold, part),
            (last.fold, part),
            (c(before), part),
            (c(after), part),
            (c(first), part),
            (c(last), part),
            (at(run.start.checked_sub(2)).fold, part),
            (part, s(w)),
            (run.inside, join(s(w), part)),
            (c(first), join(c(last), part)),
            (at_entry(Some(run.start)), part),
            (at_entry(run.end.checked_sub(1)), part),
        ],
    );
    // A capitalised word shortly before: "Organisation du traité".
    if run.anchor > 0 && run.anchor <= index {
        let anchor = at(Some(run.anchor - 1));
        let distance = (index - run.anchor) as u32;
        emit(
            ANCHORED,
            &[
                (anchor.fold, distance),
                (c(anchor), distance),
                (c(anchor), join(c(w), distance)),
                (join(k(anchor), k(w)), k(r)),
            ],
        );
    }
    nouns(sentence, index, coarse, emit);
}

/// The features of head nouns that names begin with, and of the words that may belong to them.
fn nouns(sentence: &SentenceWords, index: usize, coarse: &[u8], mut emit: impl FnMut(u32, &[Values])) {
    let head_noun = sentence.head_nouns.get(index).copied().unwrap_or_default();
    let word = |offset: isize| -> &Word {
        index.checked_add_signed(offset).and_then(|at| sentence.words.get(at)).unwrap_or(&NO_WORD)
    };
    let entry = |offset: usize| sentence.entries.get(index + offset).copied().unwrap_or(0);
    // Coarse cluster, cluster and shape.
    let k = |word: &Word| u32::from(coarse.get(usize::from(word.cluster)).copied().unwrap_or(0));
    let c = |word: &Word| u32::from(word.cluster);
    let s = |word: &Word| word.shape as u32;
    let (l, w, r, rr) = (word(-1), word(0), word(1), word(2));
    if w.heads > 0 {
        let own = u32::from(w.heads);
        let ahead = own << 8 | head_noun.next_capital;
        emit(
            NOUNS,
            &[
                (own, s(w)),
                (ahead, s(w)),
                (ahead, w.fold),
                (own, join(s(w), s(r))),
                (own, c(r)),
                (own, c(rr)),
                (own, l.fold),
                (own, join(k(r), k(rr))),
                (ahead, entry(head_noun.next_capital as usize)),
                (ahead, l.fold),
            ],
        );
    }
    if let Some(head) = head_noun.head.checked_sub(1).and_then(|at| sentence.words.get(at)) {
        let distance = (index + 1 - head_noun.head).min(7) as u32;
        let capital = u32::from(head.is_capital());
        let kind = u32::from(head.heads) << 8 | u32::from(head_noun.capital) << 4 | head_noun.lowers.min(3);
        emit(
            GOVERNED,
            &[
                (kind, s(w)),
                (kind, join(s(w), capital << 4 | distance)),
                (kind, c(w)),
                (kind, join(k(w), k(r))),
                (kind, join(s(w), s(r))),
                (kind, r.fold),
                (kind, l.fold),
                (kind, join(capital, entry(0))),
                (head.fold, join(s(w), head_noun.lowers)),
                (head.fold, distance << 8 | capital),
                (head.fold, join(u32::from(w.of), s(r))),
                (kind, join(head_noun.next_capital, s(w))),
                (kind << 1 | capital, join(u32::from(l.of), s(w))),
            ],
        );
    }
}

/// The numbers of the first templates of the groups that only some words have.
const ANCHORED: u32 = 66;
const NOUNS: u32 = 201;
const GOVERNED: u32 = 301;

/// Combines two values: the low 16 bits of `a` above the low 16 bits of `b`.
fn join(a: u32, b: u32) -> u32 {
    (a << 16) | (b & 0xFFFF)
}
