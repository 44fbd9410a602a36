//! The overlay: what is on a host page while at least one of its articles is annotated.

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

/// Annotates the articles of `page` and mounts the overlay. `progress` is called with the fraction done, 0 to 1.
///
/// # Errors
/// Any [`Error`]; the host page is then as it was.
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
    mount(&host);
    let read = read(&host, page, is_wanted, progress).await;
    if read.is_err() || page.is_destroyed() {
        remove(page);
        return read.and(Err(Error::Cancelled));
    }
    Ok(())
}

/// Removes the annotations of `page`, and the overlay with the last page.
pub fn remove(page: &PtrEq<Page>) {
    let host = Host::current();
    if host.remove_page(page) {
        unmount(&host);
    }
}

/// Creates the panel, the listeners and the observers, without adding them to the page.
fn create(styles: &CssStyleSheet, host: &PtrEq<Host>) -> Result<(), JsValue> {
    let (pointer, watch) = (Pointer::new(host)?, Watch::new(host)?);
    let panel_element = PanelElement::new(styles)?;
    let props = PanelProps { host: host.clone() };
    yew::Renderer::<Panel>::with_root_and_props(panel_element.inner.clone(), props).render();
    host.attach(panel_element, watch.content_observer().clone());
    OVERLAY.with(|overlay| {
        overlay.get_or_init(|| Overlay { pointer, watch });
    });
    Ok(())
}

/// Shows the panel and starts the listeners; does nothing if they are there already.
fn mount(host: &Host) {
    if let Some(panel_element) = host.panel_element() {
        panel_element.show();
    }
    OVERLAY.with(|overlay| {
        if let Some(Overlay { pointer, watch }) = overlay.get() {
            pointer.start();
            watch.start();
        }
    });
}

/// Removes the panel, the listeners and the observers from the host page.
fn unmount(host: &Host) {
    host.clear();
    OVERLAY.with(|overlay| {
        if let Some(Overlay { pointer, watch }) = overlay.get() {
            pointer.stop();
            watch.stop();
        }
    });
    if let Some(panel_element) = host.panel_element() {
        panel_element.hide();
    }
}
