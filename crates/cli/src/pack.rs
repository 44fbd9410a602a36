//! The language pack to annotate with.

use crate::input;
use manicule_core::Pack;
use std::fs;
use std::path::Path;

/// Loads the pack at `path`, else the one built in; an error is a whole message.
pub fn load(path: Option<&Path>) -> Result<Option<Pack>, String> {
    let Some(path) = path else { return Ok(None) };
    let bytes = fs::read(path).map_err(|error| format!("{}: {}", path.display(), input::tell(&error)))?;
    match Pack::load(bytes) {
        Ok(pack) => Ok(Some(pack)),
        Err(error) => Err(format!("{}: {error}; leave --pack out to use the one built in", path.display())),
    }
}
