//! The events that the program dispatches on an article's element. They bubble, and their details are plain objects;
//! `embed/manicule.d.ts` has their types.

use super::{annotations_to_js, to_js};
use crate::i18n::Locale;
use crate::page::title;
use crate::ptr_eq::PtrEq;
use crate::state::{Annotated, Document};
use js_sys::{Object, Reflect};
use manicule_core::relation::Target;
use serde::Serialize;
use std::cell::OnceCell;
use wasm_bindgen::prelude::*;
use web_sys::EventTarget;

#[wasm_bindgen]
extern "C" {
    // `web-sys` declares that both of these may throw, which they do only for events that are being dispatched; the glue
    // that catches exceptions stays in memory at every mount.
    type CustomEvent;
    #[wasm_bindgen(constructor)]
    fn new(name: &str, init: &JsValue) -> CustomEvent;

    type Dispatcher;
    #[wasm_bindgen(method, js_name = dispatchEvent)]
    fn dispatch(this: &Dispatcher, event: &CustomEvent) -> bool;
}

/// DOM, `CustomEventInit`.
#[derive(Serialize)]
struct EventInit {
    bubbles: bool,
    composed: bool,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    detail: JsValue,
}

/// ECMAScript, a property descriptor of an accessor.
#[derive(Serialize)]
struct Accessor {
    #[serde(with = "serde_wasm_bindgen::preserve")]
    get: JsValue,
    enumerable: bool,
}

#[derive(Serialize)]
struct SelectDetail<'a> {
    id: &'a str,
    kind: &'a str,
    text: &'a str,
    name: &'a str,
}

#[derive(Serialize)]
struct DismissDetail<'a> {
    id: &'a str,
}

#[derive(Serialize)]
struct ErrorDetail<'a> {
    code: &'a str,
    message: &'a str,
}

/// Dispatches `manicule:ready`: the annotations of an article are in the page. The `annotations` of the detail are made
/// when they are first read, because those of a long article take longer to make than to paint, and most pages do not
/// read them.
pub fn ready(target: &EventTarget, document: &PtrEq<Document>, annotated: &PtrEq<Annotated>) {
    // A page may keep the event; that must not keep the article in memory.
    let (document, annotated) = (document.downgrade(), annotated.downgrade());
    let made = OnceCell::new();
    let make =
        move || Some(annotations_to_js(&document.upgrade()?.text, &annotated.upgrade()?.annotations, None));
    let get = Closure::<dyn Fn() -> JsValue>::new(move || {
        made.get_or_init(|| make().unwrap_or(JsValue::NULL)).clone()
    });
    let accessor = to_js(&Accessor { get: get.into_js_value(), enumerable: true });
    let detail = Object::new();
    // Defining a property on a new object cannot fail.
    let _ = Reflect::define_property(&detail, &"annotations".into(), accessor.unchecked_ref());
    dispatch(target, "manicule:ready", detail.into());
}

/// Dispatches `manicule:select`: the card of the highlight at `index` was opened.
pub fn select(
    target: &EventTarget,
    document: &Document,
    annotated: &Annotated,
    index: usize,
    locale: Locale,
) {
    let highlight = annotated.highlights[index];
    let detail = SelectDetail {
        id: &id(highlight.target),
        kind: highlight.kind.as_str(),
        text: highlight.span.of(&document.text),
        name: &title(&document.text, &annotated.annotations, highlight.target, locale),
    };
    dispatch(target, "manicule:select", to_js(&detail));
}

/// Dispatches `manicule:dismiss`: the card of `subject` was closed.
pub fn dismiss(target: &EventTarget, subject: Target) {
    dispatch(target, "manicule:dismiss", to_js(&DismissDetail { id: &id(subject) }));
}

/// Dispatches `manicule:error`, with a code for programs and a message for people.
pub fn error(target: &EventTarget, code: &str, message: &str) {
    dispatch(target, "manicule:error", to_js(&ErrorDetail { code, message }));
}

/// The id of `target` in the schema `manicule/1`.
fn id(target: Target) -> String {
    match target {
        Target::Entity(index) => format!("e{}", index + 1),
        Target::Figure(index) => format!("f{}", index + 1),
        Target::Link(index) => format!("l{}", index + 1),
    }
}

fn dispatch(target: &EventTarget, name: &str, detail: JsValue) {
    let init = to_js(&EventInit { bubbles: true, composed: true, detail });
    target.unchecked_ref::<Dispatcher>().dispatch(&CustomEvent::new(name, &init));
}
