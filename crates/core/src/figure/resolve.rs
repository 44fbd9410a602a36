//! Moments to ISO 8601, read against the article's date.
//!
//! Extensions of ISO 8601 are TIMEX3's where one exists: parts of the day ("2022-01-06TEV"), seasons ("2018-SU"),
//! quarters and halves ("2018-Q3", "2018-H1"), and X for digits that are not known.

use super::Measure;
use super::moment::{Clock, Moment, Recurrence};
use super::tables::{Daypart, Direction, Edge, Holiday, Season, TimeUnit};
use time::{Date, Duration, Month, Weekday};

/// Which side of today the words around a date speak of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Future,
    /// No verb tells.
    Unknown,
}

/// Against what dates are read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Context {
    /// The article's date.
    pub today: Option<Date>,
    /// The day that the text spoke of last.
    pub last: Option<Date>,
    pub tense: Tense,
}

/// A moment on the calendar.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Resolved {
    pub measure: Measure,
    pub iso: Option<String>,
    /// The day, if it is one.
    pub day: Option<Date>,
}

/// Where a moment's date lies, as exactly as is known.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Place {
    Day(Date),
    /// From one day to another, both included.
    Days(Date, Date),
    Month(i32, Month),
    Year(i32),
    Week(Date),
    Weekend(Date),
    Quarter(i32, u8),
    Half(i32, u8),
    Season(i32, Season),
    Decade(i32),
    Century(i32),
    /// Month and day of an unknown year, either of which may be unknown.
    Partial(Option<Month>, Option<u8>),
    Weekday(Weekday),
    UnknownSeason(Season),
    /// Only a time of day.
    None,
    /// A date that cannot be told.
    Unknown,
}

impl Context {
    /// `moment` on the calendar.
    pub fn resolve(&self, moment: &Moment) -> Resolved {
        let place = self.place(moment).map_or(Place::Unknown, |place| place.edge(moment.edge));
        if let (Some(daypart), Some(edge)) = (moment.daypart, moment.edge) {
            return self.daypart_edge(moment, daypart, edge);
        }
        let time = match (moment.clock, moment.daypart) {
            (Some(clock), _) => Some(clock.iso()),
            (None, Some(daypart)) => Some(daypart.iso().to_owned()),
            (None, None) => None,
        };
        let (place, time) = match (place, moment.clock) {
            // Midnight ends the day: "jeudi à 24 heures".
            (Place::Day(day), Some(clock)) if clock.hour == 24 => {
                (day.next_day().map_or(place, Place::Day), Some(Clock { hour: 0, ..clock }.iso()))
            }
            _ => (place, time),
        };
        let day = if let Place::Day(day) = place { Some(day) } else { None };
        let date = place.iso();
        let (measure, iso) = match (place, date, time) {
            (Place::None, _, Some(time)) => (Measure::Time, Some(time)),
            (Place::Unknown, _, time) => {
                (if time.is_some() { Measure::DateTime } else { Measure::Date }, None)
            }
            (_, Some(date), Some(time)) => (Measure::DateTime, Some(format!("{date}{time}"))),
            (Place::Days(..), date, None) => (Measure::Period, date),
            (_, date, None) => (Measure::Date, date),
            (_, None, _) => (Measure::Date, None),
        };
        Resolved { measure, iso, day }
    }

    /// The beginning, middle or end of a part of the day, by the hours that it is usually taken for.
    fn daypart_edge(&self, moment: &Moment, daypart: Daypart, edge: Edge) -> Resolved {
        let hours = |hour| Moment {
            clock: Some(Clock { hour, minute: None, second: None }),
            daypart: None,
            edge: None,
            ..*moment
        };
        let (from, to) = daypart.hours(edge);
        self.resolve_period(&[Some(hours(from)), Some(hours(to))])
    }

