//! The flat list of highlights.

use crate::Annotations;
use crate::entity::Class;
use crate::link::Link;
use crate::text::{Span, remove_overlaps, sort_by_start};

/// One stretch of the text that a page marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Highlight {
    /// The marked words.
    pub span: Span,
    /// What they are, as the reader tells highlights apart.
    pub kind: Kind,
    /// What they belong to.
    pub target: Target,
}

/// What a highlight belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Target {
    /// An index into [`Annotations::entities`].
    Entity(usize),
    /// An index into [`Annotations::figures`].
    Figure(usize),
    /// An index into [`Annotations::links`].
    Link(usize),
}

/// The kinds of highlight that a reader tells apart and can hide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// A [`Class::Person`].
    Person,
    /// A [`Class::Place`].
    Place,
    /// A [`Class::Organisation`].
    Organisation,
    /// A [`Class::Event`].
    Event,
    /// A [`Class::Work`].
    Work,
    /// A [`Class::Other`].
    Other,
    /// A figure that counts or measures.
    Figure,
    /// A figure of the calendar or clock.
    Date,
    /// A link's address as it stands in the text.
    Link,
}

impl Kind {
    /// Every kind, in the order in which lists show them.
    pub const ALL: [Kind; 9] = [
        Kind::Person,
        Kind::Place,
        Kind::Organisation,
        Kind::Event,
        Kind::Work,
        Kind::Other,
        Kind::Figure,
        Kind::Date,
        Kind::Link,
    ];

    /// The kind's name in style sheets and attributes.
    pub fn as_str(self) -> &'static str {
        match self {
            Kind::Person => Class::Person.as_str(),
            Kind::Place => Class::Place.as_str(),
            Kind::Organisation => Class::Organisation.as_str(),
            Kind::Event => Class::Event.as_str(),
            Kind::Work => Class::Work.as_str(),
            Kind::Other => Class::Other.as_str(),
            Kind::Figure => "figure",
            Kind::Date => "date",
            Kind::Link => "link",
        }
    }
}

impl From<Class> for Kind {
    fn from(class: Class) -> Kind {
        match class {
            Class::Person => Kind::Person,
            Class::Place => Kind::Place,
            Class::Organisation => Kind::Organisation,
            Class::Event => Kind::Event,
            Class::Work => Kind::Work,
            Class::Other => Kind::Other,
        }
    }
}

/// Every mention, figure and address of `annotations` as a list sorted by offset in which nothing overlaps or nests.
///
/// Where two overlap, an address wins over a name and a name over a figure; of two of a sort, the first.
pub fn highlights(annotations: &Annotations) -> Vec<Highlight> {
    let entities = annotations.entities.iter().enumerate().flat_map(|(index, entity)| {
        entity.mentions.iter().map(move |&span| Highlight {
            span,
            kind: entity.class.into(),
            target: Target::Entity(index),
        })
    });
    let figures = annotations.figures.iter().enumerate().map(|(index, figure)| Highlight {
        span: figure.span,
        kind: if figure.measure.is_temporal() { Kind::Date } else { Kind::Figure },
        target: Target::Figure(index),
    });
    // A related story and a page's link have no address in the text: their words are marked for what they name.
    let is_address = |link: &Link| link.url.is_some() && !link.span.is_empty();
    let links =
        annotations.links.iter().enumerate().filter(|(_, link)| is_address(link)).map(|(index, link)| {
            Highlight { span: link.span, kind: Kind::Link, target: Target::Link(index) }
        });
    let mut highlights: Vec<Highlight> = links.chain(entities).chain(figures).collect();
    // Of those that start together, the order above decides.
    sort_by_start(&mut highlights, |highlight| highlight.span.start);
    remove_overlaps(highlights, |highlight| highlight.span, rank)
}

/// Which of two overlapping highlights is kept: the one with the higher rank.
fn rank(highlight: &Highlight) -> u8 {
    match highlight.target {
        Target::Link(_) => 2,
        Target::Entity(_) => 1,
        Target::Figure(_) => 0,
    }
}
