//! Configuration: the addresses of the program's files.

use gloo::utils::document;
use serde::Deserialize;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The addresses of the program's files, absolute or relative to the page, with their integrity hashes (W3C Subresource
/// Integrity) if known.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Config {
    /// Address of the language pack.
    pub pack: Option<String>,
    /// Integrity hashes of the language pack.
    pub pack_integrity: Option<String>,
    /// Addresses of the style sheets for the program's shadow roots, in cascade order.
    pub styles: Vec<String>,
    /// Integrity hashes of each of [`styles`](Config::styles), in the same order.
    pub styles_integrity: Vec<String>,
}

/// A file to fetch, with its integrity hashes if known.
#[derive(Clone, Debug)]
pub struct Asset {
    /// Address of the file, absolute or relative to the page.
    pub url: String,
    /// Hashes in the form of the `integrity` attribute.
    pub integrity: Option<String>,
}

thread_local! {
    static CONFIG: RefCell<Config> = RefCell::default();
}

impl Config {
    /// Makes this the configuration of the program.
    pub fn apply(self) {
        CONFIG.replace(self);
    }

    /// Returns the configuration of the program.
    pub fn current() -> Config {
        CONFIG.with_borrow(Config::clone)
    }

    /// Returns the language pack: the configured one, else the one in the reading page's `data-pack` attribute.
    pub(super) fn pack(self) -> Option<Asset> {
        let of_page = || {
            let holder: HtmlElement = document().query_selector("[data-pack]").ok()??.dyn_into().ok()?;
            holder.dataset().get("pack")
        };
        let url = self.pack.or_else(of_page)?;
        Some(Asset { url, integrity: self.pack_integrity })
    }

    /// Returns the configured style sheets.
    pub(super) fn sheets(self) -> impl Iterator<Item = Asset> {
        let integrity = self.styles_integrity.into_iter().map(Some).chain(std::iter::repeat(None));
        self.styles.into_iter().zip(integrity).map(|(url, integrity)| Asset { url, integrity })
    }
}
