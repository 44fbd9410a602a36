//! The reading page of Manicule, and what JavaScript can call.
//!
//! The engine is `manicule-core`; this crate is the only code that knows the browser.
//!
//! - [`load`]: an article from an address, a file, the clipboard or the page itself;
//! - [`state`]: what the page knows, and its long work in slices;
//! - [`page`]: the components;
//! - [`i18n`]: what they say, in French and English;
//! - [`host`]: annotating an article of someone else's page, in place;
//! - [`door`]: what JavaScript calls, and [`options`]: what it gives.

pub mod door;
mod failure;
pub mod host;
pub mod i18n;
pub mod load;
mod object;
pub mod options;
pub mod page;
pub mod state;
