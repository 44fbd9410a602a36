//! Days, weeks and months by their number in a month or year: "le troisième jeudi de novembre".

use super::date_value::{DateValue, days_after, months_after, nth_weekday, week_of};
use super::resolve::{Context, Tense};
use crate::figure::value::Moment;
use crate::figure::{Edge, TimeUnit};
use time::Weekday;

/// A future event "au premier trimestre" is in the coming year if the quarter of this year ended more than
/// this many days ago.
const MAX_DAYS_OVER: i64 = 150;

impl Context {
    /// The first or last `count` units of a month or year. Without a stated year, it is the current one if
    /// the units are over or the tense is the future, otherwise the year before.
    fn units_at(&self, count: u8, edge: Edge, moment: &Moment) -> Option<DateValue> {
        let of = |whole: DateValue| {
            let (first, last) = whole.bounds()?;
            let count = i32::from(count);
            let (days, months) = match moment.unit? {
                TimeUnit::Day => (count, 0),
                TimeUnit::Week => (count * 7, 0),
                TimeUnit::Month => (0, count),
                TimeUnit::Quarter => (0, count * 3),
                _ => return None,
            };
            let day = |from, sign: i32| match months {
                0 => DateValue::Day(days_after(from, i64::from((days - 1) * sign))?).bounds(),
                _ => months_after(from, (months - 1) * sign)
                    .and_then(|(year, month)| DateValue::Month(year, month).bounds()),
            };
            let (from, to) = match edge {
                Edge::End => (day(last, -1)?.0, last),
                _ => (first, day(first, 1)?.1),
            };
            (from >= first && to <= last).then_some((from, to))
        };
        let whole = match (moment.month, moment.year) {
            (Some(month), _) => self.month(month, moment)?,
            (None, Some(year)) => DateValue::Year(year),
            (None, None) => {
                let today = self.today()?;
                let (_, to) = of(DateValue::Year(today.year()))?;
                DateValue::Year(today.year() - i32::from(to > today && self.tense != Tense::Future))
            }
        };
        of(whole).map(|(from, to)| DateValue::Days(from, to))
    }

    /// The n-th unit of the year that the tense indicates: in March "au quatrième trimestre" with a past
    /// tense is last year's.
    fn nth_of_near_year(&self, nth: u8, moment: &Moment) -> Option<DateValue> {
        let today = self.today()?;
        let of = |year| self.nth(nth, &Moment { year: Some(year), ..*moment });
        let value = of(today.year())?;
        let (first, last) = value.bounds()?;
        let long_over = (today - last).whole_days() > MAX_DAYS_OVER;
        let is_next = self.tense == Tense::Future && long_over;
        let is_last = self.tense == Tense::Past && first > today;
        if is_next || is_last {
            of(today.year() + i32::from(is_next) - i32::from(is_last))
        } else {
            Some(value)
        }
    }

    /// The n-th unit or weekday of a month or year; the last one if `nth` is 0.
    pub fn nth(&self, nth: u8, moment: &Moment) -> Option<DateValue> {
        if let Some(edge) = moment.units_at {
            return self.units_at(nth, edge, moment);
        }
        let whole = match (moment.month, moment.within) {
            (Some(month), _) => self.month(month, moment)?,
            (None, Some((unit, direction))) => {
                self.unit(unit, &Moment { direction: Some(direction), ..Moment::default() })?
            }
            (None, None) => match moment.year {
                Some(year) => DateValue::Year(year),
                None if moment.weekday.is_some() => return None,
                None => return self.nth_of_near_year(nth, moment),
            },
        };
        let (first, last) = whole.bounds()?;
        let value = match (moment.weekday, moment.unit) {
            (Some(weekday), _) => DateValue::Day(nth_weekday((first, last), weekday, nth)?),
            (None, Some(TimeUnit::Day)) if nth == 0 => DateValue::Day(last),
            (None, Some(TimeUnit::Day)) => DateValue::Day(days_after(first, i64::from(nth) - 1)?),
            // The first week of a month is the one with its first Thursday, by analogy with years in ISO
            // 8601.
            (None, Some(unit @ (TimeUnit::Week | TimeUnit::Weekend))) => {
                let weekday = if unit == TimeUnit::Week { Weekday::Thursday } else { Weekday::Saturday };
                let day = self.nth(nth, &Moment { weekday: Some(weekday), ..*moment })?;
                let DateValue::Day(day) = day else { return None };
                week_of(day, unit)?
            }
            (None, Some(TimeUnit::Quarter))
                if matches!(whole, DateValue::Year(_)) && (1..=4).contains(&nth) =>
            {
                return Some(DateValue::Quarter(first.year(), nth));
            }
            (None, Some(TimeUnit::Half)) if matches!(whole, DateValue::Year(_)) && (1..=2).contains(&nth) => {
                return Some(DateValue::Half(first.year(), nth));
            }
            (None, Some(TimeUnit::Fortnight)) => {
                let middle = days_after(first, 14)?;
                if nth == 1 {
                    DateValue::Days(first, middle)
                } else {
                    DateValue::Days(middle.next_day()?, last)
                }
            }
            _ => return None,
        };
        let (from, to) = value.bounds()?;
        (from <= last && to >= first).then_some(value)
    }
}
