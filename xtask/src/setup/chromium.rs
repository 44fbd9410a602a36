//! Finds Chromium and ChromeDriver, or installs them where possible.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::system;
use crate::browser::Browser;
use crate::command::{find, output};
use crate::steps::{Done, Found};

/// Names under which systems install Chromium or Chrome.
const CHROMIUM: &[&str] = &[
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

const DRIVER: &[&str] =
    &["chromedriver", "/usr/lib/chromium-browser/chromedriver", "/snap/bin/chromium.chromedriver"];

/// The fonts of the layout tests, installed so that widths are the same on every machine.
const FONTS: &str = "fonts-liberation";

const HOW_TO_INSTALL: &str = "\
Chromium and ChromeDriver of the same version are needed. Install them:
  Debian    apt-get install chromium chromium-driver fonts-liberation
  Ubuntu    apt-get install chromium-browser chromium-chromedriver fonts-liberation
  Fedora    dnf install chromium chromedriver liberation-fonts
  Arch      pacman -S chromium ttf-liberation
  macOS     brew install --cask chromium chromedriver
or set CHROMIUM and CHROMEDRIVER to the paths of the two programs.";

/// Finds Chromium and ChromeDriver. On Debian and its derivatives, as root, installs them if they are missing.
///
/// # Errors
/// When they are missing and cannot be installed here, or have different major versions. The message says what to do.
pub fn chromium(found: &mut Found) -> Result<Done> {
    let (browser, installed) = match locate()? {
        Some(browser) => (browser, false),
        None => {
            install()?;
            (locate()?.context(HOW_TO_INSTALL)?, true)
        }
    };
    let version = check_versions(&browser)?;
    let note = format!("Chromium {version}, {}", browser.chromium.display());
    found.browser = Some(browser);
    Ok(if installed { Done::Completed(format!("installed {note}")) } else { Done::Skipped(note) })
}

fn locate() -> Result<Option<Browser>> {
    let chromium = program("CHROMIUM", CHROMIUM)?;
    let driver = program("CHROMEDRIVER", DRIVER)?;
    Ok(chromium.zip(driver).map(|(chromium, driver)| Browser { chromium, driver }))
}

/// Returns the program that the environment variable names, else the first candidate that exists.
///
/// # Errors
/// When the variable names no file.
pub(super) fn program(variable: &str, candidates: &[&str]) -> Result<Option<PathBuf>> {
    if let Some(path) = env::var_os(variable).filter(|path| !path.is_empty()) {
        let path = PathBuf::from(path);
        ensure!(path.is_file(), "{variable} is set to {}, where there is no file", path.display());
        return Ok(Some(path));
    }
    Ok(candidates.iter().find_map(|name| match Path::new(name) {
        path if path.is_absolute() => path.is_file().then(|| path.to_owned()),
        _ => find(name),
    }))
}

fn install() -> Result<()> {
    let packages = match system::id().as_str() {
        "ubuntu" => ["chromium-browser", "chromium-chromedriver", FONTS],
        _ => ["chromium", "chromium-driver", FONTS],
    };
    system::install(&packages).context(HOW_TO_INSTALL)
}

/// Checks that ChromeDriver and the browser have the same major version, as ChromeDriver requires. Returns the
/// browser's version.
fn check_versions(browser: &Browser) -> Result<String> {
    let chromium = version(&output(Command::new(&browser.chromium).arg("--version"))?)?;
    let driver = version(&output(Command::new(&browser.driver).arg("--version"))?)?;
    let major = |version: &str| version.split('.').next().map(str::to_owned);
    ensure!(
        major(&chromium) == major(&driver),
        "{} is version {chromium}, but {} is version {driver}: they must be of the same major version",
        browser.chromium.display(),
        browser.driver.display()
    );
    Ok(chromium)
}

/// Extracts the version from the output of `--version`, as in `ChromeDriver 156.0.8078.79 (a21ce…)`.
fn version(answer: &str) -> Result<String> {
    let is_version =
        |word: &&str| word.contains('.') && word.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    let version = answer.split_whitespace().find(is_version);
    version.map(str::to_owned).with_context(|| format!("there is no version in {answer:?}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_extracted_from_program_output() {
        for (answer, expected) in [
            ("Chromium 156.0.8078.79 built on Debian GNU/Linux 12 (bookworm)", "156.0.8078.79"),
            ("ChromeDriver 156.0.8078.79 (a21ce95c24ce3964416f09ae1862f53f319eb4d0)", "156.0.8078.79"),
            ("Google Chrome 141.0.7390.54 ", "141.0.7390.54"),
        ] {
            assert_eq!(version(answer).expect(answer), expected);
        }
        assert!(version("command not found").is_err());
    }
}
