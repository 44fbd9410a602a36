//! The language pack to annotate with.

use crate::input;
use manicule_core::Pack;
use std::fs;
use std::path::Path;

/// The French pack. It is part of the command, which so works wherever it is copied to.
static FRENCH: &[u8] = include_bytes!("../../../packs/fr.pack");

/// Loads the pack at `path`, else the one built in; an error is a whole message.
pub fn load(path: Option<&Path>) -> Result<Pack, String> {
    let Some(path) = path else {
        return Pack::load(FRENCH.to_vec())
            .map_err(|error| format!("the pack built in: {error}; build the command again"));
    };
    let bytes = fs::read(path).map_err(|error| format!("{}: {}", path.display(), input::tell(&error)))?;
    Pack::load(bytes)
        .map_err(|error| format!("{}: {error}; leave --pack out to use the pack built in", path.display()))
}
