//! The web layer of Manicule: everything that knows the browser. The engine is `manicule-core`.
//!
//! Two programs are made from this library, in `src/bin`: `app`, the reading page, and `embed`, what a host page loads.
//!
//! - [`load`]: getting an article from an address, a file or the clipboard;
//! - [`state`]: the state of the page, and long work in slices;
//! - [`page`]: the components of the reading page;
//! - [`i18n`]: the interface in French and English;
//! - [`host`]: annotating the articles of a host page, in place;
//! - [`js_api`]: what JavaScript passes in and gets back.

pub mod host;
pub mod i18n;
pub mod js_api;
pub mod load;
pub mod page;
pub mod ptr_eq;
pub mod state;
