//! The element of a highlight.

use crate::i18n::Locale;
use crate::state::Annotated;
use manicule_core::relation::{Kind, Target};
use yew::prelude::*;

/// Renders the highlight at `index`: a `<mark>` with the role of a button, or an `<a>` for a cited link.
///
/// The page's event listener and the style sheets refer to its attributes: `data-h` is the index, `data-g` the group that
/// is tinted together.
pub(super) fn mark(text: &str, annotated: &Annotated, index: usize, locale: Locale) -> Html {
    let highlight = annotated.highlights[index];
    let words = highlight.span.of(text);
    if let Target::Link(link) = highlight.target {
        return citation(annotated, index, link, words, locale);
    }
    let messages = locale.messages();
    let mut name = format!("{words}, {}", (messages.kind)(highlight.kind));
    if let Target::Entity(entity) = highlight.target {
        let mentions = annotated.annotations.entities[entity].mentions.len();
        name.push_str(&format!(", {}", (messages.mentions)(mentions)));
    }
    html! {
        <mark
            class={classes!("mark", highlight.kind.as_str())}
            role="button"
            tabindex="-1"
            aria-label={name}
            aria-haspopup="dialog"
            data-h={index.to_string()}
            data-g={group(annotated, highlight.target)}
        >{ words }</mark>
    }
}

/// Renders a cited link as its host. The address stays in the text, for copying, searching and screen readers.
fn citation(annotated: &Annotated, index: usize, link: usize, words: &str, locale: Locale) -> Html {
    let link = &annotated.annotations.links[link];
    let href = link.url.as_deref().filter(|url| is_safe(url)).map(str::to_owned);
    let host = link.host.clone().unwrap_or_else(|| words.to_owned());
    let description = match &link.title {
        Some(title) => format!("{title}, {}", locale.messages().new_tab),
        None => locale.messages().new_tab.to_owned(),
    };
    html! {
        <a
            class={classes!("cite", Kind::Link.as_str())}
            {href}
            target="_blank"
            rel="noopener noreferrer"
            tabindex="-1"
            aria-description={description}
            data-h={index.to_string()}
            data-host={host}
        ><span class="cite-address">{ words }</span></a>
    }
}

/// Whether `url` may be an `href`: only `http`, `https` and `mailto` are allowed, because articles are untrusted.
pub fn is_safe(url: &str) -> bool {
    let scheme = url.split(':').next().unwrap_or_default();
    ["http", "https", "mailto"].iter().any(|safe| scheme.eq_ignore_ascii_case(safe))
}

/// The name of the group that is tinted together: the mentions of an entity, or all figures with the same date.
pub(super) fn group(annotated: &Annotated, target: Target) -> String {
    match target {
        Target::Entity(index) => format!("e{index}"),
        Target::Figure(index) => match &annotated.annotations.figures[index] {
            figure if figure.measure.is_temporal() => {
                figure.iso.as_ref().map_or_else(|| format!("f{index}"), |iso| format!("d{iso}"))
            }
            _ => format!("f{index}"),
        },
        Target::Link(index) => format!("l{index}"),
    }
}
