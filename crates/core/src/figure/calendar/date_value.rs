//! Resolved dates, and their ISO 8601 form.

use crate::figure::value::Clock;
use crate::figure::{Daypart, Edge, Holiday, Season, TimeUnit};
use time::{Date, Duration, Month, Weekday};

/// A date as precise as it is known: a day, a longer calendar unit, or a partial date.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum DateValue {
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
    /// A month or day, or both, of an unknown year.
    Partial(Option<Month>, Option<u8>),
    Weekday(Weekday),
    UnknownSeason(Season),
    /// No date, only a time of day.
    None,
    /// A date that cannot be resolved.
    Unknown,
}

impl DateValue {
    /// The first and last day. None for decades and longer units and for partial dates.
    pub fn bounds(self) -> Option<(Date, Date)> {
        match self {
            DateValue::Day(day) => Some((day, day)),
            DateValue::Days(first, last) => Some((first, last)),
            DateValue::Week(monday) => Some((monday, days_after(monday, 6)?)),
            DateValue::Weekend(monday) => Some((days_after(monday, 5)?, days_after(monday, 6)?)),
            DateValue::Month(year, month) => month_range(year, u8::from(month), 1),
            DateValue::Quarter(year, quarter) => month_range(year, quarter * 3 - 2, 3),
            DateValue::Half(year, half) => month_range(year, half * 6 - 5, 6),
            DateValue::Year(year) => month_range(year, 1, 12),
            _ => None,
        }
    }

    /// The first day and the unit, for a week or longer calendar unit.
    pub fn calendar_unit(self) -> Option<(Date, TimeUnit)> {
        let size = match self {
            DateValue::Week(_) | DateValue::Weekend(_) => TimeUnit::Week,
            DateValue::Month(..) => TimeUnit::Month,
            DateValue::Quarter(..) => TimeUnit::Quarter,
            DateValue::Half(..) => TimeUnit::Half,
            DateValue::Year(_) => TimeUnit::Year,
            _ => return None,
        };
        Some((self.bounds()?.0, size))
    }

    /// The beginning, middle or end of the date, or the date itself if it has no parts:
    ///
    /// - month: days 1 to 5, 10 to 19, and 25 to the last
    /// - year: months 1 and 2, 5 to 8, 11 and 12
    /// - half: two months each
    /// - quarter: one month each
    /// - week: Monday and Tuesday, Wednesday and Thursday, Thursday to Sunday
    pub fn edge(self, edge: Option<Edge>) -> DateValue {
        let Some(edge) = edge else { return self };
        let days = |year, month, from, to| {
            let from = Date::from_calendar_date(year, month, from).ok()?;
            Some(DateValue::Days(from, Date::from_calendar_date(year, month, to).ok()?))
        };
        let months_of = |year, first, count| {
            month_range(year, first, count).map(|(first, last)| DateValue::Days(first, last))
        };
        let part = match (self, edge) {
            (DateValue::Month(year, month), Edge::Start) => days(year, month, 1, 5),
            (DateValue::Month(year, month), Edge::Middle) => days(year, month, 10, 19),
            (DateValue::Month(year, month), Edge::End) => days(year, month, 25, month.length(year)),
            (DateValue::Year(year), Edge::Start) => months_of(year, 1, 2),
            (DateValue::Year(year), Edge::Middle) => months_of(year, 5, 4),
            (DateValue::Year(year), Edge::End) => months_of(year, 11, 2),
            (DateValue::Quarter(year, quarter), edge) => {
                let first = quarter * 3 - 2;
                match edge {
                    Edge::Start => months_of(year, first, 1),
                    Edge::Middle => months_of(year, first + 1, 1),
                    Edge::End => months_of(year, first + 2, 1),
                }
            }
            (DateValue::Half(year, half), edge) => {
                let first = half * 6 - 5;
                match edge {
                    Edge::Start => months_of(year, first, 2),
                    Edge::Middle => months_of(year, first + 2, 2),
                    Edge::End => months_of(year, first + 4, 2),
                }
            }
            (DateValue::Week(monday), edge) => {
                let (first, last) = match edge {
                    Edge::Start => (0, 1),
                    Edge::Middle => (2, 3),
                    Edge::End => (3, 6),
                };
                days_after(monday, first)
                    .zip(days_after(monday, last))
                    .map(|(first, last)| DateValue::Days(first, last))
            }
            _ => None,
        };
        part.unwrap_or(self)
    }

