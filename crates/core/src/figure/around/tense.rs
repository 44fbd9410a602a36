//! Whether the words around a date look back or ahead.

use super::Word;
use crate::figure::Class;
use crate::figure::calendar::Tense;
use crate::text::Span;

/// What the words of a sentence tell of time, so that each of its dates asks at a constant cost.
pub(crate) struct Tenses<'w> {
    words: &'w [Word],
    /// For each word, and for the end: the nearest word before it that tells a tense.
    before: Vec<Option<usize>>,
    /// For each word, and for the end: the nearest from it on that does.
    after: Vec<Option<usize>>,
    /// For each word, and for the end: how many before it say anything at all.
    telling: Vec<usize>,
    /// For each word, and for the end: where its clause begins, and ends.
    clauses: Vec<(usize, usize)>,
    /// For each word, and for the end: where what semicolons part begins.
    parts: Vec<usize>,
}

impl<'w> Tenses<'w> {
    /// Reads the words of a sentence.
    pub fn new(text: &str, words: &'w [Word]) -> Self {
        let count = words.len();
        let (mut before, mut after) = (vec![None; count + 1], vec![None; count + 1]);
        let mut telling = vec![0; count + 1];
        let mut clauses = vec![(0, count); count + 1];
        let mut parts = vec![0; count + 1];
        let (mut start, mut outer, mut open) = (0, 0, 0);
        for (at, word) in words.iter().enumerate() {
            before[at + 1] = tense_at(words, at).map(|_| at).or(before[at]);
            telling[at + 1] = telling[at] + usize::from(is_telling(word));
            clauses[at].0 = start;
            parts[at + 1] = if word.breaks && word.span.of(text) == ";" { at } else { parts[at] };
            if word.breaks {
                clauses[open..=at].iter_mut().for_each(|clause| clause.1 = at);
                open = at + 1;
                let bracket = word.span.of(text);
                if bracket == "(" {
                    outer = start;
                }
                // After brackets, the clause around them goes on.
                start = if bracket == ")" { outer } else { open };
            }
        }
        clauses[count].0 = start;
        for at in (0..count).rev() {
            after[at] = before[at + 1].filter(|&told| told == at).or(after[at + 1]);
        }
        Tenses { words, before, after, telling, clauses, parts }
    }

    /// The tense of the verb that a date goes with: the last one before it in its clause ("a battu Metz mercredi et
    /// recevra Brest"), else the first after it there, else the last of an earlier clause (", le 10 juin"), else the
    /// first of a later one ("Le 17 avril, il parlera").
    ///
    /// None of a line that holds nothing but a date, which is a programme's. What something is made for on a day lies
    /// ahead, if `day` says that the date is one: "un préavis pour jeudi"; what is due on one does if it is told by its
    /// `weekday` alone.
    pub fn around(&self, figure: Span, day: bool, weekday: bool) -> Option<Tense> {
        let start = self.words.partition_point(|word| word.span.start < figure.start);
        let end = self.words.partition_point(|word| word.span.start < figure.end);
        if self.telling[self.words.len()] == self.telling[end] - self.telling[start] {
            return None;
        }
        if day && self.is_for(start) {
            return Some(Tense::Future);
        }
        let (from, to) = (self.clauses[start].0, self.clauses[end].1);
        let (before, after) = (self.before[start], self.after[end]);
        // "…, publié jeudi, …"
        let follows = |classes: &[Class]| classes.iter().any(|&class| self.words[from + 1].is(class));
        let apposed = from < start
            && match from {
                // "Partie du port le 12 février, la campagne durera…", but "Visites mardi"
                0 if !self.words[0].participle => {
                    self.words[0].may_be_participle
                        && follows(&[Class::Link])
                        && self.clauses[end].1 < self.words.len()
                }
                _ => {
                    let word = &self.words[from];
                    let beside = from + 1 == start;
                    !self.is_until(start)
                        && (word.participle && (beside || follows(&[Class::Stop]))
                            || word.may_be_participle && !is_function_word(word) && beside)
                }
            };
        let clause = before.filter(|&at| at >= from).or(after.filter(|&at| at < to));
        if clause.is_none() && apposed {
            return Some(Tense::Past);
        }
        let part = before.filter(|&at| at >= self.parts[start]);
        let told_by = clause.or(part).or(after).or(before);
        if weekday && told_by.is_some_and(|at| self.words[at].is(Class::Due)) {
            return Some(Tense::Future);
        }
        let told = told_by.and_then(|at| tense_at(self.words, at));
        // "Les millions débloqués mardi suffisent", but "Visites guidées mardi".
        let goes_on = end == start + 1 && self.words.get(end).is_some_and(Word::is_letters);
        let done = goes_on && start.checked_sub(1).is_some_and(|at| self.words[at].participle);
        let told = told.unwrap_or(if done { Tense::Past } else { Tense::Unknown });
        Some(match told {
            _ if self.is_until(start)
                && !told_by.is_some_and(|at| (from..start).contains(&at) && is_over(self.words, at)) =>
            {
                Tense::Future
            }
            _ => told,
        })
    }

