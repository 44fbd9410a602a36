//! W3C Web Annotations (<https://www.w3.org/TR/annotation-model/>) as JSON-LD.
//!
//! There is an annotation for each mention, figure, link and quote. Its target selects a range of the article by a
//! text position in Unicode code points and by a text quote with the text around it, so that programs find the range
//! again in an edited text. Its bodies describe the range.

use super::json::id_of;
use crate::annotations::Annotations;
use crate::figure::Figure;
use crate::text::{Offsets, Span};
use serde::Serialize;

/// Most code points of the prefix and of the suffix of a text quote.
const CONTEXT_LENGTH: usize = 32;

/// All annotations of an article as an annotation page.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AnnotationPage<'a> {
    /// The JSON-LD context of the model.
    #[serde(rename = "@context")]
    pub context: &'static str,
    /// The IRI of the page, relative to the file that it is written to.
    pub id: &'static str,
    /// Always `AnnotationPage`.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// The annotations in text order.
    pub items: Vec<Annotation<'a>>,
}

/// An annotation of a range of the text.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Annotation<'a> {
    /// `#` and the id in the schema `manicule/1`; for a mention, the id of the entity and the number of the mention:
    /// `#e1.2`.
    pub id: String,
    /// Always `Annotation`.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// The purpose of the annotation.
    pub motivation: Motivation,
    /// The descriptions of the range.
    pub body: Vec<Body<'a>>,
    /// The range.
    pub target: Target<'a>,
}

/// The purpose of an annotation or of one of its bodies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Motivation {
    /// To give the class of an entity, the measure of a figure, or `quote`.
    Classifying,
    /// To give a role, value or title.
    Describing,
    /// To give the name of an entity or speaker.
    Identifying,
    /// To give the address of a link.
    Linking,
}

/// The body of an annotation.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "type")]
pub enum Body<'a> {
    /// A text.
    TextualBody {
        /// The purpose of the text.
        purpose: Motivation,
        /// The text.
        value: String,
        /// The media type of the text.
        format: &'static str,
    },
    /// A cited resource.
    SpecificResource {
        /// The purpose of the resource.
        purpose: Motivation,
        /// The address of the resource.
        source: &'a str,
    },
}

/// The target of an annotation.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Target<'a> {
    /// The IRI of the text.
    pub source: &'a str,
    /// The range in the text: a position and a quote.
    pub selector: [Selector<'a>; 2],
}

/// A selector of a range of the text.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "type")]
pub enum Selector<'a> {
    /// A half-open range of code points.
    #[serde(rename = "TextPositionSelector")]
    Position {
        /// Offset of the first code point.
        start: usize,
        /// Offset just past the last code point.
        end: usize,
    },
    /// The selected text and the text around it.
    #[serde(rename = "TextQuoteSelector")]
    Quote {
        /// The selected text.
        exact: &'a str,
        /// Up to 32 code points before the selected text.
        prefix: &'a str,
        /// Up to 32 code points after the selected text.
        suffix: &'a str,
    },
}

/// Converts `annotations` of `text` into a page of Web Annotations. `source` is the IRI of the text.
pub fn annotation_page<'a>(
    text: &'a str,
    annotations: &'a Annotations,
    source: &'a str,
) -> AnnotationPage<'a> {
    let article = Article { text, source, offsets: Offsets::new(text) };
    let entities = annotations.entities.iter().enumerate().flat_map(|(index, entity)| {
        let id = id_of('e', index);
        let article = &article;
        entity.mentions.iter().enumerate().map(move |(mention, &span)| {
            let mut body = vec![
                class_body(entity.class.as_str()),
                text_body(Motivation::Identifying, entity.name.as_str()),
            ];
            body.extend(entity.role.as_deref().map(|role| text_body(Motivation::Describing, role)));
            let id = format!("{id}.{}", mention + 1);
            (span, article.annotation(id, Motivation::Identifying, body, span))
        })
    });
    let figures = annotations.figures.iter().enumerate().map(|(index, figure)| {
        let mut body = vec![class_body(figure.measure.as_str())];
        body.extend(value_of(figure).map(|value| text_body(Motivation::Describing, value)));
        (figure.span, article.annotation(id_of('f', index), Motivation::Classifying, body, figure.span))
    });
    let links = annotations.links.iter().enumerate().filter_map(|(index, link)| {
        // A link without an anchor is annotated at its own span.
        let span = link.anchor.unwrap_or(link.span);
        let address = link.url.as_deref();
        let address = address.map(|source| Body::SpecificResource { purpose: Motivation::Linking, source });
        let title = link.title.as_deref().map(|title| text_body(Motivation::Describing, title));
        let body: Vec<Body> = address.into_iter().chain(title).collect();
        (!body.is_empty())
            .then(|| (span, article.annotation(id_of('l', index), Motivation::Linking, body, span)))
    });
    let quotes = annotations.quotes.iter().enumerate().map(|(index, quote)| {
        let speaker = quote
            .speaker
            .map(|speaker| text_body(Motivation::Identifying, annotations.entities[speaker].name.as_str()));
        let body = [class_body("quote")].into_iter().chain(speaker).collect();
        (quote.span, article.annotation(id_of('q', index), Motivation::Classifying, body, quote.span))
    });
    let mut items: Vec<(Span, Annotation)> = entities.chain(figures).chain(links).chain(quotes).collect();
    items.sort_by_key(|&(span, _)| span);
    AnnotationPage {
        context: "http://www.w3.org/ns/anno.jsonld",
        id: "#page",
        kind: "AnnotationPage",
        items: items.into_iter().map(|(_, annotation)| annotation).collect(),
    }
}

/// The annotated text.
struct Article<'a> {
    text: &'a str,
    source: &'a str,
    offsets: Offsets<'a>,
}

impl<'a> Article<'a> {
    fn annotation(
        &self,
        id: String,
        motivation: Motivation,
        body: Vec<Body<'a>>,
        span: Span,
    ) -> Annotation<'a> {
        let (before, after) = (&self.text[..span.start], &self.text[span.end..]);
        let prefix =
            before.char_indices().rev().take(CONTEXT_LENGTH).last().map_or("", |(at, _)| &before[at..]);
        let suffix = after.char_indices().nth(CONTEXT_LENGTH).map_or(after, |(at, _)| &after[..at]);
        let (start, end) = (self.offsets.code_points(span.start), self.offsets.code_points(span.end));
        let position = Selector::Position { start, end };
        let quote = Selector::Quote { exact: span.of(self.text), prefix, suffix };
        let target = Target { source: self.source, selector: [position, quote] };
        Annotation { id: format!("#{id}"), kind: "Annotation", motivation, body, target }
    }
}

fn text_body(purpose: Motivation, value: impl Into<String>) -> Body<'static> {
    Body::TextualBody { purpose, value: value.into(), format: "text/plain" }
}

fn class_body(class: &str) -> Body<'static> {
    text_body(Motivation::Classifying, class)
}

/// The value of a figure: a date, time or duration in ISO 8601, else the number or its bounds as `low..high`, with
/// the unit. An open bound is empty. None if the figure has no value.
fn value_of(figure: &Figure) -> Option<String> {
    if figure.iso.is_some() {
        return figure.iso.clone();
    }
    let number = match (figure.low, figure.high) {
        (None, None) => figure.value?.to_string(),
        (low, high) => {
            let end = |end: Option<f64>| end.map_or(String::new(), |end| end.to_string());
            format!("{}..{}", end(low), end(high))
        }
    };
    Some(match &figure.unit {
        Some(unit) => format!("{number} {unit}"),
        None => number,
    })
}
