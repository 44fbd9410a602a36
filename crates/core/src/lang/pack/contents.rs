//! How the contents of the coded sections are modelled: which probability each decision has. Writing and reading
//! are one description; see [`super::coder`]. Any change here is a change of the format.

use super::coder::{Bit, Coder, NUMBER};
use crate::entity::Entry;

/// The most labels that a feature can have weights for.
pub(super) const MOST_LABELS: usize = 24;
/// Weights by label; 0 where there is none.
pub(super) type Weights = [i8; MOST_LABELS];

/// Rising keys: the hashes' top bits.
#[derive(Debug)]
pub(super) struct Keys {
    gaps: [Bit; NUMBER],
    /// The least possible next key.
    next: u32,
}

impl Keys {
    pub fn new() -> Self {
        Keys { gaps: [Bit::NEW; NUMBER], next: 0 }
    }

    /// Codes the next key. A decoded key is less than 1 << 25 above the last one.
    pub fn key(&mut self, coder: &mut impl Coder, key: u32) -> u32 {
        let key = self.next.wrapping_add(coder.number(&mut self.gaps, key.wrapping_sub(self.next)));
        self.next = key.wrapping_add(1);
        key
    }
}

/// Features' keys and weights.
#[derive(Debug)]
pub(super) struct Features {
    pub keys: Keys,
    /// Whether a label has a weight, and whether that is negative, by label and by the weights of the labels before.
    present: Vec<Bit>,
    negative: Vec<Bit>,
    /// Absolute values less one, by sign, the label's place in its class and the size of the last weight.
    sizes: Vec<Bit>,
}

/// How many positive weights, how many negative ones, up to two each, and the sign of the last label's weight.
const SIGNS: usize = 27;
/// Sizes of the last weight that are distinguished.
const SIZES: usize = 7;

impl Features {
    pub fn new() -> Self {
        let signs = || vec![Bit::NEW; MOST_LABELS * SIGNS];
        let sizes = vec![Bit::NEW; 2 * 3 * 4 * SIZES * NUMBER];
        Features { keys: Keys::new(), present: signs(), negative: signs(), sizes }
    }

    /// Codes the weights of one feature for `labels` labels, at most [`MOST_LABELS`].
    pub fn weights(&mut self, coder: &mut impl Coder, labels: usize, weights: &Weights) -> Weights {
        let mut coded = [0; MOST_LABELS];
        let (mut positive, mut negative, mut neighbour, mut last) = (0, 0, 0, 0);
        for label in 0..labels {
            let weight = weights[label];
            let signs = (label * 3 + positive) * 9 + negative * 3 + neighbour;
            neighbour = 0;
            if !coder.bit(&mut self.present[signs], weight != 0) {
                continue;
            }
            let is_negative = coder.bit(&mut self.negative[signs], weight < 0);
            let count = (positive + negative).min(2);
            let context = ((usize::from(is_negative) * 3 + count) * 4 + label % 4) * SIZES + last;
            let sizes = &mut self.sizes[context * NUMBER..];
            let size =
                coder.number(sizes, u32::from(weight.unsigned_abs()).wrapping_sub(1)).saturating_add(1);
            let size = size.min(127 + u32::from(is_negative)) as u8;
            coded[label] = if is_negative { size.wrapping_neg() } else { size } as i8;
            if is_negative {
                (negative, neighbour) = ((negative + 1).min(2), 2);
            } else {
                (positive, neighbour) = ((positive + 1).min(2), 1);
            }
            last = (usize::from(size) / 3).min(SIZES - 1);
        }
        coded
    }
}

/// Word forms' keys and clusters.
#[derive(Debug)]
pub(super) struct Clusters {
    pub keys: Keys,
    numbers: Vec<Bit>,
}

/// Bits of a cluster's number.
const CLUSTER_BITS: u32 = 9;

impl Clusters {
    pub fn new() -> Self {
        Clusters { keys: Keys::new(), numbers: vec![Bit::NEW; 1 << CLUSTER_BITS] }
    }

    /// Codes the cluster of one form, 1 to 512.
    pub fn cluster(&mut self, coder: &mut impl Coder, cluster: u16) -> u16 {
        coder.tree(&mut self.numbers, CLUSTER_BITS, u32::from(cluster.wrapping_sub(1) & 511)) as u16 + 1
    }
}

/// Known names, sorted, and what is known of each.
#[derive(Debug)]
pub(super) struct Names {
    common: usize,
    is_common: Vec<Bit>,
    /// A name's first byte that the last name has not, by the byte that it has instead; then bytes by the preceding one.
    first: Vec<Bit>,
    bytes: Vec<Bit>,
    low: Vec<Bit>,
    high: Vec<Bit>,
    places: Places,
}

/// No name has more bytes; a longer one in a pack is an error.
pub(super) const LONGEST_NAME: usize = 255;

