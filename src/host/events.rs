//! What the page is told: events on an article's element, which bubble, with plain objects as details.

use super::dom;
use crate::door::to_js;
use crate::i18n::Locale;
use crate::object::object;
use crate::page::title;
use crate::state::{Annotated, Document};
use js_sys::{Object, Reflect};
use manicule_core::relation::Target;
use std::cell::OnceCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::EventTarget;

/// `manicule:ready`: the annotations of an article stand in the page. They are made into an object once a listener asks
/// for them: those of a long article take longer than painting it, and most pages do not ask.
pub fn ready(target: &EventTarget, document: &Rc<Document>, annotated: &Rc<Annotated>) {
    // The event may be kept; the article is not kept for it.
    let (document, annotated) = (Rc::downgrade(document), Rc::downgrade(annotated));
    let made = OnceCell::new();
    let make = move || Some(to_js(&document.upgrade()?.text, &annotated.upgrade()?.annotations, None));
    let get = Closure::<dyn Fn() -> JsValue>::new(move || {
        made.get_or_init(|| make().unwrap_or(JsValue::NULL)).clone()
    });
    let property = object(&[("get", get.into_js_value()), ("enumerable", true.into())]);
    let detail = Object::new();
    // A plain object takes any property.
    let _ = Reflect::define_property(&detail, &"annotations".into(), &property);
    dispatch(target, "manicule:ready", &detail);
}

/// `manicule:select`: the gloss of the highlight at `index` was opened.
pub fn select(
    target: &EventTarget,
    document: &Document,
    annotated: &Annotated,
    index: usize,
    locale: Locale,
) {
    let highlight = annotated.highlights[index];
    let name = title(&document.text, &annotated.annotations, highlight.target, locale);
    dispatch(
        target,
        "manicule:select",
        &object(&[
            ("id", id(highlight.target).into()),
            ("kind", highlight.kind.as_str().into()),
            ("text", highlight.span.of(&document.text).into()),
            ("name", name.into()),
        ]),
    );
}

/// `manicule:dismiss`: the gloss of `subject` was closed.
pub fn dismiss(target: &EventTarget, subject: Target) {
    dispatch(target, "manicule:dismiss", &object(&[("id", id(subject).into())]));
}

/// `manicule:error`: what is wrong, for programs and for people.
pub fn error(target: &EventTarget, code: &str, message: &str) {
    dispatch(target, "manicule:error", &object(&[("code", code.into()), ("message", message.into())]));
}

/// What the schema `manicule/1` calls `target`.
fn id(target: Target) -> String {
    match target {
        Target::Entity(index) => format!("e{}", index + 1),
        Target::Figure(index) => format!("f{}", index + 1),
        Target::Link(index) => format!("l{}", index + 1),
    }
}

fn dispatch(target: &EventTarget, name: &str, detail: &Object) {
    let init = object(&[("bubbles", true.into()), ("composed", true.into()), ("detail", detail.into())]);
    dom::dispatch(target, name, &init);
}
