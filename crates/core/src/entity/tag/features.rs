//! From words in their sentence to feature hashes.

use super::run::{Chain, Run};
use super::word::{Shape, Word};
use crate::lang::pack::hash::Feature;

/// The words of one sentence and what the gazetteer says of them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Line<'a> {
    pub words: &'a [Word],
    /// For each word: the kinds of the gazetteer's entry that it is part of, and its place in it; 0 if none.
    pub entries: &'a [u32],
    /// For each word: the run of capitals that it stands in or right beside.
    pub runs: &'a [Run],
    /// For each word: the noun that may govern it.
    pub chains: &'a [Chain],
}

const NONE: Word = Word {
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

/// Gives `emit` every feature of the word at `index`.
pub(crate) fn features(line: &Line, index: usize, coarse: &[u8], mut emit: impl FnMut(Feature)) {
    let word = |offset: isize| -> &Word {
        index.checked_add_signed(offset).and_then(|at| line.words.get(at)).unwrap_or(&NONE)
    };
    let entry = |offset: isize| -> u32 {
        index.checked_add_signed(offset).and_then(|at| line.entries.get(at)).copied().unwrap_or(0)
    };
    let at =
        |position: Option<usize>| -> &Word { position.and_then(|at| line.words.get(at)).unwrap_or(&NONE) };
    let at_entry =
        |position: Option<usize>| position.and_then(|at| line.entries.get(at)).copied().unwrap_or(0);
    let k = |word: &Word| u32::from(coarse.get(usize::from(word.cluster)).copied().unwrap_or(0));
    let c = |word: &Word| u32::from(word.cluster);
    let s = |word: &Word| word.shape as u32;
    let (ll, l, w, r, rr) = (word(-2), word(-1), word(0), word(1), word(2));
    let start = if index == 0 { 1 } else { 0 };
    let mut template = 0;
    let mut add = |a: u32, b: u32| {
        template += 1;
        emit(Feature::new(template, a, b));
    };
    add(0, 0);
    // The words themselves.
    add(w.fold, 0);
    add(l.fold, 0);
    add(r.fold, 0);
    add(ll.fold, 0);
    add(rr.fold, 0);
    add(l.fold, w.fold);
    add(w.fold, r.fold);
    add(l.fold, r.fold);
    add(ll.fold, l.fold);
    add(r.fold, rr.fold);
    add(w.fold, s(w));
    // How they are written.
    add(s(w), start);
    add(s(l), s(w));
    add(s(w), s(r));
    add(join(s(l), s(w)), s(r));
    add(join(s(ll), s(l)), join(s(w), s(r)));
    add(s(w), l.fold);
    add(s(w), r.fold);
    add(w.prefix, s(w));
    for suffix in w.suffixes {
        add(suffix, s(w));
    }
    add(l.suffixes[1], s(w));
    add(r.suffixes[1], s(w));
    // Their clusters.
    add(c(w), s(w));
    add(c(l), s(w));
    add(c(r), s(w));
    add(c(ll), 0);
    add(c(rr), 0);
    add(c(l), c(w));
    add(c(w), c(r));
    add(c(l), c(r));
    add(c(ll), c(l));
    add(c(r), c(rr));
    add(join(u32::from(w.lower_cluster), s(w)), start);
    add(c(w), join(u32::from(w.lower_cluster), start));
    add(c(w), l.fold);
    add(c(w), r.fold);
    add(join(k(l), k(w)), k(r));
    add(join(k(ll), k(l)), k(w));
    add(join(k(r), k(rr)), k(w));
    add(k(w), s(w));
    // What the gazetteer knows.
    let (gl, g, gr) = (entry(-1), entry(0), entry(1));
    add(g, 0);
    add(gl, s(w));
    add(gr, s(w));
    add(g, s(w));
    add(g, c(w));
    add(g, l.fold);
    add(gl, g);
    add(g, gr);
    // The run of capitals around the word.
    let run = line.runs.get(index).copied().unwrap_or_default();
    let part = ((index - run.start).min(3) as u32) << 4 | ((run.end - index).min(4) as u32) << 1 | 1;
    let (before, after) = (at(run.start.checked_sub(1)), at(Some(run.end)));
    let (first, last) = (at(Some(run.start)), at(run.end.checked_sub(1)));
    add(before.fold, part);
    add(after.fold, part);
    add(first.fold, part);
    add(last.fold, part);
    add(c(before), part);
    add(c(after), part);
    add(c(first), part);
    add(c(last), part);
    add(at(run.start.checked_sub(2)).fold, part);
    add(part, s(w));
    add(run.inside, join(s(w), part));
    add(c(first), join(c(last), part));
    add(at_entry(Some(run.start)), part);
    add(at_entry(run.end.checked_sub(1)), part);
    // A capital a few words before: "Organisation du traité".
    if run.anchor > 0 && run.anchor <= index {
        let anchor = at(Some(run.anchor - 1));
        let distance = (index - run.anchor) as u32;
        add(anchor.fold, distance);
        add(c(anchor), distance);
        add(c(anchor), join(c(w), distance));
        add(join(k(anchor), k(w)), k(r));
    }
    nouns(line, index, coarse, emit);
}

/// The features of nouns that names begin with, and of the words that they may govern.
fn nouns(line: &Line, index: usize, coarse: &[u8], mut emit: impl FnMut(Feature)) {
    let chain = line.chains.get(index).copied().unwrap_or_default();
    let word = |offset: isize| -> &Word {
        index.checked_add_signed(offset).and_then(|at| line.words.get(at)).unwrap_or(&NONE)
    };
    let entry = |offset: usize| line.entries.get(index + offset).copied().unwrap_or(0);
    let k = |word: &Word| u32::from(coarse.get(usize::from(word.cluster)).copied().unwrap_or(0));
    let c = |word: &Word| u32::from(word.cluster);
    let s = |word: &Word| word.shape as u32;
    let (l, w, r, rr) = (word(-1), word(0), word(1), word(2));
    let mut template = NOUNS;
    let mut add = |a: u32, b: u32| {
        template += 1;
        emit(Feature::new(template, a, b));
    };
    if w.heads > 0 {
        let own = u32::from(w.heads);
        let ahead = own << 8 | chain.next_capital;
        add(own, s(w));
        add(ahead, s(w));
        add(ahead, w.fold);
        add(own, join(s(w), s(r)));
        add(own, c(r));
        add(own, c(rr));
        add(own, l.fold);
        add(own, join(k(r), k(rr)));
        add(ahead, entry(chain.next_capital as usize));
        add(ahead, l.fold);
    }
    let mut template = GOVERNED;
    let mut add = |a: u32, b: u32| {
        template += 1;
        emit(Feature::new(template, a, b));
    };
    if let Some(head) = chain.head.checked_sub(1).and_then(|at| line.words.get(at)) {
        let distance = (index + 1 - chain.head).min(7) as u32;
        let capital = u32::from(head.is_capital());
        let kind = u32::from(head.heads) << 8 | u32::from(chain.capital) << 4 | chain.lowers.min(3);
        add(kind, s(w));
        add(kind, join(s(w), capital << 4 | distance));
        add(kind, c(w));
        add(kind, join(k(w), k(r)));
        add(kind, join(s(w), s(r)));
        add(kind, r.fold);
        add(kind, l.fold);
        add(kind, join(capital, entry(0)));
        add(head.fold, join(s(w), chain.lowers));
        add(head.fold, distance << 8 | capital);
        add(head.fold, join(u32::from(w.of), s(r)));
        add(kind, join(chain.next_capital, s(w)));
        add(kind << 1 | capital, join(u32::from(l.of), s(w)));
    }
}

/// The templates of [`nouns`] are numbered from these.
const NOUNS: u32 = 200;
const GOVERNED: u32 = 300;

/// Two values in one; the second keeps 16 bits.
fn join(a: u32, b: u32) -> u32 {
    (a << 16) | (b & 0xFFFF)
}
