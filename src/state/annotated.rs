//! Annotates an article in slices and computes the highlights to paint.

use super::{Document, Filter, Slice};
use manicule_core::relation::{Highlight, Kind, Target, highlights};
use manicule_core::{Annotations, Annotator, Options, Pack, Progress};

/// The annotations of a [`Document`] and the highlights computed from them.
#[derive(Debug)]
pub struct Annotated {
    /// The engine's annotations.
    pub annotations: Annotations,
    /// The highlights, sorted and without overlaps. Page elements refer to them by index.
    pub highlights: Vec<Highlight>,
    /// For each highlight, whether it is the first in the text that refers to its target.
    first: Vec<bool>,
    /// The number of highlights of each kind, in the order of [`Kind::ALL`].
    counts: [usize; Kind::ALL.len()],
}

impl Annotated {
    /// Computes the highlights of `annotations`.
    pub fn new(annotations: Annotations) -> Annotated {
        let highlights = highlights(&annotations);
        let mut seen = vec![false; annotations.entities.len()];
        let mut counts = [0; Kind::ALL.len()];
        let first = highlights
            .iter()
            .map(|highlight| {
                counts[highlight.kind as usize] += 1;
                match highlight.target {
                    Target::Entity(index) => !std::mem::replace(&mut seen[index], true),
                    Target::Figure(_) | Target::Link(_) => true,
                }
            })
            .collect();
        Annotated { annotations, highlights, first, counts }
    }

    /// Returns the number of highlights of `kind` in the article.
    pub fn count(&self, kind: Kind) -> usize {
        self.counts[kind as usize]
    }

    /// Returns whether the highlight at `index` is the first one that refers to its target.
    pub fn is_first(&self, index: usize) -> bool {
        self.first[index]
    }

    /// Returns whether the highlight at `index` is painted when `filter` is active.
    pub fn is_shown(&self, index: usize, filter: Filter) -> bool {
        filter.shows(self.highlights[index].kind) && (self.first[index] || !filter.first_only)
    }

    /// Returns the indices of the highlights that start in the byte range `start..end`.
    pub fn within(&self, start: usize, end: usize) -> std::ops::Range<usize> {
        let at = |offset| self.highlights.partition_point(|highlight| highlight.span.start < offset);
        at(start)..at(end)
    }

    /// Returns the index of the highlight of `target` that starts at byte `offset`.
    pub fn at(&self, offset: usize, target: Target) -> Option<usize> {
        let index = self.highlights.partition_point(|highlight| highlight.span.start < offset);
        let highlight = self.highlights.get(index)?;
        (highlight.span.start == offset && highlight.target == target).then_some(index)
    }

    /// Returns the index of the first highlight of `target` that `filter` shows; if it shows none, of the first one.
    pub fn first_of(&self, target: Target, filter: Filter) -> Option<usize> {
        let mut all = (0..self.highlights.len()).filter(|&index| self.highlights[index].target == target);
        let first = all.next()?;
        Some(std::iter::once(first).chain(all).find(|&index| self.is_shown(index, filter)).unwrap_or(first))
    }
}

/// Annotates `document` in slices and computes its highlights; see [`drive`].
pub async fn annotate(
    document: &Document,
    pack: Option<&Pack>,
    is_wanted: &dyn Fn() -> bool,
    progress: &dyn Fn(Progress),
) -> Option<Annotated> {
    let options = Options { language: document.language, date: document.date };
    let (article, links) = (document.article.clone(), document.links.clone());
    let annotator = Annotator::of_article(&document.text, article, links, options, pack);
    let annotations = drive(annotator, is_wanted, progress).await?;
    Some(Annotated::new(annotations))
}

/// Runs `annotator` to completion in slices, so that the page stays responsive, and calls `progress` after each slice.
/// Returns `None` as soon as `is_wanted` returns false.
pub async fn drive(
    mut annotator: Annotator<'_>,
    is_wanted: &dyn Fn() -> bool,
    progress: &dyn Fn(Progress),
) -> Option<Annotations> {
    let mut slice = Slice::start();
    while let Some(step) = annotator.step() {
        if slice.is_over() {
            progress(step);
            slice.pause().await;
            if !is_wanted() {
                return None;
            }
        }
    }
    slice.pause_if_over().await;
    let annotations = annotator.finish();
    slice.pause_if_over().await;
    is_wanted().then_some(annotations)
}

/// Converts `progress` to the fraction of the work that is done, from 0 to 1.
pub fn fraction(progress: Progress) -> f64 {
    progress.done as f64 / progress.total as f64
}
