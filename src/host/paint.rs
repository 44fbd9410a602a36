//! Painting highlights with the CSS Custom Highlight API, without changing the page's elements.

use super::dom::StaticRange;
use manicule_core::relation::Kind;
use std::cell::OnceCell;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// CSS Custom Highlight API, `Highlight`.
    #[derive(Debug)]
    type Highlight;

    #[wasm_bindgen(constructor, catch)]
    fn new() -> Result<Highlight, JsValue>;
    #[wasm_bindgen(method)]
    fn add(this: &Highlight, range: &StaticRange);
    #[wasm_bindgen(method)]
    fn delete(this: &Highlight, range: &StaticRange) -> bool;
    #[wasm_bindgen(method)]
    fn clear(this: &Highlight);
    #[wasm_bindgen(method, getter)]
    fn size(this: &Highlight) -> u32;
    #[wasm_bindgen(method, setter)]
    fn set_priority(this: &Highlight, priority: i32);

    /// CSS Custom Highlight API, `HighlightRegistry`.
    type HighlightRegistry;

    #[wasm_bindgen(method)]
    fn set(this: &HighlightRegistry, name: &str, highlight: &Highlight);
    #[wasm_bindgen(method, js_name = delete)]
    fn remove(this: &HighlightRegistry, name: &str) -> bool;

    #[wasm_bindgen(thread_local_v2, js_namespace = CSS, js_name = highlights)]
    static HIGHLIGHTS: Option<HighlightRegistry>;
}

/// The highlights that ranges are added to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paint {
    /// A highlight of this kind.
    Kind(Kind),
    /// The sentence of the selected highlight.
    Passage,
    /// The other mentions of the subject of the open gloss.
    Subject,
    /// The selected highlight, or the words that a link supports.
    Here,
}

impl Paint {
    /// All of them, in painting order.
    pub const ALL: [Paint; 12] = {
        let mut all = [Paint::Passage; 12];
        all[1] = Paint::Subject;
        all[2] = Paint::Here;
        let mut kind = 0;
        while kind < Kind::ALL.len() {
            all[3 + kind] = Paint::Kind(Kind::ALL[kind]);
            kind += 1;
        }
        all
    };

    fn index(self) -> usize {
        match self {
            Paint::Passage => 0,
            Paint::Subject => 1,
            Paint::Here => 2,
            Paint::Kind(kind) => 3 + kind as usize,
        }
    }

    /// The name in the highlight registry and in style sheets.
    pub fn name(self) -> String {
        let own = match self {
            Paint::Kind(kind) => kind.as_str(),
            Paint::Passage => "passage",
            Paint::Subject => "subject",
            Paint::Here => "here",
        };
        format!("manicule-{own}")
    }
}

/// The program's highlights, created once. Those with ranges are in the page's registry, whose other entries are not
/// touched.
#[derive(Debug, Default)]
pub struct Painter {
    highlights: [OnceCell<Option<Highlight>>; 12],
}

impl Painter {
    /// Whether the browser supports the CSS Custom Highlight API.
    pub fn is_supported() -> bool {
        HIGHLIGHTS.with(Option::is_some)
    }

    /// Adds `ranges`.
    pub fn add<'r>(&self, paint: Paint, ranges: impl Iterator<Item = &'r StaticRange>) {
        let mut ranges = ranges.peekable();
        if ranges.peek().is_none() {
            return;
        }
        let Some(own) = self.highlights[paint.index()].get_or_init(|| highlight(paint)) else { return };
        if own.size() == 0 {
            HIGHLIGHTS.with(|registry| registry.as_ref().map(|registry| registry.set(&paint.name(), own)));
        }
        ranges.for_each(|range| own.add(range));
    }

    /// Removes `ranges`.
    pub fn remove<'r>(&self, paint: Paint, ranges: impl Iterator<Item = &'r StaticRange>) {
        self.remove_ranges(paint, |own| {
            for range in ranges {
                own.delete(range);
            }
        });
    }

    /// Removes all ranges.
    pub fn clear(&self, paint: Paint) {
        self.remove_ranges(paint, Highlight::clear);
    }

    /// Removes ranges, and the highlight from the registry when it is empty.
    fn remove_ranges(&self, paint: Paint, take: impl FnOnce(&Highlight)) {
        let Some(Some(own)) = self.highlights[paint.index()].get() else { return };
        if own.size() == 0 {
            return;
        }
        take(own);
        if own.size() == 0 {
            HIGHLIGHTS.with(|registry| registry.as_ref().map(|registry| registry.remove(&paint.name())));
        }
    }
}

/// Creates an empty highlight.
fn highlight(paint: Paint) -> Option<Highlight> {
    let new = Highlight::new().ok()?;
    // Tints are painted below the page's own highlights, in the order of their list. Lines cover nothing, and WebKit does
    // not draw lines with a negative priority.
    if !matches!(paint, Paint::Kind(_)) {
        new.set_priority(paint.index() as i32 - 3);
    }
    Some(new)
}
