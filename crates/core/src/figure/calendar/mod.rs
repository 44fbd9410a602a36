//! The calendar: resolves moments to dates and writes them in ISO 8601.
//!
//! Extensions of ISO 8601 follow TIMEX3 where it defines them: parts of the day ("2022-01-06TEV"), seasons
//! ("2018-SU"), quarters and halves of years ("2018-Q3", "2018-H1"), and X for unknown digits.

mod date_value;
mod locate;
mod nth;
mod resolve;

pub(crate) use resolve::{Context, Tense};
