//! The names of the articles as `mentions` of schema.org, for machines that read the page.

use super::article::HostArticle;
use gloo::utils::document;
use js_sys::{Array, JSON, Object, Reflect};
use manicule_core::{Class, Entity};
use std::rc::Rc;
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
    script.append_child(&document().create_text_node(&words)).ok()?;
    document().head()?.append_child(&script).ok()?;
    Some(script)
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
        fields.push(("geo", geo));
    }
    object(&fields)
}

fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (key, value) in fields {
        // A plain object takes any property.
        let _ = Reflect::set(&object, &(*key).into(), value);
    }
    object.into()
}
