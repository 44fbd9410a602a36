//! Throughput of the engine on articles with and without names, of different sizes, and on hostile texts.
//!
//! Results are in bytes per second, so that rows can be compared: the time per byte of a long article should be that
//! of a short one, and that of hostile text at most twice that of prose.

#![allow(missing_docs)]

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use manicule_core::{Options, Pack, annotate};

const SAMPLE: &str = include_str!("../articles/kazakhstan-janvier-2022.fr.txt");

/// Size of the long texts, in bytes.
const LONG: usize = 1_000_000;

fn main() {
    divan::main();
}

fn pack() -> Pack {
    Pack::load(include_bytes!("../packs/fr.pack").to_vec()).expect("packs/fr.pack is a valid pack")
}

/// Repeats `piece` until the text has at least `length` bytes.
fn repeated(piece: &str, length: usize) -> String {
    piece.repeat(length.div_ceil(piece.len()))
}

/// The sample article, once and repeated to a megabyte.
#[divan::bench(args = [SAMPLE.len(), LONG], sample_count = 20)]
fn with_names(bencher: Bencher, length: usize) {
    let (text, pack) = (repeated(SAMPLE, length), pack());
    bencher
        .counter(BytesCount::of_str(&text))
        .bench_local(|| annotate(black_box(&text), Options::default(), Some(&pack)));
}

/// The same texts without a pack, so that only links, figures and quotes are found.
#[divan::bench(args = [SAMPLE.len(), LONG], sample_count = 20)]
fn without_names(bencher: Bencher, length: usize) {
    let text = repeated(SAMPLE, length);
    bencher
        .counter(BytesCount::of_str(&text))
        .bench_local(|| annotate(black_box(&text), Options::default(), None));
}

/// A megabyte of one repeated piece of figures, names or quotes, as does not occur in prose.
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
