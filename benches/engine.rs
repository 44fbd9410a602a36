//! What the engine costs: articles with and without names, by length, and texts made to be hard.
//!
//! All figures are per byte of text, so that rows compare: a long article must cost a byte what a short one does, and
//! hostile text at most twice what prose does.

#![allow(missing_docs)]

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use manicule_core::{Options, Pack, annotate};

const SAMPLE: &str = include_str!("../articles/kazakhstan-janvier-2022.fr.txt");

/// Bytes of the long texts.
const LONG: usize = 1_000_000;

fn main() {
    divan::main();
}

fn pack() -> Pack {
    Pack::load(include_bytes!("../packs/fr.pack").to_vec()).expect("the pack of this checkout is whole")
}

/// `piece` again and again, at least `length` bytes.
fn repeated(piece: &str, length: usize) -> String {
    piece.repeat(length.div_ceil(piece.len()))
}

/// The sample, once and as a wire of a megabyte.
#[divan::bench(args = [SAMPLE.len(), LONG], sample_count = 20)]
fn with_names(bencher: Bencher, length: usize) {
    let (text, pack) = (repeated(SAMPLE, length), pack());
    bencher
        .counter(BytesCount::of_str(&text))
        .bench_local(|| annotate(black_box(&text), Options::default(), Some(&pack)));
}

/// Without a pack there are links and figures alone.
#[divan::bench(args = [SAMPLE.len(), LONG], sample_count = 20)]
fn without_names(bencher: Bencher, length: usize) {
    let text = repeated(SAMPLE, length);
    bencher
        .counter(BytesCount::of_str(&text))
        .bench_local(|| annotate(black_box(&text), Options::default(), None));
}

/// A megabyte of what figures, names or quotes are made of and prose is not.
#[divan::bench(
    args = [
        "1", "1 ", ",", "1,", "vingt-", "vingt ", "de 12 à ", "jeudi ", "le 3 ", "du 3 au ", "deux mille ", "12h12h",
        "14h UTC+2 ", "https://", "l'", "A", "«", ".", "« a » : ", "le film « A » de Jean Roche, ",
    ],
    sample_count = 3
)]
fn hostile(bencher: Bencher, piece: &str) {
    let (text, pack) = (repeated(piece, LONG), pack());
    bencher
        .counter(BytesCount::of_str(&text))
        .bench_local(|| annotate(black_box(&text), Options::default(), Some(&pack)));
}
