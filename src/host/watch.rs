//! Observing changes of the articles and colours of the host page.

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

/// Changes within this many milliseconds are handled together.
const CALM: f64 = 60.0;
/// Reading the articles again takes at most one in this many parts of the page's time.
const SHARE: f64 = 8.0;

/// Elements inside an article whose changes do not change its text.
const IRRELEVANT: &str = "script,style,nav,button,aside,form,iframe,svg,[contenteditable]:not([contenteditable='false']),\
                          [aria-hidden='true']";

/// The observers of the host page.
#[derive(Debug)]
pub struct Watch {
    content: Observer,
    ground: Observer,
    scheme: Option<Listener>,
    /// The timer of the next reading of the articles.
    pending: Rc<RefCell<Option<Timeout>>>,
}

impl Watch {
    /// Creates the observers; they do not observe yet.
    ///
    /// # Errors
    /// The browser's exception if it has no mutation observers.
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
        let ground = Observer::new(options, {
            let host = host.clone();
            move |_| host.set_colours()
        })?;
        let scheme = window().match_media("(prefers-color-scheme: dark)")?.map(|scheme| {
            let host = host.clone();
            Listener::new(&scheme, "change", move |_| host.set_colours())
        });
        Ok(Watch { content, ground, scheme, pending })
    }

    /// Starts to observe; does nothing if it observes already.
    pub fn start(&self) {
        if let (Some(root), Some(body)) = (document().document_element(), document().body()) {
            self.content.look_at(&body);
            self.ground.look_at(&body);
            self.ground.look_at(&root);
        }
        if let Some(scheme) = &self.scheme {
            scheme.start();
        }
    }

    /// Stops observing and cancels the next reading.
    pub fn stop(&self) {
        self.content.own.disconnect();
        self.ground.own.disconnect();
        if let Some(scheme) = &self.scheme {
            scheme.stop();
        }
        self.pending.take();
    }

    /// The observer of changes to the articles.
    pub fn content(&self) -> &MutationObserver {
        &self.content.own
    }
}

/// A mutation observer with its options.
#[derive(Debug)]
struct Observer {
    own: MutationObserver,
    options: MutationObserverInit,
    _hear: Closure<dyn FnMut(Array)>,
}

impl Observer {
    fn new(options: MutationObserverInit, hear: impl FnMut(Array) + 'static) -> Result<Observer, JsValue> {
        let hear = Closure::new(hear);
        let own = MutationObserver::new(hear.as_ref().unchecked_ref())?;
        Ok(Observer { own, options, _hear: hear })
    }

    fn look_at(&self, target: &Node) {
        // Fails only for contradictory options.
        let _ = self.own.observe_with_options(target, &self.options);
    }
}

/// Whether a change may affect the text of an article, or add or remove an article.
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
        element.is_some_and(|element| host.pages().iter().any(|page| page.target.may_be_in(element)))
    };
    nodes(record.removed_nodes()).any(is_gone) || nodes(record.added_nodes()).any(may_have_come)
}

/// Schedules reading the articles again, once for several changes.
fn schedule(host: &PtrEq<Host>, pending: &Rc<RefCell<Option<Timeout>>>) {
    let is_scheduled = pending.borrow().is_some();
    if is_scheduled {
        return;
    }
    let cost = host.pages().iter().map(|page| page.cost.get()).sum::<f64>();
    let wait = CALM.max(cost * SHARE) as u32;
    let timer = Timeout::new(wait, {
        let (host, pending) = (host.clone(), pending.clone());
        move || {
            // A running timer must not be dropped by its own callback, so it is dropped in another task.
            let done = pending.take();
            spawn_local(async move {
                drop(done);
                for page in host.pages() {
                    // There may be no article until a later change.
                    let _ = read(&host, &page, &|| true, &|_| {}).await;
                }
            });
        }
    });
    pending.replace(Some(timer));
}
