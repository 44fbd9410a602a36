//! Finds WebKitGTK, which has Safari's engine, or installs it where possible.

use anyhow::Result;

use super::system;
use crate::command::find;
use crate::steps::{Done, Found};

/// Debian packages: the driver, which depends on the browser; a virtual screen; and xauth, which xvfb-run needs.
const PACKAGES: &[&str] = &["webkit2gtk-driver", "xvfb", "xauth"];

/// Finds WebKitGTK's driver and a virtual screen. On Debian and its derivatives, as root, installs them if they are
/// missing. Where they are not available, as on macOS, the tests that need them are skipped, and the summary lists
/// them.
///
/// # Errors
/// Never.
pub fn webkit(found: &mut Found) -> Result<Done> {
    let is_installed = || find("WebKitWebDriver").is_some() && find("xvfb-run").is_some();
    found.has_webkit = is_installed();
    if found.has_webkit {
        return Ok(Done::Skipped("WebKitWebDriver is installed".to_owned()));
    }
    let installed = system::install(PACKAGES);
    found.has_webkit = is_installed();
    Ok(match installed {
        Ok(()) if found.has_webkit => Done::Completed("installed WebKitWebDriver".to_owned()),
        _ => Done::Skipped(format!(
            "no WebKitWebDriver: its tests are skipped; on Debian: apt-get install {}",
            PACKAGES.join(" ")
        )),
    })
}
