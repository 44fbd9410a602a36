//! Properties that the annotations of every text must have.

use manicule_core::relation::{Target, highlights};
use manicule_core::{Annotations, Span};

/// Checks the annotations of `text`, which was annotated as plain text or with the blocks and links of a web page.
///
/// # Panics
/// When the annotations lack a property.
pub fn check(text: &str, annotations: &Annotations) {
    let Annotations { article, sentences, entities, figures, links, quotes, .. } = annotations;
    if let Some(title) = article.title {
        check_span(text, title, "title");
    }
    check_disjoint(text, article.blocks.iter().map(|block| block.span), "blocks");
    check_disjoint(text, sentences.iter().copied(), "sentences");
    for sentence in sentences {
        let block = annotations.block_at(sentence.start);
        assert!(block.is_some_and(|block| block.span.contains(*sentence)), "{sentence:?} is in a block");
    }
    check_disjoint(text, figures.iter().map(|figure| figure.span), "figures");
    for figure in figures {
        figure.counted.into_iter().chain(figure.source).for_each(|span| check_span(text, span, "words"));
        let numbers = [figure.value, figure.low, figure.high];
        assert!(numbers.into_iter().flatten().all(f64::is_finite), "{figure:?}");
        check_indices(&figure.links, links.len(), "links of a figure");
    }
    // A link of a web page has an empty span, which may be inside the address of another.
    assert!(links.is_sorted_by_key(|link| link.span.start), "links are sorted");
    check_disjoint(text, links.iter().map(|link| link.span).filter(|span| !span.is_empty()), "links");
    for link in links {
        assert!(text.get(link.span.start..link.span.end).is_some(), "{link:?} is in the text");
        link.anchor.into_iter().for_each(|anchor| check_span(text, anchor, "anchor"));
    }
    check_disjoint(text, quotes.iter().map(|quote| quote.span), "quotes");
    assert!(quotes.iter().filter_map(|quote| quote.speaker).all(|speaker| speaker < entities.len()));

    let mut mentions: Vec<Span> = entities.iter().flat_map(|entity| entity.mentions.clone()).collect();
    mentions.sort_unstable();
    check_disjoint(text, mentions.into_iter(), "mentions");
    assert!(entities.is_sorted_by_key(|entity| entity.mentions[0].start), "entities are sorted");
    for entity in entities {
        assert!(entity.mentions.is_sorted(), "{entity:?}");
        check_indices(&entity.links, links.len(), "links of an entity");
        check_indices(&entity.figures, figures.len(), "figures of an entity");
        check_indices(&entity.quotes, quotes.len(), "quotes of an entity");
    }

    let highlights = highlights(annotations);
    check_disjoint(text, highlights.iter().map(|highlight| highlight.span), "highlights");
    for highlight in &highlights {
        let (index, count) = match highlight.target {
            Target::Entity(index) => (index, entities.len()),
            Target::Figure(index) => (index, figures.len()),
            Target::Link(index) => (index, links.len()),
        };
        assert!(index < count, "{highlight:?}");
    }
}

/// Checks that spans are not empty, within the text, on character boundaries, sorted and not overlapping.
fn check_disjoint(text: &str, spans: impl Iterator<Item = Span>, what: &str) {
    let mut end = 0;
    for span in spans {
        check_span(text, span, what);
        assert!(span.start >= end, "{what}: {span:?} begins before {end}");
        end = span.end;
    }
}

fn check_span(text: &str, span: Span, what: &str) {
    assert!(text.get(span.start..span.end).is_some_and(|words| !words.is_empty()), "{what}: {span:?}");
}

fn check_indices(indices: &[usize], count: usize, what: &str) {
    assert!(
        indices.is_sorted() && indices.iter().all(|&index| index < count),
        "{what}: {indices:?} of {count}"
    );
}
