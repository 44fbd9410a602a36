//! Resolves moments and periods to ISO 8601 against the publication date.

use super::date_value::{DateValue, days_after, months_after};
use crate::date::Published;
use crate::figure::number::format_number;
use crate::figure::value::{Amount, Clock, Moment, Recurrence};
use crate::figure::{Daypart, Measure, TimeUnit};
use time::{Date, Duration, PrimitiveDateTime};

/// The tense of the sentence around a date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Tense {
    Past,
    Future,
    /// No verb indicates a tense.
    #[default]
    Unknown,
}

/// The information against which dates are resolved.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Context {
    /// The publication date of the article.
    pub now: Option<Published>,
    /// The last day that the block mentioned.
    pub last_day: Option<Date>,
    /// The first day and the size of the calendar unit, a week or longer, that the block mentioned after
    /// `last_day`.
    pub last_unit: Option<(Date, TimeUnit)>,
    /// Whether the block has mentioned any date, resolved or not.
    pub has_mentioned_date: bool,
    /// The first day of a programme, set while the text lists coming events: dates without a tense are
    /// resolved to this day or later.
    pub programme_start: Option<Date>,
    /// The narrative anchor: the last mentioned day, if it is far from the publication date. Nearby dates
    /// without a year belong to the same narrative.
    pub narrative_anchor: Option<Date>,
    pub tense: Tense,
}

/// A resolved moment or period.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Resolved {
    pub measure: Measure,
    pub iso: Option<String>,
    /// The day, if it is a single one, or the day that a period begins with.
    pub day: Option<Date>,
    /// The first day and the unit, if it is a week or longer calendar unit.
    pub calendar_unit: Option<(Date, TimeUnit)>,
}

impl Context {
    /// The day of publication.
    pub fn today(&self) -> Option<Date> {
        self.now.map(|now| now.day)
    }

    /// Resolves `moment`.
    pub fn resolve(&self, moment: &Moment) -> Resolved {
        if let Some((count, unit)) = moment.shift.filter(|(_, unit)| *unit < TimeUnit::Day) {
            return self.offset_from_now(i64::from(count), unit, moment.window);
        }
        let value = self.locate(moment).map_or(DateValue::Unknown, |value| value.edge(moment.edge));
        if let (Some(daypart), Some(edge)) = (moment.daypart, moment.edge)
            && let Some(hours) = daypart.hours(edge)
        {
            return self.daypart_edge(moment, daypart, hours);
        }
        let time = match (moment.clock, moment.daypart) {
            (Some(clock), _) => Some(clock.iso(moment.zone)),
            (None, Some(daypart)) => Some(daypart.iso().to_owned()).filter(|iso| !iso.is_empty()),
            (None, None) => None,
        };
        let day = if let DateValue::Day(day) = value { Some(day) } else { None };
        let (value, time) = match (value, moment.clock) {
            // Midnight is the end of the day ("jeudi à 24 heures"), except on the first day of a month: "le
            // 1er janvier à minuit" is its beginning.
            (DateValue::Day(_) | DateValue::None | DateValue::Unknown, Some(clock)) if clock.hour == 24 => {
                let next = day.filter(|_| moment.day != Some(1)).and_then(Date::next_day);
                (next.map_or(value, DateValue::Day), Some(Clock { hour: 0, ..clock }.iso(moment.zone)))
            }
            _ => (value, time),
        };
        let date = value.iso();
        let (measure, iso) = match (value, date, time) {
            (DateValue::None, _, Some(time)) => (Measure::Time, Some(time)),
            // "ce soir à 20 heures": at least the hour is known.
            (DateValue::Unknown, _, Some(time)) => (Measure::DateTime, moment.clock.map(|_| time)),
            (DateValue::Unknown, _, None) => (Measure::Date, None),
            (_, Some(date), Some(time)) => (Measure::DateTime, Some(format!("{date}{time}"))),
            (DateValue::Days(..), date, None) => (Measure::Period, date),
            (_, date, None) => (Measure::Date, date),
            (_, None, _) => (Measure::Date, None),
        };
        Resolved { measure, iso, day, calendar_unit: value.calendar_unit() }
    }

