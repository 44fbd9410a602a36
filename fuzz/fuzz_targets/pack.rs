//! Loads a pack from any bytes, and annotates with what loads.
//!
//! The magic, the length and the checksum are made right first: without that, no change to a pack would pass them.
#![no_main]

use libfuzzer_sys::fuzz_target;
use manicule_core::{Pack, annotate};
use manicule_fuzz::{FRENCH, invariants, options};

/// Names of the seed's gazetteer, titles, quotation marks and sentences, for each stage that asks the pack.
const TEXT: &str = "Le président Kassym-Jomart Tokaïev et Mme Martin, à Paris (France), ont vu l'ONU jeudi. « Non », \
                    a dit M. Tokaïev à New York.\n\nPARIS ET L'ONU\n\nLa Coupe de France et Le Monde, à Paris, Texas.";

/// The header's length: without it there is nothing to make right.
const HEADER: usize = 24;

fuzz_target!(
    init: assert!(Pack::load(repaired(FRENCH)).is_ok(), "a whole pack stays whole"),
    |bytes: &[u8]| {
        // A pack comes as a file, so the length always fits its 32 bits.
        if let Ok(pack) = Pack::load(repaired(bytes)) {
            invariants::check(TEXT, &annotate(TEXT, options(), Some(&pack)));
        }
    }
);

fn repaired(bytes: &[u8]) -> Vec<u8> {
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

/// As `crates/core/src/lang/pack/hash.rs` computes it; `init` fails when the two differ.
fn checksum(bytes: &[u8]) -> u64 {
    let step = |sum: u64, word: u64| (sum ^ word).wrapping_mul(0xBF58_476D_1CE4_E5B9).rotate_left(29);
    let (words, rest) = bytes.as_chunks::<8>();
    let sum = words
        .iter()
        .fold(0x9E37_79B9_7F4A_7C15 ^ bytes.len() as u64, |sum, word| step(sum, u64::from_le_bytes(*word)));
    rest.iter().fold(sum, |sum, &byte| step(sum, u64::from(byte)))
}
