//! Entities: who, where and what the text names, each once, with everywhere it is named.

mod gender;
mod resolve;
pub mod score;
mod tag;

pub(crate) use gender::Gender;
pub(crate) use resolve::Resolver;
#[cfg(not(feature = "train"))]
pub(crate) use tag::Entry;
#[cfg(feature = "train")]
pub use tag::{Entry, training};
pub(crate) use tag::{Gazetteer, Table, Tagger};

use crate::text::Span;

/// A person, place, organisation, event, work or other thing that the text names.
#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    /// What kind of thing it is.
    pub class: Class,
    /// The fullest name that the text gives it.
    pub name: String,
    /// The other forms in which the text names it, in order of first use.
    pub aliases: Vec<String>,
    /// The title or role that the text sets beside the name ("président", "porte-parole du département d'État").
    pub role: Option<String>,
    /// Where it is named, in order; never empty.
    pub mentions: Vec<Span>,
    /// The links cited for it: indices into [`Annotations::links`](crate::Annotations::links), in order.
    pub links: Vec<usize>,
    /// What it is quoted saying: indices into [`Annotations::quotes`](crate::Annotations::quotes), in order.
    pub quotes: Vec<usize>,
    /// The figures in the sentences where it is named: indices into
    /// [`Annotations::figures`](crate::Annotations::figures), in order.
    pub figures: Vec<usize>,
    /// Where on Earth a place is, if the pack knows.
    pub place: Option<Place>,
}

/// The classes of entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Class {
    /// A human being, real or not.
    Person,
    /// A country, region, town, building, mountain, river.
    Place,
    /// A company, institution, party, team, agency.
    Organisation,
    /// A named event: a war, a cup, a festival.
    Event,
    /// A named work or product: a book, a film, a newspaper's title, a car.
    Work,
    /// Anything else that bears a name: a people, a language.
    Other,
}

impl Class {
    /// Every class, in the order in which lists show them.
    pub const ALL: [Class; 6] =
        [Class::Person, Class::Place, Class::Organisation, Class::Event, Class::Work, Class::Other];

    /// The class as the JSON schema spells it.
    pub fn as_str(self) -> &'static str {
        match self {
            Class::Person => "person",
            Class::Place => "place",
            Class::Organisation => "organisation",
            Class::Event => "event",
            Class::Work => "work",
            Class::Other => "other",
        }
    }
}

/// Where a place is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// Degrees north, −90 to 90 (WGS 84).
    pub latitude: f32,
    /// Degrees east, −180 to 180 (WGS 84).
    pub longitude: f32,
    /// The country's ISO 3166-1 alpha-2 code.
    pub country: [u8; 2],
}

/// One place where the tagger found a name.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Mention {
    /// The name's words, without an elided article or a title before them.
    pub span: Span,
    /// What the words seem to name, seen on their own.
    pub class: Class,
    /// Index of the sentence in which the mention stands.
    pub sentence: usize,
}