    /// A period: both ends on the calendar, an open one as "..".
    pub fn resolve_period(&self, [from, to]: &[Option<Moment>; 2]) -> Resolved {
        let (mut from, mut to) = (
            from.as_ref().map(|moment| self.resolve(moment)),
            to.as_ref().map(|moment| self.resolve(moment)),
        );
        // "de décembre à février" ends in the next year, or began in the last.
        if let (Some(Resolved { day: Some(first), .. }), Some(Resolved { day: Some(last), iso, .. })) =
            (&mut from, &mut to)
            && *first > *last
            && let Ok(later) = last.replace_year(first.year())
            && iso.as_ref().is_some_and(|iso| !iso.contains('T'))
        {
            let year = if later < *first { first.year().saturating_add(1) } else { first.year() };
            if let Ok(later) = later.replace_year(year) {
                (*last, *iso) = (later, Place::Day(later).iso());
            }
        }
        let day = from.as_ref().or(to.as_ref()).and_then(|end| end.day);
        let side = |end: Option<Resolved>, first: bool| match end {
            None => Some("..".to_owned()),
            Some(end) => end.iso.map(|iso| match iso.split_once('/') {
                Some((from, to)) => if first { from } else { to }.to_owned(),
                None => iso,
            }),
        };
        let iso = side(from, true).zip(side(to, false)).map(|(from, to)| format!("{from}/{to}"));
        Resolved { measure: Measure::Period, iso, day }
    }

    /// A recurrence as ISO 8601: the interval, or the moment with X for what changes.
    pub fn recurrence(recurrence: &Recurrence) -> Option<String> {
        match recurrence {
            Recurrence::Every(count, unit) => {
                let mut amount = super::amount::Amount::of(Measure::Duration, *count);
                amount.span = Some(*unit);
                amount.iso()
            }
            Recurrence::Times(count, unit) => {
                let interval = Context::recurrence(&Recurrence::Every(1.0, *unit))?;
                Some(format!("R{count}/{interval}"))
            }
            Recurrence::Each(moment) => {
                let unknown = Context { today: None, last: None, tense: Tense::Unknown };
                unknown.resolve(moment).iso
            }
        }
    }

    /// Where the moment's date lies; none if the words cannot be read or lead off the calendar.
    fn place(&self, moment: &Moment) -> Option<Place> {
        if let Some((count, unit)) = moment.shift {
            return self.shifted(moment, count, unit);
        }
        if let Some(year) = moment.decade {
            return Some(Place::Decade(year));
        }
        if let Some(year) = moment.century {
            return Some(Place::Century(year));
        }
        if let Some(holiday) = moment.holiday {
            return self.holiday(holiday, moment);
        }
        if let Some(season) = moment.season {
            return self.season(season, moment);
        }
        if let Some(quarter) = moment.quarter {
            return self.quarter(quarter, moment);
        }
        match (moment.day, moment.month, moment.weekday, moment.unit) {
            (Some(day), Some(month), _, _) => self.day_of_month(day, month, moment),
            (Some(day), None, weekday, _) => self.day(day, weekday, moment),
            (None, Some(month), None, _) => self.month(month, moment),
            (None, None, Some(weekday), unit) => self.weekday(weekday, unit, moment),
            (None, None, None, Some(unit)) => self.unit(unit, moment),
            // "ce soir", "la nuit dernière"
            (None, None, None, None) if moment.year.is_none() && moment.direction.is_some() => {
                let steps = moment.direction.map_or(0, Direction::steps);
                days_after(self.today?, i64::from(steps)).map(Place::Day)
            }
            (None, None, None, None) => Some(moment.year.map_or(Place::None, Place::Year)),
            (None, Some(_), Some(_), _) => None,
        }
    }

    fn shifted(&self, moment: &Moment, count: i32, unit: TimeUnit) -> Option<Place> {
        let origin = if moment.later { self.last.or(self.today)? } else { self.today? };
        let place = match unit {
            TimeUnit::Day => Place::Day(days_after(origin, i64::from(count))?),
            TimeUnit::Week => Place::Day(days_after(origin, i64::from(count) * 7)?),
            TimeUnit::Fortnight => Place::Day(days_after(origin, i64::from(count) * 15)?),
            TimeUnit::Month | TimeUnit::Quarter | TimeUnit::Half => {
                let months = match unit {
                    TimeUnit::Quarter => 3,
                    TimeUnit::Half => 6,
                    _ => 1,
                };
                let (year, month) = months_after(origin, count.checked_mul(months)?)?;
                Place::Month(year, month)
            }
            TimeUnit::Year => Place::Year(year_in_range(origin.year().checked_add(count)?)?),
            TimeUnit::Decade => {
                Place::Year(year_in_range(origin.year().checked_add(count.checked_mul(10)?)?)?)
            }
            TimeUnit::Century => {
                Place::Year(year_in_range(origin.year().checked_add(count.checked_mul(100)?)?)?)
            }
            // Less than a day: the article's date does not tell the hour.
            TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour | TimeUnit::Weekend => return None,
        };
        if !moment.window {
            return Some(place);
        }
        let (first, last) = place.bounds()?;
        Some(if count < 0 { Place::Days(first, origin) } else { Place::Days(origin, last) })
    }

