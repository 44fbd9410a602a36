//! Whether the words around a date look back or ahead.

use super::resolve::Tense;
use super::tables::Class;
use super::word::Word;
use crate::text::Span;

/// The tense in which the clause around `figure` speaks, else its sentence.
///
/// A line that holds nothing but a date is a programme's, and looks ahead.
pub(super) fn of(words: &[Word], figure: Span) -> Tense {
    let start = words.partition_point(|word| word.span.start < figure.start);
    let end = words.partition_point(|word| word.span.start < figure.end);
    let from = words[..start].iter().rposition(|word| word.breaks).map_or(0, |index| index + 1);
    let to = words[end..].iter().position(|word| word.breaks).map_or(words.len(), |index| end + index);
    let outside = || words[..start].iter().chain(&words[end..]);
    let little = [Class::Stop, Class::Article, Class::Link];
    if !outside().any(|word| word.is_letters() && !little.iter().any(|&class| word.is(class))) {
        return Tense::Future;
    }
    let clause = || words[from..start].iter().chain(&words[end..to]);
    let ahead = |word: &Word| word.is(Class::Future);
    let future = (clause().any(ahead), outside().any(ahead));
    let past = (is_past(&words[from..to], figure), is_past(words, figure));
    match (future, past) {
        ((true, _), _) => Tense::Future,
        (_, (true, _)) => Tense::Past,
        ((_, true), (_, false)) => Tense::Future,
        (_, (_, true)) => Tense::Past,
        _ => Tense::Unknown,
    }
}

/// Whether a word outside `figure` tells of the past: by itself, or as a participle after its auxiliary.
fn is_past(words: &[Word], figure: Span) -> bool {
    words.iter().enumerate().filter(|(_, word)| !word.span.overlaps(figure)).any(|(at, word)| {
        let auxiliary = || {
            words[at.saturating_sub(2)..at]
                .iter()
                .any(|before| before.is(Class::Auxiliary) || before.is(Class::Be))
        };
        word.is(Class::Past) || word.participle && auxiliary()
    })
}