    /// A number of hours, minutes or seconds from now, to the minute or second; if `window`, the period
    /// between.
    fn offset_from_now(&self, count: i64, unit: TimeUnit, window: bool) -> Resolved {
        let now = self.now.and_then(|now| Some(PrimitiveDateTime::new(now.day, now.time?)));
        let offset = match unit {
            TimeUnit::Hour => Duration::hours(count),
            TimeUnit::Minute => Duration::minutes(count),
            _ => Duration::seconds(count),
        };
        let iso = |at: PrimitiveDateTime| {
            let second = (unit == TimeUnit::Second).then(|| at.second());
            let clock = Clock { hour: at.hour(), minute: Some(at.minute()), second };
            Some(format!("{}{}", DateValue::Day(at.date()).iso()?, clock.iso(self.now?.zone)))
        };
        let then = now.and_then(|now| now.checked_add(offset));
        let day = then.map(PrimitiveDateTime::date);
        if !window {
            return Resolved {
                measure: Measure::DateTime,
                iso: then.and_then(iso),
                day,
                calendar_unit: None,
            };
        }
        let ends = now.zip(then).and_then(|(now, then)| iso(now.min(then)).zip(iso(now.max(then))));
        Resolved {
            measure: Measure::Period,
            iso: ends.map(|(from, to)| format!("{from}/{to}")),
            day,
            calendar_unit: None,
        }
    }

    /// The beginning, middle or end of a part of the day, as its usual hours.
    fn daypart_edge(&self, moment: &Moment, daypart: Daypart, (from, to): (u8, u8)) -> Resolved {
        let hours = |hour| Moment {
            clock: Some(Clock { hour, minute: None, second: None }),
            daypart: None,
            edge: None,
            // "en fin de journée" is on the day mentioned last.
            shift: moment
                .shift
                .or((daypart == Daypart::Day && !moment.is_dated()).then_some((0, TimeUnit::Day))),
            anaphoric: moment.anaphoric || !moment.is_dated(),
            ..*moment
        };
        self.resolve_period(&[Some(hours(from)), Some(hours(to))])
    }

    /// Resolves a period. An open end is "..".
    pub fn resolve_period(&self, [from, to]: &[Option<Moment>; 2]) -> Resolved {
        let ends = from.as_ref().zip(to.as_ref());
        let end = ends
            .and_then(|(from, to)| self.weekday_after(from, to).or_else(|| self.end_around_today(from, to)));
        let mut to = end.as_ref().or(to.as_ref()).map(|moment| self.resolve(moment));
        if let Some(later) = ends.and_then(|(from, end)| self.next_year(from, end, to.as_ref()?.day?)) {
            to = Some(self.resolve(&later));
        }
        let last = to.as_ref().and_then(|end| end.day);
        let from = from.as_ref().map(|moment| match last {
            Some(last) => self.resolve(&start_before(moment, last).unwrap_or(*moment)),
            None => self.resolve(moment),
        });
        let day = from.as_ref().or(to.as_ref()).and_then(|end| end.day);
        let side = |end: Option<Resolved>, first: bool| match end {
            // "de 20 heures à minuit"
            Some(Resolved { iso: Some(iso), .. }) if !first && iso == "T00" => Some("T24".to_owned()),
            None => Some("..".to_owned()),
            Some(end) => end.iso.map(|iso| match iso.split_once('/') {
                Some((from, to)) => if first { from } else { to }.to_owned(),
                None => iso,
            }),
        };
        let iso = side(from, true).zip(side(to, false)).map(|(from, to)| format!("{from}/{to}"));
        Resolved { measure: Measure::Period, iso, day, calendar_unit: None }
    }

