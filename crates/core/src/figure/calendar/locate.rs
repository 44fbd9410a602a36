//! Resolves the date of a moment against the publication date and the tense of the sentence.

use super::place::{Place, days_after, months_after, year_in_range};
use super::resolve::{Context, Tense};
use crate::figure::value::Moment;
use crate::figure::{Direction, Holiday, Season, TimeUnit};
use time::{Date, Month, Weekday};

/// If the best date for the tense is almost a year away, an alternative at most this many days from today is
/// preferred: a date that distant would be stated with its year.
const NEAR: i64 = 50;

/// A day at most this many days after the narrative anchor belongs to the same narrative.
const STORY: i64 = 31;

impl Context {
    /// Resolves the date of `moment`. None if the parts cannot be combined or the result is outside the
    /// calendar.
    pub fn place(&self, moment: &Moment) -> Option<Place> {
        if moment.days != 0 {
            let Place::Day(day) = self.place(&Moment { days: 0, ..*moment })? else { return None };
            return days_after(day, i64::from(moment.days)).map(Place::Day);
        }
        // "en mars de l'année dernière"
        if let (Some(TimeUnit::Year), Some(direction)) = (moment.unit, moment.direction)
            && (moment.month.is_some() || moment.holiday.is_some())
        {
            let year = year_in_range(self.today()?.year().checked_add(direction.steps())?)?;
            return self.place(&Moment { year: Some(year), unit: None, direction: None, ..*moment });
        }
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
        if let Some(nth) = moment.nth {
            return self.nth(nth, moment);
        }
        if let Some(day) = self.in_story(moment) {
            return Some(Place::Day(day));
        }
        match (moment.day, moment.month, moment.weekday, moment.unit) {
            (Some(_), _, None, Some(unit @ (TimeUnit::Week | TimeUnit::Weekend))) => {
                let Place::Day(day) = self.place(&Moment { unit: None, ..*moment })? else { return None };
                let monday = days_after(day, -i64::from(day.weekday().number_days_from_monday()))?;
                Some(if unit == TimeUnit::Week { Place::Week(monday) } else { Place::Weekend(monday) })
            }
            (Some(day), Some(month), _, _) => self.day_of_month(day, month, moment),
            (Some(day), None, weekday, _) => self.day(day, weekday, moment),
            (None, Some(month), None, _) => self.month(month, moment),
            (None, None, Some(weekday), unit) => self.weekday(weekday, unit, moment),
            // "l'année suivante" is relative to a date of the text.
            (None, None, None, Some(unit)) => match (moment.direction, self.told_day(unit)) {
                (Some(direction @ (Direction::Following | Direction::Preceding)), Some(told)) => {
                    unit_beside(told, unit, direction.steps())
                }
                (Some(Direction::Following), None) if self.told => None,
                _ => self.unit(unit, moment),
            },
            // "ce soir", "la nuit dernière"
            (None, None, None, None) if moment.year.is_none() && moment.direction.is_some() => {
                let steps = moment.direction.map_or(0, Direction::steps);
                days_after(self.today()?, i64::from(steps)).map(Place::Day)
            }
            (None, None, None, None) => Some(moment.year.map_or(Place::None, Place::Year)),
            (None, Some(_), Some(_), _) => None,
        }
    }

    /// The mentioned day from which `unit`s are counted: the last day, or the first day of a calendar unit
    /// mentioned since, unless that is longer than `unit`.
    fn told_day(&self, unit: TimeUnit) -> Option<Date> {
        match self.stretch {
            Some((first, size)) => (size <= unit).then_some(first),
            None => self.last,
        }
    }

