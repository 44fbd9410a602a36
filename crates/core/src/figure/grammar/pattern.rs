//! Patterns over items.
//!
//! A pattern is written as words and `<slots>` separated by spaces. `(a|b)` matches any of several words,
//! `x?` is optional, `!x` requires that the next item does not match `x` and consumes nothing, and `^` and
//! `$` match the ends of the sentence. What precedes `[` and follows `]` must match but is not part of the
//! figure.

use super::item::{Item, Kind};
use super::lexicon::{Lexicon, WordId};
use super::slot::Slot;
use crate::figure::{Action, Rule};

/// A compiled rule.
#[derive(Debug)]
pub(crate) struct Pattern {
    /// The lookbehind, nearest element first.
    before: Vec<Element>,
    pub core: Vec<Element>,
    pub after: Vec<Element>,
    pub action: Action,
}

#[derive(Debug)]
pub(crate) struct Element {
    pub test: Test,
    pub optional: bool,
    pub negative: bool,
}

#[derive(Debug)]
pub(crate) enum Test {
    Words(Vec<WordId>),
    Slot(Slot),
    /// The start or end of the sentence.
    Edge,
}

/// The slots of a match with the indices of the items that fill them, in the order of the pattern.
pub(crate) type Captures = Vec<(Slot, usize)>;

#[cfg(test)]
thread_local! {
    /// The number of pattern elements that this thread has tried.
    pub(crate) static ELEMENTS_TRIED: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

impl Pattern {
    /// Compiles a rule of the tables and adds its words to `lexicon`.
    ///
    /// # Panics
    /// If the pattern is not well formed. That is an error in the tables, which their tests detect.
    pub fn compile(&(pattern, action): &Rule, lexicon: &mut Lexicon) -> Pattern {
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
        let around = || before.iter().chain(&after);
        assert!(
            !around().any(|element| element.optional),
            "what {pattern:?} has around its core may not be missing"
        );
        before.reverse();
        assert!(core.iter().any(|element| !element.optional), "the pattern {pattern:?} has no core");
        Pattern { before, core, after, action }
    }

    /// Matches the pattern at `at` and returns the index after the last matched item. The items that fill its
    /// slots are put into `captures`. `before` is the number of leading `items` that the lookbehind sees:
    /// items between `before` and `at` have been merged into earlier ones.
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

    /// Matches `elements` at `at`. An optional element is skipped only if the rest does not match otherwise.
    fn run(&self, elements: &[Element], items: &[Item], at: usize, captures: &mut Captures) -> Option<usize> {
        #[cfg(test)]
        ELEMENTS_TRIED.set(ELEMENTS_TRIED.get() + 1);
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

    /// Whether the element accepts `item`, which is none beyond the ends of the sentence.
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
