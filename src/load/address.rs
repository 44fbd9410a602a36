//! Fetches articles and other files from addresses.

use super::stream::read_all;
use super::{Asset, ContentKind, LARGEST, LoadError, Received, decode};
use gloo::utils::window;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestInit, Response, Url};

/// Resolves `address` against the address of the page, as the browser does for a link.
///
/// # Errors
/// [`LoadError::BadAddress`] for a scheme other than `http` and `https`, and for an empty address.
pub(super) fn resolve(address: &str) -> Result<String, LoadError> {
    let base = window().location().href().unwrap_or_default();
    let address = address.trim();
    if address.is_empty() {
        return Err(LoadError::BadAddress);
    }
    let url = Url::new_with_base(address, &base).map_err(|_| LoadError::BadAddress)?;
    match url.protocol().as_str() {
        "http:" | "https:" => Ok(url.href()),
        _ => Err(LoadError::BadAddress),
    }
}

/// Completes an address that a reader typed: adds `https://` if `words` starts with a host ("exemple.fr/article",
/// "www.exemple.fr"). Otherwise returns `words` without surrounding white space.
pub fn typed_address(words: &str) -> String {
    let words = words.trim();
    let host = words.split_once('/').map_or("", |(host, _)| host);
    let is_host = host.rsplit_once('.').is_some_and(|(name, domain)| {
        let is_name = |c: char| c.is_alphanumeric() || "-.".contains(c);
        name.starts_with(char::is_alphanumeric)
            && name.chars().all(is_name)
            && domain.len() > 1
            && domain.chars().all(char::is_alphabetic)
    });
    if is_host || words.starts_with("www.") { format!("https://{words}") } else { words.to_owned() }
}

/// Fetches the article at `address`, absolute or relative to the page.
///
/// # Errors
/// Any variant of [`LoadError`].
pub async fn fetch_article(address: &str, progress: impl Fn(Received)) -> Result<String, LoadError> {
    let response = fetch(&resolve(address)?).await?;
    let header = |name: &str| response.headers().get(name).ok().flatten();
    let kind = header("content-type").unwrap_or_default().to_ascii_lowercase();
    if kind.starts_with("text/html") || kind.starts_with("application/xhtml") {
        return Err(LoadError::NotText(ContentKind::Html));
    }
    let total = header("content-length").and_then(|digits| digits.parse::<usize>().ok());
    if total.is_some_and(|total| total > LARGEST) {
        return Err(LoadError::TooLarge);
    }
    // For a compressed body, `content-length` is its compressed size, not the number of bytes that will be read.
    let total = total.filter(|_| header("content-encoding").is_none());
    let body = response.body().ok_or(LoadError::Empty)?;
    decode(read_all(&body, total, progress).await?)
}

/// Fetches `url`.
///
/// # Errors
/// [`LoadError::Refused`] and [`LoadError::Status`].
async fn fetch(url: &str) -> Result<Response, LoadError> {
    fetch_asset(&Asset { url: url.to_owned(), integrity: None }).await
}

/// Fetches `asset`. The browser refuses a body that does not match the asset's integrity.
///
/// # Errors
/// [`LoadError::Refused`] and [`LoadError::Status`].
pub(super) async fn fetch_asset(asset: &Asset) -> Result<Response, LoadError> {
    let init = RequestInit::new();
    if let Some(integrity) = &asset.integrity {
        init.set_integrity(integrity);
    }
    let response = window().fetch_with_str_and_init(&asset.url, &init);
    let response = JsFuture::from(response).await.map_err(|_| LoadError::Refused)?;
    let response: Response = response.dyn_into().map_err(|_| LoadError::Refused)?;
    if response.ok() { Ok(response) } else { Err(LoadError::Status(response.status())) }
}
