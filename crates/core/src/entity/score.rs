//! Scoring found names against the right ones: exact span and class.

use super::Class;
use crate::text::Span;
use std::collections::BTreeMap;

/// The class of a type that annotated corpora of the WiNER kind use ("Person", "Location", "Organization", "Event",
/// "Product"); none for the others, such as dates and hours, which are figures.
pub fn class_of(kind: &str) -> Option<Class> {
    match kind {
        "Person" => Some(Class::Person),
        "Location" => Some(Class::Place),
        "Organization" => Some(Class::Organisation),
        "Event" => Some(Class::Event),
        "Product" => Some(Class::Work),
        _ => None,
    }
}

/// Counts of right and wrong names, gathered over texts.
#[derive(Clone, Debug, Default)]
pub struct Scorer {
    counts: BTreeMap<Class, Counts>,
    errors: BTreeMap<Error, usize>,
}

/// How many names were right, found and to be found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Found with the right span and class.
    pub right: usize,
    /// Found, right or not.
    pub found: usize,
    /// To be found.
    pub expected: usize,
}

/// One kind of error: what the text names, and what was made of it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Error {
    /// The name that should have been found, and its class; none if nothing should.
    pub expected: Option<(String, Class)>,
    /// The name that was found instead, if any.
    pub found: Option<(String, Class)>,
}

impl Counts {
    /// The share of the found names that is right, 0 to 1.
    pub fn precision(self) -> f64 {
        self.right as f64 / self.found.max(1) as f64
    }

    /// The share of the names that was found, 0 to 1.
    pub fn recall(self) -> f64 {
        self.right as f64 / self.expected.max(1) as f64
    }

    /// The harmonic mean of precision and recall, 0 to 1.
    pub fn f1(self) -> f64 {
        2.0 * self.right as f64 / (self.found + self.expected).max(1) as f64
    }
}

impl Scorer {
    /// Takes note of the names of one text. Both lists are of spans of `text` that don't overlap, sorted.
    pub fn add(&mut self, text: &str, expected: &[(Span, Class)], found: &[(Span, Class)]) {
        for name in expected {
            let counts = self.counts.entry(name.1).or_default();
            counts.expected += 1;
            counts.right += usize::from(found.contains(name));
        }
        for name in found {
            self.counts.entry(name.1).or_default().found += 1;
        }
        let worded = |&(span, class): &(Span, Class)| (span.of(text).to_owned(), class);
        let overlapping = |names: &[(Span, Class)], span: Span| {
            let first = names.partition_point(|(name, _)| name.end <= span.start);
            names.get(first).filter(|(name, _)| name.overlaps(span)).map(worded)
        };
        for name in expected.iter().filter(|name| !found.contains(name)) {
            let error = Error { expected: Some(worded(name)), found: overlapping(found, name.0) };
            *self.errors.entry(error).or_default() += 1;
        }
        for name in found.iter().filter(|name| overlapping(expected, name.0).is_none()) {
            *self.errors.entry(Error { expected: None, found: Some(worded(name)) }).or_default() += 1;
        }
    }

    /// The counts of some classes together.
    pub fn counts(&self, classes: &[Class]) -> Counts {
        classes.iter().filter_map(|class| self.counts.get(class)).fold(Counts::default(), |sum, counts| {
            Counts {
                right: sum.right + counts.right,
                found: sum.found + counts.found,
                expected: sum.expected + counts.expected,
            }
        })
    }

    /// The errors and how often each was made, the commonest first.
    pub fn errors(&self) -> Vec<(&Error, usize)> {
        let mut errors: Vec<_> = self.errors.iter().map(|(error, &count)| (error, count)).collect();
        errors.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
        errors
    }
}
