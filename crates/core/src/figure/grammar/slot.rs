//! The slots of patterns: the kinds of items that a pattern can ask for.

use crate::figure::value::{Built, Number};
use crate::figure::{Bound, Measure, Sense, TimeUnit};

/// Declares [`Slot`] with the names used in patterns.
macro_rules! slots {
    ($($slot:ident $name:literal)*) => {
        /// A kind of item that a pattern can ask for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub(crate) enum Slot { $($slot),* }

        impl Slot {
            pub fn named(name: &str) -> Option<Slot> {
                match name { $($name => Some(Slot::$slot),)* _ => None }
            }
        }
    };
}

slots! {
    // Any word, a word that is in no table, a word with a plural ending that may be a noun, a word with a
    // capital.
    Word "word" Unknown "unknown" Plural "plural" Capital "capital"
    // Numbers: any; whole; with decimals; written in digits; the indefinite article; a rank.
    Count "count" Whole "whole" Decimal "decimal" Digits "digits" Article "article" Rank "rank"
    // Numbers that can be a part of a date or time; `Pair` is two digits up to 59.
    Day "day" MonthNumber "month-number" Year "year" ModernYear "modern-year" ShortYear "short-year" LateYear "late-year" OldYear "old-year" DecadeYear "decade-year"
    Hour "hour" Minute "minute" Pair "pair" CenturyNumber "century-number"
    // Words with a sense: see `Sense`.
    Part "part" Fold "fold" Collective "collective" Bound "bound" Most "most" BoundAfter "bound-after" Unit "unit" Currency "currency" Cent "cent" Percent "percent" TimeUnit "time-unit"
    Month "month" Weekday "weekday" Weekdays "weekdays" ShortMonth "short-month" ShortWeekday "short-weekday" Season "season" Daypart "daypart" NamedTime "named-time" Today "today" AnaphoricDay "anaphoric-day"
    Holiday "holiday" Direction "direction" Directions "directions" Edge "edge" Early "early" Often "often" Meal "meal" Person "person" Label "label"
    // Results of earlier rules. `Years` are durations in years or months, `Hours` in hours.
    Amount "amount" Cardinal "cardinal" Duration "duration" Quantity "quantity" Years "years" Hours "hours"
    Moment "moment" Dated "dated" DatedDaypart "dated-daypart" Clock "clock" Period "period"
}

/// A set of slots.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Slots(u64);

impl Slots {
    pub fn has(self, slot: Slot) -> bool {
        self.0 & (1 << slot as u8) != 0
    }

    pub fn add(&mut self, slot: Slot) {
        self.0 |= 1 << slot as u8;
    }

    /// Whether an item with these slots may be part of a figure: a plain word is not.
    pub fn begins_figure(self) -> bool {
        self.0 & !(1 << Slot::Word as u8 | 1 << Slot::Unknown as u8 | 1 << Slot::Plural as u8) != 0
    }

    /// The slots that a word with these senses fills.
    pub fn of_senses(senses: &[Sense]) -> Slots {
        let mut slots = Slots::default();
        for sense in senses {
            if *sense == Sense::Bound(Bound::Most) {
                slots.add(Slot::Most);
            }
            slots.add(match sense {
                Sense::Part(_) => Slot::Part,
                Sense::Fold(_) => Slot::Fold,
                Sense::Collective { .. } => Slot::Collective,
                Sense::Bound(_) => Slot::Bound,
                Sense::BoundAfter(_) => Slot::BoundAfter,
                Sense::Unit(_) => Slot::Unit,
                Sense::Currency(_) => Slot::Currency,
                Sense::Cent(_) => Slot::Cent,
                Sense::Percent => Slot::Percent,
                Sense::TimeUnit(_) => Slot::TimeUnit,
                Sense::Month(_) => Slot::Month,
                Sense::Weekday(_) => Slot::Weekday,
                Sense::Weekdays(_) => Slot::Weekdays,
                Sense::ShortMonth(_) => Slot::ShortMonth,
                Sense::ShortWeekday(_) => Slot::ShortWeekday,
                Sense::Season(_) => Slot::Season,
                Sense::Daypart(_) => Slot::Daypart,
                Sense::NamedTime(..) => Slot::NamedTime,
                Sense::Day(_) => Slot::Today,
                Sense::AnaphoricDay(_) => Slot::AnaphoricDay,
                Sense::Holiday(_) => Slot::Holiday,
                Sense::Direction(_) => Slot::Direction,
                Sense::Directions(_) => Slot::Directions,
                Sense::Early(_) => Slot::Early,
                Sense::Often(_) => Slot::Often,
                Sense::Meal(..) => Slot::Meal,
                Sense::Edge(_) => Slot::Edge,
                Sense::Person => Slot::Person,
                Sense::Label => Slot::Label,
                Sense::Number(_) | Sense::According | Sense::CurrencyHome(..) | Sense::Change => continue,
            });
        }
        slots
    }

