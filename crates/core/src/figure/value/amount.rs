//! The values of numeric figures, and the units of time.

use crate::figure::number::format_number;
use crate::figure::{Bound, Measure, TimeUnit};
use std::borrow::Cow;

/// A number with its bounds and unit. `value`, `low` and `high` have the meaning of the fields of
/// [`Figure`](crate::Figure).
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Amount {
    pub measure: Measure,
    pub value: Option<f64>,
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub approximate: bool,
    pub unit: Option<Cow<'static, str>>,
    /// Whether a percentage is in percentage points, as changes are.
    pub points: bool,
    /// The unit of a duration.
    pub time_unit: Option<TimeUnit>,
    /// The rest of a duration in a smaller unit: (30, minutes) in "2 heures 30".
    pub remainder: Option<(f64, TimeUnit)>,
}

impl Amount {
    pub fn cardinal(value: f64) -> Amount {
        Amount::of(Measure::Cardinal, value)
    }

    pub fn of(measure: Measure, value: f64) -> Amount {
        Amount {
            measure,
            value: Some(value),
            low: None,
            high: None,
            approximate: false,
            unit: None,
            points: false,
            time_unit: None,
            remainder: None,
        }
    }

    /// The amount in `unit`, a CLDR identifier or ISO 4217 code.
    pub fn unit(self, unit: impl Into<Cow<'static, str>>) -> Amount {
        Amount { unit: Some(unit.into()), ..self }
    }

    /// A duration of `value` units of time.
    pub fn duration(value: f64, time_unit: TimeUnit) -> Amount {
        Amount { time_unit: Some(time_unit), ..Amount::of(Measure::Duration, value).unit(time_unit.id()) }
    }

    /// The amount with its value and bounds divided by `divisor`.
    pub fn divided(mut self, divisor: f64) -> Amount {
        for number in [&mut self.value, &mut self.low, &mut self.high].into_iter().flatten() {
            *number /= divisor;
        }
        self
    }

    /// The amount with `bound` applied. None if it is a range, which has bounds already.
    pub fn bounded(mut self, bound: Bound) -> Option<Amount> {
        match bound {
            Bound::About => self.approximate = true,
            Bound::Least if self.high.is_none() || self.value.is_none() => self.low = self.low.or(self.value),
            Bound::Most if self.low.is_none() => self.high = self.value,
            _ => return None,
        }
        Some(self)
    }

    /// The ISO 8601 duration. None if this is not a duration or has no single non-negative value.
    pub fn iso(&self) -> Option<String> {
        let time_unit = self.time_unit?;
        let value = self.value.filter(|value| *value >= 0.0)?;
        // A fraction of an hour is written in minutes: "une heure et demie" is PT1H30M.
        let remainder = self.remainder.or_else(|| {
            let (unit, size) = time_unit.smaller().filter(|_| time_unit < TimeUnit::Day)?;
            let rest = value.fract() * size;
            (rest > 0.0 && rest.fract() == 0.0).then_some((rest, unit))
        });
        let mut iso = if remainder.is_some() && value < 1.0 {
            "PT".to_owned()
        } else {
            time_unit.iso(if remainder.is_some() { value.trunc() } else { value })
        };
        if let Some((value, unit)) = remainder {
            let mut push = |unit: TimeUnit, value: f64| {
                let more = unit.iso(value);
                let time = if iso.contains('T') { "PT" } else { "P" };
                iso.push_str(more.trim_start_matches(time));
            };
            // The remainder of "2 h 05 min 30 s" is 5.5 minutes.
            match unit.smaller().filter(|_| value.fract() != 0.0) {
                Some((smaller, size)) => {
                    push(unit, value.trunc());
                    push(smaller, (value.fract() * size).round());
                }
                None => push(unit, value),
            }
        }
        Some(iso)
    }
}

impl TimeUnit {
    /// The unit with the CLDR identifier `id`.
    pub fn named(id: &str) -> Option<TimeUnit> {
        use TimeUnit::*;
        let units = [
            Second, Minute, Hour, Day, Weekend, Week, Fortnight, Month, Quarter, Half, Year, Decade, Century,
            Millennium,
        ];
        units.into_iter().find(|unit| unit.id() == id)
    }

    /// The CLDR identifier of the unit.
    pub fn id(self) -> &'static str {
        match self {
            TimeUnit::Second => "second",
            TimeUnit::Minute => "minute",
            TimeUnit::Hour => "hour",
            TimeUnit::Day => "day",
            TimeUnit::Weekend => "weekend",
            TimeUnit::Week => "week",
            TimeUnit::Fortnight => "fortnight",
            TimeUnit::Month => "month",
            TimeUnit::Quarter => "quarter",
            TimeUnit::Half => "semester",
            TimeUnit::Year => "year",
            TimeUnit::Decade => "decade",
            TimeUnit::Century => "century",
            TimeUnit::Millennium => "millennium",
        }
    }

    /// The ISO 8601 duration of `count` units.
    pub fn iso(self, count: f64) -> String {
        let (prefix, times, letter) = match self {
            TimeUnit::Second => ("PT", 1.0, 'S'),
            TimeUnit::Minute => ("PT", 1.0, 'M'),
            TimeUnit::Hour => ("PT", 1.0, 'H'),
            TimeUnit::Day => ("P", 1.0, 'D'),
            TimeUnit::Weekend => ("P", 2.0, 'D'),
            TimeUnit::Week => ("P", 1.0, 'W'),
            TimeUnit::Fortnight => ("P", 15.0, 'D'),
            TimeUnit::Month => ("P", 1.0, 'M'),
            TimeUnit::Quarter => ("P", 3.0, 'M'),
            TimeUnit::Half => ("P", 6.0, 'M'),
            TimeUnit::Year => ("P", 1.0, 'Y'),
            TimeUnit::Decade => ("P", 10.0, 'Y'),
            TimeUnit::Century => ("P", 100.0, 'Y'),
            TimeUnit::Millennium => ("P", 1000.0, 'Y'),
        };
        format!("{prefix}{}{letter}", format_number(count * times))
    }

    /// The duration of the unit in seconds; of months and longer units, the average.
    pub fn seconds(self) -> f64 {
        const DAY: f64 = 86_400.0;
        match self {
            TimeUnit::Second => 1.0,
            TimeUnit::Minute => 60.0,
            TimeUnit::Hour => 3600.0,
            TimeUnit::Day => DAY,
            TimeUnit::Weekend => 2.0 * DAY,
            TimeUnit::Week => 7.0 * DAY,
            TimeUnit::Fortnight => 15.0 * DAY,
            TimeUnit::Month => 365.25 / 12.0 * DAY,
            TimeUnit::Quarter => 365.25 / 4.0 * DAY,
            TimeUnit::Half => 365.25 / 2.0 * DAY,
            TimeUnit::Year => 365.25 * DAY,
            TimeUnit::Decade => 3652.5 * DAY,
            TimeUnit::Century => 36_525.0 * DAY,
            TimeUnit::Millennium => 365_250.0 * DAY,
        }
    }

    /// The next smaller unit that is written after this one, and how many of it make up one: minutes after
    /// hours, seconds after minutes, months after years.
    pub fn smaller(self) -> Option<(TimeUnit, f64)> {
        match self {
            TimeUnit::Minute => Some((TimeUnit::Second, 60.0)),
            TimeUnit::Hour => Some((TimeUnit::Minute, 60.0)),
            TimeUnit::Year => Some((TimeUnit::Month, 12.0)),
            _ => None,
        }
    }
}
