//! Bindings for the DOM calls that every mount makes, with as little JavaScript glue as possible. Browsers compile
//! each glue function that has run some hundred times and keep the machine code: half a kilobyte for a plain call, one
//! for a call that may throw, and up to eleven for one that returns a string, because the copying is inlined. So these
//! bindings declare no exceptions where none occur, share one function between documents and elements, and return
//! strings as JavaScript values that a single function copies. `web-sys` has a separate glue function for each of
//! these calls.

use gloo::utils::{document, window};
use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{
    Element, Event, EventTarget, HtmlAnchorElement, HtmlElement, Node, NodeList, ShadowRoot, StaticRangeInit,
};

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
    #[wasm_bindgen(method, js_name = getPropertyValue)]
    fn value(this: &Style, name: &str) -> JsValue;
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

    /// DOM, `Slottable`: an element that may be a slot.
    type Slot;

    // Other elements have no such method.
    #[wasm_bindgen(method, catch, js_name = assignedNodes)]
    fn assigned_nodes(this: &Slot) -> Result<Array, JsValue>;

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

    /// CSSOM View, `Document`, `Element`.
    type View;

    #[wasm_bindgen(method, js_name = elementsFromPoint)]
    fn elements(this: &View, x: f64, y: f64) -> Array;
    #[wasm_bindgen(method, getter, js_name = currentCSSZoom)]
    fn zoom(this: &View) -> Option<f64>;

    /// CSSOM View, `Window`, with its height as a number; `web-sys` has it as any value.
    type Screen;

    #[wasm_bindgen(method, getter, js_name = innerHeight)]
    fn height(this: &Screen) -> f64;
    #[wasm_bindgen(method, getter, js_name = visualViewport)]
    fn visual_viewport(this: &Screen) -> Option<VisualViewport>;

    /// CSSOM View, `VisualViewport`.
    type VisualViewport;

    #[wasm_bindgen(method, getter)]
    fn width(this: &VisualViewport) -> f64;
    #[wasm_bindgen(method, getter)]
    fn scale(this: &VisualViewport) -> f64;
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

    /// Whether the element has no background of its own.
    pub fn is_see_through(&self) -> bool {
        let background = self.background();
        self.background_image() == "none" && (background == "transparent" || background == "rgba(0, 0, 0, 0)")
    }

    /// `opacity`.
    pub fn opacity(&self) -> String {
        self.value("opacity")
    }

    /// `content-visibility`; empty in browsers without the property.
    pub fn content_visibility(&self) -> String {
        self.value("content-visibility")
    }

    /// `white-space`.
    pub fn white_space(&self) -> String {
        self.value("white-space")
    }

    /// Whether the element is floated or positioned, so that the text after it does not begin below it.
    pub fn is_out_of_flow(&self) -> bool {
        !matches!(&*self.value("float"), "" | "none") || self.position() == "absolute"
    }

    /// Whether the text is raised above the line, as superscripts are.
    pub fn is_raised(&self) -> bool {
        let align = self.value("vertical-align");
        align == "super"
            || align == "text-top"
            || align.starts_with(|char: char| char.is_ascii_digit() && char != '0')
    }

    /// Whether there is a margin or padding before the text.
    pub fn has_start_margin(&self) -> bool {
        ["margin-inline-start", "padding-inline-start"]
            .into_iter()
            .any(|name| self.value(name).starts_with(|char: char| char.is_ascii_digit() && char != '0'))
    }

    /// `overflow-y`.
    pub fn overflow_y(&self) -> String {
        self.value("overflow-y")
    }

    /// `background-image`.
    pub fn background_image(&self) -> String {
        self.value("background-image")
    }

    /// `color`.
    pub fn text_colour(&self) -> String {
        self.value("color")
    }

    /// `position`.
    pub fn position(&self) -> String {
        self.value("position")
    }

    /// The property `name`.
    fn value(&self, name: &str) -> String {
        copy(&self.0.value(name))
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

/// `element` and its ancestors, the innermost first, out of shadow roots too.
pub fn ancestors(element: &Element) -> impl Iterator<Item = Element> {
    std::iter::successors(Some(element.clone()), |element| {
        let parent = element.parent_node()?;
        parent.dyn_into().or_else(|parent| parent.dyn_into::<ShadowRoot>().map(|root| root.host())).ok()
    })
}

/// The open shadow root of `element`, if it has one.
pub fn shadow_root(element: &Element) -> Option<ShadowRoot> {
    element.shadow_root()
}

/// The nodes that are shown in place of the slot `element`.
pub fn assigned_nodes(element: &Element) -> Option<Array> {
    element.unchecked_ref::<Slot>().assigned_nodes().ok()
}

/// Whether `element`, with the computed `style` and in it `display`, is there for screen readers only: in a box without
/// extent, or left of the page.
pub fn is_off_screen(element: &Element, style: &Computed, display: &str) -> bool {
    // What is positioned absolutely is a block.
    if display != "block" || !matches!(&*style.position(), "absolute" | "fixed") {
        return false;
    }
    let rect = element.get_bounding_client_rect();
    let left = window().page_x_offset().unwrap_or_default();
    (rect.width() <= 1.0 && rect.height() <= 1.0 && style.value("overflow") != "visible")
        || rect.right() + left <= 0.0
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

/// The elements at a point of the viewport, the topmost first.
pub fn elements_at(x: f64, y: f64) -> impl Iterator<Item = Element> {
    let elements = document().unchecked_ref::<View>().elements(x, y);
    (0..elements.length()).map(move |index| elements.get(index).unchecked_into())
}

/// How much `element` is enlarged by the CSS property `zoom`, its own and that around it; 1 where it is not, and in
/// browsers that do not tell.
pub fn zoom(element: &Element) -> f64 {
    element.unchecked_ref::<View>().zoom().unwrap_or(1.0)
}

/// The width of the viewport in CSS pixels, without a vertical scroll bar, however much the reader or the page has zoomed
/// in.
pub fn width() -> f64 {
    let viewport = window().unchecked_ref::<Screen>().visual_viewport();
    viewport.map_or(0.0, |viewport| viewport.width() * viewport.scale())
}

/// The height of the viewport in CSS pixels, with a horizontal scroll bar.
pub fn height() -> f64 {
    window().unchecked_ref::<Screen>().height()
}
