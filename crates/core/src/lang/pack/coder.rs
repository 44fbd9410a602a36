//! An adaptive binary arithmetic coder.
//!
//! Each yes-or-no decision is coded with a probability learned from the earlier decisions of the same kind, in close to
//! its information content (Witten, Neal and Cleary, "Arithmetic Coding for Data Compression", 1987; the arrangement
//! with two 32-bit bounds and no carry is that of Mahoney's lpaq, 2007).
//!
//! What is coded is described once, over [`Coder`]: the encoder writes the values that it is given and returns them,
//! the decoder ignores the values that it is given and returns those that it reads.

/// The adaptive probability that a decision is true: 22 bits of probability over 10 bits that count the decisions so
/// far, up to [`MOST_COUNTED`].
#[derive(Clone, Copy, Debug)]
pub(super) struct Bit(u32);

impl Bit {
    /// Nothing seen yet: true and false are equally probable.
    pub const NEW: Bit = Bit(1 << 31);

    /// The probability of true in 1/65536, never 0 nor 1.
    #[inline(always)]
    fn probability(self) -> u32 {
        (self.0 >> 16).clamp(16, 65536 - 16)
    }

    /// Moves the probability towards `value`, by less the more has been seen.
    #[inline(always)]
    fn learn(&mut self, value: bool) {
        let (count, probability) = (self.0 & 1023, self.0 >> 10);
        let target = if value { (1 << 22) - 1 } else { 0 };
        let step = i64::from(target - probability as i32) * i64::from(RATES[count as usize]) >> 16;
        let probability = (probability as i32 + step as i32) as u32;
        self.0 = probability << 10 | (count + 1).min(MOST_COUNTED as u32);
    }
}

/// After so many decisions, older ones begin to be forgotten.
const MOST_COUNTED: usize = 255;

/// How far a probability moves after so many decisions, in 1/65536: 1 / (count + 1.5).
const RATES: [u16; 1024] = {
    let mut rates = [0; 1024];
    let mut count = 0;
    while count < rates.len() {
        rates[count] = (131_072 / (2 * count + 3)) as u16;
        count += 1;
    }
    rates
};

/// Codes values in a fixed order; see the module.
pub(super) trait Coder {
    /// One decision, with its adaptive probability.
    fn bit(&mut self, bit: &mut Bit, value: bool) -> bool;

    /// A number of `count` bits, all equally probable.
    fn plain(&mut self, count: u32, value: u32) -> u32;

    /// A number of `count` bits, the highest first, each with a probability that depends on those before. `bits` has
    /// 1 << `count` probabilities.
    #[inline(always)]
    fn tree(&mut self, bits: &mut [Bit], count: u32, value: u32) -> u32 {
        let mut node = 1;
        for shift in (0..count).rev() {
            let is_set = self.bit(&mut bits[node as usize], value >> shift & 1 == 1);
            node = node << 1 | u32::from(is_set);
        }
        node - (1 << count)
    }

    /// A number below 1 << [`NUMBER_BITS`], small ones in fewer bits: first the length of the number plus one, in
    /// unary, then its bits after the leading one (Elias's gamma code), the first [`HEAD_BITS`] of them adaptive.
    /// `bits` has [`NUMBER`] probabilities.
    #[inline(always)]
    fn number(&mut self, bits: &mut [Bit], value: u32) -> u32 {
        let coded = value.wrapping_add(1);
        let length = 31u32.saturating_sub(coded.leading_zeros());
        let mut count = 0;
        while count < NUMBER_BITS && self.bit(&mut bits[count as usize], count < length) {
            count += 1;
        }
        let head = count.min(HEAD_BITS);
        let tail = count - head;
        let heads = &mut bits[(NUMBER_BITS + (count << HEAD_BITS)) as usize..];
        let mut number = 1 << head | self.tree(heads, head, coded >> tail & ((1 << head) - 1));
        number = number << tail | self.plain(tail, coded & ((1 << tail) - 1));
        number - 1
    }
}

const NUMBER_BITS: u32 = 24;
const HEAD_BITS: u32 = 3;
/// How many probabilities [`Coder::number`] needs.
pub(super) const NUMBER: usize = (NUMBER_BITS + (NUMBER_BITS + 1 << HEAD_BITS)) as usize;

/// Reads what an [`Encoder`] wrote. Beyond the end of its bytes it reads zeros, which [`Decoder::is_whole`] reports.
#[derive(Debug)]
pub(super) struct Decoder<'b> {
    bytes: &'b [u8],
    /// How many bytes were read, those beyond the end included.
    at: usize,
    low: u32,
    high: u32,
    code: u32,
}

impl<'b> Decoder<'b> {
    /// Begins with the first of `bytes`.
    pub fn new(bytes: &'b [u8]) -> Self {
        let mut decoder = Decoder { bytes, at: 0, low: 0, high: u32::MAX, code: 0 };
        (0..4).for_each(|_| decoder.shift());
        decoder
    }

    /// Whether exactly the bytes that there are were read.
    pub fn is_whole(&self) -> bool {
        self.at == self.bytes.len()
    }

    #[inline(always)]
    fn shift(&mut self) {
        self.code = self.code << 8 | u32::from(self.bytes.get(self.at).copied().unwrap_or(0));
        self.at += 1;
    }

