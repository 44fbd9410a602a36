//! Deciding which parts of a page are not article text: tools, advertisements, teasers, comments.
//!
//! Content decides: the length of the prose, the share of links, repeated structure. Names in `class` and `id` are
//! hints that count for little text only, so that no prose is left out because of a word in a class name.

use super::choose::MIN_PROSE;
use super::hints::{is_appeal, is_box_name, is_comment_name, is_consent_name, is_reference};
use super::measure::Measure;
use super::outline::{Flow, Outline};

/// Elements that never contain article text.
const TOOLS: [&str; 10] =
    ["button", "input", "select", "textarea", "menu", "nav", "dialog", "rt", "rp", "datalist"];
/// Elements whose text was deleted, or is not valid any more.
const DELETED: [&str; 3] = ["del", "s", "strike"];
/// Elements that contain no article text unless most of the prose is in them.
const SIDE_PARTS: [&str; 5] = ["aside", "form", "footer", "label", "fieldset"];
/// ARIA roles of parts that contain no article text unless most of the prose is in them.
#[rustfmt::skip]
const SIDE_ROLES: [&str; 9] = [
    "navigation", "complementary", "search", "form", "banner", "contentinfo", "toolbar", "menu", "button",
];
/// ARIA roles of parts that contain no article text if there is prose elsewhere.
const DIALOG_ROLES: [&str; 2] = ["dialog", "alertdialog"];

/// The prose of an element with at least this share of all prose is never left out.
const MAIN_SHARE: f64 = 0.3;
/// Prose with at most so many bytes, without white space, may be left out for the name of its element.
const MAX_HINTED: usize = 110;
/// The same for an element with buttons, input fields or lines that are links.
const MAX_HINTED_TOOLS: usize = 400;
/// Text hidden from screen readers with fewer bytes than this is an icon or a mark.
const MIN_ARIA_HIDDEN: usize = 24;

/// Which parts of an outline are not article text.
#[derive(Debug)]
pub struct Boxes<'o> {
    outline: &'o Outline,
    measures: &'o [Measure],
    root: usize,
}

