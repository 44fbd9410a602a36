//! A language's tables, compiled once: its words, and the rules over them.

use super::lexicon::Lexicon;
use super::pattern::Pattern;
use super::stage::Stage;
use crate::lang::Language;
use std::sync::OnceLock;

/// The compiled tables of a language.
#[derive(Debug)]
pub(super) struct Grammar {
    pub lexicon: Lexicon,
    /// The rules, stage by stage.
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
