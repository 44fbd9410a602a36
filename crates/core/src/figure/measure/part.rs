//! Fractions, multiples and round numbers from the captures of rules.

use crate::figure::grammar::{Match, Slot};
use crate::figure::value::Amount;
use crate::figure::{Measure, Sense};

impl Match<'_> {
    /// The captured number, multiplied by a fraction if there is one ("un demi-litre"), or the fraction
    /// alone.
    pub fn count_or_part(&self) -> Option<Amount> {
        match (self.amount(0), self.part()) {
            (Some(amount), Some(part)) => {
                Some(Amount { value: amount.value.map(|value| value * part), ..amount })
            }
            (Some(amount), None) => Some(amount),
            (None, part) => part.map(Amount::cardinal),
        }
    }

    /// A fraction or mixed number: "deux tiers", "un sur trois", "le cinquième", "10 1/2".
    pub fn fraction(&self) -> Option<Amount> {
        let part = self.part();
        let value = match (self.number(0), self.item(Slot::Rank).and_then(|item| item.number)) {
            (Some(count), Some(rank)) if rank.value >= 3.0 => count.value / rank.value,
            (Some(_), Some(_)) => return None,
            // "10 1/2"
            (Some(whole), None) if self.number(2).is_some() => {
                let (over, under) = (self.number(1)?, self.number(2)?);
                (under.value > over.value).then_some(())?;
                let part = over.value / under.value;
                return Some(Amount::cardinal(whole.value + part.copysign(whole.value)));
            }
            (count, None) => match (part, count, self.number(1)) {
                (Some(part), count, _) => count.map_or(1.0, |count| count.value) * part,
                (None, Some(count), Some(of)) if of.value > 1.0 && count.value < of.value => {
                    count.value / of.value
                }
                _ => return None,
            },
            // "le cinquième du territoire"
            (None, Some(rank)) if rank.value >= 3.0 => 1.0 / rank.value,
            (None, Some(_)) => return None,
        };
        Some(Amount::of(Measure::Ratio, value))
    }

    /// A multiple: "deux fois et demie".
    pub fn multiple(&self) -> Option<Amount> {
        let amount = self.amount(0)?;
        let value = amount.value.map(|value| value + self.part().unwrap_or(0.0));
        let times = Amount { measure: Measure::Ratio, value, ..amount };
        match self.bound() {
            Some(bound) => times.bounded(bound),
            None => Some(times),
        }
    }

    /// A multiple in one word: "le double".
    pub fn fold(&self) -> Option<Amount> {
        let times =
            self.sense(Slot::Fold, |sense| if let Sense::Fold(times) = sense { Some(times) } else { None })?;
        Some(Amount::of(Measure::Ratio, f64::from(times)))
    }

    /// The product of collective numerals: "des dizaines de milliers".
    pub fn collective(&self) -> Option<Amount> {
        let (mut one, mut low, mut high) = (1.0, 1.0, 1.0);
        for (index, &(slot, item)) in self.captures.iter().enumerate() {
            if slot != Slot::Collective {
                continue;
            }
            let size = self.items[item].sense(|sense| match sense {
                Sense::Collective { one, low, high } => Some((one, low, high)),
                _ => None,
            })?;
            let first =
                index == 0 || self.captures[..index].iter().all(|(slot, _)| *slot != Slot::Collective);
            // "des dizaines de milliers": the second noun is a plain multiplier.
            let (by_low, by_high) = if first { (size.1, size.2) } else { (size.0, size.0) };
            (one, low) = (one * size.0, low * by_low);
            high = if first { by_high } else { (high + 1.0) * by_high - 1.0 };
        }
        let amount = match self.number(0) {
            // "une centaine" is about a hundred, but "deux douzaines" is exactly 24 and "une demi-douzaine"
            // 6.
            Some(count) => {
                let value = count.value * self.part().unwrap_or(1.0) * one;
                Amount { approximate: one != 12.0, ..Amount::cardinal(value) }
            }
            None => Amount {
                value: None,
                low: Some(low),
                high: high.is_finite().then_some(high),
                approximate: true,
                ..Amount::cardinal(0.0)
            },
        };
        Some(amount)
    }
}
