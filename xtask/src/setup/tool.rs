//! One tool: found on `PATH` or in the cache, else installed into the cache.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::cache;
use super::release::{self, Release};
use crate::command::{find, output, run};
use crate::steps::{Done, Found};

/// A tool that these commands need, in one version.
pub struct Tool {
    /// The tool's name. Its folder in the cache is `name-version`.
    pub name: &'static str,
    pub version: String,
    /// The programs of the tool. Each must support `--version`.
    pub programs: &'static [&'static str],
    /// The prebuilt release for this platform, if the project publishes one.
    pub release: Option<Release>,
    /// The registry to install the tool from if there is no release or it cannot be downloaded.
    pub registry: Registry,
    /// Checks whether an installation on `PATH` can be used, given the path of its first program.
    pub accept: fn(&Tool, &Path) -> Result<()>,
}

/// A package registry and the package to install from it.
pub enum Registry {
    /// A crate to compile, with further arguments and environment for `cargo install`.
    Crates {
        package: &'static str,
        args: &'static [&'static str],
        env: &'static [(&'static str, &'static str)],
    },
    /// An npm package with the programs.
    Npm { package: &'static str },
}

impl Tool {
    /// Finds or installs the tool. Adds its folder to `found.tools`, unless it is on `PATH`.
    ///
    /// # Errors
    /// When the tool is missing and neither the release nor the registry provides one that works.
    pub fn ensure(&self, found: &mut Found) -> Result<Done> {
        if let Some(path) = self.on_path() {
            return Ok(Done::Skipped(format!("{} is installed", path.display())));
        }
        let home = cache::tools()?.join(self.id());
        found.tools.push(home.join("bin"));
        if self.works_in(&home).is_ok() {
            return Ok(Done::Skipped(format!("{} is installed", home.display())));
        }
        let _lock = cache::lock(&self.id())?;
        if self.works_in(&home).is_ok() {
            return Ok(Done::Skipped(format!("{} was installed by another run", home.display())));
        }
        let source = self.install(&home)?;
        Ok(Done::Completed(format!("installed {} {} {source}", self.name, self.version)))
    }

    fn id(&self) -> String {
        format!("{}-{}", self.name, self.version)
    }

    /// Returns the first program of an installation on `PATH`, if it can be used.
    fn on_path(&self) -> Option<PathBuf> {
        let paths: Option<Vec<PathBuf>> = self.programs.iter().map(|program| find(program)).collect();
        let first = paths?.into_iter().next()?;
        match (self.accept)(self, &first) {
            Ok(()) => Some(first),
            Err(error) => {
                println!("Not using {}: {error:#}.", first.display());
                None
            }
        }
    }

    fn works_in(&self, home: &Path) -> Result<()> {
        for program in self.programs {
            self.check_version(&home.join("bin").join(program))?;
        }
        Ok(())
    }

    /// Checks that `program --version` prints the version of this tool.
    ///
    /// # Errors
    /// When the program cannot be run or has another version.
    pub fn check_version(&self, program: &Path) -> Result<()> {
        let answer = output(Command::new(program).arg("--version"))?;
        anyhow::ensure!(
            answer.split_whitespace().any(|word| word == self.version),
            "version {} is needed, but its version is {answer:?}",
            self.version
        );
        Ok(())
    }

    /// Installs into a temporary folder and renames it when complete, so that an interrupted installation is never
    /// used. Returns the source: "from its release" or "from its registry".
    fn install(&self, home: &Path) -> Result<&'static str> {
        let partial = home.with_file_name(format!(".{}.partial", self.id()));
        if let Some(release) = &self.release {
            println!("Downloading {}", release.archive);
            let installed = recreate(&partial)
                .and_then(|()| release::install(release, &partial))
                .and_then(|()| self.works_in(&partial));
            match installed {
                Ok(()) => return publish(&partial, home).map(|()| "from its release"),
                Err(error) => println!("Cannot use the prebuilt release: {error:#}."),
            }
        }
        recreate(&partial)?;
        self.install_from_registry(&partial)?;
        self.works_in(&partial).with_context(|| format!("{} was installed but does not work", self.name))?;
        publish(&partial, home)?;
        Ok("from its registry")
    }

    fn install_from_registry(&self, folder: &Path) -> Result<()> {
        // Run outside the repository, so that its cargo and npm settings do not apply.
        let cache = cache::tools()?;
        match self.registry {
            Registry::Crates { package, args, env } => {
                // Removed only after installation, so that an interrupted build can continue.
                let build = cache.join(format!(".{}.build", self.id()));
                run(Command::new("cargo")
                    .args(["install", package, "--version", &format!("={}", self.version)])
                    .args(args)
                    .arg("--root")
                    .arg(folder)
                    .arg("--target-dir")
                    .arg(&build)
                    .envs(env.iter().copied())
                    .current_dir(&cache))?;
                fs::remove_dir_all(&build).with_context(|| format!("could not remove {}", build.display()))
            }
            // Only a global installation puts programs into the folder `bin` of its prefix.
            Registry::Npm { package } => run(Command::new("npm")
                .args(["install", "--global", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix"])
                .arg(folder)
                .arg(format!("{package}@{}", self.version))
                .current_dir(&cache))
            .context(
                "npm is part of Node.js 20 or newer, which is needed here: install it and run this again",
            ),
        }
    }
}

/// Creates an empty folder, after removing what is there.
fn recreate(folder: &Path) -> Result<()> {
    remove(folder)?;
    fs::create_dir_all(folder).with_context(|| format!("could not create {}", folder.display()))
}

/// Moves a complete installation to its final folder.
fn publish(partial: &Path, home: &Path) -> Result<()> {
    remove(home)?;
    fs::rename(partial, home).with_context(|| format!("could not move the tool to {}", home.display()))
}

fn remove(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("could not remove {}", folder.display()))?;
    }
    Ok(())
}
