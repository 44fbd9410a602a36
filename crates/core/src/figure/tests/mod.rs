mod calendar;
mod context;
mod dependent_dates;
mod durations;
mod economy;
mod measures;
mod money;
mod numbers;
mod programme;
mod ranges;
mod relative;
mod source;
mod units;
mod work;
mod written;

use super::*;
use crate::{Date, Options, Published, annotate};
use expect_test::Expect;
use proptest::prelude::*;
use time::Time;

/// Checks the figures of `text`, one per line, for a publication date of Thursday 6 January 2022.
#[track_caller]
fn check(text: &str, expected: Expect) {
    expected.assert_eq(&lines(text, "2022-01-06"));
}

/// The same for the publication date `published`.
#[track_caller]
fn check_at(published: &str, text: &str, expected: Expect) {
    expected.assert_eq(&lines(text, published));
}

fn lines(text: &str, published: &str) -> String {
    let date = Published::parse(published);
    let annotations = annotate(text, Options { date, ..Options::default() }, None);
    annotations.figures.iter().map(|figure| line(text, figure) + "\n").collect()
}

fn line(text: &str, figure: &Figure) -> String {
    let mut line = format!("{} = {}", figure.span.of(text), figure.measure.as_str());
    if figure.approximate {
        line.push_str(" ~");
    }
    if let Some(value) = figure.value {
        line.push_str(&format!(" {}", (value * 1e6).round() / 1e6));
    }
    if figure.low.is_some() || figure.high.is_some() {
        let bound = |bound: Option<f64>| bound.map(|bound| bound.to_string()).unwrap_or_default();
        line.push_str(&format!(" [{}..{}]", bound(figure.low), bound(figure.high)));
    }
    for part in [&figure.unit, &figure.iso].into_iter().flatten() {
        line.push_str(&format!(" {part}"));
    }
    if let Some(counted) = figure.counted {
        line.push_str(&format!(", counts {:?}", counted.of(text)));
    }
    if let Some(source) = figure.source {
        line.push_str(&format!(", says {:?}", source.of(text)));
    }
    line
}

/// Words and marks of the grammar, from which random texts are composed.
const WORDS: &[&str] = &[
    "vingt",
    "et",
    "un",
    "cent",
    "mille",
    "million",
    "millions",
    "quatre-vingt",
    "deuxième",
    "sur",
    "de",
    "du",
    "à",
    "au",
    "entre",
    "le",
    "la",
    "les",
    "l'",
    "d'",
    "jeudi",
    "mars",
    "2020",
    "12",
    "1 000",
    "3,5",
    ",",
    "-",
    "/",
    ":",
    "h",
    "heures",
    "ans",
    "jours",
    "matin",
    "soir",
    "fin",
    "début",
    "prochain",
    "dernier",
    "il y a",
    "dans",
    "plus de",
    "environ",
    "%",
    "€",
    "km",
    "selon",
    "a déclaré",
    "que",
    "personnes",
    "chaque",
    "siècle",
    "XXe",
    "années",
    "99999999999999999999999999",
    "0",
    "29 février",
    "24h",
    "tous les",
    "fois par",
    "10⁹⁹⁹⁹⁹⁹⁹⁹⁹⁹⁹⁹⁹⁹⁹⁹⁹⁹⁹⁹⁹⁹⁹⁹",
    "10⁶",
    "−",
    "(-",
    "av. J.-C.",
    "de notre ère",
    "premiers",
    "nuit du",
    "90e+4",
    "fois moins",
    "T2",
    "l'an",
    "passe de",
    "points",
    "double",
    "milliards d'euros",
    "(–",
    "GMT",
    "semaine du",
    "précédente",
    "plus tard",
    "millénaire avant notre ère",
];

proptest! {
    #[test]
    fn figures_of_any_text_satisfy_the_invariants(text in "\\PC{0,200}") {
        assert_invariants(&text)?;
    }

    #[test]
    fn figures_of_random_figure_words_satisfy_the_invariants(words in prop::collection::vec(prop::sample::select(WORDS), 0..60), year in -9999..=9999) {
        let text = words.join(" ");
        assert_invariants(&text)?;
        let date = Date::from_calendar_date(year, time::Month::December, 31).ok().map(Published::from);
        annotate(&text, Options { date, ..Options::default() }, None);
    }
}

/// Asserts that figures are ordered and do not overlap, that spans are on character boundaries and that numbers are finite.
fn assert_invariants(text: &str) -> Result<(), TestCaseError> {
    let midnight = |day: Date| Some(Published { time: Some(Time::MIDNIGHT), ..Published::from(day) });
    for date in [None, midnight(Date::MIN), midnight(Date::MAX)] {
        let annotations = annotate(text, Options { date, ..Options::default() }, None);
        let mut end = 0;
        for figure in &annotations.figures {
            prop_assert!(
                figure.span.start >= end && figure.span.end <= text.len() && !figure.span.is_empty()
            );
            for span in [Some(figure.span), figure.counted, figure.source].into_iter().flatten() {
                prop_assert!(text.is_char_boundary(span.start) && text.is_char_boundary(span.end));
            }
            for number in [figure.value, figure.low, figure.high].into_iter().flatten() {
                prop_assert!(number.is_finite());
            }
            end = figure.span.end;
        }
    }
    Ok(())
}
