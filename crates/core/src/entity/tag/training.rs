//! The tagger's interface for training: the features and labels of texts, as the tagger computes them.

use super::features::{SentenceWords, features};
use super::label::{CLASSES, LABELS, Label, Part};
use super::{Buffers, Tagger, candidate_ranges};
use crate::annotate::segment;
use crate::entity::Class;
use crate::lang::pack::hash::Feature;
use crate::lang::{Language, Pack};
use crate::text::{Sentence, Span, TokenKind};

/// The number of labels of the model. Label 0 is for tokens outside names; each of [`MODEL_CLASSES`] has the next four:
/// the first, an inner, the last, and the only token of a name.
pub const LABEL_COUNT: usize = LABELS;

/// The classes that the model distinguishes, in the order of its labels.
pub const MODEL_CLASSES: [Class; 5] = CLASSES;

/// A sentence as the model gets it.
#[derive(Clone, Debug, Default)]
pub struct Example {
    /// The spans of its tokens.
    pub tokens: Vec<Span>,
    /// For each token, the hashes of its features; empty for a token too far from a capitalised one to be in a name.
    pub features: Vec<Vec<u64>>,
}

/// The sentences of `text` with the features of their tokens, for which `pack` has the clusters and the gazetteer.
pub fn examples(text: &str, pack: &Pack, language: Language) -> Vec<Example> {
    let (sentences, tokens) = segment(text, language);
    let mut tagger = Tagger::new(pack);
    let example = |sentence: &Sentence| {
        tagger.fill_buffers(text, &tokens[sentence.tokens.clone()]);
        let Buffers { tokens, words, entries, runs, head_nouns, .. } = &tagger.buffers;
        let sentence = SentenceWords { words, entries, runs, head_nouns };
        let mut example = Example {
            tokens: tokens.iter().map(|token| token.span).collect(),
            features: vec![Vec::new(); tokens.len()],
        };
        for index in candidate_ranges(words).flatten() {
            features(&sentence, index, tagger.model.coarse, |first, values| {
                let all =
                    (first..).zip(values).map(|(template, &(a, b))| Feature::new(template, a, b).hash());
                example.features[index].extend(all);
            });
        }
        example
    };
    sentences.iter().map(example).collect()
}

/// The labels, each less than [`LABEL_COUNT`], of tokens with these spans in a text with these names, which are sorted.
/// A token is part of a name if they overlap, except that an elided word at the start of a name ("l'") is not. Names of
/// other classes than [`MODEL_CLASSES`] are ignored.
pub fn labels(text: &str, tokens: &[Span], names: &[(Span, Class)]) -> Vec<u8> {
    let mut labels = vec![Label::OUTSIDE; tokens.len()];
    for &(span, class) in names {
        let Some(class) = CLASSES.iter().position(|&known| known == class) else { continue };
        let start = tokens.partition_point(|token| token.end <= span.start);
        let end = tokens.partition_point(|token| token.start < span.end);
        let elided = |at: usize| {
            let word = tokens.get(at).map_or("", |token| token.of(text));
            word.ends_with(['\'', '\u{2019}']) && !word.contains('-')
        };
        let start = if end > start + 1 && elided(start) { start + 1 } else { start };
        for (index, label) in labels[start..end].iter_mut().enumerate() {
            let part = match (index == 0, start + index + 1 == end) {
                (true, true) => Part::Only,
                (true, false) => Part::First,
                (false, false) => Part::Inner,
                (false, true) => Part::Last,
            };
            *label = Label::new(class, part);
        }
    }
    labels.into_iter().map(|label| label.0).collect()
}

/// Whether a token with the label `next` may follow one with `label`; both are less than [`LABEL_COUNT`].
pub fn may_follow(label: u8, next: u8) -> bool {
    Label(label).may_precede(Label(next))
}

/// The key of a name in the gazetteer: its folded tokens separated by spaces.
pub fn gazetteer_key(name: &str, language: Language) -> String {
    let mut tokens = Vec::new();
    crate::text::tokenize(name, Span::new(0, name.len()), &[], language, &mut tokens);
    let words: Vec<String> = tokens
        .iter()
        .filter(|token| token.kind != TokenKind::Url)
        .map(|token| crate::text::fold(token.span.of(name)))
        .collect();
    words.join(" ")
}
