//! The entropy coder of the pack's larger sections.
//!
//! Values are either symbols, coded with fixed frequencies by the context in which they occur, or bits that no model
//! would shorten. Symbols are coded by a range variant of asymmetric numeral systems (Duda, "Asymmetric numeral
//! systems", 2013; the arrangement is that of Giesen's `rans_byte`), which decodes a symbol in a few nanoseconds.
//!
//! The bytes: the length of the plain bits in bytes (4 bytes), the plain bits, which begin with the frequencies, and the
//! symbols.
//!
//! What is coded is described once, over [`Coder`]: the encoder takes the values that it is given and returns them, the
//! decoder ignores the values that it is given and returns those that it reads.

/// Codes values in a fixed order; see the module.
pub(super) trait Coder {
    /// A symbol in a context. A decoded symbol is within the context's alphabet.
    fn symbol(&mut self, context: usize, symbol: usize) -> usize;

    /// A number of `count` bits, at most 24.
    fn plain(&mut self, count: u32, value: u32) -> u32;

    /// A number with a Golomb-Rice code: its bits above the `low` lowest ones in unary. It is best for numbers that
    /// are about 1 << `low` on average and the less frequent the larger.
    fn rice(&mut self, low: u32, value: u32) -> u32;
}

/// Groups of contexts: how many contexts each has, and how many symbols.
pub(super) type Layout = [(usize, usize)];

/// Bits of a frequency: those of a context's symbols add up to 1 << `SCALE`.
const SCALE: u32 = 12;
/// Slots are found by their highest bits, and from there on in order.
const BUCKETS: usize = 64;
/// The least state of the symbols' coder.
const LEAST_STATE: u32 = 1 << 23;

/// A symbol that occurs in a context, and the first of its slots; the next symbol's are after it.
#[derive(Clone, Copy, Debug)]
struct Slots {
    start: u16,
    symbol: u16,
}

/// The symbols of all contexts.
#[derive(Debug)]
struct Tables {
    /// For each context the number of its table; 0 for one that does not occur.
    contexts: Vec<u16>,
    /// For each table and bucket, the index of the last symbol that starts at or before it.
    buckets: Vec<[u32; BUCKETS]>,
    /// The symbols of each table, and one that starts where its slots end.
    slots: Vec<Slots>,
}

impl Tables {
    /// Tables for so many contexts, in all of which symbol 0 alone occurs.
    fn new(contexts: usize) -> Self {
        let mut tables = Tables { contexts: vec![0; contexts], buckets: Vec::new(), slots: Vec::new() };
        tables.add(&[(0, 1)]);
        tables
    }

    /// Adds a table of symbols, rising, and their counts, not 0; at least one and at most 1 << `SCALE` of them.
    fn add(&mut self, counts: &[(u16, u32)]) {
        let total: u64 = counts.iter().map(|&(_, count)| u64::from(count)).sum();
        let share = |&(_, count): &(u16, u32)| ((u64::from(count) << SCALE) / total).max(1) as u32;
        let mut shares: Vec<u32> = counts.iter().map(share).collect();
        // What rounding left over is the most frequent symbol's, and what it took is taken from the most frequent.
        let mut sum: u32 = shares.iter().sum();
        while sum != 1 << SCALE {
            let Some(most) = shares.iter_mut().max() else { return };
            let new = (*most + (1 << SCALE)).saturating_sub(sum).max(1);
            sum = sum + new - *most;
            *most = new;
        }
        let first = self.slots.len();
        let mut start = 0;
        for (&(symbol, _), share) in counts.iter().zip(shares) {
            self.slots.push(Slots { start, symbol });
            start += share as u16;
        }
        self.slots.push(Slots { start, symbol: 0 });
        let mut at = first;
        self.buckets.push(std::array::from_fn(|bucket| {
            let slot = (bucket << SCALE) / BUCKETS;
            while usize::from(self.slots[at + 1].start) <= slot {
                at += 1;
            }
            at as u32
        }));
    }
}

/// Reads what an [`Encoder`] wrote. Beyond the end of its bytes it reads zeros, which [`Decoder::is_whole`] reports.
#[derive(Debug)]
pub(super) struct Decoder<'b> {
    plain: Bits<'b>,
    tables: Tables,
    symbols: &'b [u8],
    /// How many bytes of symbols were read, those beyond the end included.
    at: usize,
    state: u32,
}

