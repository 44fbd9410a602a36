//! Dates told from others: from now, from the day that the text spoke of last, from a day or month named beside them.

use super::date::{gather, gather_but_numbers, numbers};
use super::item::{Built, Item};
use super::moment::Moment;
use super::slot::Slot;
use super::tables::{Bound, Direction, Sense, TimeUnit};

/// So long before or after now; a bound leaves one end open: "il y a plus de dix ans".
pub(super) fn from_now(
    captures: &[(Slot, usize)],
    items: &[Item],
    sign: i32,
    finest: TimeUnit,
) -> Option<Built> {
    let bound = captures.iter().find(|(slot, _)| *slot == Slot::Bound);
    let bound = bound.and_then(|&(_, index)| {
        items[index].sense(|sense| if let Sense::Bound(bound) = sense { Some(bound) } else { None })
    });
    let mut moment = shifted(captures, items, sign, finest)?;
    let farther = match bound {
        None | Some(Bound::About) => {
            moment.approximate |= bound.is_some();
            return Some(Built::Moment(moment));
        }
        Some(bound) => bound == Bound::Least,
    };
    let mut ends = Box::new([Some(moment), None]);
    if farther == (sign < 0) {
        ends.swap(0, 1);
    }
    Some(Built::Period(ends))
}

/// `moment` so many days or weeks later as `by` is shifted.
pub(super) fn moved(mut moment: Moment, by: Moment) -> Option<Moment> {
    moment.days += match by.shift? {
        (count, TimeUnit::Day) => count,
        (count, TimeUnit::Week) => count.checked_mul(7)?,
        _ => return None,
    };
    Some(moment)
}

/// The dates among the captures.
pub(super) fn dated(captures: &[(Slot, usize)], items: &[Item]) -> impl Iterator<Item = Moment> {
    captures.iter().filter_map(|&(_, index)| match items[index].built.as_deref() {
        Some(Built::Moment(moment)) => Some(*moment),
        _ => None,
    })
}

/// What an n-th unit or weekday is one of, where today tells that: the last unit captured, and its direction.
pub(super) fn nth_of(captures: &[(Slot, usize)], items: &[Item]) -> Option<(TimeUnit, Direction)> {
    let inner = captures.iter().position(|(slot, _)| matches!(slot, Slot::Span | Slot::Weekday))?;
    let whole = gather(&captures[inner + 1..], items)?;
    let unit = whole.unit.filter(|unit| matches!(unit, TimeUnit::Month | TimeUnit::Year))?;
    Some((unit, whole.direction.unwrap_or(Direction::This)))
}

/// A day of a month that is named with the days after it: "12" of "les 12 et 13 mars", "5" of "les 5, 6 et 7 mai".
pub(super) fn day_of(captures: &[(Slot, usize)], items: &[Item]) -> Option<Moment> {
    /// No list of days is longer.
    const LONGEST: usize = 12;
    let &(_, index) = captures.first()?;
    // "vendredi 4" of "les vendredi 4 et samedi 5 mars"
    let (day, weekday) = match (items[index].built.as_deref(), items[index].number) {
        (Some(Built::Moment(moment)), _) if moment.month.is_none() => (moment.day?, moment.weekday),
        (None, Some(number)) => (number.whole(1, 31)?, None),
        _ => return None,
    };
    let mut last = day;
    for item in items[index + 1..].iter().take(LONGEST) {
        match (item.built.as_deref(), item.number) {
            (Some(Built::Moment(moment)), _) => {
                let month = moment.month.filter(|_| moment.day.is_some_and(|day| day > last))?;
                let (day, month, year) = (Some(day), Some(month), moment.year);
                return Some(Moment { day, month, year, weekday, ..Moment::default() });
            }
            (Some(_), _) => return None,
            (None, Some(_)) if item.has(Slot::Day) && item.number?.value > f64::from(last) => {
                last = item.number?.whole(1, 31)?;
            }
            (None, Some(_)) => return None,
            (None, None) => {}
        }
    }
    None
}

/// So long before or after the day that the text spoke of last.
pub(super) fn later(captures: &[(Slot, usize)], items: &[Item], sign: i32) -> Option<Moment> {
    Some(Moment { later: true, ..shifted(captures, items, sign, TimeUnit::Day)? })
}

/// So many years ago, or hence, are counted from this one at most; more are a round number.
const LONGEST_AGO: f64 = 1500.0;

/// So many units, none below `finest`, before or after now.
pub(super) fn shifted(
    captures: &[(Slot, usize)],
    items: &[Item],
    sign: i32,
    finest: TimeUnit,
) -> Option<Moment> {
    let (_, index) = *captures.iter().find(|(slot, _)| *slot == Slot::Length)?;
    let Some(Built::Amount(amount)) = items[index].built.as_deref() else { return None };
    let (count, unit) = (amount.value?, amount.span?);
    // "il y a 15 000 ans" tells no year, only how long.
    if unit < finest || unit == TimeUnit::Year && count > LONGEST_AGO {
        return None;
    }
    if amount.low.is_some() || amount.high.is_some() || !(0.0..=100_000.0).contains(&count) {
        return None;
    }
    // Halves: "il y a un an et demi" is 18 months.
    let (count, unit) = match (count.fract(), unit) {
        (0.0, unit) => (count, unit),
        (_, TimeUnit::Year) => (count * 12.0, TimeUnit::Month),
        (_, TimeUnit::Hour) => ((count * 60.0).round(), TimeUnit::Minute),
        (_, TimeUnit::Minute) => ((count * 60.0).round(), TimeUnit::Second),
        (_, TimeUnit::Day | TimeUnit::Week) => return None,
        (_, unit) => (count, unit),
    };
    let shift = Some((sign * count as i32, unit));
    Some(Moment { shift, approximate: amount.approximate, ..Moment::default() })
}

/// "les trois derniers mois", "les deux prochaines semaines".
pub(super) fn window(captures: &[(Slot, usize)], items: &[Item], finest: TimeUnit) -> Option<Moment> {
    let (_, count) = numbers(captures, items).next()?;
    let facts = gather_but_numbers(captures, items)?;
    facts.unit.filter(|unit| *unit >= finest)?;
    let sign = match facts.direction? {
        Direction::Last => -1,
        Direction::This => return None,
        Direction::Next | Direction::Following => 1,
    };
    Some(Moment {
        shift: Some((sign * count.whole::<i32>(1, 10_000)?, facts.unit?)),
        window: true,
        ..Moment::default()
    })
}
