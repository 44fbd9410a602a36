//! What every mount asks of the browser, in as little glue as it takes. A browser compiles each function of the glue that
//! has run some hundred times, and keeps what it made of it: half a kilobyte, a whole one for a call that may throw, and
//! up to eleven for one that gives a string, because what copies strings is put into each. So calls that do not throw say
//! so here, what documents and elements do alike is one function, and strings come as the browser's own and are copied
//! by another. `web-sys` has its own function for each of these calls.

use gloo::utils::{document, window};
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, EventTarget, HtmlAnchorElement, HtmlElement, Node, NodeList, StaticRangeInit};

/// What hears of events.
pub type Act = Closure<dyn FnMut(Event)>;

#[wasm_bindgen]
extern "C" {
    /// DOM, `Node`, as what has strings.
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
    fn listen(this: &Target, name: &str, act: &Act, is_early: bool);
    #[wasm_bindgen(method, js_name = removeEventListener)]
    fn ignore(this: &Target, name: &str, act: &Act, is_early: bool);

    /// DOM, `StaticRange`: it does not follow what the page changes, and so costs its changes nothing.
    #[derive(Debug)]
    pub type StaticRange;

    /// Over what `init` says. Refused for attributes and document types alone.
    #[wasm_bindgen(constructor)]
    pub fn new(init: &StaticRangeInit) -> StaticRange;

    /// CSSOM View, `Window`, with its height as the number that it is.
    type Screen;

    #[wasm_bindgen(method, getter, js_name = innerHeight)]
    fn height(this: &Screen) -> f64;
}

/// The text in `node`.
pub fn text(node: &Node) -> String {
    copy(&node.unchecked_ref::<Strings>().text())
}

/// What `element` is called, in small letters.
pub fn tag(element: &Element) -> String {
    copy(&element.unchecked_ref::<Strings>().tag())
}

/// The attribute of `element` called `name`; none where it has none.
pub fn attribute(element: &Element, name: &str) -> Option<String> {
    element.unchecked_ref::<Strings>().attribute(name).as_string()
}

/// The whole address that `link` leads to.
pub fn href(link: &HtmlAnchorElement) -> String {
    copy(&link.unchecked_ref::<Strings>().href())
}

/// How that address begins, such as "https:"; ":" where it is none.
pub fn protocol(link: &HtmlAnchorElement) -> String {
    copy(&link.unchecked_ref::<Strings>().protocol())
}

/// The page's address.
pub fn address() -> String {
    copy(&document().unchecked_ref::<Strings>().address())
}

/// The computed values of an element's properties. They stay up to date.
#[derive(Debug)]
pub struct Computed(Style);

impl Computed {
    /// Those of `element`.
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

    /// `color-scheme`; empty where the browser has none.
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

/// Gives the property `name` of `element`, which is ours, a value.
pub fn set_style(element: &HtmlElement, name: &str, value: &str) {
    element.style().unchecked_ref::<Style>().set(name, value);
}

/// The first element in `node` that matches `selector`, which is one.
pub fn first(node: &Node, selector: &str) -> Option<Element> {
    node.unchecked_ref::<Parent>().first(selector)
}

/// All elements in `node` that match `selector`, which is one, in the page's order.
pub fn all(node: &Node, selector: &str) -> NodeList {
    node.unchecked_ref::<Parent>().all(selector)
}

/// The nearest element around `element`, or itself, that matches `selector`, which is one.
pub fn closest(element: &Element, selector: &str) -> Option<Element> {
    element.unchecked_ref::<Parent>().closest(selector)
}

/// Lets `act` hear of events called `name` that pass `target`, on their way down where it is early; asked twice, it
/// hears of each once.
pub fn listen(target: &EventTarget, name: &str, act: &Act, is_early: bool) {
    target.unchecked_ref::<Target>().listen(name, act, is_early);
}

/// Undoes [`listen`].
pub fn ignore(target: &EventTarget, name: &str, act: &Act, is_early: bool) {
    target.unchecked_ref::<Target>().ignore(name, act, is_early);
}

/// The height of what the window shows of the page, in CSS pixels.
pub fn height() -> f64 {
    window().unchecked_ref::<Screen>().height()
}
