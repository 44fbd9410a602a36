//! Percentages, money and physical quantities from the captures of rules.

use crate::figure::grammar::{Gap, Kind, Match, Slot};
use crate::figure::number::product;
use crate::figure::value::Amount;
use crate::figure::{Bound, Measure, Sense};

/// Prefixes of unit identifiers that are multiples of another unit, with the factor.
const SCALES: [(&str, f64); 3] = [("thousand-", 1e3), ("million-", 1e6), ("billion-", 1e9)];

impl Match<'_> {
    /// A percentage, or a small change in points.
    pub fn percent(&self) -> Option<Amount> {
        let is_part = self.part().is_some() || self.item(Slot::Rank).is_some();
        let amount = if is_part { self.fraction()? } else { self.amount(0)? };
        // "91,6 points" is the value of an index.
        let points = self.item(Slot::Percent).is_none();
        (!points || amount.value? <= 10.0)
            .then(|| Amount { measure: Measure::Percent, points, ..amount }.unit("percent"))
    }

    /// A number of basis points, converted to percentage points.
    pub fn basis_points(&self) -> Option<Amount> {
        let amount = self.amount(0)?.divided(100.0);
        Some(Amount { measure: Measure::Percent, points: true, ..amount }.unit("percent"))
    }

    /// An amount in the currency `code`, which the rule determines.
    pub fn money_in(&self, code: &'static str) -> Option<Amount> {
        // "2F" is a name.
        let &(_, index) = self.captures.first()?;
        let glued = |at: usize| self.items.get(at).is_some_and(|item| item.gap == Gap::Glued);
        let noun = self.items.get(index + 1)?;
        // "305.-", but not "page 12. – Suite"
        let is_mark = noun.kind == Kind::Mark;
        (glued(index + 1) == is_mark && (!is_mark || glued(index + 2))).then_some(())?;
        Some(Amount { measure: Measure::Money, ..self.amount(0)? }.unit(code))
    }

    /// An amount of money: number and currency, possibly with hundredths after it.
    pub fn money(&self) -> Option<Amount> {
        let mut amount = self.amount(0)?;
        if let Some(code) =
            self.sense(Slot::Cent, |sense| if let Sense::Cent(code) = sense { Some(code) } else { None })
            && self.item(Slot::Currency).is_none()
        {
            let value = amount.value.map(|value| value / 100.0);
            return Some(Amount { measure: Measure::Money, value, ..amount }.unit(code));
        }
        let code =
            self.sense(
                Slot::Currency,
                |sense| if let Sense::Currency(code) = sense { Some(code) } else { None },
            )?;
        if let Some(cents) = self.number(1).and_then(|cents| cents.whole::<u8>(0, 99)) {
            amount.value = amount.value.map(|value| value + f64::from(cents) / 100.0);
        }
        Some(Amount { measure: Measure::Money, ..amount }.unit(code))
    }

    /// A physical quantity.
    pub fn quantity(&self) -> Option<Amount> {
        let unit = self.unit()?;
        // "14 Mt"
        let scaled = |&(scale, times): &(&str, f64)| Some((unit.strip_prefix(scale)?, times));
        let (unit, times) = SCALES.iter().find_map(scaled).unwrap_or((unit, 1.0));
        let amount = self.count_or_part()?;
        // "1 m 80"
        let more = match self.number(1) {
            Some(_) if unit != "meter" => return None,
            more => more.map_or(0.0, |more| more.value / 100.0),
        };
        let value = amount.value.map(|value| product(value, times) + more);
        match value {
            // A weight class: "les -57 kg".
            Some(weight) if weight < 0.0 && unit == "kilogram" => {
                Amount::of(Measure::Quantity, -weight).unit(unit).bounded(Bound::Most)
            }
            _ => Some(Amount { measure: Measure::Quantity, value, ..amount }.unit(unit)),
        }
    }

    /// A rate: "120 000 barils par jour".
    pub fn rate(&self) -> Option<Amount> {
        let amount = self.amount(0)?;
        // "6 litres aux 100 km": 100 is the only supported count.
        let hundred = self.amount(1).filter(|per| per.value == Some(100.0));
        let per = match (self.unit(), &hundred) {
            (Some(unit), _) => unit.to_owned(),
            (None, Some(hundred)) => format!("100-{}", hundred.unit.as_deref()?),
            (None, None) => self.time_unit()?.id().to_owned(),
        };
        let unit = format!("{}-per-{per}", amount.unit.as_deref()?);
        Some(amount.unit(unit))
    }

    /// A temperature below zero.
    pub fn below_zero(&self) -> Option<Amount> {
        let amount = self.amount(0)?;
        let amount = match amount.unit.as_deref() {
            Some("degree" | "celsius" | "fahrenheit") => amount,
            // "dix au-dessous de zéro"
            None => Amount { measure: Measure::Quantity, ..amount }.unit("degree"),
            Some(_) => return None,
        };
        Some(Amount { value: amount.value.map(|value| -value), ..amount })
    }

    /// The CLDR identifier of the captured unit: "kilometer".
    fn unit(&self) -> Option<&'static str> {
        self.sense(Slot::Unit, |sense| if let Sense::Unit(unit) = sense { Some(unit) } else { None })
    }
}
