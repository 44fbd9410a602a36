//! Annotates a text with the French pack.
#![no_main]

use libfuzzer_sys::fuzz_target;
use manicule_core::annotate;
use manicule_fuzz::{PACK, invariants, options};

fuzz_target!(|text: &str| invariants::check(text, &annotate(text, options(), Some(&PACK))));
