//! The title or role that a text sets beside a name.

use crate::entity::Class;
use crate::lang::EntityTables;
use crate::text::{Span, Token, TokenKind, fold};
use std::ops::Range;

/// A role has at most this many tokens.
const LONGEST: usize = 14;
/// At most this many tokens of a role stand between its noun and the name after it.
const FARTHEST: usize = 6;

/// The role set before or after the person named by the tokens `name`.
pub(super) fn find(
    text: &str,
    tokens: &[Token],
    name: Range<usize>,
    class: Class,
    tables: &EntityTables,
) -> Option<Span> {
    if class != Class::Person {
        return None;
    }
    let (left, right) = (&tokens[..name.start], &tokens[name.end..]);
    after(text, right, tables).or_else(|| before(text, left, tables)).or_else(|| ahead(text, left, tables))
}

/// "Ned Price, porte-parole du département d'État": from the noun to the next mark of punctuation.
fn after(text: &str, tokens: &[Token], tables: &EntityTables) -> Option<Span> {
    // An address may stand between the name and its comma.
    let skip = tokens.iter().take_while(|token| token.kind == TokenKind::Url).count();
    let [comma, rest @ ..] = &tokens[skip..] else { return None };
    if comma.span.of(text) != "," {
        return None;
    }
    let skip = rest.iter().take(3).take_while(|token| is_in(text, token, tables.role_determiners)).count();
    let rest = &rest[skip..];
    let ancient = rest.first().is_some_and(|token| fold(token.span.of(text)).starts_with("ancien"));
    let noun = rest.get(usize::from(ancient))?;
    if !is_role(text, noun, tables) {
        return None;
    }
    let length = rest
        .iter()
        .take(LONGEST)
        .take_while(|token| token.kind != TokenKind::Url && !ends(text, token, tables))
        .count();
    let closed = rest.get(length).is_none_or(|token| token.kind == TokenKind::Punctuation);
    let last = &rest[..length].last()?;
    (closed || length < LONGEST).then(|| Span::new(rest[0].span.start, last.span.end))
}

/// "le président Kassym-Jomart Tokayev", "la ministre française des armées Florence Parly".
fn before(text: &str, tokens: &[Token], tables: &EntityTables) -> Option<Span> {
    let reach = tokens.len().saturating_sub(FARTHEST);
    let mut noun = None;
    for (index, token) in tokens.iter().enumerate().skip(reach).rev() {
        if token.kind != TokenKind::Word || ends(text, token, tables) {
            break;
        }
        if is_role(text, token, tables) {
            noun = Some(index);
        }
        // The determiner closes the group, unless it belongs to a complement: "ministre de la défense".
        let determiner = index > 0 && is_in(text, token, tables.role_determiners);
        if determiner && noun == Some(index + 1) {
            break;
        }
    }
    let noun = noun?;
    let last = tokens.last()?;
    let determined = noun == 0
        || tokens[noun - 1].kind == TokenKind::Punctuation
        || is_in(text, &tokens[noun - 1], tables.role_determiners)
        || fold(tokens[noun - 1].span.of(text)).starts_with("ancien");
    determined.then(|| Span::new(tokens[noun].span.start, last.span.end))
}

/// "le secrétaire américain au Trésor, Scott Bessent": between a definite article and the comma before the name.
fn ahead(text: &str, tokens: &[Token], tables: &EntityTables) -> Option<Span> {
    let [rest @ .., comma] = tokens else { return None };
    if comma.span.of(text) != "," {
        return None;
    }
    let reach = rest.iter().rev().take(LONGEST).take_while(|token| !ends(text, token, tables)).count();
    let phrase = &rest[rest.len() - reach..];
    let noun = (1..phrase.len()).find(|&index| {
        is_role(text, &phrase[index], tables) && is_in(text, &phrase[index - 1], tables.definite_articles)
    })?;
    Some(Span::new(phrase[noun].span.start, phrase.last()?.span.end))
}

fn is_in(text: &str, token: &Token, words: &[&str]) -> bool {
    words.contains(&fold(token.span.of(text)).as_str())
}

fn is_role(text: &str, token: &Token, tables: &EntityTables) -> bool {
    let word = token.span.of(text);
    if token.kind != TokenKind::Word {
        return false;
    }
    let folded = fold(word);
    let bare = folded.trim_start_matches("ex-").trim_start_matches("vice-").trim_start_matches("co-");
    tables.roles.binary_search(&bare).is_ok()
        || (word.starts_with(char::is_lowercase)
            && tables
                .role_endings
                .iter()
                .any(|ending| bare.len() > ending.len() + 2 && bare.ends_with(ending)))
}

/// Whether no role goes on at `token`.
fn ends(text: &str, token: &Token, tables: &EntityTables) -> bool {
    let word = token.span.of(text);
    token.kind == TokenKind::Punctuation || is_in(text, token, tables.role_ends) || word.starts_with('-')
}
