//! Bindings for the DOM calls that every mount makes, with as little JavaScript glue as possible. Browsers compile
//! each glue function that has run some hundred times and keep the machine code: half a kilobyte for a plain call, one
//! for a call that may throw, and up to eleven for one that returns a string, because the copying is inlined. So these
//! bindings declare no exceptions where none occur, share one function between documents and elements, and return
//! strings as JavaScript values that a single function copies. `web-sys` has a separate glue function for each of
//! these calls.

use gloo::utils::{document, window};
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, EventTarget, HtmlAnchorElement, HtmlElement, Node, NodeList, StaticRangeInit};

/// A function that is called with events.
pub type Handler = Closure<dyn FnMut(Event)>;

#[wasm_bindgen]
extern "C" {
    /// DOM, `Node` and its subtypes: their properties that are strings.
    type Strings;

    #[wasm_bindgen(method, getter, js_name = textContent)]
    fn text(this: &Strings) -> JsValue;
    #[wasm_bindgen(method, getter, js_name = localName)]
    fn tag(this: &Strings) -> JsValue;
    #[wasm_bindgen(method, js_name = getAttribute)]
    fn attribute(this: &Strings, name: &str) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn href(this: &Strings) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn protocol(this: &Strings) -> JsValue;
    #[wasm_bindgen(method, getter, js_name = URL)]
    fn address(this: &Strings) -> JsValue;

    #[wasm_bindgen(js_name = getComputedStyle)]
    fn computed_style(element: &Element) -> Style;

    /// CSSOM, `CSSStyleDeclaration`.
    #[derive(Debug)]
    type Style;

    #[wasm_bindgen(method, getter)]
    fn display(this: &Style) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn visibility(this: &Style) -> JsValue;
    #[wasm_bindgen(method, getter, js_name = backgroundColor)]
    fn background_color(this: &Style) -> JsValue;
    #[wasm_bindgen(method, getter, js_name = colorScheme)]
    fn color_scheme(this: &Style) -> JsValue;
    #[wasm_bindgen(method, getter, js_name = fontSize)]
    fn font_size(this: &Style) -> JsValue;
    #[wasm_bindgen(method, js_name = setProperty)]
    fn set(this: &Style, name: &str, value: &str);

    /// DOM, `ParentNode`: a document or an element.
    type Parent;

    #[wasm_bindgen(method, js_name = querySelector)]
    fn first(this: &Parent, selector: &str) -> Option<Element>;
    #[wasm_bindgen(method, js_name = querySelectorAll)]
    fn all(this: &Parent, selector: &str) -> NodeList;
    #[wasm_bindgen(method)]
    fn closest(this: &Parent, selector: &str) -> Option<Element>;

    /// DOM, `EventTarget`.
    type Target;

    #[wasm_bindgen(method, js_name = addEventListener)]
    fn add_listener(this: &Target, name: &str, handler: &Handler, capture: bool);
    #[wasm_bindgen(method, js_name = removeEventListener)]
    fn remove_listener(this: &Target, name: &str, handler: &Handler, capture: bool);

    /// DOM, `StaticRange`: it does not follow changes of the document, and so does not slow them down.
    #[derive(Debug)]
    pub type StaticRange;

    /// The static range with the boundary points of `init`. It throws only if one is in an attribute or a document
    /// type.
    #[wasm_bindgen(constructor)]
    pub fn new(init: &StaticRangeInit) -> StaticRange;

    /// CSSOM View, `Window`, with its height as a number; `web-sys` has it as any value.
    type Screen;

    #[wasm_bindgen(method, getter, js_name = innerHeight)]
    fn height(this: &Screen) -> f64;
}

/// The text content of `node` and its descendants.
pub fn text(node: &Node) -> String {
    copy(&node.unchecked_ref::<Strings>().text())
}

/// The local name of `element`, which is lower case for HTML elements.
pub fn tag(element: &Element) -> String {
    copy(&element.unchecked_ref::<Strings>().tag())
}

/// The value of the attribute `name` of `element`, if it has that attribute.
pub fn attribute(element: &Element, name: &str) -> Option<String> {
    element.unchecked_ref::<Strings>().attribute(name).as_string()
}

/// The absolute URL of `link`.
pub fn href(link: &HtmlAnchorElement) -> String {
    copy(&link.unchecked_ref::<Strings>().href())
}

/// The scheme of the URL of `link`, such as "https:"; ":" if the URL is invalid.
pub fn protocol(link: &HtmlAnchorElement) -> String {
    copy(&link.unchecked_ref::<Strings>().protocol())
}

/// The URL of the document.
pub fn address() -> String {
    copy(&document().unchecked_ref::<Strings>().address())
}

/// The computed style of an element. It is live: each call returns the value at that moment.
#[derive(Debug)]
pub struct Computed(Style);

impl Computed {
    /// The computed style of `element`.
    pub fn of(element: &Element) -> Computed {
        Computed(computed_style(element))
    }

    /// `display`.
    pub fn display(&self) -> String {
        copy(&self.0.display())
    }

    /// `visibility`.
    pub fn visibility(&self) -> String {
        copy(&self.0.visibility())
    }

    /// `background-color`.
    pub fn background(&self) -> String {
        copy(&self.0.background_color())
    }

    /// `color-scheme`; empty in browsers without the property.
    pub fn scheme(&self) -> String {
        copy(&self.0.color_scheme())
    }

    /// `font-size`.
    pub fn size(&self) -> String {
        copy(&self.0.font_size())
    }
}

fn copy(value: &JsValue) -> String {
    value.as_string().unwrap_or_default()
}

/// Sets the CSS property `name` of `element`, an element of the program, to `value`.
pub fn set_style(element: &HtmlElement, name: &str, value: &str) {
    element.style().unchecked_ref::<Style>().set(name, value);
}

/// The first descendant of `node` that matches `selector`, which must be valid.
pub fn first(node: &Node, selector: &str) -> Option<Element> {
    node.unchecked_ref::<Parent>().first(selector)
}

/// All descendants of `node` that match `selector`, which must be valid, in document order.
pub fn all(node: &Node, selector: &str) -> NodeList {
    node.unchecked_ref::<Parent>().all(selector)
}

/// The nearest of `element` and its ancestors that matches `selector`, which must be valid.
pub fn closest(element: &Element, selector: &str) -> Option<Element> {
    element.unchecked_ref::<Parent>().closest(selector)
}

/// Calls `handler` for events called `name` on `target`, in the capture phase if `capture`. Adding the same handler
/// twice has no effect.
pub fn add_listener(target: &EventTarget, name: &str, handler: &Handler, capture: bool) {
    target.unchecked_ref::<Target>().add_listener(name, handler, capture);
}

/// Undoes [`add_listener`] with the same arguments.
pub fn remove_listener(target: &EventTarget, name: &str, handler: &Handler, capture: bool) {
    target.unchecked_ref::<Target>().remove_listener(name, handler, capture);
}

/// The height of the viewport in CSS pixels, with a horizontal scroll bar.
pub fn height() -> f64 {
    window().unchecked_ref::<Screen>().height()
}
