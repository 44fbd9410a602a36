//! Sentences to tokens: words, numbers, addresses, punctuation.
//!
//! Word boundaries are those of UAX #29; on top of them, elided words are cut off ("l'" + "État"), hyphenated words
//! are kept whole ("Kassym-Jomart", "Covid-19") but for clitics ("a" + "-t-il") and prefixes before a name
//! ("ex-" + "Union").

use super::{Span, fold};
use crate::lang::Language;
use unicode_segmentation::UnicodeSegmentation;

/// A word, number, address or mark of punctuation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    /// Where the token stands.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TokenKind {
    /// Letters, perhaps with digits after them; with its apostrophe if elided.
    Word,
    /// A digit first: "18", "1,5", "14h30".
    Number,
    /// An address, whole.
    Url,
    /// Anything else that is not white space.
    Punctuation,
}

/// Appends the tokens of `span` to `tokens`. `urls` are the addresses in it, sorted; each becomes one token.
pub(crate) fn tokenize(text: &str, span: Span, urls: &[Span], language: Language, tokens: &mut Vec<Token>) {
    let mut tokenizer = Tokenizer { text, language, first: tokens.len(), tokens };
    let mut start = span.start;
    for &url in urls {
        tokenizer.words(Span::new(start, url.start));
        tokenizer.tokens.push(Token { span: url, kind: TokenKind::Url });
        start = url.end;
    }
    tokenizer.words(Span::new(start, span.end));
}

struct Tokenizer<'a> {
    text: &'a str,
    language: Language,
    /// Index of the sentence's first token.
    first: usize,
    tokens: &'a mut Vec<Token>,
}

