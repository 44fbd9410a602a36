//! The calendar: where a date lies, and how ISO 8601 writes it.
//!
//! Extensions of ISO 8601 are TIMEX3's where one exists: parts of the day ("2022-01-06TEV"), seasons ("2018-SU"),
//! quarters and halves ("2018-Q3", "2018-H1"), and X for digits that are not known.

mod locate;
mod nth;
mod place;
mod resolve;

pub(crate) use resolve::{Context, Tense};
