//! Events that are named by a noun and its complements.

use super::super::label::{EVENT, Label, PLACE};
use super::super::word::{EVENT_HEAD, Shape};
use super::{Cues, next_name, only_class};
use std::ops::Range;

impl Cues<'_, '_> {
    /// If the noun at `at` and its complements name an event, the range of their words: "guerre de Corée", "Festival de
    /// Valmy", "Salon de l'image". At the start of a sentence a capital does not make a noun part of a name.
    pub(super) fn event(&self, at: usize, labels: &[Label]) -> Option<Range<usize>> {
        let tables = self.model.tables;
        let word = &self.words[at];
        // Checked first because few words pass, and the word lists are slower.
        if word.heads & EVENT_HEAD == 0 {
            return None;
        }
        let war = self.is(at, tables.wars);
        let named = word.is_capital()
            && (only_class(word.heads) == Some(EVENT) || self.is(at, tables.festivals))
            && at.checked_sub(1).is_some_and(|before| {
                let before = &self.words[before];
                (!before.is_capital() || before.connects) && before.shape != Shape::Punctuation
            });
        if !war && !named {
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
            } else if first.is_capital() && named {
                next + self.words[next..].iter().take_while(|word| word.is_capital()).count()
            } else if first.shape == Shape::Lower && named && !tables.role_ends.contains(self.word(next)) {
                next + 1
            } else {
                break;
            };
        }
        (end > at + 1).then_some(at..end)
    }
}
