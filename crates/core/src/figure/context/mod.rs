//! The context of figures: what they count, who states them, and whether they are in the past or the future.

mod counted;
mod shared_unit;
mod source;
mod tense;
mod word;

pub(crate) use counted::find_counted;
pub(crate) use shared_unit::share_units;
pub(crate) use source::find_sources;
pub(crate) use tense::Tenses;
pub(crate) use word::Word;
