//! What the rules make of dates and times.

use super::clock::{clock, clock_to, hours, part, settle, zone_minutes};
use super::item::{Built, Item, Kind, Number};
use super::moment::{Clock, Moment, Recurrence};
use super::pattern::Captures;
use super::relative::{dated, day_of, from_now, later, moved, nth_of, shifted, window};
use super::slot::Slot;
use super::tables::{Direction, Make, Sense, TimeUnit};
use time::Month;

/// What the temporal rules make of their captures; none where no date can be meant. What is told from now in a unit
/// below `finest` is none, for the article does not tell its hour.
pub(super) fn make(
    make: Make,
    captures: &[(Slot, usize)],
    items: &[Item],
    finest: TimeUnit,
) -> Option<Built> {
    let facts = || gather(captures, items);
    let moment = match make {
        Make::Date => facts().filter(Moment::is_of_calendar)?,
        Make::Nearest(direction) => Moment { direction: Some(direction), ..facts()? },
        Make::Clock => clock(captures, items)?,
        Make::ClockTo => clock_to(captures, items)?,
        Make::Mealtime => {
            let &(_, index) = captures.first()?;
            let (from, to) = items[index].sense(|sense| match sense {
                Sense::Meal(from, to) => Some((from, to)),
                _ => None,
            })?;
            let hour = |hour| Moment {
                clock: Some(Clock { hour, minute: None, second: None }),
                ..Moment::default()
            };
            return Some(Built::Period(Box::new([Some(hour(from)), Some(hour(to))])));
        }
        Make::ClockIn | Make::Join => join(captures, items)?,
        Make::Zone(direction) => {
            let minutes = match captures {
                [_, (_, index)] => zone_minutes(&items[*index], items[index - 1].kind == Kind::Mark)?,
                _ => 0,
            };
            let mut moment = dated(captures, items).next()?;
            moment.zone = Some(if direction == Direction::Last { -minutes } else { minutes });
            moment
        }
        Make::SameDay => {
            let mut moment = join(captures, items)?;
            (moment.shift, moment.later) = (Some((0, TimeUnit::Day)), true);
            moment
        }
        Make::Ago => return from_now(captures, items, -1, finest),
        Make::Ahead => return from_now(captures, items, 1, finest),
        Make::Since(Direction::Last) => later(captures, items, -1)?,
        Make::Since(_) => later(captures, items, 1)?,
        Make::Away(direction) => {
            let sign = if direction == Direction::Last { -1 } else { 1 };
            moved(dated(captures, items).next()?, shifted(captures, items, sign, TimeUnit::Day)?)?
        }
        Make::Beside => {
            let mut moments = dated(captures, items);
            let (beside, moment) = (moments.next()?, moments.next()?);
            (beside.later && !moment.later).then_some(())?;
            moved(moment, beside)?
        }
        Make::DayOf => day_of(captures, items)?,
        Make::Window => window(captures, items, finest)?,
        Make::Weeks => {
            let days = captures.iter().find_map(|&(_, index)| items[index].number)?;
            // "huit jours" are a week, "quinze jours" two; the weekday counts from today, itself included.
            let weeks = match days.whole::<i32>(8, 15)? {
                8 => 1,
                15 => 2,
                _ => return None,
            };
            let mut moment = gather_but_numbers(captures, items)?;
            (moment.weeks, moment.direction) = (weeks, Some(Direction::This));
            moment
        }
        Make::Nth => {
            let nth = match numbers(captures, items).find(|(slot, _)| *slot == Slot::Rank) {
                Some((_, rank)) => rank.whole(1, 53)?,
                None => 0,
            };
            let rest: Captures = captures
                .iter()
                .filter(|(slot, _)| !matches!(slot, Slot::Rank | Slot::Direction))
                .copied()
                .collect();
            let whole = nth_of(captures, items).filter(|_| matches!(rest[..], [_, (Slot::Span, _)]));
            let mut moment = gather(if whole.is_some() { &rest[..1] } else { &rest }, items)?;
            (moment.nth, moment.whole) = (Some(nth), whole);
            // "le troisième jour" of what, the words do not tell.
            let whole = moment.month.is_some() || moment.year.is_some() || moment.whole.is_some();
            (whole || matches!(moment.unit, Some(TimeUnit::Quarter | TimeUnit::Half))).then_some(())?;
            moment
        }
        Make::Quarter => {
            let (_, rank) = numbers(captures, items).find(|(slot, _)| *slot == Slot::Rank)?;
            (part(captures, items)? == 0.25).then_some(())?;
            let (_, year) = numbers(captures, items).find(|(slot, _)| *slot == Slot::Year)?;
            Moment {
                nth: Some(rank.whole(1, 4)?),
                unit: Some(TimeUnit::Quarter),
                year: Some(year.whole(1000, 2199)?),
                ..Moment::default()
            }
        }
        Make::Numbered(unit, nth) => Moment { nth: Some(nth), unit: Some(unit), ..facts()? },
        Make::Run(edge) => {
            let &(_, count) = captures.first()?;
            let rest = gather(&captures[1..], items)?;
            Moment { nth: Some(items[count].number?.whole(1, 100)?), run: Some(edge), ..rest }
        }
        Make::Era(direction) => return era(captures, items, direction),
        Make::WeekOf => {
            facts().filter(|moment| matches!(moment.unit, Some(TimeUnit::Week | TimeUnit::Weekend)))?
        }
        Make::Decade => {
            let mut decades = numbers(captures, items).map(|(_, number)| {
                let year = number.whole::<i32>(0, 2100)?;
                // "les années 70"
                Some(Moment {
                    decade: Some(if year < 100 { year + 1900 } else { year }),
                    ..Moment::default()
                })
            });
            let first = decades.next()??;
            if let Some(second) = decades.next() {
                return Some(Built::Period(Box::new([Some(first), Some(second?)])));
            }
            first
        }
        Make::Century => {
            let century = captures.iter().find_map(|&(_, index)| items[index].number)?.whole::<i32>(1, 30)?;
            Moment { century: Some((century - 1) * 100), edge: facts()?.edge, ..Moment::default() }
        }
        Make::Period => return period(captures, items),
        Make::Overnight => {
            let is_day = |slot: &Slot| matches!(slot, Slot::Day | Slot::Weekday);
            let second = captures.iter().skip(2).position(|(slot, _)| is_day(slot))? + 2;
            let (from, to) = (gather(&captures[..second], items)?, gather(&captures[second..], items)?);
            let from = match (from.day, to.day) {
                (None, Some(_)) => Moment { daypart: from.daypart, days: to.days - 1, ..to },
                _ => from.completed(&to),
            };
            return Some(Built::Period(Box::new([Some(from), Some(to)])));
        }
        Make::From => return Some(Built::Period(Box::new([Some(join(captures, items)?), None]))),
        Make::Until => return Some(Built::Period(Box::new([None, Some(join(captures, items)?)]))),
        Make::Times => {
            let (_, count) = numbers(captures, items).next()?;
            return Some(Built::Set(Box::new(Recurrence::Times(count.value, facts()?.unit?))));
        }
        Make::Set => return set(captures, items).map(|set| Built::Set(Box::new(set))),
        _ => return None,
    };
    Some(Built::Moment(moment))
}

