//! Fetches the style sheets for shadow roots.

use super::own::Attempt;
use super::{AssetError, Config};

/// Fetches the configured style sheets and returns their concatenated text, in cascade order.
///
/// # Errors
/// An [`AssetError`] for the first one that is missing.
pub async fn fetch_styles() -> Result<String, AssetError> {
    let mut text = String::new();
    for sheet in Config::current().sheets() {
        text.push_str(&Attempt::start(sheet, |bytes| String::from_utf8(bytes).ok()).wait().await?);
        text.push('\n');
    }
    Ok(text)
}
