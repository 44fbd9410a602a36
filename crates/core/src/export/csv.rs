//! A table for spreadsheets, with a row for each mention, figure, link and quote.

use super::json::{Document, Id};
use crate::annotations::Annotations;
use serde::Serialize;

/// The names of the columns, which are the fields of [`Row`] in order.
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

/// A row of the table. Fields that do not apply to its kind are empty.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Row<'a> {
    /// The caller's id of the text, such as a file name.
    pub document: Option<Id<'a>>,
    /// The id in the schema `manicule/1`. An entity has a row for each of its mentions, all with the same id.
    pub id: &'a str,
    /// `entity`, `figure`, `link` or `quote`.
    pub kind: &'static str,
    /// The class of an entity or the measure of a figure.
    pub class: &'static str,
    /// Offset of the first code point in the text.
    pub start: usize,
    /// Offset just past the last code point.
    pub end: usize,
    /// The text from `start` to `end`.
    pub text: &'a str,
    /// The name of an entity, title of a link or speaker of a quote.
    pub name: Option<&'a str>,
    /// The role of a person.
    pub role: Option<&'a str>,
    /// Latitude in degrees north, from -90 to 90.
    pub lat: Option<f64>,
    /// Longitude in degrees east, from -180 to 180.
    pub lon: Option<f64>,
    /// ISO 3166-1 alpha-2 code of the country.
    pub country: Option<&'a str>,
    /// The value of a figure.
    pub value: Option<f64>,
    /// The lower bound of a figure's value.
    pub low: Option<f64>,
    /// The upper bound of a figure's value.
    pub high: Option<f64>,
    /// Whether the value of a figure is approximate.
    pub approximate: Option<bool>,
    /// The unit of a figure.
    pub unit: Option<&'a str>,
    /// The date, time or duration of a figure, or the date of a link, in ISO 8601.
    pub iso: Option<&'a str>,
    /// What a figure counts.
    pub counted: Option<&'a str>,
    /// Who gives a figure.
    pub source: Option<&'a str>,
    /// The address of a link.
    pub url: Option<&'a str>,
    /// The ids of the links cited for an entity or a figure, separated by spaces.
    pub links: String,
}

/// Returns the rows for `document`, in text order. `document` must be that of `annotations`, and these of `text`.
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
    // A link without an anchor is represented by its own span.
    let links = document.links.iter().zip(&annotations.links).map(|(link, own)| Row {
        start: link.anchor.map_or(link.start, |anchor| anchor.start),
        end: link.anchor.map_or(link.end, |anchor| anchor.end),
        text: own.anchor.unwrap_or(own.span).of(text),
        name: link.title,
        iso: link.date.as_deref(),
        url: link.url,
        ..row(&link.id, "link")
    });
    let quotes = document.quotes.iter().zip(&annotations.quotes).map(|(quote, own)| Row {
        start: quote.range.start,
        end: quote.range.end,
        text: quote.range.text,
        name: own.speaker.map(|speaker| document.entities[speaker].name),
        ..row(&quote.id, "quote")
    });
    let mut rows: Vec<Row> = entities.chain(figures).chain(links).chain(quotes).collect();
    rows.sort_by_key(|row| (row.start, row.end));
    rows
}