    /// The slots that the result of a rule fills.
    pub fn of_built(built: &Built) -> Slots {
        let mut slots = Slots::default();
        match built {
            Built::Amount(amount) => {
                slots.add(Slot::Amount);
                match amount.measure {
                    Measure::Cardinal => slots.add(Slot::Cardinal),
                    Measure::Quantity => slots.add(Slot::Quantity),
                    Measure::Duration => {
                        slots.add(Slot::Duration);
                        match amount.time_unit {
                            Some(TimeUnit::Year | TimeUnit::Month) => slots.add(Slot::Years),
                            Some(TimeUnit::Hour) if amount.value.is_some() => slots.add(Slot::Hours),
                            _ => {}
                        }
                    }
                    _ => {}
                }
            }
            Built::Moment(moment) => {
                slots.add(Slot::Moment);
                if moment.is_dated() {
                    slots.add(Slot::Dated);
                }
                if moment.is_dated() && moment.daypart.is_some() && moment.clock.is_none() {
                    slots.add(Slot::DatedDaypart);
                }
                if moment.clock.is_some() {
                    slots.add(Slot::Clock);
                }
            }
            Built::Period(_) => slots.add(Slot::Period),
            Built::Set(_) | Built::Nothing => {}
        }
        slots
    }

    /// The slots that a number fills.
    pub fn of_number(number: Number) -> Slots {
        let mut slots = Slots::default();
        let mut add = |slot, fits: bool| {
            if fits {
                slots.add(slot);
            }
        };
        let within = |low, high| number.whole::<i64>(low, high).is_some();
        let (rank, digits) = (number.rank, number.digits);
        add(Slot::Rank, rank);
        add(Slot::CenturyNumber, rank && within(1, 30));
        // "le 1er mai" and "le premier mai", but not "sixième mai".
        let ranks = !rank || digits > 0 || number.value == 1.0;
        add(Slot::Day, within(1, 31) && digits <= 2 && !number.article && ranks);
        if !rank {
            add(Slot::Count, true);
            add(Slot::Amount, true);
            add(Slot::Cardinal, true);
            add(Slot::Article, number.article);
            add(Slot::Digits, digits > 0);
            add(Slot::Whole, number.value.fract() == 0.0);
            add(Slot::MonthNumber, within(1, 12) && matches!(digits, 1 | 2));
            add(Slot::Decimal, number.value.fract() != 0.0);
            add(Slot::Year, digits == 4 && within(1000, 2199));
            add(Slot::ModernYear, digits == 4 && within(1700, 2100));
            add(Slot::OldYear, digits == 3);
            add(Slot::ShortYear, digits == 2);
            add(Slot::LateYear, matches!(digits, 0 | 2) && within(32, 99));
            add(Slot::DecadeYear, number.value % 10.0 == 0.0 && (within(10, 90) || within(1000, 2100)));
            add(Slot::Hour, within(0, 24) && digits <= 2 && !number.article);
            add(Slot::Minute, within(0, 59) && digits <= 2 && !number.article);
            add(Slot::Pair, digits == 2 && within(0, 59));
        }
        slots
    }

    /// The slots that are in both sets.
    pub fn intersection(self, other: Slots) -> Slots {
        Slots(self.0 & other.0)
    }

    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Removes one slot and returns its number, or none if the set is empty.
    pub fn pop(&mut self) -> Option<usize> {
        let slot = self.0.trailing_zeros();
        self.0 &= self.0.wrapping_sub(1);
        (slot < 64).then_some(slot as usize)
    }
}

impl std::ops::BitOrAssign for Slots {
    fn bitor_assign(&mut self, other: Slots) {
        self.0 |= other.0;
    }
}
