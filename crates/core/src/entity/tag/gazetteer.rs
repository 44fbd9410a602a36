//! Names that are known beforehand.

use crate::lang::Pack;
use crate::lang::pack::{Match, Names, hash};
use crate::text::{Token, fold_into};

/// Known names: folded words separated by a space, each with an [`Entry`].
#[derive(Debug)]
pub(crate) struct Gazetteer<'p> {
    names: &'p Names,
    pack: &'p Pack,
}

/// What the gazetteer says of a name: a set of kinds, and the number of its place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Entry(pub u64);

impl Entry {
    /// A country or territory.
    pub const COUNTRY: u64 = 1;
    /// A continent or a part of one.
    pub const REGION: u64 = 1 << 1;
    /// A city of a million people or more.
    pub const GREAT_CITY: u64 = 1 << 2;
    /// Any other city.
    pub const CITY: u64 = 1 << 3;
    /// The name of a people or of its members.
    pub const PEOPLE: u64 = 1 << 9;
    /// The kinds that the pack has a place for.
    pub(crate) const WITH_PLACE: u64 = Self::COUNTRY | Self::GREAT_CITY | Self::CITY;
    const KINDS: u64 = (1 << HEAD_SHIFT) - 1;

    /// The kinds alone.
    pub fn kinds(self) -> u32 {
        (self.0 & Self::KINDS) as u32
    }

    /// What the names that begin with this noun are of: a bit for organisations, places, events and works each.
    pub fn heads(self) -> u8 {
        (self.0 >> HEAD_SHIFT) as u8 & HEADS
    }

    /// Index of the first place of this name in the pack's places.
    pub fn place(self) -> Option<usize> {
        ((self.0 >> PLACE_SHIFT) as usize).checked_sub(1)
    }
}

/// The kinds that only the model's features tell apart, and what writes entries.
#[cfg(feature = "train")]
impl Entry {
    /// One of the commonest first names.
    pub const COMMON_FIRST_NAME: u64 = 1 << 4;
    /// A usual first name.
    pub const FIRST_NAME: u64 = 1 << 5;
    /// A rare first name.
    pub const RARE_FIRST_NAME: u64 = 1 << 6;
    /// The acronym of a body.
    pub const ACRONYM: u64 = 1 << 7;
    /// A well-known body: a company, a newspaper, a party, a club.
    pub const ORGANISATION: u64 = 1 << 10;
    /// A well-known work or product.
    pub const WORK: u64 = 1 << 11;

    /// The kinds of an entry that is the head noun of names; see [`Entry::heads`].
    pub fn head(heads: u8) -> u64 {
        u64::from(heads & HEADS) << HEAD_SHIFT
    }
}

const HEAD_SHIFT: u32 = 12;
const HEADS: u8 = 15;
const PLACE_SHIFT: u32 = 16;

impl<'p> Gazetteer<'p> {
    pub fn new(pack: &'p Pack) -> Self {
        Gazetteer { names: pack.names(), pack }
    }

    /// The longest known name that `tokens` begin with: how many tokens it has, and its entry.
    pub fn longest(&self, text: &str, tokens: &[Token], scratch: &mut String) -> Option<(usize, Entry)> {
        let mut hasher = hash::Hasher::default();
        let mut found = None;
        for (count, token) in tokens.iter().enumerate() {
            scratch.clear();
            if count > 0 {
                scratch.push(' ');
            }
            fold_into(token.span.of(text), scratch);
            hasher.add(scratch.as_bytes());
            match self.names.get(hasher.hash()) {
                Some(Match::Name(number)) => {
                    let entry = self.entry(number);
                    // A noun alone is no name.
                    if entry.kinds() != 0 {
                        found = Some((count + 1, entry));
                    }
                }
                Some(Match::Beginning) => {}
                None => break,
            }
        }
        found
    }

    /// The entry of exactly these folded words.
    pub fn get(&self, key: &str) -> Option<Entry> {
        match self.names.get(hash::hash(key.as_bytes()))? {
            Match::Name(number) => Some(self.entry(number)),
            Match::Beginning => None,
        }
    }

    fn entry(&self, number: usize) -> Entry {
        let (bits, place) = self.pack.entry(number).unwrap_or_default();
        Entry(u64::from(bits) | place.map_or(0, |place| place as u64 + 1) << PLACE_SHIFT)
    }
}
