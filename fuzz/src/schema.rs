//! Checks documents against the JSON schema `manicule/1`, which `embed/manicule.d.ts` describes.

use std::ops::Range;

use serde::Deserialize;

/// Parses a document, which must have exactly the fields of the schema, and checks rules that types cannot express.
///
/// # Panics
/// When the document does not follow the schema or does not fit `text`.
pub fn check(text: &str, json: &str) {
    let document: Document = serde_json::from_str(json).expect("a document of the schema");
    let text = Text::new(text);
    assert_eq!(document.schema, "manicule/1");
    assert_eq!(document.lang, "fr");
    document.date.iter().for_each(|date| check_date(date));
    if let Some(title) = &document.title {
        assert!(text.text.contains(title.as_str()) && !title.is_empty(), "title {title:?}");
    }
    let (links, quotes, figures) = (document.links.len(), document.quotes.len(), document.figures.len());
    for (index, entity) in document.entities.iter().enumerate() {
        check_id(&entity.id, 'e', index);
        assert!(!entity.name.is_empty() && !entity.mentions.is_empty(), "{entity:?}");
        assert!(!entity.aliases.contains(&entity.name), "{entity:?}");
        entity.mentions.iter().for_each(|mention| text.check(mention.start..mention.end, &mention.text));
        check_ids(&entity.links, 'l', links);
        check_ids(&entity.quotes, 'q', quotes);
        check_ids(&entity.figures, 'f', figures);
        if let Some(place) = &entity.place {
            assert!(place.lat.abs() <= 90.0 && place.lon.abs() <= 180.0, "{place:?}");
            assert!(
                place.country.len() == 2 && place.country.bytes().all(|b| b.is_ascii_uppercase()),
                "{place:?}"
            );
        }
    }
    for (index, figure) in document.figures.iter().enumerate() {
        check_id(&figure.id, 'f', index);
        text.check(figure.start..figure.end, &figure.text);
        figure.source.iter().for_each(|source| text.check(source.start..source.end, &source.text));
        figure
            .counted
            .iter()
            .for_each(|counted| assert!(text.text.contains(counted.as_str()), "{counted:?}"));
        if let (Some(low), Some(high)) = (figure.low, figure.high) {
            assert!(low <= high || matches!(figure.measure, Measure::Score), "{figure:?}");
        }
        check_ids(&figure.links, 'l', links);
    }
    for (index, link) in document.links.iter().enumerate() {
        check_id(&link.id, 'l', index);
        assert!(link.start <= link.end && link.end <= text.length(), "{link:?}");
        if let Some(url) = &link.url {
            let allowed = ["http://", "https://", "mailto:"];
            let url = url.to_ascii_lowercase();
            assert!(allowed.iter().any(|scheme| url.starts_with(scheme)), "{link:?}");
        }
        link.date.iter().for_each(|date| check_date(date));
        link.anchor.iter().for_each(|anchor| text.check(anchor.start..anchor.end, &anchor.text));
    }
    for (index, quote) in document.quotes.iter().enumerate() {
        check_id(&quote.id, 'q', index);
        text.check(quote.start..quote.end, &quote.text);
        check_ids(quote.speaker.as_slice(), 'e', document.entities.len());
    }
    for notice in &document.notices {
        assert!(!notice.code.is_empty() && !notice.message.is_empty(), "{notice:?}");
    }
}

/// A text that can be sliced by code points.
struct Text<'t> {
    text: &'t str,
    /// The byte offset of each code point, and the length of the text.
    starts: Vec<usize>,
}

impl<'t> Text<'t> {
    fn new(text: &'t str) -> Self {
        let starts = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        Text { text, starts }
    }

    /// The number of code points.
    fn length(&self) -> usize {
        self.starts.len() - 1
    }

    /// Checks that a range of code points is not empty and contains exactly `words`.
    fn check(&self, range: Range<usize>, words: &str) {
        assert!(range.start < range.end && range.end <= self.length(), "{range:?}");
        assert_eq!(&self.text[self.starts[range.start]..self.starts[range.end]], words);
    }
}

/// Checks the id of the item at `index` of a list: the list's letter and a number that starts at 1.
fn check_id(id: &str, letter: char, index: usize) {
    assert_eq!(id, format!("{letter}{}", index + 1));
}

/// Checks references to a list of `count` items, which must exist and not repeat.
fn check_ids(ids: &[String], letter: char, count: usize) {
    for (index, id) in ids.iter().enumerate() {
        let number: usize = id.strip_prefix(letter).expect("the list's letter").parse().expect("a number");
        assert!((1..=count).contains(&number) && !ids[..index].contains(id), "{ids:?} of {count}");
    }
}

/// Checks that a date is a calendar date in ISO 8601: `2022-01-06`.
fn check_date(date: &str) {
    assert!(manicule_core::parse_date(date).is_some(), "{date}");
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    schema: String,
    #[serde(rename = "id")]
    _id: Option<String>,
    lang: String,
    date: Option<String>,
    title: Option<String>,
    entities: Vec<Entity>,
    figures: Vec<Figure>,
    links: Vec<Link>,
    quotes: Vec<Quote>,
    notices: Vec<Notice>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TextRange {
    start: usize,
    end: usize,
    text: String,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Class {
    Person,
    Place,
    Organisation,
    Event,
    Work,
    Other,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entity {
    id: String,
    #[serde(rename = "class")]
    _class: Class,
    name: String,
    aliases: Vec<String>,
    #[serde(rename = "role")]
    _role: Option<String>,
    mentions: Vec<TextRange>,
    links: Vec<String>,
    quotes: Vec<String>,
    figures: Vec<String>,
    place: Option<Place>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Place {
    lat: f64,
    lon: f64,
    country: String,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Measure {
    Cardinal,
    Ordinal,
    Ratio,
    Score,
    Percent,
    Money,
    Age,
    Duration,
    Quantity,
    Date,
    Time,
    Datetime,
    Period,
    Set,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Figure {
    id: String,
    start: usize,
    end: usize,
    text: String,
    measure: Measure,
    #[serde(rename = "value")]
    _value: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    #[serde(rename = "approximate")]
    _approximate: bool,
    #[serde(rename = "unit")]
    _unit: Option<String>,
    #[serde(rename = "iso")]
    _iso: Option<String>,
    counted: Option<String>,
    source: Option<TextRange>,
    links: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Link {
    id: String,
    start: usize,
    end: usize,
    url: Option<String>,
    #[serde(rename = "host")]
    _host: Option<String>,
    #[serde(rename = "title")]
    _title: Option<String>,
    date: Option<String>,
    anchor: Option<TextRange>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Quote {
    id: String,
    start: usize,
    end: usize,
    text: String,
    speaker: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Notice {
    code: String,
    message: String,
}
