//! What the reader does with pointer and keyboard on the page. Nothing is taken from the page: no event is stopped.

use super::article::HostArticle;
use super::css::{adopt, sheet, unadopt};
use super::dom::closest;
use super::host::Host;
use super::listener::Listener;
use super::ui::{Mark, Placement};
use crate::ptr_eq::PtrEq;
use crate::state::Focus;
use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{
    CaretPosition, CssStyleSheet, Element, Event, KeyboardEvent, MouseEvent, Node, PointerEvent, Range,
};

/// A preview is shown after the pointer has been on a highlight for so many milliseconds, and hidden so many after it
/// has left: the timing of Wikipedia's page previews.
const BEFORE: u32 = 500;
const GRACE: u32 = 300;

/// What has its own use for a click.
const CLICKABLE: &str = "a[href],button,input,select,textarea,label,summary,option,video,audio,[role='button'],\
                         [role='link'],[role='tab'],[role='menuitem'],[onclick],[contenteditable]:not([contenteditable='false'])";

#[wasm_bindgen]
extern "C" {
    /// The ways from a point to a place in the text, of which older browsers have only the second.
    type Carets;

    #[wasm_bindgen(method, catch, js_name = caretPositionFromPoint)]
    fn position(this: &Carets, x: f64, y: f64) -> Result<Option<CaretPosition>, JsValue>;
    #[wasm_bindgen(method, catch, js_name = caretRangeFromPoint)]
    fn range(this: &Carets, x: f64, y: f64) -> Result<Option<Range>, JsValue>;
}

/// The listeners on the page.
#[derive(Debug)]
pub struct Pointer {
    listeners: [Listener; 5],
    hover: Rc<Hover>,
}

/// What follows from an event.
type Act = fn(&Host, &Hover, &Event);

/// What the pointer is on, and what will follow.
#[derive(Debug)]
struct Hover {
    over: RefCell<Option<Mark>>,
    timer: RefCell<Option<Timeout>>,
    /// The rule that makes a hand of the pointer, where it is in force: a style on the page's elements would be a change
    /// to them.
    hand: CssStyleSheet,
}

impl Pointer {
    /// What will listen to the page.
    ///
    /// # Errors
    /// What the browser throws where it has no style sheets to adopt.
    pub fn new(host: &PtrEq<Host>) -> Result<Pointer, JsValue> {
        let hand = sheet(":root :hover{cursor:pointer}")?;
        hand.set_disabled(true);
        let hover = Rc::new(Hover { over: RefCell::default(), timer: RefCell::default(), hand });
        let on = |target: &web_sys::EventTarget, name, act: Act| {
            let (host, hover) = (host.clone(), hover.clone());
            Listener::new(target, name, move |event| act(&host, &hover, &event))
        };
        let (page, screen) = (document(), window());
        let listeners = [
            on(&page, "pointermove", |host, hover, event| hover.moved(host, event)),
            on(&page, "click", |host, hover, event| {
                hover.timer.take();
                clicked(host, event);
            }),
            on(&page, "keydown", |host, _, event| pressed(host, event)),
            // Whatever scrolls on the page.
            on(&screen, "scroll", |host, hover, _| {
                // What the pointer is on now it says when it moves.
                hover.over.take();
                hover.timer.take();
                moved_on(host);
            })
            .early(),
            on(&screen, "resize", |host, _, _| resized(host)),
        ];
        Ok(Pointer { listeners, hover })
    }

    /// Listens to the page.
    pub fn start(&self) {
        adopt(&self.hover.hand);
        self.listeners.iter().for_each(Listener::start);
    }

    /// Listens no more; nothing will follow from what was heard.
    pub fn stop(&self) {
        self.listeners.iter().for_each(Listener::stop);
        self.hover.over.take();
        self.hover.timer.take();
        self.hover.set_hand(false);
        unadopt(&self.hover.hand);
    }
}

impl Hover {
    fn moved(&self, host: &Host, event: &Event) {
        let Some(event) = event.dyn_ref::<PointerEvent>().filter(|event| event.pointer_type() == "mouse")
        else {
            return;
        };
        if host.has(event) {
            // On the preview itself, which stays.
            self.over.take();
            self.timer.take();
            self.set_hand(false);
            return;
        }
        // A reader who is selecting or dragging points at nothing.
        let over = if event.buttons() == 0 { hit(host, event) } else { None };
        self.set_hand(over.is_some());
        let shown = host.ui().preview;
        // From the preview itself the pointer comes from nothing.
        let is_leaving = over.is_none() && shown.is_some() && self.timer.borrow().is_none();
        if *self.over.borrow() == over && !is_leaving {
            return;
        }
        self.over.replace(over.clone());
        let timer = match over {
            Some(mark) if shown.as_ref() == Some(&mark) => None,
            Some(mark) if !is_open(host, &mark) => later(BEFORE, move |host| {
                host.change(|ui| ui.preview = Some(mark));
            }),
            _ if shown.is_some() => later(GRACE, |host| host.change(|ui| ui.preview = None)),
            _ => None,
        };
        self.timer.replace(timer);
    }

