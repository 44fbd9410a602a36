//! Times of day from the captures of rules.

use super::gather::moment_of;
use crate::figure::grammar::{Gap, Item, Kind, Match, Slot};
use crate::figure::value::{Built, Clock, Moment};
use crate::figure::{Daypart, Sense};

impl Match<'_> {
    /// A time of day: an hour, minute and second, or a named time such as "midi" with a fraction of an hour,
    /// and a part of the day.
    pub fn clock(&self) -> Option<Moment> {
        let mut moment = self.gather_but_numbers()?;
        let mut clock = moment.clock;
        for (slot, number) in self.numbers() {
            match (slot, &mut clock) {
                (Slot::Hour, None) => {
                    clock = Some(Clock { hour: number.whole(0, 24)?, minute: None, second: None })
                }
                (_, Some(clock)) if clock.minute.is_none() => clock.minute = Some(number.whole(0, 59)?),
                (_, Some(clock)) => clock.second = Some(number.whole(0, 59)?),
                _ => return None,
            }
        }
        if let Some(part) = self.part() {
            let clock = clock.as_mut()?;
            clock.minute = Some((part * 60.0) as u8);
        }
        moment.clock = clock;
        Some(apply_daypart(moment))
    }

    /// A time before the hour: "huit heures moins dix", "moins le quart".
    pub fn clock_to(&self) -> Option<Moment> {
        let mut numbers = self.numbers().map(|(_, number)| number);
        let named = self.gather_but_numbers()?;
        let hour = match named.clock {
            Some(clock) => clock.hour,
            None => numbers.next()?.whole::<u8>(1, 24)?,
        };
        let minutes = match self.part() {
            Some(part) => (part * 60.0) as u8,
            None => numbers.next()?.whole::<u8>(1, 59)?,
        };
        let hour = if hour == 0 { 23 } else { hour - 1 };
        Some(Moment { clock: Some(Clock { hour, minute: Some(60 - minutes), second: None }), ..named })
    }

    /// Merges the captured parts of one moment: "jeudi" + "14h30", "8 heures" + "ce soir".
    pub fn joined(&self) -> Option<Moment> {
        let mut moment = Moment::default();
        for &(slot, index) in self.captures {
            moment = moment.join(moment_of(slot, &self.items[index])?)?;
        }
        Some(apply_daypart(moment))
    }

    /// A time with an offset from Universal Time, positive if `ahead`: "14h UTC+2".
    pub fn zoned(&self, ahead: bool) -> Option<Moment> {
        let minutes = match self.captures {
            [_, (_, index)] => zone_minutes(&self.items[*index], self.items[index - 1].kind == Kind::Mark)?,
            _ => 0,
        };
        let moment = self.moments().next()?;
        Some(Moment { zone: Some(if ahead { minutes } else { -minutes }), ..moment })
    }

    /// The usual hours of a meal, as a period.
    pub fn mealtime(&self) -> Option<Built> {
        let &(slot, _) = self.captures.first()?;
        let (from, to) = self.sense(slot, |sense| match sense {
            Sense::Meal(from, to) => Some((from, to)),
            _ => None,
        })?;
        Some(Built::Period(Box::new([Some(Moment::at(from)), Some(Moment::at(to))])))
    }
}

/// The offset of a zone in minutes without its sign: "UTC+2", "UTC−03:30". A sign must precede it: the mark
/// `signed`, or a hyphen inside the word.
fn zone_minutes(item: &Item, signed: bool) -> Option<i16> {
    if !signed && item.gap != Gap::Hyphen {
        return None;
    }
    let clock = match (item.built.as_deref(), item.number) {
        (Some(Built::Moment(moment)), _) => moment.clock?,
        (None, Some(hours)) => Clock { hour: hours.whole(0, 14)?, minute: None, second: None },
        _ => return None,
    };
    Some(i16::from(clock.hour) * 60 + i16::from(clock.minute.unwrap_or(0)))
}

/// Converts a 12-hour clock time to 24 hours by the part of the day that is stated with it, which is then
/// removed.
pub(crate) fn apply_daypart(mut moment: Moment) -> Moment {
    if let (Some(clock), Some(daypart)) = (&mut moment.clock, moment.daypart) {
        let after_noon = match daypart {
            Daypart::Morning | Daypart::Day => false,
            Daypart::Afternoon | Daypart::Evening => clock.hour < 12,
            Daypart::Night => (6..12).contains(&clock.hour),
        };
        if after_noon {
            clock.hour += 12;
        }
        moment.daypart = None;
    }
    moment
}
