//! Rules that use the language's word lists and the gazetteer, independently of the trained weights.

use super::gazetteer::Entry;
use super::model::Model;
use super::word::Word;
use crate::entity::Gender;
use crate::text::{Span, Token, TokenKind, fold};

/// The most tokens from the town of a dateline to the dateline's end.
const MAX_DATELINE_TOKENS: usize = 12;
/// The marks that end a dateline.
const DASHES: &[&str] = &["–", "—", "-"];

impl Model<'_> {
    /// The span of a name with these tokens, without what names do not begin or end with: elided words, titles such as
    /// "M.", and punctuation. It ends before the first gap with text that has no tokens, such as an address. `None` if
    /// nothing is left, or not a name.
    pub fn trim(&self, text: &str, tokens: &[Token]) -> Option<Span> {
        let not_in_name = |token: &&Token| {
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
        let start = tokens.iter().take_while(|token| not_in_name(token) || is_title(token)).count();
        let tokens = &tokens[start..];
        let end = tokens.len() - tokens.iter().rev().take_while(not_in_name).count();
        let tokens = &tokens[..end];
        let whole =
            tokens.windows(2).position(|pair| !text[pair[0].span.end..pair[1].span.start].trim().is_empty());
        let tokens = &tokens[..whole.map_or(end, |at| at + 1)];
        let span = tokens.first()?.span.join(tokens.last()?.span);
        (!self.tables.not_names.contains(&fold(span.of(text)).as_str())).then_some(span)
    }

    /// If the words from `at` on are the name of a country or great city, or a name of several words of a region, and
    /// the gazetteer has nothing else of that name, the number of its words. `folded` is reused to save allocations.
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
        // Not "La réunion".
        let common = words[at].connects && !is_capital(at + count - 1);
        (is_place && !common && !is_capital(at + count)).then_some(count)
    }

    /// Whether `tokens`, which follow a name, begin with the end of a company's name: "& Cie".
    pub fn begin_with_company_end(&self, text: &str, tokens: &[Token]) -> bool {
        let [and, end, ..] = tokens else { return false };
        and.span.of(text) == "&" && self.tables.company_ends.contains(&fold(end.span.of(text)))
    }

    /// If `tokens` begin with a dateline, the number of tokens of its town, which is in capitals: "NANTES (Agence) –",
    /// "LYON, 3 mai 2022 –".
    pub fn dateline_town(&self, text: &str, tokens: &[Token]) -> Option<usize> {
        let is = |at: usize, marks: &[&str]| {
            tokens.get(at).is_some_and(|token| marks.contains(&token.span.of(text)))
        };
        let is_all_caps = |token: &Token| {
            let word = token.span.of(text);
            word.len() > 1 && !word.contains(char::is_lowercase)
        };
        is_all_caps(tokens.first()?).then_some(())?;
        let article = self.tables.articles.contains(&fold(tokens[0].span.of(text)));
        let known = |from: usize| {
            let (count, entry) = self.gazetteer.longest(text, &tokens[from..], &mut String::new())?;
            entry.place().map(|_| from + count)
        };
        let count = known(0).or_else(|| if article { known(1) } else { None })?;
        let rest = count + 1..tokens.len().min(count + MAX_DATELINE_TOKENS);
        let follows = match tokens.get(count)?.span.of(text) {
            "(" => rest.clone().find(|&at| is(at, &[")"])).is_some_and(|at| is(at + 1, DASHES)),
            "," => tokens.get(count + 1)?.kind == TokenKind::Number && rest.clone().any(|at| is(at, DASHES)),
            _ => false,
        };
        (follows && tokens[..count].iter().all(is_all_caps)).then_some(count)
    }

    /// If a name begins with a country or region of several words that is not also the name of something else, and no
    /// capitalised word follows it in the name, the number of its words.
    pub fn leading_region(&self, text: &str, tokens: &[Token], words: &[Word]) -> Option<usize> {
        let (count, entry) = self.gazetteer.longest(text, tokens, &mut String::new())?;
        let kinds = u64::from(entry.kinds());
        let place = kinds != 0 && kinds & !(Entry::COUNTRY | Entry::REGION) == 0;
        let ends = words.get(count).is_none_or(|next| !next.is_capital());
        (count > 1 && place && ends).then_some(count)
    }

    /// Whether a word is the name of a people or of its members, and not of a place: "Kazakhs".
    pub fn is_people(&self, text: &str, token: Token) -> bool {
        let known = self.gazetteer.longest(text, &[token], &mut String::new());
        known.is_some_and(|(_, entry)| {
            u64::from(entry.kinds()) & Entry::PEOPLE != 0 && entry.place().is_none()
        })
    }
}
