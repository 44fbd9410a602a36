//! Deciding which parts of an article's element are not article text: tools, advertisements, hidden elements.

use super::dom::{Computed, all, attribute, first};
use web_sys::Element;

/// Tag names of elements that never contain article text.
const SKIPPED_TAGS: [&str; 31] = [
    "script", "style", "nav", "button", "code", "aside", "form", "template", "noscript", "iframe", "svg",
    "math", "canvas", "video", "audio", "object", "embed", "select", "textarea", "input", "label", "dialog",
    "menu", "footer", "img", "picture", "link", "meta", "head", "title", "hr",
];

/// ARIA roles of page parts that are not article text.
#[rustfmt::skip]
const SKIPPED_ROLES: [&str; 11] = [
    "navigation", "complementary", "search", "form", "dialog", "alertdialog", "banner",
    "contentinfo", "toolbar", "menu", "button",
];

/// Words in the class or id of boxes inside an article that are not its text: advertisements, related stories,
/// subscription and sharing, and labels for screen readers only.
#[rustfmt::skip]
const BOX_WORDS: [&str; 34] = [
    "ad", "ads", "advert", "advertisement", "advertising", "publicite", "promo", "promoted", "sponsor",
    "sponsored", "newsletter", "related", "recirculation", "recommended", "recommendations", "share",
    "sharing", "social", "comments", "subscribe", "subscription", "abonnement", "paywall", "cookie",
    "consent", "outbrain", "taboola", "breadcrumb", "breadcrumbs", "toolbar", "mostread", "sr", "visually",
    "offscreen",
];

/// Whether `element`, with the tag name `tag`, is not article text. `root` is the article's element.
pub(super) fn is_skipped(element: &Element, tag: &str, root: &Element) -> bool {
    if SKIPPED_TAGS.contains(&tag) || is_footnote_reference(element, tag) {
        return true;
    }
    // Most elements have no attributes, so one call saves the others.
    if !element.has_attributes() {
        return false;
    }
    let is = |name: &str, value: &str| attribute(element, name).as_deref() == Some(value);
    attribute(element, "hidden").is_some()
        || is("aria-hidden", "true")
        || attribute(element, "contenteditable").is_some_and(|value| value != "false")
        || attribute(element, "role").is_some_and(|role| SKIPPED_ROLES.contains(&role.as_str()))
        || (is_box(element) && !has_most_paragraphs(element, root))
}

/// Whether an element with the computed style `style`, and in it `display`, is invisible.
pub(super) fn is_invisible(style: &Computed, display: &str) -> bool {
    display == "none" || matches!(style.visibility().as_str(), "hidden" | "collapse")
}

/// Whether `element` is a footnote reference, which is not part of the preceding word.
fn is_footnote_reference(element: &Element, tag: &str) -> bool {
    tag == "sup" && first(element, "a[href^='#']").is_some()
}

fn is_box(element: &Element) -> bool {
    ["class", "id"].into_iter().filter_map(|name| attribute(element, name)).any(|names| {
        let mut words = names.split(|c: char| !c.is_ascii_alphanumeric());
        words.any(|word| BOX_WORDS.iter().any(|own| word.eq_ignore_ascii_case(own)))
            || names.contains("lire-aussi")
    })
}

/// Whether `element` contains at least half of the paragraphs of `root`: then it is not a box, whatever its class.
fn has_most_paragraphs(element: &Element, root: &Element) -> bool {
    let paragraphs = |element: &Element| all(element, "p").length();
    let own = paragraphs(element);
    own > 0 && own * 2 >= paragraphs(root)
}
