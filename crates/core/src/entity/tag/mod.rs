//! The tagger: finds the names in an article and their classes.
//!
//! A linear model with Viterbi decoding labels the words of each sentence ([`features`], [`weights`], [`decode`]).
//! Rules then correct its labels from the words around each name ([`cues`]), and from what the rest of the article
//! says ([`evidence`], [`phrases`], [`names`]).

mod cues;
mod decode;
mod evidence;
mod features;
mod form;
mod gazetteer;
mod label;
mod model;
mod names;
mod phrases;
mod rules;
mod run;
mod sport;
mod table;
#[cfg(feature = "train")]
pub mod training;
mod weights;
mod word;

pub use gazetteer::Entry;
pub(crate) use gazetteer::Gazetteer;

use super::Mention;
use crate::lang::Pack;
use crate::lang::pack::hash;
use crate::text::{Token, TokenKind};
use cues::Cues;
use decode::{Decoder, Edges, Scores};
use evidence::Evidence;
use features::{SentenceWords, features};
use form::Scratch;
use label::{LABELS, Label};
use model::Model;
use names::{Names, is_all_caps};
use phrases::Phrases;
use run::{HeadNoun, Run};
use std::ops::Range;
pub(crate) use table::Table;
use weights::FoundRows;
use word::Word;

/// Finds the names of an article in two passes over its sentences: [`read`](Tagger::read) labels each sentence on its
/// own and collects evidence from it, and [`tag`](Tagger::tag) returns its names, using the evidence from all
/// sentences.
#[derive(Debug)]
pub(crate) struct Tagger<'p> {
    model: Model<'p>,
    evidence: Evidence,
    phrases: Phrases,
    /// The attributes of every word form seen, by its hash.
    forms: Table<Word>,
    /// For each sentence read, the range of its words in `words` and `labels`.
    sentences: Vec<Range<usize>>,
    /// The words of all sentences read so far, except those that [`is_tagged`] leaves out, and their labels.
    words: Vec<Word>,
    labels: Vec<Label>,
    buffers: Buffers,
}

/// Buffers for one sentence, reused to save allocations.
#[derive(Debug, Default)]
struct Buffers {
    /// The sentence's tokens, except those that [`is_tagged`] leaves out.
    tokens: Vec<Token>,
    forms: Scratch,
    text: String,
    words: Vec<Word>,
    inside: Vec<u32>,
    entries: Vec<u32>,
    runs: Vec<Run>,
    head_nouns: Vec<HeadNoun>,
    found: FoundRows,
    scores: Vec<Scores>,
    labels: Vec<Label>,
    decoder: Decoder,
}

/// A word more than this number of words from the nearest capitalised word cannot be in a name.
const MAX_DISTANCE_TO_CAPITAL: usize = 6;

impl<'p> Tagger<'p> {
    /// A tagger at the start of an article.
    pub fn new(pack: &'p Pack) -> Self {
        Tagger {
            model: Model::new(pack),
            evidence: Evidence::default(),
            phrases: Phrases::default(),
            forms: Table::default(),
            sentences: Vec::new(),
            words: Vec::new(),
            labels: Vec::new(),
            buffers: Buffers::default(),
        }
    }

    /// First pass: labels the next sentence, which has these tokens, and records its evidence.
    pub fn read(&mut self, text: &str, tokens: &[Token]) {
        self.fill_buffers(text, tokens);
        let Tagger { model, buffers, .. } = self;
        let Buffers { words, entries, runs, head_nouns, found, scores, labels, decoder, .. } = buffers;
        let sentence = SentenceWords { words, entries, runs, head_nouns };
        scores.clear();
        scores.resize(words.len(), [0; LABELS]);
        labels.clear();
        labels.resize(words.len(), Label::OUTSIDE);
        for range in candidate_ranges(words) {
            for index in range.clone() {
                features(&sentence, index, model.coarse, |first, values| {
                    model.weights.find(first, values, found)
                });
                model.weights.add(found, &mut scores[index]);
            }
            let edges = Edges { first: range.start == 0, last: range.end == words.len() };
            decoder.decode(&scores[range.clone()], edges, &model.transitions, &mut labels[range]);
        }
        self.apply_cues(text);
        self.record(text);
    }

