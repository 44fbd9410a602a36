//! Prebuilt releases, which take seconds to download instead of minutes to compile.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};

use crate::command::output;

/// An archive that a project publishes for this platform.
pub struct Release {
    /// The URL of a `.tar.gz` file.
    pub archive: String,
    /// The suffix that makes this URL that of the file with the archive's SHA-256 checksum.
    pub checksum_suffix: &'static str,
    /// The number of leading path components to remove when unpacking.
    pub strip: u8,
    /// The subfolder of the tool's folder to unpack into, chosen so that the programs are in `bin`.
    pub into: &'static str,
}

/// Downloads a release, checks its SHA-256 checksum and unpacks it into the tool's folder.
///
/// # Errors
/// When it cannot be downloaded (within seconds if the network is unreachable), the checksum differs, or it cannot be
/// unpacked.
pub fn install(release: &Release, folder: &Path) -> Result<()> {
    let archive = folder.join("archive.tar.gz");
    let sum = folder.join("archive.sum");
    download(&format!("{}{}", release.archive, release.checksum_suffix), &sum)?;
    download(&release.archive, &archive)?;
    let bytes = fs::read(&archive).context("could not read the download")?;
    let published = fs::read_to_string(&sum).context("could not read the published checksum")?;
    check_sum(&bytes, &published)?;

    let target = folder.join(release.into);
    fs::create_dir_all(&target).context("could not create a folder")?;
    let strip = format!("--strip-components={}", release.strip);
    output(Command::new("tar").arg("-xzf").arg(&archive).arg("-C").arg(&target).arg(strip))?;
    fs::remove_file(archive)
        .and_then(|()| fs::remove_file(sum))
        .context("could not remove the downloaded files")
}

/// Downloads a file. Limits: 5 seconds to connect, 20 seconds below 20 kB/s, 5 minutes in total.
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

/// Compares the SHA-256 of `bytes` with a published checksum file: hexadecimal digits, which a file name may follow.
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
    fn checksums_are_read_with_and_without_a_file_name() {
        for published in [SUM.to_owned(), format!("{SUM}  hello.tar.gz\n"), SUM.to_uppercase()] {
            check_sum(b"hello", &published).expect(&published);
        }
    }

    #[test]
    fn a_wrong_or_missing_checksum_is_refused() {
        for published in [SUM.replace('2', "3").as_str(), "", "<html>Not found</html>"] {
            assert!(check_sum(b"hello", published).is_err(), "{published}");
        }
    }
}
