//! The hash functions of packs. They are part of the format: a change needs a new format version.

/// Odd multipliers with well-mixed bits: the golden ratio's, and one of splitmix64's.
const K1: u64 = 0x9E37_79B9_7F4A_7C15;
const K2: u64 = 0xBF58_476D_1CE4_E5B9;

/// The 64-bit hash of some bytes (FNV-1a with a final mix).
pub(crate) fn hash(bytes: &[u8]) -> u64 {
    let mut hasher = Hasher::default();
    hasher.add(bytes);
    hasher.hash()
}

/// Computes the [`hash`] of bytes that arrive piece by piece.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hasher(u64);

impl Default for Hasher {
    fn default() -> Self {
        Hasher(0xCBF2_9CE4_8422_2325)
    }
}

impl Hasher {
    /// Appends `bytes`.
    pub fn add(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3);
        }
    }

    /// The hash of all bytes so far.
    pub fn hash(self) -> u64 {
        mix(self.0)
    }
}

/// A feature of a word: the number of its template and the two values that it combines, in 64 bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Feature(u64);

impl Feature {
    /// A feature of template number `template` with the values `a` and `b`; any numbers.
    #[inline(always)]
    pub fn new(template: u32, a: u32, b: u32) -> Self {
        let joined = u64::from(a) << 32 | u64::from(b);
        Feature(joined ^ u64::from(template).wrapping_mul(K1))
    }

    /// The hash whose top bits are the feature's key in the pack.
    #[inline(always)]
    pub fn hash(self) -> u64 {
        mix(self.0.wrapping_mul(K2))
    }
}

/// Mixes the bits of `x` into the whole word; a bijection.
#[inline(always)]
fn mix(x: u64) -> u64 {
    let x = (x ^ (x >> 32)).wrapping_mul(K1);
    let x = (x ^ (x >> 29)).wrapping_mul(K2);
    x ^ (x >> 32)
}

/// The checksum of a pack, computed eight bytes at a time. Each step is a bijection, so that a change within any one
/// group of eight bytes always changes the sum.
pub(crate) fn checksum(bytes: &[u8]) -> u64 {
    let mut sum = K1 ^ bytes.len() as u64;
    let mut chunks = bytes.chunks_exact(8);
    for chunk in &mut chunks {
        let word = chunk.iter().rev().fold(0, |word, &byte| word << 8 | u64::from(byte));
        sum = (sum ^ word).wrapping_mul(K2).rotate_left(29);
    }
    chunks.remainder().iter().fold(sum, |sum, &byte| (sum ^ u64::from(byte)).wrapping_mul(K2).rotate_left(29))
}
