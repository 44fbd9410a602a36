//! One tool: taken from `PATH` or the cache where it serves, else installed into the cache.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::cache;
use super::release::{self, Release};
use crate::command::{find, output, run};
use crate::steps::{Done, Found};

/// A tool that these commands need in one version.
pub struct Tool {
    /// Its name, which with the version names its folder in the cache.
    pub name: &'static str,
    pub version: String,
    /// The programs that it must bring, all of which answer `--version`.
    pub programs: &'static [&'static str],
    /// A ready-made release for this platform, where the project publishes one.
    pub release: Option<Release>,
    /// Where it comes from otherwise.
    pub registry: Registry,
    /// Checks whether the user's own installation can be used, given its first program.
    pub accept: fn(&Tool, &Path) -> Result<()>,
}

/// A package registry and the package to install.
pub enum Registry {
    /// A crate to compile, with further arguments and environment for `cargo install`.
    Crates {
        package: &'static str,
        args: &'static [&'static str],
        env: &'static [(&'static str, &'static str)],
    },
    /// An npm package with that program.
    Npm { package: &'static str },
}

impl Tool {
    /// Finds or installs the tool and puts its folder into `found`.
    ///
    /// # Errors
    /// When it is missing and neither a release nor the registry provides one that works.
    pub fn ensure(&self, found: &mut Found) -> Result<Done> {
        if let Some(path) = self.on_path() {
            return Ok(Done::Skipped(format!("{} is there", path.display())));
        }
        let home = cache::tools()?.join(self.id());
        found.tools.push(home.join("bin"));
        if self.works_in(&home).is_ok() {
            return Ok(Done::Skipped(format!("{} is there", home.display())));
        }
        let _lock = cache::lock(&self.id())?;
        if self.works_in(&home).is_ok() {
            return Ok(Done::Skipped(format!("{} was installed by another run", home.display())));
        }
        let source = self.install(&home)?;
        Ok(Done::Did(format!("installed {} {} {source}", self.name, self.version)))
    }

    fn id(&self) -> String {
        format!("{}-{}", self.name, self.version)
    }

    /// The user's own installation, if it serves.
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

    /// Asks a program for its version.
    ///
    /// # Errors
    /// When it cannot be run or has another version than the one wanted.
    pub fn check_version(&self, program: &Path) -> Result<()> {
        let answer = output(Command::new(program).arg("--version"))?;
        anyhow::ensure!(
            answer.split_whitespace().any(|word| word == self.version),
            "version {} is needed, and it says {answer:?}",
            self.version
        );
        Ok(())
    }

    /// Installs into a folder of its own first, so that what an interrupted run leaves behind is never
    /// taken for the tool. Returns where it came from.
    fn install(&self, home: &Path) -> Result<&'static str> {
        let partial = home.with_file_name(format!(".{}.partial", self.id()));
        if let Some(release) = &self.release {
            println!("Downloading {}", release.archive);
            let installed = empty(&partial)
                .and_then(|()| release::install(release, &partial))
                .and_then(|()| self.works_in(&partial));
            match installed {
                Ok(()) => return publish(&partial, home).map(|()| "from its release"),
                Err(error) => println!("No ready-made release: {error:#}."),
            }
        }
        empty(&partial)?;
        self.install_from_registry(&partial)?;
        self.works_in(&partial).with_context(|| format!("{} was installed but does not work", self.name))?;
        publish(&partial, home)?;
        Ok("from its registry")
    }

    fn install_from_registry(&self, folder: &Path) -> Result<()> {
        // Away from the workspace, whose cargo and npm settings are not meant for tools.
        let cache = cache::tools()?;
        match self.registry {
            Registry::Crates { package, args, env } => {
                // Kept until the tool is installed: an interrupted build goes on where it was.
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
            // A "global" installation is the one that puts programs into `bin` below its prefix.
            Registry::Npm { package } => run(Command::new("npm")
                .args(["install", "--global", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix"])
                .arg(folder)
                .arg(format!("{package}@{}", self.version))
                .current_dir(&cache))
            .context(
                "npm comes with Node.js 20 or newer, which is needed here: install it and run this again",
            ),
        }
    }
}

/// Makes the folder anew.
fn empty(folder: &Path) -> Result<()> {
    remove(folder)?;
    fs::create_dir_all(folder).with_context(|| format!("could not make {}", folder.display()))
}

/// Moves a finished folder to its place.
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
