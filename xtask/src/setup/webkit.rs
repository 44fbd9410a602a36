//! WebKitGTK, which has Safari's engine: found, or installed where that can be done.

use anyhow::Result;

use super::system;
use crate::command::find;
use crate::steps::{Done, Found};

/// The driver, which brings the browser along; the screen that it shows its window on; the key to that.
const PACKAGES: &[&str] = &["webkit2gtk-driver", "xvfb", "xauth"];

/// Finds WebKitGTK's driver and a virtual screen; on Debian and its kin, as root, installs them when missing. Where
/// they cannot be had, as on macOS, the tests that need them are skipped and say so.
///
/// # Errors
/// Never.
pub fn webkit(found: &mut Found) -> Result<Done> {
    let is_there = || find("WebKitWebDriver").is_some() && find("xvfb-run").is_some();
    found.has_webkit = is_there();
    if found.has_webkit {
        return Ok(Done::Skipped("WebKitWebDriver is there".to_owned()));
    }
    let installed = system::install(PACKAGES);
    found.has_webkit = is_there();
    Ok(match installed {
        Ok(()) if found.has_webkit => Done::Did("installed WebKitWebDriver".to_owned()),
        _ => Done::Skipped(format!(
            "no WebKitWebDriver: its tests are skipped; on Debian: apt-get install {}",
            PACKAGES.join(" ")
        )),
    })
}
