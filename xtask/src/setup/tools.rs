//! The tools that build and check the project: their versions and sources.

use std::env::consts::{ARCH, OS};
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use super::release::Release;
use super::tool::{Registry, Tool};
use crate::command::output;
use crate::project;
use crate::steps::{Done, Found};

/// Finds or installs trunk, which bundles the page.
///
/// # Errors
/// When it is missing and cannot be installed.
pub fn trunk(found: &mut Found) -> Result<Done> {
    const VERSION: &str = "0.21.14";
    let platform = match OS {
        "linux" => Some("unknown-linux-gnu"),
        "macos" => Some("apple-darwin"),
        _ => None,
    };
    let release = platform.map(|platform| Release {
        archive: format!(
            "https://github.com/trunk-rs/trunk/releases/download/v{VERSION}/trunk-{ARCH}-{platform}.tar.gz"
        ),
        checksum_suffix: ".sha256",
        strip: 0,
        into: "bin",
    });
    Tool {
        name: "trunk",
        version: VERSION.to_owned(),
        programs: &["trunk"],
        release,
        registry: Registry::Crates {
            package: "trunk",
            // Compiled without optimisation and without TLS for downloads, which halves the time. Builds of the page
            // are not slower, because the tools that trunk calls do most of the work.
            args: &["--locked", "--no-default-features"],
            env: &[
                ("CARGO_PROFILE_RELEASE_LTO", "off"),
                ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
                ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
                ("CARGO_PROFILE_RELEASE_STRIP", "symbols"),
            ],
        },
        accept: Tool::check_version,
    }
    .ensure(found)
}

/// Finds or installs the wasm-bindgen commands, whose version must be exactly that of the crate.
///
/// # Errors
/// When they are missing and cannot be installed.
pub fn wasm_bindgen(found: &mut Found) -> Result<Done> {
    let version = project::locked_version("wasm-bindgen")?;
    let platform = match OS {
        "linux" => Some("unknown-linux-musl"),
        "macos" => Some("apple-darwin"),
        _ => None,
    };
    let release = platform.map(|platform| Release {
        archive: format!(
            "https://github.com/wasm-bindgen/wasm-bindgen/releases/download/{version}/wasm-bindgen-{version}-{ARCH}-{platform}.tar.gz"
        ),
        checksum_suffix: ".sha256sum",
        strip: 1,
        into: "bin",
    });
    Tool {
        name: "wasm-bindgen",
        version,
        programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
        release,
        // Without `--locked`, because its lock file can name versions that are no longer in the registry.
        registry: Registry::Crates { package: "wasm-bindgen-cli", args: &[], env: &[] },
        accept: Tool::check_version,
    }
    .ensure(found)
}

/// Finds or installs a wasm-opt that can read the output of this compiler.
///
/// # Errors
/// When it is missing and cannot be installed.
pub fn wasm_opt(found: &mut Found) -> Result<Done> {
    const VERSION: &str = "132";
    let platform = match (OS, ARCH) {
        ("linux", arch) => Some(format!("{arch}-linux")),
        ("macos", "aarch64") => Some("arm64-macos".to_owned()),
        ("macos", arch) => Some(format!("{arch}-macos")),
        _ => None,
    };
    let release = platform.map(|platform| Release {
        archive: format!(
            "https://github.com/WebAssembly/binaryen/releases/download/version_{VERSION}/binaryen-version_{VERSION}-{platform}.tar.gz"
        ),
        checksum_suffix: ".sha256",
        strip: 1,
        into: "",
    });
    Tool {
        name: "wasm-opt",
        version: VERSION.to_owned(),
        programs: &["wasm-opt"],
        release,
        registry: Registry::Npm { package: "binaryen" },
        accept: can_read_probe,
    }
    .ensure(found)
}

/// Finds or installs cargo-fuzz, which builds the fuzz targets. Where it cannot be installed, the check `fuzz` is
/// skipped.
///
/// # Errors
/// Never.
pub fn cargo_fuzz(found: &mut Found) -> Result<Done> {
    let done = cargo_command("cargo-fuzz", "0.13.2", &["cargo-fuzz"]).ensure(found);
    found.has_fuzz = done.is_ok();
    Ok(done.unwrap_or_else(|error| Done::Skipped(format!("cannot be installed: {error:#}"))))
}

/// Finds or installs cargo-deny, which checks the dependencies. Where it cannot be installed, the check `deny` is
/// skipped.
///
/// # Errors
/// Never.
pub fn cargo_deny(found: &mut Found) -> Result<Done> {
    let done = cargo_command("cargo-deny", "0.20.2", &["cargo-deny"]).ensure(found);
    found.has_deny = done.is_ok();
    Ok(done.unwrap_or_else(|error| Done::Skipped(format!("cannot be installed: {error:#}"))))
}

/// A cargo subcommand. It is compiled without optimisation, because it mostly starts other programs and reads files.
fn cargo_command(name: &'static str, version: &str, programs: &'static [&'static str]) -> Tool {
    Tool {
        name,
        version: version.to_owned(),
        programs,
        release: None,
        registry: Registry::Crates {
            package: name,
            args: &["--locked"],
            env: &[
                ("CARGO_PROFILE_RELEASE_LTO", "off"),
                ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
                ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
                ("CARGO_PROFILE_RELEASE_STRIP", "symbols"),
            ],
        },
        accept: Tool::check_version,
    }
}

/// A module with WebAssembly features that older versions of wasm-opt cannot read. Its source is `probe.wat`.
const PROBE: &[u8] = include_bytes!("probe.wasm");

/// Checks that a wasm-opt, of any version, can read the output of the compiler and wasm-bindgen.
fn can_read_probe(_: &Tool, wasm_opt: &Path) -> Result<()> {
    let folder = project::scratch()?;
    let [probe, optimised] = ["probe.wasm", "probe.opt.wasm"].map(|name| folder.join(name));
    fs::write(&probe, PROBE).context("could not write the file to test wasm-opt with")?;
    output(Command::new(wasm_opt).arg("-Oz").arg(&probe).arg("-o").arg(&optimised))?;
    Ok(())
}