    /// The ISO 8601 form, empty if there is no date. None if the date cannot be resolved.
    pub fn iso(self) -> Option<String> {
        Some(match self {
            DateValue::Day(day) => day_iso(day),
            DateValue::Days(first, last) => format!("{}/{}", day_iso(first), day_iso(last)),
            DateValue::Month(year, month) => format!("{}-{:02}", year_iso(year), u8::from(month)),
            DateValue::Year(year) => year_iso(year),
            DateValue::Week(monday) => {
                let (year, week, _) = monday.to_iso_week_date();
                format!("{year:04}-W{week:02}")
            }
            DateValue::Weekend(monday) => {
                let (year, week, _) = monday.to_iso_week_date();
                format!("{year:04}-W{week:02}-WE")
            }
            DateValue::Quarter(year, quarter) => format!("{year:04}-Q{quarter}"),
            DateValue::Half(year, half) => format!("{year:04}-H{half}"),
            DateValue::Season(year, season) => format!("{year:04}-{}", season.iso()),
            DateValue::Decade(year) => format!("{:03}X", year / 10),
            DateValue::Century(year) if year < 0 => format!("-{:02}XX", -year / 100 - 1),
            DateValue::Century(year) => format!("{:02}XX", year / 100),
            DateValue::Partial(month, day) => {
                let month = month.map_or("XX".to_owned(), |month| format!("{:02}", u8::from(month)));
                match day {
                    Some(day) => format!("XXXX-{month}-{day:02}"),
                    None => format!("XXXX-{month}"),
                }
            }
            DateValue::Weekday(weekday) => format!("XXXX-WXX-{}", weekday.number_from_monday()),
            DateValue::UnknownSeason(season) => format!("XXXX-{}", season.iso()),
            DateValue::None => String::new(),
            DateValue::Unknown => return None,
        })
    }
}

fn day_iso(day: Date) -> String {
    format!("{}-{:02}-{:02}", year_iso(day.year()), u8::from(day.month()), day.day())
}

/// The year in four digits, with a minus sign before year 0, which is 1 BC.
fn year_iso(year: i32) -> String {
    let sign = if year < 0 { "-" } else { "" };
    format!("{sign}{:04}", year.abs())
}

/// The first and last day of `count` months from the month numbered `first`.
fn month_range(year: i32, first: u8, count: u8) -> Option<(Date, Date)> {
    let last = Month::try_from(first + count - 1).ok()?;
    let from = Date::from_calendar_date(year, Month::try_from(first).ok()?, 1).ok()?;
    Some((from, Date::from_calendar_date(year, last, last.length(year)).ok()?))
}

/// The day `days` days after `day`. None if it is outside the calendar.
pub(crate) fn days_after(day: Date, days: i64) -> Option<Date> {
    day.checked_add(Duration::days(days))
}

/// The `nth` day with this weekday in a period from `first` to `last`, or the last one if `nth` is 0. It may be
/// after `last`.
pub(crate) fn nth_weekday((first, last): (Date, Date), weekday: Weekday, nth: u8) -> Option<Date> {
    let days = |from: Weekday, to: Weekday| {
        i64::from((7 + to.number_days_from_monday() - from.number_days_from_monday()) % 7)
    };
    match nth {
        0 => days_after(last, -days(weekday, last.weekday())),
        _ => days_after(first, days(first.weekday(), weekday) + 7 * (i64::from(nth) - 1)),
    }
}

/// The week, or the weekend of the week, that contains `day`.
pub(crate) fn week_of(day: Date, unit: TimeUnit) -> Option<DateValue> {
    let monday = days_after(day, -i64::from(day.weekday().number_days_from_monday()))?;
    Some(if unit == TimeUnit::Week { DateValue::Week(monday) } else { DateValue::Weekend(monday) })
}

