//! What the rules make of numbers, units and bounds.

mod range;

use crate::figure::grammar::{Slot, Taken};
use crate::figure::number::product;
use crate::figure::value::{Amount, Built, Number};
use crate::figure::{Bound, Make, Measure, Sense, TimeUnit};

/// What the numeric rules make of their captures; none where the words do not bear it.
pub(crate) fn make(make: Make, taken: Taken) -> Option<Built> {
    let amount = match make {
        Make::Nothing => return Some(Built::Nothing),
        Make::Percent => {
            let amount = taken.amount(0)?;
            // "91,6 points" are an index's.
            let share = taken.item(Slot::Percent).is_some() || amount.value? <= 10.0;
            share.then(|| Amount { measure: Measure::Percent, ..amount }.unit("percent"))?
        }
        Make::Money => taken.money()?,
        Make::Sum(code) => Amount { measure: Measure::Money, ..taken.amount(0)? }.unit(code),
        Make::Billions(code) => {
            let sum = taken.amount(0).filter(|sum| sum.value.is_some_and(|value| value >= 1e9))?;
            Amount { measure: Measure::Money, ..sum }.unit(code)
        }
        Make::Quantity => {
            let unit = taken
                .sense(Slot::Unit, |sense| if let Sense::Unit(unit) = sense { Some(unit) } else { None })?;
            // "14 Mt"
            let (unit, times) = unit.strip_prefix("million-").map_or((unit, 1.0), |unit| (unit, 1e6));
            let amount = taken.count_or_part()?;
            // "1 m 80"
            let more = match taken.number(1) {
                Some(_) if unit != "meter" => return None,
                more => more.map_or(0.0, |more| more.value / 100.0),
            };
            let value = amount.value.map(|value| product(value, times) + more);
            match value {
                // A class of a contest by weight: "les -57 kg".
                Some(weight) if weight < 0.0 && unit == "kilogram" => {
                    Amount::of(Measure::Quantity, -weight).unit(unit).bounded(Bound::Most)?
                }
                _ => Amount { measure: Measure::Quantity, value, ..amount }.unit(unit),
            }
        }
        Make::Per => {
            let amount = taken.amount(0)?;
            let per = match taken
                .sense(Slot::Unit, |sense| if let Sense::Unit(unit) = sense { Some(unit) } else { None })
            {
                Some(unit) => unit,
                None => taken.span()?.id(),
            };
            let unit = format!("{}-per-{per}", amount.unit.as_deref()?);
            amount.unit(unit)
        }
        Make::Duration | Make::Brief => {
            let length = taken.duration()?;
            let brief = |hours: f64| (1.0..6.0).contains(&hours);
            let is_brief = length.span == Some(TimeUnit::Hour) && length.value.is_some_and(brief);
            (is_brief || make == Make::Duration).then_some(length)?
        }
        Make::Whole => Amount::duration(1.0, taken.span()?),
        Make::Add => taken.add()?,
        Make::Age => taken.age()?,
        Make::Keep => taken.amount(0)?,
        Make::Ages => taken.age().filter(|age| age.low.is_some())?,
        Make::Lived => {
            let lived = |age: &Amount| age.value.is_some_and(|years| (12.0..=110.0).contains(&years));
            taken.amount(0).filter(|length| length.span == Some(TimeUnit::Year))?;
            taken.age().filter(lived)?
        }
        Make::Timed(unit) => {
            let first = taken.number(0)?.value;
            let [second, third] = [1, 2].map(|nth| taken.number(nth).unwrap_or(Number::of(0.0)));
            // Tenths or hundredths, by their digits
            let decimals = |number: Number| number.value / 10f64.powi(i32::from(number.digits));
            match unit.smaller() {
                Some((smaller, _)) if second.value > 0.0 || third.value > 0.0 => {
                    let rest =
                        smaller.smaller().map_or_else(|| decimals(third), |(_, size)| third.value / size);
                    let and = Some((second.value + rest, smaller));
                    Amount { and, ..Amount::duration(first, unit) }.summed()
                }
                Some(_) => Amount::duration(first, unit),
                None => Amount::duration(first + decimals(second), unit),
            }
        }
        Make::Fraction => taken.fraction()?,
        Make::Share(bound) => taken.fraction()?.bounded(bound)?,
        // "deux fois et demie"
        Make::Multiple => {
            let amount = taken.amount(0)?;
            let value = amount.value.map(|value| value + taken.part().unwrap_or(0.0));
            let times = Amount { measure: Measure::Ratio, value, ..amount };
            match taken.bound() {
                Some(bound) => times.bounded(bound)?,
                None => times,
            }
        }
        Make::Fewer => Amount::of(Measure::Ratio, 1.0 / taken.number(0)?.value),
        Make::Crowd => taken.crowd()?,
        Make::Few => {
            let span = taken.span()?;
            Amount {
                value: None,
                low: Some(2.0),
                high: Some(9.0),
                approximate: true,
                ..Amount::duration(0.0, span)
            }
        }
        Make::Score => taken.score()?,
        Make::Won => taken.score().filter(|score| score.low >= score.high)?,
        Make::Range => taken.range()?,
        Make::Between => {
            let range = taken.range()?;
            (taken.amount(0)?.unit.is_none() || range.high? <= range.low? * 10.0).then_some(range)?
        }
        Make::Either => Amount { approximate: true, ..taken.either()? },
        Make::Bounded => taken.bounded()?,
        Make::Minus => Amount::cardinal(-taken.number(0)?.value),
        Make::AtLeast => taken.amount(0)?.bounded(Bound::Least)?,
        Make::AtMost => taken.amount(0)?.bounded(Bound::Most)?,
        Make::Negative => {
            let amount = taken.amount(0)?;
            let amount = match amount.unit.as_deref() {
                Some("degree" | "celsius" | "fahrenheit") => amount,
                // "dix au-dessous de zéro"
                None => Amount { measure: Measure::Quantity, ..amount }.unit("degree"),
                Some(_) => return None,
            };
            Amount { value: amount.value.map(|value| -value), ..amount }
        }
        _ => return None,
    };
    let finite = [amount.value, amount.low, amount.high].into_iter().flatten().all(f64::is_finite);
    finite.then_some(Built::Amount(amount))
}

