//! The element that holds what the program shows on the page: a shadow root that the page's styles stop at.

use crate::state::Theme;
use gloo::utils::document;
use js_sys::Array;
use wasm_bindgen::JsValue;
use web_sys::{CssStyleSheet, Element, ShadowRootInit, ShadowRootMode};

/// Our element on the page. Yew's listeners leak a little at each mount, so it is made once and used again.
#[derive(Debug)]
pub struct Shell {
    element: Element,
    /// The element inside for what is shown. Yew listens on this one; on the root itself, events would go on bubbling
    /// into the page.
    pub inner: Element,
}

impl Shell {
    /// An element, not on the page yet, with a shadow root whose style sheet is `inside`.
    ///
    /// # Errors
    /// What the browser throws: it has no shadow roots.
    pub fn new(inside: &CssStyleSheet) -> Result<Shell, JsValue> {
        // By this name the style sheet knows it.
        let element = document().create_element("manicule-panel")?;
        let root = element.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open))?;
        root.set_adopted_style_sheets(&Array::of1(inside));
        let inner = document().create_element("div")?;
        root.append_child(&inner)?;
        Ok(Shell { element, inner })
    }

    /// Puts the element at the end of the page's body, where it is not there already.
    pub fn show(&self) {
        if !self.element.is_connected()
            && let Some(body) = document().body()
        {
            // A body takes any element.
            let _ = body.insert_before(&self.element, None);
        }
    }

    /// Takes the element off the page.
    pub fn hide(&self) {
        self.element.remove();
    }

    /// Whether `event` happened in it.
    pub fn has(&self, event: &web_sys::Event) -> bool {
        event.composed_path().includes(&self.element, 0)
    }

    /// Whether it holds the keyboard's focus.
    pub fn has_focus(&self) -> bool {
        document().active_element().is_some_and(|element| element == self.element)
    }

    /// Whether `element` is this one.
    pub fn is(&self, element: &Element) -> bool {
        self.element == *element
    }

    /// Sets the colours.
    pub fn set_theme(&self, theme: Theme) {
        // Setting an attribute with a constant name does not fail.
        let _ = self.element.set_attribute("data-theme", theme.as_str());
    }
}
