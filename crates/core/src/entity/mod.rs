//! Entities: the people, places, organisations and other things that a text names, each with all its mentions.
//!
//! The tagger finds mentions of names and their classes; the resolver groups the mentions of the same entity.

mod gender;
#[cfg(test)]
mod marked;
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
    /// The fullest form of its name in the text.
    pub name: String,
    /// The other forms of its name in the text, in order of first use.
    pub aliases: Vec<String>,
    /// The title or role that the text gives next to the name ("président", "porte-parole du département d'État").
    /// Only people have one.
    pub role: Option<String>,
    /// The spans of its mentions, in order of occurrence; never empty.
    pub mentions: Vec<Span>,
    /// The links that support a passage with one of its mentions: indices into
    /// [`Annotations::links`](crate::Annotations::links), ascending.
    pub links: Vec<usize>,
    /// The quotations that it is the speaker of: indices into [`Annotations::quotes`](crate::Annotations::quotes),
    /// ascending.
    pub quotes: Vec<usize>,
    /// The figures in the sentences that mention it: indices into
    /// [`Annotations::figures`](crate::Annotations::figures), ascending.
    pub figures: Vec<usize>,
    /// The geographic location, if it is a place that the language pack has coordinates for.
    pub place: Option<Place>,
}

/// What kind of thing an entity is.
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
    /// Anything else with a name: a people, a language.
    Other,
}

impl Class {
    /// Every class, in the order in which lists show them.
    pub const ALL: [Class; 6] =
        [Class::Person, Class::Place, Class::Organisation, Class::Event, Class::Work, Class::Other];

    /// The class's name in the JSON schema: its variant's in lower case.
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

/// The geographic location of a place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// Latitude in degrees north, −90 to 90 (WGS 84).
    pub latitude: f32,
    /// Longitude in degrees east, −180 to 180 (WGS 84).
    pub longitude: f32,
    /// The country's ISO 3166-1 alpha-2 code.
    pub country: [u8; 2],
}

/// One occurrence of a name, as the tagger found it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Mention {
    /// The name, without a preceding elided article or title.
    pub span: Span,
    /// The class that this occurrence seems to have; the resolver may decide otherwise for the entity.
    pub class: Class,
    /// Index of the sentence that the mention is in.
    pub sentence: usize,
}

impl Mention {
    /// The mention, or one for each line that it is in if the first of these lines is short: lines of an address, of a
    /// list of names. In a text with hard line breaks, lines are longer, and a name goes on in the next one.
    pub(crate) fn in_lines(self, text: &str) -> Vec<Mention> {
        const MAX_SHORT_LINE: usize = 50;
        let words = self.span.of(text);
        let line = text[..self.span.start].rfind('\n').map_or(0, |at| at + 1);
        let is_split = words.find('\n').is_some_and(|at| self.span.start + at - line <= MAX_SHORT_LINE);
        if !is_split {
            return vec![self];
        }
        let mut start = self.span.start;
        let lines = words.split_inclusive('\n').map(|line| {
            let span = Span::new(start, start + line.trim_end().len());
            start += line.len();
            Mention { span, ..self }
        });
        lines.filter(|mention| !mention.span.is_empty()).collect()
    }
}
