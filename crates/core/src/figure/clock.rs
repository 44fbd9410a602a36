//! What the rules make of times of the day.

use super::date::{gather_but_numbers, numbers};
use super::item::{Built, Gap, Item};
use super::moment::{Clock, Moment};
use super::slot::Slot;
use super::tables::{Daypart, Sense};

/// Hour, minute and second, a part of an hour, and a part of the day, in the order in which they are said.
pub(super) fn clock(captures: &[(Slot, usize)], items: &[Item]) -> Option<Moment> {
    let mut moment = gather_but_numbers(captures, items)?;
    let mut clock = moment.clock;
    for (slot, number) in numbers(captures, items) {
        match (slot, &mut clock) {
            (Slot::Hour, None) => {
                clock = Some(Clock { hour: number.whole(0, 24)?, minute: None, second: None })
            }
            (_, Some(clock)) if clock.minute.is_none() => clock.minute = Some(number.whole(0, 59)?),
            (_, Some(clock)) => clock.second = Some(number.whole(0, 59)?),
            _ => return None,
        }
    }
    if let Some(part) = part(captures, items) {
        let clock = clock.as_mut()?;
        clock.minute = Some((part * 60.0) as u8);
    }
    moment.clock = clock;
    settle(moment)
}

/// The minutes that a zone is away from Universal Time: "UTC+2", "UTC−03:30". A sign stands before them, or they are
/// `signed` by a hyphen inside the word.
pub(super) fn zone_minutes(item: &Item, signed: bool) -> Option<i16> {
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

/// "huit heures moins dix", "moins le quart".
pub(super) fn clock_to(captures: &[(Slot, usize)], items: &[Item]) -> Option<Moment> {
    let mut numbers = numbers(captures, items).map(|(_, number)| number);
    let named = gather_but_numbers(captures, items)?;
    let hour = match named.clock {
        Some(clock) => clock.hour,
        None => numbers.next()?.whole::<u8>(1, 24)?,
    };
    let minutes = match part(captures, items) {
        Some(part) => (part * 60.0) as u8,
        None => numbers.next()?.whole::<u8>(1, 59)?,
    };
    let hour = if hour == 0 { 23 } else { hour - 1 };
    Some(Moment { clock: Some(Clock { hour, minute: Some(60 - minutes), second: None }), ..named })
}

pub(super) fn part(captures: &[(Slot, usize)], items: &[Item]) -> Option<f64> {
    let (_, index) = *captures.iter().find(|(slot, _)| *slot == Slot::Part)?;
    items[index].sense(|sense| if let Sense::Part(part) = sense { Some(part) } else { None })
}

/// A duration in hours read as a time of the clock: "entre 14 heures et 16 heures".
pub(super) fn hours(item: &Item) -> Option<Clock> {
    let Some(Built::Amount(amount)) = item.built.as_deref() else { return None };
    let value = amount.value.filter(|value| (0.0..=24.0).contains(value))?;
    let minute = amount.and.map(|(minutes, _)| minutes as u8);
    if value.fract() != 0.0 && minute.is_none() {
        return None;
    }
    Some(Clock { hour: value.trunc() as u8, minute, second: None })
}

/// Moves a clock time of twelve hours into the part of the day said with it.
pub(super) fn settle(mut moment: Moment) -> Option<Moment> {
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
    Some(moment)
}
