//! A table of what was found, a row for each mention, figure, link and quote, for spreadsheets.

use super::json::{Document, Id};
use crate::annotations::Annotations;
use serde::Serialize;

/// The names of the columns: the fields of [`Row`], in order.
pub const COLUMNS: [&str; 22] = [
    "document",
    "id",
    "kind",
    "class",
    "start",
    "end",
    "text",
    "name",
    "role",
    "lat",
    "lon",
    "country",
    "value",
    "low",
    "high",
    "approximate",
    "unit",
    "iso",
    "counted",
    "source",
    "url",
    "links",
];

/// One row. A field that does not apply is empty.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Row<'a> {
    /// The caller's name for the text.
    pub document: Option<Id<'a>>,
    /// The id that the schema `manicule/1` gives it; an entity has a row for each of its mentions.
    pub id: &'a str,
    /// `entity`, `figure`, `link` or `quote`.
    pub kind: &'static str,
    /// An entity's class or a figure's measure.
    pub class: &'static str,
    /// Offset of the first code point.
    pub start: usize,
    /// Offset just past the last code point.
    pub end: usize,
    /// The words.
    pub text: &'a str,
    /// An entity's name, a link's title, or who says a quote.
    pub name: Option<&'a str>,
    /// An entity's role.
    pub role: Option<&'a str>,
    /// Degrees north, from -90 to 90.
    pub lat: Option<f64>,
    /// Degrees east, from -180 to 180.
    pub lon: Option<f64>,
    /// ISO 3166-1 alpha-2 code.
    pub country: Option<&'a str>,
    /// A figure's value.
    pub value: Option<f64>,
    /// Its lower bound.
    pub low: Option<f64>,
    /// Its upper bound.
    pub high: Option<f64>,
    /// Whether it is not exact.
    pub approximate: Option<bool>,
    /// Its unit.
    pub unit: Option<&'a str>,
    /// Its date, time or length; a link's date.
    pub iso: Option<&'a str>,
    /// What it counts.
    pub counted: Option<&'a str>,
    /// Who says so.
    pub source: Option<&'a str>,
    /// A link's address.
    pub url: Option<&'a str>,
    /// The ids of the links cited for an entity or a figure, parted by spaces.
    pub links: String,
}

/// The rows of `document`, which lays out `annotations` of `text`, in the order of the text.
pub fn rows<'a>(text: &'a str, annotations: &Annotations, document: &'a Document) -> Vec<Row<'a>> {
    let row = |id: &'a str, kind| Row { document: document.id, id, kind, ..Row::default() };
    let entities = document.entities.iter().flat_map(|entity| {
        entity.mentions.iter().map(move |mention| Row {
            class: entity.class,
            start: mention.start,
            end: mention.end,
            text: mention.text,
            name: Some(entity.name),
            role: entity.role,
            lat: entity.place.as_ref().map(|place| place.lat),
            lon: entity.place.as_ref().map(|place| place.lon),
            country: entity.place.as_ref().map(|place| place.country.as_str()),
            links: entity.links.join(" "),
            ..row(&entity.id, "entity")
        })
    });
    let figures = document.figures.iter().map(|figure| Row {
        class: figure.measure,
        start: figure.range.start,
        end: figure.range.end,
        text: figure.range.text,
        value: figure.value,
        low: figure.low,
        high: figure.high,
        approximate: Some(figure.approximate),
        unit: figure.unit,
        iso: figure.iso,
        counted: figure.counted,
        source: figure.source.map(|source| source.text),
        links: figure.links.join(" "),
        ..row(&figure.id, "figure")
    });
    // The words that it supports; else itself.
    let links = document.links.iter().zip(&annotations.links).map(|(link, own)| Row {
        start: link.anchor.map_or(link.start, |anchor| anchor.start),
        end: link.anchor.map_or(link.end, |anchor| anchor.end),
        text: own.anchor.unwrap_or(own.span).of(text),
        name: link.title,
        iso: link.date.as_deref(),
        url: link.url,
        ..row(&link.id, "link")
    });
    // "e1" is the first entity.
    let speaker = |id: &Option<String>| {
        let number: usize = id.as_ref()?.get(1..)?.parse().ok()?;
        document.entities.get(number - 1).map(|entity| entity.name)
    };
    let quotes = document.quotes.iter().map(|quote| Row {
        start: quote.range.start,
        end: quote.range.end,
        text: quote.range.text,
        name: speaker(&quote.speaker),
        ..row(&quote.id, "quote")
    });
    let mut rows: Vec<Row> = entities.chain(figures).chain(links).chain(quotes).collect();
    rows.sort_by_key(|row| (row.start, row.end));
    rows
}
