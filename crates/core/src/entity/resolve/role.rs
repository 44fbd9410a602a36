//! The title or role that a text gives next to a person's name.

use crate::lang::Language;
use crate::lang::words::Words;
use crate::text::{Span, Token, TokenKind, fold};
use std::ops::Range;

/// The most tokens that a role set off by a comma may have.
const MAX_ROLE_TOKENS: usize = 14;
/// The most tokens that a role without a comma before the name may have.
const MAX_TOKENS_BEFORE_NAME: usize = 6;

/// Finds the roles of the people named in a sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct RoleFinder<'a> {
    pub text: &'a str,
    /// The tokens of the sentence.
    pub tokens: &'a [Token],
    pub language: Language,
    /// The sentence's names of other things than people.
    pub names: &'a [Span],
}

impl RoleFinder<'_> {
    /// The role before or after the person's name at the tokens `name`. It is searched for within the tokens `around`
    /// the name, which name no other person.
    pub fn find(&self, name: &Range<usize>, around: &Range<usize>) -> Option<Span> {
        // "son avocat, Me Roche"
        let is_title = |token: &&Token| {
            let tables = self.language.entity();
            let titles = [tables.masculine, tables.feminine, tables.titles];
            token.span.of(self.text) == "." || titles.into_iter().any(|titles| self.is_in(token, titles))
        };
        let before = &self.tokens[around.start..name.start];
        let start = name.start - before.iter().rev().take(2).take_while(is_title).count();
        self.apposition_after(name.end..around.end)
            .or_else(|| self.directly_before(around.start..start))
            .or_else(|| self.apposition_before(around.start..start, name.end))
    }

    /// A role between commas after the name: "Ned Price, porte-parole du département d'État". `within` are the tokens
    /// from the name to the next person's.
    fn apposition_after(&self, within: Range<usize>) -> Option<Span> {
        let tables = self.language.entity();
        let tokens = &self.tokens[within.clone()];
        // An address may be between the name and its comma.
        let skip = tokens.iter().take_while(|token| token.kind == TokenKind::Url).count();
        let [comma, rest @ ..] = &tokens[skip..] else { return None };
        if comma.span.of(self.text) != "," {
            return None;
        }
        // "Paul Roche, 61 ans, fondateur de l'association"
        let rest = match rest {
            [age, unit, comma, role @ ..]
                if age.kind == TokenKind::Number
                    && self.is_in(unit, tables.years)
                    && comma.span.of(self.text) == "," =>
            {
                role
            }
            _ => rest,
        };
        let skip = rest.iter().take(3).take_while(|token| self.is_in(token, tables.role_determiners)).count();
        let rest = &rest[skip..];
        let adjectives = rest.iter().take(2).take_while(|token| self.is_adjective(token)).count();
        if !self.is_role_noun(rest, adjectives) {
            return None;
        }
        let length = (0..rest.len().min(MAX_ROLE_TOKENS))
            .take_while(|&at| rest[at].kind != TokenKind::Url && !self.ends_role(&rest[..=at]))
            .count();
        // A role with another person's name in it is not taken: "fille de Paul Roche".
        let reaches = length == rest.len() && within.end < self.tokens.len();
        let closed = rest.get(length).is_none_or(|token| token.kind == TokenKind::Punctuation);
        let role = self.without_years(&rest[..length]);
        let whole = (closed || length < MAX_ROLE_TOKENS) && !reaches && !self.is_clause(role);
        whole.then(|| self.span(role))?
    }

    /// A role right before the name: "le président Kassym-Jomart Tokayev", "la ministre française des armées Florence
    /// Parly". `within` are the tokens from the previous person's name to this one.
    fn directly_before(&self, within: Range<usize>) -> Option<Span> {
        let tables = self.language.entity();
        let tokens = &self.tokens[..within.end];
        let first = within.start.max(within.end.saturating_sub(MAX_TOKENS_BEFORE_NAME));
        let mut noun = None;
        for (index, token) in tokens.iter().enumerate().skip(first).rev() {
            if token.kind != TokenKind::Word || self.ends_role(&tokens[..=index]) {
                break;
            }
            if self.is_role_noun(tokens, index) {
                noun = Some(index);
            }
            // The determiner begins the phrase, unless it belongs to a complement: "ministre de la défense".
            let determiner = index > 0 && self.is_in(token, tables.role_determiners);
            if determiner && noun == Some(index + 1) {
                break;
            }
        }
        let noun = self.with_adjectives(tokens, noun?);
        let determined = noun == 0
            || tokens[noun - 1].kind == TokenKind::Punctuation
            || self.is_in(&tokens[noun - 1], tables.role_determiners);
        let role = &tokens[noun..];
        // "la fille de Paul Roche" is not Paul Roche.
        let of = self.is_unfolded_in(role.last()?, self.language.report().prepositions);
        (determined && !of && !self.is_clause(role)).then(|| self.span(role))?
    }

    /// A role with a definite article or possessive, and a comma before the name: "le secrétaire américain au Trésor,
    /// Scott Bessent, …". `within` are the tokens from the previous person's name to this one, which ends at `end`.
    fn apposition_before(&self, within: Range<usize>, end: usize) -> Option<Span> {
        let tables = self.language.entity();
        let [rest @ .., comma] = &self.tokens[within] else { return None };
        if comma.span.of(self.text) != "," {
            return None;
        }
        let candidates = (0..rest.len()).rev().take(MAX_ROLE_TOKENS);
        let length = candidates.take_while(|&at| !self.ends_role(&rest[..=at])).count();
        let phrase = &rest[rest.len() - length..];
        // "Présidente du club, Anne Roche part."
        let opens = length == rest.len() && self.is_role_noun(phrase, 0);
        let noun = if opens {
            0
        } else {
            (1..phrase.len()).find(|&index| {
                let first = self.with_adjectives(phrase, index);
                first > 0
                    && self.is_role_noun(phrase, index)
                    && self.is_in(&phrase[first - 1], tables.definite_articles)
            })?
        };
        let noun = self.with_adjectives(phrase, noun);
        // "Devant la ministre, Anne Roche part" is about two people; but a role at the start of the sentence is the
        // role of its subject.
        let connectives = self.language.report().connectives;
        let closes = |token: &Token| token.kind != TokenKind::Word || self.is_unfolded_in(token, connectives);
        let apposed = (length == rest.len() && noun <= 1) || self.tokens.get(end).is_none_or(closes);
        let role = self.without_years(&phrase[noun..]);
        (apposed && !self.is_clause(role)).then(|| self.span(role))?
    }

    /// The span from the first to the last of these tokens; `None` if there are none.
    fn span(&self, role: &[Token]) -> Option<Span> {
        Some(role.first()?.span.join(role.last()?.span))
    }

    /// The role up to the first year and the words before it: "maire de Lens" for "maire de Lens de 2001 à 2008".
    fn without_years<'t>(&self, role: &'t [Token]) -> &'t [Token] {
        let tables = self.language.report();
        let ties = |token: &Token| {
            self.is_in(token, self.language.entity().role_times)
                || self.is_unfolded_in(token, tables.prepositions)
        };
        let year = |token: &Token| {
            let word = token.span.of(self.text);
            word.len() == 4 && word.starts_with(['1', '2']) && word.bytes().all(|byte| byte.is_ascii_digit())
        };
        let Some(at) = role.iter().position(year) else { return role };
        let tied = role[..at].iter().rev().take_while(|token| ties(token)).count();
        if tied == 0 { role } else { &role[..at - tied] }
    }

    /// Whether what seems a role is the beginning of a clause: "la chancelière tient son gouvernement". It is if a noun
    /// phrase in it does not follow a preposition or conjunction, because then it follows a verb.
    fn is_clause(&self, role: &[Token]) -> bool {
        let (entity, report) = (self.language.entity(), self.language.report());
        role.windows(2).enumerate().any(|(at, pair)| {
            let [before, token] = pair else { return false };
            let opens = token.span.of(self.text).starts_with(char::is_lowercase)
                && self.is_unfolded_in(token, report.determiners);
            let tied = self.is_unfolded_in(before, report.prepositions)
                || self.is_in(before, entity.connectors)
                || self.is_in(before, entity.role_ties)
                || self.is_unfolded_in(before, report.determiners)
                // "représentant les éleveurs"
                || at == 0 && self.fold(before).ends_with("ant");
            opens && !tied
        })
    }

    fn fold(&self, token: &Token) -> String {
        fold(token.span.of(self.text))
    }

    /// Whether the token, folded, is one of `folded`.
    fn is_in(&self, token: &Token, folded: Words) -> bool {
        folded.contains(&self.fold(token))
    }

    /// Whether the token, in lower case but with its accents, is one of `words`.
    fn is_unfolded_in(&self, token: &Token, words: Words) -> bool {
        words.contains(&token.span.of(self.text).to_lowercase().replace('\u{2019}', "'"))
    }

    /// Whether the token at `index` is the noun of a role. A rank such as "premier" is one only before another noun:
    /// "premier ministre".
    fn is_role_noun(&self, tokens: &[Token], index: usize) -> bool {
        let rank = |token: &Token| self.is_in(token, self.language.entity().role_ranks);
        tokens.get(index).is_some_and(|token| self.is_role(token) && !rank(token))
            || tokens.get(index).is_some_and(rank)
                && tokens.get(index + 1).is_some_and(|next| self.is_role(next))
    }

    fn is_adjective(&self, token: &Token) -> bool {
        self.is_in(token, self.language.entity().role_adjectives)
    }

    /// The index of the first of up to two adjectives before the noun at index `noun`, or `noun` if there are none.
    fn with_adjectives(&self, tokens: &[Token], noun: usize) -> usize {
        noun - tokens[..noun].iter().rev().take(2).take_while(|token| self.is_adjective(token)).count()
    }

    fn is_role(&self, token: &Token) -> bool {
        token.kind == TokenKind::Word && self.language.entity().is_role(token.span.of(self.text))
    }

    /// Whether a role ends before the last of `tokens`: at punctuation, a word that begins a new phrase, or a verb.
    fn ends_role(&self, tokens: &[Token]) -> bool {
        let Some((token, before)) = tokens.split_last() else { return true };
        let (entity, report) = (self.language.entity(), self.language.report());
        let word = token.span.of(self.text);
        // A name in the role is kept whole: "chef du Parti pour l'eau".
        if self.names.iter().any(|name| name.start < token.span.start && name.contains(token.span)) {
            return false;
        }
        let verb = || {
            let governed = before.last().is_some_and(|last| {
                self.is_unfolded_in(last, report.prepositions)
                    || self.is_unfolded_in(last, report.determiners)
            });
            word.starts_with(char::is_lowercase)
                && !governed
                && !self.is_role(token)
                && (report.is_reporting(&word.to_lowercase())
                    || entity
                        .verb_endings
                        .iter()
                        .any(|ending| word.len() > ending.len() + 2 && word.as_bytes().ends_with(ending)))
        };
        token.kind == TokenKind::Punctuation
            || self.is_unfolded_in(token, entity.role_ends)
            || word.starts_with('-')
            || verb()
    }
}
