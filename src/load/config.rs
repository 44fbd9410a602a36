//! The addresses of the program's files.

use gloo::utils::document;
use serde::Deserialize;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The addresses of the program's files, with their integrity (W3C Subresource Integrity) where it is known. Addresses
/// are absolute, or relative to the page.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Config {
    /// The language pack.
    pub pack: Option<String>,
    /// The pack's integrity.
    pub pack_integrity: Option<String>,
    /// The style sheets for the program's shadow roots, in the order of the cascade.
    pub styles: Vec<String>,
    /// The integrity of each of `styles`, in the same order.
    pub styles_integrity: Vec<String>,
}

/// A file to fetch: its address, and its integrity where that is known.
#[derive(Clone, Debug)]
pub struct Asset {
    /// The address.
    pub url: String,
    /// Hashes in the form of the `integrity` attribute.
    pub integrity: Option<String>,
}

thread_local! {
    static CONFIG: RefCell<Config> = RefCell::default();
}

impl Config {
    /// Sets the configuration of the program.
    pub fn apply(self) {
        CONFIG.replace(self);
    }

    /// Returns the configuration of the program.
    pub fn current() -> Config {
        CONFIG.with_borrow(Config::clone)
    }

    /// The language pack: the configured one, else the one in the reading page's `data-pack` attribute.
    pub(super) fn pack(self) -> Option<Asset> {
        let of_page = || {
            let holder: HtmlElement = document().query_selector("[data-pack]").ok()??.dyn_into().ok()?;
            holder.dataset().get("pack")
        };
        let url = self.pack.or_else(of_page)?;
        Some(Asset { url, integrity: self.pack_integrity })
    }

    /// The style sheets.
    pub(super) fn sheets(self) -> impl Iterator<Item = Asset> {
        let integrity = self.styles_integrity.into_iter().map(Some).chain(std::iter::repeat(None));
        self.styles.into_iter().zip(integrity).map(|(url, integrity)| Asset { url, integrity })
    }
}
