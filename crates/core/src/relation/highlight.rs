//! The flat list of highlights: the words of a text to paint, and what they belong to.

use crate::Annotations;
use crate::entity::Class;
use crate::link::Link;
use crate::text::{Span, remove_overlaps, sort_by_start};

/// A span of the text to highlight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Highlight {
    /// The highlighted words.
    pub span: Span,
    /// The kind of highlight, which decides its colour and whether it is hidden.
    pub kind: Kind,
    /// The annotation that the words belong to.
    pub target: Target,
}

/// The annotation that a highlight belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Target {
    /// An index into [`Annotations::entities`].
    Entity(usize),
    /// An index into [`Annotations::figures`].
    Figure(usize),
    /// An index into [`Annotations::links`].
    Link(usize),
}

/// The kinds of highlight. Readers can distinguish them by colour, and hide each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// A mention of a [`Class::Person`].
    Person,
    /// A mention of a [`Class::Place`].
    Place,
    /// A mention of a [`Class::Organisation`].
    Organisation,
    /// A mention of a [`Class::Event`].
    Event,
    /// A mention of a [`Class::Work`].
    Work,
    /// A mention of a [`Class::Other`].
    Other,
    /// A figure that is not a date or time: a number, quantity, amount, age or duration.
    Figure,
    /// A figure that is a date or time; see [`Measure::is_temporal`](crate::figure::Measure::is_temporal).
    Date,
    /// A link's address as it occurs in the text.
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

/// All mentions, figures and link addresses of `annotations` as highlights, sorted by offset and without overlaps.
///
/// If two overlap, an address is kept rather than a mention, a mention rather than a figure, and the first of two of
/// the same sort.
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
    // Related stories and links of the host page have no address in the text to highlight.
    let is_address = |link: &Link| link.url.is_some() && !link.span.is_empty();
    let links =
        annotations.links.iter().enumerate().filter(|(_, link)| is_address(link)).map(|(index, link)| {
            Highlight { span: link.span, kind: Kind::Link, target: Target::Link(index) }
        });
    let mut highlights: Vec<Highlight> = links.chain(entities).chain(figures).collect();
    // The sort is stable: those that start together remain in this order.
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
