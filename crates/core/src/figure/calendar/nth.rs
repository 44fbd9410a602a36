//! Days, weeks and months by their number in a month or year: "le troisième jeudi de novembre".

use super::place::{Place, days_after, months_after};
use super::resolve::{Context, Tense};
use crate::figure::value::Moment;
use crate::figure::{Edge, TimeUnit};
use time::Weekday;

/// A future event "au premier trimestre" is in the coming year if the quarter of this year ended more than
/// this many days ago.
const LONG_OVER: i64 = 150;

impl Context {
    /// The first or last `count` units of a month or year. Without a stated year, it is the current one if
    /// the units are over or the tense is the future, otherwise the year before.
    fn run(&self, count: u8, edge: Edge, moment: &Moment) -> Option<Place> {
        let of = |whole: Place| {
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
                0 => Place::Day(days_after(from, i64::from((days - 1) * sign))?).bounds(),
                _ => months_after(from, (months - 1) * sign)
                    .and_then(|(year, month)| Place::Month(year, month).bounds()),
            };
            let (from, to) = match edge {
                Edge::End => (day(last, -1)?.0, last),
                _ => (first, day(first, 1)?.1),
            };
            (from >= first && to <= last).then_some((from, to))
        };
        let whole = match (moment.month, moment.year) {
            (Some(month), _) => self.month(month, moment)?,
            (None, Some(year)) => Place::Year(year),
            (None, None) => {
                let today = self.today()?;
                let (_, to) = of(Place::Year(today.year()))?;
                Place::Year(today.year() - i32::from(to > today && self.tense != Tense::Future))
            }
        };
        of(whole).map(|(from, to)| Place::Days(from, to))
    }

    /// The n-th unit of the year that the tense indicates: in March "au quatrième trimestre" with a past
    /// tense is last year's.
    fn nth_of_near_year(&self, nth: u8, moment: &Moment) -> Option<Place> {
        let today = self.today()?;
        let of = |year| self.nth(nth, &Moment { year: Some(year), ..*moment });
        let place = of(today.year())?;
        let (first, last) = place.bounds()?;
        let long_over = (today - last).whole_days() > LONG_OVER;
        let is_next = self.tense == Tense::Future && long_over;
        let is_last = self.tense == Tense::Past && first > today;
        if is_next || is_last {
            of(today.year() + i32::from(is_next) - i32::from(is_last))
        } else {
            Some(place)
        }
    }

    /// The n-th unit or weekday of a month or year; the last one if `nth` is 0.
    pub fn nth(&self, nth: u8, moment: &Moment) -> Option<Place> {
        if let Some(edge) = moment.run {
            return self.run(nth, edge, moment);
        }
        let whole = match (moment.month, moment.whole) {
            (Some(month), _) => self.month(month, moment)?,
            (None, Some((unit, direction))) => {
                self.unit(unit, &Moment { direction: Some(direction), ..Moment::default() })?
            }
            (None, None) => match moment.year {
                Some(year) => Place::Year(year),
                None if moment.weekday.is_some() => return None,
                None => return self.nth_of_near_year(nth, moment),
            },
        };
        let (first, last) = whole.bounds()?;
        let step = i64::from(nth) - 1;
        let place = match (moment.weekday, moment.unit) {
            (Some(weekday), _) => {
                let ahead = weekday.number_days_from_monday() + 7 - first.weekday().number_days_from_monday();
                let back = last.weekday().number_days_from_monday() + 7 - weekday.number_days_from_monday();
                Place::Day(match nth {
                    0 => days_after(last, -i64::from(back % 7))?,
                    _ => days_after(first, i64::from(ahead % 7) + 7 * step)?,
                })
            }
            (None, Some(TimeUnit::Day)) if nth == 0 => Place::Day(last),
            (None, Some(TimeUnit::Day)) => Place::Day(days_after(first, step)?),
            // The first week of a month is the one with its first Thursday, by analogy with years in ISO
            // 8601.
            (None, Some(unit @ (TimeUnit::Week | TimeUnit::Weekend))) => {
                let weekday = if unit == TimeUnit::Week { Weekday::Thursday } else { Weekday::Saturday };
                let day = self.nth(nth, &Moment { weekday: Some(weekday), ..*moment })?;
                let Place::Day(day) = day else { return None };
                let monday = days_after(day, -i64::from(day.weekday().number_days_from_monday()))?;
                if unit == TimeUnit::Week { Place::Week(monday) } else { Place::Weekend(monday) }
            }
            (None, Some(TimeUnit::Quarter)) if matches!(whole, Place::Year(_)) && (1..=4).contains(&nth) => {
                return Some(Place::Quarter(first.year(), nth));
            }
            (None, Some(TimeUnit::Half)) if matches!(whole, Place::Year(_)) && (1..=2).contains(&nth) => {
                return Some(Place::Half(first.year(), nth));
            }
            (None, Some(TimeUnit::Fortnight)) => {
                let middle = days_after(first, 14)?;
                if nth == 1 { Place::Days(first, middle) } else { Place::Days(middle.next_day()?, last) }
            }
            _ => return None,
        };
        let (from, to) = place.bounds()?;
        (from <= last && to >= first).then_some(place)
    }
}