    /// Decides between the values up to `middle`, for true, and those above.
    #[inline(always)]
    fn decide(&mut self, middle: u32) -> bool {
        let value = self.code <= middle;
        if value {
            self.high = middle;
        } else {
            self.low = middle + 1;
        }
        while (self.low ^ self.high) >> 24 == 0 {
            self.low <<= 8;
            self.high = self.high << 8 | 0xFF;
            self.shift();
        }
        value
    }
}

/// The last value below which a decision of this probability is true. It is at least `low` and less than `high`.
#[inline(always)]
fn middle(low: u32, high: u32, probability: u32) -> u32 {
    low + (u64::from(high - low) * u64::from(probability) >> 16) as u32
}

impl Coder for Decoder<'_> {
    #[inline(always)]
    fn bit(&mut self, bit: &mut Bit, _: bool) -> bool {
        let value = self.decide(middle(self.low, self.high, bit.probability()));
        bit.learn(value);
        value
    }

    #[inline(always)]
    fn plain(&mut self, count: u32, _: u32) -> u32 {
        (0..count)
            .fold(0, |number, _| number << 1 | u32::from(self.decide(middle(self.low, self.high, 1 << 15))))
    }
}

/// Writes decisions into bytes.
#[cfg(any(test, feature = "train"))]
#[derive(Debug)]
pub(super) struct Encoder {
    bytes: Vec<u8>,
    low: u32,
    high: u32,
}

#[cfg(any(test, feature = "train"))]
impl Encoder {
    /// Appends to `bytes`.
    pub fn new(bytes: Vec<u8>) -> Self {
        Encoder { bytes, low: 0, high: u32::MAX }
    }

    /// All bytes, the four last of which let the decoder read as many as there are.
    pub fn finish(mut self) -> Vec<u8> {
        self.bytes.extend(self.low.to_be_bytes());
        self.bytes
    }

    fn decide(&mut self, middle: u32, value: bool) {
        if value {
            self.high = middle;
        } else {
            self.low = middle + 1;
        }
        while (self.low ^ self.high) >> 24 == 0 {
            self.bytes.push((self.high >> 24) as u8);
            self.low <<= 8;
            self.high = self.high << 8 | 0xFF;
        }
    }
}

#[cfg(any(test, feature = "train"))]
impl Coder for Encoder {
    fn bit(&mut self, bit: &mut Bit, value: bool) -> bool {
        self.decide(middle(self.low, self.high, bit.probability()), value);
        bit.learn(value);
        value
    }

    fn plain(&mut self, count: u32, value: u32) -> u32 {
        for shift in (0..count).rev() {
            self.decide(middle(self.low, self.high, 1 << 15), value >> shift & 1 == 1);
        }
        value
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Codes `values`, each in three ways: 9 bits in a tree, the whole as a number, 5 bits plainly.
    fn code(coder: &mut impl Coder, values: &[u32]) -> Vec<[u32; 3]> {
        let (mut tree, mut number) = ([Bit::NEW; 512], [Bit::NEW; NUMBER]);
        let mut code = |&value: &u32| {
            [
                coder.tree(&mut tree, 9, value & 511),
                coder.number(&mut number, value),
                coder.plain(5, value & 31),
            ]
        };
        values.iter().map(&mut code).collect()
    }

    /// Numbers of all lengths, the largest included, in runs that make probabilities extreme.
    fn values() -> impl Strategy<Value = Vec<u32>> {
        let value = prop_oneof![
            0u32..4,
            (0u32..24, any::<u32>()).prop_map(|(length, bits)| bits >> (8 + length)),
            Just((1 << 24) - 1)
        ];
        prop::collection::vec((value, prop_oneof![3 => 1usize..3, 1 => 1usize..600]), 0..40)
            .prop_map(|runs| runs.into_iter().flat_map(|(value, count)| vec![value; count]).collect())
    }

    proptest! {
        #[test]
        fn what_was_encoded_is_decoded(values in values()) {
            let mut encoder = Encoder::new(Vec::new());
            let written = code(&mut encoder, &values);
            prop_assert!(written.iter().zip(&values).all(|(written, value)| written[1] == *value));
            let bytes = encoder.finish();
            let mut decoder = Decoder::new(&bytes);
            prop_assert_eq!(code(&mut decoder, &vec![0; values.len()]), written);
            prop_assert!(decoder.is_whole());
        }

        #[test]
        fn bytes_missing_or_left_over_are_noticed(values in values(), cut in 1usize..8) {
            let mut encoder = Encoder::new(Vec::new());
            code(&mut encoder, &values);
            let mut bytes = encoder.finish();
            bytes.push(0);
            let mut decoder = Decoder::new(&bytes);
            code(&mut decoder, &values);
            prop_assert!(!decoder.is_whole());
            bytes.truncate(bytes.len().saturating_sub(1 + cut));
            let mut decoder = Decoder::new(&bytes);
            code(&mut decoder, &values);
            prop_assert!(!decoder.is_whole());
        }

        #[test]
        fn arbitrary_bytes_are_decoded_to_something(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            for values in code(&mut Decoder::new(&bytes), &[0; 300]) {
                prop_assert!(values[0] < 512 && values[1] < 1 << 25 && values[2] < 32);
            }
        }
    }

    #[test]
    fn rare_decisions_cost_little() {
        let (mut encoder, mut bit) = (Encoder::new(Vec::new()), Bit::NEW);
        (0..10_000).for_each(|number| _ = encoder.bit(&mut bit, number % 100 == 0));
        // The entropy is 101 bytes.
        let bytes = encoder.finish().len();
        assert!(bytes < 112, "{bytes} bytes");
    }
}
