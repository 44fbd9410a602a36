//! Evaluation of found names against the expected ones. A name is right if both its span and its class are.

use super::Class;
use crate::text::Span;
use std::collections::BTreeMap;

/// The class that corresponds to an entity type of the WiNER corpora: "Person", "Location", "Organization", "Event" or
/// "Product". `None` for their other types, such as dates and hours, which this crate treats as figures.
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

/// Counts right and wrong names over any number of texts.
#[derive(Clone, Debug, Default)]
pub struct Scorer {
    counts: BTreeMap<Class, Counts>,
    errors: BTreeMap<Error, usize>,
}

/// How many names were right, found and expected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Names found with the right span and class.
    pub right: usize,
    /// Names found, right or not.
    pub found: usize,
    /// Names that should be found.
    pub expected: usize,
}

/// One kind of error: the expected name and the name found in its place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Error {
    /// The name that should have been found and its class; `None` if there is no name in this place.
    pub expected: Option<(String, Class)>,
    /// The overlapping name that was found instead and its class; `None` if nothing was found.
    pub found: Option<(String, Class)>,
}

impl Counts {
    /// The share of the found names that are right, 0 to 1; 0 if none were found.
    pub fn precision(self) -> f64 {
        self.right as f64 / self.found.max(1) as f64
    }

    /// The share of the expected names that were found, 0 to 1; 0 if none were expected.
    pub fn recall(self) -> f64 {
        self.right as f64 / self.expected.max(1) as f64
    }

    /// The F1 score: the harmonic mean of precision and recall, 0 to 1.
    pub fn f1(self) -> f64 {
        2.0 * self.right as f64 / (self.found + self.expected).max(1) as f64
    }
}

impl Scorer {
    /// Adds the names of one text to the counts. In each list, the spans are in `text`, sorted, and do not overlap.
    pub fn add(&mut self, text: &str, expected: &[(Span, Class)], found: &[(Span, Class)]) {
        for name in expected {
            let counts = self.counts.entry(name.1).or_default();
            counts.expected += 1;
            counts.right += usize::from(found.contains(name));
        }
        for name in found {
            self.counts.entry(name.1).or_default().found += 1;
        }
        let with_words = |&(span, class): &(Span, Class)| (span.of(text).to_owned(), class);
        let overlapping = |names: &[(Span, Class)], span: Span| {
            let first = names.partition_point(|(name, _)| name.end <= span.start);
            names.get(first).filter(|(name, _)| name.overlaps(span)).map(with_words)
        };
        for name in expected.iter().filter(|name| !found.contains(name)) {
            let error = Error { expected: Some(with_words(name)), found: overlapping(found, name.0) };
            *self.errors.entry(error).or_default() += 1;
        }
        for name in found.iter().filter(|name| overlapping(expected, name.0).is_none()) {
            *self.errors.entry(Error { expected: None, found: Some(with_words(name)) }).or_default() += 1;
        }
    }

    /// The sums of the counts of these classes.
    pub fn counts(&self, classes: &[Class]) -> Counts {
        classes.iter().filter_map(|class| self.counts.get(class)).fold(Counts::default(), |sum, counts| {
            Counts {
                right: sum.right + counts.right,
                found: sum.found + counts.found,
                expected: sum.expected + counts.expected,
            }
        })
    }

    /// The errors with the number of times each occurred, most frequent first.
    pub fn errors(&self) -> Vec<(&Error, usize)> {
        let mut errors: Vec<_> = self.errors.iter().map(|(error, &count)| (error, count)).collect();
        errors.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
        errors
    }
}
