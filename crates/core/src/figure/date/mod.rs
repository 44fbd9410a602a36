//! Dates and times from the captures of rules.

mod clock;
mod gather;
mod period;
mod recurrence;
mod relative;

use crate::figure::grammar::{Captures, Match, Slot};
use crate::figure::value::{Built, Clock, Moment, Number, Recurrence};
use crate::figure::{Action, Daypart, Direction, Sense, TimeUnit};
use clock::apply_daypart;
use time::Weekday;

/// Builds the result of a rule with a temporal `action`. None if the captures cannot be a date or time, or if
/// they are relative to now in a unit smaller than `finest_unit`, because the hour of publication is then
/// needed.
pub(crate) fn build(action: Action, matched: Match, finest_unit: TimeUnit) -> Option<Built> {
    let set = |recurrence: Recurrence| Built::Set(Box::new(recurrence));
    let moment = match action {
        Action::Date => matched.gather().filter(Moment::is_of_calendar),
        Action::NearestMonth(direction) => {
            matched.gather().map(|moment| Moment { direction: Some(direction), ..moment })
        }
        Action::Clock => matched.clock(),
        Action::AfterNoon => {
            let moment = matched.joined()?;
            Some(apply_daypart(Moment { daypart: Some(Daypart::Afternoon), ..moment }))
        }
        Action::ClockTo => matched.clock_to(),
        Action::ClockInDaypart | Action::Join => matched.joined(),
        Action::Universal => matched.joined().map(|moment| Moment { zone: Some(0), ..moment }),
        Action::Zone(direction) => matched.zoned(direction != Direction::Last),
        Action::SameDay => matched.same_day(),
        Action::FromLastDay(direction) => matched.duration_from_last_day(sign(direction)),
        Action::FromDate(direction) => matched.duration_from_date(sign(direction)),
        Action::AdjacentDay => matched.adjacent_day(),
        Action::DayOf => matched.day_of(),
        Action::Window => matched.window(finest_unit),
        Action::WeekdayPlusWeeks => matched.weekday_plus_weeks(),
        Action::Nth => matched.nth(),
        Action::Quarter => matched.quarter(),
        Action::NumberedUnit(unit, nth) => {
            // "semaine 32"
            let nth = if nth == 0 { matched.number(0)?.whole(1, 53)? } else { nth };
            matched.gather().map(|moment| Moment { nth: Some(nth), unit: Some(unit), ..moment })
        }
        Action::UnitsAt(edge) => {
            let (count, rest) = matched.split_at(1);
            let nth = Some(count.number(0)?.whole(1, 100)?);
            Some(Moment { nth, units_at: Some(edge), ..rest.gather()? })
        }
        Action::WeekOf => {
            matched.gather().filter(|moment| matches!(moment.unit, Some(TimeUnit::Week | TimeUnit::Weekend)))
        }
        Action::Century => matched.century(),
        Action::Mealtime => return matched.mealtime(),
        Action::Ago => return matched.away_from_now(-1, finest_unit),
        Action::Ahead => return matched.away_from_now(1, finest_unit),
        Action::Decade => return matched.decades(),
        Action::Era(direction) => return matched.era(direction == Direction::Last),
        Action::Period => return matched.period(),
        Action::Overnight => return matched.overnight(),
        Action::From => {
            let mut from = matched.joined()?;
            // "mardi après minuit" is when the day begins.
            from.clock = from.clock.map(|clock| Clock { hour: clock.hour % 24, ..clock });
            return Some(Built::Period(Box::new([Some(from), None])));
        }
        Action::Until => return Some(Built::Period(Box::new([None, Some(matched.joined()?)]))),
        Action::YearRange => {
            let round = |(_, number): (_, Number)| number.value % 50.0 == 0.0;
            return matched.period().filter(|_| !matched.numbers().all(round));
        }
        Action::WeekdayRange => {
            let mut days =
                matched.captures.iter().filter_map(|&(_, index)| matched.items[index].sense(weekday));
            return Some(set(Recurrence::WeekdayRange(days.next()?, days.next()?)));
        }
        Action::Times => return matched.times().map(set),
        Action::Set => return matched.recurrence().map(set),
        _ => None,
    };
    moment.map(Built::Moment)
}

fn weekday(sense: Sense) -> Option<Weekday> {
    if let Sense::Weekday(weekday) = sense { Some(weekday) } else { None }
}

/// 1 for a direction to the future, −1 for one to the past.
fn sign(direction: Direction) -> i32 {
    if direction == Direction::Last { -1 } else { 1 }
}

