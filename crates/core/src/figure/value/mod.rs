//! The values that the rules build from words, before they are resolved to figures.

mod amount;
mod built;
mod moment;

pub(crate) use amount::Amount;
pub(crate) use built::{Built, Number};
pub(crate) use moment::{Clock, Moment, Recurrence};
