//! Splits sentences into tokens: words, numbers, addresses, punctuation.
//!
//! Word boundaries are those of UAX #29 with these changes: elided words are tokens ("l'" + "État"), and hyphenated
//! words are one token ("Kassym-Jomart", "Covid-19"), except that clitics ("a" + "-t" + "-il") and prefixes before a
//! name ("ex-" + "Union") are split off.

use super::{Span, fold};
use crate::lang::Language;
use unicode_segmentation::UnicodeSegmentation;

/// A word, number, address or punctuation mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    /// Its range in the text.
    pub span: Span,
    /// The kind of token.
    pub kind: TokenKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TokenKind {
    /// A letter first: "Almaty", "Covid-19"; an elided word includes its apostrophe.
    Word,
    /// A digit first: "18", "1,5", "14h30".
    Number,
    /// A web or mail address.
    Url,
    /// Anything else that is not white space.
    Punctuation,
}

/// Appends the tokens of `span` to `tokens`. `urls` are the sorted spans of the addresses in it; each becomes one
/// token.
pub(crate) fn tokenize(text: &str, span: Span, urls: &[Span], language: Language, tokens: &mut Vec<Token>) {
    let mut tokenizer = Tokenizer { text, language, first: tokens.len(), tokens };
    let mut start = span.start;
    for &url in urls {
        tokenizer.split(Span::new(start, url.start));
        tokenizer.tokens.push(Token { span: url, kind: TokenKind::Url });
        start = url.end;
    }
    tokenizer.split(Span::new(start, span.end));
}

struct Tokenizer<'a> {
    text: &'a str,
    language: Language,
    /// Index of the sentence's first token.
    first: usize,
    tokens: &'a mut Vec<Token>,
}

impl Tokenizer<'_> {
    /// Adds the tokens of `span`, which contains no address.
    fn split(&mut self, span: Span) {
        // UAX #29 has no word boundary at a narrow no-break space (U+202F), which French has before "!" and between
        // groups of digits.
        let mut start = span.start;
        for words in span.of(self.text).split('\u{202F}') {
            self.split_at_spaces(start, words);
            start += words.len() + '\u{202F}'.len_utf8();
        }
    }

    /// Adds the tokens of `words`, which start at `start`: those of [`Tokenizer::split_by_uax29`], but faster. Most
    /// pieces between spaces are plain words, which need no Unicode tables. The text between plain words goes to
    /// `split_by_uax29` together with the space before it, to which combining marks may belong.
    fn split_at_spaces(&mut self, start: usize, words: &str) {
        let mut done = 0;
        let mut at = 0;
        for piece in words.split(' ') {
            if let Some(letters) = plain_word_len(piece) {
                self.split_by_uax29(start + done, &words[done..at]);
                self.split_elisions(Span::new(start + at, start + at + letters));
                if letters < piece.len() {
                    let span = Span::new(start + at + letters, start + at + piece.len());
                    self.tokens.push(Token { span, kind: TokenKind::Punctuation });
                }
                done = at + piece.len();
            }
            at += piece.len() + 1;
        }
        self.split_by_uax29(start + done, &words[done..]);
    }

    /// Adds the tokens of `words`, which start at `start`, by the word boundaries of UAX #29.
    fn split_by_uax29(&mut self, start: usize, words: &str) {
        for (offset, piece) in words.split_word_bound_indices() {
            let start = start + offset;
            let piece_span = Span::new(start, start + piece.len());
            match piece.chars().next() {
                // A tab separates the cells of a table, and a token keeps names and numbers from continuing past it.
                Some('\t') => self.tokens.push(Token { span: piece_span, kind: TokenKind::Punctuation }),
                Some(c) if c.is_whitespace() => {}
                Some(c) if c.is_numeric() => self.word(piece_span, TokenKind::Number),
                Some(c) if c.is_alphabetic() => self.split_elisions(piece_span),
                Some('\'' | '\u{2019}') if self.closes_elision(start) => self.extend_last(piece_span.end),
                Some(_) => self.tokens.push(Token { span: piece_span, kind: TokenKind::Punctuation }),
                None => {}
            }
        }
    }

    /// Adds the tokens of a word by UAX #29, which may contain elided words: "l'État".
    fn split_elisions(&mut self, span: Span) {
        let mut start = span.start;
        for (offset, mark) in span.of(self.text).match_indices(['\'', '\u{2019}']) {
            let at = span.start + offset;
            if self.is_elided(Span::new(start, at)) {
                let end = at + mark.len();
                self.word(Span::new(start, end), TokenKind::Word);
                start = end;
            }
        }
        if start < span.end {
            self.word(Span::new(start, span.end), TokenKind::Word);
        }
    }

    fn is_elided(&self, word: Span) -> bool {
        word.len() <= 6 && self.language.text().elided.contains(&fold(word.of(self.text)).as_str())
    }

    /// Whether an apostrophe at `at` belongs to an elided word before it, as in "l'" before a quotation mark.
    fn closes_elision(&self, at: usize) -> bool {
        self.tokens[self.first..].last().is_some_and(|last| {
            last.kind == TokenKind::Word && last.span.end == at && self.is_elided(last.span)
        })
    }

    fn extend_last(&mut self, end: usize) {
        if let Some(last) = self.tokens.last_mut() {
            last.span.end = end;
        }
    }

    /// Adds a word, joined to the preceding one if only a hyphen or an ampersand is between them.
    fn word(&mut self, span: Span, kind: TokenKind) {
        let Some((left, mark)) = self.joined_to(span) else {
            self.tokens.push(Token { span, kind });
            return;
        };
        let tables = self.language.text();
        let (left_text, right_text) = (left.span.of(self.text), span.of(self.text));
        let hyphen = mark.of(self.text) != "&";
        if hyphen && self.is_clitic(left, span) {
            // The hyphen belongs to the clitic: "a" + "-t".
            self.tokens.pop();
            self.tokens.push(Token { span: mark.join(span), kind });
        } else if hyphen
            && right_text.starts_with(char::is_uppercase)
            && left_text.starts_with(char::is_lowercase)
            && tables.prefixes.contains(&fold(left_text).as_str())
        {
            self.tokens.pop();
            self.extend_last(mark.end);
            self.tokens.push(Token { span, kind });
        } else {
            self.tokens.pop();
            self.extend_last(span.end);
        }
    }

    /// The word and the hyphen or ampersand immediately before `span`, if there are such.
    fn joined_to(&self, span: Span) -> Option<(Token, Span)> {
        let [.., left, mark] = self.tokens[self.first..] else { return None };
        let joined = left.kind == TokenKind::Word
            && left.span.end == mark.span.start
            && mark.span.end == span.start
            && matches!(mark.span.of(self.text), "-" | "\u{2010}" | "\u{2011}" | "&");
        let elided = left.span.of(self.text).ends_with(['\'', '\u{2019}']);
        (joined && !elided).then_some((left, mark.span))
    }

    /// Whether the word `right`, which a hyphen joins to `left`, is a clitic: "il" in "dit-il".
    fn is_clitic(&self, left: Token, right: Span) -> bool {
        let tables = self.language.text();
        let left_text = left.span.of(self.text);
        if left_text.starts_with(['-', '\u{2010}', '\u{2011}']) {
            return true; // the "il" of "-t-il"
        }
        // A capital inside a sentence makes the word a name: "Kim Jong-il".
        let opens = self.tokens[self.first..self.tokens.len() - 2]
            .last()
            .is_none_or(|before| before.kind == TokenKind::Punctuation);
        if left_text.starts_with(char::is_uppercase) && !opens {
            return false;
        }
        tables.clitics.contains(&fold(right.of(self.text)).as_str())
            && !tables.compounds.contains(&fold(left.span.join(right).of(self.text)).as_str())
    }
}

