//! Clubs that are called by the name of their town: "Lens s'est imposé 2-0 face à Nice".

use super::gazetteer::Entry;
use super::names::Names;
use super::word::Shape;
use crate::entity::Class;
use crate::lang::EntityTables;
use crate::lang::words::{Words, words};
use crate::text::{Token, TokenKind, fold};
use std::ops::Range;

/// Whether a sentence has the score of a match: "2-0", but not "les 18-24 ans".
pub(super) fn has_score(text: &str, tokens: &[Token], tables: &EntityTables) -> bool {
    let points = |token: &Token| token.kind == TokenKind::Number && token.span.len() < 4;
    tokens.windows(4).any(|window| {
        let [before, home, dash, away] = window else { return false };
        points(home)
            && points(away)
            && matches!(dash.span.of(text), "-" | "\u{2013}")
            && home.span.end == dash.span.start
            && dash.span.end == away.span.start
            && !tables.before_ranges.contains(&fold(before.span.of(text)))
    })
}

impl Names<'_, '_> {
    /// The class of the place at the words `name` in a sentence about matches: an organisation if it is a town and used
    /// as the subject or object of a verb, which means its club; a place otherwise, such as after a preposition.
    pub(super) fn class_of_town(&mut self, name: &Range<usize>) -> Class {
        let known = self.model.gazetteer.longest(self.text, &self.tokens[name.clone()], self.folded);
        let town = match known {
            Some((count, entry)) => count == name.len() && is_town(entry),
            None => name.len() == 1,
        };
        let (tables, report) = (self.model.tables, self.model.report);
        let prepositions = report.prepositions;
        let acts = self.words.get(name.end).is_some_and(|next| {
            matches!(next.shape, Shape::Lower | Shape::LowerElided)
                && !next.of
                && !self.is_word(name.end, prepositions)
                || self.is_word(name.end, report.auxiliaries)
        });
        let club = town
            && match name.start.checked_sub(1) {
                None => acts,
                Some(before)
                    if self.last_town.0 == before
                        && (self.is_word(before, words!(",")) || self.is_word(before, tables.and)) =>
                {
                    self.last_town.1
                }
                Some(before) if self.words[before].shape == Shape::Punctuation => {
                    acts && !self.is_word(before, words!("("))
                }
                Some(before) if self.is_word(before, tables.versus) => true,
                Some(before) if self.is_word(before, prepositions) => {
                    before > 0 && self.is_word(before - 1, tables.facing)
                }
                Some(before) => {
                    // "au stade Mallard"
                    let lower = self.words[before].shape == Shape::Lower && self.words[before].heads == 0;
                    lower && !self.is_word(before, tables.before_towns)
                }
            };
        self.last_town = (name.end, club);
        if club { Class::Organisation } else { Class::Place }
    }

    /// If `name` is one word of two clubs joined by a hyphen, "Nîmes-Montpellier", the byte offset of the second.
    pub(super) fn second_club(&self, name: &Range<usize>) -> Option<usize> {
        let [token] = &self.tokens[name.clone()] else { return None };
        let (home, away) = token.span.of(self.text).split_once('-')?;
        let known = |name: &str| self.model.gazetteer.get(&fold(name));
        let town = |name: &str| known(name).is_some_and(is_town);
        (town(home) && town(away) && known(token.span.of(self.text)).is_none())
            .then_some(token.span.start + home.len() + 1)
    }

    /// Whether the word at `at`, in lower case but with its accents, is one of `words`.
    fn is_word(&self, at: usize, words: Words) -> bool {
        words.contains(&self.tokens[at].span.of(self.text).to_lowercase())
    }
}

/// Whether an entry is that of a city, and not of a country too.
fn is_town(entry: Entry) -> bool {
    let kinds = u64::from(entry.kinds());
    kinds & Entry::COUNTRY == 0 && kinds & (Entry::CITY | Entry::GREAT_CITY) != 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entity::Place;
    use crate::entity::tag::evidence::Evidence;
    use crate::entity::tag::model::Model;
    use crate::entity::tag::word::Word;
    use crate::lang::pack::{Builder, Known};
    use crate::lang::{Language, Pack};
    use crate::text::{Span, tokenize};

    /// Compares the clubs that are found in `text`, as a sentence about matches, using a pack with the towns of the
    /// cases.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let place = Place { latitude: 45.0, longitude: 2.0, country: *b"FR" };
        let town = |key: &str| (key.to_owned(), Known { bits: Entry::CITY, places: vec![place] });
        let mut builder = Builder::new(Language::French);
        let known = ["brehet", "riom", "valmy"].map(town);
        let pack =
            Pack::load(builder.set_gazetteer(&known.into()).expect("sorted").build()).expect("a whole pack");
        let model = Model::new(&pack);
        let mut tokens = Vec::new();
        tokenize(text, Span::new(0, text.len()), &[], Language::French, &mut tokens);
        let words: Vec<Word> =
            tokens.iter().map(|&token| Word::new(text, token, &model, &mut Default::default())).collect();
        let towns = ["Bréhet", "Riom", "Valmy", "Valmy-Riom"];
        let labelled = (0..tokens.len()).filter(|&at| towns.contains(&tokens[at].span.of(text)));
        let labelled = labelled.map(|at| (at..at + 1, crate::entity::tag::label::PLACE)).collect();
        let (evidence, mut folded) = (Evidence::default(), String::new());
        let mut names = Names {
            model: &model,
            evidence: &evidence,
            text,
            tokens: &tokens,
            words: &words,
            is_sport: true,
            last_town: (0, false),
            folded: &mut folded,
        };
        let mut clubs = Vec::new();
        names.find(labelled, |span, class| {
            if class == Class::Organisation {
                clubs.push(span.of(text));
            }
        });
        assert_eq!(clubs, expected, "{text}");
    }

    #[test]
    fn towns_that_play_are_clubs() {
        check("Riom a battu Valmy 2-0 à Bréhet.", &["Riom", "Valmy"]);
        check("Dimanche, Riom et Valmy joueront.", &["Riom", "Valmy"]);
        check("Il a gagné face à Riom, Valmy et Bréhet.", &["Riom", "Valmy", "Bréhet"]);
        check("Le derby Valmy-Riom est arrêté.", &["Valmy", "Riom"]);
        check("Il vient de Riom et Valmy, près de Bréhet.", &[]);
        check("Riom, Valmy (Bréhet).", &[]);
    }

    #[test]
    fn scores_are_distinguished_from_ranges() {
        for (text, expected) in [
            ("Riom gagne 2-0.", true),
            ("une victoire (23-19)", true),
            ("les 18-24 ans", false),
            ("la saison 2023-2024", false),
            ("le 3 - 4", false),
        ] {
            let mut tokens = Vec::new();
            tokenize(text, Span::new(0, text.len()), &[], Language::French, &mut tokens);
            assert_eq!(has_score(text, &tokens, Language::French.entity()), expected, "{text}");
        }
    }
}
