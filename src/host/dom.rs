//! Browser calls on the mount path, with few glue functions. Browsers compile glue functions that run often and keep the
//! code: half a kilobyte each, one for a function that catches exceptions, up to eleven for one that returns a string,
//! because the copying is inlined. So calls that cannot throw are declared without `catch`, documents and elements share
//! functions, and strings are returned as `JsValue` and copied by one function. `web-sys` has a function for each call.

use gloo::utils::{document, window};
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, EventTarget, HtmlAnchorElement, HtmlElement, Node, NodeList, StaticRangeInit};

/// The function of a listener.
pub type Act = Closure<dyn FnMut(Event)>;

#[wasm_bindgen]
extern "C" {
    /// DOM, the string properties of `Node` and `Element`.
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
    fn listen(this: &Target, name: &str, act: &Act, is_capturing: bool);
    #[wasm_bindgen(method, js_name = removeEventListener)]
    fn ignore(this: &Target, name: &str, act: &Act, is_capturing: bool);

    /// DOM, `StaticRange`: unlike a live range it is not updated when the page changes, so it does not slow changes down.
    #[derive(Debug)]
    pub type StaticRange;

    /// Creates a static range. Fails only for attributes and document types.
    #[wasm_bindgen(constructor)]
    pub fn new(init: &StaticRangeInit) -> StaticRange;

    /// CSSOM View, `Window`, with its height as a number.
    type Screen;

    #[wasm_bindgen(method, getter, js_name = innerHeight)]
    fn height(this: &Screen) -> f64;
}

/// The text content of `node`.
pub fn text(node: &Node) -> String {
    copy(&node.unchecked_ref::<Strings>().text())
}

/// The local name of `element`, in lower case for HTML.
pub fn tag(element: &Element) -> String {
    copy(&element.unchecked_ref::<Strings>().tag())
}

/// The attribute `name` of `element`, if it has one.
pub fn attribute(element: &Element, name: &str) -> Option<String> {
    element.unchecked_ref::<Strings>().attribute(name).as_string()
}

/// The absolute address of `link`.
pub fn href(link: &HtmlAnchorElement) -> String {
    copy(&link.unchecked_ref::<Strings>().href())
}

/// The scheme of the address of `link`, such as "https:"; ":" if the address is invalid.
pub fn protocol(link: &HtmlAnchorElement) -> String {
    copy(&link.unchecked_ref::<Strings>().protocol())
}

/// The page's address.
pub fn address() -> String {
    copy(&document().unchecked_ref::<Strings>().address())
}

/// The computed style of an element, which is live.
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

    /// `color-scheme`; empty if the browser does not support it.
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

/// Sets the style property `name` of `element`, which must be one of the program's own.
pub fn set_style(element: &HtmlElement, name: &str, value: &str) {
    element.style().unchecked_ref::<Style>().set(name, value);
}

/// The first element in `node` that matches `selector`, which must be valid.
pub fn first(node: &Node, selector: &str) -> Option<Element> {
    node.unchecked_ref::<Parent>().first(selector)
}

/// All elements in `node` that match `selector`, which must be valid, in document order.
pub fn all(node: &Node, selector: &str) -> NodeList {
    node.unchecked_ref::<Parent>().all(selector)
}

/// The nearest ancestor of `element`, or itself, that matches `selector`, which must be valid.
pub fn closest(element: &Element, selector: &str) -> Option<Element> {
    element.unchecked_ref::<Parent>().closest(selector)
}

/// Adds `act` as a listener for events called `name` on `target`, in the capture phase if `is_capturing`. Adding it twice has no
/// effect.
pub fn listen(target: &EventTarget, name: &str, act: &Act, is_capturing: bool) {
    target.unchecked_ref::<Target>().listen(name, act, is_capturing);
}

/// Undoes [`listen`].
pub fn ignore(target: &EventTarget, name: &str, act: &Act, is_capturing: bool) {
    target.unchecked_ref::<Target>().ignore(name, act, is_capturing);
}

/// The height of the viewport in CSS pixels.
pub fn height() -> f64 {
    window().unchecked_ref::<Screen>().height()
}
