//! Periods from the captures of rules.

use super::clock::apply_daypart;
use super::gather::moment_of;
use crate::figure::grammar::{Match, Slot};
use crate::figure::value::{Built, Moment};

impl Match<'_> {
    /// The period from the first captured moment to the second. A weekday right before a day of the month
    /// belongs to it.
    pub fn period(&self) -> Option<Built> {
        let (from, to) = self.ends()?;
        // "3 à 2 samedi" is a score.
        let days = from.day.is_some() && to.day.is_some() && from.month.or(to.month).is_none();
        (!days || from.day < to.day && to.weekday.is_none()).then_some(())?;
        // "14 à 19 h le lundi" does not begin on the 14th.
        (from.day.is_none() || from.month.is_some() || to.day.is_some() || to.weekday.is_none())
            .then_some(())?;
        let (from, to) = same_part(from, to);
        (from.is_of_calendar() && to.is_of_calendar()).then_some(())?;
        let (from, to) = (from.completed(&to), if to.is_dated() { to } else { to.completed(&from) });
        let to = if to.day.is_some() && to.month.is_none() { to.completed(&from) } else { to };
        let to = after_noon(&from, to);
        if let (Some(first), Some(last)) = (from.year, to.year) {
            (first <= last).then_some(())?;
        }
        Some(Built::Period(Box::new([Some(from), Some(to)])))
    }

    /// The two moments that two or three captures state.
    fn ends(&self) -> Option<(Moment, Moment)> {
        let mut moments: Vec<Moment> = Vec::with_capacity(2);
        for &(slot, index) in self.captures {
            let moment = moment_of(slot, &self.items[index])?;
            match &mut moments[..] {
                // The day is stated once for both: "de 9h à 11h jeudi".
                [_, last] => *last = last.join(moment)?,
                // "jeudi de 9h à 11h"
                [first]
                    if first.is_dated()
                        && first.clock.is_none()
                        && moment.clock.is_some()
                        && self.captures.len() == 3 =>
                {
                    *first = first.join(moment)?
                }
                _ => moments.push(moment),
            }
        }
        let [from, to] = moments[..] else { return None };
        Some((from, to))
    }

    /// From one day to the next, or the night between: "dans la nuit du 14 au 15 juillet".
    pub fn overnight(&self) -> Option<Built> {
        let is_day = |slot: &Slot| matches!(slot, Slot::Day | Slot::Weekday);
        let second = self.captures.iter().skip(2).position(|(slot, _)| is_day(slot))? + 2;
        let (first, second) = self.split_at(second);
        let (from, to) = (first.gather()?, second.gather()?);
        let from = match (from.day, to.day) {
            (None, Some(_)) => Moment { daypart: from.daypart, days: to.days - 1, ..to },
            _ => from.completed(&to),
        };
        Some(Built::Period(Box::new([Some(from), Some(to)])))
    }
}

/// Two clock times whose part of the day or zone is stated once: "de 5 à 7 du soir", "de 14h à 15h GMT".
fn same_part(mut from: Moment, to: Moment) -> (Moment, Moment) {
    if from.clock.is_none() || to.clock.is_none() {
        return (from, to);
    }
    from.daypart = from.daypart.or(to.daypart);
    from.zone = from.zone.or(to.zone);
    (apply_daypart(from), apply_daypart(to))
}

/// The end of a period in 12-hour clock times, moved after noon: "de 11h30 à 1h30".
fn after_noon(from: &Moment, mut to: Moment) -> Moment {
    if let (Some(first), Some(last)) = (from.clock, &mut to.clock)
        && first.hour <= 12
        && *last < first
        && from.daypart.is_none()
    {
        // "de 8 heures à minuit"
        last.hour = if last.hour == 0 { 24 } else { (last.hour + 12) % 24 };
    }
    to
}
