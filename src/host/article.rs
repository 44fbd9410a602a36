//! One annotated article of a host page.

use super::dom::StaticRange;
use super::paint::{Paint, Painter};
use super::target::Target;
use super::text_map::TextMap;
use super::wrap::Wrapping;
use crate::ptr_eq::PtrEq;
use crate::state::{Annotated, Document, Filter, Slice};
use manicule_core::relation::Target as Subject;
use manicule_core::{NoticeCode, Span};
use std::cell::{Ref, RefCell};
use web_sys::{DomRect, Element, Range};

/// An article of a host page with its annotations. It is kept as long as its text stays the same, even if the page
/// replaces its elements.
#[derive(Debug)]
pub struct HostArticle {
    /// The text and its blocks.
    pub document: PtrEq<Document>,
    /// The annotations.
    pub annotated: PtrEq<Annotated>,
    filter: Filter,
    element: RefCell<Element>,
    text_map: RefCell<TextMap>,
    painted: RefCell<Vec<(Paint, StaticRange)>>,
    wrapping: RefCell<Wrapping>,
}

impl HostArticle {
    /// An article that is not painted yet.
    pub fn new(
        document: Document,
        annotated: Annotated,
        filter: Filter,
        element: Element,
        text_map: TextMap,
    ) -> HostArticle {
        HostArticle {
            document: PtrEq::new(document),
            annotated: PtrEq::new(annotated),
            filter,
            element: RefCell::new(element),
            text_map: RefCell::new(text_map),
            painted: RefCell::default(),
            wrapping: RefCell::default(),
        }
    }

    /// The element that contains the article.
    pub fn element(&self) -> Ref<'_, Element> {
        self.element.borrow()
    }

    /// Whether names were not looked for, because the pack was missing.
    pub fn lacks_names(&self) -> bool {
        self.annotated.annotations.notices.iter().any(|notice| notice.code == NoticeCode::NoPack)
    }

    /// Whether the options of `annotatePage` include the highlight at `index`.
    pub fn is_shown(&self, index: usize) -> bool {
        self.annotated.is_shown(index, self.filter)
    }

    /// Indices of the highlights that are shown.
    pub fn shown(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.annotated.highlights.len()).filter(|&index| self.is_shown(index))
    }

    /// Sets a new `element` that contains the article's text, and the map of the text to it.
    pub fn move_to(&self, element: Element, text_map: TextMap) {
        self.element.replace(element);
        self.text_map.replace(text_map);
    }

    /// Paints the highlights, in slices that leave the page responsive.
    pub async fn paint(&self, painter: &Painter) {
        if !Painter::is_supported() {
            self.wrap().await;
            return;
        }
        let mut slice = Slice::start();
        let mut ranges = Vec::with_capacity(self.annotated.highlights.len());
        let indices: Vec<usize> = self.shown().collect();
        // Making a range takes as long as reading the clock, so the clock is read once per batch.
        for batch in indices.chunks(64) {
            {
                let text_map = self.text_map.borrow();
                let static_range = text_map.static_ranges(&self.document.text);
                ranges.extend(batch.iter().filter_map(|&index| {
                    let highlight = self.annotated.highlights[index];
                    Some((Paint::Kind(highlight.kind), static_range(highlight.span)?))
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

    /// Removes the painted highlights.
    pub fn unpaint(&self, painter: &Painter) {
        self.wrapping.take().undo();
        let ranges = self.painted.take();
        for paint in Paint::ALL {
            painter.remove(paint, ranges.iter().filter(|(other, _)| *other == paint).map(|(_, range)| range));
        }
    }

    /// Wraps the highlighted words in elements, for browsers that cannot paint ranges.
    async fn wrap(&self) {
        self.wrapping.take().undo();
        self.read_again().await;
        let mut parts = Vec::new();
        for index in self.shown() {
            let highlight = self.annotated.highlights[index];
            let class = Paint::Kind(highlight.kind).name();
            let own = self.text_map.borrow().parts(&self.document.text, highlight.span);
            parts.extend(own.into_iter().map(|(node, start, end)| (node, start..end, class.clone())));
        }
        self.wrapping.replace(Wrapping::wrap(parts));
        self.read_again().await;
    }

    /// Maps the text to the text nodes that the element has now.
    async fn read_again(&self) {
        let element = self.element().clone();
        let found = Target::Element(element).find(&[]).await.pop();
        let same = found.filter(|found| *found.text == *self.document.text);
        self.text_map.replace(same.map(|found| found.text_map).unwrap_or_default());
    }

    /// A static range over `span`, for painting.
    pub fn static_range(&self, span: Span) -> Option<StaticRange> {
        self.text_map.borrow().static_ranges(&self.document.text)(span)
    }

    /// A live range over `span`, for measuring.
    pub fn range(&self, span: Span) -> Option<Range> {
        self.text_map.borrow().range(&self.document.text, span)
    }

    /// The bounding box of the words of `span` in the viewport.
    pub fn rect(&self, span: Span) -> Option<DomRect> {
        self.range(span).map(|range| range.get_bounding_client_rect())
    }

    /// The byte offset in the text of a position in the page: a node, and an offset in UTF-16 code units.
    pub fn offset(&self, node: &web_sys::Node, offset: u32) -> Option<usize> {
        self.text_map.borrow().offset(&self.document.text, node, offset)
    }

    /// The sentence of the highlight at `index`.
    pub fn sentence(&self, index: usize) -> Span {
        let span = self.annotated.highlights[index].span;
        self.annotated.annotations.sentence_at(span.start).unwrap_or(span)
    }

    /// The first shown highlight of the entity, figure or link with the `id` of the JSON schema, such as "e1", "f2" or
    /// "l3"; if none is shown, its first one.
    pub fn highlight_of(&self, id: &str) -> Option<usize> {
        let number = id.get(1..)?.parse::<usize>().ok()?.checked_sub(1)?;
        let target = match id.as_bytes().first()? {
            b'e' => Subject::Entity(number),
            b'f' => Subject::Figure(number),
            b'l' => Subject::Link(number),
            _ => return None,
        };
        self.annotated.first_of(target, self.filter)
    }

    /// The highlight of this article that corresponds to the one at `index` of `other`: the nearest one of the same
    /// kind and wording.
    pub fn matching_highlight(&self, other: &HostArticle, index: usize) -> Option<usize> {
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
