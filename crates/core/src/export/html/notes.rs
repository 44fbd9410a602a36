//! Writes the lists below the article: entities by class, figures, dates, quotes and links.

use super::date::spell_out;
use super::markup::Markup;
use crate::annotations::Annotations;
use crate::entity::Class;
use crate::export::json::id_of;
use crate::figure::{Figure, Measure};
use crate::lang::Language;
use crate::relation::{Highlight, Target};
use crate::text::Span;

/// Most bytes between a figure and the word for what it counts that are written with them: " millions de ".
const LONGEST_GAP: usize = 16;

/// Generates the ids of `mark` elements: "e1-2" is the second mark of the entity "e1"; a figure or link has one mark.
pub(super) struct MarkIds(Vec<usize>);

impl MarkIds {
    pub(super) fn new(annotations: &Annotations) -> MarkIds {
        MarkIds(vec![0; annotations.entities.len()])
    }

    /// Returns the id of the next mark of `target`.
    pub(super) fn next(&mut self, target: Target) -> String {
        match target {
            Target::Entity(index) => {
                self.0[index] += 1;
                format!("{}-{}", id_of('e', index), self.0[index])
            }
            Target::Figure(index) => id_of('f', index),
            Target::Link(index) => id_of('l', index),
        }
    }
}

/// Writes a section for each class of entity and for figures, dates, quotes and links, and the notices.
pub(super) fn write(page: &mut Markup, text: &str, annotations: &Annotations, highlights: &[Highlight]) {
    let notes = Notes { text, annotations, marks: Marks::new(annotations, highlights) };
    let labels = annotations.language.labels();
    page.raw("<aside>\n");
    for (class, label) in Class::ALL.into_iter().zip(labels.classes) {
        let all = 0..annotations.entities.len();
        section(
            page,
            label,
            all.filter(|&index| annotations.entities[index].class == class),
            |page, index| {
                notes.entity(page, index);
            },
        );
    }
    for (label, temporal) in [(labels.figures, false), (labels.dates, true)] {
        let all = 0..annotations.figures.len();
        let some = all.filter(|&index| annotations.figures[index].measure.is_temporal() == temporal);
        section(page, label, some, |page, index| notes.figure(page, index));
    }
    let attributed =
        (0..annotations.quotes.len()).filter(|&index| annotations.quotes[index].speaker.is_some());
    section(page, labels.quotes, attributed, |page, index| notes.quote(page, index));
    section(page, labels.links, 0..annotations.links.len(), |page, index| notes.link(page, index));
    for notice in &annotations.notices {
        page.raw("<p lang=\"en\">").text(&notice.message).raw("</p>\n");
    }
    page.raw("</aside>\n");
}

/// Writes a heading and a list, or nothing if there are no items. `write` writes an item by its index.
fn section(
    page: &mut Markup,
    label: &str,
    items: impl Iterator<Item = usize>,
    write: impl Fn(&mut Markup, usize),
) {
    let mut items = items.peekable();
    if items.peek().is_none() {
        return;
    }
    page.raw("<section>\n<h2>").text(label).raw("</h2>\n<ul>\n");
    for item in items {
        page.raw("<li>");
        write(page, item);
        page.raw("</li>\n");
    }
    page.raw("</ul>\n</section>\n");
}

/// The `mark` elements in the article.
struct Marks {
    /// The number of marks of each entity.
    entities: Vec<usize>,
    /// Whether each figure has a mark.
    figures: Vec<bool>,
    /// Whether each link has a mark.
    links: Vec<bool>,
}

impl Marks {
    fn new(annotations: &Annotations, highlights: &[Highlight]) -> Marks {
        let mut marks = Marks {
            entities: vec![0; annotations.entities.len()],
            figures: vec![false; annotations.figures.len()],
            links: vec![false; annotations.links.len()],
        };
        for highlight in highlights {
            match highlight.target {
                Target::Entity(index) => marks.entities[index] += 1,
                Target::Figure(index) => marks.figures[index] = true,
                Target::Link(index) => marks.links[index] = true,
            }
        }
        marks
    }
}

