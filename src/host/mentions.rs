//! The names of the articles as `mentions` of schema.org, for machines that read the page.

use super::article::HostArticle;
use crate::object::object;
use gloo::utils::{document, window};
use js_sys::{Array, Function, JSON, Reflect};
use manicule_core::{Class, Entity};
use std::cell::OnceCell;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlScriptElement;

/// A script of data in the page's head that tells the entities of `articles`; none where the page has no head.
///
/// Vocabulary: <https://schema.org/mentions>.
pub fn script(articles: &[Rc<HostArticle>]) -> Option<HtmlScriptElement> {
    let mentions: Array =
        articles.iter().flat_map(|article| &article.annotated.annotations.entities).map(thing).collect();
    let data = object(&[
        ("@context", "https://schema.org".into()),
        ("@type", "NewsArticle".into()),
        ("mentions", mentions.into()),
    ]);
    // An end tag in a name would end the data for whoever reads the page as a string.
    let words = String::from(JSON::stringify(&data).ok()?).replace('<', "\\u003c");
    let script: HtmlScriptElement = document().create_element("script").ok()?.dyn_into().ok()?;
    script.set_type("application/ld+json");
    let words = trusted(&words)?;
    // The property takes what the policy of the page wants: a string or an object that stands for one.
    Reflect::set(&script, &"text".into(), &words).ok()?;
    document().head()?.append_child(&script).ok()?;
    Some(script)
}

thread_local! {
    /// Our Trusted Types policy, once one was wanted; none where the page allows none.
    static POLICY: OnceCell<Option<JsValue>> = const { OnceCell::new() };
}

/// `words` as the text of a script of data. Under `require-trusted-types-for 'script'` that takes a policy, though
/// nothing of it is run.
fn trusted(words: &str) -> Option<JsValue> {
    let types = Reflect::get(&window(), &"trustedTypes".into()).ok()?;
    if types.is_undefined() {
        return Some(words.into());
    }
    POLICY.with(|policy| {
        let policy = policy.get_or_init(|| {
            let same = Closure::<dyn Fn(JsValue) -> JsValue>::new(|words| words).into_js_value();
            call(&types, "createPolicy", &[&"manicule".into(), &object(&[("createScript", same)])])
        });
        call(policy.as_ref()?, "createScript", &[&words.into()])
    })
}

/// What the method of that name answers; none where it throws.
fn call(object: &JsValue, name: &str, arguments: &[&JsValue]) -> Option<JsValue> {
    let method: Function = Reflect::get(object, &name.into()).ok()?.dyn_into().ok()?;
    method.apply(object, &arguments.iter().copied().collect::<Array>()).ok()
}

fn thing(entity: &Entity) -> JsValue {
    let class = match entity.class {
        Class::Person => "Person",
        Class::Place => "Place",
        Class::Organisation => "Organization",
        Class::Event => "Event",
        Class::Work => "CreativeWork",
        Class::Other => "Thing",
    };
    let mut fields = vec![("@type", class.into()), ("name", entity.name.as_str().into())];
    if let Some(place) = entity.place {
        let geo = object(&[
            ("@type", "GeoCoordinates".into()),
            ("latitude", place.latitude.into()),
            ("longitude", place.longitude.into()),
        ]);
        fields.push(("geo", geo.into()));
    }
    object(&fields).into()
}
