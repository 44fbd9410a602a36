//! Texts for tests, in which mentions are marked `[class:words]`. A class may be abbreviated to its first letters.

use super::Class;
use crate::text::Span;

/// The text of `marked` without its markup, and the span and class of each mention.
pub(super) fn parse(marked: &str) -> (String, Vec<(Span, Class)>) {
    let (mut text, mut names, mut rest) = (String::new(), Vec::new(), marked);
    while let Some((before, after)) = rest.split_once('[') {
        text.push_str(before);
        let (inside, after) = after.split_once(']').expect("a closing bracket");
        let (class, words) = inside.split_once(':').expect("a class before a colon");
        let class = Class::ALL.into_iter().find(|known| known.as_str().starts_with(class)).expect("a class");
        names.push((Span::new(text.len(), text.len() + words.len()), class));
        text.push_str(words);
        rest = after;
    }
    (text + rest, names)
}
