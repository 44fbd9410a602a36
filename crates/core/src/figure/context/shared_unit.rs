//! Units that two figures share: in "412 millions d'euros, contre 389 millions" the second number is in euros
//! too.

use crate::figure::grammar::Lexicon;
use crate::figure::number::product;
use crate::figure::{Figure, Measure, Sense, TimeUnit};
use crate::text::{Span, fold};

/// A number that is smaller than its neighbour by at least this factor does not share its unit: it leaves out
/// "millions" ("1,3 milliard contre 1,1") or counts something else.
const MAX_VALUE_RATIO: f64 = 1000.0;

/// The text between a number and the figure that it is compared with has at most this many bytes.
const MAX_COMPARISON_BYTES: usize = 24;

/// The text between two figures of a list, which holds a place or group name, has at most this many bytes.
const MAX_LIST_PLACE_BYTES: usize = 60;

/// Gives each bare number of a sentence the measure and unit of the adjacent figure that it is compared or
/// listed with: "6,4 et 5,1 %".
pub(crate) fn share_units(text: &str, lexicon: &Lexicon, figures: &mut [Figure]) {
    let tables = lexicon.language().figure();
    for index in 1..figures.len() {
        let (before, rest) = figures.split_at_mut(index);
        let (Some(first), Some(second)) = (before.last_mut(), rest.first_mut()) else { continue };
        let between = Span::new(first.span.end, second.span.start).of(text);
        // "12 degrés à Lille, 14 à Paris"
        let after = &text[second.span.end..];
        let listed = || {
            let leads = |text: &str| tables.place_prepositions.iter().any(|place| text.starts_with(place));
            let ends = between.ends_with(", ") || between.ends_with(tables.list_link);
            between.len() <= MAX_LIST_PLACE_BYTES && ends && leads(between) && leads(after)
        };
        // "9,90 € le litre, contre 6,15"
        let compared = tables.comparison_links.iter().any(|words| between.ends_with(words))
            && between.len() <= MAX_COMPARISON_BYTES;
        // "l'État apporte 1,1 milliard d'euros, la région 400 millions"
        let size = |figure: &Figure| figure.value.or(figure.low).unwrap_or(0.0);
        let ends = |endings: &[&str]| endings.iter().any(|ending| second.span.of(text).ends_with(ending));
        let is_amount =
            first.measure == Measure::Money && size(first) >= 1e6 && ends(tables.large_amount_endings);
        if between == tables.change_link {
            complete_start(first, second);
        }
        let (like, figure) = match between {
            _ if compared || listed() || is_amount => (first, second),
            _ if between == tables.list_link => (second, first),
            _ => continue,
        };
        let bare = figure.measure == Measure::Cardinal && figure.counted.is_none();
        let measured = matches!(like.measure, Measure::Money | Measure::Percent | Measure::Quantity);
        if bare && measured && size(like) < size(figure) * MAX_VALUE_RATIO {
            (figure.measure, figure.unit) = (like.measure, like.unit.clone());
            if is_in_cents(text, lexicon, like) {
                let numbers = [&mut figure.value, &mut figure.low, &mut figure.high];
                numbers.into_iter().flatten().for_each(|number| *number /= 100.0);
            }
        }
        // "cinq ans de prison, dont trois avec sursis"
        let span =
            like.unit.as_deref().and_then(TimeUnit::named).filter(|_| like.measure == Measure::Duration);
        if let (true, Some(span), Some(part)) =
            (bare && between.ends_with(tables.part_link), span, figure.value)
            && like.value.is_some_and(|whole| part < whole)
        {
            (figure.measure, figure.unit) = (Measure::Duration, like.unit.clone());
            figure.iso = Some(span.iso(part));
        }
    }
}

/// Gives the bare number `from` the unit and scale of the figure `to` that it changed into: "passe de 10 à 12
/// millions d'euros".
fn complete_start(from: &mut Figure, to: &Figure) {
    let (Some(was), Some(is)) = (from.value, to.value) else { return };
    if from.measure != Measure::Cardinal || from.counted.is_some() {
        return;
    }
    let near = |scale: &f64| {
        is >= *scale && was < 1000.0 && (is / 100.0..is * 100.0).contains(&product(was, *scale))
    };
    let scale = [1e12, 1e9, 1e6].into_iter().find(near).unwrap_or(1.0);
    let span = to.unit.as_deref().and_then(TimeUnit::named).filter(|_| to.measure == Measure::Duration);
    from.value = Some(product(was, scale));
    from.iso = span.map(|span| span.iso(was));
    (from.measure, from.unit, from.counted) = (to.measure, to.unit.clone(), to.counted);
}

/// Whether the figure is an amount written in hundredths of a currency: "64,7 cents, contre 71".
fn is_in_cents(text: &str, lexicon: &Lexicon, figure: &Figure) -> bool {
    let last = figure.span.of(text).rsplit(char::is_whitespace).next().unwrap_or_default();
    let senses = lexicon.senses(lexicon.id(&fold(last)));
    figure.measure == Measure::Money && senses.iter().any(|sense| matches!(sense, Sense::Cent(_)))
}
