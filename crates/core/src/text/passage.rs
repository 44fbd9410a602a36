//! A sentence with its tokens and names, as needed to find speakers of quotations and anchors of links.

use super::{Span, Token, item_at};
use crate::entity::Class;
use crate::lang::Language;
use crate::lang::words::{Words, words};

/// A mention that is resolved to its entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Resolved {
    /// The mention's span.
    pub span: Span,
    /// Index of its entity.
    pub entity: usize,
    /// The entity's class.
    pub class: Class,
}

/// A sentence with its tokens and names.
pub(crate) struct Passage<'a> {
    /// The whole analysed text, which all spans refer to.
    pub text: &'a str,
    /// Its language.
    pub language: Language,
    /// The sentence's tokens, in order.
    pub tokens: &'a [Token],
    /// The sentence's names, in order.
    pub mentions: &'a [Resolved],
}

impl Passage<'_> {
    /// The text of `token` in lower case and with an ASCII apostrophe.
    pub fn word(&self, token: Token) -> String {
        token.span.of(self.text).to_lowercase().replace('\u{2019}', "'")
    }

    /// Whether `token`, regardless of case, is one of `words`, which are in lower case and have at most 16 bytes.
    pub fn is(&self, token: Token, words: Words) -> bool {
        token.span.len() <= 16 && words.contains(&self.word(token))
    }

    /// Index of the first token that starts at or after the byte `offset`.
    pub fn token_at(&self, offset: usize) -> usize {
        self.tokens.partition_point(|token| token.span.start < offset)
    }

    /// The name that encloses the byte at `offset`, if any.
    pub fn mention_at(&self, offset: usize) -> Option<Resolved> {
        item_at(self.mentions, offset, |mention| mention.span).copied()
    }

    /// Whether the noun phrase with the name at `span` is the object of a preposition: "à l'agence Reuters". Up to two
    /// words may be between the preposition, with or without a determiner after it, and the name.
    pub fn is_object(&self, span: Span) -> bool {
        let tables = self.language.report();
        let at = self.token_at(span.start);
        let first = at.saturating_sub(3);
        for before in (first..at).rev() {
            let token = self.tokens[before];
            if self.mention_at(token.span.start).is_some() {
                return false; // the preposition's object is that other name
            }
            // "Paul Roche (PS)", but not "le metteur en scène Paul Roche"
            let manner = before + 1 < at && self.is(token, tables.manner);
            if self.is(token, tables.prepositions) && !manner
                || (before + 1 == at && self.is(token, words!("(")))
            {
                return true;
            }
            if self.is(token, tables.determiners) {
                return before > 0 && self.is(self.tokens[before - 1], tables.prepositions);
            }
            let word = token.span.of(self.text);
            // The full stop of a title is part of it: "de M. Martin".
            if !word.starts_with(char::is_alphanumeric) && word != "." {
                return false;
            }
        }
        false
    }
}

impl Passage<'_> {
    /// Whether the token at `at` introduces the source that follows it: "selon", the end of "d'après".
    pub fn introduces_source(&self, at: usize) -> bool {
        let is = |at: usize, words: Words| self.is(self.tokens[at], words);
        let tables = self.language.report();
        is(at, tables.attributions) || (at > 0 && is(at, tables.after) && is(at - 1, tables.complements))
    }

    /// Whether the token at `at` reports speech: a reporting verb that is not a noun here ("une demande"), or a word
    /// such as "selon".
    pub fn reports_speech(&self, at: usize) -> bool {
        let tables = self.language.report();
        let noun = at.checked_sub(1).is_some_and(|before| {
            let before = self.tokens[before];
            self.is(before, tables.indefinites) || self.is(before, tables.complements)
        });
        self.introduces_source(at) || !noun && self.is_reporting(self.tokens[at])
    }

    /// Whether `token` is a noun for a role or trade.
    pub fn is_role(&self, token: Token) -> bool {
        self.language.entity().is_role(token.span.of(self.text))
    }

    /// Whether `token` may be a form of a reporting verb, such as "dit".
    pub fn is_reporting(&self, token: Token) -> bool {
        token.span.len() <= 20 && self.language.report().is_reporting(&self.word(token))
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::text::{TokenKind, tokenize};

    /// A sentence with its tokens and names, parsed from text in which names are in braces. Each distinct name is an
    /// entity, numbered by first use. It is a person, or with a degree sign an organisation ("{Reuters°}"), or with a
    /// star another class ("{Breton*}").
    pub struct Marked {
        pub text: String,
        pub tokens: Vec<Token>,
        pub mentions: Vec<Resolved>,
    }

    impl Marked {
        pub fn new(marked: &str) -> Marked {
            let (mut text, mut mentions, mut names) = (String::new(), Vec::new(), Vec::<String>::new());
            for (index, piece) in marked.split(['{', '}']).enumerate() {
                let start = text.len();
                let name = piece.trim_end_matches(['°', '*']);
                text.push_str(name);
                if index % 2 == 1 {
                    let entity = names.iter().position(|known| known == name).unwrap_or(names.len());
                    if entity == names.len() {
                        names.push(name.to_owned());
                    }
                    let class = match piece.strip_prefix(name) {
                        Some("°") => Class::Organisation,
                        Some("*") => Class::Other,
                        _ => Class::Person,
                    };
                    mentions.push(Resolved { span: Span::new(start, text.len()), entity, class });
                }
            }
            let urls: Vec<Span> = text
                .match_indices("https://")
                .map(|(at, _)| {
                    let length = text[at..].find([' ', ',', ')']).unwrap_or(text.len() - at);
                    Span::new(at, at + length)
                })
                .collect();
            let mut tokens = Vec::new();
            tokenize(&text, Span::new(0, text.len()), &urls, Language::French, &mut tokens);
            Marked { text, tokens, mentions }
        }

        pub fn passage(&self) -> Passage<'_> {
            Passage {
                text: &self.text,
                language: Language::French,
                tokens: &self.tokens,
                mentions: &self.mentions,
            }
        }

        pub fn urls(&self) -> impl Iterator<Item = Span> {
            self.tokens.iter().filter(|token| token.kind == TokenKind::Url).map(|token| token.span)
        }
    }

    #[test]
    fn objects_of_prepositions_are_distinguished_from_subjects() {
        for (marked, is_object) in [
            ("a déclaré {Chevron°}", false),
            ("a déclaré l'agence {RIA°}", false),
            ("a déclaré à l'agence de presse {RIA°}", true),
            ("le président {Kassym-Jomart Tokayev}", false),
            ("par rapport à {Tokayev}", true),
            ("l'affirmation de M. {Tokayev}", true),
            ("le successeur de {Nazarbayev}", true),
        ] {
            let marked = Marked::new(marked);
            let passage = marked.passage();
            assert_eq!(passage.is_object(passage.mentions[0].span), is_object, "{}", marked.text);
        }
    }
}
