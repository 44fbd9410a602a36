//! Fetches the style sheets for shadow roots.

use super::address::fetch_asset;
use super::{Config, LoadError};
use wasm_bindgen_futures::JsFuture;

/// Fetches the configured style sheets and returns their concatenated text, in cascade order.
///
/// # Errors
/// [`LoadError::Refused`], [`LoadError::Status`] and [`LoadError::Interrupted`].
pub async fn fetch_styles() -> Result<String, LoadError> {
    let mut text = String::new();
    for sheet in Config::current().sheets() {
        let response = fetch_asset(&sheet).await?;
        let body = response.text().map_err(|_| LoadError::Interrupted)?;
        let css = JsFuture::from(body).await.map_err(|_| LoadError::Interrupted)?;
        text.push_str(&css.as_string().unwrap_or_default());
        text.push('\n');
    }
    Ok(text)
}
