//! Words with the properties that the context of figures is searched by.

use crate::figure::grammar::{Gap, Item, Kind, Lexicon};
use crate::figure::{Class, NumberWord, Sense};
use crate::text::Span;

/// A word or mark of a sentence and the grammatical functions that it can have.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    pub span: Span,
    pub kind: Kind,
    /// Whether it follows the word before it without a space, or after a hyphen.
    pub tied: bool,
    classes: u32,
    /// Whether it ends as plural nouns and adjectives do and is not a participle.
    pub plural: bool,
    /// Whether it ends as participles do ("-é", "-ées").
    pub participle: bool,
    /// Whether it may be a participle, after an auxiliary, whose ending other words have too: "battu",
    /// "pris".
    pub may_be_participle: bool,
    /// Whether it is_bound or softens a number, or compares: "plus que".
    pub is_bound: bool,
    /// Whether it ends as adverbs do.
    pub adverb: bool,
    /// Whether it is a mark that separates clauses.
    pub separates_clauses: bool,
    /// Whether it is a noun that can end a number: "million", "dizaine".
    pub number_noun: bool,
}

impl Word {
    pub fn of(item: &Item, text: &str, lexicon: &Lexicon) -> Word {
        let accented = !item.span.of(text).is_ascii()
            && lexicon.language().figure().accented_function_words.contains(&item.span.of(text));
        let mut classes = if accented {
            1 << Class::Stop as u8 | 1 << Class::Goal as u8
        } else {
            lexicon.classes(item.word)
        };
        if item.senses.contains(&Sense::According) {
            classes |= 1 << Class::According as u8 | 1 << Class::Stop as u8;
        }
        // "trois morts au moins"
        let is_bound =
            item.senses.iter().any(|sense| matches!(sense, Sense::Bound(_) | Sense::BoundAfter(_)));
        if is_bound {
            classes |= 1 << Class::Stop as u8;
        }
        let number_noun = item
            .sense(|sense| {
                matches!(
                    sense,
                    Sense::Collective { .. } | Sense::Part(_) | Sense::Number(NumberWord::Scale(_))
                )
                .then_some(())
            })
            .is_some();
        let mut word = Word {
            span: item.span,
            kind: item.kind,
            tied: matches!(item.gap, Gap::Glued | Gap::Hyphen),
            classes,
            separates_clauses: item.kind == Kind::Mark
                && matches!(item.span.of(text), "," | ";" | ":" | "." | "(" | ")" | "!" | "?"),
            is_bound,
            plural: false,
            adverb: false,
            participle: false,
            may_be_participle: false,
            number_noun,
        };
        if item.is_word() {
            let tables = lexicon.language().figure();
            let letters = item.span.of(text);
            let ends = |endings: &[&str]| endings.iter().any(|ending| letters.ends_with(ending));
            let participle = ends(tables.participle_endings);
            word.adverb = ends(tables.adverb_endings);
            word.participle = participle;
            let stem =
                tables.agreements.iter().find_map(|ending| letters.strip_suffix(ending)).unwrap_or(letters);
            let ends_in = |endings: &[&str]| endings.iter().any(|ending| stem.ends_with(ending));
            word.may_be_participle = participle || ends_in(tables.other_participle_endings);
            let noun = !word.is(Class::Stop) && !word.is(Class::Link);
            word.plural = lexicon.is_plural(letters) && !participle && noun;
            let is_change = |sense: &Sense| *sense == Sense::Change;
            let lower = item.kind == Kind::Word && classes == 0 && item.senses.iter().all(is_change);
            if lower && letters.len() > 4 && ends(tables.future_endings) {
                word.classes |= 1 << Class::Future as u8;
            } else if lower && ends(tables.conditional_endings) {
                // The conditional expresses the future seen from the past: "il présenterait un plan jeudi".
                word.classes |= 1 << Class::Future as u8;
            } else if lower && ends(tables.past_endings) && !ends(tables.conditional_like_endings) {
                word.classes |= 1 << Class::Past as u8;
            }
        }
        word
    }

    pub fn is(&self, class: Class) -> bool {
        self.classes & (1 << class as u8) != 0
    }

    pub fn is_letters(&self) -> bool {
        matches!(self.kind, Kind::Word | Kind::Capital)
    }
}
