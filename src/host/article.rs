//! One annotated article of the page.

use super::dom::{StaticRange, address};
use super::gather::{Gathered, gather};
use super::paint::{Paint, Painter};
use super::places::Places;
use super::wrap::Wrapping;
use crate::load::Source;
use crate::ptr_eq::PtrEq;
use crate::state::{Annotated, Document, Filter, Slice};
use manicule_core::relation::Target;
use manicule_core::{Language, Published, Span};
use std::cell::{Ref, RefCell};
use web_sys::{DomRect, Element, Range};

/// An article of the page with its annotations. The same one is kept as long as its text is the same, even if the page
/// sets it anew.
#[derive(Debug)]
pub struct HostArticle {
    /// The text and its blocks.
    pub document: PtrEq<Document>,
    /// What was found in it.
    pub annotated: PtrEq<Annotated>,
    filter: Filter,
    element: RefCell<Element>,
    places: RefCell<Places>,
    painted: RefCell<Vec<(Paint, StaticRange)>>,
    wrapping: RefCell<Wrapping>,
}

/// The [`Document`] of what was gathered, and where in the page it is.
pub fn document(gathered: Gathered, language: Language, date: Option<Published>) -> (Document, Places) {
    let Gathered { text, article, links, places } = gathered;
    let address = address();
    let document = Document::new(Source::Address(address), text, article);
    (Document { language, links, date, ..document }, places)
}

impl HostArticle {
    /// An article that is not painted yet.
    pub fn new(
        document: PtrEq<Document>,
        annotated: Annotated,
        filter: Filter,
        element: Element,
        places: Places,
    ) -> HostArticle {
        HostArticle {
            document,
            annotated: PtrEq::new(annotated),
            filter,
            element: RefCell::new(element),
            places: RefCell::new(places),
            painted: RefCell::default(),
            wrapping: RefCell::default(),
        }
    }

    /// The element that the article is in.
    pub fn element(&self) -> Ref<'_, Element> {
        self.element.borrow()
    }

    /// Whether the highlight at `index` is one that the publisher wants.
    pub fn is_shown(&self, index: usize) -> bool {
        self.annotated.is_shown(index, self.filter)
    }

    /// Indices of the highlights that are shown.
    pub fn shown(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.annotated.highlights.len()).filter(|&index| self.is_shown(index))
    }

    /// Goes on with the same text at other `places`, which are in `element`.
    pub fn move_to(&self, element: Element, places: Places) {
        self.element.replace(element);
        self.places.replace(places);
    }

    /// Paints the highlights anew, a slice at a time.
    pub async fn paint(&self, painter: &Painter) {
        if !Painter::is_supported() {
            self.wrap();
            return;
        }
        let mut slice = Slice::start();
        let mut ranges = Vec::with_capacity(self.annotated.highlights.len());
        let indices: Vec<usize> = self.shown().collect();
        // A range costs no more than a look at the clock.
        for batch in indices.chunks(64) {
            {
                let places = self.places.borrow();
                let still = places.stills(&self.document.text);
                ranges.extend(batch.iter().filter_map(|&index| {
                    let highlight = self.annotated.highlights[index];
                    Some((Paint::Kind(highlight.kind), still(highlight.span)?))
                }));
            }
            slice.pause_if_over().await;
        }
        self.unpaint(painter);
        for paint in Paint::ALL {
            let own = ranges.iter().filter(|(other, _)| *other == paint).map(|(_, range)| range);
            painter.add(paint, own);
        }
        self.painted.replace(ranges);
    }

    /// Takes the paint off.
    pub fn unpaint(&self, painter: &Painter) {
        self.wrapping.take().undo();
        let ranges = self.painted.take();
        for paint in Paint::ALL {
            painter.remove(paint, ranges.iter().filter(|(other, _)| *other == paint).map(|(_, range)| range));
        }
    }

    /// Where the browser cannot paint ranges: elements around the words.
    fn wrap(&self) {
        self.wrapping.take().undo();
        let element = self.element().clone();
        self.places.replace(gather(&element).places);
        let mut parts = Vec::new();
        for index in self.shown() {
            let highlight = self.annotated.highlights[index];
            let class = Paint::Kind(highlight.kind).name();
            let own = self.places.borrow().parts(&self.document.text, highlight.span);
            parts.extend(own.into_iter().map(|(node, start, end)| (node, start..end, class.clone())));
        }
        self.wrapping.replace(Wrapping::wrap(parts));
        self.places.replace(gather(&element).places);
    }

    /// A range over `span` that stays as it is, for painting.
    pub fn still(&self, span: Span) -> Option<StaticRange> {
        self.places.borrow().stills(&self.document.text)(span)
    }

    /// A range over `span`, for measuring.
    pub fn range(&self, span: Span) -> Option<Range> {
        self.places.borrow().range(&self.document.text, span)
    }

    /// Where the words of `span` are on the screen.
    pub fn rect(&self, span: Span) -> Option<DomRect> {
        self.range(span).map(|range| range.get_bounding_client_rect())
    }

    /// The byte of the text at a position in the page.
    pub fn offset(&self, node: &web_sys::Node, offset: u32) -> Option<usize> {
        self.places.borrow().offset(&self.document.text, node, offset)
    }

    /// The sentence of the highlight at `index`.
    pub fn sentence(&self, index: usize) -> Span {
        let span = self.annotated.highlights[index].span;
        self.annotated.annotations.sentence_at(span.start).unwrap_or(span)
    }

    /// The highlight that shows best what the schema's `id` names: "e1", "f2", "l3".
    pub fn highlight_of(&self, id: &str) -> Option<usize> {
        let number = id.get(1..)?.parse::<usize>().ok()?.checked_sub(1)?;
        let target = match id.as_bytes().first()? {
            b'e' => Target::Entity(number),
            b'f' => Target::Figure(number),
            b'l' => Target::Link(number),
            _ => return None,
        };
        self.annotated.first_of(target, self.filter)
    }

    /// The highlight of this article that stands for the one at `index` of `other`: on the same words, at the same place
    /// if there is one.
    pub fn same_as(&self, other: &HostArticle, index: usize) -> Option<usize> {
        let wanted = other.annotated.highlights[index];
        let words = wanted.span.of(&other.document.text);
        let is_same = |index: &usize| {
            let own = self.annotated.highlights[*index];
            own.kind == wanted.kind && own.span.of(&self.document.text) == words
        };
        let distance =
            |index: &usize| self.annotated.highlights[*index].span.start.abs_diff(wanted.span.start);
        self.shown().filter(is_same).min_by_key(distance)
    }
}
