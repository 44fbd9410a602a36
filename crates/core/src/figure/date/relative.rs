//! Dates relative to others: to now, to the day mentioned last, or to an adjacent date.

use crate::figure::grammar::{Match, Slot};
use crate::figure::value::{Built, Moment};
use crate::figure::{Bound, Direction, TimeUnit};

/// The largest number of years from now that is resolved to a year; larger ones are round numbers.
const MAX_YEARS_FROM_NOW: f64 = 1500.0;

impl Match<'_> {
    /// The captured duration before (`sign` is −1) or after (1) now. A bound makes it a period with one open
    /// end: "il y a plus de dix ans".
    pub fn away_from_now(&self, sign: i32, finest_unit: TimeUnit) -> Option<Built> {
        let bound = self.bound();
        let mut moment = self.shifted(sign, finest_unit)?;
        let farther = match bound {
            None | Some(Bound::About) => {
                moment.approximate |= bound.is_some();
                return Some(Built::Moment(moment));
            }
            Some(bound) => bound == Bound::Least,
        };
        let mut ends = Box::new([Some(moment), None]);
        if farther == (sign < 0) {
            ends.swap(0, 1);
        }
        Some(Built::Period(ends))
    }

    /// The captured duration before or after the day mentioned last.
    pub fn duration_from_last_day(&self, sign: i32) -> Option<Moment> {
        Some(Moment { anaphoric: true, ..self.shifted(sign, TimeUnit::Day)? })
    }

    /// The captured duration before or after the adjacent date: "trois jours avant Noël".
    pub fn duration_from_date(&self, sign: i32) -> Option<Moment> {
        moved(self.moments().next()?, self.shifted(sign, TimeUnit::Day)?)
    }

    /// The day before or after the adjacent date: "le lendemain de Noël".
    pub fn adjacent_day(&self) -> Option<Moment> {
        let mut moments = self.moments();
        let (relative, moment) = (moments.next()?, moments.next()?);
        (relative.anaphoric && !moment.anaphoric).then_some(())?;
        moved(moment, relative)
    }

    /// A time on the day mentioned last.
    pub fn same_day(&self) -> Option<Moment> {
        Some(Moment { shift: Some((0, TimeUnit::Day)), anaphoric: true, ..self.joined()? })
    }

    /// The captured duration before or after now as a moment. None for units smaller than `finest_unit`.
    fn shifted(&self, sign: i32, finest_unit: TimeUnit) -> Option<Moment> {
        let Some(Built::Amount(amount)) = self.item(Slot::Duration)?.built.as_deref() else { return None };
        let (count, unit) = (amount.value?, amount.time_unit?);
        // "il y a 15 000 ans" does not determine a year.
        if unit < finest_unit || unit == TimeUnit::Year && count > MAX_YEARS_FROM_NOW {
            return None;
        }
        if amount.low.is_some() || amount.high.is_some() || !(0.0..=100_000.0).contains(&count) {
            return None;
        }
        // A half is counted in the smaller unit: "il y a un an et demi" is 18 months ago.
        let (count, unit) = match (count.fract(), unit) {
            (0.0, unit) => (count, unit),
            (_, TimeUnit::Year) => (count * 12.0, TimeUnit::Month),
            (_, TimeUnit::Hour) => ((count * 60.0).round(), TimeUnit::Minute),
            (_, TimeUnit::Minute) => ((count * 60.0).round(), TimeUnit::Second),
            (_, TimeUnit::Day | TimeUnit::Week) => return None,
            (_, unit) => (count, unit),
        };
        let shift = Some((sign * count as i32, unit));
        Some(Moment { shift, approximate: amount.approximate, ..Moment::default() })
    }

    /// A day whose month is stated with a later day of a list: "12" of "les 12 et 13 mars", "5" of "les 5, 6
    /// et 7 mai".
    pub fn day_of(&self) -> Option<Moment> {
        /// The number of items after the day in which the month is looked for.
        const MAX_LIST_ITEMS: usize = 12;
        let &(_, index) = self.captures.first()?;
        let first = &self.items[index];
        // "vendredi 4" of "les vendredi 4 et samedi 5 mars"
        let (day, weekday) = match (first.built.as_deref(), first.number) {
            (Some(Built::Moment(moment)), _) if moment.month.is_none() => (moment.day?, moment.weekday),
            (None, Some(number)) => (number.whole(1, 31)?, None),
            _ => return None,
        };
        let mut last = day;
        for item in self.items[index + 1..].iter().take(MAX_LIST_ITEMS) {
            match (item.built.as_deref(), item.number) {
                (Some(Built::Moment(moment)), _) => {
                    let month = moment.month.filter(|_| moment.day.is_some_and(|day| day > last))?;
                    let (day, month, year) = (Some(day), Some(month), moment.year);
                    return Some(Moment { day, month, year, weekday, ..Moment::default() });
                }
                (Some(_), _) => return None,
                (None, Some(_)) if item.has(Slot::Day) && item.number?.value > f64::from(last) => {
                    last = item.number?.whole(1, 31)?;
                }
                (None, Some(_)) => return None,
                (None, None) => {}
            }
        }
        None
    }

    /// A period of whole units up to now or from now on: "les trois derniers mois", "les deux prochaines
    /// semaines".
    pub fn window(&self, finest_unit: TimeUnit) -> Option<Moment> {
        let (_, count) = self.numbers().next()?;
        let facts = self.gather_but_numbers()?;
        let unit = facts.unit.filter(|unit| *unit >= finest_unit)?;
        let sign = match facts.direction? {
            Direction::Last | Direction::Preceding => -1,
            Direction::This => return None,
            Direction::Next | Direction::Following => 1,
        };
        let shift = Some((sign * count.whole::<i32>(1, 10_000)?, unit));
        Some(Moment { shift, window: true, ..Moment::default() })
    }

    /// "lundi en huit": one or two weeks after the next such weekday, today included.
    pub fn weekday_plus_weeks(&self) -> Option<Moment> {
        let (_, days) = self.numbers().next()?;
        let weeks = match days.whole::<i32>(8, 15)? {
            8 => 1,
            15 => 2,
            _ => return None,
        };
        Some(Moment { weeks, direction: Some(Direction::This), ..self.gather_but_numbers()? })
    }
}

/// `moment` moved by the offset of `by`, in days or weeks.
fn moved(mut moment: Moment, by: Moment) -> Option<Moment> {
    moment.days += match by.shift? {
        (count, TimeUnit::Day) => count,
        (count, TimeUnit::Week) => count.checked_mul(7)?,
        _ => return None,
    };
    Some(moment)
}