impl Match<'_> {
    /// "le troisième jeudi de novembre", "la deuxième semaine". The month or year may be implied by the
    /// publication date.
    fn nth(&self) -> Option<Moment> {
        let nth = match self.numbers().find(|(slot, _)| *slot == Slot::Rank) {
            Some((_, rank)) => rank.whole(1, 53)?,
            None => 0,
        };
        let is_part = |&&(slot, _): &&(Slot, usize)| !matches!(slot, Slot::Rank | Slot::Direction);
        let parts: Captures = self.captures.iter().filter(is_part).copied().collect();
        let whole = self.containing_unit().filter(|_| matches!(parts[..], [_, (Slot::TimeUnit, _)]));
        let captures = if whole.is_some() { &parts[..1] } else { &parts };
        let mut moment = Match { captures, ..*self }.gather()?;
        (moment.nth, moment.within) = (Some(nth), whole);
        // "le troisième jour" cannot be resolved on its own, unlike a quarter. "le premier dimanche de
        // l'avent" is a date, but not resolved.
        let whole = moment.month.is_some() || moment.year.is_some() || moment.within.is_some();
        let near =
            matches!(moment.unit, Some(TimeUnit::Quarter | TimeUnit::Half)) || moment.weekday.is_some();
        (whole || near).then_some(moment)
    }

    /// The month or year, relative to today, that an n-th unit or weekday belongs to: the last captured unit
    /// with its direction.
    fn containing_unit(&self) -> Option<(TimeUnit, Direction)> {
        let inner =
            self.captures.iter().position(|(slot, _)| matches!(slot, Slot::TimeUnit | Slot::Weekday))?;
        let whole = self.split_at(inner + 1).1.gather()?;
        let unit = whole.unit.filter(|unit| matches!(unit, TimeUnit::Month | TimeUnit::Year))?;
        Some((unit, whole.direction.unwrap_or(Direction::This)))
    }

    /// A quarter of a year named by the word for a fraction: "le troisième quart de 2016".
    fn quarter(&self) -> Option<Moment> {
        let number =
            |wanted: Slot| self.numbers().find(|(slot, _)| *slot == wanted).map(|(_, number)| number);
        (self.part()? == 0.25).then_some(())?;
        Some(Moment {
            nth: Some(number(Slot::Rank)?.whole(1, 4)?),
            unit: Some(TimeUnit::Quarter),
            year: Some(number(Slot::Year)?.whole(1000, 2199)?),
            ..Moment::default()
        })
    }

    /// One decade, or a period of two: "les années 1960 et 70".
    fn decades(&self) -> Option<Built> {
        let mut decades = self.numbers().map(|(_, number)| {
            let year = number.whole::<i32>(0, 2100)?;
            // "les années 70"
            let decade = Some(if year < 100 { year + 1900 } else { year });
            Some(Moment { decade, ..Moment::default() })
        });
        let first = decades.next()??;
        Some(match decades.next() {
            Some(second) => Built::Period(Box::new([Some(first), Some(second?)])),
            None => Built::Moment(first),
        })
    }

    fn century(&self) -> Option<Moment> {
        let (_, nth) = self.numbers().next()?;
        let century = (nth.whole::<i32>(1, 30)? - 1) * 100;
        Some(Moment { century: Some(century), edge: self.gather()?.edge, ..Moment::default() })
    }

    /// A year, century or millennium, or a period of two, of the common era or `before` it. As in ISO 8601,
    /// the year before year 1 is 0.
    fn era(&self, before: bool) -> Option<Built> {
        let year = self.captures.iter().position(|(slot, _)| {
            matches!(slot, Slot::Whole | Slot::Digits | Slot::OldYear | Slot::CenturyNumber)
        })?;
        let (day, years) = self.split_at(year);
        let day = day.gather()?;
        match years.time_unit() {
            None | Some(TimeUnit::Century) => {}
            Some(TimeUnit::Millennium) => {
                return Some(millennium(self.numbers().next()?.1.whole(1, 9)?, before));
            }
            Some(_) => return None,
        }
        let mut moments = years.numbers().map(|(slot, number)| {
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
}

/// The period of the `nth` millennium of the common era, or `before` it.
fn millennium(nth: i32, before: bool) -> Built {
    let first = 1 + 1000 * if before { -nth } else { nth - 1 };
    let year = |year| Some(Moment { year: Some(year), ..Moment::default() });
    Built::Period(Box::new([year(first), year(first + 999)]))
}
