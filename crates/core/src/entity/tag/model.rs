//! The parts of a pack that the tagger reads.

use super::decode::{Scores, Transitions};
use super::gazetteer::{Entry, Gazetteer};
use super::word::Word;
use crate::lang::pack::{Keys, Row, Section, hash};
use crate::lang::{EntityTables, Pack};
use crate::text::{Span, Token, TokenKind, fold};

/// What was learned, ready to be looked up.
#[derive(Debug)]
pub(crate) struct Model<'p> {
    /// Weights of what a sentence shows.
    pub local: Weights<'p>,
    pub local_transitions: Transitions,
    /// Weights of what the whole article shows.
    pub article: Weights<'p>,
    pub article_transitions: Transitions,
    clusters: Keys<'p>,
    cluster_of: &'p [u8],
    /// The coarse cluster of each cluster.
    pub coarse: &'p [u8],
    pub gazetteer: Gazetteer<'p>,
    pub tables: &'static EntityTables,
}

impl<'p> Model<'p> {
    pub fn new(pack: &'p Pack) -> Self {
        Model {
            local: Weights::new(pack, Section::LocalKeys, Section::LocalRows, Section::LocalWeights),
            local_transitions: Transitions::new(pack.section(Section::LocalTransitions)),
            article: Weights::new(pack, Section::ArticleKeys, Section::ArticleRows, Section::ArticleWeights),
            article_transitions: Transitions::new(pack.section(Section::ArticleTransitions)),
            clusters: pack.keys(Section::ClusterKeys),
            cluster_of: pack.section(Section::Clusters),
            coarse: pack.section(Section::CoarseClusters),
            gazetteer: Gazetteer::new(pack),
            tables: pack.language().entity(),
        }
    }

    /// The span of a name without what begins or ends no name: an elided word, "M.", punctuation, and what follows
    /// an address.
    pub fn trim(&self, text: &str, tokens: &[Token]) -> Option<Span> {
        let no_name = |token: &&Token| {
            token.kind == TokenKind::Punctuation
                || self.tables.not_in_names.contains(&fold(token.span.of(text)).as_str())
        };
        let is_title = |token: &&Token| {
            let word = fold(token.span.of(text));
            self.tables.masculine.contains(&word.as_str()) || self.tables.feminine.contains(&word.as_str())
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

    /// How many words from `at` on name a country or a great city, and can be nothing else that is known.
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
        let is_place =
            [Entry::COUNTRY, Entry::GREAT_CITY, Entry::COUNTRY | Entry::GREAT_CITY].contains(&sure);
        (is_place && !is_capital(at + count)).then_some(count)
    }

    /// Whether a word names a people or a member of one, and nothing else: "Kazakhs".
    pub fn is_people(&self, text: &str, token: Token) -> bool {
        let known = self.gazetteer.longest(text, &[token], &mut String::new());
        known.is_some_and(|(_, entry)| {
            u64::from(entry.kinds()) & Entry::PEOPLE != 0 && entry.place().is_none()
        })
    }

    /// The cluster of a form, from 1 up; 0 if it has none.
    pub fn cluster(&self, form: &str) -> u16 {
        let Some(rank) = self.clusters.rank(hash::hash(form.as_bytes())) else { return 0 };
        // Of nine bytes for eight words, eight are the low ones.
        let (low, high) = self.cluster_of.split_at(self.cluster_of.len() * 8 / 9);
        match (low.get(rank), high.get(rank / 8)) {
            (Some(&low), Some(&high)) => 1 + u16::from_le_bytes([low, high >> (rank % 8) & 1]),
            _ => 0,
        }
    }
}

/// The weights of the features that have any.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Weights<'p> {
    keys: Keys<'p>,
    /// For each key: which labels have a weight, and where its first is.
    rows: &'p [Row],
    weights: &'p [u8],
}

impl<'p> Weights<'p> {
    fn new(pack: &'p Pack, keys: Section, rows: Section, weights: Section) -> Self {
        Weights { keys: pack.keys(keys), rows: pack.rows(rows), weights: pack.section(weights) }
    }

    /// Adds a feature's weights to `scores`.
    #[inline(always)]
    pub fn add(&self, feature: u64, scores: &mut Scores) {
        // Most features have none, and are turned away here, where no call is made for them.
        if self.keys.has(feature) {
            self.add_row(feature, scores);
        }
    }

    #[inline(never)]
    fn add_row(&self, feature: u64, scores: &mut Scores) {
        let Some(row) = self.keys.rank(feature).and_then(|rank| self.rows.get(rank)) else { return };
        let mut labels = row.labels;
        let mut weights = self.weights.get(row.start as usize..).unwrap_or_default().iter();
        while labels != 0 {
            let label = labels.trailing_zeros() as usize;
            if let (Some(score), Some(&weight)) = (scores.get_mut(label), weights.next()) {
                *score += i32::from(weight as i8);
            }
            labels &= labels - 1;
        }
    }
}
