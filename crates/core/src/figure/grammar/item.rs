//! Items: the words, digits and marks of a sentence with their meanings, and the results of rules that
//! replace them.

use super::lexicon::WordId;
use super::slot::{Slot, Slots};
use crate::figure::value::{Amount, Built, Number};
use crate::figure::{NumberWord, Sense};
use crate::text::Span;

/// A word, phrase, run of digits or mark of a sentence, or the result of a rule over several items.
#[derive(Clone, Debug)]
pub(crate) struct Item<'l> {
    pub span: Span,
    pub kind: Kind,
    /// The separator between the previous item and this one.
    pub gap: Gap,
    /// The id of the word if it is a single word of the tables, otherwise 0.
    pub word: WordId,
    /// The slots of patterns that the item can fill.
    pub slots: Slots,
    pub senses: &'l [Sense],
    pub number: Option<Number>,
    pub built: Option<Box<Built>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Word,
    /// A word with a capital letter.
    Capital,
    Digits,
    Mark,
    Url,
    Figure,
}

/// The separator between two items.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gap {
    /// No character.
    Glued,
    /// A hyphen inside a word.
    Hyphen,
    /// One character, usually a space.
    Space,
    /// More than one character, or the start of the sentence.
    Wide,
}

impl Item<'_> {
    /// The first result of `pick` among the senses of the item.
    pub fn sense<T>(&self, pick: impl Fn(Sense) -> Option<T>) -> Option<T> {
        self.senses.iter().copied().find_map(pick)
    }

    pub fn has(&self, slot: Slot) -> bool {
        self.slots.has(slot)
    }

    /// Whether the item consists of letters, in the tables or not.
    pub fn is_word(&self) -> bool {
        matches!(self.kind, Kind::Word | Kind::Capital)
    }

    /// Whether the item may be part of a figure. A sentence without such items need not be searched.
    pub fn may_be_figure(&self) -> bool {
        self.kind == Kind::Digits
            || self.slots.begins_figure()
            || !matches!(
                number_word(self),
                None | Some(NumberWord::And | NumberWord::Article | NumberWord::Point)
            )
    }

    /// The amount that a rule built, or a number that is not a rank as a cardinal.
    pub fn amount(&self) -> Option<Amount> {
        match (self.built.as_deref(), self.number) {
            (Some(Built::Amount(amount)), _) => Some(amount.clone()),
            (None, Some(number)) if !number.rank => Some(Amount::cardinal(number.value)),
            _ => None,
        }
    }
}

/// The sense of the item as a number word, if it has one.
pub(crate) fn number_word(item: &Item) -> Option<NumberWord> {
    item.sense(|sense| match sense {
        Sense::Number(word) => Some(word),
        _ => None,
    })
}
