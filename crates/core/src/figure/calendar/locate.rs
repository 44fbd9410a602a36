//! Resolves the date of a moment against the publication date and the tense of the sentence.

use super::date_value::{DateValue, days_after, months_after, week_of, year_in_range};
use super::resolve::{Context, Tense};
use crate::figure::value::Moment;
use crate::figure::{Direction, Holiday, Season, TimeUnit};
use time::{Date, Month, Weekday};

/// If the best date for the tense is almost a year away, an alternative at most this many days from today is
/// preferred: a date that distant would be stated with its year.
const MAX_DAYS_TO_CLOSE_DATE: i64 = 50;

/// A day at most this many days after the narrative anchor belongs to the same narrative.
const MAX_NARRATIVE_DAYS: i64 = 31;

impl Context {
    /// Resolves the date of `moment`. None if the parts cannot be combined or the result is outside the
    /// calendar.
    pub fn locate(&self, moment: &Moment) -> Option<DateValue> {
        if moment.days != 0 {
            let DateValue::Day(day) = self.locate(&Moment { days: 0, ..*moment })? else { return None };
            return days_after(day, i64::from(moment.days)).map(DateValue::Day);
        }
        // "en mars de l'année dernière"
        if let (Some(TimeUnit::Year), Some(direction)) = (moment.unit, moment.direction)
            && (moment.month.is_some() || moment.holiday.is_some())
        {
            let year = year_in_range(self.today()?.year().checked_add(direction.steps())?)?;
            return self.locate(&Moment { year: Some(year), unit: None, direction: None, ..*moment });
        }
        if let Some((count, unit)) = moment.shift {
            return self.shifted(moment, count, unit);
        }
        if let Some(year) = moment.decade {
            return Some(DateValue::Decade(year));
        }
        if let Some(year) = moment.century {
            return Some(DateValue::Century(year));
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
        if let Some(day) = self.in_narrative(moment) {
            return Some(DateValue::Day(day));
        }
        match (moment.day, moment.month, moment.weekday, moment.unit) {
            (Some(_), _, None, Some(unit @ (TimeUnit::Week | TimeUnit::Weekend))) => {
                let DateValue::Day(day) = self.locate(&Moment { unit: None, ..*moment })? else {
                    return None;
                };
                week_of(day, unit)
            }
            (Some(day), Some(month), _, _) => self.day_of_month(day, month, moment),
            (Some(day), None, weekday, _) => self.day(day, weekday, moment),
            (None, Some(month), None, _) => self.month(month, moment),
            (None, None, Some(weekday), unit) => self.weekday(weekday, unit, moment),
            // "l'année suivante" is relative to a date of the text.
            (None, None, None, Some(unit)) => match (moment.direction, self.mentioned_day(unit)) {
                (Some(direction @ (Direction::Following | Direction::Preceding)), Some(day)) => {
                    unit_at_offset(day, unit, direction.steps())
                }
                (Some(Direction::Following), None) if self.has_mentioned_date => None,
                _ => self.unit(unit, moment),
            },
            // "ce soir", "la nuit dernière"
            (None, None, None, None) if moment.year.is_none() && moment.direction.is_some() => {
                let steps = moment.direction.map_or(0, Direction::steps);
                days_after(self.today()?, i64::from(steps)).map(DateValue::Day)
            }
            (None, None, None, None) => Some(moment.year.map_or(DateValue::None, DateValue::Year)),
            (None, Some(_), Some(_), _) => None,
        }
    }

    /// The mentioned day from which `unit`s are counted: the last day, or the first day of a calendar unit
    /// mentioned since, unless that is longer than `unit`.
    fn mentioned_day(&self, unit: TimeUnit) -> Option<Date> {
        match self.last_unit {
            Some((first, size)) => (size <= unit).then_some(first),
            None => self.last_day,
        }
    }

    /// The date at the offset of `count` units from today or the mentioned day; a period if `moment` is a window.
    fn shifted(&self, moment: &Moment, count: i32, unit: TimeUnit) -> Option<DateValue> {
        let near = unit == TimeUnit::Day && count.abs() <= 2;
        let mentioned = if near { self.last_day } else { self.mentioned_day(unit) };
        let origin = match (moment.anaphoric, mentioned) {
            (true, Some(day)) => day,
            // "le lendemain" may be relative to today, but "trois ans plus tard" is not.
            (true, None) if !near => return None,
            _ => self.today()?,
        };
        let value = match unit {
            TimeUnit::Day => DateValue::Day(days_after(origin, i64::from(count))?),
            TimeUnit::Week => DateValue::Day(days_after(origin, i64::from(count) * 7)?),
            TimeUnit::Fortnight => DateValue::Day(days_after(origin, i64::from(count) * 15)?),
            TimeUnit::Month | TimeUnit::Quarter | TimeUnit::Half => {
                let months = match unit {
                    TimeUnit::Quarter => 3,
                    TimeUnit::Half => 6,
                    _ => 1,
                };
                let (year, month) = months_after(origin, count.checked_mul(months)?)?;
                DateValue::Month(year, month)
            }
            TimeUnit::Year | TimeUnit::Decade | TimeUnit::Century | TimeUnit::Millennium => {
                let years = match unit {
                    TimeUnit::Decade => 10,
                    TimeUnit::Century => 100,
                    TimeUnit::Millennium => 1000,
                    _ => 1,
                };
                DateValue::Year(year_in_range(origin.year().checked_add(count.checked_mul(years)?)?)?)
            }
            TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour | TimeUnit::Weekend => return None,
        };
        if !moment.window {
            // "Mille jours après" an unresolved date: a result in the future is implausible in a text about
            // the past.
            let ahead = moment.anaphoric
                && value.bounds().zip(self.today()).is_some_and(|(days, today)| days.0 > today);
            return Some(value).filter(|_| !ahead || near || self.tense == Tense::Future);
        }
        let (first, last) = value.bounds()?;
        // Months and years are counted whole, days and weeks from today.
        let whole = matches!(value, DateValue::Month(..) | DateValue::Year(_)).then_some(value);
        let (this_first, this_last) = match whole {
            Some(DateValue::Month(..)) => DateValue::Month(origin.year(), origin.month()).bounds()?,
            Some(_) => DateValue::Year(origin.year()).bounds()?,
            None => (origin, origin),
        };
        Some(match (count < 0, whole.is_some()) {
            (true, true) => DateValue::Days(first, this_first.previous_day()?),
            (true, false) => DateValue::Days(first, origin),
            (false, true) => DateValue::Days(this_last.next_day()?, last),
            (false, false) => DateValue::Days(origin, last),
        })
    }

    /// `day` of `month`, in the stated year or else the nearest one that the tense allows.
    fn day_of_month(&self, day: u8, month: Month, moment: &Moment) -> Option<DateValue> {
        if let Some(year) = moment.year {
            return Date::from_calendar_date(year, month, day).ok().map(DateValue::Day);
        }
        let Some(today) = self.today() else { return Some(DateValue::Partial(Some(month), Some(day))) };
        let years = [today.year() - 1, today.year(), today.year() + 1];
        let dates = || years.into_iter().filter_map(|year| Date::from_calendar_date(year, month, day).ok());
        // A stated weekday determines the year, although texts occasionally get it wrong.
        let on_weekday = dates().filter(|date| moment.weekday == Some(date.weekday()));
        let chosen = self
            .nearest(on_weekday, today, moment.direction)
            .or_else(|| self.nearest(dates(), today, moment.direction));
        Some(chosen.map_or(DateValue::Partial(Some(month), Some(day)), DateValue::Day))
    }

    /// The date of `moment` as part of the narrative around the narrative anchor, if it is within weeks after
    /// it and the tense does not contradict.
    fn in_narrative(&self, moment: &Moment) -> Option<Date> {
        let anchor = self.narrative_anchor?;
        let is_ahead = self.today().is_some_and(|today| anchor > today);
        (self.tense != if is_ahead { Tense::Past } else { Tense::Future }).then_some(())?;
        let bare = moment.year.is_none() && moment.weekday.is_none() && moment.unit.is_none();
        let month = moment.month.unwrap_or(anchor.month());
        let day = Date::from_calendar_date(anchor.year(), month, moment.day.filter(|_| bare)?).ok()?;
        (0..=MAX_NARRATIVE_DAYS).contains(&(day - anchor).whole_days()).then_some(day)
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
        let near = if self.tense == Tense::Future { 15 } else { MAX_DAYS_TO_CLOSE_DATE };
        if direction.is_none() && away(&nearest) <= near && fitting.is_some_and(|date| away(&date) > 300) {
            return Some(nearest);
        }
        fitting
    }

    /// A day of an unstated month: "jeudi 15", "le 16".
    fn day(&self, day: u8, weekday: Option<Weekday>, moment: &Moment) -> Option<DateValue> {
        let Some(today) = self.today() else { return Some(DateValue::Partial(None, Some(day))) };
        if let (Some(TimeUnit::Month), Some(direction)) = (moment.unit, moment.direction) {
            let (year, month) = months_after(today, direction.steps())?;
            return Date::from_calendar_date(year, month, day).ok().map(DateValue::Day);
        }
        let dates = (-8..=8).filter_map(|step| {
            let (year, month) = months_after(today, step)?;
            Date::from_calendar_date(year, month, day).ok()
        });
        let dates: Vec<Date> =
            dates.filter(|date| weekday.is_none_or(|weekday| date.weekday() == weekday)).collect();
        // The weekday is better evidence than the tense: "ils ont reconduit la grève jusqu'à mardi 14".
        let away = |date: &Date| (*date - today).whole_days().abs();
        let ahead = self.programme_start.filter(|_| self.tense == Tense::Unknown && weekday.is_none());
        let near = dates.iter().copied().find(|date| match ahead {
            Some(from) => *date >= from,
            None => weekday.is_some() && away(date) <= 15,
        });
        near.or_else(|| self.nearest(dates.into_iter(), today, None)).map(DateValue::Day)
    }

    /// `month` of the stated year, or else of the year that the tense or direction indicates.
    pub fn month(&self, month: Month, moment: &Moment) -> Option<DateValue> {
        if let Some(year) = moment.year {
            return Some(DateValue::Month(year, month));
        }
        let Some(today) = self.today() else { return Some(DateValue::Partial(Some(month), None)) };
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
        Some(DateValue::Month(today.year() + year, month))
    }

    /// A weekday without a day of the month, by its week, direction or the tense.
    fn weekday(&self, weekday: Weekday, unit: Option<TimeUnit>, moment: &Moment) -> Option<DateValue> {
        let Some(today) = self.today() else { return Some(DateValue::Weekday(weekday)) };
        let ahead = i64::from(weekday.number_days_from_monday())
            - i64::from(today.weekday().number_days_from_monday());
        let days = match (unit, moment.direction, self.tense) {
            (Some(TimeUnit::Week), direction, _) => {
                ahead + 7 * i64::from(direction.map_or(0, Direction::steps))
            }
            (_, Some(Direction::This), Tense::Past) => ahead - if ahead > 0 { 7 } else { 0 },
            // Without a tense "ce mardi" is the nearest one.
            (_, Some(Direction::This), Tense::Unknown) => (ahead + 3).rem_euclid(7) - 3,
            (_, Some(Direction::This), _) => ahead.rem_euclid(7),
            (_, Some(Direction::Last | Direction::Preceding), _) => ahead - if ahead >= 0 { 7 } else { 0 },
            (_, Some(Direction::Next), _) => ahead + if ahead <= 0 { 7 } else { 0 },
            (_, Some(Direction::Following), _) => ahead + 7,
            (_, None, Tense::Future) => ahead.rem_euclid(7),
            // A programme continues after its last date.
            (_, None, Tense::Unknown) if self.programme_start.is_some() => {
                let start = (self.programme_start? - today).whole_days();
                start + (ahead - start).rem_euclid(7)
            }
            // News reports the most recent day.
            (_, None, _) => ahead - if ahead > 0 { 7 } else { 0 },
        };
        let days = days + 7 * i64::from(moment.weeks);
        days_after(today, days).map(DateValue::Day)
    }

    /// A calendar unit relative to today: "la semaine dernière".
    pub fn unit(&self, unit: TimeUnit, moment: &Moment) -> Option<DateValue> {
        unit_at_offset(self.today()?, unit, moment.direction.map_or(0, Direction::steps))
    }

    /// A season of the stated year, or of the year that the direction or tense indicates.
    fn season(&self, season: Season, moment: &Moment) -> Option<DateValue> {
        if let Some(year) = moment.year {
            return Some(DateValue::Season(year, season));
        }
        let Some(today) = self.today() else { return Some(DateValue::UnknownSeason(season)) };
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
        Some(DateValue::Season(year, season))
    }

    /// A holiday of the stated year, or else the nearest one that the tense or direction allows.
    fn holiday(&self, holiday: Holiday, moment: &Moment) -> Option<DateValue> {
        if let Some(year) = moment.year {
            return holiday.in_year(year).map(DateValue::Day);
        }
        match self.today() {
            Some(today) => {
                let years = [today.year() - 1, today.year(), today.year() + 1];
                let dates = years.into_iter().filter_map(|year| holiday.in_year(year));
                self.nearest(dates, today, moment.direction).map(DateValue::Day)
            }
            None => match holiday {
                Holiday::Fixed(month, day) => Some(DateValue::Partial(Some(month), Some(day))),
                _ => None,
            },
        }
    }
}

/// The calendar unit `steps` units after the one that contains `day`.
fn unit_at_offset(day: Date, unit: TimeUnit, steps: i32) -> Option<DateValue> {
    let monday = days_after(day, -i64::from(day.weekday().number_days_from_monday()) + 7 * i64::from(steps));
    Some(match unit {
        TimeUnit::Day => DateValue::Day(days_after(day, i64::from(steps))?),
        TimeUnit::Week => DateValue::Week(monday?),
        TimeUnit::Weekend => DateValue::Weekend(monday?),
        TimeUnit::Month => {
            let (year, month) = months_after(day, steps)?;
            DateValue::Month(year, month)
        }
        TimeUnit::Quarter => {
            let (year, month) = months_after(day, steps * 3)?;
            DateValue::Quarter(year, (u8::from(month) - 1) / 3 + 1)
        }
        TimeUnit::Half => {
            let (year, month) = months_after(day, steps * 6)?;
            DateValue::Half(year, (u8::from(month) - 1) / 6 + 1)
        }
        TimeUnit::Year => DateValue::Year(year_in_range(day.year().checked_add(steps)?)?),
        TimeUnit::Decade => DateValue::Decade((day.year() / 10 + steps) * 10),
        TimeUnit::Century => DateValue::Century((day.year() / 100 + steps) * 100),
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
