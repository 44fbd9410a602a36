//! Events called by a noun and its complements.

use super::super::label::{EVENT, Label, PLACE};
use super::super::word::Shape;
use super::{Cues, next_name, single};
use std::ops::Range;

impl Cues<'_, '_> {
    /// The event whose noun stands at `at`, with its complements: "la guerre de Corée", "le Festival de Valmy", "le
    /// Salon de l'image". A noun with a capital that opens the sentence is one like any other.
    pub(super) fn event(&self, at: usize, labels: &[Label]) -> Option<Range<usize>> {
        let tables = self.model.tables;
        let word = &self.words[at];
        // Few words are looked up in the tables.
        if word.heads & 4 == 0 {
            return None;
        }
        let war = self.is(at, tables.wars);
        let called = word.is_capital()
            && (single(word.heads) == Some(EVENT) || self.is(at, tables.festivals))
            && at.checked_sub(1).is_some_and(|before| {
                let before = &self.words[before];
                (!before.is_capital() || before.connects) && before.shape != Shape::Punctuation
            });
        if !war && !called {
            return None;
        }
        let mut end = at + 1;
        while end < self.words.len() && self.words[end].of {
            let next =
                end + 1 + usize::from(end + 1 < self.words.len() && self.is(end + 1, tables.bare_articles));
            let Some(first) = self.words.get(next) else { break };
            let (name, class) = next_name(labels, next);
            end = if name.start == next && class == PLACE {
                name.end
            } else if first.is_capital() && called {
                next + self.words[next..].iter().take_while(|word| word.is_capital()).count()
            } else if first.shape == Shape::Lower && called && !tables.role_ends.contains(self.word(next)) {
                next + 1
            } else {
                break;
            };
        }
        (end > at + 1).then_some(at..end)
    }
}
