//! The tools that build the page: which, in which versions, and where they come from.

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

/// Makes sure of trunk, which bundles the page.
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
            // Most of trunk's work is done by the tools that it calls, so it is compiled without optimisation, and
            // without TLS for its own downloads: half the time, and builds of the page take as long.
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

/// Makes sure of the wasm-bindgen commands, whose version must be the crate's to the last digit.
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
        // Not by its own lock file, which can name versions that the registry no longer has.
        registry: Registry::Crates { package: "wasm-bindgen-cli", args: &[], env: &[] },
        accept: Tool::check_version,
    }
    .ensure(found)
}

/// Provides a wasm-opt that reads the output of this compiler.
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
        accept: reads_probe,
    }
    .ensure(found)
}

/// Makes sure of cargo-fuzz, which builds the fuzz targets. Where it cannot be installed, the check `fuzz` is skipped.
///
/// # Errors
/// Never.
pub fn cargo_fuzz(found: &mut Found) -> Result<Done> {
    let done = cargo_command("cargo-fuzz", "0.13.2", &["cargo-fuzz"]).ensure(found);
    found.has_fuzz = done.is_ok();
    Ok(done.unwrap_or_else(|error| Done::Skipped(format!("cannot be installed: {error:#}"))))
}

/// Makes sure of cargo-deny, which checks the dependencies. Where it cannot be installed, the check `deny` is skipped.
///
/// # Errors
/// Never.
pub fn cargo_deny(found: &mut Found) -> Result<Done> {
    let done = cargo_command("cargo-deny", "0.20.2", &["cargo-deny"]).ensure(found);
    found.has_deny = done.is_ok();
    Ok(done.unwrap_or_else(|error| Done::Skipped(format!("cannot be installed: {error:#}"))))
}

/// A subcommand of cargo, compiled without optimisation: it spends its time on what it starts and reads.
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

/// See `probe.wat`.
const PROBE: &[u8] = include_bytes!("probe.wasm");

/// Whether a wasm-opt, of any version, reads the output of the compiler and wasm-bindgen.
fn reads_probe(_: &Tool, wasm_opt: &Path) -> Result<()> {
    let folder = project::scratch()?;
    let [probe, optimised] = ["probe.wasm", "probe.opt.wasm"].map(|name| folder.join(name));
    fs::write(&probe, PROBE).context("could not write a file to try it on")?;
    output(Command::new(wasm_opt).arg("-Oz").arg(&probe).arg("-o").arg(&optimised))?;
    Ok(())
}
