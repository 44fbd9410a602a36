//! Finding the articles of a host page, their language and their publication date.

use super::dom::{self, attribute, closest, first, tag, text};
use gloo::utils::document;
use js_sys::{Array, JSON, Reflect};
use manicule_core::{Published, parse_date};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, NodeList};

/// Selectors of elements that contain articles, the most specific first.
const USUAL: [&str; 4] = ["article", "[itemprop='articleBody']", "main", "[role='main']"];
/// Minimum text of an article in paragraphs, in bytes.
const LEAST: usize = 200;
/// An element with at least this share of the largest amount of text is as good as the largest one.
const AS_GOOD: f64 = 0.9;

/// Where the articles are.
#[derive(Clone, Debug, PartialEq)]
pub enum Target {
    /// In the usual elements.
    Usual,
    /// In the elements that match this selector.
    Selector(String),
    /// In this element.
    Element(Element),
}

impl Target {
    /// Reads the target that a caller passes: an element, a selector, or nothing.
    ///
    /// # Errors
    /// A message for other values and for invalid selectors.
    pub fn from_js(value: &JsValue) -> Result<Target, String> {
        if value.is_undefined() || value.is_null() {
            return Ok(Target::Usual);
        }
        if let Some(element) = value.dyn_ref::<Element>() {
            return Ok(Target::Element(element.clone()));
        }
        let selector = value.as_string().ok_or("the target is neither an element nor a selector")?;
        match document().query_selector(&selector) {
            Ok(_) if selector.trim().is_empty() => Ok(Target::Usual),
            Ok(_) => Ok(Target::Selector(selector)),
            Err(_) => Err(format!("\"{selector}\" is not a selector")),
        }
    }

    /// Finds the articles on the page, in document order. `known` are those found before: while one of them is on the page,
    /// its new siblings are added, and the choice stays.
    pub fn find(&self, known: &[Element]) -> Vec<Element> {
        match self {
            Target::Element(element) => Vec::from_iter(element.is_connected().then(|| element.clone())),
            Target::Selector(selector) => outermost(all(selector)),
            Target::Usual => {
                let first = known.iter().find(|element| element.is_connected()).cloned().or_else(best);
                first.map(|first| beside(&first)).unwrap_or_default()
            }
        }
    }

    /// Whether `element`, which was added to the page, may contain an article.
    pub fn may_be_in(&self, element: &Element) -> bool {
        let selector = match self {
            Target::Element(own) => return element.contains(Some(own)),
            Target::Selector(selector) => selector.clone(),
            Target::Usual => USUAL.join(","),
        };
        element.matches(&selector).unwrap_or(false) || first(element, &selector).is_some()
    }
}

/// The element with the most text in paragraphs; of several with about as much, the one with the most specific selector.
fn best() -> Option<Element> {
    let found: Vec<(Element, usize)> = USUAL
        .iter()
        .flat_map(|selector| all(selector))
        .map(|element| {
            let length = length(&element);
            (element, length)
        })
        .collect();
    let most = found.iter().map(|&(_, length)| length).max().filter(|&most| most >= LEAST)?;
    found.into_iter().find(|&(_, length)| length as f64 >= AS_GOOD * most as f64).map(|(element, _)| element)
}

/// `first` and its sibling articles, which pages add as the reader scrolls.
fn beside(first: &Element) -> Vec<Element> {
    let own = tag(first);
    let Some(around) = first.parent_node().filter(|_| own == "article") else {
        return vec![first.clone()];
    };
    std::iter::successors(around.first_child(), |child| child.next_sibling())
        .filter_map(|child| child.dyn_into::<Element>().ok())
        .filter(|child| child == first || (tag(child) == own && length(child) >= LEAST))
        .collect()
}

/// Bytes of text in the paragraphs of `element`, or a quarter of all its text if that is more.
fn length(element: &Element) -> usize {
    let paragraphs = dom::all(element, "p");
    let length = |element: &Element| text(element).trim().len();
    let sum: usize = nodes(&paragraphs).map(|paragraph| length(&paragraph)).sum();
    sum.max(length(element) / 4)
}

fn all(selector: &str) -> Vec<Element> {
    nodes(&dom::all(&document(), selector)).collect()
}

fn nodes(list: &NodeList) -> impl Iterator<Item = Element> {
    (0..list.length()).filter_map(|index| list.get(index)?.dyn_into().ok())
}

/// The elements that are not inside another one; `elements` are in document order.
fn outermost(elements: Vec<Element>) -> Vec<Element> {
    let mut kept: Vec<Element> = Vec::new();
    for element in elements {
        if !kept.last().is_some_and(|last| last.contains(Some(&element))) {
            kept.push(element);
        }
    }
    kept
}

/// The BCP 47 tag of the nearest `lang` attribute.
pub fn language(element: &Element) -> Option<String> {
    let holder = closest(element, "[lang]")?;
    attribute(&holder, "lang").filter(|tag| !tag.is_empty())
}

/// The publication date of the article in `element`: from the page's metadata if it is the only article, else from a
/// `<time>` in the article.
pub fn date(element: &Element, is_only: bool) -> Option<Published> {
    let time = || moment(&attribute(&first(element, "time[datetime]")?, "datetime")?);
    if is_only { meta().or_else(linked_data).or_else(time) } else { time().or_else(meta) }
}

fn meta() -> Option<Published> {
    let selector = "meta[property='article:published_time'], meta[itemprop='datePublished']";
    moment(&attribute(&first(&document(), selector)?, "content")?)
}

/// `datePublished` in the page's JSON-LD (schema.org).
fn linked_data() -> Option<Published> {
    all("script[type='application/ld+json']").iter().find_map(|script| {
        let data = JSON::parse(&text(script)).ok()?;
        published(&data, 4)
    })
}

/// `datePublished` of `value`, of its items or of its `@graph`, nested at most `depth` deep.
fn published(value: &JsValue, depth: usize) -> Option<Published> {
    if depth == 0 {
        return None;
    }
    if let Some(items) = value.dyn_ref::<Array>() {
        return items.iter().find_map(|item| published(&item, depth - 1));
    }
    let get = |key: &str| Reflect::get(value, &key.into()).ok();
    let own = get("datePublished").and_then(|date| moment(&date.as_string()?));
    own.or_else(|| published(&get("@graph").filter(|graph| !graph.is_undefined())?, depth - 1))
}

/// Parses an ISO 8601 date and time, or only the date at its start.
fn moment(iso: &str) -> Option<Published> {
    let iso = iso.trim();
    Published::parse(iso).or_else(|| parse_date(iso.get(..10)?).map(Published::from))
}
