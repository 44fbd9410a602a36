//! The gender of people, from the titles, roles and pronouns that refer to them.

use crate::entity::Gender;
use crate::lang::words::{Words, words};
use crate::text::{Passage, Span, Token, TokenKind, fold};

/// The most words that a title or role before a name may have.
const MAX_TITLE_WORDS: usize = 5;

/// The gender of the person named at `span`, from a title or role before or after the name: "Mme Roche", "la ministre
/// Anne Roche", "Paul Roche, directeur".
pub(super) fn name_gender(passage: &Passage, span: Span) -> Option<Gender> {
    let at = passage.token_at(span.start);
    let is_mark =
        |at: usize, marks: Words| passage.tokens.get(at).is_some_and(|&token| passage.is(token, marks));
    // "M. Roche"; "son mari, Paul Roche"
    let before = at - usize::from(at > 1 && is_mark(at - 1, words!(". ,")));
    for at in (before.saturating_sub(MAX_TITLE_WORDS)..before).rev() {
        if passage.tokens[at].kind != TokenKind::Word {
            break;
        }
        if let Some(gender) = phrase_gender(passage, at) {
            return Some(gender);
        }
    }
    let comma = passage.token_at(span.end);
    if is_mark(comma, words!(",")) { phrase_gender(passage, comma + 1) } else { None }
}

/// The gender of the noun phrase that begins at the token `at`, from its article or else its noun.
pub(super) fn phrase_gender(passage: &Passage, at: usize) -> Option<Gender> {
    let [first, next, ..] = passage.tokens.get(at..)? else { return None };
    let tables = passage.language.report();
    let article = match *first {
        first if passage.is(first, tables.masculine_articles) => Some(Gender::Masculine),
        first if passage.is(first, tables.feminine_articles) => Some(Gender::Feminine),
        _ => None,
    };
    let noun = || passage.is_role(*next) || next.span.of(passage.text).starts_with(char::is_uppercase);
    if article.is_some() && noun() {
        return article;
    }
    noun_gender(passage, *first).or_else(|| noun_gender(passage, *next))
}

/// The gender of a pronoun in the singular: "elle", "-elle".
pub(super) fn pronoun_gender(passage: &Passage, pronoun: Token) -> Gender {
    let is_feminine = passage.is(pronoun, passage.language.report().feminine_pronouns);
    if is_feminine { Gender::Feminine } else { Gender::Masculine }
}

/// The gender of a courtesy title, or of the noun of a role that has different forms for men and women.
fn noun_gender(passage: &Passage, noun: Token) -> Option<Gender> {
    let entity = passage.language.entity();
    let mut word = fold(noun.span.of(passage.text));
    let known = |word: &str| entity.roles.contains(word);
    let bare = word.strip_suffix('e');
    let shorter = bare.is_some_and(|bare| known(bare) || bare.strip_suffix('n').is_some_and(known));
    let role = known(&word);
    if entity.feminine.contains(&word) || role && (shorter || entity.feminine_roles.ends(&word)) {
        return Some(Gender::Feminine);
    }
    let masculine = entity.masculine.contains(&word) || role && entity.masculine_roles.ends(&word);
    word.push('e');
    (masculine || role && known(&word)).then_some(Gender::Masculine)
}