impl Tokenizer<'_> {
    fn words(&mut self, span: Span) {
        // UAX #29 holds words together at a narrow no-break space; in French it stands before "!" and between thousands.
        let mut start = span.start;
        for words in span.of(self.text).split('\u{202F}') {
            self.pieces(start, words);
            start += words.len() + '\u{202F}'.len_utf8();
        }
    }

    /// The pieces of `words`, which start at `start`. Most stand between spaces and are plain: where those end needs no
    /// tables. What is between the plain ones is cut by UAX #29 with the space before it, to which marks may belong.
    fn pieces(&mut self, start: usize, words: &str) {
        let mut done = 0;
        let mut at = 0;
        for piece in words.split(' ') {
            if let Some(letters) = plain(piece) {
                self.uneven(start + done, &words[done..at]);
                self.elided(Span::new(start + at, start + at + letters));
                if letters < piece.len() {
                    let span = Span::new(start + at + letters, start + at + piece.len());
                    self.tokens.push(Token { span, kind: TokenKind::Punctuation });
                }
                done = at + piece.len();
            }
            at += piece.len() + 1;
        }
        self.uneven(start + done, &words[done..]);
    }

    /// The pieces of `words` as UAX #29 cuts them.
    fn uneven(&mut self, start: usize, words: &str) {
        for (offset, piece) in words.split_word_bound_indices() {
            let start = start + offset;
            let piece_span = Span::new(start, start + piece.len());
            match piece.chars().next() {
                // It parts the cells of a table, so that no name and no number goes on beyond it.
                Some('\t') => self.tokens.push(Token { span: piece_span, kind: TokenKind::Punctuation }),
                Some(c) if c.is_whitespace() => {}
                Some(c) if c.is_numeric() => self.word(piece_span, TokenKind::Number),
                Some(c) if c.is_alphabetic() => self.elided(piece_span),
                Some('\'' | '\u{2019}') if self.closes_elision(start) => self.extend_last(piece_span.end),
                Some(_) => self.tokens.push(Token { span: piece_span, kind: TokenKind::Punctuation }),
                None => {}
            }
        }
    }

    /// A word as UAX #29 sees it, which may hold elided ones: "l'État".
    fn elided(&mut self, span: Span) {
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

    /// Whether an apostrophe at `at` ends an elided word: "l'" before a quotation mark.
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

    /// Adds a word, joining it to the one before if only a hyphen or an ampersand stands between them.
    fn word(&mut self, span: Span, kind: TokenKind) {
        let Some((left, mark)) = self.tied_to(span) else {
            self.tokens.push(Token { span, kind });
            return;
        };
        let tables = self.language.text();
        let (left_text, right_text) = (left.span.of(self.text), span.of(self.text));
        let hyphen = mark.of(self.text) != "&";
        if hyphen && self.is_clitic(left, span) {
            // The hyphens go with the clitic: "a" + "-t-il".
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

    /// The word and the hyphen or ampersand that stand right before `span`, without a gap.
    fn tied_to(&self, span: Span) -> Option<(Token, Span)> {
        let [.., left, mark] = self.tokens[self.first..] else { return None };
        let joined = left.kind == TokenKind::Word
            && left.span.end == mark.span.start
            && mark.span.end == span.start
            && matches!(mark.span.of(self.text), "-" | "\u{2010}" | "\u{2011}" | "&");
        let elided = left.span.of(self.text).ends_with(['\'', '\u{2019}']);
        (joined && !elided).then_some((left, mark.span))
    }

    fn is_clitic(&self, left: Token, right: Span) -> bool {
        let tables = self.language.text();
        let left_text = left.span.of(self.text);
        if left_text.starts_with(['-', '\u{2010}', '\u{2011}']) {
            return true; // the "il" of "-t-il"
        }
        // A capital inside a sentence makes it a name: "Kim Jong-il".
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

/// How many bytes of `piece`, which stands between spaces, are one word to UAX #29: all of it, or all but a mark at its
/// end. None for what holds more than Latin letters, apostrophes between them, and that mark.
fn plain(piece: &str) -> Option<usize> {
    let bytes = piece.as_bytes();
    let mut at = 0;
    loop {
        // U+00C0 to U+017F but for the signs of multiplication and division, all letters.
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
    fn elided_words_are_cut_off() {
        check("l'État d'Almaty", "l'|État|d'|Almaty");
        check("jusqu\u{2019}aux troupes", "jusqu\u{2019}|aux|troupes");
        check("aujourd'hui, quelqu'un", "aujourd'hui|,|quelqu'un");
        check("Sean O'Brien", "Sean|O'Brien");
        check("l'\"opération\"", "l'|\"|opération|\"");
    }

    #[test]
    fn hyphenated_names_are_whole() {
        check("Kassym-Jomart Tokayev à Nur-Sultan", "Kassym-Jomart|Tokayev|à|Nur-Sultan");
        check("la Covid-19", "la|Covid-19");
        check("AT&T", "AT&T");
        check("Kim Jong-il", "Kim|Jong-il");
        check("l'ex-Union", "l'|ex-|Union");
        check("ex-soviétique", "ex-soviétique");
    }

    #[test]
    fn clitics_are_cut_off() {
        check("a-t-il ajouté", "a|-t|-il|ajouté");
        check("Est-ce vrai ?", "Est|-ce|vrai|?");
        check("un rendez-vous", "un|rendez-vous");
    }

    proptest! {
        /// Where plain words are told at once, tokens are those that UAX #29 gives.
        #[test]
        fn plain_words_are_cut_as_all_others(
            text in "([a-zA-Zéœß'\u{2019}]{1,4}|[ ,.;:'\u{2019}!-]|[×÷ŉſ]|\u{AD}|\u{301}|\u{200D}|[0-9]|\\PC){0,40}"
        ) {
            let cut = |at_once: bool| {
                let mut tokens = Vec::new();
                let mut tokenizer =
                    Tokenizer { text: &text, language: Language::French, first: 0, tokens: &mut tokens };
                if at_once { tokenizer.pieces(0, &text) } else { tokenizer.uneven(0, &text) }
                tokens
            };
            prop_assert_eq!(cut(true), cut(false));
        }
    }

    #[test]
    fn numbers_keep_their_separators() {
        check("2\u{202F}000 voix\u{202F}!", "2|000|voix|!");
        check("Net\t449\t547", "Net|\t|449|\t|547");
        check("1,5 million, 2 000 ; 14h30 ; 10-12 %", "1,5|million|,|2|000|;|14h30|;|10|-|12|%");
    }
}