    /// Whether the word before the one at `start`, or before its article, tells that it lies ahead.
    fn is_for(&self, start: usize) -> bool {
        let mut before = self.words[..start].iter().rev();
        let word = before.next();
        let word = if word.is_some_and(|word| word.is(Class::Article)) { before.next() } else { word };
        word.is_some_and(|word| word.is(Class::Ahead))
    }

    /// Whether the words right before the one at `start` lead to where something ends: "prolongée jusqu'au". A sentence
    /// that begins so tells a story.
    fn is_until(&self, start: usize) -> bool {
        (start.saturating_sub(2).max(1)..=start).any(|at| self.words[at].is(Class::Until))
    }
}

/// The tense that the word at `at` tells.
fn tense_at(words: &[Word], at: usize) -> Option<Tense> {
    let linked = at.checked_sub(1).is_some_and(|before| words[before].is(Class::Link));
    // "ont appelé à une grève jeudi", "donne rendez-vous samedi"; but not "au rendez-vous"
    let called = at.checked_sub(1).is_some_and(|before| words[before].is(Class::Call))
        && (words[at].is(Class::Goal)
            || words[at].tied
                && !at.checked_sub(2).is_some_and(|before| {
                    [Class::Article, Class::Goal, Class::Stop, Class::Link]
                        .iter()
                        .any(|&class| words[before].is(class))
                }));
    // "plus que prévu" compares.
    let compared = words[at].may_be_participle
        && at.checked_sub(1).is_some_and(|before| words[before].is(Class::Says) || words[before].bounds);
    // "il aura fallu quatre heures"
    let done = words[at].is(Class::Auxiliary)
        && words.get(at + 1).is_some_and(|next| next.may_be_participle && !next.is(Class::Stop));
    if words[at].is(Class::Future) && !compared && !done || words[at].is(Class::Ahead) && linked || called {
        Some(Tense::Future)
    } else {
        is_past(words, at).then_some(Tense::Past)
    }
}

/// Whether the word at `at` tells that all is over: not as "est ouverte" does, which may last.
fn is_over(words: &[Word], at: usize) -> bool {
    let auxiliary = |word: &Word| word.is(Class::Auxiliary) || word.is(Class::Past);
    words[at].is(Class::Past) || words[at.saturating_sub(2)..at].iter().any(auxiliary)
}

/// Whether the word says anything by itself, be it when.
fn is_telling(word: &Word) -> bool {
    let is_any = |classes: &[Class]| classes.iter().any(|&class| word.is(class));
    let tells_when = is_any(&[Class::Past, Class::Future]);
    word.is_letters() && (tells_when || !is_function_word(word))
}

fn is_function_word(word: &Word) -> bool {
    [Class::Stop, Class::Article, Class::Link].iter().any(|&class| word.is(class))
}

/// Whether the word at `at` tells of the past: by itself, or as a participle after its auxiliary.
fn is_past(words: &[Word], at: usize) -> bool {
    let auxiliary = || {
        let mut before = words[at.saturating_sub(2)..at].iter();
        before.any(|word| (word.is(Class::Auxiliary) || word.is(Class::Be)) && !word.is(Class::Future))
    };
    words[at].is(Class::Past) || words[at].may_be_participle && !words[at].is(Class::Stop) && auxiliary()
}
