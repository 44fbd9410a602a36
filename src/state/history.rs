//! The browser's history: each open gloss has its own address, and the Back button closes it. An entry's state is the id
//! of its article, if that is [kept](super::keep).

use gloo::utils::window;
use std::cell::{Cell, RefCell};
use wasm_bindgen::JsValue;
use web_sys::Url;

/// The article and the highlight that the page's address refers to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// The article's address, from the query parameter `src`.
    pub source: Option<String>,
    /// The highlight's slug, from the fragment `#h=`.
    pub slug: Option<String>,
}

impl Address {
    /// Parses the page's current address.
    pub fn current() -> Address {
        window().location().href().ok().map_or_else(Address::default, |href| Address::parse(&href))
    }

    /// Parses the absolute address `href`; invalid parts are ignored.
    pub fn parse(href: &str) -> Address {
        let Ok(url) = Url::new(href) else { return Address::default() };
        let source = url.search_params().get("src").filter(|source| !source.is_empty());
        let slug = url.hash().strip_prefix("#h=").and_then(|slug| {
            let slug = js_sys::decode_uri_component(slug).ok()?;
            slug.as_string().filter(|slug| !slug.is_empty())
        });
        Address { source, slug }
    }

    /// Formats the address as a relative reference with the path of the page.
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
    /// Whether `history.back()` was called and its `popstate` event has not arrived yet.
    awaiting_popstate: Cell<bool>,
    /// The id of the article on the page, if it is kept.
    kept: RefCell<Option<String>>,
}

impl History {
    /// Returns the id of the kept article of the current entry, and regards it as the one on the page.
    pub fn restored(&self) -> Option<String> {
        self.kept.replace(kept_of_entry());
        self.kept.borrow().clone()
    }

    /// Returns the id of the kept article of the current entry, if it is another than the one on the page.
    pub fn other(&self) -> Option<String> {
        kept_of_entry().filter(|id| Some(id) != self.kept.borrow().as_ref())
    }

    /// Records that a gloss was opened, or that the open one shows another highlight.
    pub fn opened(&self, slug: &str) {
        if self.awaiting_popstate.get() {
            // The entry of the gloss that was open before is still being removed; `popped` then calls this again.
            return;
        }
        let address = Address { slug: Some(slug.to_owned()), ..Address::current() };
        if address == Address::current() {
            return;
        }
        if self.pushed.get() || Address::current().slug.is_some() {
            self.write(Some(&address), false);
        } else {
            self.write(Some(&address), true);
            self.pushed.set(true);
        }
    }

    /// Records that the gloss was closed: removes its history entry, or its slug from the address.
    pub fn closed(&self) {
        if self.pushed.replace(false) {
            self.awaiting_popstate.set(true);
            let _ = window().history().and_then(|history| history.back());
        } else if !self.awaiting_popstate.get() && Address::current().slug.is_some() {
            self.write(Some(&Address { slug: None, ..Address::current() }), false);
        }
    }

    /// Handles `popstate`. Returns the address to show if the reader navigated, or `None` if
    /// [`closed`](History::closed) did. `open` is the slug of the open gloss.
    pub fn popped(&self, open: Option<&str>) -> Option<Address> {
        self.pushed.set(false);
        if self.awaiting_popstate.replace(false) {
            if let Some(slug) = open {
                self.opened(slug);
            }
            return None;
        }
        Some(Address::current())
    }

    /// Records that an article was shown: sets `?src=` to its address `source`, or removes it if that is `None`. `kept` is
    /// its id, if it is kept.
    pub fn shown(&self, source: Option<&str>, kept: Option<String>) {
        let address = Address { source: source.map(str::to_owned), slug: None };
        let current = Address::current();
        self.pushed.set(false);
        let before = self.kept.replace(kept);
        if address != current || before != *self.kept.borrow() {
            self.write(Some(&address), address.source != current.source);
        }
    }

    /// Records that the article on the page stays for the current entry, as when the reader follows a link within the page.
    pub fn stayed(&self) {
        self.write(None, false);
    }

    /// Adds or replaces an entry; without `address` it keeps that of the page.
    fn write(&self, address: Option<&Address>, push: bool) {
        let Ok(history) = window().history() else { return };
        let href = address.map(Address::href);
        let href = href.as_deref();
        let state = self.kept.borrow().as_deref().map_or(JsValue::NULL, JsValue::from_str);
        // A page with an opaque origin may not change its history; it works without.
        let _ = match push {
            true => history.push_state_with_url(&state, "", href),
            false => history.replace_state_with_url(&state, "", href),
        };
    }
}

fn kept_of_entry() -> Option<String> {
    window().history().ok()?.state().ok()?.as_string()
}
