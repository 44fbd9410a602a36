//! Decides whether the sentence around a date refers to the past or the future.

use super::Word;
use crate::figure::Class;
use crate::figure::calendar::Tense;
use crate::text::Span;

/// The tense markers of a sentence, indexed once so that the tense of each date takes constant time to look
/// up. Each list has one entry per word and one for the end of the sentence.
pub(crate) struct Tenses<'w> {
    words: &'w [Word],
    /// The index of the nearest word before this one that has a tense.
    before: Vec<Option<usize>>,
    /// The index of the nearest word from this one on that has a tense.
    after: Vec<Option<usize>>,
    /// The number of content words before this one.
    content_before: Vec<usize>,
    /// The indices at which the clause of this word begins and ends.
    clauses: Vec<(usize, usize)>,
    /// The index at which the part of the sentence between semicolons begins.
    semicolon_parts: Vec<usize>,
}

impl<'w> Tenses<'w> {
    /// Indexes the `words` of a sentence of `text`.
    pub fn new(text: &str, words: &'w [Word]) -> Self {
        let count = words.len();
        let (mut before, mut after) = (vec![None; count + 1], vec![None; count + 1]);
        let mut content_before = vec![0; count + 1];
        let mut clauses = vec![(0, count); count + 1];
        let mut semicolon_parts = vec![0; count + 1];
        let (mut start, mut outer, mut open) = (0, 0, 0);
        for (at, word) in words.iter().enumerate() {
            before[at + 1] = tense_at(words, at).map(|_| at).or(before[at]);
            content_before[at + 1] = content_before[at] + usize::from(is_content_word(word));
            clauses[at].0 = start;
            semicolon_parts[at + 1] =
                if word.separates_clauses && word.span.of(text) == ";" { at } else { semicolon_parts[at] };
            if word.separates_clauses {
                clauses[open..=at].iter_mut().for_each(|clause| clause.1 = at);
                open = at + 1;
                let bracket = word.span.of(text);
                if bracket == "(" {
                    outer = start;
                }
                // After a closing bracket the enclosing clause continues.
                start = if bracket == ")" { outer } else { open };
            }
        }
        clauses[count].0 = start;
        for at in (0..count).rev() {
            after[at] = before[at + 1].filter(|&marker| marker == at).or(after[at + 1]);
        }
        Tenses { words, before, after, content_before, clauses, semicolon_parts }
    }

    /// The tense of the verb that the date at `figure` belongs to: the last verb before it in its clause ("a
    /// battu Metz mercredi et recevra Brest"), otherwise the first one after it there, otherwise the last one
    /// of an earlier clause (", le 10 juin"), otherwise the first one of a later clause ("Le 17 avril, il
    /// parlera").
    ///
    /// None if the sentence contains nothing but the date, as a line of a programme does. `day` says that the
    /// date is a day: after words such as "pour" a day is in the future ("un préavis pour jeudi"). `weekday`
    /// says that it is a weekday only: after "devait" that is in the future too.
    pub fn tense_of(&self, figure: Span, day: bool, weekday: bool) -> Option<Tense> {
        let start = self.words.partition_point(|word| word.span.start < figure.start);
        let end = self.words.partition_point(|word| word.span.start < figure.end);
        if self.content_before[self.words.len()] == self.content_before[end] - self.content_before[start] {
            return None;
        }
        if day && self.follows_future_preposition(start) {
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
                    let adjacent = from + 1 == start;
                    !self.follows_until(start)
                        && (word.participle && (adjacent || follows(&[Class::Stop]))
                            || word.may_be_participle && !is_function_word(word) && adjacent)
                }
            };
        let clause = before.filter(|&at| at >= from).or(after.filter(|&at| at < to));
        if clause.is_none() && apposed {
            return Some(Tense::Past);
        }
        let part = before.filter(|&at| at >= self.semicolon_parts[start]);
        let marker = clause.or(part).or(after).or(before);
        if weekday && marker.is_some_and(|at| self.words[at].is(Class::Due)) {
            return Some(Tense::Future);
        }
        let tense = marker.and_then(|at| tense_at(self.words, at));
        // "Les millions débloqués mardi suffisent", but "Visites guidées mardi".
        let goes_on = end == start + 1 && self.words.get(end).is_some_and(Word::is_letters);
        let done = goes_on && start.checked_sub(1).is_some_and(|at| self.words[at].participle);
        let tense = tense.unwrap_or(if done { Tense::Past } else { Tense::Unknown });
        Some(match tense {
            _ if self.follows_until(start)
                && !marker.is_some_and(|at| (from..start).contains(&at) && is_over(self.words, at)) =>
            {
                Tense::Future
            }
            _ => tense,
        })
    }

    /// Whether the word before `start`, or before its article, announces a coming day: "pour", "d'ici".
    fn follows_future_preposition(&self, start: usize) -> bool {
        let mut before = self.words[..start].iter().rev();
        let word = before.next();
        let word = if word.is_some_and(|word| word.is(Class::Article)) { before.next() } else { word };
        word.is_some_and(|word| word.is(Class::FuturePreposition))
    }

    /// Whether the words right before `start` lead to an end or a starting point that is still to come:
    /// "prolongée jusqu'au". At the beginning of a sentence such words are part of a narrative and do not
    /// count.
    fn follows_until(&self, start: usize) -> bool {
        (start.saturating_sub(2).max(1)..=start).any(|at| self.words[at].is(Class::Until))
    }
}

/// The tense that the word at `at` expresses.
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
        && at
            .checked_sub(1)
            .is_some_and(|before| words[before].is(Class::ReportStart) || words[before].is_bound);
    // "il aura fallu quatre heures"
    let done = words[at].is(Class::Auxiliary)
        && words.get(at + 1).is_some_and(|next| next.may_be_participle && !next.is(Class::Stop));
    if words[at].is(Class::Future) && !compared && !done
        || words[at].is(Class::FuturePreposition) && linked
        || called
    {
        Some(Tense::Future)
    } else {
        is_past(words, at).then_some(Tense::Past)
    }
}

/// Whether the word at `at` says that something is over. "est ouverte" does not: that may last.
fn is_over(words: &[Word], at: usize) -> bool {
    let auxiliary = |word: &Word| word.is(Class::Auxiliary) || word.is(Class::Past);
    words[at].is(Class::Past) || words[at.saturating_sub(2)..at].iter().any(auxiliary)
}

/// Whether the word has a meaning of its own or a tense; function words do not.
fn is_content_word(word: &Word) -> bool {
    let is_any = |classes: &[Class]| classes.iter().any(|&class| word.is(class));
    let tells_when = is_any(&[Class::Past, Class::Future]);
    word.is_letters() && (tells_when || !is_function_word(word))
}

fn is_function_word(word: &Word) -> bool {
    [Class::Stop, Class::Article, Class::Link].iter().any(|&class| word.is(class))
}

/// Whether the word at `at` expresses the past, by itself or as a participle after its auxiliary.
fn is_past(words: &[Word], at: usize) -> bool {
    let auxiliary = || {
        let mut before = words[at.saturating_sub(2)..at].iter();
        before.any(|word| (word.is(Class::Auxiliary) || word.is(Class::Be)) && !word.is(Class::Future))
    };
    words[at].is(Class::Past) || words[at].may_be_participle && !words[at].is(Class::Stop) && auxiliary()
}
