//! What the page is told: events on the article's element, which bubble.

use super::article::HostArticle;
use crate::i18n::Locale;
use crate::page::title;
use js_sys::{Object, Reflect};
use manicule_core::relation::Target;
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, EventTarget};

/// `manicule:ready`: the annotations of an article stand in the page.
pub fn ready(article: &HostArticle) {
    // Numbers, strings and lists are objects of JavaScript without fail.
    let annotations = article.to_js().unwrap_or(JsValue::NULL);
    dispatch(&article.element(), "manicule:ready", &[("annotations", annotations)]);
}

/// `manicule:select`: the gloss of the highlight at `index` was opened.
pub fn select(article: &HostArticle, index: usize, locale: Locale) {
    let highlight = article.annotated.highlights[index];
    let text = &article.document.text;
    let name = title(text, &article.annotated.annotations, highlight.target, locale);
    dispatch(
        &article.element(),
        "manicule:select",
        &[
            ("id", id(highlight.target).into()),
            ("kind", highlight.kind.as_str().into()),
            ("text", highlight.span.of(text).into()),
            ("name", name.into()),
        ],
    );
}

/// `manicule:dismiss`: the gloss of the highlight at `index` was closed.
pub fn dismiss(article: &HostArticle, index: usize) {
    let target = article.annotated.highlights[index].target;
    dispatch(&article.element(), "manicule:dismiss", &[("id", id(target).into())]);
}

/// What the schema `manicule/1` calls `target`.
fn id(target: Target) -> String {
    match target {
        Target::Entity(index) => format!("e{}", index + 1),
        Target::Figure(index) => format!("f{}", index + 1),
        Target::Link(index) => format!("l{}", index + 1),
    }
}

fn dispatch(target: &EventTarget, name: &str, fields: &[(&str, JsValue)]) {
    let detail = Object::new();
    for (key, value) in fields {
        // A plain object takes any property.
        let _ = Reflect::set(&detail, &(*key).into(), value);
    }
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_detail(&detail);
    if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &init) {
        // Refused only for an event that is under way.
        let _ = target.dispatch_event(&event);
    }
}
