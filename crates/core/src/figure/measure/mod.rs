//! Amounts from the captures of rules.

mod duration;
mod part;
mod quantity;
mod range;

use crate::figure::grammar::Match;
use crate::figure::value::{Amount, Built};
use crate::figure::{Action, Bound, Measure};

/// Builds the result of a rule with a numeric `action`. None if the action is not numeric or the captures do
/// not support it.
pub(crate) fn build(action: Action, matched: Match) -> Option<Built> {
    let amount = match action {
        Action::Nothing => return Some(Built::Nothing),
        Action::Percent => matched.percent(),
        Action::BasisPoints => matched.basis_points(),
        Action::Money => matched.money(),
        Action::MoneyIn(code) => matched.money_in(code),
        Action::BillionsIn(code) => {
            matched.money_in(code).filter(|sum| sum.value.is_some_and(|value| value >= 1e9))
        }
        Action::Quantity => matched.quantity(),
        Action::Rate => matched.rate(),
        Action::BelowZero => matched.below_zero(),
        Action::Duration => matched.duration(),
        Action::ShortDuration => matched.short_duration(),
        Action::OneUnit => Some(Amount::duration(1.0, matched.time_unit()?)),
        Action::Add => matched.add(),
        Action::Few => matched.few(),
        Action::RaceDuration(unit) => matched.race_duration(unit),
        Action::Age => matched.age(),
        Action::Ages => matched.age().filter(|age| age.low.is_some()),
        Action::LikelyAge => matched.likely_age(),
        Action::Fraction => matched.fraction(),
        Action::BoundedShare(bound) => matched.fold().or_else(|| matched.fraction())?.bounded(bound),
        Action::Multiple => matched.multiple(),
        Action::InverseMultiple => {
            let times = matched.number(0)?.value + matched.part().unwrap_or(0.0);
            Some(Amount::of(Measure::Ratio, 1.0 / times))
        }
        Action::Fold => matched.fold(),
        Action::Collective => matched.collective(),
        Action::Score => matched.score(),
        Action::WonScore => matched.score().filter(|score| score.low >= score.high),
        Action::Range => matched.range(),
        Action::RangeUnlessChange => matched.range_unless_change(),
        Action::Between => matched.between(),
        Action::Either => matched.either(),
        Action::Bounded => matched.bounded(),
        Action::AtLeast => matched.amount(0)?.bounded(Bound::Least),
        Action::AtMost => matched.amount(0)?.bounded(Bound::Most),
        Action::Negated => Some(Amount::cardinal(-matched.number(0)?.value)),
        Action::Keep => matched.amount(0),
        _ => None,
    }?;
    let finite = [amount.value, amount.low, amount.high].into_iter().flatten().all(f64::is_finite);
    finite.then_some(Built::Amount(amount))
}
