//! Patterns over items, and the stages that apply them.
//!
//! A pattern is written as words and `<slots>` parted by spaces. `(a|b)` is any of several words, `x?` may be
//! missing, `!x` stands for a neighbour that is not `x`, `^` and `$` for the sentence's ends. What stands before
//! `[` and after `]` must be there but is no part of the figure.

use super::Measure;
use super::item::{Built, Item, Kind, Number};
use super::lexicon::{Lexicon, WordId};
use super::tables::{Make, Rule, Sense, TimeUnit};

/// Declares [`Slot`] with the names that patterns use.
macro_rules! slots {
    ($($slot:ident $name:literal)*) => {
        /// What an item can stand for in a pattern.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub(super) enum Slot { $($slot),* }

        impl Slot {
            fn named(name: &str) -> Option<Slot> {
                match name { $($name => Some(Slot::$slot),)* _ => None }
            }
        }
    };
}

slots! {
    // Any word, a word of no table, a noun in the plural as far as its letters tell, a word with a capital.
    Word "word" Unknown "unknown" Plural "plural" Capital "capital"
    // Numbers: any; whole; written in digits; the indefinite article; a rank.
    Count "count" Whole "whole" Decimal "decimal" Digits "digits" Article "article" Rank "rank"
    // Numbers that can be a part of a date or time; `Pair` is two digits.
    Day "day" MonthNumber "month-number" Year "year" ModernYear "modern-year" ShortYear "short-year" LateYear "late-year" DecadeYear "decade-year"
    Hour "hour" Minute "minute" Pair "pair" CenturyNumber "century-number"
    // Senses.
    Part "part" Crowd "crowd" Bound "bound" After "after" Unit "unit" Currency "currency" Cent "cent" Percent "percent" Span "span"
    Month "month" Weekday "weekday" Weekdays "weekdays" ShortMonth "short-month" ShortWeekday "short-weekday" Season "season" Daypart "daypart" Named "named" Today "today" Later "later"
    Holiday "holiday" Direction "direction" Directions "directions" Edge "edge" Early "early" Person "person" Label "label"
    // What rules have built.
    Amount "amount" Cardinal "cardinal" Length "length" Quantity "quantity" Years "years" Hours "hours"
    Moment "moment" Dated "dated" Clock "clock" Period "period"
}

/// A set of slots.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Slots(u64);

impl Slots {
    pub fn has(self, slot: Slot) -> bool {
        self.0 & (1 << slot as u8) != 0
    }

    pub fn add(&mut self, slot: Slot) {
        self.0 |= 1 << slot as u8;
    }

    /// Whether an item with these slots may be part of a figure: it is more than a word.
    pub fn begins_figure(self) -> bool {
        self.0 & !(1 << Slot::Word as u8 | 1 << Slot::Unknown as u8 | 1 << Slot::Plural as u8) != 0
    }

    /// The slots that a word with these senses fills.
    pub fn of_senses(senses: &[Sense]) -> Slots {
        let mut slots = Slots::default();
        for sense in senses {
            slots.add(match sense {
                Sense::Part(_) => Slot::Part,
                Sense::Crowd { .. } => Slot::Crowd,
                Sense::Bound(_) => Slot::Bound,
                Sense::After(_) => Slot::After,
                Sense::Unit(_) => Slot::Unit,
                Sense::Currency(_) => Slot::Currency,
                Sense::Cent(_) => Slot::Cent,
                Sense::Percent => Slot::Percent,
                Sense::Span(_) => Slot::Span,
                Sense::Month(_) => Slot::Month,
                Sense::Weekday(_) => Slot::Weekday,
                Sense::Weekdays(_) => Slot::Weekdays,
                Sense::ShortMonth(_) => Slot::ShortMonth,
                Sense::ShortWeekday(_) => Slot::ShortWeekday,
                Sense::Season(_) => Slot::Season,
                Sense::Daypart(_) => Slot::Daypart,
                Sense::Named(..) => Slot::Named,
                Sense::Day(_) => Slot::Today,
                Sense::Later(_) => Slot::Later,
                Sense::Holiday(_) => Slot::Holiday,
                Sense::Direction(_) => Slot::Direction,
                Sense::Directions(_) => Slot::Directions,
                Sense::Early(_) => Slot::Early,
                Sense::Edge(_) => Slot::Edge,
                Sense::Person => Slot::Person,
                Sense::Label => Slot::Label,
                Sense::Number(_) | Sense::According => continue,
            });
        }
        slots
    }

