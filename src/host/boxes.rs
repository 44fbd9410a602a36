//! Deciding which parts of a page are not article text: tools, advertisements, teasers, comments.
//!
//! Content decides: the length of the prose, the share of links, repeated structure. Names in `class` and `id` are
//! hints that count for little text only, so that no prose is left out because of a word in a class name.

use super::choose::MIN_PROSE;
use super::hints::{
    Cue, cue, is_appeal, is_box_name, is_comment_name, is_consent_name, is_credit_name, is_reference,
};
use super::measure::Measure;
use super::outline::{Facts, Flow, Outline};

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
/// The longest heading of a box, in bytes without white space.
const MAX_CUE: usize = 36;
/// Text hidden from screen readers with fewer bytes than this is an icon or a mark.
const MIN_ARIA_HIDDEN: usize = 24;

/// Which parts of an outline are not article text.
#[derive(Debug)]
pub struct Boxes<'o> {
    outline: &'o Outline,
    measures: &'o [Measure],
    root: usize,
    /// What the heading before each node, or at its beginning, says that it is.
    cues: &'o [Option<Cue>],
}

impl<'o> Boxes<'o> {
    /// For the text of the element at `root`. `measures` are those of all nodes, with nothing left out, and `cues` what
    /// [`cues`] returns.
    pub fn new(
        outline: &'o Outline,
        measures: &'o [Measure],
        cues: &'o [Option<Cue>],
        root: usize,
    ) -> Boxes<'o> {
        Boxes { outline, measures, root, cues }
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
        if measure.titles > 0 {
            return false;
        }
        if facts.flow == Flow::Inline {
            return measure.prose == 0 && is_credit_name(&facts.names);
        }
        if self.cues[index].is_some() {
            return true;
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
        let Some(Facts { tag, names, .. }) = self.outline.element(index) else { return false };
        let has_tools = measure.controls > 0 || measure.links > 0;
        // A sentence in a paragraph of its own is prose, however short it is.
        let max = if tag == "p" { 0 } else { MAX_HINTED };
        let may_be_box = measure.prose <= max
            || measure.link_density() > 0.3
            || (has_tools && measure.prose <= MAX_HINTED_TOOLS);
        may_be_box && is_box_name(names)
    }