impl Taken<'_> {
    /// A count, times a part if one stands with it ("un demi-litre"), or the part alone.
    fn count_or_part(&self) -> Option<Amount> {
        match (self.amount(0), self.part()) {
            (Some(amount), Some(part)) => {
                Some(Amount { value: amount.value.map(|value| value * part), ..amount })
            }
            (Some(amount), None) => Some(amount),
            (None, part) => part.map(Amount::cardinal),
        }
    }

    /// Count and currency, and perhaps the hundredths after it.
    fn money(&self) -> Option<Amount> {
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

    fn duration(&self) -> Option<Amount> {
        let count = self.count_or_part()?;
        let span = self.span()?;
        let whole = Amount::duration(count.value.unwrap_or(0.0), span);
        let whole = Amount {
            value: count.value,
            low: count.low,
            high: count.high,
            approximate: count.approximate,
            ..whole
        };
        match (self.number(1), span.smaller()) {
            (Some(more), Some((unit, size))) if more.value < size => {
                // "2 h 05 min 30 s": hours, minutes and seconds.
                let seconds = self.number(2).map_or(0.0, |seconds| seconds.value / 60.0);
                let more = more.value + seconds;
                Some(Amount { and: Some((more, unit)), ..whole }.summed())
            }
            (Some(_), _) => None,
            (None, _) => Some(whole),
        }
    }

    /// A part or smaller duration more: "deux ans" + "demi", "2 heures" + "30 minutes".
    fn add(&self) -> Option<Amount> {
        let amount = self.amount(0)?;
        if let Some(part) = self.part() {
            return Some(Amount { value: amount.value.map(|value| value + part), ..amount });
        }
        let more = self.amount(1)?;
        let (span, smaller) = (amount.span?, more.span?);
        (smaller < span && amount.and.is_none() && more.and.is_none()).then_some(())?;
        // "17 ans et 32 000 heures de vol" are two.
        (more.value? * smaller.seconds() < span.seconds()).then_some(())?;
        Some(Amount { and: Some((more.value?, smaller)), ..amount }.summed())
    }

    fn age(&self) -> Option<Amount> {
        let amount = self.amount(0)?;
        let mut amount = if self.item(Slot::Bound).is_some() { self.bounded()? } else { amount };
        let per_year = match amount.span {
            Some(TimeUnit::Year) | None => 1.0,
            Some(TimeUnit::Month) => 12.0,
            Some(TimeUnit::Week) => 365.25 / 7.0,
            Some(TimeUnit::Day) => 365.25,
            _ => return None,
        };
        for number in [&mut amount.value, &mut amount.low, &mut amount.high].into_iter().flatten() {
            *number /= per_year;
        }
        Some(Amount { measure: Measure::Age, span: None, and: None, ..amount }.unit("year"))
    }

    fn fraction(&self) -> Option<Amount> {
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

    /// One or more round numbers multiplied: "des dizaines de milliers".
    fn crowd(&self) -> Option<Amount> {
        let (mut one, mut low, mut high) = (1.0, 1.0, 1.0);
        for (index, &(slot, item)) in self.captures.iter().enumerate() {
            if slot != Slot::Crowd {
                continue;
            }
            let size = self.items[item].sense(|sense| match sense {
                Sense::Crowd { one, low, high } => Some((one, low, high)),
                _ => None,
            })?;
            let first = index == 0 || self.captures[..index].iter().all(|(slot, _)| *slot != Slot::Crowd);
            // "des dizaines de milliers": the last noun only gives the size.
            let (by_low, by_high) = if first { (size.1, size.2) } else { (size.0, size.0) };
            (one, low) = (one * size.0, low * by_low);
            high = if first { by_high } else { (high + 1.0) * by_high - 1.0 };
        }
        let amount = match self.number(0) {
            // "une centaine" is about a hundred, "deux douzaines" are 24.
            Some(count) => Amount { approximate: one != 12.0, ..Amount::cardinal(count.value * one) },
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

impl Amount {
    /// The value with the smaller unit in it: 2 h 30 is 2.5.
    fn summed(mut self) -> Amount {
        if let (Some(value), Some((more, unit)), Some(span)) = (self.value, self.and, self.span)
            && let Some((smaller, size)) = span.smaller()
            && smaller == unit
        {
            self.value = Some(value + more / size);
        }
        self
    }
}
