//! Joining mentions to entities.

use super::{Entity, Mention};
use crate::annotate::Sentence;
use crate::lang::{Language, Pack};
use crate::text::Token;

/// Joins the mentions of an article to entities, gathering evidence mention by mention.
#[derive(Debug)]
pub(crate) struct Resolver<'p> {
    _pack: Option<&'p Pack>,
    _language: Language,
}

impl<'p> Resolver<'p> {
    /// A resolver that knows no mention yet.
    pub fn new(pack: Option<&'p Pack>, language: Language) -> Self {
        Resolver { _pack: pack, _language: language }
    }

    /// Takes note of the next mention. `tokens` are those of its sentence.
    pub fn add(&mut self, _text: &str, _mention: Mention, _sentence: &Sentence, _tokens: &[Token]) {}

    /// The entities, sorted by where each is first named.
    pub fn finish(self, _text: &str) -> Vec<Entity> {
        Vec::new()
    }
}
