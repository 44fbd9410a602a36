//! What is coded in the larger sections, and in which contexts. Writing and reading are one description; see
//! [`super::coder`]. Any change here is a change of the format.

use super::coder::{Coder, Layout};
use crate::entity::Entry;

/// The most labels that a feature can have weights for.
pub(super) const MOST_LABELS: usize = 24;
/// Weights by label; 0 where there is none.
pub(super) type Weights = [i8; MOST_LABELS];

/// Rising keys: the top bits of hashes, as the gaps between them.
#[derive(Debug)]
pub(super) struct Keys {
    low: u32,
    /// The least possible next key.
    next: u32,
}

impl Keys {
    /// `count` keys of `bits` bits, spread evenly.
    pub fn new(bits: u32, count: usize) -> Self {
        let gap = (1usize << bits) / count.max(1);
        Keys { low: gap.max(1).ilog2(), next: 0 }
    }

    /// Codes the next key. A decoded key may be any number.
    pub fn key(&mut self, coder: &mut impl Coder, key: u32) -> u32 {
        let key = self.next.wrapping_add(coder.rice(self.low, key.wrapping_sub(self.next)));
        self.next = key.wrapping_add(1);
        key
    }
}

/// Sizes of the last weight that are distinguished.
const SIZES: usize = 4;
/// For labels: the last label that has a weight or none, the sign of that weight, whether any is positive, and how many
/// are negative, up to two. The symbols are 0 for no further label, or a label and a sign. Then sizes less one, by sign
/// and the size of the last weight.
pub(super) const FEATURES: &Layout = &[((MOST_LABELS + 1) * 12, 1 + 2 * MOST_LABELS), (2 * SIZES, 128)];

/// Codes the weights of one feature.
pub(super) fn weights(coder: &mut impl Coder, weights: &Weights) -> Weights {
    let mut coded = [0; MOST_LABELS];
    // The context's number of labels passed, sign, positive and negative weights; and the last weight's size.
    let (mut next, mut sign, mut positive, mut negative, mut last) = (0, 0, 0, 0, 0);
    loop {
        let label = (next..MOST_LABELS).find(|&label| weights[label] != 0);
        let symbol = label.map_or(0, |label| 1 + 2 * label + usize::from(weights[label] < 0));
        let context = next * 12 + sign * 6 + positive * 3 + negative;
        let Some(symbol) = coder.symbol(context, symbol).checked_sub(1) else { return coded };
        let label = symbol / 2;
        if label < next {
            // Malformed: labels rise.
            return coded;
        }
        (next, sign) = (label + 1, symbol % 2);
        if sign == 1 {
            negative = (negative + 1).min(2);
        } else {
            positive = 1;
        }
        let size = usize::from(weights[label].unsigned_abs()).saturating_sub(1);
        let size = coder.symbol(FEATURES[0].0 + sign * SIZES + last, size) + 1;
        last = (size / 3).min(SIZES - 1);
        coded[label] = if sign == 1 { (size as u8).wrapping_neg() as i8 } else { size.min(127) as i8 };
    }
}

/// Clusters less one.
pub(super) const CLUSTERS: &Layout = &[(1, 512)];

/// Codes the cluster of one form, 1 to 512.
pub(super) fn cluster(coder: &mut impl Coder, cluster: u16) -> u16 {
    coder.symbol(0, usize::from(cluster).saturating_sub(1)) as u16 + 1
}

const LETTER_BITS: u32 = 5;
const COUNTRIES: usize = 1 << (2 * LETTER_BITS);
const HIGH_BITS: u32 = 6;
const LOW_BITS: u32 = 8;
/// Coordinates are stored as numbers from this one up.
const LEAST: i32 = -1 << (HIGH_BITS + LOW_BITS - 1);

