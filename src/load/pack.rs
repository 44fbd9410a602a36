//! The language pack beside the page.

use super::address::fetch;
use super::stream::read_all;
use gloo::utils::document;
use manicule_core::Pack;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Fetches the pack that the page names; none if it is not there or damaged: figures and links do without.
pub async fn fetch_pack() -> Option<Pack> {
    let url = pack_url()?;
    let response = fetch(&url).await.ok()?;
    let bytes = read_all(&response.body()?, None, |_| {}).await.ok()?;
    Pack::load(bytes).ok()
}

/// The address that index.html gives in `data-pack`, relative to the page.
fn pack_url() -> Option<String> {
    let holder: HtmlElement = document().query_selector("[data-pack]").ok()??.dyn_into().ok()?;
    holder.dataset().get("pack")
}