impl<'b> Decoder<'b> {
    /// Begins with the first of `bytes`, unless they are malformed.
    pub fn new(bytes: &'b [u8], layout: &Layout) -> Option<Self> {
        let (length, rest) = bytes.split_first_chunk()?;
        let (plain, symbols) = rest.split_at_checked(u32::from_le_bytes(*length) as usize)?;
        let mut plain = Bits { bytes: plain, at: 0, bits: 0, count: 0 };
        let tables = plain.tables(layout)?;
        let (state, symbols) = symbols.split_first_chunk()?;
        Some(Decoder { plain, tables, symbols, at: 0, state: u32::from_be_bytes(*state) })
    }

    /// Whether exactly the bytes that there are were read.
    pub fn is_whole(&self) -> bool {
        let plain = 8 * self.plain.at - self.plain.count as usize;
        plain.div_ceil(8) == self.plain.bytes.len()
            && self.at == self.symbols.len()
            && self.state == LEAST_STATE
    }
}

impl Coder for Decoder<'_> {
    #[inline(always)]
    fn symbol(&mut self, context: usize, _: usize) -> usize {
        let slot = self.state & ((1 << SCALE) - 1);
        let buckets = &self.tables.buckets[usize::from(self.tables.contexts[context])];
        let mut at = buckets[slot as usize >> (SCALE - BUCKETS.trailing_zeros())] as usize;
        while u32::from(self.tables.slots[at + 1].start) <= slot {
            at += 1;
        }
        let [this, next] = [self.tables.slots[at], self.tables.slots[at + 1]];
        let start = u32::from(this.start);
        self.state =
            (u32::from(next.start) - start).wrapping_mul(self.state >> SCALE).wrapping_add(slot - start);
        while self.state < LEAST_STATE && self.at < self.symbols.len() + 4 {
            self.state = self.state << 8 | u32::from(self.symbols.get(self.at).copied().unwrap_or(0));
            self.at += 1;
        }
        usize::from(this.symbol)
    }

    #[inline(always)]
    fn plain(&mut self, count: u32, _: u32) -> u32 {
        self.plain.take(count)
    }

    #[inline(always)]
    fn rice(&mut self, low: u32, _: u32) -> u32 {
        let high = self.plain.ones();
        high.wrapping_shl(low) | self.plain.take(low)
    }
}

/// Reads bits, the lowest of each byte first.
#[derive(Debug)]
struct Bits<'b> {
    bytes: &'b [u8],
    /// How many bytes were read, zeros beyond the end included.
    at: usize,
    bits: u64,
    count: u32,
}

impl Bits<'_> {
    #[inline(always)]
    fn fill(&mut self) {
        while self.count <= 56 {
            self.bits |= u64::from(self.bytes.get(self.at).copied().unwrap_or(0)) << self.count;
            self.at += 1;
            self.count += 8;
        }
    }

    #[inline(always)]
    fn drop(&mut self, count: u32) {
        self.bits >>= count;
        self.count -= count;
    }

    #[inline(always)]
    fn take(&mut self, count: u32) -> u32 {
        self.fill();
        let value = (self.bits & ((1 << count) - 1)) as u32;
        self.drop(count);
        value
    }

    /// How many ones there are before the next zero.
    #[inline(always)]
    fn ones(&mut self) -> u32 {
        let mut all = 0;
        loop {
            self.fill();
            let ones = self.bits.trailing_ones().min(self.count - 1);
            all += ones;
            self.drop(ones);
            if self.bits & 1 == 0 {
                self.drop(1);
                return all;
            }
        }
    }

    /// A number of 1 or more, less than 1 << 24, in Elias's gamma code.
    fn gamma(&mut self) -> Option<u32> {
        let length = self.ones();
        (length < 24).then(|| 1 << length | self.take(length))
    }

    /// Reads the tables of contexts in this layout: how many occur, and of each its distance from the last one, the
    /// number of symbols, and of each of these its distance from the last one and its count.
    fn tables(&mut self, layout: &Layout) -> Option<Tables> {
        let alphabets: Vec<usize> =
            layout.iter().flat_map(|&(count, symbols)| vec![symbols; count]).collect();
        let mut tables = Tables::new(alphabets.len());
        let mut next = 0;
        let mut counts = Vec::new();
        for table in 1..self.gamma()? {
            let context = next + self.gamma()? as usize - 1;
            next = context + 1;
            let alphabet = *alphabets.get(context)?;
            counts.clear();
            let mut least = 0;
            for _ in 0..self.gamma()? {
                let symbol = least + self.gamma()? as usize - 1;
                if symbol >= alphabet.min(1 << SCALE) {
                    return None;
                }
                least = symbol + 1;
                counts.push((symbol as u16, self.gamma()?));
            }
            tables.contexts[context] = u16::try_from(table).ok()?;
            tables.add(&counts);
        }
        Some(tables)
    }
}

