//! The title or role that a text sets beside a name.

use crate::lang::Language;
use crate::lang::words::Words;
use crate::text::{Span, Token, TokenKind, fold};
use std::ops::Range;

/// A role has at most this many tokens.
const LONGEST: usize = 14;
/// At most this many tokens of a role stand between its noun and the name after it.
const FARTHEST: usize = 6;

/// Where to look for the role of a person, and with which words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Context<'a> {
    pub text: &'a str,
    /// The tokens of the sentence.
    pub tokens: &'a [Token],
    pub language: Language,
    /// The names of the sentence that are no person's.
    pub names: &'a [Span],
}

impl Context<'_> {
    /// The role set before or after the person named by the tokens `name`. No other person is named in the tokens
    /// `free` around it, which the role does not leave.
    pub fn find(&self, name: &Range<usize>, free: &Range<usize>) -> Option<Span> {
        // "son avocat, Me Roche"
        let is_title = |token: &&Token| {
            let tables = self.language.entity();
            let titles = [tables.masculine, tables.feminine, tables.titles];
            token.span.of(self.text) == "." || titles.into_iter().any(|titles| self.is_in(token, titles))
        };
        let before = &self.tokens[free.start..name.start];
        let start = name.start - before.iter().rev().take(2).take_while(is_title).count();
        self.after(name.end..free.end)
            .or_else(|| self.before(free.start..start))
            .or_else(|| self.ahead(free.start..start, name.end))
    }

    /// "Ned Price, porte-parole du département d'État": from the noun to the next mark of punctuation.
    fn after(&self, within: Range<usize>) -> Option<Span> {
        let tables = self.language.entity();
        let tokens = &self.tokens[within.clone()];
        // An address may stand between the name and its comma.
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
        if !self.is_noun(rest, adjectives) {
            return None;
        }
        let length = (0..rest.len().min(LONGEST))
            .take_while(|&at| rest[at].kind != TokenKind::Url && !self.ends(&rest[..=at]))
            .count();
        // "fille de Paul Roche" tells who somebody else is.
        let reaches = length == rest.len() && within.end < self.tokens.len();
        let closed = rest.get(length).is_none_or(|token| token.kind == TokenKind::Punctuation);
        let role = self.timeless(&rest[..length]);
        let whole = (closed || length < LONGEST) && !reaches && !self.is_clause(role);
        whole.then(|| self.span(role))?
    }

    /// "le président Kassym-Jomart Tokayev", "la ministre française des armées Florence Parly".
    fn before(&self, within: Range<usize>) -> Option<Span> {
        let tables = self.language.entity();
        let tokens = &self.tokens[..within.end];
        let reach = within.start.max(within.end.saturating_sub(FARTHEST));
        let mut noun = None;
        for (index, token) in tokens.iter().enumerate().skip(reach).rev() {
            if token.kind != TokenKind::Word || self.ends(&tokens[..=index]) {
                break;
            }
            if self.is_noun(tokens, index) {
                noun = Some(index);
            }
            // The determiner closes the group, unless it belongs to a complement: "ministre de la défense".
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
        // "la fille de Paul Roche" is somebody else.
        let of = self.is(role.last()?, self.language.report().prepositions);
        (determined && !of && !self.is_clause(role)).then(|| self.span(role))?
    }

    /// "le secrétaire américain au Trésor, Scott Bessent, …": between a definite article or a possessive and the comma
    /// before the name.
    fn ahead(&self, within: Range<usize>, end: usize) -> Option<Span> {
        let tables = self.language.entity();
        let [rest @ .., comma] = &self.tokens[within] else { return None };
        if comma.span.of(self.text) != "," {
            return None;
        }
        let reach = (0..rest.len()).rev().take(LONGEST).take_while(|&at| !self.ends(&rest[..=at])).count();
        let phrase = &rest[rest.len() - reach..];
        // "Présidente du club, Anne Roche part."
        let opens = reach == rest.len() && self.is_noun(phrase, 0);
        let noun = if opens {
            0
        } else {
            (1..phrase.len()).find(|&index| {
                let first = self.with_adjectives(phrase, index);
                first > 0
                    && self.is_noun(phrase, index)
                    && self.is_in(&phrase[first - 1], tables.definite_articles)
            })?
        };
        let noun = self.with_adjectives(phrase, noun);
        // "Devant la ministre, Anne Roche part" tells of two; a role that the sentence begins with stands beside its subject.
        let connectives = self.language.report().connectives;
        let closes = |token: &Token| token.kind != TokenKind::Word || self.is(token, connectives);
        let apposed = (reach == rest.len() && noun <= 1) || self.tokens.get(end).is_none_or(closes);
        let role = self.timeless(&phrase[noun..]);
        (apposed && !self.is_clause(role)).then(|| self.span(role))?
    }

    fn span(&self, role: &[Token]) -> Option<Span> {
        Some(role.first()?.span.join(role.last()?.span))
    }

    /// The role without the year that ends it: "maire de Lens" of "maire de Lens de 2001 à 2008".
    fn timeless<'t>(&self, role: &'t [Token]) -> &'t [Token] {
        let tables = self.language.report();
        let ties = |token: &Token| {
            self.is_in(token, self.language.entity().role_times) || self.is(token, tables.prepositions)
        };
        let year = |token: &Token| {
            let word = token.span.of(self.text);
            word.len() == 4 && word.starts_with(['1', '2']) && word.bytes().all(|byte| byte.is_ascii_digit())
        };
        let Some(at) = role.iter().position(year) else { return role };
        let tied = role[..at].iter().rev().take_while(|token| ties(token)).count();
        if tied == 0 { role } else { &role[..at - tied] }
    }

    /// Whether a role is none but the beginning of a clause: nothing ties a noun phrase in it to what stands before,
    /// which then is a verb ("la chancelière tient son gouvernement").
    fn is_clause(&self, role: &[Token]) -> bool {
        let (entity, report) = (self.language.entity(), self.language.report());
        role.windows(2).enumerate().any(|(at, pair)| {
            let [before, token] = pair else { return false };
            let opens = token.span.of(self.text).starts_with(char::is_lowercase)
                && self.is(token, report.determiners);
            let tied = self.is(before, report.prepositions)
                || self.is_in(before, entity.connectors)
                || self.is_in(before, entity.role_ties)
                || self.is(before, report.determiners)
                // "représentant les éleveurs"
                || at == 0 && self.fold(before).ends_with("ant");
            opens && !tied
        })
    }

    fn fold(&self, token: &Token) -> String {
        fold(token.span.of(self.text))
    }

    fn is_in(&self, token: &Token, folded: Words) -> bool {
        folded.contains(&self.fold(token))
    }

    /// Whether a word, in lower case, is one of these.
    fn is(&self, token: &Token, words: Words) -> bool {
        words.contains(&token.span.of(self.text).to_lowercase().replace('\u{2019}', "'"))
    }

    /// Whether the token at `index` is the noun of a role: "premier" is one before another alone.
    fn is_noun(&self, tokens: &[Token], index: usize) -> bool {
        let rank = |token: &Token| self.is_in(token, self.language.entity().role_ranks);
        tokens.get(index).is_some_and(|token| self.is_role(token) && !rank(token))
            || tokens.get(index).is_some_and(rank)
                && tokens.get(index + 1).is_some_and(|next| self.is_role(next))
    }

    fn is_adjective(&self, token: &Token) -> bool {
        self.is_in(token, self.language.entity().role_adjectives)
    }

    /// Where the noun at `noun` begins with the adjectives before it: "l'ancien juge".
    fn with_adjectives(&self, tokens: &[Token], noun: usize) -> usize {
        noun - tokens[..noun].iter().rev().take(2).take_while(|token| self.is_adjective(token)).count()
    }

    fn is_role(&self, token: &Token) -> bool {
        token.kind == TokenKind::Word && self.language.entity().is_role(token.span.of(self.text))
    }

    /// Whether no role goes on at the last of `tokens`: a mark, a word that begins something else, or a verb.
    fn ends(&self, tokens: &[Token]) -> bool {
        let Some((token, before)) = tokens.split_last() else { return true };
        let (entity, report) = (self.language.entity(), self.language.report());
        let word = token.span.of(self.text);
        // "chef du Parti pour l'eau"
        if self.names.iter().any(|name| name.start < token.span.start && name.contains(token.span)) {
            return false;
        }
        let verb = || {
            let governed = before
                .last()
                .is_some_and(|last| self.is(last, report.prepositions) || self.is(last, report.determiners));
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
            || self.is(token, entity.role_ends)
            || word.starts_with('-')
            || verb()
    }
}