impl Names {
    pub fn new() -> Self {
        Names {
            common: 0,
            is_common: vec![Bit::NEW; 16 * 8],
            first: vec![Bit::NEW; 256 * 256],
            bytes: vec![Bit::NEW; 256 * 256],
            low: vec![Bit::NEW; 256],
            high: vec![Bit::NEW; 2 * 256],
            places: Places::new(),
        }
    }

    /// How many bytes the name that was coded last has in common with the one before.
    pub fn common(&self) -> usize {
        self.common
    }

    /// Codes a name that follows `last`. A decoded name may have [`LONGEST_NAME`] bytes and more left to read.
    pub fn name(&mut self, coder: &mut impl Coder, last: &[u8], name: &[u8]) -> Vec<u8> {
        let mut common = 0;
        while let Some(byte) = last.get(common) {
            let before = (common + 4).saturating_sub(self.common).min(7);
            let bit = &mut self.is_common[common.min(15) * 8 + before];
            if !coder.bit(bit, name.get(common) == Some(byte)) {
                break;
            }
            common += 1;
        }
        self.common = common;
        let mut coded = last[..common].to_vec();
        let mut context = usize::from(last.get(common).copied().unwrap_or(0));
        let mut bytes = &mut self.first;
        while coded.len() < LONGEST_NAME {
            let byte = u32::from(name.get(coded.len()).copied().unwrap_or(0));
            let byte = coder.tree(&mut bytes[context * 256..], 8, byte) as u8;
            if byte == 0 {
                break;
            }
            coded.push(byte);
            context = usize::from(byte);
            bytes = &mut self.bytes;
        }
        coded
    }

    /// Codes the bits of a name's entry and, if they are of a kind that has places, its places into `places`. Returns
    /// the bits.
    pub fn known(
        &mut self,
        coder: &mut impl Coder,
        (bits, locations): (u16, &[Location]),
        places: &mut Vec<Location>,
    ) -> u16 {
        let [low, high] = bits.to_le_bytes();
        let low = coder.tree(&mut self.low, 8, low.into());
        let high = coder.tree(&mut self.high[if low == 0 { 0 } else { 256 }..], 8, high.into());
        let bits = (high << 8 | low) as u16;
        if u64::from(bits) & Entry::WITH_PLACE != 0 {
            for index in 0.. {
                let place = self.places.place(coder, locations.get(index).copied().unwrap_or_default());
                places.push(place);
                if !place.has_more || index == MOST_NAMESAKES {
                    break;
                }
            }
        }
        bits
    }
}

/// The most places of one name.
pub(super) const MOST_NAMESAKES: usize = 255;

/// Where a place is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Location {
    /// Latitude and longitude in 1 / [`super::STEPS`] degree; none if the place is known by its country alone.
    pub steps: Option<[i16; 2]>,
    /// The country's code, two capital letters (ISO 3166-1).
    pub country: [u8; 2],
    /// Whether another place of the same name follows.
    pub has_more: bool,
}

/// Locations: the country, then the coordinates' high bits by country, then their low bits.
#[derive(Debug)]
struct Places {
    has_more: Bit,
    is_known: Bit,
    countries: Vec<Bit>,
    /// By country; of one that has not occurred, empty.
    high: Vec<Vec<Bit>>,
}

const LETTER_BITS: u32 = 5;
const HIGH_BITS: u32 = 9;
const LOW_BITS: u32 = 5;
/// Coordinates are stored as numbers from this one up.
const LEAST: i32 = -1 << (HIGH_BITS + LOW_BITS - 1);

impl Places {
    fn new() -> Self {
        let countries = vec![Bit::NEW; 1 << (2 * LETTER_BITS)];
        Places { has_more: Bit::NEW, is_known: Bit::NEW, high: vec![Vec::new(); countries.len()], countries }
    }

    fn place(&mut self, coder: &mut impl Coder, location: Location) -> Location {
        let has_more = coder.bit(&mut self.has_more, location.has_more);
        let [first, second] = location.country.map(|letter| u32::from(letter & 31));
        let country = coder.tree(&mut self.countries, 2 * LETTER_BITS, first << LETTER_BITS | second);
        let letter = |bits: u32| b'@' | (bits & 31) as u8;
        let steps = coder.bit(&mut self.is_known, location.steps.is_some()).then(|| {
            let high = &mut self.high[country as usize];
            high.resize(2 << HIGH_BITS, Bit::NEW);
            let (latitudes, longitudes) = high.split_at_mut(1 << HIGH_BITS);
            let [latitude, longitude] = location.steps.unwrap_or_default();
            [(latitudes, latitude), (longitudes, longitude)].map(|(bits, steps)| {
                let steps = (i32::from(steps) - LEAST) as u32;
                let high = coder.tree(bits, HIGH_BITS, steps >> LOW_BITS);
                let low = coder.plain(LOW_BITS, steps & ((1 << LOW_BITS) - 1));
                ((high << LOW_BITS | low) as i32 + LEAST) as i16
            })
        });
        Location { steps, country: [letter(country >> LETTER_BITS), letter(country)], has_more }
    }
}
