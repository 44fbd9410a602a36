//! What the words beside a name say of the gender of its bearer.

use crate::entity::Gender;
use crate::lang::words::{Words, words};
use crate::text::{Passage, Span, Token, TokenKind, fold};

/// The title or role before a name has at most this many words.
const LONGEST: usize = 5;

/// What a title or role beside the name at `span` says: "Mme Roche", "la ministre Anne Roche", "Paul Roche, directeur".
pub(super) fn gender(passage: &Passage, span: Span) -> Option<Gender> {
    let at = passage.token_at(span.start);
    let is_mark =
        |at: usize, marks: Words| passage.tokens.get(at).is_some_and(|&token| passage.is(token, marks));
    // "M. Roche"; "son mari, Paul Roche"
    let before = at - usize::from(at > 1 && is_mark(at - 1, words!(". ,")));
    for at in (before.saturating_sub(LONGEST)..before).rev() {
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

/// What a phrase that begins at the token `at` says: its article, or else the form of its noun.
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
    form(passage, *first).or_else(|| form(passage, *next))
}

/// What a pronoun says: "elle", "-elle".
pub(super) fn pronoun_gender(passage: &Passage, pronoun: Token) -> Gender {
    let is_feminine = passage.is(pronoun, passage.language.report().feminine_pronouns);
    if is_feminine { Gender::Feminine } else { Gender::Masculine }
}

/// What the form of a title says, or of a noun that has another form for the other gender.
fn form(passage: &Passage, noun: Token) -> Option<Gender> {
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
