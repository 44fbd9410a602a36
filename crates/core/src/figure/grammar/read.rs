//! Converts tokens to items.

use super::item::{Gap, Item, Kind};
use super::lexicon::{Lexicon, WordId};
use super::slot::{Slot, Slots};
use crate::figure::Class;
use crate::text::{Span, Token, TokenKind, fold_into};

/// Appends the items of the sentence with these `tokens` to `items`.
pub(crate) fn read_items<'l>(text: &str, tokens: &[Token], lexicon: &'l Lexicon, items: &mut Vec<Item<'l>>) {
    let mut reader = Reader { text, lexicon, folded: String::new(), items };
    for token in tokens {
        match token.kind {
            TokenKind::Url => reader.push(token.span, Kind::Url, 0),
            TokenKind::Word => reader.word(token.span),
            TokenKind::Number => reader.mixed(token.span),
            TokenKind::Punctuation => reader.mark(token.span),
        }
    }
    reader.phrases();
}

struct Reader<'a, 'l> {
    text: &'a str,
    lexicon: &'l Lexicon,
    folded: String,
    items: &'a mut Vec<Item<'l>>,
}

impl Reader<'_, '_> {
    /// Adds the parts of a word, which is split at its hyphens.
    fn word(&mut self, span: Span) {
        let mut start = span.start;
        for piece in span.of(self.text).split(['-', '\u{2010}', '\u{2011}']) {
            let piece_span = Span::new(start, start + piece.len());
            let past = piece_span.end;
            start = past + self.text[past..].chars().next().map_or(0, char::len_utf8);
            match piece.chars().next() {
                Some(c) if c.is_ascii_digit() => self.mixed(piece_span),
                Some(_) => self.letters(piece_span),
                None => {}
            }
        }
    }

    /// Adds the parts of a run that begins with a digit, split into digits and letters: "14h30".
    fn mixed(&mut self, span: Span) {
        let mut at = span.start;
        while at < span.end {
            let rest = &self.text[at..span.end];
            let length = digits(rest);
            let (length, kind) = match length {
                0 => {
                    let letters = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
                    match letters {
                        0 => (rest.chars().next().map_or(1, char::len_utf8), Kind::Mark),
                        letters => (letters, Kind::Word),
                    }
                }
                length => (length, Kind::Digits),
            };
            let piece = Span::new(at, at + length);
            match kind {
                Kind::Digits if is_dotted_date(piece.of(self.text)) => self.dotted_date(piece),
                Kind::Digits => {
                    let zero = if piece.of(self.text) == "0" { self.lexicon.id("0") } else { 0 };
                    self.push(piece, kind, zero);
                }
                Kind::Mark => self.mark(piece),
                _ => self.letters(piece),
            }
            at = piece.end;
        }
    }

    /// Adds the parts of a date such as "03.01.2022" and the points between them.
    fn dotted_date(&mut self, span: Span) {
        let mut start = span.start;
        for part in span.of(self.text).split('.') {
            if start > span.start {
                self.mark(Span::new(start - 1, start));
            }
            self.push(Span::new(start, start + part.len()), Kind::Digits, 0);
            start += part.len() + 1;
        }
    }

    fn letters(&mut self, span: Span) {
        let id = self.fold(span);
        // "USD1,23", "T12:34:20"
        if id == 0
            && let Some(digits) = span.of(self.text).find(|c: char| c.is_ascii_digit())
        {
            let code = Span::new(span.start, span.start + digits);
            let letters = code.of(self.text);
            let time = letters == "T" && span.len() == 3 && self.text[span.end..].starts_with(':');
            if time || is_code(letters) && self.lexicon.symbol(letters).is_some() {
                self.letters(code);
                return self.mixed(Span::new(code.end, span.end));
            }
        }
        // "iPhone" is a name as well.
        let capital = span.of(self.text).contains(char::is_uppercase);
        self.push(span, if capital { Kind::Capital } else { Kind::Word }, id);
        let [before @ .., item] = &mut self.items[..] else { return };
        let ties = |before: &Item| {
            before.kind == Kind::Digits || before.kind == Kind::Mark && before.span.of(self.text) == "/"
        };
        let follows = item.gap != Gap::Wide && before.last().is_some_and(ties);
        if (follows || is_code(span.of(self.text)))
            && let Some(senses) = self.lexicon.symbol(span.of(self.text))
        {
            item.senses = senses;
            item.slots = Slots::of_senses(senses);
        }
    }

