//! Finding names.

mod cues;
mod decode;
mod evidence;
mod features;
mod form;
mod gazetteer;
mod known;
mod label;
mod model;
mod names;
mod phrases;
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
use features::{Line, features};
use form::Scratch;
use label::{LABELS, Label};
use model::Model;
use names::{Names, is_shouted};
use phrases::Phrases;
use run::{Chain, Run};
use std::ops::Range;
pub(crate) use table::Table;
use weights::Found;
use word::Word;

/// Finds the names of an article in two passes over its sentences: [`read`](Tagger::read) labels each sentence on its
/// own and gathers what the whole article says of each word, [`tag`](Tagger::tag) adds what only the article tells.
#[derive(Debug)]
pub(crate) struct Tagger<'p> {
    model: Model<'p>,
    evidence: Evidence,
    phrases: Phrases,
    /// The attributes of every word form seen, by its hash.
    forms: Table<Word>,
    /// For each sentence read, its words in the lists below.
    sentences: Vec<Range<usize>>,
    /// The words of all sentences read so far, but for addresses, and their labels.
    words: Vec<Word>,
    labels: Vec<Label>,
    scratch: Work,
}

/// Memory kept from sentence to sentence.
#[derive(Debug, Default)]
struct Work {
    /// The sentence's tokens but for addresses, which readers skip too.
    tokens: Vec<Token>,
    forms: Scratch,
    text: String,
    line: Vec<Word>,
    inside: Vec<u32>,
    entries: Vec<u32>,
    runs: Vec<Run>,
    chains: Vec<Chain>,
    found: Found,
    scores: Vec<Scores>,
    labels: Vec<Label>,
    decoder: Decoder,
}

/// A word this far from the next capital is in no name.
const REACH: usize = 6;

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
            scratch: Work::default(),
        }
    }

    /// First pass: labels a sentence of these tokens and takes note of it.
    pub fn read(&mut self, text: &str, tokens: &[Token]) {
        self.look(text, tokens);
        let Tagger { model, scratch, .. } = self;
        let Work { line: words, entries, runs, chains, found, scores, labels, decoder, .. } = scratch;
        let line = Line { words, entries, runs, chains };
        scores.clear();
        scores.resize(words.len(), [0; LABELS]);
        labels.clear();
        labels.resize(words.len(), Label::OUTSIDE);
        for island in islands(words) {
            for index in island.clone() {
                features(&line, index, model.coarse, |first, values| {
                    model.weights.find(first, values, found)
                });
                model.weights.add(found, &mut scores[index]);
            }
            let edges = Edges { first: island.start == 0, last: island.end == words.len() };
            decoder.decode(&scores[island.clone()], edges, &model.transitions, &mut labels[island]);
        }
        self.cue(text);
        self.note(text);
    }

    /// Fills the working memory with the sentence's words and what surrounds each.
    fn look(&mut self, text: &str, tokens: &[Token]) {
        let Tagger { model, forms, scratch, .. } = self;
        scratch.tokens.clear();
        scratch.tokens.extend(tokens.iter().filter(|token| is_seen(text, token)));
        let tokens = scratch.tokens.as_slice();
        scratch.line.clear();
        scratch.inside.clear();
        let (mut quoted, mut bracketed) = (false, false);
        for &token in tokens {
            let form = token.span.of(text);
            let hash = hash::hash(form.as_bytes()) ^ token.kind as u64;
            let word = *forms.get_or(hash, || Word::new(text, token, model, &mut scratch.forms));
            scratch.line.push(word);
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
            scratch.inside.push(if bracketed { 2 } else { u32::from(quoted) });
        }
        Run::find(&scratch.line, &scratch.inside, &mut scratch.runs);
        Chain::find(&scratch.line, &mut scratch.chains);
        scratch.entries.clear();
        while scratch.entries.len() < tokens.len() {
            let at = scratch.entries.len();
            let found = (scratch.line[at].is_capital())
                .then(|| model.gazetteer.longest(text, &tokens[at..], &mut scratch.text))
                .flatten();
            let Some((count, entry)) = found else {
                scratch.entries.push(0);
                continue;
            };
            for index in 0..count {
                let part =
                    if count == 1 { 4 } else { 1 + usize::from(index > 0) + usize::from(index + 1 == count) };
                scratch.entries.push(entry.kinds() << 3 | part as u32);
            }
        }
    }

    /// Corrects the sentence's labels by what stands beside its names.
    fn cue(&mut self, text: &str) {
        let Tagger { model, evidence, scratch, .. } = self;
        let Work { tokens, line: words, labels, .. } = scratch;
        // A line in capitals says nothing of which words are names.
        if !is_shouted(words) {
            Cues { model, text, tokens, words, evidence }.apply(labels);
        }
    }

    /// Keeps the sentence's words and labels.
    fn note(&mut self, text: &str) {
        let Tagger { model, scratch, .. } = self;
        if sport::has_score(text, &scratch.tokens, model.tables) {
            self.evidence.score(self.sentences.len());
        }
        // A line in capitals says nothing of which words are names.
        if !is_shouted(&scratch.line) {
            self.evidence.read(&scratch.line, &scratch.labels);
            self.phrases.read(&scratch.line, &scratch.labels);
        }
        let first = self.words.len();
        self.words.extend_from_slice(&scratch.line);
        self.labels.extend_from_slice(&scratch.labels);
        self.sentences.push(first..self.words.len());
    }

    /// Second pass, after every sentence was read: appends the names of the sentence at `index` to `mentions`,
    /// sorted, not overlapping.
    pub fn tag(&mut self, text: &str, index: usize, tokens: &[Token], mentions: &mut Vec<Mention>) {
        let Some(range) = self.sentences.get(index).cloned() else { return };
        let (words, labels) = (&self.words[range.clone()], &self.labels[range]);
        let kept = &mut self.scratch.tokens;
        kept.clear();
        kept.extend(tokens.iter().filter(|token| is_seen(text, token)));
        let (model, evidence, folded) = (&self.model, &self.evidence, &mut self.scratch.text);
        let sport = evidence.is_sport(index);
        let mut names = Names { model, evidence, text, tokens: kept, words, sport, town: (0, false), folded };
        names.find(self.phrases.complete(words, labels), |span, class| {
            mentions.push(Mention { span, class, sentence: index });
        });
    }
}

/// Whether a token stands among the words that the tagger sees. Readers skip addresses, and "ex-" before a name says
/// nothing of where it begins or what it is of.
fn is_seen(text: &str, token: &Token) -> bool {
    token.kind != TokenKind::Url && !(token.kind == TokenKind::Word && token.span.of(text).ends_with('-'))
}

/// The stretches of words that may be in names: those near a word with a capital. Between two of them is at least one
/// word that is not.
fn islands(words: &[Word]) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut next = 0;
    std::iter::from_fn(move || {
        let capital = |words: &[Word]| words.iter().position(Word::is_capital);
        let first = next + capital(words.get(next..)?)?;
        let mut end = first + 1;
        while let Some(more) = capital(&words[end..words.len().min(end + 2 * REACH + 1)]) {
            end += more + 1;
        }
        next = words.len().min(end + REACH);
        Some(first.saturating_sub(REACH)..next)
    })
}

#[cfg(test)]
mod tests;
