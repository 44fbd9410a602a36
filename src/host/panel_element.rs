//! The element that holds the panel: a shadow host, so that the styles of the host page do not reach the panel.

use crate::state::Theme;
use gloo::utils::document;
use js_sys::Array;
use wasm_bindgen::JsValue;
use web_sys::{CssStyleSheet, Element, ShadowRootInit, ShadowRootMode};

/// The program's `<manicule-panel>` element. Yew's listeners leak a little memory at each mount, so it is created once
/// and used again.
#[derive(Debug)]
pub struct PanelElement {
    element: Element,
    /// The element in the shadow root that Yew renders into. Yew listens on it; if it listened on the shadow root,
    /// events would bubble on into the host page.
    pub inner: Element,
}

impl PanelElement {
    /// Creates the element, with a shadow root that adopts `styles`. It is not in the document yet.
    ///
    /// # Errors
    /// The browser's exception where it lacks shadow roots.
    pub fn new(styles: &CssStyleSheet) -> Result<PanelElement, JsValue> {
        // The style sheet refers to this name.
        let element = document().create_element("manicule-panel")?;
        let root = element.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open))?;
        root.set_adopted_style_sheets(&Array::of1(styles));
        let inner = document().create_element("div")?;
        root.append_child(&inner)?;
        Ok(PanelElement { element, inner })
    }

    /// Adds the element at the end of the document's body, if it is not in the document.
    pub fn show(&self) {
        if !self.element.is_connected()
            && let Some(body) = document().body()
        {
            // A body accepts any element.
            let _ = body.insert_before(&self.element, None);
        }
    }

    /// Removes the element from the document.
    pub fn hide(&self) {
        self.element.remove();
    }

    /// Whether `event` happened inside the element.
    pub fn contains_event(&self, event: &web_sys::Event) -> bool {
        event.composed_path().includes(&self.element, 0)
    }

    /// Whether the keyboard focus is inside the element.
    pub fn has_focus(&self) -> bool {
        document().active_element().is_some_and(|element| self.is(&element))
    }

    /// Whether `element` is this element.
    pub fn is(&self, element: &Element) -> bool {
        self.element == *element
    }

    /// Sets the theme that the style sheet reads from the element.
    pub fn set_theme(&self, theme: Theme) {
        // Setting an attribute with a constant name does not fail.
        let _ = self.element.set_attribute("data-theme", theme.as_str());
    }
}
