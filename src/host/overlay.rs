//! The overlay: what is on a host page while at least one of its articles is annotated, or one is waited for.

use super::css::panel_styles;
use super::host::Host;
use super::page::Page;
use super::panel::{Panel, PanelProps};
use super::panel_element::PanelElement;
use super::pointer::Pointer;
use super::read::read;
use super::watch::Watch;
use crate::js_api::Error;
use crate::ptr_eq::PtrEq;
use gloo::utils::document;
use std::cell::OnceCell;
use wasm_bindgen::JsValue;
use web_sys::CssStyleSheet;

/// The listeners and observers on the host page. Like the element of the panel they are made once and used again,
/// because browsers keep a little memory for each one that was ever made.
#[derive(Debug)]
struct Overlay {
    pointer: Pointer,
    watch: Watch,
}

thread_local! {
    static OVERLAY: OnceCell<Overlay> = const { OnceCell::new() };
}

/// Annotates the articles of `page`, and follows the page from then on. `progress` is called with the fraction done, 0
/// to 1.
///
/// # Errors
/// [`Error::NoArticle`] and [`Error::Language`] if there is no article, or none in a language with a pack, yet: the page
/// is followed, and what comes later is annotated, until [`remove`] is called. Any other [`Error`]: the host page is as
/// it was.
pub async fn add(
    page: &PtrEq<Page>,
    is_wanted: &dyn Fn() -> bool,
    progress: &dyn Fn(f64),
) -> Result<(), Error> {
    let styles = panel_styles().await?;
    let host = Host::current();
    if host.panel_element().is_none() {
        let lacking = "this browser lacks shadow roots, style sheets to adopt, or observers";
        create(&styles, &host).map_err(|_| Error::Load(lacking.to_owned()))?;
    }
    host.add_page(page);
    update(&host);
    let read = read(&host, page, is_wanted, progress).await;
    if page.is_destroyed() || matches!(read, Err(Error::Cancelled)) {
        remove(page);
        return Err(Error::Cancelled);
    }
    read
}

/// Removes pages with the target of `page` whose call failed and that are still followed: the new call takes their place.
pub fn replace_waiting(page: &Page) {
    for other in Host::current().pages() {
        if other.target == page.target && !other.has_caller.get() && other.articles().is_empty() {
            remove(&other);
        }
    }
}

/// Removes the annotations of `page`, and the overlay with the last page.
pub fn remove(page: &PtrEq<Page>) {
    let host = Host::current();
    host.remove_page(page);
    update(&host);
}

/// Creates the panel, the listeners and the observers, without adding them to the page.
fn create(styles: &CssStyleSheet, host: &PtrEq<Host>) -> Result<(), JsValue> {
    let (pointer, watch) = (Pointer::new(host)?, Watch::new(host)?);
    let panel_element = PanelElement::new(styles)?;
    let props = PanelProps { host: host.clone() };
    yew::Renderer::<Panel>::with_root_and_props(panel_element.inner.clone(), props).render();
    host.attach(panel_element, watch.content_observer().clone(), update);
    OVERLAY.with(|overlay| {
        overlay.get_or_init(|| Overlay { pointer, watch });
    });
    Ok(())
}

/// Makes the overlay fit the pages and their articles: the page is followed while there are pages, and the panel shown
/// while there are articles. Does nothing if all is as it should be.
fn update(host: &Host) {
    OVERLAY.with(|overlay| {
        let Some(Overlay { pointer, watch }) = overlay.get() else { return };
        if host.pages().is_empty() {
            watch.stop();
        } else {
            watch.start();
        }
        if !host.has_articles() {
            pointer.stop();
            host.clear();
            return;
        }
        pointer.start();
        host.place_panel();
        if document().fullscreen_element().is_some() {
            // It may have come after the panel, before this was listened for.
            host.raise_panel();
        }
        for root in host.shadow_roots() {
            watch.observe_shadow(&root);
        }
    });
}