/// A year or century, or one to another, of the common era or (`Last`) before it. The year before the first is 0, as
/// ISO 8601 counts.
fn era(captures: &[(Slot, usize)], items: &[Item], direction: Direction) -> Option<Built> {
    let before = direction == Direction::Last;
    let year = captures.iter().position(|(slot, _)| {
        matches!(slot, Slot::Whole | Slot::Digits | Slot::OldYear | Slot::CenturyNumber)
    })?;
    let day = gather(&captures[..year], items)?;
    let mut moments = numbers(&captures[year..], items).map(|(slot, number)| {
        Some(match (slot, number.whole::<i32>(1, 9999)?) {
            (Slot::CenturyNumber, nth) => {
                Moment { century: Some(if before { -nth } else { nth - 1 } * 100), ..Moment::default() }
            }
            (_, year) => Moment { year: Some(if before { 1 - year } else { year }), ..day },
        })
    });
    let first = moments.next()??;
    Some(match moments.next() {
        Some(last) => Built::Period(Box::new([Some(first), Some(last?)])),
        None => Built::Moment(first),
    })
}

/// The moment of all that the pattern captured.
pub(super) fn gather(captures: &[(Slot, usize)], items: &[Item]) -> Option<Moment> {
    let mut moment = Moment::default();
    // "demain, mardi 6 mars": the date says more.
    let dated = captures.iter().any(|(slot, _)| *slot == Slot::Month);
    for &(slot, index) in captures.iter().filter(|(slot, _)| !dated || *slot != Slot::Today) {
        moment = moment.join(fact(slot, &items[index])?)?;
    }
    // The thirtieth of February is none.
    if let (Some(day), Some(month)) = (moment.day, moment.month) {
        (day <= month.length(moment.year.unwrap_or(2000))).then_some(())?;
    }
    Some(moment)
}

