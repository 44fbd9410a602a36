//! Bounds, ranges and scores from the captures of rules.

use crate::figure::grammar::{Match, Slot};
use crate::figure::number::product;
use crate::figure::value::Amount;
use crate::figure::{Bound, Measure, Sense};

impl Match<'_> {
    /// A score of two sides.
    pub fn score(&self) -> Option<Amount> {
        let (first, second) = (self.number(0)?.whole::<u8>(0, 199)?, self.number(1)?.whole::<u8>(0, 199)?);
        let sides = (Some(f64::from(first)), Some(f64::from(second)));
        Some(Amount { value: None, low: sides.0, high: sides.1, ..Amount::of(Measure::Score, 0.0) })
    }

    /// A range from the first captured amount to the second. None if they do not form one.
    pub fn range(&self) -> Option<Amount> {
        let (mut first, second) = (self.amount(0)?, self.amount(1)?);
        // "de 18 mois à 3 ans"
        if let (Some(from), Some(to)) = (first.time_unit, second.time_unit)
            && from < to
        {
            first.value = first.value.map(|value| value * from.seconds() / to.seconds());
            first.unit = None;
        }
        if first.measure != second.measure && first.measure != Measure::Cardinal {
            return None;
        }
        let (mut low, mut high) = (first.value?, second.value?);
        // "-5 à -10 degrés"
        if high < low && low < 0.0 {
            (low, high) = (high, low);
        }
        if first.unit.is_none() {
            low = self.scaled(low, high);
        }
        // "entre 2,1 et 1,4 million d'années": the larger number first
        if first.unit.is_none() && high >= 1e6 && low < 1000.0 {
            let scale = [1e12, 1e9, 1e6].into_iter().find(|&scale| high >= scale).unwrap_or(1.0);
            let other = product(low, scale);
            if high < other && other < high * 10.0 {
                (low, high) = (high, other);
            }
        }
        // "de 19,52 à 18,86 centimes": only the second number has been converted to euros.
        if first.unit.is_none() && second.measure == Measure::Money && low > high * 50.0 {
            return None;
        }
        // "de 22,50 à 1 euro"
        if first.unit.is_none() && second.unit.is_some() && 0.0 < high && high < low {
            (low, high) = (high, low);
        }
        // "500 mètres à 2 km" is not a range. Neither is "recule de 0,2 point à 7,1 %": the change, and its
        // result.
        let same = first.unit.is_none() || first.unit == second.unit && first.points == second.points;
        if !same || low >= high {
            return None;
        }
        let approximate = first.approximate || second.approximate;
        Some(Amount { value: None, low: Some(low), high: Some(high), approximate, remainder: None, ..second })
    }

    /// A range, unless the captures are the start and end of a change. A verb says so, or the second number
    /// is the smaller one: "passe de 3 à 5 euros", "de 80 à 70 km/h".
    pub fn range_unless_change(&self) -> Option<Amount> {
        /// The verb is looked for in this many items before the range.
        const MAX_ITEMS_FROM_VERB: usize = 5;
        let near = &self.items[self.before.saturating_sub(MAX_ITEMS_FROM_VERB)..self.before];
        let changes = |sense| (sense == Sense::Change).then_some(());
        if near.iter().any(|item| item.sense(changes).is_some()) {
            return None;
        }
        let last = self.amount(1)?.value;
        self.range().filter(|range| range.low != last || range.low < Some(0.0))
    }

    /// `low` in the thousands or millions that are stated only with `high`: "10 à 12 millions", "5 à 6.000
    /// personnes", "quatre ou cinq cents".
    fn scaled(&self, low: f64, high: f64) -> f64 {
        let near = |share: f64, scale: f64| (high / share..high).contains(&(low * scale));
        let millions = [1e12, 1e9, 1e6].into_iter().find(|&scale| high >= scale && near(100.0, scale));
        let words = self.number(1).is_some_and(|number| number.digits == 0);
        match millions {
            Some(scale) if low < 10_000.0 => product(low, scale),
            _ if low < 100.0 && high % 1000.0 == 0.0 && near(2.0, 1000.0) => low * 1000.0,
            _ if low < 10.0 && high < 1000.0 && high % 100.0 == 0.0 && words && near(2.0, 100.0) => {
                low * 100.0
            }
            _ => low,
        }
    }

    /// Two numbers of which one is right: "deux ou trois".
    pub fn either(&self) -> Option<Amount> {
        let range = self.range()?;
        (range.high? <= range.low? * 2.0).then_some(Amount { approximate: true, ..range })
    }

    /// A range without "de" or "entre". Its first number may lack the unit only if both have a similar size.
    pub fn between(&self) -> Option<Amount> {
        let range = self.range()?;
        // "dont un à 223 km/h"
        let article = self.number(0).is_some_and(|number| number.article);
        (self.amount(0)?.unit.is_none() && !article || range.high? <= range.low? * 10.0).then_some(range)
    }

    /// The captured bound, before or after the amount.
    pub fn bound(&self) -> Option<Bound> {
        let bounds = |sense| match sense {
            Sense::Bound(bound) | Sense::BoundAfter(bound) => Some(bound),
            _ => None,
        };
        self.sense(Slot::Bound, bounds).or_else(|| self.sense(Slot::BoundAfter, bounds))
    }

    /// The captured amount with the captured bound.
    pub fn bounded(&self) -> Option<Amount> {
        let bound = self.bound()?;
        // "près d'un bus" is a place.
        let article = self.number(0).is_some_and(|number| number.article);
        (bound != Bound::About || !article).then_some(())?;
        self.amount(0)?.bounded(bound)
    }
}
