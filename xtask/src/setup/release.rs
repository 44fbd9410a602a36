//! Ready-made releases: minutes of compiling become seconds where they can be downloaded.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};

use crate::command::output;

/// An archive that a project publishes for this platform.
pub struct Release {
    /// Address of a `.tar.gz`.
    pub archive: String,
    /// What the project adds to that address for the file with its SHA-256 sum.
    pub checksum_suffix: &'static str,
    /// How many folders of the archive to leave out.
    pub strip: u8,
    /// The subfolder of the tool's folder that the archive is unpacked to, so that its programs are in `bin`.
    pub into: &'static str,
}

/// Downloads a release, checks its sum and unpacks it into the tool's folder.
///
/// # Errors
/// Within seconds when the network does not reach it; also when the sum is another or it cannot be unpacked.
pub fn install(release: &Release, folder: &Path) -> Result<()> {
    let archive = folder.join("archive.tar.gz");
    let sum = folder.join("archive.sum");
    download(&format!("{}{}", release.archive, release.checksum_suffix), &sum)?;
    download(&release.archive, &archive)?;
    let bytes = fs::read(&archive).context("could not read the download")?;
    let published = fs::read_to_string(&sum).context("could not read the published checksum")?;
    check_sum(&bytes, &published)?;

    let target = folder.join(release.into);
    fs::create_dir_all(&target).context("could not make a folder")?;
    let strip = format!("--strip-components={}", release.strip);
    output(Command::new("tar").arg("-xzf").arg(&archive).arg("-C").arg(&target).arg(strip))?;
    fs::remove_file(archive).and_then(|()| fs::remove_file(sum)).context("could not tidy up")
}

/// Gives up fast: five seconds to connect, twenty at a crawl, five minutes in all.
fn download(url: &str, to: &Path) -> Result<()> {
    let mut curl = Command::new("curl");
    curl.args(["--fail", "--silent", "--show-error", "--location"])
        .args(["--proto", "=https", "--connect-timeout", "5", "--max-time", "300"])
        .args(["--speed-limit", "20000", "--speed-time", "20"])
        .arg("--output")
        .arg(to)
        .arg(url);
    output(&mut curl)?;
    Ok(())
}

/// Compares with a published checksum file: the sum in hexadecimal, which a file name may follow.
fn check_sum(bytes: &[u8], published: &str) -> Result<()> {
    let expected = published.split_whitespace().next().unwrap_or_default();
    let actual: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    ensure!(
        expected.eq_ignore_ascii_case(&actual),
        "the download's SHA-256 is {actual}, but {expected:?} is published"
    );
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SUM: &str = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

    #[test]
    fn sums_are_read_with_and_without_a_file_name() {
        for published in [SUM.to_owned(), format!("{SUM}  hello.tar.gz\n"), SUM.to_uppercase()] {
            check_sum(b"hello", &published).expect(&published);
        }
    }

    #[test]
    fn another_sum_or_none_is_refused() {
        for published in [SUM.replace('2', "3").as_str(), "", "<html>Not found</html>"] {
            assert!(check_sum(b"hello", published).is_err(), "{published}");
        }
    }
}
