//! The attributes of a token: its forms, and what the clusters and the gazetteer have for them.

use super::model::Model;
use super::word::{Shape, Word};
use crate::lang::pack::hash;
use crate::text::{Token, fold_into};

impl Word {
    /// The attributes of `token`. `scratch` is reused to save allocations.
    pub fn new(text: &str, token: Token, model: &Model, scratch: &mut Scratch) -> Word {
        let form = token.span.of(text);
        scratch.set(form);
        let folded = &scratch.folded;
        let ends: [usize; 3] = {
            let mut starts = folded.char_indices().rev().map(|(at, _)| at).skip(1);
            [(); 3].map(|()| starts.next().unwrap_or(0))
        };
        let start = folded.char_indices().nth(3).map_or(folded.len(), |(at, _)| at);
        let shape = Shape::new(form, token.kind);
        let mut word = Word {
            fold: short_hash(folded),
            shape,
            prefix: short_hash(&folded[..start]),
            suffixes: ends.map(|at| short_hash(&folded[at..]) ^ (folded.len() - at) as u32),
            connects: model.tables.connectors.contains(folded),
            of: model.tables.of.contains(folded),
            heads: model.gazetteer.get(folded).map_or(0, |entry| entry.heads()),
            ..Word::default()
        };
        word.cluster = model.cluster(&scratch.exact);
        if word.is_capital() || shape == Shape::Elided {
            word.lower_cluster = model.cluster(&scratch.lower);
            if word.cluster == 0 {
                word.cluster = scratch.fallback_form(shape).map_or(0, |form| model.cluster(form));
            }
        }
        word
    }
}

/// Buffers for the forms of one word, reused to save allocations.
#[derive(Debug, Default)]
pub(crate) struct Scratch {
    /// As written, but with ASCII apostrophes.
    exact: String,
    lower: String,
    folded: String,
    /// See [`fallback_form`](Scratch::fallback_form).
    other: String,
}

impl Scratch {
    fn set(&mut self, form: &str) {
        self.exact.clear();
        self.exact.extend(form.chars().map(|c| if c == '\u{2019}' { '\'' } else { c }));
        self.lower.clear();
        self.lower.extend(self.exact.chars().flat_map(char::to_lowercase));
        self.folded.clear();
        fold_into(form, &mut self.folded);
    }

    /// The form to look up if the word itself has no cluster: "Turquie" for "TURQUIE", "Gourion" for "Ben-Gourion".
    fn fallback_form(&mut self, shape: Shape) -> Option<&str> {
        match shape {
            Shape::ShortCapitals | Shape::LongCapitals => {
                self.other.clear();
                let mut lower = self.lower.chars();
                self.other.extend(lower.next()?.to_uppercase());
                self.other.push_str(lower.as_str());
                Some(&self.other)
            }
            Shape::TitleHyphen | Shape::Mixed | Shape::Camel => {
                self.exact.rsplit_once('-').map(|(_, last)| last)
            }
            _ => None,
        }
    }
}

/// The low 32 bits of a form's hash.
fn short_hash(form: &str) -> u32 {
    hash::hash(form.as_bytes()) as u32
}