    /// `day` of `month`: of the year given, else the nearest that the tense allows.
    fn day_of_month(&self, day: u8, month: Month, moment: &Moment) -> Option<Place> {
        if let Some(year) = moment.year {
            return Date::from_calendar_date(year, month, day).ok().map(Place::Day);
        }
        let Some(today) = self.today else { return Some(Place::Partial(Some(month), Some(day))) };
        let years = [today.year() - 1, today.year(), today.year() + 1];
        let dates = || years.into_iter().filter_map(|year| Date::from_calendar_date(year, month, day).ok());
        // Where the weekday is told, it tells the year; texts err in it now and then.
        let told = dates().filter(|date| moment.weekday == Some(date.weekday()));
        let chosen = self
            .nearest(told, today, moment.direction)
            .or_else(|| self.nearest(dates(), today, moment.direction));
        Some(chosen.map_or(Place::Partial(Some(month), Some(day)), Place::Day))
    }

    /// The date that the tense or direction asks for, nearest to today.
    fn nearest(
        &self,
        dates: impl Iterator<Item = Date>,
        today: Date,
        direction: Option<Direction>,
    ) -> Option<Date> {
        let fits = |date: &Date| match (direction, self.tense) {
            (Some(Direction::Last), _) => *date < today,
            (Some(Direction::Next | Direction::Following), _) => *date > today,
            (Some(Direction::This), _) => date.year() == today.year(),
            (None, Tense::Past) => *date <= today,
            (None, Tense::Future) => *date >= today,
            (None, Tense::Unknown) => true,
        };
        dates.filter(fits).min_by_key(|date| (*date - today).whole_days().abs())
    }

    /// A day of a month that is not named: "jeudi 15", "le 16".
    fn day(&self, day: u8, weekday: Option<Weekday>, moment: &Moment) -> Option<Place> {
        let Some(today) = self.today else { return Some(Place::Partial(None, Some(day))) };
        if let (Some(TimeUnit::Month), Some(direction)) = (moment.unit, moment.direction) {
            let (year, month) = months_after(today, direction.steps())?;
            return Date::from_calendar_date(year, month, day).ok().map(Place::Day);
        }
        let dates = (-8..=8).filter_map(|step| {
            let (year, month) = months_after(today, step)?;
            Date::from_calendar_date(year, month, day).ok()
        });
        let dates = dates.filter(|date| weekday.is_none_or(|weekday| date.weekday() == weekday));
        self.nearest(dates, today, None).map(Place::Day)
    }

    fn month(&self, month: Month, moment: &Moment) -> Option<Place> {
        if let Some(year) = moment.year {
            return Some(Place::Month(year, month));
        }
        let Some(today) = self.today else { return Some(Place::Partial(Some(month), None)) };
        let this = u8::from(month) as i32 - i32::from(u8::from(today.month()));
        let year = match (moment.direction, self.tense) {
            (Some(Direction::This), _) => 0,
            (Some(Direction::Last), _) | (None, Tense::Past) => {
                let passed = if moment.direction.is_some() { this < 0 } else { this <= 0 };
                if passed { 0 } else { -1 }
            }
            (Some(Direction::Next | Direction::Following), _) | (None, Tense::Future) => {
                let ahead = if moment.direction.is_some() { this > 0 } else { this >= 0 };
                if ahead { 0 } else { 1 }
            }
            // The nearest: as far ahead as half a year.
            (None, Tense::Unknown) if this > 6 => -1,
            (None, Tense::Unknown) if this < -6 => 1,
            (None, Tense::Unknown) => 0,
        };
        Some(Place::Month(today.year() + year, month))
    }