    /// Whether this is a form, a player, or an appeal to subscribe or to share.
    fn is_tool(&self, index: usize) -> bool {
        let measure = &self.measures[index];
        let is_figure = self.outline.element(index).is_some_and(|facts| facts.tag == "figure");
        let is_paragraph = self.outline.element(index).is_some_and(|facts| facts.tag == "p");
        if measure.prose > MAX_HINTED_TOOLS || is_figure || is_paragraph {
            return false;
        }
        let is_small = measure.prose == 0 && measure.controls > 0 && measure.text < MAX_HINTED_TOOLS;
        let range = index..self.outline.nodes[index].end;
        let is_short = measure.prose <= MAX_HINTED;
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
    /// heading that is a link, or with a link and little text after it.
    fn is_teaser(&self, index: usize) -> bool {
        let Some(own) = self.outline.element(index) else { return false };
        let is_short_article = own.tag == "article" && self.measures[index].prose <= MAX_HINTED;
        let repeats = |is_like: &dyn Fn(usize) -> bool, times: usize| {
            let parent = self.outline.nodes[index].parent;
            let like = self.outline.children(parent).filter(|&other| {
                let facts = self.outline.element(other);
                facts.is_some_and(|facts| facts.tag == own.tag && facts.flow == own.flow) && is_like(other)
            });
            like.take(times).count() == times
        };
        if self.has_linked_heading(index) {
            return is_short_article || repeats(&|other| self.has_linked_heading(other), 2);
        }
        let begins =
            |index: usize| self.begins_with_link(index) && self.measures[index].prose <= 2 * MAX_HINTED;
        let may_be_card = matches!(&*own.tag, "div" | "article" | "section")
            || (own.tag == "tr" && self.measures[index].prose > 0);
        may_be_card && begins(index) && repeats(&begins, 3)
    }

    /// Whether this is a list of teasers with a heading.
    fn is_teaser_list(&self, index: usize) -> bool {
        let teasers = self.outline.children(index).filter(|&child| {
            self.outline.element(child).is_some_and(|facts| facts.flow != Flow::Inline)
                && self.is_teaser(child)
        });
        let (count, text) =
            teasers.fold((0, 0), |(count, text), teaser| (count + 1, text + self.measures[teaser].text));
        count >= 2 && self.measures[index].text - text <= MAX_HINTED
    }

    /// Whether this is a list of at least three blocks of prose that each have buttons, or end with a link: "Reply".
    fn is_item_list(&self, index: usize) -> bool {
        let is_item = |&child: &usize| {
            let (measure, facts) = (&self.measures[child], self.outline.element(child));
            measure.prose > 0
                && measure.controls + measure.links > 0
                && facts.is_some_and(|facts| !matches!(&*facts.tag, "p" | "section"))
        };
        let (count, prose) = self
            .outline
            .children(index)
            .filter(is_item)
            .fold((0, 0), |(count, prose), item| (count + 1, prose + self.measures[item].prose));
        count >= 3 && self.measures[index].prose - prose <= MAX_HINTED
    }

    /// Whether the first text of the element is in a link to another page.
    fn begins_with_link(&self, index: usize) -> bool {
        let range = index + 1..self.outline.nodes[index].end;
        let first = range.into_iter().find(|&node| {
            self.outline.element(node).is_none()
                && self.outline.texts(node).any(|text| !text.trim().is_empty())
        });
        first.is_some_and(|first| {
            self.outline.ancestors(first).take_while(|&ancestor| ancestor > index).any(|ancestor| {
                self.outline.element(ancestor).is_some_and(|facts| facts.tag == "a" && !facts.is_local_link)
            })
        })
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
                    .any(|facts| facts.tag == "a" && !facts.is_local_link)
            };
            let is_local = (heading..self.outline.nodes[heading].end)
                .filter_map(|node| self.outline.element(node))
                .any(|facts| facts.is_local_link);
            measure.text > 0 && !is_local && (measure.link_density() >= 0.8 || in_link())
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
        let all = self.measures[self.root].prose;
        (is_dialog && !self.contains_article(index))
            || (measure.controls > 0 && is_consent_name(&facts.names) && !self.contains_article(index))
            || self.is_comments(index)
            || (self.cues[index] == Some(Cue::Comments) && measure.prose * 3 <= all * 2)
            || (measure.prose * 3 <= all && self.is_item_list(index))
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
        let is_lesser = measure.prose * 3 <= self.measures[self.root].prose * 2;
        let may_be_form = is_lesser && (measure.controls > 0 || measure.prose <= MAX_HINTED);
        is_comment_name(names) && (may_be_form || self.has_repeated_children(index))
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

/// What the headings say that the nodes after them are, and the nodes that begin with such a heading: for each node of
/// `outline`, in its order.
pub fn cues(outline: &Outline, measures: &[Measure]) -> Vec<Option<Cue>> {
    let mut cues: Vec<Option<Cue>> = vec![None; outline.nodes.len()];
    let is_block = |index: usize| outline.element(index).is_some_and(|facts| facts.flow != Flow::Inline);
    // A block says what it is if its whole text is such a heading. Children come after their parents.
    for index in (1..outline.nodes.len()).rev().filter(|&index| is_block(index)) {
        if (1..=MAX_CUE).contains(&measures[index].text) {
            cues[index] = cue(&outline.texts(index).collect::<String>());
        } else if let Some(first) = outline.children(index).find(|&child| measures[child].text > 0) {
            // A box that begins with its heading.
            cues[index] = cues[first].filter(|_| is_block(first) && outline.nodes[index].parent != index);
        }
    }
    for parent in 0..outline.nodes.len() {
        let mut current = None;
        for child in outline.children(parent).filter(|&child| measures[child].text > 0) {
            let is_heading =
                outline.element(child).is_some_and(|facts| matches!(&*facts.tag, "h1" | "h2" | "h3" | "h4"));
            match cues[child] {
                Some(own) if measures[child].text <= MAX_CUE => current = (own != Cue::Label).then_some(own),
                None if is_heading => current = None,
                None => cues[child] = current,
                Some(_) => {}
            }
        }
    }
    cues
}
