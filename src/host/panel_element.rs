//! The element that holds the panel: a shadow host, so that the styles of the host page do not reach the panel.

use super::dom::{all, set_style, zoom};
use crate::state::Theme;
use gloo::utils::document;
use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{CssStyleSheet, Element, Node, ShadowRootInit, ShadowRootMode};

/// The name of the element, which the style sheet refers to.
const TAG: &str = "manicule-panel";

#[wasm_bindgen]
extern "C" {
    /// HTML, `HTMLElement`: the top layer. Older browsers lack these.
    type Popover;

    #[wasm_bindgen(method, catch, js_name = showPopover)]
    fn show(this: &Popover) -> Result<(), JsValue>;
    #[wasm_bindgen(method, catch, js_name = hidePopover)]
    fn hide(this: &Popover) -> Result<(), JsValue>;
}

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
        let element = document().create_element(TAG)?;
        element.set_attribute("popover", "manual")?;
        let root = element.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open))?;
        root.set_adopted_style_sheets(&Array::of1(styles));
        let inner = document().create_element("div")?;
        root.append_child(&inner)?;
        Ok(PanelElement { element, inner })
    }

    /// Adds the element at the end of `parent`, if it is not there, in the browser's top layer: neither transforms nor
    /// stacking contexts of the page apply to it. Removes copies that the page has made of it, as pages do that keep
    /// their body for the way back.
    pub fn show(&self, parent: &Element) {
        let copies = all(&document(), TAG);
        for copy in (0..copies.length()).filter_map(|index| copies.get(index)) {
            if !self.is(&copy)
                && let Some(parent) = copy.parent_node()
            {
                // A parent does not refuse to remove its child.
                let _ = parent.remove_child(&copy);
            }
        }
        if self.element.parent_element().as_ref() != Some(parent) {
            // Dialogs and bodies accept any element.
            let _ = parent.insert_before(&self.element, None);
            self.raise();
        }
    }

    /// Moves the element to the top of the top layer; in browsers without popovers it stays where it is.
    pub fn raise(&self) {
        let popover: &Popover = self.element.unchecked_ref();
        // Throws if it is not shown.
        let _ = popover.hide().and_then(|()| popover.show()).or_else(|_| popover.show());
        let zoom = self.element.parent_element().map_or(1.0, |parent| zoom(&parent));
        // A zoomed page must not enlarge the panel, whose positions are those of the viewport.
        set_style(
            self.inner.unchecked_ref(),
            "zoom",
            &format!("calc(100000% / {})", (1000.0 * zoom).round() as u32),
        );
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

    /// Whether `node` is this element.
    pub fn is(&self, node: &Node) -> bool {
        let own: &Node = &self.element;
        own == node
    }

    /// Sets the theme that the style sheet reads from the element.
    pub fn set_theme(&self, theme: Theme) {
        // Setting an attribute with a constant name does not fail.
        let _ = self.element.set_attribute("data-theme", theme.as_str());
    }
}
