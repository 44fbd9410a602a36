//! Classifies numbers that no rule has matched: cardinals, ordinals, or parts of names.

use super::grammar::{Gap, Item, Kind, Lexicon, Slot};
use super::{Class, Figure, Measure, Sense, number};

/// The figure of the number at `index` on its own. None if it is part of a name or not a number of something.
pub(super) fn figure(text: &str, lexicon: &Lexicon, items: &[Item], index: usize) -> Option<Figure> {
    let item = &items[index];
    if item.kind == Kind::Mark && item.has(Slot::Part) {
        let part = item.sense(|sense| if let Sense::Part(part) = sense { Some(part) } else { None });
        return Some(Figure { value: part, ..Figure::new(item.span, Measure::Ratio) });
    }
    let number = item.number?;
    let before = index.checked_sub(1).map(|index| &items[index]);
    let after = items.get(index + 1);
    if number.article || is_tied(text, items, index) || is_in_brackets(text, before, after) {
        return None;
    }
    let digits = item.kind == Kind::Digits;
    // "12, rue de Rivoli, 75001 Paris"
    if number.digits == 5
        && before.is_some_and(|before| before.kind == Kind::Mark && before.span.of(text) == ",")
        && after.is_some_and(|after| after.kind == Kind::Capital)
    {
        return None;
    }
    let opens = before.is_none_or(|before| before.kind == Kind::Mark);
    // A capital inside a sentence indicates a name: "la Seconde Guerre", "les Quatre Fantastiques". Roman
    // numerals are always capitals.
    if item.kind == Kind::Capital && !opens && !number::is_roman(item.span.of(text)) {
        return None;
    }
    // "le Tournoi des Six Nations"
    let in_name = index >= 2
        && items[index - 2].kind == Kind::Capital
        && before.is_some_and(|before| lexicon.is(before.word, Class::Link))
        && after.is_some_and(|after| after.kind == Kind::Capital);
    if in_name {
        return None;
    }
    if number.rank {
        let named = after.is_some_and(|after| after.kind == Kind::Capital);
        let first = number.value == 1.0 && !digits;
        return (!named && !first)
            .then(|| Figure { value: Some(number.value), ..Figure::new(item.span, Measure::Ordinal) });
    }
    // "Airbus 320", but "à Almaty 18 personnes".
    let name = before.is_some_and(|before| before.kind == Kind::Capital && before.word == 0);
    let counts = |after: &Item| after.has(Slot::Plural) && after.kind != Kind::Capital;
    // "le tram 92", "un accident sur la 175"
    let label = (1..=4).contains(&number.digits) && is_after_singular(text, lexicon, &items[..index]);
    if (name && digits || label) && !after.is_some_and(counts) {
        return None;
    }
    Some(Figure { value: Some(number.value), ..Figure::new(item.span, Measure::Cardinal) })
}

/// Whether `before` ends with a singular article, or a noun after one, so that the number after it is a name
/// and not a count.
fn is_after_singular(text: &str, lexicon: &Lexicon, before: &[Item]) -> bool {
    let is_article =
        |item: &Item| lexicon.is(item.word, Class::Article) && !lexicon.is_plural(item.span.of(text));
    match before {
        [.., article] if is_article(article) => true,
        [.., article, noun] if noun.kind == Kind::Word && noun.word == 0 => {
            is_article(article) || lexicon.is(article.word, Class::Goal)
        }
        _ => false,
    }
}

/// Whether the number is attached to a word or a mark: "Covid-19", "4x4", "24/7", "BA.4", "UTC+2", "62'".
fn is_tied(text: &str, items: &[Item], index: usize) -> bool {
    let item = &items[index];
    let before = index.checked_sub(1).map(|index| &items[index]);
    let after = items.get(index + 1);
    let mark = |item: &Item| item.span.of(text);
    let ties = |gap: Gap, other: &Item| match other.kind {
        Kind::Mark => gap == Gap::Glued && matches!(mark(other), "/" | "_" | "^" | "@" | "#"),
        _ => matches!(gap, Gap::Glued | Gap::Hyphen),
    };
    // "d'un million"
    let elided = |before: &Item| mark(before).ends_with(['\'', '\u{2019}']);
    // A mark that is attached on both sides: not "(+91".
    let between = before.filter(|mark| mark.gap == Gap::Glued && item.gap == Gap::Glued).map(mark);
    let joined = index >= 2
        && match between {
            Some("+") => items[index - 2].kind != Kind::Mark,
            Some(".") => items[index - 2].kind == Kind::Capital,
            _ => false,
        };
    // A closing quotation mark does not count: "ils étaient 18".
    let signed = |after: &Item| after.gap == Gap::Glued && matches!(mark(after), "+" | "'" | "’" | "′" | "″");
    // "un 45-tours"
    let glued = |at: usize| items.get(at).filter(|item| item.gap == Gap::Glued);
    let compound = glued(index + 1).is_some_and(|hyphen| mark(hyphen) == "-")
        && glued(index + 2).is_some_and(|word| word.kind == Kind::Word && word.senses.is_empty());
    joined
        || compound
        || before.is_some_and(|before| ties(item.gap, before) && !elided(before))
        || after.is_some_and(|after| ties(after.gap, after) || signed(after))
}

fn is_in_brackets(text: &str, before: Option<&Item>, after: Option<&Item>) -> bool {
    let is = |item: Option<&Item>, mark: &str| item.is_some_and(|item| item.span.of(text) == mark);
    is(before, "[") && is(after, "]")
}
