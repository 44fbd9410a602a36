//! The browser that runs the tests: Chromium, and ChromeDriver, through which wasm-bindgen-test controls it.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use serde_json::json;

use crate::project;

/// Paths of Chromium and of a ChromeDriver of the same major version.
#[derive(Clone, Debug)]
pub struct Browser {
    /// The browser.
    pub chromium: PathBuf,
    /// ChromeDriver.
    pub driver: PathBuf,
}

impl Browser {
    /// Writes the WebDriver capabilities with which wasm-bindgen-test starts the browser, and returns the file's path.
    /// The test runner adds `--headless` and `--no-sandbox` itself.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write_webdriver_json(&self) -> Result<PathBuf> {
        let path = project::scratch()?.join("webdriver.json");
        let capabilities = json!({
            "goog:chromeOptions": {
                "binary": self.chromium,
                "args": [
                    "disable-gpu",
                    "disable-quic",
                    "no-first-run",
                    "disable-background-networking",
                    "disable-component-update",
                    "disable-sync",
                ],
            }
        });
        fs::write(&path, capabilities.to_string())
            .with_context(|| format!("could not write {}", path.display()))?;
        Ok(path)
    }
}
