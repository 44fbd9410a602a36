//! Finds Firefox, or installs it where possible; and an older one that paints highlights differently.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use super::{cache, chromium, system};
use crate::command::{output, run};
use crate::steps::{Done, Found};

/// The Debian package, also for derivatives but Ubuntu, which has none.
const PACKAGE: &str = "firefox-esr";

/// Names under which systems install Firefox.
const NAMES: &[&str] = &["firefox-esr", "firefox", "/Applications/Firefox.app/Contents/MacOS/firefox"];

/// Finds Firefox on `PATH`, or the one that the variable `FIREFOX` names. On Debian and its derivatives, as root,
/// installs it if it is missing. Where it is not available, the tests that need it are skipped, and the summary lists
/// them.
///
/// Debian's archive may also have a Firefox from 140 to 145, which paints no lines under highlights. If so, it is
/// unpacked into the cache folder, without being installed.
///
/// # Errors
/// When `FIREFOX` names no file.
pub fn firefox(found: &mut Found) -> Result<Done> {
    let mut was_installed = false;
    found.firefox = chromium::program("FIREFOX", NAMES)?;
    if found.firefox.is_none() && system::install(&[PACKAGE]).is_ok() {
        found.firefox = chromium::program("FIREFOX", NAMES)?;
        was_installed = found.firefox.is_some();
    }
    let Some(firefox) = &found.firefox else {
        return Ok(Done::Skipped(format!(
            "no Firefox: its tests are skipped; on Debian: apt-get install {PACKAGE}"
        )));
    };
    // Not an error: only systems with apt have it.
    found.old_firefox = old().ok();
    let mut note = firefox.display().to_string();
    if let Some(old) = &found.old_firefox {
        note = format!("{note} and {}", old.display());
    }
    Ok(if was_installed { Done::Completed(format!("installed {note}")) } else { Done::Skipped(note) })
}

/// Returns the program of a Firefox of version 140 to 145, downloaded and checked by apt, in the cache folder.
fn old() -> Result<PathBuf> {
    let versions = output(Command::new("apt-cache").args(["madison", PACKAGE]))?;
    let version = old_version(&versions).context("apt has no such version")?;
    let _lock = cache::lock(PACKAGE)?;
    let folder = cache::tools()?.join(format!("{PACKAGE}-{version}"));
    let program = folder.join("usr").join("lib").join(PACKAGE).join(PACKAGE);
    if !program.is_file() {
        // In another folder until it is complete.
        let part = cache::tools()?.join(format!(".{PACKAGE}.part"));
        let _ = fs::remove_dir_all(&part);
        fs::create_dir_all(&part).context("could not create a folder")?;
        let wanted = format!("{PACKAGE}={version}");
        run(Command::new("apt-get").args(["download", "--quiet", &wanted]).current_dir(&part))?;
        let archive = fs::read_dir(&part)?.next().context("apt-get has downloaded nothing")??.path();
        run(Command::new("dpkg-deb").arg("--extract").arg(&archive).arg(&part))?;
        fs::remove_file(archive).context("could not remove the download")?;
        fs::rename(part, folder).context("could not move a folder")?;
    }
    Ok(program)
}

/// Returns the first version from 140 to 145 in the output of `apt-cache madison`, which has one
/// `package | version | source` per line.
fn old_version(versions: &str) -> Option<&str> {
    let mut versions = versions.lines().filter_map(|line| line.split('|').nth(1)).map(str::trim);
    versions.find(|version| {
        version
            .split('.')
            .next()
            .and_then(|major| major.parse().ok())
            .is_some_and(|major| (140..146).contains(&major))
    })
}

#[cfg(test)]
mod tests {
    use super::old_version;

    #[test]
    fn a_version_without_lines_is_chosen() {
        let line =
            |version: &str| format!("firefox-esr | {version} | http://deb.debian.org/debian bookworm/main\n");
        let (new, old) = (line("153.8.0esr-1~deb12u1"), line("140.12.0esr-1~deb12u1"));
        assert_eq!(old_version(&format!("{new}{old}")), Some("140.12.0esr-1~deb12u1"));
        assert_eq!(old_version(&new), None);
        assert_eq!(old_version(""), None);
    }
}