    fn weekday(&self, weekday: Weekday, unit: Option<TimeUnit>, moment: &Moment) -> Option<Place> {
        let Some(today) = self.today else { return Some(Place::Weekday(weekday)) };
        let ahead = i64::from(weekday.number_days_from_monday())
            - i64::from(today.weekday().number_days_from_monday());
        let days = match (unit, moment.direction, self.tense) {
            (Some(TimeUnit::Week), direction, _) => {
                ahead + 7 * i64::from(direction.map_or(0, Direction::steps))
            }
            (_, Some(Direction::This), Tense::Past) => {
                if ahead > 0 {
                    ahead - 7
                } else {
                    ahead
                }
            }
            (_, Some(Direction::This), _) => ahead.rem_euclid(7),
            (_, Some(Direction::Last), _) => {
                if ahead >= 0 {
                    ahead - 7
                } else {
                    ahead
                }
            }
            (_, Some(Direction::Next), _) => {
                if ahead <= 0 {
                    ahead + 7
                } else {
                    ahead
                }
            }
            (_, Some(Direction::Following), _) => ahead + 7,
            (_, None, Tense::Future) => ahead.rem_euclid(7),
            // News tells of the day just past.
            (_, None, _) => {
                if ahead > 0 {
                    ahead - 7
                } else {
                    ahead
                }
            }
        };
        let days = days + 7 * i64::from(moment.weeks);
        days_after(today, days).map(Place::Day)
    }

    /// A unit of the calendar on a side of today: "la semaine dernière".
    fn unit(&self, unit: TimeUnit, moment: &Moment) -> Option<Place> {
        let today = self.today?;
        let steps = moment.direction.map_or(0, Direction::steps);
        let monday =
            days_after(today, -i64::from(today.weekday().number_days_from_monday()) + 7 * i64::from(steps));
        Some(match unit {
            TimeUnit::Day => Place::Day(days_after(today, i64::from(steps))?),
            TimeUnit::Week => Place::Week(monday?),
            TimeUnit::Weekend => Place::Weekend(monday?),
            TimeUnit::Month => {
                let (year, month) = months_after(today, steps)?;
                Place::Month(year, month)
            }
            TimeUnit::Quarter => {
                let (year, month) = months_after(today, steps * 3)?;
                Place::Quarter(year, (u8::from(month) - 1) / 3 + 1)
            }
            TimeUnit::Half => {
                let (year, month) = months_after(today, steps * 6)?;
                Place::Half(year, (u8::from(month) - 1) / 6 + 1)
            }
            TimeUnit::Year => Place::Year(year_in_range(today.year().checked_add(steps)?)?),
            TimeUnit::Decade => Place::Decade((today.year() / 10 + steps) * 10),
            TimeUnit::Century => Place::Century((today.year() / 100 + steps) * 100),
            TimeUnit::Fortnight | TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour => return None,
        })
    }

    fn quarter(&self, rank: u8, moment: &Moment) -> Option<Place> {
        let steps = moment.direction.map_or(0, Direction::steps);
        let year = moment.year.or_else(|| self.today.map(|today| today.year() + steps))?;
        match moment.unit? {
            TimeUnit::Quarter => Some(Place::Quarter(year, rank)),
            TimeUnit::Half if rank <= 2 => Some(Place::Half(year, rank)),
            _ => None,
        }
    }

    fn season(&self, season: Season, moment: &Moment) -> Option<Place> {
        if let Some(year) = moment.year {
            return Some(Place::Season(year, season));
        }
        let Some(today) = self.today else { return Some(Place::UnknownSeason(season)) };
        let (year, month) = (today.year(), u8::from(today.month()));
        let start = season.first_month();
        let year =
            match (moment.direction, self.tense) {
                (Some(Direction::Last), _) | (None, Tense::Past) => {
                    if month > start + 2 {
                        year
                    } else {
                        year - 1
                    }
                }
                (Some(Direction::Next | Direction::Following), _) | (None, Tense::Future) => {
                    if month < start { year } else { year + 1 }
                }
                // A winter is named for the year in which it begins.
                _ if season == Season::Winter && month < 4 => year - 1,
                _ => year,
            };
        Some(Place::Season(year, season))
    }

    fn holiday(&self, holiday: Holiday, moment: &Moment) -> Option<Place> {
        if let Some(year) = moment.year {
            return holiday.in_year(year).map(Place::Day);
        }
        match self.today {
            Some(today) => {
                let years = [today.year() - 1, today.year(), today.year() + 1];
                let dates = years.into_iter().filter_map(|year| holiday.in_year(year));
                self.nearest(dates, today, moment.direction).map(Place::Day)
            }
            None => match holiday {
                Holiday::Fixed(month, day) => Some(Place::Partial(Some(month), Some(day))),
                _ => None,
            },
        }
    }
}

