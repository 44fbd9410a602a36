//! What a cardinal counts: the noun phrase after it.

use super::Word;
use crate::figure::grammar::Kind;
use crate::figure::{Class, Figure, Measure};
use crate::text::Span;

/// The noun phrase has at most this many words after its head noun.
const MAX_WORDS_AFTER_NOUN: usize = 10;

/// Sets [`Figure::counted`] of the cardinals of a sentence. `words` are the words of the sentence.
pub(crate) fn find_counted(words: &[Word], figures: &mut [Figure]) {
    for index in 0..figures.len() {
        if figures[index].measure != Measure::Cardinal {
            continue;
        }
        let next = figures.get(index + 1).map(|figure| figure.span.start);
        let figure = &figures[index];
        let several = figure.value.or(figure.low).is_none_or(|value| value >= 2.0);
        let counted = phrase_after(words, figure.span, several);
        // A phrase that would run into the next figure is dropped.
        figures[index].counted = counted.filter(|phrase| next.is_none_or(|next| phrase.end <= next));
    }
}

/// The noun phrase after `figure`. If it counts `several`, its head must be a plural: in "dont huit
/// poursuivent" there is none.
fn phrase_after(words: &[Word], figure: Span, several: bool) -> Option<Span> {
    let mut at = words.partition_point(|word| word.span.start < figure.end);
    let before = words.partition_point(|word| word.span.start < figure.start);
    // "des dizaines d'émeutiers", "19 millions d'habitants"
    let noun = at.checked_sub(1).is_some_and(|last| words[last].number_noun);
    // "les 200 millions débloqués": a participle, not something counted.
    if noun {
        words.get(at).filter(|word| word.is(Class::Link))?;
        at += 1;
    }
    let start = words.get(at)?.span.start;
    while words.get(at).is_some_and(|word| word.is(Class::BeforeNoun) || word.adverb) {
        at += 1;
    }
    let head = words.get(at).filter(|word| is_noun(word))?;
    (!several || head.plural || head.participle || head.kind == Kind::Capital).then_some(())?;
    // "dont deux retrouvés morts" says something about two of those counted before.
    if head.participle && before.checked_sub(1).is_some_and(|before| words[before].is(Class::Among)) {
        return None;
    }
    let mut end = head.span.end;
    at += 1;
    let limit = at + MAX_WORDS_AFTER_NOUN;
    while let Some(word) = words.get(at).filter(|_| at < limit) {
        if word.is(Class::Link) {
            let article = words.get(at + 1).is_some_and(|word| word.is(Class::Article));
            at += 1 + usize::from(article);
            while words.get(at).is_some_and(|word| word.is(Class::BeforeNoun)) {
                at += 1;
            }
            let Some(noun) = words.get(at).filter(|word| is_noun(word)) else { break };
            end = noun.span.end;
        } else {
            let adjective = word.kind == Kind::Word && word.plural && !word.is(Class::Article);
            let name = word.kind == Kind::Capital && words[at - 1].kind == Kind::Capital;
            let compound = word.tied && is_noun(word);
            if !(adjective || name || compound) {
                break;
            }
            end = word.span.end;
        }
        at += 1;
    }
    Some(Span::new(start, end))
}

fn is_noun(word: &Word) -> bool {
    word.is_letters()
        && ![Class::Stop, Class::Link, Class::Article, Class::Clause].into_iter().any(|class| word.is(class))
}
