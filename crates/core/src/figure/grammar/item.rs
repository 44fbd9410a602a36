//! What a sentence is read as: words with their senses, digits, marks, and whatever the rules make of them.

use super::lexicon::WordId;
use super::slot::{Slot, Slots};
use crate::figure::value::{Amount, Built, Number};
use crate::figure::{NumberWord, Sense};
use crate::text::Span;

/// A word, phrase, run of digits or mark of a sentence, or a figure built of several.
#[derive(Clone, Debug)]
pub(crate) struct Item<'l> {
    pub span: Span,
    pub kind: Kind,
    /// What stands between the item before and this one.
    pub gap: Gap,
    /// The word's id, if it is a single word of the tables.
    pub word: WordId,
    /// Which slots of a pattern it can fill.
    pub slots: Slots,
    pub senses: &'l [Sense],
    pub number: Option<Number>,
    pub built: Option<Box<Built>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Word,
    /// A word that begins with a capital.
    Capital,
    Digits,
    Mark,
    Url,
    Figure,
}

/// What stands between two items.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gap {
    /// Nothing.
    Glued,
    /// A hyphen inside a word.
    Hyphen,
    /// One space of any kind.
    Space,
    /// More.
    Wide,
}

impl Item<'_> {
    /// The first sense that `pick` takes.
    pub fn sense<T>(&self, pick: impl Fn(Sense) -> Option<T>) -> Option<T> {
        self.senses.iter().copied().find_map(pick)
    }

    pub fn has(&self, slot: Slot) -> bool {
        self.slots.has(slot)
    }

    /// Whether the item is letters, of the tables or not.
    pub fn is_word(&self) -> bool {
        matches!(self.kind, Kind::Word | Kind::Capital)
    }

    /// Whether the item may be part of a figure: a sentence without any such need not be searched.
    pub fn may_be_figure(&self) -> bool {
        self.kind == Kind::Digits
            || self.slots.begins_figure()
            || !matches!(
                number_word(self),
                None | Some(NumberWord::And | NumberWord::Article | NumberWord::Point)
            )
    }

    /// What the item counts as an amount: one that a rule built, or a bare number.
    pub fn amount(&self) -> Option<Amount> {
        match (self.built.as_deref(), self.number) {
            (Some(Built::Amount(amount)), _) => Some(amount.clone()),
            (None, Some(number)) if !number.rank => Some(Amount::cardinal(number.value)),
            _ => None,
        }
    }
}

/// The number word among an item's senses.
pub(crate) fn number_word(item: &Item) -> Option<NumberWord> {
    item.sense(|sense| match sense {
        Sense::Number(word) => Some(word),
        _ => None,
    })
}