    /// The slots that what a rule has built fills.
    pub fn of_built(built: &Built) -> Slots {
        let mut slots = Slots::default();
        match built {
            Built::Amount(amount) => {
                slots.add(Slot::Amount);
                match amount.measure {
                    Measure::Cardinal => slots.add(Slot::Cardinal),
                    Measure::Quantity => slots.add(Slot::Quantity),
                    Measure::Duration => {
                        slots.add(Slot::Length);
                        match amount.span {
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
        add(Slot::Day, within(1, 31) && digits <= 2 && !number.article);
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
            add(Slot::ModernYear, digits == 4 && within(1700, 2099));
            add(Slot::ShortYear, digits == 2);
            add(Slot::LateYear, digits == 2 && within(32, 99));
            add(Slot::DecadeYear, number.value % 10.0 == 0.0 && (within(10, 90) || within(1000, 2100)));
            add(Slot::Hour, within(0, 24) && digits <= 2 && !number.article);
            add(Slot::Minute, within(0, 59) && digits <= 2 && !number.article);
            add(Slot::Pair, digits == 2 && within(0, 59));
        }
        slots
    }
}

impl std::ops::BitOrAssign for Slots {
    fn bitor_assign(&mut self, other: Slots) {
        self.0 |= other.0;
    }
}

/// A compiled rule.
#[derive(Debug)]
pub(super) struct Pattern {
    /// Nearest to the core first.
    before: Vec<Element>,
    core: Vec<Element>,
    after: Vec<Element>,
    pub make: Make,
}

#[derive(Debug)]
struct Element {
    test: Test,
    optional: bool,
    negative: bool,
}

#[derive(Debug)]
enum Test {
    Words(Vec<WordId>),
    Slot(Slot),
    /// The sentence's start, or end.
    Edge,
}

/// The items that fill the slots of a pattern, in its order.
pub(super) type Captures = Vec<(Slot, usize)>;

impl Pattern {
    /// Compiles a rule of the tables.
    ///
    /// # Panics
    /// If the pattern is not well formed: a mistake in the tables, which their tests find.
    pub fn compile(&(pattern, make): &Rule, lexicon: &mut Lexicon) -> Pattern {
        let mut parts = [Vec::new(), Vec::new(), Vec::new()];
        let mut part = if pattern.contains('[') { 0 } else { 1 };
        for piece in pattern.split(' ').filter(|piece| !piece.is_empty()) {
            let opens = piece.starts_with('[');
            let closes = piece.ends_with(']');
            if opens {
                part = 1;
            }
            let piece = piece.trim_start_matches('[').trim_end_matches(']');
            if !piece.is_empty() {
                Element::compile(piece, lexicon, &mut parts[part]);
            }
            if closes {
                part = 2;
            }
        }
        let [mut before, core, after] = parts;
        before.reverse();
        assert!(core.iter().any(|element| !element.optional), "the pattern {pattern:?} has no core");
        Pattern { before, core, after, make }
    }

    /// The items at `at` that the pattern matches: the index past them; what fills its slots is put into `captures`. The items before
    /// it are those before `before`.
    pub fn matches(
        &self,
        items: &[Item],
        before: usize,
        at: usize,
        captures: &mut Captures,
    ) -> Option<usize> {
        let mut before = before;
        for element in &self.before {
            let item = before.checked_sub(1).map(|index| &items[index]);
            if !element.allows(item) {
                return None;
            }
            if !element.negative {
                before = before.saturating_sub(1);
            }
        }
        captures.clear();
        self.run(&self.core, items, at, captures)
    }

    /// Matches `elements` at `at`; an optional one is left out only where it must be.
    fn run(&self, elements: &[Element], items: &[Item], at: usize, captures: &mut Captures) -> Option<usize> {
        let Some((element, rest)) = elements.split_first() else {
            return self.is_followed(items, at).then_some(at);
        };
        if element.allows(items.get(at)) {
            let kept = captures.len();
            let next = if element.negative || matches!(element.test, Test::Edge) { at } else { at + 1 };
            if let Test::Slot(slot) = element.test
                && !element.negative
            {
                captures.push((slot, at));
            }
            if let Some(end) = self.run(rest, items, next, captures) {
                return Some(end);
            }
            captures.truncate(kept);
        }
        if element.optional { self.run(rest, items, at, captures) } else { None }
    }

    fn is_followed(&self, items: &[Item], end: usize) -> bool {
        let mut at = end;
        self.after.iter().all(|element| {
            let allowed = element.allows(items.get(at));
            if !element.negative && !matches!(element.test, Test::Edge) {
                at += 1;
            }
            allowed
        })
    }
}

impl Element {
    fn compile(piece: &str, lexicon: &mut Lexicon, into: &mut Vec<Element>) {
        let (negative, piece) = match piece.strip_prefix('!') {
            Some(rest) => (true, rest),
            None => (false, piece),
        };
        let (optional, piece) = match piece.strip_suffix('?') {
            Some(rest) if !rest.is_empty() => (true, rest),
            _ => (false, piece),
        };
        let mut push = |test| into.push(Element { test, optional, negative });
        if let Some(slot) = piece.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')) {
            push(Test::Slot(Slot::named(slot).unwrap_or_else(|| panic!("no slot is called {slot:?}"))));
        } else if let Some(words) =
            piece.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).filter(|words| !words.is_empty())
        {
            push(Test::Words(words.split('|').map(|word| lexicon.intern(word)).collect()));
        } else if piece == "^" || piece == "$" {
            push(Test::Edge);
        } else {
            let words = lexicon.split(piece);
            let words = if words.is_empty() { vec![piece] } else { words };
            for word in words {
                push(Test::Words(vec![lexicon.intern(word)]));
            }
        }
    }

    /// Whether `item` (none at the sentence's ends) is what the element asks for.
    fn allows(&self, item: Option<&Item>) -> bool {
        let is = match (&self.test, item) {
            (Test::Edge, item) => item.is_none(),
            (Test::Words(words), Some(item)) => item.word != 0 && words.contains(&item.word),
            (Test::Slot(Slot::Capital), Some(item)) => item.kind == Kind::Capital,
            (Test::Slot(slot), Some(item)) => item.has(*slot),
            (_, None) => false,
        };
        is != self.negative
    }
}

/// One stage's patterns, found by what they begin with.
#[derive(Debug)]
pub(super) struct Stage {
    patterns: Vec<Pattern>,
    by_word: Vec<Vec<u16>>,
    by_slot: [Vec<u16>; 64],
    /// The slots that some pattern begins with.
    slots: Slots,
}

impl Stage {
    /// `words` is how many words the tables have.
    pub fn new(patterns: Vec<Pattern>, words: usize) -> Stage {
        let mut stage = Stage {
            by_word: vec![Vec::new(); words],
            by_slot: std::array::from_fn(|_| Vec::new()),
            slots: Slots::default(),
            patterns: Vec::new(),
        };
        for (index, pattern) in patterns.iter().enumerate() {
            let index = u16::try_from(index).expect("a stage has fewer than 65,536 rules");
            for element in pattern.core.iter().filter(|element| !element.negative) {
                match &element.test {
                    Test::Words(words) => {
                        words.iter().for_each(|&word| stage.by_word[usize::from(word)].push(index));
                    }
                    Test::Slot(slot) => {
                        stage.by_slot[*slot as usize].push(index);
                        stage.slots.add(*slot);
                    }
                    Test::Edge => {}
                }
                if !element.optional {
                    break;
                }
            }
        }
        stage.patterns = patterns;
        stage
    }

    /// The patterns that may match at `item`, in no order.
    pub fn candidates(&self, item: &Item) -> impl Iterator<Item = (u16, &Pattern)> {
        let by_word =
            self.by_word.get(usize::from(item.word)).filter(|_| item.word != 0).into_iter().flatten();
        let mut slots = item.slots.0 & self.slots.0;
        let by_slot = std::iter::from_fn(move || {
            let slot = slots.trailing_zeros();
            slots &= slots.wrapping_sub(1);
            (slot < 64).then_some(slot as usize)
        })
        .flat_map(|slot| &self.by_slot[slot]);
        by_word.chain(by_slot).map(|&index| (index, &self.patterns[usize::from(index)]))
    }
}
