//! The system's own packages, where they can be installed.

use std::fs;
use std::process::Command;

use anyhow::{Result, ensure};

use crate::command::{find, output, run};

/// The system's `ID` of os-release(5), such as `debian`; empty where it has none.
pub fn id() -> String {
    let system = fs::read_to_string("/etc/os-release").unwrap_or_default();
    field(&system, "ID").unwrap_or_default().to_owned()
}

/// Installs Debian packages: on Debian and its kin, as root.
///
/// # Errors
/// Elsewhere, and when apt-get fails.
pub fn install(packages: &[&str]) -> Result<()> {
    let is_root = output(Command::new("id").arg("-u")).is_ok_and(|id| id == "0");
    ensure!(is_root && find("apt-get").is_some(), "nothing can be installed here");
    let apt =
        |args: &[&str]| run(Command::new("apt-get").args(args).env("DEBIAN_FRONTEND", "noninteractive"));
    apt(&["update", "--quiet"])?;
    apt(&[&["install", "--quiet", "--yes", "--no-install-recommends"][..], packages].concat())
}

fn field<'s>(system: &'s str, name: &str) -> Option<&'s str> {
    let mut values = system.lines().filter_map(|line| line.strip_prefix(name)?.strip_prefix('='));
    values.next().map(|value| value.trim_matches('"'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_system_is_named_with_or_without_quotes() {
        assert_eq!(field("VERSION_ID=\"12\"\nID=debian\n", "ID"), Some("debian"));
        assert_eq!(field("ID=\"opensuse-leap\"\n", "ID"), Some("opensuse-leap"));
        assert_eq!(field("NAME=x\n", "ID"), None);
    }
}