    /// Fills the buffers with the sentence's words and the context that features need.
    fn fill_buffers(&mut self, text: &str, tokens: &[Token]) {
        let Tagger { model, forms, buffers, .. } = self;
        buffers.tokens.clear();
        buffers.tokens.extend(tokens.iter().filter(|token| is_tagged(text, token)));
        let tokens = buffers.tokens.as_slice();
        buffers.words.clear();
        buffers.inside.clear();
        let (mut quoted, mut bracketed) = (false, false);
        for &token in tokens {
            let form = token.span.of(text);
            let hash = hash::hash(form.as_bytes()) ^ token.kind as u64;
            let word = *forms.get_or(hash, || Word::new(text, token, model, &mut buffers.forms));
            buffers.words.push(word);
            if token.kind == TokenKind::Punctuation {
                match form {
                    "«" | "“" => quoted = true,
                    "»" | "”" => quoted = false,
                    "\"" => quoted = !quoted,
                    "(" | "[" => bracketed = true,
                    ")" | "]" => bracketed = false,
                    _ => {}
                }
            }
            buffers.inside.push(if bracketed { 2 } else { u32::from(quoted) });
        }
        Run::find(&buffers.words, &buffers.inside, &mut buffers.runs);
        HeadNoun::find(&buffers.words, &mut buffers.head_nouns);
        buffers.entries.clear();
        while buffers.entries.len() < tokens.len() {
            let at = buffers.entries.len();
            let found = (buffers.words[at].is_capital())
                .then(|| model.gazetteer.longest(text, &tokens[at..], &mut buffers.text))
                .flatten();
            let Some((count, entry)) = found else {
                buffers.entries.push(0);
                continue;
            };
            for index in 0..count {
                let part =
                    if count == 1 { 4 } else { 1 + usize::from(index > 0) + usize::from(index + 1 == count) };
                buffers.entries.push(entry.kinds() << 3 | part as u32);
            }
        }
    }

    /// Corrects the sentence's labels from the words around its names.
    fn apply_cues(&mut self, text: &str) {
        let Tagger { model, evidence, buffers, .. } = self;
        let Buffers { tokens, words, labels, .. } = buffers;
        // In a line in capitals, case does not show which words are names.
        if !is_all_caps(words) {
            Cues { model, text, tokens, words, evidence }.apply(labels);
        }
    }

    /// Stores the sentence's words and labels, and records its evidence.
    fn record(&mut self, text: &str) {
        let Tagger { model, buffers, .. } = self;
        if sport::has_score(text, &buffers.tokens, model.tables) {
            self.evidence.record_score(self.sentences.len());
        }
        // In a line in capitals, case does not show which words are names.
        if !is_all_caps(&buffers.words) {
            self.evidence.record(&buffers.words, &buffers.labels);
            self.phrases.record(&buffers.words, &buffers.labels);
        }
        let first = self.words.len();
        self.words.extend_from_slice(&buffers.words);
        self.labels.extend_from_slice(&buffers.labels);
        self.sentences.push(first..self.words.len());
    }

    /// Second pass, after all sentences are read: appends the names of the sentence at `index`, which has these tokens,
    /// to `mentions`: sorted and without overlaps.
    pub fn tag(&mut self, text: &str, index: usize, tokens: &[Token], mentions: &mut Vec<Mention>) {
        let Some(range) = self.sentences.get(index).cloned() else { return };
        let (words, labels) = (&self.words[range.clone()], &self.labels[range]);
        let kept = &mut self.buffers.tokens;
        kept.clear();
        kept.extend(tokens.iter().filter(|token| is_tagged(text, token)));
        let (model, evidence, folded) = (&self.model, &self.evidence, &mut self.buffers.text);
        let is_sport = evidence.is_near_score(index);
        let last_town = (0, false);
        let mut names = Names { model, evidence, text, tokens: kept, words, is_sport, last_town, folded };
        names.find(self.phrases.extend(words, labels), |span, class| {
            mentions.push(Mention { span, class, sentence: index });
        });
    }
}

/// Whether the tagger uses a token. It leaves out addresses, and prefixes such as "ex-", which do not change where the
/// name after them begins or what its class is.
fn is_tagged(text: &str, token: &Token) -> bool {
    token.kind != TokenKind::Url && !(token.kind == TokenKind::Word && token.span.of(text).ends_with('-'))
}

/// The ranges of words that may be in names: those within [`MAX_DISTANCE_TO_CAPITAL`] words of a capitalised one. The
/// ranges are in order, and at least one word is between each two.
fn candidate_ranges(words: &[Word]) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut next = 0;
    std::iter::from_fn(move || {
        let capital = |words: &[Word]| words.iter().position(Word::is_capital);
        let first = next + capital(words.get(next..)?)?;
        let mut end = first + 1;
        while let Some(more) = capital(&words[end..words.len().min(end + 2 * MAX_DISTANCE_TO_CAPITAL + 1)]) {
            end += more + 1;
        }
        next = words.len().min(end + MAX_DISTANCE_TO_CAPITAL);
        Some(first.saturating_sub(MAX_DISTANCE_TO_CAPITAL)..next)
    })
}

#[cfg(test)]
mod tests;
