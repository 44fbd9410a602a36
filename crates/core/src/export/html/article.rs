//! Writes the article: blocks as elements, highlights as `mark` elements, every character kept.

use super::markup::Markup;
use super::notes::{self, MarkIds};
use crate::annotations::Annotations;
use crate::export::json::id_of;
use crate::relation::{Highlight, Target};
use crate::text::{BlockKind, Span};

/// Writes `text` as an `article` element. The white space between blocks is kept.
pub(super) fn write(page: &mut Markup, text: &str, annotations: &Annotations, highlights: &[Highlight]) {
    let mut writer = Writer { text, annotations, rest: highlights, ids: MarkIds::new(annotations) };
    let mut in_list = false;
    let mut end = 0;
    page.raw("<article>");
    for block in &annotations.article.blocks {
        let is_item = block.kind == BlockKind::ListItem;
        if in_list && !is_item {
            page.raw("</ul>");
        }
        writer.write(page, Span::new(end, block.span.start));
        if is_item && !in_list {
            page.raw("<ul>");
        }
        let (open, close) = match block.kind {
            BlockKind::Title => ("<h1>", "</h1>"),
            BlockKind::Crosshead => ("<h2>", "</h2>"),
            BlockKind::Paragraph => ("<p>", "</p>"),
            BlockKind::ListItem => ("<li>", "</li>"),
            BlockKind::Quotation => ("<blockquote>", "</blockquote>"),
        };
        page.raw(open);
        writer.write(page, block.span);
        page.raw(close);
        in_list = is_item;
        end = block.span.end;
    }
    if in_list {
        page.raw("</ul>");
    }
    writer.write(page, Span::new(end, text.len()));
    page.raw("</article>\n");
}

/// Writes ranges of the text with their highlights.
struct Writer<'a> {
    text: &'a str,
    annotations: &'a Annotations,
    /// The highlights that are not written yet.
    rest: &'a [Highlight],
    ids: MarkIds,
}

impl Writer<'_> {
    /// Writes `span` with the highlights in it. A highlight that overlaps another or crosses the end of `span` is
    /// left out.
    fn write(&mut self, page: &mut Markup, span: Span) {
        let mut end = span.start;
        while let Some((&highlight, rest)) = self.rest.split_first()
            && highlight.span.start < span.end
        {
            self.rest = rest;
            if highlight.span.start < end || highlight.span.end > span.end {
                continue;
            }
            page.text(Span::new(end, highlight.span.start).of(self.text));
            self.mark(page, highlight);
            end = highlight.span.end;
        }
        page.text(Span::new(end, span.end).of(self.text));
    }

    /// Writes a highlight as a `mark` element.
    fn mark(&mut self, page: &mut Markup, highlight: Highlight) {
        let words = highlight.span.of(self.text);
        page.raw("<mark");
        page.attribute("id", &self.ids.next(highlight.target));
        page.attribute("data-kind", highlight.kind.as_str());
        match highlight.target {
            Target::Entity(index) => {
                let entity = &self.annotations.entities[index];
                page.attribute("data-id", &id_of('e', index));
                let role = entity.role.as_deref().map(|role| format!("{} – {role}", entity.name));
                page.attribute("title", role.as_deref().unwrap_or(&entity.name)).raw(">").text(words);
            }
            Target::Figure(index) => {
                let figure = &self.annotations.figures[index];
                page.attribute("data-id", &id_of('f', index));
                page.attribute("data-measure", figure.measure.as_str());
                if let Some(iso) = &figure.iso {
                    page.attribute("data-iso", iso);
                }
                let bounds =
                    [("data-value", figure.value), ("data-low", figure.low), ("data-high", figure.high)];
                for (name, number) in bounds {
                    if let Some(number) = number {
                        page.attribute(name, &number.to_string());
                    }
                }
                if let Some(unit) = &figure.unit {
                    page.attribute("data-unit", unit);
                }
                let value = notes::value(figure, self.annotations.language);
                if !value.is_empty() {
                    page.attribute("title", &value);
                }
                page.raw(">").text(words);
            }
            Target::Link(index) => {
                let link = &self.annotations.links[index];
                page.attribute("data-id", &id_of('l', index));
                if let Some(title) = &link.title {
                    page.attribute("title", title);
                }
                page.raw(">");
                let is_link = link.url.as_deref().is_some_and(|url| page.open_link(url));
                write_address(page, words, link.host.as_deref().unwrap_or_default());
                page.raw(if is_link { "</a>" } else { "" });
            }
        }
        page.raw("</mark>");
    }
}

/// Writes an address with `span` elements around all but its host, which the style sheet hides on screen.
fn write_address(page: &mut Markup, address: &str, host: &str) {
    let Some((before, after)) = address
        .to_ascii_lowercase()
        .find(host)
        .filter(|_| !host.is_empty())
        .map(|at| (&address[..at], &address[at + host.len()..]))
    else {
        page.text(address);
        return;
    };
    page.raw("<span>").text(before).raw("</span>");
    page.text(&address[before.len()..address.len() - after.len()]);
    page.raw("<span>").text(after).raw("</span>");
}
