//! The hash of the pack's tables and checksum. Part of the format: it must never change within a version.

/// Odd constants with well-spread bits (the golden ratio's and splitmix64's).
const K1: u64 = 0x9E37_79B9_7F4A_7C15;
const K2: u64 = 0xBF58_476D_1CE4_E5B9;

/// The 64-bit hash of some bytes (FNV-1a with a final mix).
pub(crate) fn hash(bytes: &[u8]) -> u64 {
    mix(bytes
        .iter()
        .fold(0xCBF2_9CE4_8422_2325, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)))
}

/// A feature: what template it is of and the two values that it joins, all in one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Feature(u64);

impl Feature {
    /// Template and values are any numbers.
    #[inline(always)]
    pub fn new(template: u32, a: u32, b: u32) -> Self {
        let joined = u64::from(a) << 32 | u64::from(b);
        Feature(joined ^ u64::from(template).wrapping_mul(K1))
    }

    /// Its hash, by which the pack knows it.
    #[inline(always)]
    pub fn hash(self) -> u64 {
        mix(self.0.wrapping_mul(K2))
    }
}

/// Spreads the bits of `x` over the whole word; a bijection.
#[inline(always)]
fn mix(x: u64) -> u64 {
    let x = (x ^ (x >> 32)).wrapping_mul(K1);
    let x = (x ^ (x >> 29)).wrapping_mul(K2);
    x ^ (x >> 32)
}

/// The checksum of a pack, eight bytes at a step. Each step is a bijection, so that a change within any eight
/// bytes changes the sum for certain.
pub(crate) fn checksum(bytes: &[u8]) -> u64 {
    let mut sum = K1 ^ bytes.len() as u64;
    let mut chunks = bytes.chunks_exact(8);
    for chunk in &mut chunks {
        let word = chunk.iter().rev().fold(0, |word, &byte| word << 8 | u64::from(byte));
        sum = (sum ^ word).wrapping_mul(K2).rotate_left(29);
    }
    chunks.remainder().iter().fold(sum, |sum, &byte| (sum ^ u64::from(byte)).wrapping_mul(K2).rotate_left(29))
}
