//! Choosing the element that contains the article.

use super::boxes::Boxes;
use super::hints::Cue;
use super::measure::{Measure, measure};
use super::outline::{Flow, Outline};

/// An element with less prose than this, in bytes without white space, is not an article.
pub const MIN_PROSE: usize = 170;
/// The article is looked for in the child that has at least this share of the prose of its parent.
const MAIN_SHARE: f64 = 0.75;
/// An element that is marked as an article is taken if the found text has at least this share of its prose.
const MARKED_SHARE: f64 = 0.6;

/// The element of `outline` that contains the main article, if there is one. `raw` are the measures with nothing left
/// out.
pub fn choose(outline: &Outline, raw: &[Measure], cues: &[Option<Cue>]) -> Option<usize> {
    let boxes = Boxes::new(outline, raw, cues, 0);
    let clean = measure(outline, |index| boxes.is_box(index));
    let mut inner = 0;
    while let Some(child) = main_child(outline, &clean, inner) {
        inner = child;
    }
    if clean[inner].prose < MIN_PROSE {
        return None;
    }
    let root = marked(outline, &clean, inner).unwrap_or_else(|| with_siblings(outline, &clean, inner));
    Some(with_title(outline, &clean, root))
}

/// The child of the element at `index` with most of its prose.
fn main_child(outline: &Outline, measures: &[Measure], index: usize) -> Option<usize> {
    let all = measures[index].prose as f64;
    outline.children(index).find(|&child| {
        let is_block = outline.element(child).is_some_and(|facts| facts.flow != Flow::Inline);
        is_block && measures[child].prose as f64 >= MAIN_SHARE * all && measures[child].paragraphs > 1
    })
}

/// The element marked as an article that the element at `inner` is in, or that has most of the prose in it.
fn marked(outline: &Outline, measures: &[Measure], inner: usize) -> Option<usize> {
    let prose = |index: usize| measures[index].prose as f64;
    let around = ["article", "body", "main"].into_iter().find_map(|mark| {
        outline
            .ancestors(inner)
            .find(|&index| is_marked(outline, index, mark))
            .filter(|&index| prose(inner) >= MARKED_SHARE * prose(index))
    });
    around.or_else(|| {
        let inside = inner..outline.nodes[inner].end;
        let most = inside
            .filter(|&index| is_marked(outline, index, "article") || is_marked(outline, index, "body"))
            .max_by(|&one, &other| prose(one).total_cmp(&prose(other)).then(other.cmp(&one)));
        most.filter(|&index| {
            prose(index) >= MARKED_SHARE / 2.0 * prose(inner) && measures[index].prose >= MIN_PROSE
        })
    })
}

/// The article at `first` and those like it, in document order: elements of the same tag with prose of their own, at the
/// same depth, in parents of the same tag.
pub fn with_others(outline: &Outline, raw: &[Measure], cues: &[Option<Cue>], first: usize) -> Vec<usize> {
    let shape = |index: usize| {
        let tag = |index: usize| outline.element(index).map(|facts| &facts.tag);
        (tag(index), tag(outline.nodes[index].parent), outline.ancestors(index).count())
    };
    if !is_marked(outline, first, "article") {
        return vec![first];
    }
    let boxes = Boxes::new(outline, raw, cues, 0);
    let own = shape(first);
    let is_like = |index: usize| {
        is_marked(outline, index, "article")
            && raw[index].prose >= MIN_PROSE
            && shape(index) == own
            && !outline.ancestors(index).any(|ancestor| ancestor > 0 && boxes.is_box(ancestor))
    };
    (1..outline.nodes.len()).filter(|&index| index == first || is_like(index)).collect()
}

fn is_marked(outline: &Outline, index: usize, mark: &str) -> bool {
    outline.element(index).is_some_and(|facts| match mark {
        "article" => facts.tag == "article" || facts.role == "article",
        "body" => facts.is_article_body,
        _ => facts.tag == "main" || facts.role == "main",
    })
}

/// The element at `inner`, or its parent if the rest of the parent is hardly anything but prose too: an article in
/// several parts.
fn with_siblings(outline: &Outline, measures: &[Measure], inner: usize) -> usize {
    let (own, around) = (measures[inner], measures[outline.nodes[inner].parent]);
    let (prose, text) = (around.prose - own.prose, around.text - own.text);
    let is_prose = around.paragraphs >= own.paragraphs + 4 && prose as f64 >= 0.9 * text as f64;
    if is_prose { outline.nodes[inner].parent } else { inner }
}

/// The element at `inner`, or the one around it that also contains the title, and besides it hardly anything but a few
/// sentences: the standfirst.
fn with_title(outline: &Outline, measures: &[Measure], inner: usize) -> usize {
    let own = measures[inner];
    if own.titles > 0 {
        return inner;
    }
    let is_close = |&index: &usize| {
        let (text, prose) = (measures[index].text - own.text, measures[index].prose - own.prose);
        let share = if prose * 2 >= text { 0.3 } else { 0.12 };
        text as f64 <= share * own.text as f64
    };
    let mut around = outline.ancestors(inner).take_while(is_close);
    around.find(|&index| measures[index].titles > 0).unwrap_or(inner)
}
