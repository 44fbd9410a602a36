//! Recurring dates from the captures of rules.

use super::clock::apply_daypart;
use super::gather::moment_of;
use crate::figure::grammar::{Match, Slot};
use crate::figure::value::{Built, Moment, Recurrence};
use crate::figure::{Sense, TimeUnit};

impl Match<'_> {
    /// A recurrence at an interval or on certain days: "tous les deux ans", "chaque lundi".
    pub fn recurrence(&self) -> Option<Recurrence> {
        let often = |sense| if let Sense::Often(unit) = sense { Some(unit) } else { None };
        if let [(Slot::Often, index)] = *self.captures {
            return Some(Recurrence::Every(1.0, self.items[index].sense(often)?));
        }
        let count = self.numbers().next().map_or(1.0, |(_, number)| number.value);
        // "tous les deux ans"
        if let Some(Built::Amount(duration)) =
            self.item(Slot::Duration).and_then(|item| item.built.as_deref())
        {
            return Some(Recurrence::Every(duration.value?, duration.time_unit?));
        }
        let moment = self.captures.iter().try_fold(Moment::default(), |moment, &(slot, index)| {
            let part = match slot {
                Slot::Count => Moment::default(),
                slot => moment_of(slot, &self.items[index])?,
            };
            moment.join(part)
        })?;
        Some(match moment.unit {
            // "un samedi sur deux"
            None if count > 1.0 && moment.weekday.is_some() => Recurrence::Every(count, TimeUnit::Week),
            Some(unit) if moment == (Moment { unit: Some(unit), ..Moment::default() }) => {
                Recurrence::Every(count, unit)
            }
            Some(TimeUnit::Day) => Recurrence::Each(apply_daypart(Moment { unit: None, ..moment })),
            _ => Recurrence::Each(apply_daypart(moment)),
        })
    }

    /// A number of times per unit: "deux fois par semaine".
    pub fn times(&self) -> Option<Recurrence> {
        let (_, count) = self.numbers().next()?;
        Some(Recurrence::Times(count.value, self.gather()?.unit?))
    }
}