    fn set_hand(&self, is_hand: bool) {
        if self.hand.disabled() == is_hand {
            self.hand.set_disabled(!is_hand);
        }
    }
}

/// Does `act` so many milliseconds from now.
fn later(milliseconds: u32, act: impl FnOnce(&Host) + 'static) -> Option<Timeout> {
    Some(Timeout::new(milliseconds, move || act(&Host::current())))
}

fn is_open(host: &Host, mark: &Mark) -> bool {
    host.ui().open.is_some_and(|(open, _)| open == *mark)
}

fn clicked(host: &Host, event: &Event) {
    let Some(event) = event.dyn_ref::<MouseEvent>() else { return };
    if host.has(event) || event.button() != 0 {
        return;
    }
    let is_plain = !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key());
    let is_selecting =
        window().get_selection().ok().flatten().is_some_and(|selection| !selection.is_collapsed());
    if is_selecting {
        return;
    }
    let is_taken = event.default_prevented() || target_of(event).is_none_or(|target| is_clickable(&target));
    match hit(host, event) {
        Some(mark) if is_plain && !is_taken => {
            host.select(mark.clone(), Focus::Gloss);
            if host.ui().placement == Placement::Sheet {
                host.reveal(&mark);
            }
        }
        _ => {
            host.list(false);
            host.dismiss();
        }
    }
}

fn pressed(host: &Host, event: &Event) {
    let is_escape = event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape");
    if !is_escape {
        return;
    }
    let ui = host.ui();
    if ui.preview.is_some() {
        host.change(|ui| ui.preview = None);
    }
    if ui.open.is_some() {
        host.dismiss();
    } else {
        host.list(false);
    }
}

/// The page was scrolled.
fn moved_on(host: &Host) {
    let ui = host.ui();
    if ui.preview.is_some() {
        host.change(|ui| ui.preview = None);
    }
    if ui.open.is_some() {
        host.lay_out();
    }
}

fn resized(host: &Host) {
    if let Some((mark, _)) = host.ui().open
        && let Some(page) = host.page_of(&mark.article)
    {
        let placement = super::layout::placement(&mark, page.options.card);
        host.change(|ui| ui.placement = placement);
    }
}

/// The highlight that `event` happened on.
fn hit(host: &Host, event: &MouseEvent) -> Option<Mark> {
    let target = target_of(event)?;
    let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
    let articles = host.articles();
    let (_, article) = articles.into_iter().find(|(_, article)| article.element().contains(Some(&target)))?;
    let (node, offset) = caret(x, y)?;
    let at = article.offset(&node, offset)?;
    // The caret is between two characters, and either may be the one under the pointer.
    let highlights = &article.annotated.highlights;
    let first = highlights.partition_point(|highlight| highlight.span.end < at);
    let near = (first..highlights.len()).take_while(|&index| highlights[index].span.start <= at);
    let index = near.into_iter().find(|&index| article.is_shown(index) && is_on(&article, index, x, y))?;
    Some(Mark { article, index })
}

fn caret(x: f64, y: f64) -> Option<(Node, u32)> {
    let carets: Carets = document().unchecked_into();
    if let Ok(position) = carets.position(x, y) {
        let position = position?;
        return Some((position.offset_node()?, position.offset()));
    }
    let range = carets.range(x, y).ok()??;
    Some((range.start_container().ok()?, range.start_offset().ok()?))
}

/// Whether the point is on the words of a highlight, and not only nearest to them.
fn is_on(article: &HostArticle, index: usize, x: f64, y: f64) -> bool {
    let range = article.range(article.annotated.highlights[index].span);
    let Some(rects) = range.and_then(|range| range.get_client_rects()) else { return false };
    (0..rects.length()).filter_map(|index| rects.item(index)).any(|rect| {
        (rect.left()..=rect.right()).contains(&x) && (rect.top() - 2.0..=rect.bottom() + 2.0).contains(&y)
    })
}

fn target_of(event: &Event) -> Option<Element> {
    event.composed_path().get(0).dyn_into().ok()
}

fn is_clickable(element: &Element) -> bool {
    closest(element, CLICKABLE).is_some()
}
