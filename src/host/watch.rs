//! Observing what the host page changes: its text, what of it is visible, and its colours.

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
use web_sys::{
    Element, Event, EventTarget, MutationObserver, MutationObserverInit, MutationRecord, Node, NodeList,
};

/// After a change the articles are read again with at least this delay, in milliseconds, so that one reading covers all
/// changes in that time.
const MIN_DELAY: f64 = 60.0;
/// The delay is at least so many times as long as the last gathering took: it takes less than one part in so many of
/// the main thread's time.
const DELAY_PER_GATHER: f64 = 8.0;
/// The delay after what may have changed the articles doubles with each reading that finds no change, so often.
const MAX_DOUBLINGS: u32 = 5;

/// Events after which text may be visible that was not, without a change of the document: media queries, tabs and folds
/// made with form fields and addresses, dialogs.
const PAGE_EVENTS: [&str; 7] = ["resize", "change", "toggle", "close", "pageshow", "hashchange", "popstate"];
/// The same for single elements: style sheets that were loaded, animations.
const ELEMENT_EVENTS: [&str; 3] = ["load", "animationend", "transitionend"];
/// Changes inside these elements of an article do not change its text.
const IRRELEVANT: &str = "script,nav,button,iframe,svg,[contenteditable]:not([contenteditable='false'])";
/// Elements that change what is visible.
const STYLES: &str = "style,link,head";

/// The observers of the page.
#[derive(Debug)]
pub struct Watch {
    content: Observer,
    /// Observes the attributes of the root and the body, which may change the page's colours.
    appearance: Observer,
    /// Listens for changes of the system's colour scheme.
    scheme: Option<Listener>,
    listeners: Vec<Listener>,
    pending: Rc<Pending>,
}

/// How soon a change must be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Urgency {
    /// It may have changed what is visible.
    Possible,
    /// It changed the text of an article, or an article came or went.
    Certain,
}

/// The timer of the next reading of the articles, and what it is for.
#[derive(Debug, Default)]
struct Pending(RefCell<Option<(Urgency, Timeout)>>);

