//! Dates and times as the text states them, before they are resolved against the calendar.

use crate::figure::{Daypart, Direction, Edge, Holiday, Season, TimeUnit};
use time::{Month, Weekday};

/// The parts of a date or time that the text states. A part that it does not state is none.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Moment {
    pub year: Option<i32>,
    /// The first year of a decade.
    pub decade: Option<i32>,
    /// The first year of a century; −100 for the first century before the common era.
    pub century: Option<i32>,
    pub month: Option<Month>,
    pub day: Option<u8>,
    pub weekday: Option<Weekday>,
    pub season: Option<Season>,
    pub holiday: Option<Holiday>,
    /// Whether the unit, weekday, month, season or holiday is the last, current or next one.
    pub direction: Option<Direction>,
    /// The unit that `direction` applies to: "la semaine dernière".
    pub unit: Option<TimeUnit>,
    /// An offset in units from today, or from the day mentioned last.
    pub shift: Option<(i32, TimeUnit)>,
    /// Whether `shift` counts from the day mentioned last instead of today: "le lendemain".
    pub anaphoric: bool,
    /// Whether `shift` is a period that starts or ends today: "les trois derniers mois".
    pub window: bool,
    /// Weeks to add after a weekday: "lundi en huit".
    pub weeks: i32,
    /// Days to add after the day that the other parts determine: "le lendemain de Noël".
    pub days: i32,
    /// The ordinal number of the unit or weekday in its month or year; 0 for the last.
    pub nth: Option<u8>,
    /// Set if `nth` is a number of units counted from the start, or back from the end: "les six premiers mois
    /// de l'année".
    pub units_at: Option<Edge>,
    /// The month or year that `nth` counts in, relative to today: "le premier trimestre de l'an dernier".
    pub within: Option<(TimeUnit, Direction)>,
    pub edge: Option<Edge>,
    pub daypart: Option<Daypart>,
    pub clock: Option<Clock>,
    /// The offset of the clock from Universal Time in minutes, if the text states one.
    pub zone: Option<i16>,
    /// Whether the text says that the moment is not exact: "il y a environ dix ans".
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

/// A recurring date.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Recurrence {
    /// Once in a number of units.
    Every(f64, TimeUnit),
    /// Every moment with these parts.
    Each(Moment),
    /// From one weekday to another, every week.
    WeekdayRange(Weekday, Weekday),
    /// A number of times in each unit.
    Times(f64, TimeUnit),
}

impl Moment {
    /// The full hour `hour` of an unspecified day.
    pub fn at(hour: u8) -> Moment {
        Moment { clock: Some(Clock { hour, minute: None, second: None }), ..Moment::default() }
    }

    /// Whether it determines a day or a longer period, and not only a time of day.
    pub fn is_dated(&self) -> bool {
        Moment { daypart: None, clock: None, zone: None, edge: None, ..*self } != Moment::default()
    }

    /// Whether `unit`, if the text names one, is a calendar unit that can contain the stated day or month:
    /// "le 12 du mois prochain", "en mars de l'an dernier". Hours and shorter units cannot be resolved from a
    /// publication date.
    pub fn is_of_calendar(&self) -> bool {
        self.unit.is_none_or(|unit| match (self.day, self.month.is_some() || self.holiday.is_some()) {
            (_, true) => unit == TimeUnit::Year,
            (Some(_), false) => unit == TimeUnit::Month,
            (None, false) => unit >= TimeUnit::Day,
        })
    }

    /// Merges the parts of two moments. None if both state a part and differ in it.
    pub fn join(self, other: Moment) -> Option<Moment> {
        fn one<T: PartialEq>(left: Option<T>, right: Option<T>) -> Option<Option<T>> {
            match (left, right) {
                (Some(left), Some(right)) => (left == right).then_some(Some(left)),
                (left, right) => Some(left.or(right)),
            }
        }
        // "jeudi, il y a trois jours" is two figures.
        if self.shift.is_some() && (other.shift.is_some() || other.is_dated() && other.anaphoric) {
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
            anaphoric: self.anaphoric || other.anaphoric,
            window: self.window || other.window,
            weeks: self.weeks + other.weeks,
            days: self.days + other.days,
            nth: one(self.nth, other.nth)?,
            units_at: one(self.units_at, other.units_at)?,
            within: one(self.within, other.within)?,
            edge: one(self.edge, other.edge)?,
            daypart: one(self.daypart, other.daypart)?,
            clock: one(self.clock, other.clock)?,
            zone: one(self.zone, other.zone)?,
            approximate: self.approximate || other.approximate,
        })
    }

    /// Completes one end of a period with the parts that only the `other` end states: the month of "le 3" in
    /// "du 3 au 5 mai".
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
