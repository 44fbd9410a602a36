//! Shared by the fuzz targets: the French pack, and checks that must pass for every input.

pub mod invariants;
pub mod schema;

use std::sync::LazyLock;

use manicule_core::{Options, Pack, Published};

/// The bytes of the French pack.
pub static FRENCH: &[u8] = include_bytes!("../../packs/fr.pack");

/// The French pack, loaded once.
pub static PACK: LazyLock<Pack> =
    LazyLock::new(|| Pack::load(FRENCH.to_vec()).expect("the French pack is valid"));

/// Returns options with a publication date and time, so that relative dates are resolved.
pub fn options() -> Options {
    Options { date: Published::parse("2022-01-06T10:32"), ..Options::default() }
}