impl Place {
    /// First and last day.
    fn bounds(self) -> Option<(Date, Date)> {
        match self {
            Place::Day(day) => Some((day, day)),
            Place::Days(first, last) => Some((first, last)),
            Place::Week(monday) => Some((monday, days_after(monday, 6)?)),
            Place::Weekend(monday) => Some((days_after(monday, 5)?, days_after(monday, 6)?)),
            Place::Month(year, month) => months(year, u8::from(month), 1),
            Place::Quarter(year, quarter) => months(year, quarter * 3 - 2, 3),
            Place::Half(year, half) => months(year, half * 6 - 5, 6),
            Place::Year(year) => months(year, 1, 12),
            _ => None,
        }
    }

    /// The beginning, middle or end of the place: of a month five days, ten, and the last from the 25th on; of a year
    /// two months, four, and two; of a week two days, three, and the last four.
    fn edge(self, edge: Option<Edge>) -> Place {
        let Some(edge) = edge else { return self };
        let days = |year, month, from, to| {
            let from = Date::from_calendar_date(year, month, from).ok()?;
            Some(Place::Days(from, Date::from_calendar_date(year, month, to).ok()?))
        };
        let months_of =
            |year, first, count| months(year, first, count).map(|(first, last)| Place::Days(first, last));
        let part = match (self, edge) {
            (Place::Month(year, month), Edge::Start) => days(year, month, 1, 5),
            (Place::Month(year, month), Edge::Middle) => days(year, month, 10, 19),
            (Place::Month(year, month), Edge::End) => days(year, month, 25, month.length(year)),
            (Place::Year(year), Edge::Start) => months_of(year, 1, 2),
            (Place::Year(year), Edge::Middle) => months_of(year, 5, 4),
            (Place::Year(year), Edge::End) => months_of(year, 11, 2),
            (Place::Week(monday), edge) => {
                let (first, last) = match edge {
                    Edge::Start => (0, 1),
                    Edge::Middle => (2, 3),
                    Edge::End => (3, 6),
                };
                days_after(monday, first)
                    .zip(days_after(monday, last))
                    .map(|(first, last)| Place::Days(first, last))
            }
            _ => None,
        };
        part.unwrap_or(self)
    }

    fn iso(self) -> Option<String> {
        Some(match self {
            Place::Day(day) => day_iso(day),
            Place::Days(first, last) => format!("{}/{}", day_iso(first), day_iso(last)),
            Place::Month(year, month) => format!("{year:04}-{:02}", u8::from(month)),
            Place::Year(year) => format!("{year:04}"),
            Place::Week(monday) => {
                let (year, week, _) = monday.to_iso_week_date();
                format!("{year:04}-W{week:02}")
            }
            Place::Weekend(monday) => {
                let (year, week, _) = monday.to_iso_week_date();
                format!("{year:04}-W{week:02}-WE")
            }
            Place::Quarter(year, quarter) => format!("{year:04}-Q{quarter}"),
            Place::Half(year, half) => format!("{year:04}-H{half}"),
            Place::Season(year, season) => format!("{year:04}-{}", season.iso()),
            Place::Decade(year) => format!("{:03}X", year / 10),
            Place::Century(year) => format!("{:02}XX", year / 100),
            Place::Partial(month, day) => {
                let month = month.map_or("XX".to_owned(), |month| format!("{:02}", u8::from(month)));
                match day {
                    Some(day) => format!("XXXX-{month}-{day:02}"),
                    None => format!("XXXX-{month}"),
                }
            }
            Place::Weekday(weekday) => format!("XXXX-WXX-{}", weekday.number_from_monday()),
            Place::UnknownSeason(season) => format!("XXXX-{}", season.iso()),
            Place::None => String::new(),
            Place::Unknown => return None,
        })
    }
}

fn day_iso(day: Date) -> String {
    format!("{:04}-{:02}-{:02}", day.year(), u8::from(day.month()), day.day())
}

/// The days of `count` months from the month numbered `first`.
fn months(year: i32, first: u8, count: u8) -> Option<(Date, Date)> {
    let last = Month::try_from(first + count - 1).ok()?;
    let from = Date::from_calendar_date(year, Month::try_from(first).ok()?, 1).ok()?;
    Some((from, Date::from_calendar_date(year, last, last.length(year)).ok()?))
}

