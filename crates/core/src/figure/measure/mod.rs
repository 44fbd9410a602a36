//! Amounts from the captures of rules.

mod length;
mod part;
mod quantity;
mod range;

use crate::figure::grammar::Taken;
use crate::figure::value::{Amount, Built};
use crate::figure::{Bound, Make, Measure};

/// Builds the result of a rule with a numeric `action`. None if the action is not numeric or the captures do
/// not support it.
pub(crate) fn make(make: Make, taken: Taken) -> Option<Built> {
    let amount = match make {
        Make::Nothing => return Some(Built::Nothing),
        Make::Percent => taken.percent(),
        Make::BasisPoints => taken.basis_points(),
        Make::Money => taken.money(),
        Make::Sum(code) => taken.sum(code),
        Make::Billions(code) => taken.sum(code).filter(|sum| sum.value.is_some_and(|value| value >= 1e9)),
        Make::Quantity => taken.quantity(),
        Make::Per => taken.per(),
        Make::Negative => taken.below_zero(),
        Make::Duration => taken.duration(),
        Make::Brief => taken.brief(),
        Make::Whole => Some(Amount::duration(1.0, taken.span()?)),
        Make::Add => taken.add(),
        Make::Few => taken.few(),
        Make::Timed(unit) => taken.timed(unit),
        Make::Age => taken.age(),
        Make::Ages => taken.age().filter(|age| age.low.is_some()),
        Make::Lived => taken.lived(),
        Make::Fraction => taken.fraction(),
        Make::Share(bound) => taken.fold().or_else(|| taken.fraction())?.bounded(bound),
        Make::Multiple => taken.multiple(),
        Make::Fewer => {
            let times = taken.number(0)?.value + taken.part().unwrap_or(0.0);
            Some(Amount::of(Measure::Ratio, 1.0 / times))
        }
        Make::Fold => taken.fold(),
        Make::Crowd => taken.crowd(),
        Make::Score => taken.score(),
        Make::Won => taken.score().filter(|score| score.low >= score.high),
        Make::Range => taken.range(),
        Make::Course => taken.course(),
        Make::Between => taken.between(),
        Make::Either => taken.either(),
        Make::Bounded => taken.bounded(),
        Make::AtLeast => taken.amount(0)?.bounded(Bound::Least),
        Make::AtMost => taken.amount(0)?.bounded(Bound::Most),
        Make::Minus => Some(Amount::cardinal(-taken.number(0)?.value)),
        Make::Keep => taken.amount(0),
        _ => None,
    }?;
    let finite = [amount.value, amount.low, amount.high].into_iter().flatten().all(f64::is_finite);
    finite.then_some(Built::Amount(amount))
}
