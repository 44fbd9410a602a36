//! The element of the panel, with a shadow root that isolates it from the page's styles.

use crate::state::Theme;
use gloo::utils::document;
use js_sys::Array;
use wasm_bindgen::JsValue;
use web_sys::{CssStyleSheet, Element, ShadowRootInit, ShadowRootMode};

/// The element of the panel. It is created once and reused, because Yew's listeners leak a little memory at each mount.
#[derive(Debug)]
pub struct PanelElement {
    element: Element,
    /// The root of the Yew application. Yew listens on it; if it listened on the shadow root, events would bubble on into the
    /// host page.
    pub inner: Element,
}

impl PanelElement {
    /// Creates the element, not in the document yet, with a shadow root and the style sheet `inside`.
    ///
    /// # Errors
    /// The browser's exception if it has no shadow roots.
    pub fn new(inside: &CssStyleSheet) -> Result<PanelElement, JsValue> {
        // The style sheet refers to this name.
        let element = document().create_element("manicule-panel")?;
        let root = element.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open))?;
        root.set_adopted_style_sheets(&Array::of1(inside));
        let inner = document().create_element("div")?;
        root.append_child(&inner)?;
        Ok(PanelElement { element, inner })
    }

    /// Adds the element at the end of the page's body, if it is not connected.
    pub fn show(&self) {
        if !self.element.is_connected()
            && let Some(body) = document().body()
        {
            // Inserting an element into a body cannot fail.
            let _ = body.insert_before(&self.element, None);
        }
    }

    /// Removes the element from the page.
    pub fn hide(&self) {
        self.element.remove();
    }

    /// Whether `event` happened in the panel.
    pub fn contains_event(&self, event: &web_sys::Event) -> bool {
        event.composed_path().includes(&self.element, 0)
    }

    /// Whether it contains the keyboard focus.
    pub fn has_focus(&self) -> bool {
        document().active_element().is_some_and(|element| element == self.element)
    }

    /// Whether `element` is this one.
    pub fn is(&self, element: &Element) -> bool {
        self.element == *element
    }

    /// Sets the light or dark theme.
    pub fn set_theme(&self, theme: Theme) {
        // Setting an attribute with a constant name does not fail.
        let _ = self.element.set_attribute("data-theme", theme.as_str());
    }
}