fn days_after(day: Date, days: i64) -> Option<Date> {
    day.checked_add(Duration::days(days))
}

/// Year and month so many months after `day`.
fn months_after(day: Date, months: i32) -> Option<(i32, Month)> {
    let months =
        day.year().checked_mul(12)?.checked_add(i32::from(u8::from(day.month())) - 1)?.checked_add(months)?;
    let month = Month::try_from(months.rem_euclid(12) as u8 + 1).ok()?;
    Some((year_in_range(months.div_euclid(12))?, month))
}

/// A year that four digits write.
fn year_in_range(year: i32) -> Option<i32> {
    (0..=9999).contains(&year).then_some(year)
}

impl Direction {
    /// Units from the one that today is in.
    fn steps(self) -> i32 {
        match self {
            Direction::Last => -1,
            Direction::This => 0,
            Direction::Next | Direction::Following => 1,
        }
    }
}

impl Season {
    fn iso(self) -> &'static str {
        match self {
            Season::Spring => "SP",
            Season::Summer => "SU",
            Season::Autumn => "FA",
            Season::Winter => "WI",
        }
    }

    fn first_month(self) -> u8 {
        match self {
            Season::Spring => 3,
            Season::Summer => 6,
            Season::Autumn => 9,
            Season::Winter => 12,
        }
    }
}

impl Daypart {
    fn iso(self) -> &'static str {
        match self {
            Daypart::Morning => "TMO",
            Daypart::Afternoon => "TAF",
            Daypart::Evening => "TEV",
            Daypart::Night => "TNI",
        }
    }
}

impl Daypart {
    fn hours(self, edge: Edge) -> (u8, u8) {
        match (self, edge) {
            (Daypart::Morning, Edge::Start) => (7, 9),
            (Daypart::Morning, Edge::Middle) => (9, 11),
            (Daypart::Morning, Edge::End) => (10, 12),
            (Daypart::Afternoon, Edge::Start) => (12, 14),
            (Daypart::Afternoon, Edge::Middle) => (14, 17),
            (Daypart::Afternoon, Edge::End) => (17, 19),
            (Daypart::Evening, Edge::Start) => (18, 21),
            (Daypart::Evening, Edge::Middle) => (20, 22),
            (Daypart::Evening, Edge::End) => (21, 24),
            (Daypart::Night, Edge::Start) => (22, 24),
            (Daypart::Night, Edge::Middle) => (1, 4),
            (Daypart::Night, Edge::End) => (4, 6),
        }
    }
}

impl Clock {
    fn iso(self) -> String {
        match (self.minute, self.second) {
            (Some(minute), Some(second)) => format!("T{:02}:{minute:02}:{second:02}", self.hour),
            (Some(minute), None) => format!("T{:02}:{minute:02}", self.hour),
            (None, _) => format!("T{:02}", self.hour),
        }
    }
}

impl Holiday {
    fn in_year(self, year: i32) -> Option<Date> {
        match self {
            Holiday::Fixed(month, day) => Date::from_calendar_date(year, month, day).ok(),
            Holiday::Easter(days) => days_after(easter(year)?, i64::from(days)),
            Holiday::Nth { month, weekday, nth: 0 } => {
                let last = Date::from_calendar_date(year, month, month.length(year)).ok()?;
                let back = last.weekday().number_days_from_monday() + 7 - weekday.number_days_from_monday();
                days_after(last, -i64::from(back % 7))
            }
            Holiday::Nth { month, weekday, nth } => {
                let first = Date::from_calendar_date(year, month, 1).ok()?;
                let ahead = 7 + weekday.number_days_from_monday() - first.weekday().number_days_from_monday();
                days_after(first, i64::from(ahead % 7) + 7 * i64::from(nth - 1))
            }
        }
    }
}

/// Easter Sunday of the Gregorian calendar (the anonymous algorithm that Nature printed in 1876).
fn easter(year: i32) -> Option<Date> {
    let (a, b, c) = (year.rem_euclid(19), year.div_euclid(100), year.rem_euclid(100));
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let month = (h + l - 7 * m + 114) / 31;
    let day = (h + l - 7 * m + 114) % 31 + 1;
    Date::from_calendar_date(year, Month::try_from(u8::try_from(month).ok()?).ok()?, u8::try_from(day).ok()?)
        .ok()
}