#[cfg(any(test, feature = "train"))]
pub(super) use encoder::Encoder;

#[cfg(any(test, feature = "train"))]
mod encoder {
    use super::{Coder, LEAST_STATE, SCALE, Tables};
    use std::collections::BTreeMap;

    /// Collects values, of which it knows the frequencies in the end.
    #[derive(Debug, Default)]
    pub(in super::super) struct Encoder {
        /// Contexts and symbols.
        symbols: Vec<(usize, u16)>,
        /// Values of so many bits.
        plain: Vec<(u32, u32)>,
    }

    impl Encoder {
        /// The bytes of all values so far.
        pub fn finish(self) -> Vec<u8> {
            let mut counts: BTreeMap<usize, BTreeMap<u16, u32>> = BTreeMap::new();
            for &(context, symbol) in &self.symbols {
                *counts.entry(context).or_default().entry(symbol).or_default() += 1;
            }
            let mut bits = Writer::default();
            let mut tables = Tables::new(counts.last_key_value().map_or(0, |(context, _)| context + 1));
            bits.gamma(counts.len() as u32 + 1);
            let mut next = 0;
            for (table, (&context, counts)) in counts.iter().enumerate() {
                let total: u64 = counts.values().copied().map(u64::from).sum();
                // Greater counts would be no more exact, and longer.
                let scaled = |count: u32| match total > 1 << SCALE {
                    true => ((u64::from(count) << SCALE) / total).max(1) as u32,
                    false => count,
                };
                let counts: Vec<(u16, u32)> =
                    counts.iter().map(|(&symbol, &count)| (symbol, scaled(count))).collect();
                bits.gamma((context - next + 1) as u32);
                next = context + 1;
                bits.gamma(counts.len() as u32);
                let mut least = 0;
                for &(symbol, count) in &counts {
                    bits.gamma(u32::from(symbol - least) + 1);
                    bits.gamma(count);
                    least = symbol + 1;
                }
                tables.contexts[context] = table as u16 + 1;
                tables.add(&counts);
            }
            self.plain.iter().for_each(|&(count, value)| bits.put(count, value));
            let plain = bits.finish();
            [&(plain.len() as u32).to_le_bytes(), &plain[..], &symbols(&self.symbols, &tables)].concat()
        }
    }