/// The length in bytes of the word that `piece`, a piece of text between spaces, consists of: the whole piece, or all
/// but a punctuation mark at its end. None if the piece has anything else than Latin letters, apostrophes between
/// them and that mark.
fn plain_word_len(piece: &str) -> Option<usize> {
    let bytes = piece.as_bytes();
    let mut at = 0;
    loop {
        // U+00C0 to U+017F are letters, except the multiplication and division signs.
        at += match bytes[at..] {
            [b'A'..=b'Z' | b'a'..=b'z', ..] => 1,
            [0xC3, second, ..] if second != 0x97 && second != 0xB7 => 2,
            [0xC4 | 0xC5, _, ..] => 2,
            _ => return None,
        };
        let apostrophe = match bytes[at..] {
            [] | [b',' | b'.' | b';' | b':'] => return Some(at),
            [b'\'', _, ..] => 1,
            [0xE2, 0x80, 0x99, _, ..] => 3,
            _ => 0,
        };
        at += apostrophe;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let mut tokens = Vec::new();
        tokenize(text, Span::new(0, text.len()), &[], Language::French, &mut tokens);
        let got: Vec<&str> = tokens.iter().map(|token| token.span.of(text)).collect();
        assert_eq!(got.join("|"), expected);
    }

    #[test]
    fn elided_words_are_tokens() {
        check("l'État d'Almaty", "l'|État|d'|Almaty");
        check("jusqu\u{2019}aux troupes", "jusqu\u{2019}|aux|troupes");
        check("aujourd'hui, quelqu'un", "aujourd'hui|,|quelqu'un");
        check("Sean O'Brien", "Sean|O'Brien");
        check("l'\"opération\"", "l'|\"|opération|\"");
    }

    #[test]
    fn hyphenated_names_are_one_token() {
        check("Kassym-Jomart Tokayev à Nur-Sultan", "Kassym-Jomart|Tokayev|à|Nur-Sultan");
        check("la Covid-19", "la|Covid-19");
        check("AT&T", "AT&T");
        check("Kim Jong-il", "Kim|Jong-il");
        check("l'ex-Union", "l'|ex-|Union");
        check("ex-soviétique", "ex-soviétique");
    }

    #[test]
    fn clitics_are_tokens() {
        check("a-t-il ajouté", "a|-t|-il|ajouté");
        check("Est-ce vrai ?", "Est|-ce|vrai|?");
        check("un rendez-vous", "un|rendez-vous");
    }

    proptest! {
        /// The fast path for plain words gives the same tokens as UAX #29.
        #[test]
        fn plain_words_are_split_by_uax29(
            text in "([a-zA-Zéœß'\u{2019}]{1,4}|[ ,.;:'\u{2019}!-]|[×÷ŉſ]|\u{AD}|\u{301}|\u{200D}|[0-9]|\\PC){0,40}"
        ) {
            let tokens = |fast: bool| {
                let mut tokens = Vec::new();
                let mut tokenizer =
                    Tokenizer { text: &text, language: Language::French, first: 0, tokens: &mut tokens };
                if fast { tokenizer.split_at_spaces(0, &text) } else { tokenizer.split_by_uax29(0, &text) }
                tokens
            };
            prop_assert_eq!(tokens(true), tokens(false));
        }
    }

    #[test]
    fn numbers_keep_their_separators() {
        check("2\u{202F}000 voix\u{202F}!", "2|000|voix|!");
        check("Net\t449\t547", "Net|\t|449|\t|547");
        check("1,5 million, 2 000 ; 14h30 ; 10-12 %", "1,5|million|,|2|000|;|14h30|;|10|-|12|%");
    }
}
