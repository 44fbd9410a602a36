//! Finding the articles of a host page, their language and their publication date.

use super::dom::{self, attribute, closest, first, tag, text};
use gloo::utils::document;
use js_sys::{Array, JSON, Reflect};
use manicule_core::{Published, parse_date};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, NodeList};

/// Selectors of elements that usually contain an article, the most specific first.
const ARTICLE_SELECTORS: [&str; 4] = ["article", "[itemprop='articleBody']", "main", "[role='main']"];
/// An element with less text than this, as [`text_length`] measures it, is not an article.
const MIN_TEXT: usize = 200;
/// An element with this share of the longest candidate's text is preferred if its selector is more specific.
const NEAR_BEST: f64 = 0.9;

/// Which elements of the page are annotated.
#[derive(Clone, Debug, PartialEq)]
pub enum Target {
    /// The main article, found by the usual markup of articles, and its siblings.
    Automatic,
    /// The elements that match this selector, without nested ones.
    Selector(String),
    /// This element.
    Element(Element),
}

impl Target {
    /// The target for a JavaScript value: an element, a selector, or `undefined`, `null` or an empty selector for
    /// [`Target::Automatic`].
    ///
    /// # Errors
    /// A message, for an invalid selector and for any other value.
    pub fn from_js(value: &JsValue) -> Result<Target, String> {
        if value.is_undefined() || value.is_null() {
            return Ok(Target::Automatic);
        }
        if let Some(element) = value.dyn_ref::<Element>() {
            return Ok(Target::Element(element.clone()));
        }
        let selector = value.as_string().ok_or("the target is neither an element nor a selector")?;
        match document().query_selector(&selector) {
            Ok(_) if selector.trim().is_empty() => Ok(Target::Automatic),
            Ok(_) => Ok(Target::Selector(selector)),
            Err(_) => Err(format!("\"{selector}\" is not a selector")),
        }
    }

    /// The elements of the articles, in document order. `known` are those found before: as long as one of them is in
    /// the document, [`Target::Automatic`] returns it with its siblings and does not search for the main article
    /// again.
    pub fn find(&self, known: &[Element]) -> Vec<Element> {
        match self {
            Target::Element(element) => Vec::from_iter(element.is_connected().then(|| element.clone())),
            Target::Selector(selector) => outermost(all(selector)),
            Target::Automatic => {
                let first =
                    known.iter().find(|element| element.is_connected()).cloned().or_else(main_article);
                first.map(|first| with_siblings(&first)).unwrap_or_default()
            }
        }
    }

    /// Whether `element`, which was added to the page, may be or contain an article, or be inside the target element.
    pub fn may_match_in(&self, element: &Element) -> bool {
        let selector = match self {
            Target::Element(own) => return element.contains(Some(own)),
            Target::Selector(selector) => selector.clone(),
            Target::Automatic => ARTICLE_SELECTORS.join(","),
        };
        element.matches(&selector).unwrap_or(false) || first(element, &selector).is_some()
    }
}

/// The element with the most text; among those with nearly as much, the one with the most specific selector.
fn main_article() -> Option<Element> {
    let found: Vec<(Element, usize)> = ARTICLE_SELECTORS
        .iter()
        .flat_map(|selector| all(selector))
        .map(|element| {
            let length = text_length(&element);
            (element, length)
        })
        .collect();
    let most = found.iter().map(|&(_, length)| length).max().filter(|&most| most >= MIN_TEXT)?;
    found
        .into_iter()
        .find(|&(_, length)| length as f64 >= NEAR_BEST * most as f64)
        .map(|(element, _)| element)
}

/// `first` and, if it is an `article`, its siblings that are articles too: pages add more as the reader scrolls.
fn with_siblings(first: &Element) -> Vec<Element> {
    let own = tag(first);
    let Some(around) = first.parent_node().filter(|_| own == "article") else {
        return vec![first.clone()];
    };
    std::iter::successors(around.first_child(), |child| child.next_sibling())
        .filter_map(|child| child.dyn_into::<Element>().ok())
        .filter(|child| child == first || (tag(child) == own && text_length(child) >= MIN_TEXT))
        .collect()
}

/// The number of bytes of text in the paragraphs of `element`, or a quarter of all its text if that is more.
fn text_length(element: &Element) -> usize {
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

/// The `elements` that are not inside another one of them. They must be in document order.
fn outermost(elements: Vec<Element>) -> Vec<Element> {
    let mut kept: Vec<Element> = Vec::new();
    for element in elements {
        if !kept.last().is_some_and(|last| last.contains(Some(&element))) {
            kept.push(element);
        }
    }
    kept
}

/// The BCP 47 tag of the language of `element`: the nearest `lang` attribute on it or around it.
pub fn language(element: &Element) -> Option<String> {
    let holder = closest(element, "[lang]")?;
    attribute(&holder, "lang").filter(|tag| !tag.is_empty())
}

/// When the article in `element` was published. For the only article of a page (`is_only`), the page's metadata have
/// priority over the first `time` element in it; else the other way round.
pub fn date(element: &Element, is_only: bool) -> Option<Published> {
    let time = || parse_published(&attribute(&first(element, "time[datetime]")?, "datetime")?);
    if is_only { meta().or_else(linked_data).or_else(time) } else { time().or_else(meta) }
}

fn meta() -> Option<Published> {
    let selector = "meta[property='article:published_time'], meta[itemprop='datePublished']";
    parse_published(&attribute(&first(&document(), selector)?, "content")?)
}

/// `datePublished` in the page's JSON-LD (schema.org).
fn linked_data() -> Option<Published> {
    all("script[type='application/ld+json']").iter().find_map(|script| {
        let data = JSON::parse(&text(script)).ok()?;
        date_published(&data, 4)
    })
}

/// `datePublished` of `value`, of one of its items or of its graph, at most `depth` deep.
fn date_published(value: &JsValue, depth: usize) -> Option<Published> {
    if depth == 0 {
        return None;
    }
    if let Some(items) = value.dyn_ref::<Array>() {
        return items.iter().find_map(|item| date_published(&item, depth - 1));
    }
    let get = |key: &str| Reflect::get(value, &key.into()).ok();
    let own = get("datePublished").and_then(|date| parse_published(&date.as_string()?));
    own.or_else(|| date_published(&get("@graph").filter(|graph| !graph.is_undefined())?, depth - 1))
}

/// Parses an ISO 8601 date with or without a time; if the time is invalid, only the date.
fn parse_published(iso: &str) -> Option<Published> {
    let iso = iso.trim();
    Published::parse(iso).or_else(|| parse_date(iso.get(..10)?).map(Published::from))
}
