//! What stands on a page of others while articles of it are annotated, from the first to the last.

use super::css::inside;
use super::host::Host;
use super::page::Page;
use super::panel::{Panel, PanelProps};
use super::pointer::Pointer;
use super::read::read;
use super::shell::Shell;
use super::watch::Watch;
use crate::failure::Failure;
use std::cell::OnceCell;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use web_sys::CssStyleSheet;

/// What listens to the page, or waits to. Like the element that the panel is shown in it is made once and used again:
/// what is left of each making would be little, but would stay.
#[derive(Debug)]
struct Standing {
    pointer: Pointer,
    watch: Watch,
}

thread_local! {
    static STANDING: OnceCell<Standing> = const { OnceCell::new() };
}

/// Annotates the articles of `page` and shows what belongs to them. `progress` is told how far it is, from 0 to 1.
///
/// # Errors
/// [`Failure`]; the page is then as it was.
pub async fn add(
    page: &Rc<Page>,
    is_wanted: &dyn Fn() -> bool,
    progress: &dyn Fn(f64),
) -> Result<(), Failure> {
    let inside = inside().await?;
    let host = Host::current();
    if host.shell().is_none() {
        let lacking = "this browser lacks shadow roots, style sheets to adopt, or observers";
        make(&inside, &host).map_err(|_| Failure::Load(lacking.to_owned()))?;
    }
    host.take_in(page);
    wake(&host);
    let read = read(&host, page, is_wanted, progress).await;
    if read.is_err() || page.is_gone() {
        remove(page);
        return read.and(Err(Failure::Cancelled));
    }
    Ok(())
}

/// Ends `page`. When the last one has gone, nothing of the program is left on the page.
pub fn remove(page: &Rc<Page>) {
    let host = Host::current();
    if host.let_go(page) {
        sleep(&host);
    }
}

fn make(inside: &CssStyleSheet, host: &Rc<Host>) -> Result<(), JsValue> {
    let (pointer, watch) = (Pointer::new(host)?, Watch::new(host)?);
    let shell = Shell::new(inside)?;
    let props = PanelProps { host: host.clone() };
    yew::Renderer::<Panel>::with_root_and_props(shell.inner.clone(), props).render();
    host.stand(shell, watch.content().clone());
    STANDING.with(|standing| {
        standing.get_or_init(|| Standing { pointer, watch });
    });
    Ok(())
}

/// Begins to show and to listen; nothing changes if it does.
fn wake(host: &Host) {
    if let Some(shell) = host.shell() {
        shell.show();
    }
    STANDING.with(|standing| {
        if let Some(Standing { pointer, watch }) = standing.get() {
            pointer.start();
            watch.start();
        }
    });
}

/// Leaves the page as it was.
fn sleep(host: &Host) {
    host.clear();
    STANDING.with(|standing| {
        if let Some(Standing { pointer, watch }) = standing.get() {
            pointer.stop();
            watch.stop();
        }
    });
    if let Some(shell) = host.shell() {
        shell.hide();
    }
}
