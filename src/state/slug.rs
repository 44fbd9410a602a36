//! Slugs, which identify highlights in addresses: `#h=kassym-jomart-tokayev`.

use manicule_core::relation::Target;
use manicule_core::text::fold;
use manicule_core::{Annotations, Span};

/// Maximum length of a slug, in characters.
const MAX_SLUG_LENGTH: usize = 60;

/// Converts `name` to a slug: its words without accents, in lower case, joined by hyphens; empty if `name`
/// has neither letters nor digits.
pub fn slug(name: &str) -> String {
    let folded = fold(name);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-").chars().take(MAX_SLUG_LENGTH).collect()
}

/// Returns the slug of `target`; the second and later targets with the same slug have a number appended ("jean.2").
/// `None` if the target is not in the article.
pub fn slug_of(text: &str, annotations: &Annotations, target: Target) -> Option<String> {
    let base = slug(name(text, annotations, target)?);
    let before = targets(annotations)
        .take_while(|&other| other != target)
        .filter(|&other| name(text, annotations, other).is_some_and(|name| slug(name) == base))
        .count();
    Some(match before {
        0 => base,
        _ => format!("{base}.{}", before + 1),
    })
}

/// Returns the target with the slug `address`; `None` if the article has no such target.
pub fn target_of(text: &str, annotations: &Annotations, address: &str) -> Option<Target> {
    let (base, number) = match address.rsplit_once('.') {
        Some((base, number)) => (base, number.parse::<usize>().ok()?),
        None => (address, 1),
    };
    targets(annotations)
        .filter(|&target| name(text, annotations, target).is_some_and(|name| slug(name) == base))
        .nth(number.checked_sub(1)?)
}

fn targets(annotations: &Annotations) -> impl Iterator<Item = Target> {
    let entities = (0..annotations.entities.len()).map(Target::Entity);
    let figures = (0..annotations.figures.len()).map(Target::Figure);
    entities.chain(figures).chain((0..annotations.links.len()).map(Target::Link))
}

fn name<'a>(text: &'a str, annotations: &'a Annotations, target: Target) -> Option<&'a str> {
    match target {
        Target::Entity(index) => annotations.entities.get(index).map(|entity| entity.name.as_str()),
        Target::Figure(index) => annotations.figures.get(index).map(|figure| Span::of(figure.span, text)),
        Target::Link(index) => annotations.links.get(index).map(|link| link.name(text)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use manicule_core::{Class, Entity, Options, annotate};

    #[test]
    fn slugs_are_lower_case_words_without_accents_joined_by_hyphens() {
        for (name, expected) in [
            ("Kassym-Jomart Tokayev", "kassym-jomart-tokayev"),
            ("L’Élysée", "l-elysee"),
            ("  « Cœur »  ", "coeur"),
            ("plus de 2\u{202F}000 personnes", "plus-de-2-000-personnes"),
            ("…", ""),
        ] {
            assert_eq!(slug(name), expected);
        }
        assert_eq!(slug(&"a".repeat(500)).len(), MAX_SLUG_LENGTH);
    }

    #[test]
    fn targets_with_the_same_name_are_numbered() {
        let text = "Jean et Jean";
        let mut annotations = annotate(text, Options::default(), None);
        for start in [0, 8] {
            annotations.entities.push(Entity {
                class: Class::Person,
                name: "Jean".to_owned(),
                aliases: Vec::new(),
                role: None,
                mentions: vec![Span::new(start, start + 4)],
                links: Vec::new(),
                quotes: Vec::new(),
                figures: Vec::new(),
                place: None,
            });
        }
        for (index, address) in ["jean", "jean.2"].into_iter().enumerate() {
            let target = Target::Entity(index);
            assert_eq!(slug_of(text, &annotations, target).as_deref(), Some(address));
            assert_eq!(target_of(text, &annotations, address), Some(target));
        }
        for unknown in ["jean.3", "jean.0", "paul", "", ".", "jean.x"] {
            assert_eq!(target_of(text, &annotations, unknown), None);
        }
    }

    #[test]
    fn slugs_of_links_are_made_of_their_titles() {
        let text = "Voir https://example.com/2022/marees-hautes-a-brest.html, puis https://example.com/.";
        let annotations = annotate(text, Options::default(), None);
        for (index, address) in ["marees-hautes-a-brest", "https-example-com"].into_iter().enumerate() {
            let target = Target::Link(index);
            assert_eq!(slug_of(text, &annotations, target).as_deref(), Some(address));
            assert_eq!(target_of(text, &annotations, address), Some(target));
        }
    }
}