impl<'o> Boxes<'o> {
    /// For the text of the element at `root`. `measures` are those of all nodes, with nothing left out.
    pub fn new(outline: &'o Outline, measures: &'o [Measure], root: usize) -> Boxes<'o> {
        Boxes { outline, measures, root }
    }

    /// Whether the node at `index`, which is inside the root, is not part of its text.
    pub fn is_box(&self, index: usize) -> bool {
        let Some(facts) = self.outline.element(index) else { return false };
        let measure = &self.measures[index];
        let tag = &*facts.tag;
        if TOOLS.contains(&tag) || DELETED.contains(&tag) {
            return !self.is_main(measure) || measure.prose == 0;
        }
        if tag == "code" && self.is_listing(index) {
            return true;
        }
        if facts.is_aria_hidden && self.is_icon(index) {
            return true;
        }
        if self.is_set_apart(index) {
            return true;
        }
        if self.is_main(measure) {
            return false;
        }
        if SIDE_PARTS.contains(&tag) || SIDE_ROLES.contains(&&*facts.role) || facts.is_editable {
            return true;
        }
        if facts.flow == Flow::Inline || tag == "h1" || measure.titles > 0 {
            return false;
        }
        self.is_hinted(index)
            || self.is_tool(index)
            || self.is_link_list(index)
            || self.is_teaser(index)
            || self.is_teaser_list(index)
    }

    /// Whether an element with this measure contains a main part of the prose.
    fn is_main(&self, measure: &Measure) -> bool {
        let all = self.measures[self.root].prose;
        measure.prose > 0 && measure.prose as f64 >= MAIN_SHARE * all as f64
    }

    /// Whether this is program code in lines of its own, not a word of a sentence.
    fn is_listing(&self, index: usize) -> bool {
        let tag = |index: usize| self.outline.element(index).map(|facts| &*facts.tag);
        tag(self.outline.nodes[index].parent) == Some("pre")
            || self.outline.element(index).is_some_and(|facts| facts.flow == Flow::Block)
    }

    /// Whether what screen readers skip is only an icon or a mark. Otherwise it is what readers see of a text that
    /// screen readers get in another way.
    fn is_icon(&self, index: usize) -> bool {
        let facts = |index: usize| self.outline.element(index);
        let is_labelled = self
            .outline
            .ancestors(index)
            .take(4)
            .filter_map(facts)
            .any(|facts| (facts.has_aria_label && facts.tag != "a") || facts.has_screen_reader_text);
        let has_initial =
            (index..self.outline.nodes[index].end).filter_map(facts).any(|facts| facts.is_initial);
        !is_labelled && !has_initial && self.measures[index].text < MIN_ARIA_HIDDEN
    }

    /// Whether the name says that this is a box, and its text does not say otherwise.
    fn is_hinted(&self, index: usize) -> bool {
        let measure = &self.measures[index];
        let names = self.outline.element(index).map_or("", |facts| &facts.names);
        let has_tools = measure.controls > 0 || measure.links > 0;
        let may_be_box = measure.prose <= MAX_HINTED
            || measure.link_density() > 0.3
            || (has_tools && measure.prose <= MAX_HINTED_TOOLS);
        may_be_box && is_box_name(names)
    }

    /// Whether this is a form, a player, or an appeal to subscribe or to share.
    fn is_tool(&self, index: usize) -> bool {
        let measure = &self.measures[index];
        let is_figure = self.outline.element(index).is_some_and(|facts| facts.tag == "figure");
        if measure.prose > MAX_HINTED_TOOLS || measure.controls + measure.links == 0 || is_figure {
            return false;
        }
        let is_small = measure.prose == 0 && measure.controls > 0 && measure.text < MAX_HINTED_TOOLS;
        let range = index..self.outline.nodes[index].end;
        let is_short = measure.prose <= 2 * MAX_HINTED;
        let appeals = |node: usize| {
            let is_control =
                self.outline.element(node).is_some_and(|facts| matches!(&*facts.tag, "a" | "button"));
            is_control && self.outline.texts(node).find(|text| !text.trim().is_empty()).is_some_and(is_appeal)
        };
        is_small || measure.fields > 0 || (is_short && range.into_iter().any(appeals))
    }

    /// Whether this is nothing but links: related articles, topics, networks to share on; or one link to another article,
    /// as its first words say. Addresses that the text cites are text.
    fn is_link_list(&self, index: usize) -> bool {
        let measure = &self.measures[index];
        let is_heading = self
            .outline
            .element(index)
            .is_some_and(|facts| matches!(&*facts.tag, "h2" | "h3" | "h4" | "h5" | "h6"));
        let is_address = |text: &str| text.contains("://") || text.trim_start().starts_with("www.");
        let first = || self.outline.texts(index).find(|text| !text.trim().is_empty());
        measure.prose == 0
            && measure.link_density() >= 0.6
            && !is_heading
            && (measure.links >= 2 || first().is_some_and(is_reference))
            && !self.outline.texts(index).any(is_address)
    }

    /// Whether this is one of several teasers of other articles: blocks of the same shape, each of which begins with a
    /// heading that is a link.
    fn is_teaser(&self, index: usize) -> bool {
        let parent = self.outline.nodes[index].parent;
        let Some(own) = self.outline.element(index) else { return false };
        let is_like = |other: &usize| {
            let facts = self.outline.element(*other);
            facts.is_some_and(|facts| facts.tag == own.tag && facts.flow == own.flow)
                && self.has_linked_heading(*other)
        };
        let is_short_article = own.tag == "article" && self.measures[index].prose <= MAX_HINTED;
        self.has_linked_heading(index)
            && (is_short_article || self.outline.children(parent).filter(is_like).nth(1).is_some())
    }

    /// Whether this is a list of teasers with a heading, or of other blocks that each end with a link: "Reply", "Read on".
    fn is_teaser_list(&self, index: usize) -> bool {
        let measure = &self.measures[index];
        let tag = |index: usize| self.outline.element(index).map_or("", |facts| &*facts.tag);
        let items = |is_item: &dyn Fn(usize) -> bool| {
            let items: Vec<usize> = self.outline.children(index).filter(|&child| is_item(child)).collect();
            let text: usize = items.iter().map(|&item| self.measures[item].text).sum();
            (items.len(), measure.text - text)
        };
        let (teasers, besides) = items(&|child| self.has_linked_heading(child) && self.is_teaser(child));
        let (linked, besides_linked) = items(&|child| {
            let measure = &self.measures[child];
            measure.prose > 0 && measure.links > 0 && !matches!(tag(child), "p" | "section")
        });
        (teasers >= 2 && besides <= MAX_HINTED) || (linked >= 3 && besides_linked <= MAX_HINTED)
    }

    /// Whether the first heading in the element is a link.
    fn has_linked_heading(&self, index: usize) -> bool {
        let range = index + 1..self.outline.nodes[index].end;
        let heading = range.into_iter().find(|&node| {
            let facts = self.outline.element(node);
            facts.is_some_and(|facts| matches!(&*facts.tag, "h2" | "h3" | "h4" | "h5" | "h6"))
        });
        heading.is_some_and(|heading| {
            let measure = &self.measures[heading];
            let in_link = || {
                self.outline
                    .ancestors(heading)
                    .take_while(|&ancestor| ancestor >= index)
                    .filter_map(|ancestor| self.outline.element(ancestor))
                    .any(|facts| facts.tag == "a")
            };
            measure.text > 0 && (measure.link_density() >= 0.8 || in_link())
        })
    }

    /// Whether this lies apart from the article, which is elsewhere, however long it is: a dialog, a banner about cookies,
    /// comments of readers.
    fn is_set_apart(&self, index: usize) -> bool {
        let Some(facts) = self.outline.element(index) else { return false };
        let measure = &self.measures[index];
        let elsewhere = self.measures[self.root].prose - measure.prose;
        if facts.flow == Flow::Inline || elsewhere < MIN_PROSE || measure.prose == 0 {
            return false;
        }
        let is_dialog = facts.is_fixed || facts.tag == "dialog" || DIALOG_ROLES.contains(&&*facts.role);
        (is_dialog && !self.contains_article(index))
            || (measure.controls > 0 && is_consent_name(&facts.names))
            || self.is_comments(index)
    }

    /// Whether an element that is marked as an article is in the one at `index`.
    fn contains_article(&self, index: usize) -> bool {
        let range = index..self.outline.nodes[index].end;
        range
            .filter_map(|node| self.outline.element(node))
            .any(|facts| facts.tag == "article" || facts.is_article_body)
    }

    /// Whether these are comments of readers: the name says so, and there are several of the same shape, or a form.
    fn is_comments(&self, index: usize) -> bool {
        let measure = &self.measures[index];
        let names = self.outline.element(index).map_or("", |facts| &facts.names);
        is_comment_name(names)
            && (measure.controls > 0 || measure.prose <= MAX_HINTED || self.has_repeated_children(index))
    }

    /// Whether the element, or the only long child in it, has at least two children of the same tag with prose, other
    /// than paragraphs.
    fn has_repeated_children(&self, index: usize) -> bool {
        let mut within = index;
        for _ in 0..4 {
            let prose: Vec<usize> =
                self.outline.children(within).filter(|&child| self.measures[child].prose > 0).collect();
            match prose[..] {
                [] => return false,
                [only] => within = only,
                [first, ..] => {
                    let tag = |index: usize| self.outline.element(index).map_or("", |facts| &facts.tag);
                    let first = tag(first);
                    return first != "p" && prose.iter().filter(|&&child| tag(child) == first).count() >= 2;
                }
            }
        }
        false
    }
}
