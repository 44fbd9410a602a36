//! Splits blocks into sentences.

use super::{Span, fold, sort_by_start};
use crate::lang::Language;
use std::ops::Range;

/// After this many bytes a sentence is cut at the next white space, so that the work of one step stays bounded for
/// every text.
const LONGEST_SENTENCE: usize = 2_000;
/// No sentence ends inside a quoted passage of at most this many bytes.
const LONGEST_QUOTE: usize = 600;

/// One sentence of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sentence {
    /// Its range in the text, without surrounding white space.
    pub span: Span,
    /// Index of its block.
    pub block: usize,
    /// The range of its tokens among all tokens of the text.
    pub tokens: Range<usize>,
}

/// Iterates over the sentences of a block in order. Each is a non-empty span without surrounding white space.
#[derive(Debug)]
pub(crate) struct Sentences<'t> {
    text: &'t str,
    language: Language,
    /// The part of the block after the last sentence returned.
    rest: Span,
    /// Addresses and quoted passages, sorted: no sentence ends inside one.
    unbreakable: Vec<Span>,
    next_unbreakable: usize,
}

impl<'t> Sentences<'t> {
    /// The sentences of `block`. `urls` and `quotes` are the sorted spans of the addresses and quoted passages in it.
    pub fn new(text: &'t str, block: Span, urls: &[Span], quotes: &[Span], language: Language) -> Self {
        let mut unbreakable: Vec<Span> =
            urls.iter().chain(quotes.iter().filter(|quote| quote.len() <= LONGEST_QUOTE)).copied().collect();
        sort_by_start(&mut unbreakable, |span| span.start);
        Sentences { text, language, rest: block, unbreakable, next_unbreakable: 0 }
    }

    /// Where the sentence that starts at `start` ends: just past its last punctuation mark, or at the block's end.
    fn end(&mut self, start: usize) -> usize {
        let mut at = start;
        while let Some(c) = self.text[at..self.rest.end].chars().next() {
            if let Some(past) = self.skip_unbreakable(at) {
                // The punctuation that ends the sentence may be inside the quotation marks: "Non. Jamais."
                let inside = self.text[at..past].trim_end();
                if let Some(mark) = inside.strip_suffix(['.', '!', '?', '…'])
                    && let Some(end) = self.break_after(start, at + mark.len())
                {
                    return end;
                }
                at = past;
                continue;
            }
            let after = at + c.len_utf8();
            if matches!(c, '.' | '!' | '?' | '…')
                && let Some(end) = self.break_after(start, at)
            {
                return end;
            }
            if at - start >= LONGEST_SENTENCE && c.is_whitespace() {
                return at;
            }
            at = after;
        }
        self.rest.end
    }

    /// The end of the address or quoted passage that contains the offset `at`, if there is one.
    fn skip_unbreakable(&mut self, at: usize) -> Option<usize> {
        while self.unbreakable.get(self.next_unbreakable).is_some_and(|span| span.end <= at) {
            self.next_unbreakable += 1;
        }
        let span = self.unbreakable.get(self.next_unbreakable)?;
        (span.start <= at).then_some(span.end.min(self.rest.end))
    }

    /// The offset past the punctuation mark at `at` and any closing quotation marks and brackets, if the mark ends
    /// the sentence that began at `start`.
    fn break_after(&self, start: usize, at: usize) -> Option<usize> {
        let tail = &self.text[at..self.rest.end];
        let closed = tail.trim_start_matches(['.', '!', '?', '…']);
        // French has a space before "»".
        let closed = match closed.trim_start_matches([' ', '\u{A0}', '\u{202F}']).strip_prefix('»') {
            Some(past) => past,
            None => closed.trim_start_matches(['"', '”', '’', '\'', ')', ']']),
        };
        let end = self.rest.end - closed.len();
        let next = closed.trim_start();
        let Some(first) = next.chars().next() else { return Some(end) };
        if next.len() == closed.len() {
            return None; // no white space: "reuters.com", "3.5"
        }
        let begins = first.is_uppercase() || first.is_numeric() || !first.is_alphanumeric();
        if !begins || first == ',' || first == ';' || (first == ':' && !tail.starts_with(['!', '?'])) {
            return None;
        }
        let single_stop = tail.starts_with('.') && closed.len() + 1 == tail.len();
        (!single_stop || !self.is_abbreviation(start, at, first)).then_some(end)
    }

