//! Finding names.

mod decode;
mod evidence;
mod features;
mod gazetteer;
mod label;
mod model;
mod run;
#[cfg(feature = "train")]
pub mod training;
mod weights;
mod word;

pub use gazetteer::Entry;
pub(crate) use gazetteer::Gazetteer;

use super::{Class, Mention};
use crate::annotate::Sentence;
use crate::lang::pack::hash;
use crate::lang::{Language, Pack};
use crate::text::{Token, TokenKind};
use decode::{Decoder, Edges, Scores};
use evidence::{Evidence, HashedMap, Seen, article_features};
use features::{Line, Values, features};
use label::{CLASSES, LABELS, Label, PERSON, names};
use model::Model;
use run::{Chain, Run};
use std::ops::Range;
use weights::Found;
use word::{Scratch, Shape, Word};

/// Finds the names of an article in two passes over its sentences: [`read`](Tagger::read) looks at each sentence on
/// its own and gathers what the whole article says of each word, [`tag`](Tagger::tag) decides.
#[derive(Debug)]
pub(crate) struct Tagger<'p> {
    model: Model<'p>,
    evidence: Evidence,
    /// The attributes of every word form seen, by its hash.
    forms: HashedMap<Word>,
    /// For each sentence read, its words in the lists below.
    sentences: Vec<Range<usize>>,
    /// The words of all sentences read so far, but for addresses, and the labels that the first look gave them.
    words: Vec<Word>,
    labels: Vec<Label>,
    /// The first look's scores for all these words.
    scores: Vec<[i16; LABELS]>,
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
    seen: Vec<Seen>,
    scores: Vec<Scores>,
    labels: Vec<Label>,
    decoder: Decoder,
}

/// A word this far from the next capital is in no name.
const REACH: usize = 6;

impl<'p> Tagger<'p> {
    /// A tagger at the start of an article.
    pub fn new(pack: &'p Pack, _language: Language) -> Self {
        Tagger {
            model: Model::new(pack),
            evidence: Evidence::default(),
            forms: HashedMap::default(),
            sentences: Vec::new(),
            words: Vec::new(),
            labels: Vec::new(),
            scores: Vec::new(),
            scratch: Work::default(),
        }
    }

    /// First pass: takes note of a sentence. `tokens` are the sentence's.
    pub fn read(&mut self, text: &str, _sentence: &Sentence, tokens: &[Token]) {
        self.look(text, tokens);
        let Tagger { model, scratch, .. } = self;
        let Work { line: words, entries, runs, chains, found, scores, labels, decoder, .. } = scratch;
        let line = Line { words, entries, runs, chains };
        reset(words.len(), scores, labels);
        for island in islands(words) {
            for index in island.clone() {
                features(&line, index, model.coarse, |first, values| model.local.find(first, values, found));
                scores[index] = [0; LABELS];
                model.local.add(found, &mut scores[index]);
            }
            let edges = Edges { first: island.start == 0, last: island.end == words.len() };
            decoder.decode(&scores[island.clone()], edges, &model.local_transitions, &mut labels[island]);
        }
        self.note();
    }

