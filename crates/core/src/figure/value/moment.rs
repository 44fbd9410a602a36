//! Dates and times as said: what rules gather of a moment before the calendar is asked.

use crate::figure::{Daypart, Direction, Edge, Holiday, Season, TimeUnit};
use time::{Month, Weekday};

/// The parts of a date or time that the words give; those that they leave out are none.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Moment {
    pub year: Option<i32>,
    /// A decade, or century, by its first year.
    pub decade: Option<i32>,
    pub century: Option<i32>,
    pub month: Option<Month>,
    pub day: Option<u8>,
    pub weekday: Option<Weekday>,
    pub season: Option<Season>,
    pub holiday: Option<Holiday>,
    /// Which side of today the unit, weekday, month, season or holiday lies on.
    pub direction: Option<Direction>,
    /// The unit that `direction` speaks of: "la semaine dernière".
    pub unit: Option<TimeUnit>,
    /// So many units before or after today, or the day spoken of last.
    pub shift: Option<(i32, TimeUnit)>,
    /// Whether `shift` counts from the day spoken of last.
    pub later: bool,
    /// Whether the shift spans the time up to today: "les trois derniers mois".
    pub window: bool,
    /// Weeks after the weekday: "lundi en huit".
    pub weeks: i32,
    /// Days after the day that the rest tells: "le lendemain de Noël".
    pub days: i32,
    /// Which of the units or weekdays of the month or year; the last is 0.
    pub nth: Option<u8>,
    /// Whether `nth` counts all units from the first on, or to the last: "les six premiers mois de l'année".
    pub run: Option<Edge>,
    /// What `nth` counts in, where that is told from today: "le premier trimestre de l'an dernier".
    pub whole: Option<(TimeUnit, Direction)>,
    pub edge: Option<Edge>,
    pub daypart: Option<Daypart>,
    pub clock: Option<Clock>,
    /// How many minutes the clock is ahead of Universal Time, where the words tell.
    pub zone: Option<i16>,
    /// Whether the words say that it is not exact: "il y a environ dix ans".
    pub approximate: bool,
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Clock {
    /// 0 to 24.
    pub hour: u8,
    pub minute: Option<u8>,
    pub second: Option<u8>,
}

/// A recurring date: every so many units, or every such moment.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Recurrence {
    Every(f64, TimeUnit),
    Each(Moment),
    /// From one weekday to another.
    Through(Weekday, Weekday),
    /// So many times in each unit.
    Times(f64, TimeUnit),
}

impl Moment {
    /// A full hour of some day.
    pub fn at(hour: u8) -> Moment {
        Moment { clock: Some(Clock { hour, minute: None, second: None }), ..Moment::default() }
    }

    /// Whether it names a day or a longer stretch, and not only a time of day.
    pub fn is_dated(&self) -> bool {
        Moment { daypart: None, clock: None, zone: None, edge: None, ..*self } != Moment::default()
    }

    /// Whether the unit that the words name is of the calendar, and one that has such days or months: "le 12 du mois
    /// prochain", "en mars de l'an dernier". The article's date does not tell the hour.
    pub fn is_of_calendar(&self) -> bool {
        self.unit.is_none_or(|unit| match (self.day, self.month.is_some() || self.holiday.is_some()) {
            (_, true) => unit == TimeUnit::Year,
            (Some(_), false) => unit == TimeUnit::Month,
            (None, false) => unit >= TimeUnit::Day,
        })
    }

    /// Both moments' parts as one moment; none if they tell different things of one part.
    pub fn join(self, other: Moment) -> Option<Moment> {
        fn one<T: PartialEq>(left: Option<T>, right: Option<T>) -> Option<Option<T>> {
            match (left, right) {
                (Some(left), Some(right)) => (left == right).then_some(Some(left)),
                (left, right) => Some(left.or(right)),
            }
        }
        // "jeudi, il y a trois jours" are two figures.
        if self.shift.is_some() && (other.shift.is_some() || other.is_dated() && other.later) {
            return None;
        }
        Some(Moment {
            year: one(self.year, other.year)?,
            decade: one(self.decade, other.decade)?,
            century: one(self.century, other.century)?,
            month: one(self.month, other.month)?,
            day: one(self.day, other.day)?,
            weekday: one(self.weekday, other.weekday)?,
            season: one(self.season, other.season)?,
            holiday: one(self.holiday, other.holiday)?,
            direction: one(self.direction, other.direction)?,
            unit: one(self.unit, other.unit)?,
            shift: one(self.shift, other.shift)?,
            later: self.later || other.later,
            window: self.window || other.window,
            weeks: self.weeks + other.weeks,
            days: self.days + other.days,
            nth: one(self.nth, other.nth)?,
            run: one(self.run, other.run)?,
            whole: one(self.whole, other.whole)?,
            edge: one(self.edge, other.edge)?,
            daypart: one(self.daypart, other.daypart)?,
            clock: one(self.clock, other.clock)?,
            zone: one(self.zone, other.zone)?,
            approximate: self.approximate || other.approximate,
        })
    }

    /// Gives the parts that `other` has and this one, an end of the same period, leaves out: "le 3" of "du 3 au 5 mai".
    pub fn completed(mut self, other: &Moment) -> Moment {
        if !self.is_dated() {
            return Moment { daypart: self.daypart, clock: self.clock, zone: self.zone, ..*other };
        }
        if self.month.is_none() && self.day.is_some() {
            // "du 28 au 3 mai" begins in the month before.
            let same = self.day <= other.day;
            self.month = other.month.filter(|_| same);
            self.direction = self.direction.or(other.direction);
            self.unit = self.unit.or(other.unit);
        }
        if self.month.is_some() {
            self.year = self.year.or(other.year);
        }
        self
    }
}