    /// Whether the full stop at `at` belongs to an abbreviation, initial or list number and does not end the sentence
    /// that began at `start`. `next` is the first character of the next word.
    fn is_abbreviation(&self, start: usize, at: usize, next: char) -> bool {
        let before = &self.text[start..at];
        let word_start = before
            .char_indices()
            .rev()
            .take_while(|(_, c)| c.is_alphanumeric())
            .last()
            .map_or(at, |(offset, _)| start + offset);
        let word = &self.text[word_start..at];
        // Most sentences end in a long word, so that this cheap test decides most cases.
        if word.is_empty() || word.len() > 8 {
            return false;
        }
        // The number of a list item: "Classement : 1. Jonas Vingegaard"
        let rest = &before[..before.len() - word.len()];
        let trimmed = rest.trim_end();
        if word.len() <= 2
            && word.bytes().all(|byte| byte.is_ascii_digit())
            && (rest.is_empty() || rest.len() > trimmed.len() && trimmed.ends_with([':', ';']))
        {
            return true;
        }
        let mut chars = word.chars();
        let initial = chars.next().is_some_and(char::is_uppercase) && chars.next().is_none();
        // "J. Biden", "J.-C.", "U. S."
        if initial && next.is_uppercase() && word != "I" {
            return true;
        }
        let tables = self.language.text();
        let folded = fold(word);
        tables.titles.contains(&folded.as_str()) && word.chars().next().is_some_and(char::is_uppercase)
            || tables.leading.contains(&folded.as_str())
            || tables.numbered.contains(&folded.as_str()) && next.is_ascii_digit()
            || tables.abbreviations.contains(&folded.as_str()) && !next.is_uppercase()
    }
}

impl Iterator for Sentences<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        let left = self.rest.of(self.text);
        let trimmed = left.trim_start();
        if trimmed.is_empty() {
            return None;
        }
        let start = self.rest.end - trimmed.len();
        let end = self.end(start);
        self.rest.start = end;
        let sentence = self.text[start..end].trim_end();
        Some(Span::new(start, start + sentence.len()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quote;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let block = Span::new(0, text.len());
        let quotes = quote::find(text, block);
        let got: Vec<&str> = Sentences::new(text, block, &[], &quotes, Language::French)
            .map(|sentence| sentence.of(text))
            .collect();
        assert_eq!(got, expected);
    }

    #[test]
    fn full_stops_end_sentences() {
        check("Il est venu. Elle est partie.", &["Il est venu.", "Elle est partie."]);
        check("Vraiment ? Oui !", &["Vraiment ?", "Oui !"]);
        check("Un seul", &["Un seul"]);
        check("  ", &[]);
    }

    #[test]
    fn abbreviations_do_not_end_sentences() {
        check("L'affirmation de M. Tokayev est là.", &["L'affirmation de M. Tokayev est là."]);
        check("Mme Dupont et J. Martin. Puis rien.", &["Mme Dupont et J. Martin.", "Puis rien."]);
        check("Le prix est de 3.50 euros env. par jour.", &["Le prix est de 3.50 euros env. par jour."]);
        check("Intercept Ltd. sont ici.", &["Intercept Ltd. sont ici."]);
        check(
            "Arrivée : 1. Jonas ; 2. Ali. À 12:32. Bien.",
            &["Arrivée : 1. Jonas ; 2. Ali.", "À 12:32.", "Bien."],
        );
        check(
            "Selon l'article L. 121-3, rien. C'est Karabatic L. (deux sur trois).",
            &["Selon l'article L. 121-3, rien.", "C'est Karabatic L.", "(deux sur trois)."],
        );
        check("Une tombe de 320 av. J.-C. est là. Bien.", &["Une tombe de 320 av. J.-C. est là.", "Bien."]);
    }

    #[test]
    fn quotes_are_not_split() {
        check("« Je viens. J'arrive. » Il est venu.", &["« Je viens. J'arrive. »", "Il est venu."]);
        check("\"Non. Jamais\", a-t-il dit. Bien.", &["\"Non. Jamais\", a-t-il dit.", "Bien."]);
    }

    #[test]
    fn an_endless_sentence_is_cut() {
        let text = "mot ".repeat(5_000);
        let block = Span::new(0, text.len());
        let longest = Sentences::new(&text, block, &[], &[], Language::French).map(Span::len).max();
        assert!(longest.is_some_and(|length| length <= LONGEST_SENTENCE + 4), "{longest:?}");
    }
}
