//! What a pattern has captured.

use super::item::Item;
use super::slot::Slot;
use crate::figure::value::{Amount, Number};
use crate::figure::{Sense, TimeUnit};

/// The items that fill a pattern's slots, in the pattern's order.
#[derive(Clone, Copy)]
pub(crate) struct Taken<'a> {
    /// Each slot with the index of its item.
    pub captures: &'a [(Slot, usize)],
    /// All items of the sentence.
    pub items: &'a [Item<'a>],
    /// How many of them, from the first on, stand before what the pattern matches.
    pub before: usize,
}

impl<'a> Taken<'a> {
    /// The first item that fills `slot`.
    pub fn item(&self, slot: Slot) -> Option<&'a Item<'a>> {
        self.captures.iter().find(|(captured, _)| *captured == slot).map(|&(_, index)| &self.items[index])
    }

    /// What `pick` makes of the first sense that it takes of that item.
    pub fn sense<T>(&self, slot: Slot, pick: impl Fn(Sense) -> Option<T>) -> Option<T> {
        self.item(slot)?.sense(pick)
    }

    /// The unit of time.
    pub fn span(&self) -> Option<TimeUnit> {
        self.sense(Slot::Span, |sense| if let Sense::Span(span) = sense { Some(span) } else { None })
    }

    /// The part of a whole: a quarter of "quart".
    pub fn part(&self) -> Option<f64> {
        self.sense(Slot::Part, |sense| if let Sense::Part(part) = sense { Some(part) } else { None })
    }

    /// The items that have one of the slots that numbers and amounts fill.
    fn amounts(&self) -> impl Iterator<Item = &'a Item<'a>> {
        self.captures.iter().map(|&(_, index)| &self.items[index]).filter(|item| item.has(Slot::Amount))
    }

    /// The amount of the `nth` of them, from 0.
    pub fn amount(&self, nth: usize) -> Option<Amount> {
        self.amounts().nth(nth)?.amount()
    }

    /// The number of the `nth` of them, from 0; none if a rule has made more of it.
    pub fn number(&self, nth: usize) -> Option<Number> {
        self.amounts().nth(nth)?.number
    }

    /// All numbers, ranks too, with their slots.
    pub fn numbers(self) -> impl Iterator<Item = (Slot, Number)> {
        self.captures.iter().filter_map(move |&(slot, index)| Some((slot, self.items[index].number?)))
    }

    /// The captures before the one at `nth`, and the rest.
    pub fn split_at(self, nth: usize) -> (Self, Self) {
        let (before, after) = self.captures.split_at(nth);
        (Taken { captures: before, ..self }, Taken { captures: after, ..self })
    }
}