/// The year and month `months` months after `day`.
pub(crate) fn months_after(day: Date, months: i32) -> Option<(i32, Month)> {
    let months =
        day.year().checked_mul(12)?.checked_add(i32::from(u8::from(day.month())) - 1)?.checked_add(months)?;
    let month = Month::try_from(months.rem_euclid(12) as u8 + 1).ok()?;
    Some((year_in_range(months.div_euclid(12))?, month))
}

/// `year` if it can be written in four digits.
pub(crate) fn year_in_range(year: i32) -> Option<i32> {
    (0..=9999).contains(&year).then_some(year)
}

impl Season {
    /// The TIMEX3 code.
    pub fn iso(self) -> &'static str {
        match self {
            Season::Spring => "SP",
            Season::Summer => "SU",
            Season::Autumn => "FA",
            Season::Winter => "WI",
        }
    }

    /// The number of the month in which the season begins.
    pub fn first_month(self) -> u8 {
        match self {
            Season::Spring => 3,
            Season::Summer => 6,
            Season::Autumn => 9,
            Season::Winter => 12,
        }
    }
}

impl Daypart {
    /// The TIMEX3 code.
    pub fn iso(self) -> &'static str {
        match self {
            Daypart::Morning => "TMO",
            Daypart::Afternoon => "TAF",
            Daypart::Evening => "TEV",
            Daypart::Night => "TNI",
            Daypart::Day => "",
        }
    }

    /// The usual hours of the beginning, middle or end of a part of the day. None for the night, which spans
    /// two days.
    pub fn hours(self, edge: Edge) -> Option<(u8, u8)> {
        Some(match (self, edge) {
            (Daypart::Morning, Edge::Start) => (7, 9),
            (Daypart::Morning, Edge::Middle) => (9, 11),
            (Daypart::Morning, Edge::End) => (10, 12),
            (Daypart::Afternoon, Edge::Start) => (12, 14),
            (Daypart::Afternoon, Edge::Middle) => (14, 17),
            (Daypart::Afternoon, Edge::End) => (17, 19),
            (Daypart::Evening, Edge::Start) => (18, 21),
            (Daypart::Evening, Edge::Middle) => (20, 22),
            (Daypart::Evening, Edge::End) => (21, 24),
            (Daypart::Night, _) => return None,
            (Daypart::Day, Edge::Start) => (6, 10),
            (Daypart::Day, Edge::Middle) => (11, 16),
            (Daypart::Day, Edge::End) => (17, 21),
        })
    }
}

impl Clock {
    /// The ISO 8601 form of the time, with `zone` as its offset from Universal Time in minutes.
    pub fn iso(self, zone: Option<i16>) -> String {
        let mut iso = match (self.minute, self.second) {
            (Some(minute), Some(second)) => format!("T{:02}:{minute:02}:{second:02}", self.hour),
            (Some(minute), None) => format!("T{:02}:{minute:02}", self.hour),
            (None, _) => format!("T{:02}", self.hour),
        };
        match zone {
            None => {}
            Some(0) => iso.push('Z'),
            Some(minutes) => {
                iso.push_str(&format!("{:+03}:{:02}", minutes / 60, minutes % 60 * minutes.signum()))
            }
        }
        iso
    }
}

impl Holiday {
    /// The date of the holiday in `year`.
    pub fn in_year(self, year: i32) -> Option<Date> {
        match self {
            Holiday::Fixed(month, day) => Date::from_calendar_date(year, month, day).ok(),
            Holiday::Easter(days) => days_after(easter(year)?, i64::from(days)),
            Holiday::Nth { month, weekday, nth, plus } => {
                let day = nth_weekday(month_range(year, u8::from(month), 1)?, weekday, nth)?;
                days_after(day, i64::from(plus))
            }
        }
    }
}

/// Easter Sunday of the Gregorian calendar, by the anonymous algorithm published in Nature in 1876.
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
