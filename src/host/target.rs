//! Finding the articles of a host page, their language and their publication date.

use super::boxes::{Boxes, cues};
use super::choose::{choose, with_others};
use super::dom::{self, attribute, first, href, protocol, text};
use super::gather::{Gathered, gather};
use super::hints::Cue;
use super::measure::{Measure, measure};
use super::scan::{Scan, scan};
use super::text_map::TextMap;
use crate::state::Slice;
use gloo::utils::document;
use js_sys::{Array, JSON, Reflect};
use manicule_core::{Article, Link, Published, Span, parse_date};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlAnchorElement, Node, NodeList};

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

    /// The articles that are in the page now, in document order. `known` are the elements found before:
    /// [`Target::Automatic`] keeps to the first of them as long as it contains an article.
    pub async fn find(&self, known: &[Element]) -> Vec<Found> {
        let elements = match self {
            Target::Element(element) => Vec::from_iter(element.is_connected().then(|| element.clone())),
            Target::Selector(selector) => outermost(all(selector)),
            Target::Automatic => return find_articles(known).await,
        };
        let mut found = Vec::with_capacity(elements.len());
        for element in elements {
            let scan = scan(&element).await;
            let measures = measure(&scan.outline, |_| false);
            let cues = cues(&scan.outline, &measures);
            found.push(Found::new(&scan, &measures, &cues, 0));
        }
        found.retain(|found| !found.text.is_empty());
        found
    }

    /// Whether `node`, which was added to the page, may be, contain, or be inside an article.
    pub fn may_match_in(&self, node: &Node) -> bool {
        let Some(element) = node.dyn_ref::<Element>() else { return false };
        let selector = match self {
            Target::Element(own) => return element.contains(Some(own)),
            Target::Selector(selector) => selector,
            Target::Automatic => "article,p,main,[itemprop='articleBody']",
        };
        element.matches(selector).unwrap_or(false) || first(element, selector).is_some()
    }
}

/// An article found in the page.
#[derive(Debug)]
pub struct Found {
    /// The element that contains it.
    pub element: Element,
    /// The text: see [`Gathered::text`].
    pub text: String,
    /// The title and blocks, as spans of the text.
    pub article: Article,
    /// The article's links to other pages.
    pub links: Vec<Link>,
    /// Maps the text to the page's text nodes.
    pub text_map: TextMap,
}

impl Found {
    /// The article in the node at `root` of `scan`. `measures` and `cues` are those of all nodes of the scan.
    pub fn new(scan: &Scan, measures: &[Measure], cues: &[Option<Cue>], root: usize) -> Found {
        let boxes = Boxes::new(&scan.outline, measures, cues, root);
        let Gathered { text, article, links, pieces } = gather(&scan.outline, root, &boxes);
        let links = links.into_iter().filter_map(|(node, anchor)| cited(&scan.sources[node], anchor, &text));
        Found {
            element: scan.sources[root].clone().unchecked_into(),
            links: links.collect(),
            text_map: TextMap::new(pieces, &scan.sources),
            text,
            article,
        }
    }
}

/// The main article of the page, and others like it: pages add more as the reader scrolls.
async fn find_articles(known: &[Element]) -> Vec<Found> {
    let Some(body) = document().body() else { return Vec::new() };
    let scan = scan(&body).await;
    // Each of these takes some milliseconds for a large page.
    let mut slice = Slice::start();
    let measures = measure(&scan.outline, |_| false);
    slice.pause_if_over().await;
    let cues = cues(&scan.outline, &measures);
    slice.pause_if_over().await;
    let chosen = choose(&scan.outline, &measures, &cues);
    slice.pause_if_over().await;
    let known = known.iter().find_map(|known| {
        let known: &Node = known;
        scan.sources.iter().position(|source| source == known)
    });
    let prose = |index: Option<usize>| index.map_or(0, |index| measures[index].prose);
    let first = if prose(known) * 2 >= prose(chosen).max(1) { known } else { chosen };
    let articles = first.map_or_else(Vec::new, |first| with_others(&scan.outline, &measures, &cues, first));
    let mut found = Vec::with_capacity(articles.len());
    for root in articles {
        slice.pause_if_over().await;
        found.push(Found::new(&scan, &measures, &cues, root));
    }
    found
}

/// The link at `source` with the words `anchor` of `text`; none if it leads to no page.
fn cited(source: &Node, anchor: Span, text: &str) -> Option<Link> {
    let link: &HtmlAnchorElement = source.dyn_ref()?;
    if !matches!(&*protocol(link), "http:" | "https:" | "mailto:") {
        return None;
    }
    let mut cited = Link::of_page(href(link), anchor);
    cited.title.get_or_insert_with(|| anchor.of(text).to_owned());
    Some(cited)
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