    /// Encodes symbols, the last one first, so that they are decoded in order.
    fn symbols(symbols: &[(usize, u16)], tables: &Tables) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut state = LEAST_STATE;
        for &(context, symbol) in symbols.iter().rev() {
            let first = tables.buckets[usize::from(tables.contexts[context])][0] as usize;
            let within = tables.slots[first..].iter().position(|slots| slots.symbol == symbol);
            let at = first + within.expect("every symbol was counted");
            let start = u32::from(tables.slots[at].start);
            let share = u32::from(tables.slots[at + 1].start) - start;
            while u64::from(state) >= u64::from(LEAST_STATE >> SCALE << 8) * u64::from(share) {
                bytes.push(state as u8);
                state >>= 8;
            }
            state = (state / share) << SCALE | (state % share + start);
        }
        bytes.extend(state.to_le_bytes());
        bytes.reverse();
        bytes
    }

    impl Coder for Encoder {
        fn symbol(&mut self, context: usize, symbol: usize) -> usize {
            self.symbols.push((context, symbol as u16));
            symbol
        }

        fn plain(&mut self, count: u32, value: u32) -> u32 {
            self.plain.push((count, value));
            value
        }

        fn rice(&mut self, low: u32, value: u32) -> u32 {
            (0..value >> low).for_each(|_| self.plain.push((1, 1)));
            self.plain.push((1, 0));
            self.plain.push((low, value & ((1 << low) - 1)));
            value
        }
    }

    #[derive(Default)]
    struct Writer {
        bytes: Vec<u8>,
        bits: u64,
        count: u32,
    }

    impl Writer {
        fn put(&mut self, count: u32, value: u32) {
            self.bits |= u64::from(value) << self.count;
            self.count += count;
            while self.count >= 8 {
                self.bytes.push(self.bits as u8);
                self.bits >>= 8;
                self.count -= 8;
            }
        }

        fn gamma(&mut self, value: u32) {
            let length = value.ilog2();
            (0..length).for_each(|_| self.put(1, 1));
            self.put(1, 0);
            self.put(length, value & ((1 << length) - 1));
        }

        fn finish(mut self) -> Vec<u8> {
            if self.count > 0 {
                self.bytes.push(self.bits as u8);
            }
            self.bytes
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const LAYOUT: &Layout = &[(4, 300), (2, 1)];

    /// Codes `values`, each in all ways, in contexts that depend on the values before.
    fn code(coder: &mut impl Coder, values: &[u32]) -> Vec<[u32; 4]> {
        let mut context = 0;
        let mut code = |&value: &u32| {
            let symbol = coder.symbol(context, value as usize % 300);
            context = symbol % 4;
            let only = coder.symbol(5, 0);
            [symbol as u32, only as u32, coder.plain(24, value), coder.rice(18, value)]
        };
        values.iter().map(&mut code).collect()
    }

    /// Numbers of all lengths, the largest included, in runs that make some symbols very frequent.
    fn values() -> impl Strategy<Value = Vec<u32>> {
        let value = prop_oneof![
            0u32..4,
            (0u32..24, any::<u32>()).prop_map(|(length, bits)| bits >> (8 + length)),
            Just((1 << 24) - 1)
        ];
        prop::collection::vec((value, prop_oneof![3 => 1usize..3, 1 => 1usize..600]), 0..40)
            .prop_map(|runs| runs.into_iter().flat_map(|(value, count)| vec![value; count]).collect())
    }

    fn encoded(values: &[u32]) -> (Vec<u8>, Vec<[u32; 4]>) {
        let mut encoder = Encoder::default();
        let written = code(&mut encoder, values);
        (encoder.finish(), written)
    }

    proptest! {
        #[test]
        fn what_was_encoded_is_decoded(values in values()) {
            let (bytes, written) = encoded(&values);
            let mut decoder = Decoder::new(&bytes, LAYOUT).expect("well-formed bytes");
            prop_assert_eq!(code(&mut decoder, &vec![0; values.len()]), written);
            prop_assert!(decoder.is_whole());
        }

        #[test]
        fn bytes_missing_or_left_over_are_noticed(values in values(), cut in 1usize..20) {
            let is_whole = |bytes: &[u8]| Decoder::new(bytes, LAYOUT).is_some_and(|mut decoder| {
                code(&mut decoder, &vec![0; values.len()]);
                decoder.is_whole()
            });
            let (mut bytes, _) = encoded(&values);
            prop_assert!(is_whole(&bytes));
            bytes.push(0);
            prop_assert!(!is_whole(&bytes));
            bytes.truncate(bytes.len().saturating_sub(1 + cut));
            prop_assert!(!is_whole(&bytes));
        }

        #[test]
        fn changed_bytes_are_decoded_to_symbols_of_the_alphabet(
            values in values(), changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20)
        ) {
            let (mut bytes, _) = encoded(&values);
            for (at, byte) in changes {
                *at.get_mut(&mut bytes) = byte;
            }
            if let Some(mut decoder) = Decoder::new(&bytes, LAYOUT) {
                for values in code(&mut decoder, &[0; 300]) {
                    prop_assert!(values[0] < 300 && values[1] == 0 && values[2] < 1 << 24);
                }
            }
        }

        #[test]
        fn arbitrary_bytes_do_not_panic(mut bytes in prop::collection::vec(any::<u8>(), 4..200)) {
            bytes[1..4].fill(0);
            if let Some(mut decoder) = Decoder::new(&bytes, LAYOUT) {
                code(&mut decoder, &[0; 300]);
            }
        }
    }

    #[test]
    fn rare_symbols_cost_little() {
        let mut encoder = Encoder::default();
        (0..10_000).for_each(|number| _ = encoder.symbol(0, usize::from(number % 100 == 0)));
        // The entropy is 101 bytes.
        let bytes = encoder.finish().len();
        assert!(bytes < 120, "{bytes} bytes");
    }
}
