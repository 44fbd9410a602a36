//! Loads a pack from arbitrary bytes and, if it loads, annotates a text with it.
//!
//! The magic number, length and checksum are corrected first, because otherwise almost every mutated pack would be
//! rejected by them.
#![no_main]

use libfuzzer_sys::fuzz_target;
use manicule_core::{Pack, annotate};
use manicule_fuzz::{FRENCH, invariants, options};

/// A text with names of the seed's gazetteer, titles and quotations, so that every stage that uses the pack runs.
const TEXT: &str = "Le président Kassym-Jomart Tokaïev et Mme Martin, à Paris (France), ont vu l'ONU jeudi. « Non », \
                    a dit M. Tokaïev à New York.\n\nPARIS ET L'ONU\n\nLa Coupe de France et Le Monde, à Paris, Texas.";

/// The length of a pack's header in bytes.
const HEADER: usize = 24;

fuzz_target!(
    init: assert!(Pack::load(with_valid_header(FRENCH)).is_ok(), "the French pack loads after correction"),
    |bytes: &[u8]| {
        // Packs have at most a few megabytes, so the length always fits in 32 bits.
        if let Ok(pack) = Pack::load(with_valid_header(bytes)) {
            invariants::check(TEXT, &annotate(TEXT, options(), Some(&pack)));
        }
    }
);

/// Returns the bytes with a valid magic number, length and checksum.
fn with_valid_header(bytes: &[u8]) -> Vec<u8> {
    let mut pack = bytes.to_vec();
    pack.resize(pack.len().max(HEADER + 8), 0);
    let length = pack.len() as u32;
    pack[..8].copy_from_slice(b"MANICULE");
    pack[16..20].copy_from_slice(&length.to_le_bytes());
    let body = pack.len() - 8;
    let sum = checksum(&pack[..body]);
    pack[body..].copy_from_slice(&sum.to_le_bytes());
    pack
}

/// The checksum of `crates/core/src/lang/pack/hash.rs`. `init` fails if this copy differs.
fn checksum(bytes: &[u8]) -> u64 {
    let step = |sum: u64, word: u64| (sum ^ word).wrapping_mul(0xBF58_476D_1CE4_E5B9).rotate_left(29);
    let (words, rest) = bytes.as_chunks::<8>();
    let sum = words
        .iter()
        .fold(0x9E37_79B9_7F4A_7C15 ^ bytes.len() as u64, |sum, word| step(sum, u64::from_le_bytes(*word)));
    rest.iter().fold(sum, |sum, &byte| step(sum, u64::from(byte)))
}
