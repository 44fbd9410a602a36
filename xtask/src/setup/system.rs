//! Packages of the operating system.

use std::fs;
use std::process::Command;

use anyhow::{Result, ensure};

use crate::command::{find, output, run};

/// Returns the system's `ID` in os-release(5), such as `debian`, or an empty string if it has none.
pub fn id() -> String {
    let system = fs::read_to_string("/etc/os-release").unwrap_or_default();
    field(&system, "ID").unwrap_or_default().to_owned()
}

/// Installs Debian packages, which is possible only as root on Debian and its derivatives.
///
/// # Errors
/// When the user is not root, there is no apt-get, or it fails.
pub fn install(packages: &[&str]) -> Result<()> {
    let is_root = output(Command::new("id").arg("-u")).is_ok_and(|id| id == "0");
    ensure!(is_root && find("apt-get").is_some(), "packages can be installed only as root and with apt-get");
    let apt =
        |args: &[&str]| run(Command::new("apt-get").args(args).env("DEBIAN_FRONTEND", "noninteractive"));
    apt(&["update", "--quiet"])?;
    apt(&[&["install", "--quiet", "--yes", "--no-install-recommends"][..], packages].concat())
}

/// Returns the value of a variable in the content of os-release, without quotes.
fn field<'s>(system: &'s str, name: &str) -> Option<&'s str> {
    let mut values = system.lines().filter_map(|line| line.strip_prefix(name)?.strip_prefix('='));
    values.next().map(|value| value.trim_matches('"'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn os_release_values_may_be_quoted() {
        assert_eq!(field("VERSION_ID=\"12\"\nID=debian\n", "ID"), Some("debian"));
        assert_eq!(field("ID=\"opensuse-leap\"\n", "ID"), Some("opensuse-leap"));
        assert_eq!(field("NAME=x\n", "ID"), None);
    }
}