    /// The second of two weekdays, which follows the first: "de dimanche à lundi". None if the ends are not
    /// both bare weekdays.
    fn weekday_after(&self, from: &Moment, to: &Moment) -> Option<Moment> {
        let bare =
            |moment: &Moment| moment.day.is_none() && moment.unit.is_none() && moment.direction.is_none();
        let (first, last) = (from.weekday?, to.weekday.filter(|_| bare(from) && bare(to))?);
        let days = 7 + last.number_days_from_monday() - first.number_days_from_monday();
        let day = days_after(self.resolve(from).day?, i64::from(days % 7))?;
        Some(Moment {
            weekday: None,
            year: Some(day.year()),
            month: Some(day.month()),
            day: Some(day.day()),
            ..*to
        })
    }

    /// The `end` of a period with the following year, if its year is not stated and the resolved day `last`
    /// would precede the start, a weekday or today: "de mercredi jusqu'au 12 septembre".
    fn next_year(&self, from: &Moment, end: &Moment, last: Date) -> Option<Moment> {
        let first = self.resolve(from).day.filter(|first| from.day.is_none() && last < *first)?;
        let (month, day) = (end.month?, end.day.filter(|_| end.year.is_none())?);
        let year = first.year() + i32::from((u8::from(month), day) < (u8::from(first.month()), first.day()));
        Some(Moment { year: Some(year), ..*end })
    }

    /// The end of a period that contains today, with the current year if none is stated. None if the tense is
    /// the future.
    fn end_around_today(&self, from: &Moment, to: &Moment) -> Option<Moment> {
        let today = self.today().filter(|_| self.tense != Tense::Future)?;
        let in_year = |moment: &Moment| {
            let bare = moment.year.is_none() && moment.direction.is_none() && moment.days == 0;
            Some((moment.month.map(u8::from)?, moment.day?)).filter(|_| bare)
        };
        let days = in_year(from)?..=in_year(to)?;
        let is_today = days.contains(&(u8::from(today.month()), today.day()));
        is_today.then_some(Moment { year: Some(today.year()), ..*to })
    }

    /// The ISO 8601 form of a recurrence: the interval, or the moment with X for the digits that vary.
    pub fn recurrence(recurrence: &Recurrence) -> Option<String> {
        match recurrence {
            Recurrence::Every(count, unit) => {
                let mut amount = Amount::of(Measure::Duration, *count);
                // From one weekend to the next
                amount.time_unit = Some(if *unit == TimeUnit::Weekend { TimeUnit::Week } else { *unit });
                amount.iso()
            }
            Recurrence::Times(count, unit) => {
                let interval = Context::recurrence(&Recurrence::Every(1.0, *unit))?;
                Some(format!("R{}/{interval}", format_number(*count)))
            }
            Recurrence::Each(moment) => Context::default().resolve(moment).iso,
            Recurrence::WeekdayRange(first, last) => {
                let mut iso = DateValue::Weekday(*first).iso()?;
                iso.push('/');
                iso.push_str(&DateValue::Weekday(*last).iso()?);
                Some(iso)
            }
        }
    }
}

/// The first day of a period that ends on `last`, with the month and year that are not stated: "du 28 au 3
/// mai", "de décembre à février". None if the start has a year or no day.
fn start_before(moment: &Moment, last: Date) -> Option<Moment> {
    let day = moment.day.filter(|_| moment.year.is_none() && moment.shift.is_none())?;
    let first = (0..=12)
        .filter_map(|months| months_after(last, -months))
        .filter(|&(_, month)| moment.month.is_none_or(|named| named == month))
        .filter_map(|(year, month)| Date::from_calendar_date(year, month, day).ok())
        .find(|first| *first <= last)?;
    Some(Moment {
        year: Some(first.year()),
        month: Some(first.month()),
        direction: None,
        unit: None,
        ..*moment
    })
}
