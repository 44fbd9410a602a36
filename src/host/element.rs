//! The custom element's article: shown by the reading page's components inside a shadow root.

use super::css::inside;
use super::events;
use crate::failure::Failure;
use crate::i18n::Locale;
use crate::options::{text_options, theme, words};
use crate::page::{ArticleElement, ElementProps, Told};
use js_sys::Array;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{EventTarget, HtmlElement, ShadowRoot};
use yew::{AppHandle, Callback};

/// An article that is shown in an element.
#[wasm_bindgen]
#[derive(Debug)]
pub struct ArticleHandle {
    target: EventTarget,
    app: RefCell<Option<AppHandle<ArticleElement>>>,
}

/// Shows an article in `root`, an element in a shadow root. `options` has `src`, an address, or `text`; and what is known
/// of it: `lang`, `date`, `theme`. What happens is told by events on the element that has the shadow root.
///
/// # Errors
/// An `Error` for options of the wrong kind.
#[wasm_bindgen(js_name = mountArticle)]
pub fn mount_article(root: HtmlElement, options: JsValue) -> Result<ArticleHandle, JsValue> {
    let shadow = root.get_root_node().dyn_into::<ShadowRoot>().ok();
    let target: EventTarget =
        shadow.as_ref().map_or_else(|| root.clone().into(), |shadow| shadow.host().into());
    let props = props(&options, &target)?;
    if let Some(shadow) = shadow {
        let target = target.clone();
        spawn_local(async move {
            match inside().await {
                Ok(sheet) => shadow.set_adopted_style_sheets(&Array::of1(&sheet)),
                Err(failure) => events::error(&target, failure.code(), &failure.message()),
            }
        });
    }
    let app = yew::Renderer::<ArticleElement>::with_root_and_props(root.into(), props).render();
    Ok(ArticleHandle { target, app: RefCell::new(Some(app)) })
}

#[wasm_bindgen]
impl ArticleHandle {
    /// Goes on with other options. The article is read again only where it or what is known of it has changed.
    ///
    /// # Errors
    /// An `Error` for options of the wrong kind.
    pub fn update(&self, options: JsValue) -> Result<(), JsValue> {
        let props = props(&options, &self.target)?;
        if let Some(app) = &mut *self.app.borrow_mut() {
            app.update(props);
        }
        Ok(())
    }

    /// Leaves the element empty.
    pub fn destroy(&self) {
        if let Some(app) = self.app.take() {
            app.destroy();
        }
    }
}

fn props(options: &JsValue, target: &EventTarget) -> Result<ElementProps, JsValue> {
    read(options, target).map_err(Failure::into_js)
}

fn read(options: &JsValue, target: &EventTarget) -> Result<ElementProps, Failure> {
    let facts = text_options(options)?;
    let locale = Locale::from_tag(facts.language.tag()).unwrap_or_else(Locale::of_browser);
    let target = target.clone();
    Ok(ElementProps {
        src: words(options, "src")?,
        text: words(options, "text")?.unwrap_or_default(),
        facts,
        theme: theme(options)?,
        locale,
        ontell: Callback::from(move |told| tell(&target, &told, locale)),
    })
}

fn tell(target: &EventTarget, told: &Told, locale: Locale) {
    match told {
        Told::Ready(document, annotated) => events::ready(target, document, annotated),
        Told::Selected(document, annotated, index) => {
            events::select(target, document, annotated, *index, locale);
        }
        Told::Dismissed(subject) => events::dismiss(target, *subject),
        Told::Failed(error) => {
            let message = (locale.messages().error)(error);
            events::error(target, "load", &message);
        }
    }
}