    fn mark(&mut self, span: Span) {
        let id = self.fold(span);
        self.push(span, Kind::Mark, id);
    }

    fn fold(&mut self, span: Span) -> WordId {
        // No word of the tables is longer, and folding is skipped for long input.
        if span.len() > 40 {
            return 0;
        }
        self.folded.clear();
        let word = span.of(self.text);
        // The accent is significant with a capital too, at the start of a sentence.
        let lower = if word.is_ascii() { String::new() } else { word.to_lowercase() };
        if self.lexicon.keeps_accent(&lower) {
            self.folded.push_str(&lower);
        } else {
            fold_into(word, &mut self.folded);
        }
        self.lexicon.id(&self.folded)
    }

    fn push(&mut self, span: Span, kind: Kind, word: WordId) {
        let gap = match self.items.last() {
            None => Gap::Wide,
            Some(last) => gap(&self.text[last.span.end.min(span.start)..span.start]),
        };
        let senses = self.lexicon.senses(word);
        let mut slots = Slots::of_senses(senses);
        if matches!(kind, Kind::Word | Kind::Capital) {
            slots.add(Slot::Word);
            if self.lexicon.is_unknown(word) {
                slots.add(Slot::Unknown);
            }
            let noun =
                ![Class::Stop, Class::Link, Class::Article].iter().any(|&class| self.lexicon.is(word, class));
            if noun && self.lexicon.is_plural(span.of(self.text)) {
                slots.add(Slot::Plural);
            }
        }
        self.items.push(Item { span, kind, gap, word, slots, senses, number: None, built: None });
    }

    /// Merges the words of each phrase of the tables into one item.
    fn phrases(&mut self) {
        let items = &mut *self.items;
        let (mut kept, mut at) = (0, 0);
        while at < items.len() {
            let mut end = at + 1;
            let rest = items[end..].iter().map(|item| item.word);
            let first = items[at].word;
            if first != 0
                && let Some((length, senses)) = self.lexicon.phrase(first, rest)
            {
                end += length;
                // The kind of the last word decides: "Peu après midi" is not a name.
                let (past, kind) = (items[end - 1].span.end, items[end - 1].kind);
                let item = &mut items[at];
                (item.span.end, item.word, item.senses) = (past, 0, senses);
                item.kind = kind;
                item.slots = Slots::of_senses(senses);
                item.slots.add(Slot::Word);
            } else if self.lexicon.is_unknown(first) {
                items[at].word = 0;
            }
            if kept < at {
                items.swap(kept, at);
            }
            kept += 1;
            at = end;
        }
        items.truncate(kept);
    }
}

/// The byte length of the number at the start of `text`: digits, points and commas between digits, and
/// apostrophes before groups of three. "3'30" stops at the apostrophe: it is minutes and seconds.
fn digits(text: &str) -> usize {
    let mut end = 0;
    for (at, c) in text.char_indices() {
        let follow = |count: usize| {
            let rest = &text.as_bytes()[at + c.len_utf8()..];
            rest.len() >= count && rest[..count].iter().all(u8::is_ascii_digit)
        };
        let inside = end > 0
            && match c {
                '.' | ',' => follow(1),
                '\'' | '\u{2019}' => follow(3) && !follow(4),
                _ => false,
            };
        if !c.is_ascii_digit() && !inside {
            break;
        }
        end = at + c.len_utf8();
    }
    end
}

/// Whether the letters have the form of an ISO 4217 code.
fn is_code(letters: &str) -> bool {
    letters.len() == 3 && letters.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Whether the digits are a date whose parts are separated by points: "03.01.2022".
fn is_dotted_date(digits: &str) -> bool {
    let mut parts = digits.split('.');
    let mut part = |lengths: std::ops::RangeInclusive<usize>| {
        parts.next().is_some_and(|part| {
            lengths.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
        })
    };
    part(1..=2) && part(1..=2) && part(4..=4) && parts.next().is_none()
}

fn gap(between: &str) -> Gap {
    let mut chars = between.chars();
    match (chars.next(), chars.next()) {
        (None, _) => Gap::Glued,
        (Some('-' | '\u{2010}' | '\u{2011}'), None) => Gap::Hyphen,
        (Some(_), None) => Gap::Space,
        _ => Gap::Wide,
    }
}