/// What one item tells as the filler of `slot`.
fn fact(slot: Slot, item: &Item) -> Option<Moment> {
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
            item.senses.iter().any(|&sense| tell(slot, sense, &mut moment));
        }
    }
    Some(moment)
}

/// Puts what the sense tells as the filler of `slot` into `moment`; whether it tells anything.
fn tell(slot: Slot, sense: Sense, moment: &mut Moment) -> bool {
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
        (Slot::Named, Sense::Named(hour, minute)) => {
            let minute = (minute > 0).then_some(minute);
            moment.clock = Some(Clock { hour, minute, second: None });
        }
        (Slot::Today, Sense::Day(days)) => moment.shift = Some((i32::from(days), TimeUnit::Day)),
        (Slot::Later, Sense::Later(days)) => {
            moment.shift = Some((i32::from(days), TimeUnit::Day));
            moment.later = true;
        }
        (Slot::Span, Sense::Span(unit)) => moment.unit = Some(unit),
        _ => return false,
    }
    true
}

/// A year of two digits: the nearest century that keeps it from lying more than two decades ahead of 2000.
fn long_year(number: Number) -> Option<i32> {
    let year = number.whole::<i32>(0, 99)?;
    Some(if year < 50 { 2000 + year } else { 1900 + year })
}

pub(super) fn numbers(captures: &[(Slot, usize)], items: &[Item]) -> impl Iterator<Item = (Slot, Number)> {
    captures.iter().filter_map(|&(slot, index)| Some((slot, items[index].number?)))
}

pub(super) fn gather_but_numbers(captures: &[(Slot, usize)], items: &[Item]) -> Option<Moment> {
    let words: Captures =
        captures.iter().filter(|&&(_, index)| items[index].number.is_none()).copied().collect();
    gather(&words, items)
}

/// The parts of one moment said apart: "jeudi" + "14h30", "8 heures" + "ce soir".
fn join(captures: &[(Slot, usize)], items: &[Item]) -> Option<Moment> {
    let mut moment = Moment::default();
    for &(slot, index) in captures {
        let item = &items[index];
        let part = match (item.built.as_deref(), slot) {
            (Some(Built::Moment(part)), _) => *part,
            (Some(Built::Amount(_)), Slot::Hours) => {
                Moment { clock: Some(hours(item)?), ..Moment::default() }
            }
            (None, Slot::Hour) => {
                let hour = item.number?.whole(0, 24)?;
                Moment { clock: Some(Clock { hour, minute: None, second: None }), ..Moment::default() }
            }
            _ => fact(slot, item)?,
        };
        moment = moment.join(part)?;
    }
    settle(moment)
}

