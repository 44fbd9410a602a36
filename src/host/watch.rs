//! Observing changes that the host page makes to its articles and its colours.

use super::dom::closest;
use super::host::Host;
use super::listener::Listener;
use super::read::read;
use crate::ptr_eq::PtrEq;
use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use js_sys::Array;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, MutationObserver, MutationObserverInit, MutationRecord, Node, NodeList};

/// After a change the articles are read again with at least this delay, in milliseconds, so that one reading covers all
/// changes in that time.
const MIN_DELAY: f64 = 60.0;
/// The delay is at least so many times as long as the last gathering took: it takes less than one part in so many of
/// the main thread's time.
const DELAY_PER_GATHER: f64 = 8.0;

/// Changes inside these elements of an article do not change its text.
const IRRELEVANT: &str = "script,style,nav,button,aside,form,iframe,svg,[contenteditable]:not([contenteditable='false']),\
                          [aria-hidden='true']";

/// The observers of the page.
#[derive(Debug)]
pub struct Watch {
    /// Observes the document's text.
    content: Observer,
    /// Observes the attributes of the root and the body, which may change the page's colours.
    appearance: Observer,
    /// Listens for changes of the system's colour scheme.
    scheme: Option<Listener>,
    /// The timer of the next reading of the articles.
    pending: Rc<RefCell<Option<Timeout>>>,
}

impl Watch {
    /// The observers, not started yet.
    ///
    /// # Errors
    /// The browser's exception where it lacks such observers.
    pub fn new(host: &PtrEq<Host>) -> Result<Watch, JsValue> {
        let pending: Rc<RefCell<Option<Timeout>>> = Rc::default();
        let options = MutationObserverInit::new();
        options.set_child_list(true);
        options.set_character_data(true);
        options.set_subtree(true);
        options.set_attribute_filter(&Array::of2(&"hidden".into(), &"open".into()));
        let content = Observer::new(options, {
            let (host, pending) = (host.clone(), pending.clone());
            move |records| {
                if records.iter().any(|record| is_relevant(&host, record.unchecked_ref())) {
                    schedule(&host, &pending);
                }
            }
        })?;
        let options = MutationObserverInit::new();
        options.set_attributes(true);
        let appearance = Observer::new(options, {
            let host = host.clone();
            move |_| host.set_colours()
        })?;
        let scheme = window().match_media("(prefers-color-scheme: dark)")?.map(|scheme| {
            let host = host.clone();
            Listener::new(&scheme, "change", move |_| host.set_colours())
        });
        Ok(Watch { content, appearance, scheme, pending })
    }

    /// Starts observing; does nothing if it is started already.
    pub fn start(&self) {
        if let (Some(root), Some(body)) = (document().document_element(), document().body()) {
            self.content.observe(&body);
            self.appearance.observe(&body);
            self.appearance.observe(&root);
        }
        if let Some(scheme) = &self.scheme {
            scheme.start();
        }
    }

    /// Stops observing and cancels a scheduled reading.
    pub fn stop(&self) {
        self.content.inner.disconnect();
        self.appearance.inner.disconnect();
        if let Some(scheme) = &self.scheme {
            scheme.stop();
        }
        self.pending.take();
    }

    /// The observer of the document's text, so that records of the program's own changes can be discarded.
    pub fn content_observer(&self) -> &MutationObserver {
        &self.content.inner
    }
}

/// A mutation observer, with the options it observes with and its callback.
#[derive(Debug)]
struct Observer {
    inner: MutationObserver,
    options: MutationObserverInit,
    _callback: Closure<dyn FnMut(Array)>,
}

impl Observer {
    fn new(
        options: MutationObserverInit,
        callback: impl FnMut(Array) + 'static,
    ) -> Result<Observer, JsValue> {
        let callback = Closure::new(callback);
        let inner = MutationObserver::new(callback.as_ref().unchecked_ref())?;
        Ok(Observer { inner, options, _callback: callback })
    }

    fn observe(&self, target: &Node) {
        // Throws only for contradictory options.
        let _ = self.inner.observe_with_options(target, &self.options);
    }
}

/// Whether a change may affect an article's text, or add or remove an article.
fn is_relevant(host: &Host, record: &MutationRecord) -> bool {
    let Some(target) = record.target() else { return false };
    let articles = host.articles();
    if articles.iter().any(|(_, article)| article.element().contains(Some(&target))) {
        let element = target.dyn_ref::<Element>().cloned().or_else(|| target.parent_element());
        return element.is_none_or(|element| closest(&element, IRRELEVANT).is_none());
    }
    let nodes = |list: NodeList| (0..list.length()).filter_map(move |index| list.get(index));
    let is_gone = |node: Node| articles.iter().any(|(_, article)| node.contains(Some(&*article.element())));
    let may_have_come = |node: Node| {
        let element = node.dyn_ref::<Element>().filter(|element| !host.is_panel(element));
        element.is_some_and(|element| host.pages().iter().any(|page| page.target.may_match_in(element)))
    };
    nodes(record.removed_nodes()).any(is_gone) || nodes(record.added_nodes()).any(may_have_come)
}

/// Schedules a reading of the articles, unless one is scheduled.
fn schedule(host: &PtrEq<Host>, pending: &Rc<RefCell<Option<Timeout>>>) {
    let is_scheduled = pending.borrow().is_some();
    if is_scheduled {
        return;
    }
    let gather_time = host.pages().iter().map(|page| page.gather_time.get()).sum::<f64>();
    let wait = MIN_DELAY.max(gather_time * DELAY_PER_GATHER) as u32;
    let timer = Timeout::new(wait, {
        let (host, pending) = (host.clone(), pending.clone());
        move || {
            // A timer must not be dropped inside its own callback.
            let done = pending.take();
            spawn_local(async move {
                drop(done);
                for page in host.pages() {
                    // An error here means that the page has no article now; a later change may add one.
                    let _ = read(&host, &page, &|| true, &|_| {}).await;
                }
            });
        }
    });
    pending.replace(Some(timer));
}
