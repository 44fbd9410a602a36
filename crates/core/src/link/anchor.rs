//! The anchor of a link, which is the words that it supports: a name just before it, else the noun phrase before it.

use crate::figure::Figure;
use crate::lang::words::{Words, words};
use crate::text::{Block, BlockKind, Passage, Span, TokenKind};

/// Longest noun phrase, in tokens.
const LONGEST_PHRASE: usize = 24;
/// Longest Markdown link text or list item, in bytes, that is an anchor.
const LONGEST_LABEL: usize = 300;

/// Returns the anchor of the address `url` in `block`; none if no suitable words precede it. `passage` is the
/// sentence of the address, and `figures` are the figures in it.
pub(crate) fn find_anchor(passage: &Passage, block: Block, figures: &[Figure], url: Span) -> Option<Span> {
    let search = Search { passage, figures };
    search.label(block, url).or_else(|| search.phrase(url))
}

struct Search<'a> {
    passage: &'a Passage<'a>,
    figures: &'a [Figure],
}

impl Search<'_> {
    /// A Markdown link text, or the words of a list item before its address.
    fn label(&self, block: Block, url: Span) -> Option<Span> {
        let before = &self.passage.text[block.span.start..url.start];
        if let Some(label) = before.strip_suffix("](") {
            let open = label.rfind('[').filter(|open| label.len() - open <= LONGEST_LABEL)?;
            return self.trimmed(block.span.start + open + 1, block.span.start + label.len());
        }
        let item =
            block.kind == BlockKind::ListItem && before.len() <= LONGEST_LABEL && !before.contains("://");
        item.then(|| self.trimmed(block.span.start, url.start))?
    }

    /// `start..end` without surrounding punctuation and white space; none if nothing is left.
    fn trimmed(&self, start: usize, end: usize) -> Option<Span> {
        let marks = |c: char| c.is_whitespace() || "-–—•·‣▪*:,;(<[".contains(c);
        let words = self.passage.text[start..end].trim_start_matches(marks);
        let start = end - words.len();
        let words = words.trim_end_matches(marks);
        (!words.is_empty()).then(|| Span::new(start, start + words.len()))
    }

    /// The name or noun phrase just before the address `url`.
    fn phrase(&self, url: Span) -> Option<Span> {
        let at = self.passage.tokens.partition_point(|token| token.span.start < url.start);
        // A punctuation mark may separate the words from the address: "le minage : https://…", "(https://…)".
        let end = match self.passage.tokens[..at] {
            [.., mark]
                if mark.kind == TokenKind::Punctuation && !self.passage.is(mark, words!(". ! ? …")) =>
            {
                at - 1
            }
            _ => at,
        };
        let last = *self.passage.tokens[..end].last()?;
        if last.kind == TokenKind::Url {
            // Several addresses in a row have the same anchor.
            return self.phrase(last.span);
        }
        let name =
            self.passage.mentions.iter().map(|mention| mention.span).find(|name| name.end == last.span.end);
        if let Some(name) = name
            && !self.is_complement(self.passage.tokens.partition_point(|token| token.span.start < name.start))
        {
            return Some(name);
        }
        let start = self.phrase_start(end);
        // A single word that is not a name only points at the link: "Voir https://…", "Source : https://…".
        (start + 1 < end).then(|| self.passage.tokens[start].span.join(last.span))
    }

    /// The index of the first token of the noun phrase that ends before the token `end`: the nearest determiner that
    /// does not begin the complement of a noun; else the farthest determiner in the clause; else the first word of
    /// the clause.
    fn phrase_start(&self, end: usize) -> usize {
        let tables = self.passage.language.report();
        let mut complement = None;
        let first = end.saturating_sub(LONGEST_PHRASE);
        for at in (first..end).rev() {
            let token = self.passage.tokens[at];
            let boundary = match token.kind {
                TokenKind::Punctuation => !self.passage.is(token, words!("' ’ \" « » “ ” % € $")),
                TokenKind::Url => true,
                TokenKind::Word => self.passage.is(token, tables.connectives),
                TokenKind::Number => false,
            };
            if boundary {
                return complement.unwrap_or(at + 1);
            }
            if self.is_date(at) {
                continue;
            }
            if self.passage.is(token, tables.indefinites) {
                return at;
            }
            if self.passage.is(token, tables.partitives) {
                // After a preposition it is an article only: "par des voisins".
                if at > first && self.passage.is(self.passage.tokens[at - 1], tables.prepositions) {
                    return at;
                }
                complement = Some(at);
            } else if self.passage.is(token, tables.determiners) {
                if !self.is_complement(at) {
                    return at;
                }
                complement = Some(at);
            }
        }
        complement.unwrap_or(first)
    }

    /// Whether the token at `at` belongs to the complement of a noun before it, as "l'" in "jour de l'an".
    fn is_complement(&self, at: usize) -> bool {
        let tables = self.passage.language.report();
        let is_before = |distance: usize, words: Words| {
            at >= distance && self.passage.is(self.passage.tokens[at - distance], words)
        };
        is_before(1, tables.complements)
            || is_before(1, tables.partitives)
            // "de l'Ukraine"
            || is_before(1, tables.determiners) && is_before(2, tables.complements)
    }

    /// Whether the token after `at` belongs to a date, so that a determiner at `at` does not begin the phrase: "le"
    /// in "une hausse le 3 mai".
    fn is_date(&self, at: usize) -> bool {
        let span = match self.passage.tokens.get(at + 1) {
            Some(next) => next.span,
            None => return false,
        };
        self.figures.iter().any(|figure| figure.measure.is_temporal() && figure.span.contains(span))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::Measure;
    use crate::text::Marked;

    /// Checks the anchor of the first address in `marked`, in which names are in braces and a date in square
    /// brackets.
    #[track_caller]
    fn check(kind: BlockKind, marked: &str, expected: Option<&str>) {
        let date = marked.split_once('[').and_then(|(_, rest)| rest.split_once(']')).map(|(date, _)| date);
        let plain = if date.is_some() { marked.replace(['[', ']'], "") } else { marked.to_owned() };
        let marked = Marked::new(&plain);
        let figures: Vec<Figure> = date
            .and_then(|date| marked.text.find(date).map(|at| Span::new(at, at + date.len())))
            .map(|span| Figure::new(span, Measure::Date))
            .into_iter()
            .collect();
        let block = Block { kind, span: Span::new(0, marked.text.len()) };
        let url = marked.urls().next().expect("the case has an address");
        let anchor = find_anchor(&marked.passage(), block, &figures, url);
        assert_eq!(anchor.map(|anchor| anchor.of(&marked.text)), expected);
    }

    #[test]
    fn a_name_before_the_link_is_its_anchor() {
        check(BlockKind::Paragraph, "le chef {Jean Martin} https://a.example/x, 60 ans", Some("Jean Martin"));
        check(BlockKind::Paragraph, "selon {Reuters°} (https://a.example/x).", Some("Reuters"));
        check(
            BlockKind::Paragraph,
            "la famille de {Martin} https://a.example/x",
            Some("la famille de Martin"),
        );
        check(
            BlockKind::Paragraph,
            "la chute de l'{Empire°} https://a.example/x",
            Some("la chute de l'Empire"),
        );
    }

    #[test]
    fn the_noun_phrase_before_the_link_is_its_anchor() {
        check(
            BlockKind::Paragraph,
            "La ville est coupée, ralentissant la pêche du thon https://a.example/x depuis hier",
            Some("la pêche du thon"),
        );
        check(
            BlockKind::Paragraph,
            "La grève est née d'une baisse du salaire des marins [le 3 mai] https://a.example/x",
            Some("une baisse du salaire des marins le 3 mai"),
        );
        check(
            BlockKind::Paragraph,
            "Il proteste contre une baisse du salaire [le 3 mai] https://a.example/x",
            Some("une baisse du salaire le 3 mai"),
        );
        check(
            BlockKind::Paragraph,
            "Tout vient de la baisse des salaires [au Nouvel An] https://a.example/x",
            Some("la baisse des salaires au Nouvel An"),
        );
        check(BlockKind::Paragraph, "Il l'a su par des voisins https://a.example/x", Some("des voisins"));
    }

    #[test]
    fn repeated_addresses_and_list_items_have_anchors() {
        check(
            BlockKind::Paragraph,
            "voir le rapport https://a.example/x https://b.example/y",
            Some("le rapport"),
        );
        check(
            BlockKind::ListItem,
            "- Les raisons de la crise : https://a.example/x",
            Some("Les raisons de la crise"),
        );
    }

    #[test]
    fn a_link_without_words_before_it_has_no_anchor() {
        check(BlockKind::Paragraph, "https://a.example/x", None);
        check(BlockKind::Paragraph, "Le prix baisse. Voir : https://a.example/x", None);
        check(BlockKind::ListItem, "- https://a.example/x", None);
    }
}
