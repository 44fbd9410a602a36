//! Durations and ages from the captures of rules.

use crate::figure::grammar::{Match, Slot};
use crate::figure::value::{Amount, Number};
use crate::figure::{Bound, Measure, TimeUnit};

impl Match<'_> {
    /// A number of units of time, possibly with a remainder in smaller units: "2 h 05 min 30 s".
    pub fn duration(&self) -> Option<Amount> {
        let count = self.count_or_part()?;
        let time_unit = self.time_unit()?;
        let whole = Amount::duration(count.value.unwrap_or(0.0), time_unit);
        let whole = Amount {
            value: count.value,
            low: count.low,
            high: count.high,
            approximate: count.approximate,
            ..whole
        };
        match (self.number(1), time_unit.smaller()) {
            (Some(more), Some((unit, size))) if more.value < size => {
                // "2 h 05 min 30 s": hours, minutes and seconds.
                let seconds = self.number(2).map_or(0.0, |seconds| seconds.value / 60.0);
                let more = more.value + seconds;
                Some(Amount { remainder: Some((more, unit)), ..whole }.with_remainder())
            }
            (Some(_), _) => None,
            (None, _) => Some(whole),
        }
    }

    /// A duration of a few hours. It may have a bound, but "about" so many hours is a clock time.
    pub fn short_duration(&self) -> Option<Amount> {
        let duration = self.duration().filter(Amount::is_short)?;
        match self.bound() {
            None => Some(duration),
            Some(Bound::About) => None,
            Some(bound) => duration.bounded(bound),
        }
    }

    /// Adds a fraction or a smaller duration: "deux ans" + "demi", "2 heures" + "30 minutes".
    pub fn add(&self) -> Option<Amount> {
        let amount = self.amount(0)?;
        if let Some(part) = self.part() {
            return Some(Amount { value: amount.value.map(|value| value + part), ..amount });
        }
        let more = self.amount(1)?;
        let (time_unit, smaller) = (amount.time_unit?, more.time_unit?);
        (smaller < time_unit && amount.remainder.is_none() && more.remainder.is_none()).then_some(())?;
        // "17 ans et 32 000 heures de vol" is two durations.
        (more.value? * smaller.seconds() < time_unit.seconds()).then_some(())?;
        Some(Amount { remainder: Some((more.value?, smaller)), ..amount }.with_remainder())
    }

    /// An unstated small number of units, from two to nine: "quelques jours".
    pub fn few(&self) -> Option<Amount> {
        let time_unit = self.time_unit()?;
        let (low, high) = (Some(2.0), Some(9.0));
        Some(Amount { value: None, low, high, approximate: true, ..Amount::duration(0.0, time_unit) })
    }

    /// The duration of a race, whose first number is in `unit`: "3'30"65".
    pub fn race_duration(&self, unit: TimeUnit) -> Option<Amount> {
        let first = self.number(0)?.value;
        let [second, third] = [1, 2].map(|nth| self.number(nth).unwrap_or(Number::of(0.0)));
        // Tenths or hundredths, depending on the number of digits
        let decimals = |number: Number| number.value / 10f64.powi(i32::from(number.digits));
        Some(match unit.smaller() {
            Some((smaller, _)) if second.value > 0.0 || third.value > 0.0 => {
                let rest = smaller.smaller().map_or_else(|| decimals(third), |(_, size)| third.value / size);
                let remainder = Some((second.value + rest, smaller));
                Amount { remainder, ..Amount::duration(first, unit) }.with_remainder()
            }
            Some(_) => Amount::duration(first, unit),
            None => Amount::duration(first + decimals(second), unit),
        })
    }

    /// An age in years, from a duration or a bare number.
    pub fn age(&self) -> Option<Amount> {
        let amount = self.amount(0)?;
        let amount = if self.item(Slot::Bound).is_some() { self.bounded()? } else { amount };
        let per_year = match amount.time_unit {
            Some(TimeUnit::Year) | None => 1.0,
            Some(TimeUnit::Month) => 12.0,
            Some(TimeUnit::Week) => 365.25 / 7.0,
            Some(TimeUnit::Day) => 365.25,
            _ => return None,
        };
        let amount = amount.divided(per_year);
        amount.value.or(amount.high).filter(|years| *years >= 0.0)?;
        Some(Amount { measure: Measure::Age, time_unit: None, remainder: None, ..amount }.unit("year"))
    }

    /// A duration in years that can be an age.
    pub fn likely_age(&self) -> Option<Amount> {
        let plausible = |age: &Amount| age.value.is_some_and(|years| (12.0..=110.0).contains(&years));
        self.amount(0).filter(|duration| duration.time_unit == Some(TimeUnit::Year))?;
        self.age().filter(plausible)
    }
}

impl Amount {
    /// Whether this is a duration of a few hours, such as of a show or a journey.
    fn is_short(&self) -> bool {
        self.time_unit == Some(TimeUnit::Hour) && self.value.is_some_and(|hours| (1.0..6.0).contains(&hours))
    }

    /// Adds the remainder in the smaller unit to the value: 2 h 30 is 2.5 hours.
    fn with_remainder(mut self) -> Amount {
        if let (Some(value), Some((more, unit)), Some(time_unit)) =
            (self.value, self.remainder, self.time_unit)
            && let Some((smaller, size)) = time_unit.smaller()
            && smaller == unit
        {
            self.value = Some(value + more / size);
        }
        self
    }
}
