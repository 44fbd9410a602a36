//! The results of rules.

use super::amount::Amount;
use super::moment::{Moment, Recurrence};

/// The result of a rule.
#[derive(Clone, Debug)]
pub(crate) enum Built {
    Amount(Amount),
    Moment(Moment),
    /// From one moment to another, either of which may be open.
    Period(Box<[Option<Moment>; 2]>),
    Set(Box<Recurrence>),
    /// Not a figure.
    Nothing,
}

impl Built {
    /// The moment, or the first moment that a period states.
    pub fn first(&self) -> Option<&Moment> {
        match self {
            Built::Moment(moment) => Some(moment),
            Built::Period(ends) => ends.iter().flatten().next(),
            _ => None,
        }
    }
}

/// A number as written in the text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Number {
    pub value: f64,
    /// The number of digits if it is written in digits without separators, otherwise 0.
    pub digits: u8,
    pub rank: bool,
    /// Whether it is the indefinite article, "un" or "une".
    pub article: bool,
    /// Whether it ends in a noun, after which "de" precedes what is counted: "million".
    pub noun: bool,
}

impl Number {
    /// A number with the value `value` and no other property.
    pub fn of(value: f64) -> Number {
        Number { value, digits: 0, rank: false, article: false, noun: false }
    }

    /// The value as an integer, if it is a whole number from `low` to `high`.
    pub fn whole<T: TryFrom<i64>>(self, low: i64, high: i64) -> Option<T> {
        let whole = self.value.fract() == 0.0 && self.value >= low as f64 && self.value <= high as f64;
        if whole { T::try_from(self.value as i64).ok() } else { None }
    }
}