    fn shifted(&self, moment: &Moment, count: i32, unit: TimeUnit) -> Option<Place> {
        let near = unit == TimeUnit::Day && count.abs() <= 2;
        let told = if near { self.last } else { self.told_day(unit) };
        let origin = match (moment.later, told) {
            (true, Some(told)) => told,
            // "le lendemain" may be relative to today, but "trois ans plus tard" is not.
            (true, None) if !near => return None,
            _ => self.today()?,
        };
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
            TimeUnit::Millennium => {
                Place::Year(year_in_range(origin.year().checked_add(count.checked_mul(1000)?)?)?)
            }
            TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour | TimeUnit::Weekend => return None,
        };
        if !moment.window {
            // "Mille jours après" an unresolved date: a result in the future is implausible in a text about
            // the past.
            let ahead =
                moment.later && place.bounds().zip(self.today()).is_some_and(|(days, today)| days.0 > today);
            return Some(place).filter(|_| !ahead || near || self.tense == Tense::Future);
        }
        let (first, last) = place.bounds()?;
        // Months and years are counted whole, days and weeks from today.
        let whole = matches!(place, Place::Month(..) | Place::Year(_)).then_some(place);
        let (this_first, this_last) = match whole {
            Some(Place::Month(..)) => Place::Month(origin.year(), origin.month()).bounds()?,
            Some(_) => Place::Year(origin.year()).bounds()?,
            None => (origin, origin),
        };
        Some(match (count < 0, whole.is_some()) {
            (true, true) => Place::Days(first, this_first.previous_day()?),
            (true, false) => Place::Days(first, origin),
            (false, true) => Place::Days(this_last.next_day()?, last),
            (false, false) => Place::Days(origin, last),
        })
    }

    /// `day` of `month`, in the stated year or else the nearest one that the tense allows.
    fn day_of_month(&self, day: u8, month: Month, moment: &Moment) -> Option<Place> {
        if let Some(year) = moment.year {
            return Date::from_calendar_date(year, month, day).ok().map(Place::Day);
        }
        let Some(today) = self.today() else { return Some(Place::Partial(Some(month), Some(day))) };
        let years = [today.year() - 1, today.year(), today.year() + 1];
        let dates = || years.into_iter().filter_map(|year| Date::from_calendar_date(year, month, day).ok());
        // A stated weekday determines the year, although texts occasionally get it wrong.
        let told = dates().filter(|date| moment.weekday == Some(date.weekday()));
        let chosen = self
            .nearest(told, today, moment.direction)
            .or_else(|| self.nearest(dates(), today, moment.direction));
        Some(chosen.map_or(Place::Partial(Some(month), Some(day)), Place::Day))
    }

    /// The date of `moment` as part of the narrative around the narrative anchor, if it is within weeks after
    /// it and the tense does not contradict.
    fn in_story(&self, moment: &Moment) -> Option<Date> {
        let is_ahead = |story: Date| self.today().is_some_and(|today| story > today);
        let other = |story: Date| if is_ahead(story) { Tense::Past } else { Tense::Future };
        let story = self.story.filter(|&story| self.tense != other(story))?;
        let bare = moment.year.is_none() && moment.weekday.is_none() && moment.unit.is_none();
        let month = moment.month.unwrap_or(story.month());
        let day = Date::from_calendar_date(story.year(), month, moment.day.filter(|_| bare)?).ok()?;
        (0..=STORY).contains(&(day - story).whole_days()).then_some(day)
    }

    /// The date nearest to today that the tense or direction allows. If that is almost a year away while
    /// another date is close, the close one is preferred, because the distant one would be stated with its
    /// year.
    fn nearest(
        &self,
        dates: impl Iterator<Item = Date>,
        today: Date,
        direction: Option<Direction>,
    ) -> Option<Date> {
        let fits = |date: &Date| match (direction, self.tense) {
            (Some(Direction::Last | Direction::Preceding), _) => *date < today,
            (Some(Direction::Next | Direction::Following), _) => *date > today,
            (Some(Direction::This), _) => date.year() == today.year(),
            (None, Tense::Past) => *date <= today,
            (None, Tense::Future) => *date >= today,
            (None, Tense::Unknown) => true,
        };
        let away = |date: &Date| (*date - today).whole_days().abs();
        let dates: Vec<Date> = dates.collect();
        let nearest = dates.iter().copied().min_by_key(away)?;
        let fitting = dates.into_iter().filter(fits).min_by_key(away);
        let near = if self.tense == Tense::Future { 15 } else { NEAR };
        if direction.is_none() && away(&nearest) <= near && fitting.is_some_and(|date| away(&date) > 300) {
            return Some(nearest);
        }
        fitting
    }

    /// A day of an unstated month: "jeudi 15", "le 16".
    fn day(&self, day: u8, weekday: Option<Weekday>, moment: &Moment) -> Option<Place> {
        let Some(today) = self.today() else { return Some(Place::Partial(None, Some(day))) };
        if let (Some(TimeUnit::Month), Some(direction)) = (moment.unit, moment.direction) {
            let (year, month) = months_after(today, direction.steps())?;
            return Date::from_calendar_date(year, month, day).ok().map(Place::Day);
        }
        let dates = (-8..=8).filter_map(|step| {
            let (year, month) = months_after(today, step)?;
            Date::from_calendar_date(year, month, day).ok()
        });
        let dates: Vec<Date> =
            dates.filter(|date| weekday.is_none_or(|weekday| date.weekday() == weekday)).collect();
        // The weekday is better evidence than the tense: "ils ont reconduit la grève jusqu'à mardi 14".
        let away = |date: &Date| (*date - today).whole_days().abs();
        let ahead = self.ahead.filter(|_| self.tense == Tense::Unknown && weekday.is_none());
        let near = dates.iter().copied().find(|date| match ahead {
            Some(from) => *date >= from,
            None => weekday.is_some() && away(date) <= 15,
        });
        near.or_else(|| self.nearest(dates.into_iter(), today, None)).map(Place::Day)
    }

    /// `month` of the stated year, or else of the year that the tense or direction indicates.
    pub fn month(&self, month: Month, moment: &Moment) -> Option<Place> {
        if let Some(year) = moment.year {
            return Some(Place::Month(year, month));
        }
        let Some(today) = self.today() else { return Some(Place::Partial(Some(month), None)) };
        let this = u8::from(month) as i32 - i32::from(u8::from(today.month()));
        let year = match (moment.direction, self.tense) {
            (Some(Direction::This), _) => 0,
            (Some(Direction::Last | Direction::Preceding), _) | (None, Tense::Past) => {
                let passed = if moment.direction.is_some() { this < 0 } else { this <= 0 };
                if passed { 0 } else { -1 }
            }
            (Some(Direction::Next | Direction::Following), _) | (None, Tense::Future) => {
                let ahead = if moment.direction.is_some() { this > 0 } else { this >= 0 };
                if ahead { 0 } else { 1 }
            }
            // The nearest one, up to half a year ahead.
            (None, Tense::Unknown) if this > 6 => -1,
            (None, Tense::Unknown) if this < -6 => 1,
            (None, Tense::Unknown) => 0,
        };
        Some(Place::Month(today.year() + year, month))
    }

    fn weekday(&self, weekday: Weekday, unit: Option<TimeUnit>, moment: &Moment) -> Option<Place> {
        let Some(today) = self.today() else { return Some(Place::Weekday(weekday)) };
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
            // Without a tense "ce mardi" is the nearest one.
            (_, Some(Direction::This), Tense::Unknown) => (ahead + 3).rem_euclid(7) - 3,
            (_, Some(Direction::This), _) => ahead.rem_euclid(7),
            (_, Some(Direction::Last | Direction::Preceding), _) => {
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
            // A programme continues after its last date.
            (_, None, Tense::Unknown) if self.ahead.is_some() => {
                let told = (self.ahead? - today).whole_days();
                told + (ahead - told).rem_euclid(7)
            }
            // News reports the most recent day.
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

    /// A calendar unit relative to today: "la semaine dernière".
    pub fn unit(&self, unit: TimeUnit, moment: &Moment) -> Option<Place> {
        unit_beside(self.today()?, unit, moment.direction.map_or(0, Direction::steps))
    }

    fn season(&self, season: Season, moment: &Moment) -> Option<Place> {
        if let Some(year) = moment.year {
            return Some(Place::Season(year, season));
        }
        let Some(today) = self.today() else { return Some(Place::UnknownSeason(season)) };
        let (year, month) = (today.year(), u8::from(today.month()));
        let start = season.first_month();
        let year =
            match (moment.direction, self.tense) {
                (Some(Direction::Last | Direction::Preceding), _) => {
                    if month > start + 2 {
                        year
                    } else {
                        year - 1
                    }
                }
                // The one that has begun.
                (None, Tense::Past) => {
                    if month >= start {
                        year
                    } else {
                        year - 1
                    }
                }
                (Some(Direction::Next | Direction::Following), _) | (None, Tense::Future) => {
                    if month < start { year } else { year + 1 }
                }
                // A winter is named after the year in which it begins.
                _ if season == Season::Winter && month < 4 => year - 1,
                _ => year,
            };
        Some(Place::Season(year, season))
    }

    fn holiday(&self, holiday: Holiday, moment: &Moment) -> Option<Place> {
        if let Some(year) = moment.year {
            return holiday.in_year(year).map(Place::Day);
        }
        match self.today() {
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

/// The calendar unit `steps` units after the one that contains `day`.
fn unit_beside(day: Date, unit: TimeUnit, steps: i32) -> Option<Place> {
    let monday = days_after(day, -i64::from(day.weekday().number_days_from_monday()) + 7 * i64::from(steps));
    Some(match unit {
        TimeUnit::Day => Place::Day(days_after(day, i64::from(steps))?),
        TimeUnit::Week => Place::Week(monday?),
        TimeUnit::Weekend => Place::Weekend(monday?),
        TimeUnit::Month => {
            let (year, month) = months_after(day, steps)?;
            Place::Month(year, month)
        }
        TimeUnit::Quarter => {
            let (year, month) = months_after(day, steps * 3)?;
            Place::Quarter(year, (u8::from(month) - 1) / 3 + 1)
        }
        TimeUnit::Half => {
            let (year, month) = months_after(day, steps * 6)?;
            Place::Half(year, (u8::from(month) - 1) / 6 + 1)
        }
        TimeUnit::Year => Place::Year(year_in_range(day.year().checked_add(steps)?)?),
        TimeUnit::Decade => Place::Decade((day.year() / 10 + steps) * 10),
        TimeUnit::Century => Place::Century((day.year() / 100 + steps) * 100),
        TimeUnit::Millennium | TimeUnit::Fortnight | TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour => {
            return None;
        }
    })
}

impl Direction {
    /// The number of units from the current one.
    fn steps(self) -> i32 {
        match self {
            Direction::Last | Direction::Preceding => -1,
            Direction::This => 0,
            Direction::Next | Direction::Following => 1,
        }
    }
}
