//! Merges the captures of a rule into one date or time.

use crate::figure::grammar::{Item, Match, Slot};
use crate::figure::value::{Built, Clock, Moment, Number};
use crate::figure::{Sense, TimeUnit};
use time::Month;

impl Match<'_> {
    /// The moment that all captures state together. None if they contradict each other.
    pub fn gather(&self) -> Option<Moment> {
        self.gather_if(|_| true)
    }

    /// The same without the captured numbers.
    pub fn gather_but_numbers(&self) -> Option<Moment> {
        self.gather_if(|&(_, index)| self.items[index].number.is_none())
    }

    /// The same for the captures that `includes` accepts.
    fn gather_if(&self, includes: impl Fn(&(Slot, usize)) -> bool) -> Option<Moment> {
        let mut moment = Moment::default();
        // "demain, mardi 6 mars": the full date includes precedence.
        let dated = self.captures.iter().any(|capture| includes(capture) && capture.0 == Slot::Month);
        for &(slot, index) in self.captures.iter().filter(|capture| includes(capture)) {
            if !dated || slot != Slot::Today {
                moment = moment.join(moment_in_slot(slot, &self.items[index])?)?;
            }
        }
        // There is no thirtieth of February.
        if let (Some(day), Some(month)) = (moment.day, moment.month) {
            (day <= month.length(moment.year.unwrap_or(2000))).then_some(())?;
        }
        Some(moment)
    }

    /// The dates and times among the captures that earlier rules built.
    pub fn moments(self) -> impl Iterator<Item = Moment> {
        self.captures.iter().filter_map(move |&(_, index)| match self.items[index].built.as_deref() {
            Some(Built::Moment(moment)) => Some(*moment),
            _ => None,
        })
    }
}

/// The moment that an item states in `slot`. A number or a duration in hours is read as a clock time: "entre
/// 14 heures et 16 heures". None if it cannot be a date or time.
pub(crate) fn moment_of(slot: Slot, item: &Item) -> Option<Moment> {
    match (item.built.as_deref(), slot) {
        (Some(Built::Amount(_)), Slot::Hours) => {
            Some(Moment { clock: Some(hours(item)?), ..Moment::default() })
        }
        (None, Slot::Hour) => Some(Moment::at(item.number?.whole(0, 24)?)),
        (Some(Built::Moment(_)) | None, _) => moment_in_slot(slot, item),
        _ => None,
    }
}

/// The moment that one item states in `slot`.
fn moment_in_slot(slot: Slot, item: &Item) -> Option<Moment> {
    if let Some(Built::Moment(moment)) = item.built.as_deref() {
        return Some(*moment);
    }
    let mut moment = Moment::default();
    match (slot, item.number) {
        (Slot::Day, Some(number)) => moment.day = Some(number.whole(1, 31)?),
        (Slot::MonthNumber, Some(number)) => {
            moment.month = Some(Month::try_from(number.whole::<u8>(1, 12)?).ok()?);
        }
        (Slot::Year | Slot::ModernYear, Some(number)) => moment.year = Some(number.whole(1000, 2199)?),
        (Slot::ShortYear | Slot::LateYear, Some(number)) => moment.year = Some(long_year(number)?),
        _ => {
            item.senses.iter().any(|&sense| add_sense(slot, sense, &mut moment));
        }
    }
    Some(moment)
}

/// Adds the meaning of `sense` in `slot` to `moment`. Returns whether it has one.
fn add_sense(slot: Slot, sense: Sense, moment: &mut Moment) -> bool {
    match (slot, sense) {
        (Slot::Month, Sense::Month(month)) | (Slot::ShortMonth, Sense::ShortMonth(month)) => {
            moment.month = Some(month);
        }
        (Slot::ShortWeekday, Sense::ShortWeekday(weekday))
        | (Slot::Weekdays, Sense::Weekdays(weekday))
        | (Slot::Weekday, Sense::Weekday(weekday)) => moment.weekday = Some(weekday),
        (Slot::Season, Sense::Season(season)) => moment.season = Some(season),
        (Slot::Holiday, Sense::Holiday(holiday)) => moment.holiday = Some(holiday),
        (Slot::Directions, Sense::Directions(direction)) | (Slot::Direction, Sense::Direction(direction)) => {
            moment.direction = Some(direction);
        }
        (Slot::Edge, Sense::Edge(edge)) | (Slot::Early, Sense::Early(edge)) => moment.edge = Some(edge),
        (Slot::Daypart, Sense::Daypart(daypart)) => moment.daypart = Some(daypart),
        (Slot::NamedTime, Sense::NamedTime(hour, minute)) => {
            let minute = (minute > 0).then_some(minute);
            moment.clock = Some(Clock { hour, minute, second: None });
        }
        (Slot::Today, Sense::Day(days)) => moment.shift = Some((i32::from(days), TimeUnit::Day)),
        (Slot::AnaphoricDay, Sense::AnaphoricDay(days)) => {
            moment.shift = Some((i32::from(days), TimeUnit::Day));
            moment.anaphoric = true;
        }
        (Slot::TimeUnit, Sense::TimeUnit(unit)) => moment.unit = Some(unit),
        _ => return false,
    }
    true
}

/// The four-digit year of a two-digit one: 1950 to 2049.
fn long_year(number: Number) -> Option<i32> {
    let year = number.whole::<i32>(0, 99)?;
    Some(if year < 50 { 2000 + year } else { 1900 + year })
}

/// Reads a duration in hours as a clock time.
fn hours(item: &Item) -> Option<Clock> {
    let Some(Built::Amount(amount)) = item.built.as_deref() else { return None };
    // "une grève de 24 heures mardi"
    let value = amount.value.filter(|value| (0.0..24.0).contains(value))?;
    let minute = amount.remainder.map(|(minutes, _)| minutes as u8);
    if value.fract() != 0.0 && minute.is_none() {
        return None;
    }
    Some(Clock { hour: value.trunc() as u8, minute, second: None })
}
