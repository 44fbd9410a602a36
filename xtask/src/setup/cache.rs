//! The user's cache folder, which contains tools by name and version and which all checkouts share.

use std::env;
use std::fs::{self, File, TryLockError};
use std::path::PathBuf;

use anyhow::{Context, Result};

/// The folder of the tools, created if needed: `manicule/tools` in the user's cache folder. That is `$XDG_CACHE_HOME`
/// if it is an absolute path (XDG Base Directory Specification), else the platform's default.
///
/// # Errors
/// When no cache folder is known, or the folder cannot be created.
pub fn tools() -> Result<PathBuf> {
    let folder = user_cache()
        .context("no cache folder is known: set XDG_CACHE_HOME to an absolute path")?
        .join("manicule")
        .join("tools");
    fs::create_dir_all(&folder)
        .with_context(|| format!("could not create the folder {}", folder.display()))?;
    Ok(folder)
}

fn user_cache() -> Option<PathBuf> {
    let absolute = |name: &str| env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    absolute("XDG_CACHE_HOME").or_else(|| {
        if cfg!(windows) {
            absolute("LOCALAPPDATA")
        } else if cfg!(target_os = "macos") {
            absolute("HOME").map(|home| home.join("Library").join("Caches"))
        } else {
            absolute("HOME").map(|home| home.join(".cache"))
        }
    })
}

/// Waits for the lock with this name and takes it. Dropping the returned file releases it, and so does the system when
/// the process ends in any way.
///
/// # Errors
/// When the lock file cannot be created or locked.
pub fn lock(name: &str) -> Result<File> {
    let path = tools()?.join(format!(".{name}.lock"));
    let file = File::create(&path).with_context(|| format!("could not create {}", path.display()))?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            println!("Another run is installing {name}; waiting for it.");
            file.lock().with_context(|| format!("could not lock {}", path.display()))?;
        }
        Err(TryLockError::Error(error)) => {
            return Err(error).with_context(|| format!("could not lock {}", path.display()));
        }
    }
    Ok(file)
}
