//! Phrases that stand for somebody named before.

use crate::entity::Class;
use crate::lang::words::Words;
use crate::text::{Passage, TokenKind, fold};

/// What stands for somebody named before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stand {
    /// The person spoken of.
    Person,
    /// The person named last.
    Near,
    /// The body spoken of.
    Body,
}

/// Whom the phrase at the token `at`, a verb's subject, stands for, if it names nobody: "le chercheur", "cette
/// dernière", "le quotidien suisse", each where a phrase ends.
pub(super) fn stand_in(passage: &Passage, at: usize) -> Option<Stand> {
    let (report, entity) = (passage.language.report(), passage.language.entity());
    let word = |at: usize| passage.tokens.get(at).filter(|token| token.kind == TokenKind::Word);
    let is = |at: usize, words: Words| word(at).is_some_and(|&token| passage.is(token, words));
    is(at, report.definite).then_some(())?;
    let is_noun = |at: &usize| {
        word(*at).is_some_and(|&token| {
            entity.is_role(token.span.of(passage.text)) || passage.is(token, report.latter)
        })
    };
    let is_body = |at: &usize| {
        word(*at).is_some_and(|&token| {
            let noun = fold(token.span.of(passage.text));
            entity.is_company(&noun) || entity.bodies.contains(&noun)
        })
    };
    let named =
        |class: Class| passage.mention_at(word(at + 1)?.span.start).filter(|mention| mention.class == class);
    let person = if is(at, report.demonstratives) { Stand::Near } else { Stand::Person };
    let (noun, stand) = match (at + 1..at + 3).find(is_noun) {
        Some(noun) => (noun, person),
        // "l'Auvergnat"
        None if named(Class::Other).is_some() => (at + 1, Stand::Person),
        None => ((at + 1..at + 3).find(is_body)?, Stand::Body),
    };
    let end = |at: usize| {
        word(at).is_none()
            || is(at, report.prepositions) && !is(at, report.complements) && !is(at, report.partitives)
    };
    let last = (noun..noun + 2).find(|&at| end(at + 1))?;
    let lower = (at + 2..=last)
        .all(|at| word(at).is_some_and(|token| token.span.of(passage.text).starts_with(char::is_lowercase)));
    // "le chercheur, Paul Martin, …" names him.
    let apposed =
        passage.tokens.get(last + 2).is_some_and(|next| passage.mention_at(next.span.start).is_some());
    (lower && !(apposed && word(last + 1).is_none())).then_some(stand)
}
