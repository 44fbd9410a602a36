//! The program that trunk builds. It does nothing by itself: JavaScript decides which of [`manicule::door`] to open,
//! and a host page is left alone until it asks.

use manicule as _;

fn main() {}
