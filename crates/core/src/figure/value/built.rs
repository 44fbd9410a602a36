//! What the rules build of items.

use super::amount::Amount;
use super::moment::{Moment, Recurrence};

/// What a rule has built.
#[derive(Clone, Debug)]
pub(crate) enum Built {
    Amount(Amount),
    Moment(Moment),
    /// From one moment to another, either of which may be open.
    Period(Box<[Option<Moment>; 2]>),
    Set(Box<Recurrence>),
    /// No figure.
    Nothing,
}

impl Built {
    /// The moment, or the first one of the period.
    pub fn first(&self) -> Option<&Moment> {
        match self {
            Built::Moment(moment) => Some(moment),
            Built::Period(ends) => ends.iter().flatten().next(),
            _ => None,
        }
    }
}

/// A number as written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Number {
    pub value: f64,
    /// How many digits, if it is written in bare ones; else 0.
    pub digits: u8,
    pub rank: bool,
    /// Whether it is only the indefinite article.
    pub article: bool,
    /// Whether it ends in a noun, after which "de" leads to what is counted: "million".
    pub noun: bool,
}

impl Number {
    /// A number that is nothing but its value.
    pub fn of(value: f64) -> Number {
        Number { value, digits: 0, rank: false, article: false, noun: false }
    }

    /// The value, if it is a whole number between `low` and `high`.
    pub fn whole<T: TryFrom<i64>>(self, low: i64, high: i64) -> Option<T> {
        let whole = self.value.fract() == 0.0 && self.value >= low as f64 && self.value <= high as f64;
        if whole { T::try_from(self.value as i64).ok() } else { None }
    }
}
