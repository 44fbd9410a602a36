//! The match of a pattern, from which rules build their results.

use super::item::Item;
use super::slot::Slot;
use crate::figure::value::{Amount, Number};
use crate::figure::{Sense, TimeUnit};

/// A match of a pattern: the items that fill its slots, in the order of the pattern.
#[derive(Clone, Copy)]
pub(crate) struct Match<'a> {
    /// The captured slots, each with the index of its item.
    pub captures: &'a [(Slot, usize)],
    /// All items of the sentence.
    pub items: &'a [Item<'a>],
    /// The number of leading items that precede the match.
    pub before: usize,
}

impl<'a> Match<'a> {
    /// The first item that fills `slot`.
    pub fn item(&self, slot: Slot) -> Option<&'a Item<'a>> {
        self.captures.iter().find(|(captured, _)| *captured == slot).map(|&(_, index)| &self.items[index])
    }

    /// The first result of `pick` among the senses of the item that fills `slot`.
    pub fn sense<T>(&self, slot: Slot, pick: impl Fn(Sense) -> Option<T>) -> Option<T> {
        self.item(slot)?.sense(pick)
    }

    /// The captured unit of time.
    pub fn time_unit(&self) -> Option<TimeUnit> {
        self.sense(Slot::TimeUnit, |sense| if let Sense::TimeUnit(unit) = sense { Some(unit) } else { None })
    }

    /// The captured fraction: 0.25 for "quart".
    pub fn part(&self) -> Option<f64> {
        self.sense(Slot::Part, |sense| if let Sense::Part(part) = sense { Some(part) } else { None })
    }

    /// The captured items that are numbers or amounts.
    fn amounts(&self) -> impl Iterator<Item = &'a Item<'a>> {
        self.captures.iter().map(|&(_, index)| &self.items[index]).filter(|item| item.has(Slot::Amount))
    }

    /// The value of the `nth` captured number or amount, counted from 0.
    pub fn amount(&self, nth: usize) -> Option<Amount> {
        self.amounts().nth(nth)?.amount()
    }

    /// The `nth` captured number, counted from 0. None if a rule has already built an amount from it.
    pub fn number(&self, nth: usize) -> Option<Number> {
        self.amounts().nth(nth)?.number
    }

    /// The captured numbers, including ranks, with their slots.
    pub fn numbers(self) -> impl Iterator<Item = (Slot, Number)> {
        self.captures.iter().filter_map(move |&(slot, index)| Some((slot, self.items[index].number?)))
    }

    /// Splits the match into the captures before index `nth` and the rest.
    pub fn split_at(self, nth: usize) -> (Self, Self) {
        let (before, after) = self.captures.split_at(nth);
        (Match { captures: before, ..self }, Match { captures: after, ..self })
    }
}
