//! What a number is compared with: "412 millions d'euros, contre 389 millions".

use crate::figure::grammar::Lexicon;
use crate::figure::{Figure, Measure};
use crate::text::Span;

/// From this on a sum is told in words ("1,3 milliard"), which what it is compared with may leave out ("contre 1,1").
const TOLD_IN_WORDS: f64 = 1e6;

/// Gives each bare number of a sentence the measure and unit of the figure that it is compared with.
pub(crate) fn find_alike(text: &str, lexicon: &Lexicon, figures: &mut [Figure]) {
    let comparing = lexicon.language().figure().comparing;
    for index in 1..figures.len() {
        let (before, rest) = figures.split_at_mut(index);
        let (Some(like), Some(figure)) = (before.last(), rest.first_mut()) else { continue };
        let bare = figure.measure == Measure::Cardinal && figure.counted.is_none() && !figure.span.is_empty();
        let measured = matches!(like.measure, Measure::Money | Measure::Percent | Measure::Quantity);
        let between = Span::new(like.span.end, figure.span.start).of(text);
        if !bare || !measured || !comparing.contains(&between) {
            continue;
        }
        let size = |figure: &Figure| figure.value.or(figure.low).unwrap_or(0.0);
        if size(like) < TOLD_IN_WORDS || size(figure) >= TOLD_IN_WORDS {
            (figure.measure, figure.unit) = (like.measure, like.unit.clone());
        }
    }
}
