//! Durations and ages from the captures of rules.

use crate::figure::grammar::{Slot, Taken};
use crate::figure::value::{Amount, Number};
use crate::figure::{Bound, Measure, TimeUnit};

impl Taken<'_> {
    pub fn duration(&self) -> Option<Amount> {
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

    /// A duration of a few hours. It may have a bound, but "about" so many hours is a clock time.
    pub fn brief(&self) -> Option<Amount> {
        let length = self.duration().filter(Amount::is_brief)?;
        match self.bound() {
            None => Some(length),
            Some(Bound::About) => None,
            Some(bound) => length.bounded(bound),
        }
    }

    /// Adds a fraction or a smaller duration: "deux ans" + "demi", "2 heures" + "30 minutes".
    pub fn add(&self) -> Option<Amount> {
        let amount = self.amount(0)?;
        if let Some(part) = self.part() {
            return Some(Amount { value: amount.value.map(|value| value + part), ..amount });
        }
        let more = self.amount(1)?;
        let (span, smaller) = (amount.span?, more.span?);
        (smaller < span && amount.and.is_none() && more.and.is_none()).then_some(())?;
        // "17 ans et 32 000 heures de vol" is two durations.
        (more.value? * smaller.seconds() < span.seconds()).then_some(())?;
        Some(Amount { and: Some((more.value?, smaller)), ..amount }.summed())
    }

    /// An unstated small number of units, from two to nine: "quelques jours".
    pub fn few(&self) -> Option<Amount> {
        let span = self.span()?;
        let (low, high) = (Some(2.0), Some(9.0));
        Some(Amount { value: None, low, high, approximate: true, ..Amount::duration(0.0, span) })
    }

    /// The duration of a race, whose first number is in `unit`: "3'30"65".
    pub fn timed(&self, unit: TimeUnit) -> Option<Amount> {
        let first = self.number(0)?.value;
        let [second, third] = [1, 2].map(|nth| self.number(nth).unwrap_or(Number::of(0.0)));
        // Tenths or hundredths, depending on the number of digits
        let decimals = |number: Number| number.value / 10f64.powi(i32::from(number.digits));
        Some(match unit.smaller() {
            Some((smaller, _)) if second.value > 0.0 || third.value > 0.0 => {
                let rest = smaller.smaller().map_or_else(|| decimals(third), |(_, size)| third.value / size);
                let and = Some((second.value + rest, smaller));
                Amount { and, ..Amount::duration(first, unit) }.summed()
            }
            Some(_) => Amount::duration(first, unit),
            None => Amount::duration(first + decimals(second), unit),
        })
    }

    pub fn age(&self) -> Option<Amount> {
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
        amount.value.or(amount.high).filter(|years| *years >= 0.0)?;
        Some(Amount { measure: Measure::Age, span: None, and: None, ..amount }.unit("year"))
    }

    /// A duration in years that can be an age.
    pub fn lived(&self) -> Option<Amount> {
        let lived = |age: &Amount| age.value.is_some_and(|years| (12.0..=110.0).contains(&years));
        self.amount(0).filter(|length| length.span == Some(TimeUnit::Year))?;
        self.age().filter(lived)
    }
}

impl Amount {
    /// Whether this is a duration of a few hours, such as of a show or a journey.
    fn is_brief(&self) -> bool {
        self.span == Some(TimeUnit::Hour) && self.value.is_some_and(|hours| (1.0..6.0).contains(&hours))
    }

    /// Adds the remainder in the smaller unit to the value: 2 h 30 is 2.5 hours.
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
