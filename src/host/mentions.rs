//! The entities of the articles as schema.org `mentions` in JSON-LD, for crawlers and other programs.

use super::article::HostArticle;
use crate::js_api::to_js;
use crate::ptr_eq::PtrEq;
use gloo::utils::{document, window};
use js_sys::{Array, Function, JSON, Reflect};
use manicule_core::{Class, Entity};
use serde::Serialize;
use std::cell::OnceCell;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlScriptElement;

/// JSON-LD with the schema.org vocabulary, <https://schema.org/mentions>.
#[derive(Serialize)]
struct NewsArticle<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    class: &'static str,
    mentions: Vec<Thing<'a>>,
}

#[derive(Serialize)]
struct Thing<'a> {
    #[serde(rename = "@type")]
    class: &'static str,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    geo: Option<GeoCoordinates>,
}

#[derive(Serialize)]
struct GeoCoordinates {
    #[serde(rename = "@type")]
    class: &'static str,
    latitude: f32,
    longitude: f32,
}

/// Adds a script element with JSON-LD that lists the entities of `articles` to the page's head and returns it. Returns
/// none where the page has no head, or its Trusted Types policy allows no script of ours.
pub fn add_script(articles: &[PtrEq<HostArticle>]) -> Option<HtmlScriptElement> {
    let entities = articles.iter().flat_map(|article| &article.annotated.annotations.entities);
    let data = NewsArticle {
        context: "https://schema.org",
        class: "NewsArticle",
        mentions: entities.map(thing).collect(),
    };
    // An end tag in a name would end the script element when the page is serialised and parsed again.
    let words = String::from(JSON::stringify(&to_js(&data)).ok()?).replace('<', "\\u003c");
    let script: HtmlScriptElement = document().create_element("script").ok()?.dyn_into().ok()?;
    script.set_type("application/ld+json");
    let words = trusted_script(&words)?;
    // `text` takes a string or a `TrustedScript`; the setter in `web-sys` takes only strings.
    Reflect::set(&script, &"text".into(), &words).ok()?;
    document().head()?.append_child(&script).ok()?;
    Some(script)
}

/// Trusted Types, the options of `createPolicy`.
#[derive(Serialize)]
struct Policy {
    #[serde(rename = "createScript", with = "serde_wasm_bindgen::preserve")]
    same: JsValue,
}

thread_local! {
    /// The program's Trusted Types policy, created on first use; none where the page does not allow it.
    static POLICY: OnceCell<Option<JsValue>> = const { OnceCell::new() };
}

/// `words` as the text of a script element: a `TrustedScript` where the browser has Trusted Types, which pages with
/// `require-trusted-types-for 'script'` demand even for data; else a string.
fn trusted_script(words: &str) -> Option<JsValue> {
    let types = Reflect::get(&window(), &"trustedTypes".into()).ok()?;
    if types.is_undefined() {
        return Some(words.into());
    }
    POLICY.with(|policy| {
        let policy = policy.get_or_init(|| {
            let same = Closure::<dyn Fn(JsValue) -> JsValue>::new(|words| words).into_js_value();
            call_method(&types, "createPolicy", &[&"manicule".into(), &to_js(&Policy { same })])
        });
        call_method(policy.as_ref()?, "createScript", &[&words.into()])
    })
}

/// Calls the method `name` of `object` and returns its result; none if there is no such method or it throws.
fn call_method(object: &JsValue, name: &str, arguments: &[&JsValue]) -> Option<JsValue> {
    let method: Function = Reflect::get(object, &name.into()).ok()?.dyn_into().ok()?;
    method.apply(object, &arguments.iter().copied().collect::<Array>()).ok()
}

fn thing(entity: &Entity) -> Thing<'_> {
    let class = match entity.class {
        Class::Person => "Person",
        Class::Place => "Place",
        Class::Organisation => "Organization",
        Class::Event => "Event",
        Class::Work => "CreativeWork",
        Class::Other => "Thing",
    };
    let geo = entity.place.map(|place| GeoCoordinates {
        class: "GeoCoordinates",
        latitude: place.latitude,
        longitude: place.longitude,
    });
    Thing { class, name: &entity.name, geo }
}