struct Notes<'a> {
    text: &'a str,
    annotations: &'a Annotations,
    marks: Marks,
}

impl Notes<'_> {
    fn entity(&self, page: &mut Markup, index: usize) {
        let entity = &self.annotations.entities[index];
        page.raw("<b>").text(&entity.name).raw("</b>");
        if let Some(role) = &entity.role {
            page.raw(", ").text(role);
        }
        for mark in 1..=self.marks.entities[index] {
            let number = mark.to_string();
            page.raw(" <a href=\"#").text(&id_of('e', index)).raw("-").text(&number).raw("\">");
            page.text(&number).raw("</a>");
        }
    }

    fn figure(&self, page: &mut Markup, index: usize) {
        let figure = &self.annotations.figures[index];
        let words = figure.span.of(self.text);
        self.link_to_mark(page, self.marks.figures[index], id_of('f', index), words);
        if let Some(counted) = figure.counted {
            // The text between them is mostly a space or " de ". Where it is longer, it is left out.
            let between = Span::new(figure.span.end, counted.start.max(figure.span.end)).of(self.text);
            let is_adjacent = counted.start >= figure.span.end && between.len() <= LONGEST_GAP;
            page.text(if is_adjacent { between } else { " " }).text(counted.of(self.text));
        }
        let value = value(figure, self.annotations.language);
        if !value.is_empty() && !without_spaces(words).contains(&without_spaces(&value)) {
            page.raw(" <data>").text(&value).raw("</data>");
        }
        if let Some(source) = figure.source {
            page.raw(" <small>").text(source.of(self.text)).raw("</small>");
        }
    }

    fn quote(&self, page: &mut Markup, index: usize) {
        let quote = &self.annotations.quotes[index];
        page.raw("<q>").text(quote.span.of(self.text)).raw("</q>");
        if let Some(speaker) = quote.speaker {
            page.raw(" <small>").text(&self.annotations.entities[speaker].name).raw("</small>");
        }
    }

    fn link(&self, page: &mut Markup, index: usize) {
        let link = &self.annotations.links[index];
        let words = link.name(self.text);
        let is_link = link.url.as_deref().is_some_and(|url| page.open_link(url));
        page.text(words).raw(if is_link { "</a>" } else { "" });
        let date = link.date.map(|date| date.to_string());
        for detail in [link.host.as_deref(), date.as_deref()].into_iter().flatten() {
            page.raw(" <small>").text(detail).raw("</small>");
        }
        if let Some(anchor) = link.anchor {
            page.raw(" ");
            self.link_to_mark(page, self.marks.links[index], id_of('l', index), anchor.of(self.text));
        }
    }

    /// Writes `words`, as a link to the mark `id` if `marked`.
    fn link_to_mark(&self, page: &mut Markup, marked: bool, id: String, words: &str) {
        if marked {
            page.raw("<a href=\"#").text(&id).raw("\">").text(words).raw("</a>");
        } else {
            page.text(words);
        }
    }
}

fn without_spaces(words: &str) -> String {
    words.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The value of a figure for people: "≥ 2 000", "1 %", "jeudi 6 janvier 2022"; empty if it has none.
pub(super) fn value(figure: &Figure, language: Language) -> String {
    if figure.measure.is_temporal() {
        return figure.iso.as_deref().map_or_else(String::new, |iso| spell_out(iso, language.labels()));
    }
    let number = |number: f64| language.labels().number(number);
    let amount = match (figure.value, figure.low, figure.high) {
        (_, Some(low), Some(high)) if low != high => {
            let between = if figure.measure == Measure::Score { "-" } else { "–" };
            format!("{}{between}{}", number(low), number(high))
        }
        (_, Some(low), None) => format!("≥ {}", number(low)),
        (_, None, Some(high)) => format!("≤ {}", number(high)),
        (Some(value), _, _) if figure.approximate => format!("≈ {}", number(value)),
        (Some(value), _, _) => number(value),
        _ => return String::new(),
    };
    match figure.measure {
        Measure::Percent => format!("{amount} %"),
        Measure::Money => format!("{amount} {}", figure.unit.as_deref().unwrap_or_default()),
        _ => amount,
    }
}
