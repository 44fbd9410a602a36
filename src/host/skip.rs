//! Parts of an article's element that are not its text: controls, advertisements, hidden elements.

use super::dom::{Computed, all, attribute, first};
use web_sys::Element;

/// Elements that contain no article text, and controls.
const NEVER: [&str; 31] = [
    "script", "style", "nav", "button", "code", "aside", "form", "template", "noscript", "iframe", "svg",
    "math", "canvas", "video", "audio", "object", "embed", "select", "textarea", "input", "label", "dialog",
    "menu", "footer", "img", "picture", "link", "meta", "head", "title", "hr",
];

/// ARIA roles of parts of a page that are not article text.
const ROLES: [&str; 11] = [
    "navigation",
    "complementary",
    "search",
    "form",
    "dialog",
    "alertdialog",
    "banner",
    "contentinfo",
    "toolbar",
    "menu",
    "button",
];

/// Words in the class or id of boxes inside an article that are not its text: advertisements, related articles,
/// subscription, sharing; and of labels for screen readers.
const BOXES: [&str; 34] = [
    "ad",
    "ads",
    "advert",
    "advertisement",
    "advertising",
    "publicite",
    "promo",
    "promoted",
    "sponsor",
    "sponsored",
    "newsletter",
    "related",
    "recirculation",
    "recommended",
    "recommendations",
    "share",
    "sharing",
    "social",
    "comments",
    "subscribe",
    "subscription",
    "abonnement",
    "paywall",
    "cookie",
    "consent",
    "outbrain",
    "taboola",
    "breadcrumb",
    "breadcrumbs",
    "toolbar",
    "mostread",
    "sr",
    "visually",
    "offscreen",
];

/// Whether `element`, with the local name `tag`, is not article text. `whole` is the article's element.
pub(super) fn is_skipped(element: &Element, tag: &str, whole: &Element) -> bool {
    if NEVER.contains(&tag) || is_footnote(element, tag) {
        return true;
    }
    // Most elements have no attributes, and one call settles that.
    if !element.has_attributes() {
        return false;
    }
    let is = |name: &str, value: &str| attribute(element, name).as_deref() == Some(value);
    attribute(element, "hidden").is_some()
        || is("aria-hidden", "true")
        || attribute(element, "contenteditable").is_some_and(|value| value != "false")
        || attribute(element, "role").is_some_and(|role| ROLES.contains(&role.as_str()))
        || (is_box(element) && !is_most(element, whole))
}

/// Whether the element is hidden by its style.
pub(super) fn is_unseen(style: &Computed, display: &str) -> bool {
    display == "none" || matches!(style.visibility().as_str(), "hidden" | "collapse")
}

/// Whether the element is a footnote mark, which is not part of the word before it.
fn is_footnote(element: &Element, tag: &str) -> bool {
    tag == "sup" && first(element, "a[href^='#']").is_some()
}

fn is_box(element: &Element) -> bool {
    ["class", "id"].into_iter().filter_map(|name| attribute(element, name)).any(|names| {
        let mut words = names.split(|c: char| !c.is_ascii_alphanumeric());
        words.any(|word| BOXES.iter().any(|own| word.eq_ignore_ascii_case(own)))
            || names.contains("lire-aussi")
    })
}

/// Whether `element` contains most of the article's paragraphs; it is then text, whatever its class.
fn is_most(element: &Element, whole: &Element) -> bool {
    let paragraphs = |element: &Element| all(element, "p").length();
    let own = paragraphs(element);
    own > 0 && own * 2 >= paragraphs(whole)
}