impl Watch {
    /// The observers, not started yet.
    ///
    /// # Errors
    /// The browser's exception where it lacks such observers.
    pub fn new(host: &PtrEq<Host>) -> Result<Watch, JsValue> {
        let pending = Rc::new(Pending::default());
        let options = MutationObserverInit::new();
        options.set_child_list(true);
        options.set_character_data(true);
        options.set_subtree(true);
        // All of them: style sheets may depend on any.
        options.set_attributes(true);
        let content = Observer::new(options, {
            let (host, pending) = (host.clone(), pending.clone());
            move |records| {
                host.restore_panel();
                let urgency =
                    records.iter().filter_map(|record| urgency(&host, record.unchecked_ref())).max();
                if let Some(urgency) = urgency {
                    schedule(&host, &pending, urgency);
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
        let listener = |name, is_relevant: fn(&Host, &Event) -> bool| {
            let (host, pending) = (host.clone(), pending.clone());
            // In the capture phase, because some of these do not bubble.
            let listener = Listener::new(&window(), name, move |event| {
                if is_relevant(&host, &event) {
                    schedule(&host, &pending, Urgency::Possible);
                }
            });
            listener.capture()
        };
        let listeners = PAGE_EVENTS.map(|name| listener(name, |_, _| true)).into_iter();
        let of_elements = |host: &Host, event: &Event| may_change_visibility(host, event.target());
        let listeners = listeners.chain(ELEMENT_EVENTS.map(|name| listener(name, of_elements))).collect();
        Ok(Watch { content, appearance, scheme, listeners, pending })
    }

    /// Starts observing; does nothing if it is started already.
    pub fn start(&self) {
        // The document, because pages replace its root and its body.
        self.content.observe(&document());
        if let (Some(root), Some(body)) = (document().document_element(), document().body()) {
            self.appearance.observe(&body);
            self.appearance.observe(&root);
        }
        self.scheme.iter().chain(&self.listeners).for_each(Listener::start);
    }

    /// Stops observing and cancels a scheduled reading.
    pub fn stop(&self) {
        self.content.inner.disconnect();
        self.appearance.inner.disconnect();
        self.scheme.iter().chain(&self.listeners).for_each(Listener::stop);
        self.pending.0.take();
    }

    /// Observes a shadow root too.
    pub fn observe_shadow(&self, root: &Node) {
        self.content.observe(root);
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

/// How soon a change of the document must be read; none if it concerns no article.
fn urgency(host: &Host, record: &MutationRecord) -> Option<Urgency> {
    let target = record.target()?;
    if host.owns(&target) {
        return None;
    }
    if record.type_() == "attributes" {
        return may_change_visibility(host, Some(target.into())).then_some(Urgency::Possible);
    }
    let articles = host.articles();
    let around = articles.iter().find(|(_, article)| article.element().contains(Some(&target)));
    if let Some((_, article)) = around {
        let element = target.dyn_ref::<Element>().cloned().or_else(|| target.parent_element());
        let is_tool = |element: Element| {
            let tool = closest(&element, IRRELEVANT);
            tool.is_some_and(|tool| article.element().contains(Some(&tool)) && *article.element() != tool)
        };
        return (!element.is_some_and(is_tool)).then_some(Urgency::Certain);
    }
    let nodes = |list: NodeList| (0..list.length()).filter_map(move |index| list.get(index));
    let is_gone = |node: Node| articles.iter().any(|(_, article)| node.contains(Some(&*article.element())));
    let may_match = |node: &Node| host.pages().iter().any(|page| page.target.may_match_in(node));
    if nodes(record.removed_nodes()).any(is_gone) {
        return Some(Urgency::Certain);
    }
    let mut added = nodes(record.added_nodes()).filter(|node| !host.owns(node)).peekable();
    let is_style =
        target.dyn_ref::<Element>().is_some_and(|element| element.matches(STYLES).unwrap_or(false));
    if added.peek().is_none() {
        return is_style.then_some(Urgency::Possible);
    }
    Some(if added.any(|node| may_match(&node)) { Urgency::Certain } else { Urgency::Possible })
}

/// Whether a change of the element `target`, or an event on it, may show or hide text of an article: it is around or
/// inside one, or is a style sheet, or an article is waited for.
fn may_change_visibility(host: &Host, target: Option<EventTarget>) -> bool {
    let Some(node) = target.and_then(|target| target.dyn_into::<Node>().ok()) else { return true };
    if host.owns(&node) {
        return false;
    }
    let is_style = node.dyn_ref::<Element>().is_some_and(|element| element.matches(STYLES).unwrap_or(false));
    let articles = host.articles();
    is_style
        || host.pages().iter().any(|page| page.articles().is_empty())
        || articles.iter().any(|(_, article)| {
            let element: &Node = &article.element();
            node.contains(Some(element)) || element.contains(Some(&node))
        })
}

/// Schedules a reading of the articles, unless one is scheduled that is as urgent.
fn schedule(host: &PtrEq<Host>, pending: &Rc<Pending>, urgency: Urgency) {
    let is_scheduled = pending.0.borrow().as_ref().is_some_and(|(scheduled, _)| *scheduled >= urgency);
    if is_scheduled {
        return;
    }
    let pages = host.pages();
    let gather_time = pages.iter().map(|page| page.gather_time.get()).sum::<f64>();
    let idle_reads = pages.iter().map(|page| page.idle_reads.get()).min().unwrap_or_default();
    let doublings = if urgency == Urgency::Possible { idle_reads.min(MAX_DOUBLINGS) } else { 0 };
    let wait = MIN_DELAY.max(gather_time * DELAY_PER_GATHER) as u32 * 2_u32.pow(doublings);
    let timer = Timeout::new(wait, {
        let (host, pending) = (host.clone(), pending.clone());
        move || {
            // A timer must not be dropped inside its own callback.
            let done = pending.0.take();
            spawn_local(async move {
                drop(done);
                for page in host.pages() {
                    if page.is_given_up() {
                        host.remove_page(&page);
                        continue;
                    }
                    // An error here means that the page has no article now; a later change may add one.
                    let _ = read(&host, &page, &|| true, &|_| {}).await;
                }
            });
        }
    });
    pending.0.replace(Some((urgency, timer)));
}
