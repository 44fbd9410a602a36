//! The gazetteer: a list of known names and of nouns that names begin with.

use crate::lang::Pack;
use crate::lang::pack::{Match, Names, hash};
use crate::text::{Token, fold_into};

/// The gazetteer of a language pack: names, as folded words separated by spaces, each with an [`Entry`].
#[derive(Debug)]
pub(crate) struct Gazetteer<'p> {
    names: &'p Names,
    pack: &'p Pack,
}

/// The gazetteer's entry for a name: in the low 12 bits a set of kinds, in the next four the bits of
/// [`heads`](Entry::heads), and from bit 16 on 1 plus the index of its first place, or 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Entry(pub u64);

impl Entry {
    /// A country or territory.
    pub const COUNTRY: u64 = 1;
    /// A continent or a part of one.
    pub const REGION: u64 = 1 << 1;
    /// A city with a population of a million or more.
    pub const GREAT_CITY: u64 = 1 << 2;
    /// Any other city.
    pub const CITY: u64 = 1 << 3;
    /// The name of a people or of its members.
    pub const PEOPLE: u64 = 1 << 9;
    /// The kinds that may have places in the pack.
    pub(crate) const WITH_PLACE: u64 = Self::COUNTRY | Self::GREAT_CITY | Self::CITY;
    const KINDS: u64 = (1 << HEAD_SHIFT) - 1;

    /// The set of kinds: a union of constants such as [`COUNTRY`](Entry::COUNTRY).
    pub fn kinds(self) -> u32 {
        (self.0 & Self::KINDS) as u32
    }

    /// The classes of the names that begin with this noun, such as "Festival": a union of 1 for organisations, 2 for
    /// places, 4 for events and 8 for works; 0 if it is not such a noun.
    pub fn heads(self) -> u8 {
        (self.0 >> HEAD_SHIFT) as u8 & HEADS
    }

    /// Index in the pack's places of the first one with this name; `None` if there are none.
    pub fn place(self) -> Option<usize> {
        ((self.0 >> PLACE_SHIFT) as usize).checked_sub(1)
    }
}

/// The kinds that only the model's features use, and the encoding of entries.
#[cfg(feature = "train")]
impl Entry {
    /// One of the commonest first names.
    pub const COMMON_FIRST_NAME: u64 = 1 << 4;
    /// A usual first name.
    pub const FIRST_NAME: u64 = 1 << 5;
    /// A rare first name.
    pub const RARE_FIRST_NAME: u64 = 1 << 6;
    /// The acronym of an organisation.
    pub const ACRONYM: u64 = 1 << 7;
    /// A well-known organisation: a company, a newspaper, a party, a club.
    pub const ORGANISATION: u64 = 1 << 10;
    /// A well-known work or product.
    pub const WORK: u64 = 1 << 11;

    /// The bits of an entry for a noun that names begin with. `heads` is as [`Entry::heads`] returns it.
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

    /// The longest known name at the start of `tokens`: its number of tokens and its entry. `scratch` is reused to save
    /// allocations.
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
                    // Skip entries for nouns, which are not names by themselves.
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

    /// The entry whose folded words are exactly `key`.
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