fn moment_of(slot: Slot, item: &Item) -> Option<Moment> {
    match (item.built.as_deref(), slot) {
        (Some(Built::Moment(moment)), _) => Some(*moment),
        (Some(Built::Amount(_)), Slot::Hours) => {
            Some(Moment { clock: Some(hours(item)?), ..Moment::default() })
        }
        (None, Slot::Hour) => {
            let hour = item.number?.whole(0, 24)?;
            Some(Moment { clock: Some(Clock { hour, minute: None, second: None }), ..Moment::default() })
        }
        (None, _) => fact(slot, item),
        _ => None,
    }
}

/// The first capture to the second; a weekday right before a day of the month belongs to it.
fn period(captures: &[(Slot, usize)], items: &[Item]) -> Option<Built> {
    let mut moments: Vec<Moment> = Vec::with_capacity(2);
    for &(slot, index) in captures {
        let moment = moment_of(slot, &items[index])?;
        match &mut moments[..] {
            // The day said once for both: "de 9h à 11h jeudi".
            [_, last] => *last = last.join(moment)?,
            // "jeudi de 9h à 11h"
            [first]
                if first.is_dated()
                    && first.clock.is_none()
                    && moment.clock.is_some()
                    && captures.len() == 3 =>
            {
                *first = first.join(moment)?
            }
            _ => moments.push(moment),
        }
    }
    let [mut from, mut to] = moments[..] else { return None };
    // "3 à 2 samedi" is a score.
    let days = from.day.is_some() && to.day.is_some() && from.month.or(to.month).is_none();
    (!days || from.day < to.day && to.weekday.is_none()).then_some(())?;
    // "de 5 à 7 du soir"
    if from.clock.is_some() && to.clock.is_some() {
        from.daypart = from.daypart.or(to.daypart);
        (from, to) = (settle(from)?, settle(to)?);
    }
    (from.is_of_calendar() && to.is_of_calendar()).then_some(())?;
    let (from, to) = (from.completed(&to), if to.is_dated() { to } else { to.completed(&from) });
    let to = if to.day.is_some() && to.month.is_none() { to.completed(&from) } else { to };
    // "de 11h30 à 1h30": afternoon hours of twelve.
    let mut to = to;
    if let (Some(first), Some(last)) = (from.clock, &mut to.clock)
        && first.hour <= 12
        && *last < first
        && from.daypart.is_none()
    {
        // "de 8 heures à minuit"
        last.hour = if last.hour == 0 { 24 } else { (last.hour + 12) % 24 };
    }
    if let (Some(first), Some(last)) = (from.year, to.year) {
        (first <= last).then_some(())?;
    }
    Some(Built::Period(Box::new([Some(from), Some(to)])))
}

fn set(captures: &[(Slot, usize)], items: &[Item]) -> Option<Recurrence> {
    let often = |sense| if let Sense::Often(unit) = sense { Some(unit) } else { None };
    if let [(Slot::Often, index)] = *captures {
        return Some(Recurrence::Every(1.0, items[index].sense(often)?));
    }
    let count = numbers(captures, items).next().map_or(1.0, |(_, number)| number.value);
    // "tous les deux ans"
    if let Some(&(_, index)) = captures.iter().find(|(slot, _)| *slot == Slot::Length)
        && let Some(Built::Amount(length)) = items[index].built.as_deref()
    {
        return Some(Recurrence::Every(length.value?, length.span?));
    }
    let moment = captures.iter().try_fold(Moment::default(), |moment, &(slot, index)| {
        let item = &items[index];
        let part = match slot {
            Slot::Count => Moment::default(),
            slot => moment_of(slot, item)?,
        };
        moment.join(part)
    })?;
    match moment.unit {
        Some(unit) if moment == (Moment { unit: Some(unit), ..Moment::default() }) => {
            Some(Recurrence::Every(count, unit))
        }
        Some(TimeUnit::Day) => Some(Recurrence::Each(settle(Moment { unit: None, ..moment })?)),
        _ => Some(Recurrence::Each(settle(moment)?)),
    }
}
