//! Following what the page does to its articles and its colours.

use super::host::Host;
use super::timer::Timer;
use gloo::events::EventListener;
use gloo::utils::{document, window};
use js_sys::Array;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, MutationObserver, MutationObserverInit, MutationRecord, Node, NodeList};

/// Changes are taken together that come within so many milliseconds.
const CALM: f64 = 60.0;
/// Reading the articles again may take one part in so many of the page's time.
const SHARE: f64 = 8.0;

/// Changes in these inside an article change nothing of its text.
const IRRELEVANT: &str = "script,style,nav,button,aside,form,iframe,svg,[contenteditable]:not([contenteditable='false']),\
                          [aria-hidden='true']";

type Heard = Closure<dyn FnMut(Array)>;

/// The observers of the page, for as long as it lives.
#[derive(Debug)]
pub struct Watch {
    content: MutationObserver,
    ground: MutationObserver,
    _closures: [Heard; 2],
    _scheme: Option<EventListener>,
}

impl Watch {
    /// Follows the page; none where it cannot be followed.
    pub fn start(host: &Rc<Host>) -> Option<Watch> {
        let pending: Rc<RefCell<Option<Timer>>> = Rc::default();
        let changed = Closure::new({
            let host = host.clone();
            move |records: Array| {
                if records.iter().any(|record| is_relevant(&host, record.unchecked_ref())) {
                    schedule(&host, &pending);
                }
            }
        });
        let coloured = Closure::new({
            let host = host.clone();
            move |_| host.set_colours()
        });
        let content = MutationObserver::new(Heard::as_ref(&changed).unchecked_ref()).ok()?;
        let ground = MutationObserver::new(Heard::as_ref(&coloured).unchecked_ref()).ok()?;
        let body = document().body()?;
        let options = MutationObserverInit::new();
        options.set_child_list(true);
        options.set_character_data(true);
        options.set_subtree(true);
        options.set_attribute_filter(&Array::of2(&"hidden".into(), &"open".into()));
        content.observe_with_options(&body, &options).ok()?;
        let options = MutationObserverInit::new();
        options.set_attributes(true);
        ground.observe_with_options(&body, &options).ok()?;
        let root = document().document_element()?;
        ground.observe_with_options(&root, &options).ok()?;
        let scheme = window().match_media("(prefers-color-scheme: dark)").ok().flatten();
        let scheme = scheme.map(|scheme| {
            let host = host.clone();
            EventListener::new(&scheme, "change", move |_| host.set_colours())
        });
        Some(Watch { content, ground, _closures: [changed, coloured], _scheme: scheme })
    }

    /// Takes no notice of what was changed just now: it was the program itself.
    pub fn forget(&self) {
        self.content.take_records();
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.content.disconnect();
        self.ground.disconnect();
    }
}

/// Whether a change may be one of an article's text, or bring an article or take one away.
fn is_relevant(host: &Host, record: &MutationRecord) -> bool {
    let Some(target) = record.target() else { return false };
    let articles = host.articles();
    if articles.iter().any(|(_, article)| article.element().contains(Some(&target))) {
        let element = target.dyn_ref::<Element>().cloned().or_else(|| target.parent_element());
        return !element
            .is_some_and(|element| element.closest(IRRELEVANT).is_ok_and(|found| found.is_some()));
    }
    let nodes = |list: NodeList| (0..list.length()).filter_map(move |index| list.get(index));
    let is_gone = |node: Node| articles.iter().any(|(_, article)| node.contains(Some(&*article.element())));
    let may_have_come = |node: Node| {
        let element = node.dyn_ref::<Element>().filter(|element| !host.is_ours(element));
        element.is_some_and(|element| host.pages().iter().any(|page| page.may_be_in(element)))
    };
    nodes(record.removed_nodes()).any(is_gone) || nodes(record.added_nodes()).any(may_have_come)
}

/// Reads the articles again once the page is calm.
fn schedule(host: &Rc<Host>, pending: &Rc<RefCell<Option<Timer>>>) {
    let is_scheduled = pending.borrow().is_some();
    if is_scheduled {
        return;
    }
    let cost = host.pages().iter().map(|page| page.cost()).sum::<f64>();
    let wait = CALM.max(cost * SHARE) as i32;
    let timer = Timer::after(wait, {
        let (host, pending) = (host.clone(), pending.clone());
        move || {
            // Dropped in another turn: a timer that runs cannot be dropped from inside.
            let done = pending.take();
            spawn_local(async move {
                drop(done);
                for page in host.pages() {
                    // No article for now; the next one may come with the next change.
                    let _ = page.read(&host, &|| true, &|_| {}).await;
                }
            });
        }
    });
    pending.replace(timer);
}
