//! W3C Web Annotations: <https://www.w3.org/TR/annotation-model/> and its vocabulary, as JSON-LD.
//!
//! One annotation for each mention, figure, link and quote. Its target is the article, by a text position in Unicode code
//! points and a text quote with what stands around it, so that other programs find the place again in a text that has
//! changed. Its bodies say what stands there.

use super::json::id_of;
use crate::annotations::Annotations;
use crate::figure::Figure;
use crate::text::{Offsets, Span};
use serde::Serialize;

/// How many code points a text quote has before and after it.
const AROUND: usize = 32;

/// All annotations of an article, a page of one.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AnnotationPage<'a> {
    /// The JSON-LD context of the model.
    #[serde(rename = "@context")]
    pub context: &'static str,
    /// Where the page stands: relative to the file that it is written to.
    pub id: &'static str,
    /// `AnnotationPage`.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// The annotations in the order of the text.
    pub items: Vec<Annotation<'a>>,
}

/// What is said of one place in the text.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Annotation<'a> {
    /// `#` and the id that the schema `manicule/1` gives what stands there; with a number for each mention of an entity.
    pub id: String,
    /// `Annotation`.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// Why it was made.
    pub motivation: Motivation,
    /// What is said.
    pub body: Vec<Body<'a>>,
    /// Of what.
    pub target: Target<'a>,
}

/// Why an annotation was made, or what one of its bodies is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Motivation {
    /// To say of what sort it is.
    Classifying,
    /// To say more of it.
    Describing,
    /// To say who, where or what is meant.
    Identifying,
    /// To lead to what is cited.
    Linking,
}

/// Something that is said.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "type")]
pub enum Body<'a> {
    /// Words.
    TextualBody {
        /// What they are for.
        purpose: Motivation,
        /// The words.
        value: String,
        /// Their media type.
        format: &'static str,
    },
    /// Another resource.
    SpecificResource {
        /// What it is for.
        purpose: Motivation,
        /// Its address.
        source: &'a str,
    },
}

/// A place in the text.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Target<'a> {
    /// Which text.
    pub source: &'a str,
    /// Where in it, told in two ways.
    pub selector: [Selector<'a>; 2],
}

/// A way of telling a place.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "type")]
pub enum Selector<'a> {
    /// By code points from the start, half-open.
    #[serde(rename = "TextPositionSelector")]
    Position {
        /// Offset of the first code point.
        start: usize,
        /// Offset just past the last.
        end: usize,
    },
    /// By the words and those around them.
    #[serde(rename = "TextQuoteSelector")]
    Quote {
        /// The words.
        exact: &'a str,
        /// Up to 32 code points before them.
        prefix: &'a str,
        /// Up to 32 code points after them.
        suffix: &'a str,
    },
}

/// `annotations` of `text` as a page of Web Annotations. `source` is the text's IRI.
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
            let mut body =
                vec![class(entity.class.as_str()), words(Motivation::Identifying, entity.name.as_str())];
            body.extend(entity.role.as_deref().map(|role| words(Motivation::Describing, role)));
            let id = format!("{id}.{}", mention + 1);
            (span, article.annotation(id, Motivation::Identifying, body, span))
        })
    });
    let figures = annotations.figures.iter().enumerate().map(|(index, figure)| {
        let mut body = vec![class(figure.measure.as_str())];
        body.extend(stated(figure).map(|value| words(Motivation::Describing, value)));
        (figure.span, article.annotation(id_of('f', index), Motivation::Classifying, body, figure.span))
    });
    let links = annotations.links.iter().enumerate().filter_map(|(index, link)| {
        // A link supports its anchor; without one it stands for itself.
        let span = link.anchor.unwrap_or(link.span);
        let address = link.url.as_deref();
        let address = address.map(|source| Body::SpecificResource { purpose: Motivation::Linking, source });
        let title = link.title.as_deref().map(|title| words(Motivation::Describing, title));
        let body: Vec<Body> = address.into_iter().chain(title).collect();
        (!body.is_empty())
            .then(|| (span, article.annotation(id_of('l', index), Motivation::Linking, body, span)))
    });
    let quotes = annotations.quotes.iter().enumerate().map(|(index, quote)| {
        let speaker = quote
            .speaker
            .map(|speaker| words(Motivation::Identifying, annotations.entities[speaker].name.as_str()));
        let body = [class("quote")].into_iter().chain(speaker).collect();
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

/// The text that is annotated.
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
        let prefix = before.char_indices().rev().take(AROUND).last().map_or("", |(at, _)| &before[at..]);
        let suffix = after.char_indices().nth(AROUND).map_or(after, |(at, _)| &after[..at]);
        let (start, end) = (self.offsets.code_points(span.start), self.offsets.code_points(span.end));
        let position = Selector::Position { start, end };
        let quote = Selector::Quote { exact: span.of(self.text), prefix, suffix };
        let target = Target { source: self.source, selector: [position, quote] };
        Annotation { id: format!("#{id}"), kind: "Annotation", motivation, body, target }
    }
}

fn words(purpose: Motivation, value: impl Into<String>) -> Body<'static> {
    Body::TextualBody { purpose, value: value.into(), format: "text/plain" }
}

fn class(class: &str) -> Body<'static> {
    words(Motivation::Classifying, class)
}

/// A figure's value in one line: a date, time or length in ISO 8601, else the number and its unit, or its bounds as
/// `low..high`, either of which may be open.
fn stated(figure: &Figure) -> Option<String> {
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
