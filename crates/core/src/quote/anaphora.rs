//! Noun phrases that refer to somebody named earlier, such as "le chercheur" (anaphora).

use crate::entity::Class;
use crate::lang::words::Words;
use crate::text::{Passage, TokenKind, fold};

/// What a noun phrase refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Referent {
    /// The person that the text is about at this point.
    Topic,
    /// The person named last.
    LastNamed,
    /// The organisation that the previous sentence is about.
    Organisation,
}

/// What the noun phrase at the token `at`, a verb's subject, refers to: "le chercheur", "cette dernière", "le
/// quotidien suisse". `None` if it is not such a phrase, if it continues with a complement, or if a name follows it
/// in apposition.
pub(super) fn referent(passage: &Passage, at: usize) -> Option<Referent> {
    let (report, entity) = (passage.language.report(), passage.language.entity());
    let word = |at: usize| passage.tokens.get(at).filter(|token| token.kind == TokenKind::Word);
    let is = |at: usize, words: Words| word(at).is_some_and(|&token| passage.is(token, words));
    is(at, report.definite).then_some(())?;
    let is_noun = |at: &usize| {
        word(*at).is_some_and(|&token| {
            entity.is_role(token.span.of(passage.text)) || passage.is(token, report.latter)
        })
    };
    let is_organisation = |at: &usize| {
        word(*at).is_some_and(|&token| {
            let noun = fold(token.span.of(passage.text));
            entity.is_company(&noun) || entity.bodies.contains(&noun)
        })
    };
    let named =
        |class: Class| passage.mention_at(word(at + 1)?.span.start).filter(|mention| mention.class == class);
    let person = if is(at, report.demonstratives) { Referent::LastNamed } else { Referent::Topic };
    let (noun, referent) = match (at + 1..at + 3).find(is_noun) {
        Some(noun) => (noun, person),
        // "l'Auvergnat"
        None if named(Class::Other).is_some() => (at + 1, Referent::Topic),
        None => ((at + 1..at + 3).find(is_organisation)?, Referent::Organisation),
    };
    let end = |at: usize| {
        word(at).is_none()
            || is(at, report.prepositions) && !is(at, report.complements) && !is(at, report.partitives)
    };
    let last = (noun..noun + 2).find(|&at| end(at + 1))?;
    let lower = (at + 2..=last)
        .all(|at| word(at).is_some_and(|token| token.span.of(passage.text).starts_with(char::is_lowercase)));
    // "le chercheur, Paul Martin, …"
    let apposed =
        passage.tokens.get(last + 2).is_some_and(|next| passage.mention_at(next.span.start).is_some());
    (lower && !(apposed && word(last + 1).is_none())).then_some(referent)
}