    /// Fills the working memory with the sentence's words and what surrounds each.
    fn look(&mut self, text: &str, tokens: &[Token]) {
        let Tagger { model, forms, scratch, .. } = self;
        scratch.tokens.clear();
        scratch.tokens.extend(tokens.iter().filter(|token| token.kind != TokenKind::Url));
        let tokens = scratch.tokens.as_slice();
        scratch.line.clear();
        scratch.inside.clear();
        let (mut quoted, mut bracketed) = (false, false);
        for &token in tokens {
            let form = token.span.of(text);
            let word = *forms
                .entry(hash::hash(form.as_bytes()) ^ token.kind as u64)
                .or_insert_with(|| Word::new(text, token, model, &mut scratch.forms));
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

    /// Keeps what the first look found.
    fn note(&mut self) {
        let Tagger { scratch, .. } = self;
        // A line in capitals says nothing of which words are names.
        if !is_shouted(&scratch.line) {
            self.evidence.read(&scratch.line, &scratch.labels);
        }
        let first = self.words.len();
        self.words.extend_from_slice(&scratch.line);
        self.labels.extend_from_slice(&scratch.labels);
        let narrow =
            |scores: &Scores| scores.map(|score| score.clamp(i16::MIN.into(), i16::MAX.into()) as i16);
        self.scores.extend(scratch.scores.iter().map(narrow));
        self.sentences.push(first..self.words.len());
    }

    /// Second pass, after every sentence was read: appends the names of the sentence at `index` to `mentions`,
    /// sorted, not overlapping.
    pub fn tag(
        &mut self,
        text: &str,
        index: usize,
        _sentence: &Sentence,
        tokens: &[Token],
        mentions: &mut Vec<Mention>,
    ) {
        let Some(range) = self.sentences.get(index).cloned() else { return };
        let Tagger { model, evidence, scratch, .. } = self;
        let Work { found, seen, scores, labels, decoder, tokens: kept, .. } = scratch;
        let (words, first_look) = (&self.words[range.clone()], &self.labels[range.clone()]);
        reset(words.len(), scores, labels);
        for island in islands(words) {
            evidence.see(words, first_look, island.clone(), seen);
            for at in island.clone() {
                let find = |first, values: &[Values]| model.article.find(first, values, found);
                article_features(words, first_look, seen, at, find);
                scores[at] = self.scores[range.start + at].map(i32::from);
                model.article.add(found, &mut scores[at]);
            }
            let edges = Edges { first: island.start == 0, last: island.end == words.len() };
            decoder.decode(&scores[island.clone()], edges, &model.article_transitions, &mut labels[island]);
        }
        kept.clear();
        kept.extend(tokens.iter().filter(|token| token.kind != TokenKind::Url));
        let shouted = is_shouted(words);
        let peoples = |at: usize| {
            matches!(words[at].shape, Shape::Title | Shape::TitleHyphen)
                && self.model.is_people(text, kept[at])
        };
        let mut next = 0;
        let mut folded = String::new();
        let mut outside = |range: Range<usize>, mentions: &mut Vec<Mention>| {
            let mut known = range.start;
            for at in range.clone() {
                if at < known {
                    continue;
                }
                if let Some(count) = self.model.place_at(text, &kept[..range.end], words, at, &mut folded) {
                    known = at + count;
                    if let Some(span) = self.model.trim(text, &kept[at..known]) {
                        mentions.push(Mention { span, class: Class::Place, sentence: index });
                    }
                    continue;
                }
                // A sentence may begin with an adjective: "Américaine, elle vit à Paris".
                let class = if at > 0 && peoples(at) {
                    Some(Class::Other)
                } else {
                    self.evidence.constant(&words[at]).map(|class| CLASSES[class])
                };
                let Some(class) = class else { continue };
                if let Some(span) = self.model.trim(text, &kept[at..=at]) {
                    mentions.push(Mention { span, class, sentence: index });
                }
            }
        };
        for (name, class) in names(labels) {
            outside(next..name.start, mentions);
            next = name.end;
            if shouted && !self.evidence.knows(&words[name.clone()]) {
                continue;
            }
            let people = name.len() == 1 && class != PERSON && peoples(name.start);
            let class = if people { Class::Other } else { CLASSES[class] };
            if let Some(span) = self.model.trim(text, &kept[name]) {
                mentions.push(Mention { span, class, sentence: index });
            }
        }
        outside(next..words.len(), mentions);
    }
}

/// Whether a line is all in capitals, as crossheads are.
fn is_shouted(words: &[Word]) -> bool {
    words.iter().filter(|word| word.is_capital()).count() > 1
        && words.iter().all(|word| {
            !matches!(
                word.shape,
                Shape::Lower
                    | Shape::LowerHyphen
                    | Shape::Title
                    | Shape::TitleHyphen
                    | Shape::Mixed
                    | Shape::Camel
            )
        })
}

/// What being far from every capital scores for standing outside names.
const FAR: i32 = 1_000;

/// Makes room for a sentence of so many words, all far from every capital.
fn reset(words: usize, scores: &mut Vec<Scores>, labels: &mut Vec<Label>) {
    let mut far = [0; LABELS];
    far[0] = FAR;
    scores.clear();
    scores.resize(words, far);
    labels.clear();
    labels.resize(words, Label::OUTSIDE);
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
