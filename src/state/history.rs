//! The browser's history: an open gloss has an address of its own, and Back closes it.

use gloo::utils::window;
use std::cell::Cell;
use wasm_bindgen::JsValue;
use web_sys::Url;

/// The article and highlight in the page's address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// The article's address, `?src=`.
    pub source: Option<String>,
    /// The highlight's slug, `#h=`.
    pub slug: Option<String>,
}

impl Address {
    /// Reads the page's current address.
    pub fn current() -> Address {
        window().location().href().ok().map_or_else(Address::default, |href| Address::parse(&href))
    }

    /// Reads the absolute address `href`; invalid parts are left out.
    pub fn parse(href: &str) -> Address {
        let Ok(url) = Url::new(href) else { return Address::default() };
        let source = url.search_params().get("src").filter(|source| !source.is_empty());
        let slug = url.hash().strip_prefix("#h=").and_then(|slug| {
            let slug = js_sys::decode_uri_component(slug).ok()?;
            slug.as_string().filter(|slug| !slug.is_empty())
        });
        Address { source, slug }
    }

    /// The address as a reference relative to the page, with the page's own path.
    fn href(&self) -> String {
        let mut href = window().location().pathname().unwrap_or_default();
        if let Some(source) = &self.source {
            href.push_str("?src=");
            href.push_str(&encode(source));
        }
        if let Some(slug) = &self.slug {
            href.push_str("#h=");
            href.push_str(&encode(slug));
        }
        href
    }
}

fn encode(words: &str) -> String {
    js_sys::encode_uri_component(words).into()
}

/// Records open glosses and articles in the browser's history. There is one per page.
#[derive(Debug, Default)]
pub struct History {
    /// Whether the current history entry was added for the open gloss, so that going back closes it.
    pushed: Cell<bool>,
    /// Whether `history.back()` was called and its `popstate` event is still to come.
    leaving: Cell<bool>,
}

impl History {
    /// Records that a gloss was opened, or that the open one shows another highlight.
    pub fn opened(&self, slug: &str) {
        if self.leaving.get() {
            // The entry of the gloss closed before is still being removed: see `popped`.
            return;
        }
        let address = Address { slug: Some(slug.to_owned()), ..Address::current() };
        if address == Address::current() {
            return;
        }
        if self.pushed.get() || Address::current().slug.is_some() {
            write(&address, false);
        } else {
            write(&address, true);
            self.pushed.set(true);
        }
    }

    /// Records that the gloss was closed: removes its entry or its part of the address.
    pub fn closed(&self) {
        if self.pushed.replace(false) {
            self.leaving.set(true);
            let _ = window().history().and_then(|history| history.back());
        } else if !self.leaving.get() && Address::current().slug.is_some() {
            write(&Address { slug: None, ..Address::current() }, false);
        }
    }

    /// Handles `popstate`, after the reader or [`closed`](History::closed) went through the history. Returns the address to
    /// show; none if the page itself went back. `open` is the slug of the open gloss.
    pub fn popped(&self, open: Option<&str>) -> Option<Address> {
        self.pushed.set(false);
        if self.leaving.replace(false) {
            if let Some(slug) = open {
                self.opened(slug);
            }
            return None;
        }
        Some(Address::current())
    }

    /// Records that an article was shown: its address becomes `?src=`, or none if it has no address.
    pub fn shown(&self, source: Option<&str>) {
        let address = Address { source: source.map(str::to_owned), slug: None };
        let current = Address::current();
        self.pushed.set(false);
        if address != current {
            write(&address, address.source != current.source);
        }
    }
}

fn write(address: &Address, push: bool) {
    let Ok(history) = window().history() else { return };
    let href = address.href();
    // A page with an opaque origin may not change its history, and works without.
    let _ = match push {
        true => history.push_state_with_url(&JsValue::NULL, "", Some(&href)),
        false => history.replace_state_with_url(&JsValue::NULL, "", Some(&href)),
    };
}
