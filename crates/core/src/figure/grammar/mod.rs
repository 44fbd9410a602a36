//! The compiled figure grammar of a language: its vocabulary and the rules over it.

mod item;
mod lexicon;
mod match_;
mod pattern;
mod read;
mod slot;
mod stage;

pub(crate) use item::{Gap, Item, Kind, number_word};
pub(crate) use lexicon::Lexicon;
pub(crate) use match_::Match;
pub(crate) use pattern::Captures;
#[cfg(test)]
pub(crate) use pattern::ELEMENTS_TRIED;
pub(crate) use read::read_items;
pub(crate) use slot::{Slot, Slots};
pub(crate) use stage::Stage;

use crate::lang::Language;
use pattern::Pattern;
use std::sync::OnceLock;

/// The compiled tables of a language.
#[derive(Debug)]
pub(crate) struct Grammar {
    pub lexicon: Lexicon,
    /// The rules, by stage.
    pub stages: Vec<Stage>,
}

impl Grammar {
    /// The compiled tables of `language`.
    pub fn of(language: Language) -> &'static Grammar {
        static FRENCH: OnceLock<Grammar> = OnceLock::new();
        match language {
            Language::French => FRENCH.get_or_init(|| Grammar::new(language)),
        }
    }

    fn new(language: Language) -> Grammar {
        let mut lexicon = Lexicon::new(language);
        let stages = language.figure().stages.iter().map(|rules| {
            let patterns = rules.iter().map(|rule| Pattern::compile(rule, &mut lexicon)).collect();
            Stage::new(patterns, lexicon.len())
        });
        let stages = stages.collect();
        lexicon.complete();
        Grammar { lexicon, stages }
    }
}
