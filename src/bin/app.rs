//! The program of the reading page, and of the custom element `<manicule-article>`, which shows an article with the same
//! components. It does nothing by itself: JavaScript calls one of the functions here.

use manicule::host::panel_styles;
use manicule::i18n::Locale;
use manicule::js_api::{self, ElementOptions, Error, events, missing_pack, read, report, text_facts};
use manicule::load::pack_error;
use manicule::page::{ArticleElement, ElementEvent, ElementProps, Page};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{EventTarget, HtmlElement, ShadowRoot};
use yew::{AppHandle, Callback, Renderer};

fn main() {}

/// Sets the addresses of the program's files; see [`js_api::configure`].
///
/// # Errors
/// An `Error` for values of the wrong type.
#[wasm_bindgen]
pub fn configure(config: JsValue) -> Result<(), JsValue> {
    js_api::configure(config)
}

/// Mounts the reading page in the element `#manicule`; does nothing where there is none.
#[wasm_bindgen(js_name = readingPage)]
pub fn reading_page() {
    if let Some(root) = gloo::utils::document().get_element_by_id("manicule") {
        Renderer::<Page>::with_root(root).render();
    }
}

/// An article that is shown in an element.
#[wasm_bindgen]
#[derive(Debug)]
pub struct ArticleHandle {
    target: EventTarget,
    app: RefCell<Option<AppHandle<ArticleElement>>>,
}

/// Shows an article in `root`, an element in a shadow root; `options` are [`ElementOptions`]. Events are dispatched on the
/// element that has the shadow root.
///
/// # Errors
/// An `Error` for options of the wrong type and for a language without a pack.
#[wasm_bindgen(js_name = mountArticle)]
pub fn mount_article(root: HtmlElement, options: JsValue) -> Result<ArticleHandle, JsValue> {
    let shadow = root.get_root_node().dyn_into::<ShadowRoot>().ok();
    let target: EventTarget =
        shadow.as_ref().map_or_else(|| root.clone().into(), |shadow| shadow.host().into());
    let props = props(options, &target)?;
    if let Some(shadow) = shadow {
        let target = target.clone();
        spawn_local(async move {
            match panel_styles().await {
                Ok(sheet) => shadow.set_adopted_style_sheets(&js_sys::Array::of1(&sheet)),
                Err(error) => report(&target, &error),
            }
        });
    }
    let app = Renderer::<ArticleElement>::with_root_and_props(root.into(), props).render();
    Ok(ArticleHandle { target, app: RefCell::new(Some(app)) })
}

#[wasm_bindgen]
impl ArticleHandle {
    /// Changes the options. The article is read again only if its address, text, language or date has changed.
    ///
    /// # Errors
    /// See [`mount_article`].
    pub fn update(&self, options: JsValue) -> Result<(), JsValue> {
        let props = props(options, &self.target)?;
        if let Some(app) = &mut *self.app.borrow_mut() {
            app.update(props);
        }
        Ok(())
    }

    /// Empties the element.
    pub fn destroy(&self) {
        if let Some(app) = self.app.take() {
            app.destroy();
        }
    }
}

fn props(options: JsValue, target: &EventTarget) -> Result<ElementProps, Error> {
    let options: ElementOptions = read(options)?;
    let facts = text_facts(options.lang.as_deref(), options.date)?;
    let locale = Locale::from_tag(facts.language.tag()).unwrap_or_else(Locale::of_browser);
    let target = target.clone();
    Ok(ElementProps {
        src: options.src.filter(|src| !src.is_empty()),
        text: options.text,
        facts,
        theme: options.theme,
        locale,
        onevent: Callback::from(move |event| dispatch(&target, &event, locale)),
    })
}

fn dispatch(target: &EventTarget, event: &ElementEvent, locale: Locale) {
    match event {
        ElementEvent::Ready(document, annotated) => events::ready(target, document, annotated),
        ElementEvent::Selected(document, annotated, index) => {
            events::select(target, document, annotated, *index, locale);
        }
        ElementEvent::Dismissed(subject) => events::dismiss(target, *subject),
        ElementEvent::NoPack => {
            // It is on the console already, once for all elements.
            if let Some(error) = pack_error() {
                events::error(target, "load", &missing_pack(&error));
            }
        }
        ElementEvent::Failed(error) => report(target, &Error::Load((locale.messages().error)(error))),
    }
}
