//! Dates and times from the captures of rules.

mod clock;
mod gather;
mod period;
mod recurrence;
mod relative;

use crate::figure::grammar::{Captures, Slot, Taken};
use crate::figure::value::{Built, Clock, Moment, Number, Recurrence};
use crate::figure::{Daypart, Direction, Make, Sense, TimeUnit};
use clock::settled;
use time::Weekday;

/// Builds the result of a rule with a temporal `action`. None if the captures cannot be a date or time, or if
/// they are relative to now in a unit smaller than `finest_unit`, because the hour of publication is then
/// needed.
pub(crate) fn make(make: Make, taken: Taken, finest: TimeUnit) -> Option<Built> {
    let set = |recurrence: Recurrence| Built::Set(Box::new(recurrence));
    let moment = match make {
        Make::Date => taken.gather().filter(Moment::is_of_calendar),
        Make::Nearest(direction) => {
            taken.gather().map(|moment| Moment { direction: Some(direction), ..moment })
        }
        Make::Clock => taken.clock(),
        Make::AfterNoon => {
            let moment = taken.joined()?;
            Some(settled(Moment { daypart: Some(Daypart::Afternoon), ..moment }))
        }
        Make::ClockTo => taken.clock_to(),
        Make::ClockIn | Make::Join => taken.joined(),
        Make::Universal => taken.joined().map(|moment| Moment { zone: Some(0), ..moment }),
        Make::Zone(direction) => taken.zoned(direction != Direction::Last),
        Make::SameDay => taken.same_day(),
        Make::Since(direction) => taken.later(sign(direction)),
        Make::Away(direction) => taken.away(sign(direction)),
        Make::Beside => taken.beside(),
        Make::DayOf => taken.day_of(),
        Make::Window => taken.window(finest),
        Make::Weeks => taken.weeks(),
        Make::Nth => taken.nth(),
        Make::Quarter => taken.quarter(),
        Make::Numbered(unit, nth) => {
            // "semaine 32"
            let nth = if nth == 0 { taken.number(0)?.whole(1, 53)? } else { nth };
            taken.gather().map(|moment| Moment { nth: Some(nth), unit: Some(unit), ..moment })
        }
        Make::Run(edge) => {
            let (count, rest) = taken.split_at(1);
            let nth = Some(count.number(0)?.whole(1, 100)?);
            Some(Moment { nth, run: Some(edge), ..rest.gather()? })
        }
        Make::WeekOf => {
            taken.gather().filter(|moment| matches!(moment.unit, Some(TimeUnit::Week | TimeUnit::Weekend)))
        }
        Make::Century => taken.century(),
        Make::Mealtime => return taken.mealtime(),
        Make::Ago => return taken.away_from_now(-1, finest),
        Make::Ahead => return taken.away_from_now(1, finest),
        Make::Decade => return taken.decades(),
        Make::Era(direction) => return taken.era(direction == Direction::Last),
        Make::Period => return taken.period(),
        Make::Overnight => return taken.overnight(),
        Make::From => {
            let mut from = taken.joined()?;
            // "mardi après minuit" is when the day begins.
            from.clock = from.clock.map(|clock| Clock { hour: clock.hour % 24, ..clock });
            return Some(Built::Period(Box::new([Some(from), None])));
        }
        Make::Until => return Some(Built::Period(Box::new([None, Some(taken.joined()?)]))),
        Make::Years => {
            let round = |(_, number): (_, Number)| number.value % 50.0 == 0.0;
            return taken.period().filter(|_| !taken.numbers().all(round));
        }
        Make::Habit => {
            let mut days = taken.captures.iter().filter_map(|&(_, index)| taken.items[index].sense(weekday));
            return Some(set(Recurrence::Through(days.next()?, days.next()?)));
        }
        Make::Times => return taken.times().map(set),
        Make::Set => return taken.recurrence().map(set),
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

impl Taken<'_> {
    /// "le troisième jeudi de novembre", "la deuxième semaine". The month or year may be implied by the
    /// publication date.
    fn nth(&self) -> Option<Moment> {
        let nth = match self.numbers().find(|(slot, _)| *slot == Slot::Rank) {
            Some((_, rank)) => rank.whole(1, 53)?,
            None => 0,
        };
        let is_part = |&&(slot, _): &&(Slot, usize)| !matches!(slot, Slot::Rank | Slot::Direction);
        let parts: Captures = self.captures.iter().filter(is_part).copied().collect();
        let whole = self.nth_of().filter(|_| matches!(parts[..], [_, (Slot::Span, _)]));
        let captures = if whole.is_some() { &parts[..1] } else { &parts };
        let mut moment = Taken { captures, ..*self }.gather()?;
        (moment.nth, moment.whole) = (Some(nth), whole);
        // "le troisième jour" cannot be resolved on its own, unlike a quarter. "le premier dimanche de
        // l'avent" is a date, but not resolved.
        let whole = moment.month.is_some() || moment.year.is_some() || moment.whole.is_some();
        let near =
            matches!(moment.unit, Some(TimeUnit::Quarter | TimeUnit::Half)) || moment.weekday.is_some();
        (whole || near).then_some(moment)
    }

    /// The month or year, relative to today, that an n-th unit or weekday belongs to: the last captured unit
    /// with its direction.
    fn nth_of(&self) -> Option<(TimeUnit, Direction)> {
        let inner = self.captures.iter().position(|(slot, _)| matches!(slot, Slot::Span | Slot::Weekday))?;
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
        match years.span() {
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
