//! Names found against names wanted: exact spans, by class.

use manicule_core::{Class, Span};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The classes that are scored, in the order in which they are told.
pub const CLASSES: [Class; 5] = [Class::Person, Class::Place, Class::Organisation, Class::Event, Class::Work];

/// A name in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name {
    /// Where it stands.
    pub span: Span,
    /// What it names.
    pub class: Class,
}

/// How many names there are to find, were found, and were found rightly.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Names in the annotated text.
    pub wanted: usize,
    /// Names that were found.
    pub found: usize,
    /// Names found with the very span and class that were wanted.
    pub right: usize,
}

impl Counts {
    /// The part of what was found that is right, 0 to 1; 0 where nothing was found.
    pub fn precision(self) -> f64 {
        ratio(self.right, self.found)
    }

    /// The part of what was wanted that was found, 0 to 1; 0 where nothing was wanted.
    pub fn recall(self) -> f64 {
        ratio(self.right, self.wanted)
    }

    /// The harmonic mean of precision and recall.
    pub fn f1(self) -> f64 {
        ratio(2 * self.right, self.wanted + self.found)
    }

    fn add(&mut self, other: Counts) {
        self.wanted += other.wanted;
        self.found += other.found;
        self.right += other.right;
    }
}

fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

/// Scores of one text or many.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Score {
    counts: [Counts; CLASSES.len()],
    errors: BTreeMap<String, usize>,
}

impl Score {
    /// Scores the names `found` in `text` against those `wanted`. Neither may overlap among themselves; names of
    /// classes that are not scored are left out.
    pub fn new(text: &str, wanted: &[Name], found: &[Name]) -> Score {
        let mut score = Score::default();
        for (at, class) in CLASSES.into_iter().enumerate() {
            let of_class = |names: &[Name]| names.iter().filter(|name| name.class == class).count();
            score.counts[at] = Counts {
                wanted: of_class(wanted),
                found: of_class(found),
                right: wanted.iter().filter(|name| name.class == class && found.contains(name)).count(),
            };
        }
        for name in wanted.iter().filter(|name| is_scored(name)) {
            if let Some(error) = miss(text, *name, found) {
                *score.errors.entry(error).or_default() += 1;
            }
        }
        for name in found.iter().filter(|name| is_scored(name)) {
            if !wanted.iter().any(|wanted| wanted.span.overlaps(name.span)) {
                let error = format!("no name      {} {}", name.class.as_str(), words(text, name.span));
                *score.errors.entry(error).or_default() += 1;
            }
        }
        score
    }

    /// Adds another text's score.
    pub fn add(&mut self, other: Score) {
        for (mine, other) in self.counts.iter_mut().zip(other.counts) {
            mine.add(other);
        }
        for (error, count) in other.errors {
            *self.errors.entry(error).or_default() += count;
        }
    }

    /// The counts of `class`, which must be one of [`CLASSES`].
    pub fn class(&self, class: Class) -> Counts {
        self.total(&[class])
    }

    /// The counts of `classes` together.
    pub fn total(&self, classes: &[Class]) -> Counts {
        let mut total = Counts::default();
        for (class, counts) in CLASSES.iter().zip(self.counts) {
            if classes.contains(class) {
                total.add(counts);
            }
        }
        total
    }

    /// The errors and how often each was made, the commonest first.
    pub fn errors(&self) -> Vec<(&str, usize)> {
        let mut errors: Vec<_> = self.errors.iter().map(|(error, &count)| (error.as_str(), count)).collect();
        errors.sort_by_key(|&(_, count)| Reverse(count));
        errors
    }
}

fn is_scored(name: &Name) -> bool {
    CLASSES.contains(&name.class)
}

/// What went wrong with a name that was wanted, if anything did.
fn miss(text: &str, wanted: Name, found: &[Name]) -> Option<String> {
    let class = wanted.class.as_str();
    let words_wanted = words(text, wanted.span);
    let Some(near) = found.iter().find(|found| found.span.overlaps(wanted.span)) else {
        return Some(format!("missed       {class} {words_wanted}"));
    };
    if near.span != wanted.span {
        Some(format!("wrong bounds {class} {words_wanted}, found {}", words(text, near.span)))
    } else if near.class != wanted.class {
        Some(format!("wrong class  {class} {words_wanted}, found as {}", near.class.as_str()))
    } else {
        None
    }
}

/// The words of `span` on one line, in quotation marks.
fn words(text: &str, span: Span) -> String {
    let words: Vec<&str> = span.of(text).split_whitespace().collect();
    format!("\"{}\"", words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(names: &[(usize, usize, Class)]) -> Vec<Name> {
        names.iter().map(|&(start, end, class)| Name { span: Span::new(start, end), class }).collect()
    }

    #[test]
    fn only_the_very_span_and_class_is_right() {
        let text = "Anna à Rome avec Ford et la Croix rouge";
        let wanted = names(&[
            (0, 4, Class::Person),
            (8, 12, Class::Place),
            (18, 22, Class::Organisation),
            (29, 40, Class::Organisation),
        ]);
        let found = names(&[
            (0, 4, Class::Person),
            (18, 22, Class::Person),
            (26, 40, Class::Organisation),
            (13, 17, Class::Work),
        ]);
        let mut score = Score::new(text, &wanted, &found);
        let all = Counts { wanted: 4, found: 4, right: 1 };
        assert_eq!(score.total(&CLASSES), all);
        assert_eq!(score.class(Class::Person), Counts { wanted: 1, found: 2, right: 1 });
        assert_eq!((all.precision(), all.recall(), all.f1()), (0.25, 0.25, 0.25));
        assert_eq!(
            score.errors(),
            [
                ("missed       place \"Rome\"", 1),
                ("no name      work \"avec\"", 1),
                ("wrong bounds organisation \"Croix rouge\", found \"la Croix rouge\"", 1),
                ("wrong class  organisation \"Ford\", found as person", 1),
            ]
        );
        score.add(Score::new(text, &wanted[1..2], &[]));
        assert_eq!(score.errors()[0], ("missed       place \"Rome\"", 2));
        assert_eq!(score.class(Class::Place).wanted, 2);
    }

    #[test]
    fn nothing_wanted_or_found_is_no_division_by_zero() {
        let none = Score::new("", &[], &[]).total(&CLASSES);
        assert_eq!((none.precision(), none.recall(), none.f1()), (0.0, 0.0, 0.0));
    }
}
