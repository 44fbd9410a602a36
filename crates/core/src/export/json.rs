//! The JSON schema `manicule/1`. Ranges are half-open, and offsets are Unicode code points of the input text.

use crate::annotations::Annotations;
use crate::text::{Offsets, Span};
use serde::Serialize;

/// The name of the schema, the value of the field `schema` of every document.
pub const SCHEMA: &str = "manicule/1";

/// The annotations of a text in the structure of the schema.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Document<'a> {
    /// [`SCHEMA`].
    pub schema: &'static str,
    /// The caller's id of the text: a file name or the id of a row.
    pub id: Option<Id<'a>>,
    /// BCP 47 tag of the language in which the text was analysed.
    pub lang: &'static str,
    /// The publication date in ISO 8601.
    pub date: Option<String>,
    /// The title of the article.
    pub title: Option<&'a str>,
    /// The people, places, organisations, events, works and other things named.
    pub entities: Vec<Entity<'a>>,
    /// The numbers, quantities, amounts of money, dates and times.
    pub figures: Vec<Figure<'a>>,
    /// The links cited and related articles listed.
    pub links: Vec<Link<'a>>,
    /// The passages in quotation marks.
    pub quotes: Vec<Quote<'a>>,
    /// The reasons why the analysis may be incomplete.
    pub notices: Vec<Notice<'a>>,
}

/// The caller's id of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Id<'a> {
    /// A file name, or the id of a row that is a string.
    Text(&'a str),
    /// The id of a row that is an integer.
    Number(i64),
}

/// A range of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Range<'a> {
    /// Offset of the first code point.
    pub start: usize,
    /// Offset just past the last code point.
    pub end: usize,
    /// The text from `start` to `end`.
    pub text: &'a str,
}

/// An [`Entity`](crate::Entity) in the schema.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs, reason = "the fields are those of the engine's type of the same name")]
pub struct Entity<'a> {
    pub id: String,
    pub class: &'static str,
    pub name: &'a str,
    pub aliases: &'a [String],
    pub role: Option<&'a str>,
    pub mentions: Vec<Range<'a>>,
    pub links: Vec<String>,
    pub quotes: Vec<String>,
    pub figures: Vec<String>,
    pub place: Option<Place>,
}

/// A [`Place`](crate::entity::Place) in the schema.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Place {
    /// Latitude in degrees north, from -90 to 90.
    pub lat: f64,
    /// Longitude in degrees east, from -180 to 180.
    pub lon: f64,
    /// ISO 3166-1 alpha-2 code of the country.
    pub country: String,
}

/// A [`Figure`](crate::Figure) in the schema.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs, reason = "the fields are those of the engine's type of the same name")]
pub struct Figure<'a> {
    pub id: String,
    #[serde(flatten)]
    pub range: Range<'a>,
    pub measure: &'static str,
    pub value: Option<f64>,
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub approximate: bool,
    pub unit: Option<&'a str>,
    pub iso: Option<&'a str>,
    pub counted: Option<&'a str>,
    pub source: Option<Range<'a>>,
    pub links: Vec<String>,
}

/// A [`Link`](crate::Link) in the schema.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs, reason = "the fields are those of the engine's type of the same name")]
pub struct Link<'a> {
    pub id: String,
    pub start: usize,
    pub end: usize,
    pub url: Option<&'a str>,
    pub host: Option<&'a str>,
    pub title: Option<&'a str>,
    pub date: Option<String>,
    pub anchor: Option<Range<'a>>,
}

/// A [`Quote`](crate::Quote) in the schema.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Quote<'a> {
    /// "q1", "q2", …
    pub id: String,
    /// The quoted words.
    #[serde(flatten)]
    pub range: Range<'a>,
    /// The id of the entity that says the quote; none if unknown.
    pub speaker: Option<String>,
}

/// A [`Notice`](crate::Notice) in the schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Notice<'a> {
    /// The code of the notice, which programs can rely on.
    pub code: &'static str,
    /// A sentence in English for people.
    pub message: &'a str,
}

/// Converts `annotations` of `text` into a document of the schema. `id` is the caller's id of the text.
pub fn document<'a>(text: &'a str, annotations: &'a Annotations, id: Option<&'a str>) -> Document<'a> {
    let offsets = Offsets::new(text);
    let range = |span: Span| Range {
        start: offsets.code_points(span.start),
        end: offsets.code_points(span.end),
        text: span.of(text),
    };
    Document {
        schema: SCHEMA,
        id: id.map(Id::Text),
        lang: annotations.language.tag(),
        date: annotations.date.map(|date| date.to_string()),
        title: annotations.article.title.map(|title| title.of(text)),
        entities: annotations
            .entities
            .iter()
            .enumerate()
            .map(|(index, entity)| Entity {
                id: id_of('e', index),
                class: entity.class.as_str(),
                name: &entity.name,
                aliases: &entity.aliases,
                role: entity.role.as_deref(),
                mentions: entity.mentions.iter().copied().map(range).collect(),
                links: ids_of('l', &entity.links),
                quotes: ids_of('q', &entity.quotes),
                figures: ids_of('f', &entity.figures),
                place: entity.place.map(|place| Place {
                    lat: degrees(place.latitude),
                    lon: degrees(place.longitude),
                    country: place.country.iter().map(|&letter| char::from(letter)).collect(),
                }),
            })
            .collect(),
        figures: annotations
            .figures
            .iter()
            .enumerate()
            .map(|(index, figure)| Figure {
                id: id_of('f', index),
                range: range(figure.span),
                measure: figure.measure.as_str(),
                value: figure.value,
                low: figure.low,
                high: figure.high,
                approximate: figure.approximate,
                unit: figure.unit.as_deref(),
                iso: figure.iso.as_deref(),
                counted: figure.counted.map(|counted| counted.of(text)),
                source: figure.source.map(range),
                links: ids_of('l', &figure.links),
            })
            .collect(),
        links: annotations
            .links
            .iter()
            .enumerate()
            .map(|(index, link)| Link {
                id: id_of('l', index),
                start: offsets.code_points(link.span.start),
                end: offsets.code_points(link.span.end),
                url: link.url.as_deref(),
                host: link.host.as_deref(),
                title: link.title.as_deref(),
                date: link.date.map(|date| date.to_string()),
                anchor: link.anchor.map(range),
            })
            .collect(),
        quotes: annotations
            .quotes
            .iter()
            .enumerate()
            .map(|(index, quote)| Quote {
                id: id_of('q', index),
                range: range(quote.span),
                speaker: quote.speaker.map(|speaker| id_of('e', speaker)),
            })
            .collect(),
        notices: annotations
            .notices
            .iter()
            .map(|notice| Notice { code: notice.code.as_str(), message: &notice.message })
            .collect(),
    }
}

/// The schema's id of the item at `index` of its list: "e1" is the first entity.
pub(super) fn id_of(letter: char, index: usize) -> String {
    format!("{letter}{}", index + 1)
}

/// Rounds degrees to three decimals, about a hundred metres, which is finer than the coordinates in packs. The result
/// has 64 bits so that Rust and JavaScript, whose numbers have 64 bits, write the same digits.
fn degrees(value: f32) -> f64 {
    (f64::from(value) * 1000.0).round() / 1000.0
}

fn ids_of(letter: char, indices: &[usize]) -> Vec<String> {
    indices.iter().map(|&index| id_of(letter, index)).collect()
}
