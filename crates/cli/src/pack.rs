//! Loads the language pack.

use crate::input;
use manicule_core::Pack;
use std::fs;
use std::path::Path;

/// The French pack, which is compiled in so that the command is a single file.
static FRENCH: &[u8] = include_bytes!("../../../packs/fr.pack");

/// Loads the pack at `path`, or the built-in pack if there is no path. An error is a message for the user.
pub fn load(path: Option<&Path>) -> Result<Pack, String> {
    let Some(path) = path else {
        return Pack::load(FRENCH.to_vec())
            .map_err(|error| format!("the built-in pack: {error}; rebuild the command"));
    };
    let bytes = fs::read(path).map_err(|error| format!("{}: {}", path.display(), input::describe(&error)))?;
    Pack::load(bytes)
        .map_err(|error| format!("{}: {error}; leave --pack out to use the built-in pack", path.display()))
}
