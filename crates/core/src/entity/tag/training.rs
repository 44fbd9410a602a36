//! What training sees of the tagger: the same features, word by word.

use super::features::{Line, features};
use super::label::{CLASSES, LABELS, Label, Part};
use super::{Tagger, Work, islands};
use crate::annotate::segment;
use crate::entity::Class;
use crate::lang::pack::hash::Feature;
use crate::lang::{Language, Pack};
use crate::text::{Sentence, Span, TokenKind};

/// How many labels the model has.
pub const LABEL_COUNT: usize = LABELS;

/// The classes that the model tells apart.
pub const MODEL_CLASSES: [Class; 5] = CLASSES;

/// A sentence as the model sees it.
#[derive(Clone, Debug, Default)]
pub struct Example {
    /// Where its tokens stand.
    pub tokens: Vec<Span>,
    /// For each token, the hashes of its features; none for a token too far from any capital to be in a name.
    pub features: Vec<Vec<u64>>,
}

/// The sentences of `text` with their features under `pack`.
pub fn examples(text: &str, pack: &Pack, language: Language) -> Vec<Example> {
    let (sentences, tokens) = segment(text, language);
    let mut tagger = Tagger::new(pack);
    let example = |sentence: &Sentence| {
        tagger.look(text, &tokens[sentence.tokens.clone()]);
        let Work { tokens, line: words, entries, runs, chains, .. } = &tagger.scratch;
        let line = Line { words, entries, runs, chains };
        let mut example = Example {
            tokens: tokens.iter().map(|token| token.span).collect(),
            features: vec![Vec::new(); tokens.len()],
        };
        for index in islands(words).flatten() {
            features(&line, index, tagger.model.coarse, |first, values| {
                let all =
                    (first..).zip(values).map(|(template, &(a, b))| Feature::new(template, a, b).hash());
                example.features[index].extend(all);
            });
        }
        example
    };
    sentences.iter().map(example).collect()
}

/// The labels of tokens whose names are `names`, sorted: each token's that a name covers in part or whole. Elided
/// words before a name ("l'") are left outside it.
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

/// Whether `next` may follow `label`.
pub fn may_follow(label: u8, next: u8) -> bool {
    Label(label).may_precede(Label(next))
}

/// The folded tokens of a name, a space between each two: its key in the gazetteer.
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