/// How many bytes a name has in common with the last one, by how many that one has with its own, up to 15.
const COMMON: usize = 0;
/// A name's first byte that the last name has not, by the byte that it has instead.
const FIRST: usize = COMMON + 16;
/// Other bytes by the preceding one; 0 ends a name.
const BYTES: usize = FIRST + 256;
/// The low byte of an entry's bits; then the high byte by the low one.
const LOW: usize = BYTES + 256;
const HIGH: usize = LOW + 1;
/// Whether another place of the same name follows, and whether the coordinates are known.
const FLAGS: usize = HIGH + 256;
const COUNTRY: usize = FLAGS + 1;
/// The high bits of a latitude, then of a longitude, by country.
const DEGREES: usize = COUNTRY + 1;

/// The contexts of the known names.
pub(super) const NAMES: &Layout = &[
    (FLAGS - COMMON, 256),
    (COUNTRY - FLAGS, 4),
    (DEGREES - COUNTRY, COUNTRIES),
    (2 * COUNTRIES, 1 << HIGH_BITS),
];

/// No name has more bytes.
pub(super) const LONGEST_NAME: usize = 255;
/// The most places of one name.
pub(super) const MOST_NAMESAKES: usize = 255;

/// Known names, sorted, and what is known of each.
#[derive(Debug, Default)]
pub(super) struct Names {
    common: usize,
}

impl Names {
    /// How many bytes the name that was coded last has in common with the one before.
    pub fn common(&self) -> usize {
        self.common
    }

    /// Codes a name that follows `last`; at most [`LONGEST_NAME`] bytes.
    pub fn name(&mut self, coder: &mut impl Coder, last: &[u8], name: &[u8]) -> Vec<u8> {
        let common = last.iter().zip(name).take_while(|(a, b)| a == b).count();
        let common = coder.symbol(COMMON + self.common.min(15), common).min(last.len());
        self.common = common;
        let mut coded = last[..common].to_vec();
        let mut context = FIRST + usize::from(last.get(common).copied().unwrap_or(0));
        while coded.len() < LONGEST_NAME {
            let byte = coder.symbol(context, name.get(coded.len()).copied().unwrap_or(0).into());
            if byte == 0 {
                break;
            }
            coded.push(byte as u8);
            context = BYTES + byte;
        }
        coded
    }

    /// Codes the bits of a name's entry and, if they are of a kind that has places, its places, which it appends to
    /// `places`. Returns the bits.
    pub fn known(
        &mut self,
        coder: &mut impl Coder,
        (bits, locations): (u16, &[Location]),
        places: &mut Vec<Location>,
    ) -> u16 {
        let [low, high] = bits.to_le_bytes().map(usize::from);
        let low = coder.symbol(LOW, low);
        let bits = (coder.symbol(HIGH + low, high) << 8 | low) as u16;
        if u64::from(bits) & Entry::WITH_PLACE != 0 {
            for index in 0..MOST_NAMESAKES {
                let place = location(coder, locations.get(index).copied().unwrap_or_default());
                places.push(place);
                if !place.has_more {
                    break;
                }
            }
        }
        bits
    }
}

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

fn location(coder: &mut impl Coder, location: Location) -> Location {
    let flags = usize::from(location.has_more) << 1 | usize::from(location.steps.is_some());
    let flags = coder.symbol(FLAGS, flags);
    let [first, second] = location.country.map(|letter| usize::from(letter & 31));
    let country = coder.symbol(COUNTRY, first << LETTER_BITS | second);
    let letter = |bits: usize| b'@' | (bits & 31) as u8;
    let steps = (flags & 1 == 1).then(|| {
        let [latitude, longitude] = location.steps.unwrap_or_default();
        [(DEGREES, latitude), (DEGREES + COUNTRIES, longitude)].map(|(context, steps)| {
            let steps = (i32::from(steps) - LEAST) as u32;
            let high = coder.symbol(context + country, steps as usize >> LOW_BITS) as i32;
            let low = coder.plain(LOW_BITS, steps & ((1 << LOW_BITS) - 1)) as i32;
            ((high << LOW_BITS | low) + LEAST) as i16
        })
    });
    Location { steps, country: [letter(country >> LETTER_BITS), letter(country)], has_more: flags >> 1 == 1 }
}
