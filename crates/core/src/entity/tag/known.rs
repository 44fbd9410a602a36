//! What tables and gazetteer say of the words of a name, whatever was learned of them.

use super::gazetteer::Entry;
use super::model::Model;
use super::word::Word;
use crate::entity::Gender;
use crate::text::{Span, Token, TokenKind, fold};

/// What stands between a town and the end of its dateline is at most this many words and marks.
const DATELINE: usize = 12;
const DASHES: &[&str] = &["–", "—", "-"];

impl Model<'_> {
    /// The span of a name without what begins or ends no name: an elided word, "M.", punctuation, and what follows
    /// an address.
    pub fn trim(&self, text: &str, tokens: &[Token]) -> Option<Span> {
        let no_name = |token: &&Token| {
            // "Canal+", "Yahoo!"
            token.kind == TokenKind::Punctuation && !matches!(token.span.of(text), "+" | "!")
                || self.tables.not_in_names.contains(&fold(token.span.of(text)))
        };
        let is_title = |token: &&Token| {
            let word = token.span.of(text);
            // "MR" is an acronym.
            let acronym = word.len() > 1 && !word.contains(char::is_lowercase);
            let word = if acronym { String::new() } else { fold(word) };
            Gender::of_title(&word, self.tables).is_some()
        };
        let start = tokens.iter().take_while(|token| no_name(token) || is_title(token)).count();
        let tokens = &tokens[start..];
        let end = tokens.len() - tokens.iter().rev().take_while(no_name).count();
        let tokens = &tokens[..end];
        let whole =
            tokens.windows(2).position(|pair| !text[pair[0].span.end..pair[1].span.start].trim().is_empty());
        let tokens = &tokens[..whole.map_or(end, |at| at + 1)];
        let span = tokens.first()?.span.join(tokens.last()?.span);
        (!self.tables.not_names.contains(&fold(span.of(text)).as_str())).then_some(span)
    }

    /// How many words from `at` on name a country, a great city, or in several words another place, and can be nothing
    /// else that is known.
    pub fn place_at(
        &self,
        text: &str,
        tokens: &[Token],
        words: &[Word],
        at: usize,
        folded: &mut String,
    ) -> Option<usize> {
        let is_capital = |at: usize| words.get(at).is_some_and(Word::is_capital);
        if !is_capital(at) || at.checked_sub(1).is_some_and(is_capital) {
            return None;
        }
        let (count, entry) = self.gazetteer.longest(text, &tokens[at..], folded)?;
        let sure = u64::from(entry.kinds()) & !Entry::CITY;
        let is_place = match sure {
            Entry::REGION => count > 1,
            _ => [Entry::COUNTRY, Entry::GREAT_CITY, Entry::COUNTRY | Entry::GREAT_CITY].contains(&sure),
        };
        // "La réunion" is none.
        let common = words[at].connects && !is_capital(at + count - 1);
        (is_place && !common && !is_capital(at + count)).then_some(count)
    }

    /// Whether `tokens`, after a name, begin with what makes it a company's: "& Cie".
    pub fn company_ends(&self, text: &str, tokens: &[Token]) -> bool {
        let [and, end, ..] = tokens else { return false };
        and.span.of(text) == "&" && self.tables.company_ends.contains(&fold(end.span.of(text)))
    }

    /// How many words the town in capitals has that a line begins with, and after it the rest of a dateline: "NANTES
    /// (Agence) –", "LYON, 3 mai 2022 –".
    pub fn dateline(&self, text: &str, tokens: &[Token]) -> Option<usize> {
        let is = |at: usize, marks: &[&str]| {
            tokens.get(at).is_some_and(|token| marks.contains(&token.span.of(text)))
        };
        let shouted = |token: &Token| {
            let word = token.span.of(text);
            word.len() > 1 && !word.contains(char::is_lowercase)
        };
        shouted(tokens.first()?).then_some(())?;
        let article = self.tables.articles.contains(&fold(tokens[0].span.of(text)));
        let known = |from: usize| {
            let (count, entry) = self.gazetteer.longest(text, &tokens[from..], &mut String::new())?;
            entry.place().map(|_| from + count)
        };
        let count = known(0).or_else(|| if article { known(1) } else { None })?;
        let rest = count + 1..tokens.len().min(count + DATELINE);
        let follows = match tokens.get(count)?.span.of(text) {
            "(" => rest.clone().find(|&at| is(at, &[")"])).is_some_and(|at| is(at + 1, DASHES)),
            "," => tokens.get(count + 1)?.kind == TokenKind::Number && rest.clone().any(|at| is(at, DASHES)),
            _ => false,
        };
        (follows && tokens[..count].iter().all(shouted)).then_some(count)
    }

    /// How many of a name's words, if they begin with a country or region of several that nothing else is called by,
    /// are that: all, or those before a word in lower case.
    pub fn region(&self, text: &str, tokens: &[Token], words: &[Word]) -> Option<usize> {
        let (count, entry) = self.gazetteer.longest(text, tokens, &mut String::new())?;
        let kinds = u64::from(entry.kinds());
        let place = kinds != 0 && kinds & !(Entry::COUNTRY | Entry::REGION) == 0;
        let ends = words.get(count).is_none_or(|next| !next.is_capital());
        (count > 1 && place && ends).then_some(count)
    }

    /// Whether a word names a people or a member of one, and nothing else: "Kazakhs".
    pub fn is_people(&self, text: &str, token: Token) -> bool {
        let known = self.gazetteer.longest(text, &[token], &mut String::new());
        known.is_some_and(|(_, entry)| {
            u64::from(entry.kinds()) & Entry::PEOPLE != 0 && entry.place().is_none()
        })
    }
}
