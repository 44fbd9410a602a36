//! Painting ranges with the CSS Custom Highlight API, which leaves the document unchanged.

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

/// A style in which ranges are painted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paint {
    /// The underline of a highlight of this kind.
    Kind(Kind),
    /// The tint of the sentence with the highlight that the card is open for.
    Passage,
    /// The tint of all mentions of the subject of the open card.
    Subject,
    /// The tint of the words that the card is open for, or of the link chosen in it.
    Current,
}

impl Paint {
    /// All paints. Tints are registered in this order, from the bottom layer to the top.
    pub const ALL: [Paint; 12] = {
        let mut all = [Paint::Passage; 12];
        all[1] = Paint::Subject;
        all[2] = Paint::Current;
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
            Paint::Current => 2,
            Paint::Kind(kind) => 3 + kind as usize,
        }
    }

    /// The name in the page's highlight registry and in style sheets.
    pub fn name(self) -> String {
        let own = match self {
            Paint::Kind(kind) => kind.as_str(),
            Paint::Passage => "passage",
            Paint::Subject => "subject",
            Paint::Current => "here",
        };
        format!("manicule-{own}")
    }
}

/// One `Highlight` object for each paint, created on first use. Those with ranges are in the page's highlight registry,
/// along with the page's own ones.
#[derive(Debug, Default)]
pub struct Painter {
    highlights: [OnceCell<Option<Highlight>>; 12],
}

impl Painter {
    /// Whether the browser can paint ranges.
    pub fn is_supported() -> bool {
        HIGHLIGHTS.with(Option::is_some)
    }

    /// Adds `ranges` to those painted in `paint`.
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

    /// Removes `ranges` from those painted in `paint`.
    pub fn remove<'r>(&self, paint: Paint, ranges: impl Iterator<Item = &'r StaticRange>) {
        self.remove_ranges(paint, |own| {
            for range in ranges {
                own.delete(range);
            }
        });
    }

    /// Removes all ranges painted in `paint`.
    pub fn clear(&self, paint: Paint) {
        self.remove_ranges(paint, Highlight::clear);
    }

    /// Calls `remove`, then takes the highlight out of the registry if it has no ranges left.
    fn remove_ranges(&self, paint: Paint, remove: impl FnOnce(&Highlight)) {
        let Some(Some(own)) = self.highlights[paint.index()].get() else { return };
        if own.size() == 0 {
            return;
        }
        remove(own);
        if own.size() == 0 {
            HIGHLIGHTS.with(|registry| registry.as_ref().map(|registry| registry.remove(&paint.name())));
        }
    }
}

/// A highlight for `paint`, without ranges; none if the browser lacks the API.
fn highlight(paint: Paint) -> Option<Highlight> {
    let new = Highlight::new().ok()?;
    // Tints are below the page's own highlights. Underlines cover nothing, and WebKit draws none with a negative priority.
    // The tints have the same priority, so that the one registered last is on top: tints of different priorities that
    // overlap below a line make WebKitGTK 2.50 crash.
    if !matches!(paint, Paint::Kind(_)) {
        new.set_priority(-1);
    }
    Some(new)
}
