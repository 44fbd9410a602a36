//! What figures are worth, as the rules make it of their words.

mod amount;
mod built;
mod moment;

pub(crate) use amount::Amount;
pub(crate) use built::{Built, Number};
pub(crate) use moment::{Clock, Moment, Recurrence};
