//! How much work the rules make of a text, counted in elements of patterns tried and so the same on every machine.

use crate::figure::grammar::ELEMENTS_TRIED;
use crate::{Options, annotate};

/// Elements tried in `text`.
fn steps(text: &str) -> usize {
    ELEMENTS_TRIED.set(0);
    annotate(text, Options::default(), None);
    ELEMENTS_TRIED.get()
}

/// Text that begins figures over and over and ends few: a byte of it may cost [`MOST`] elements.
const HOSTILE: &[&str] = &[
    "1234567890",
    "1 ",
    "1 000 ",
    "12,",
    "12/",
    "12:",
    "12h",
    "12-",
    ", ",
    "vingt-",
    "vingt ",
    "vingt et ",
    "un ",
    "mille ",
    "de 12 à ",
    "de 8 heures à ",
    "jeudi ",
    "le 3 ",
    "le 3 mars ",
    "jeudi 3 mars 2020 à ",
    "janv. 12 ",
    "des dizaines de ",
    "un quart ",
    "ce soir ",
    "dernier ",
    "tous les ",
    "plus de ",
    "12 € ",
    "12 km ",
    ", 12 ans, ",
    "XXIe ",
    "de – 3 à ",
    "plus de 3 h ",
    "la semaine du 12 ",
    "4 points à 3 % ",
    "12 à 15 h jeudi vingt et un mille 3 % de ",
];

const MOST: usize = 16;

#[test]
fn hostile_text_costs_little() {
    for piece in HOSTILE {
        let text = piece.repeat(2000 / piece.len());
        let steps = steps(&text);
        assert!(
            steps <= MOST * text.len(),
            "{piece:?}: {} elements a byte",
            steps as f64 / text.len() as f64
        );
    }
}

#[test]
fn work_grows_with_the_text_and_no_faster() {
    for piece in HOSTILE {
        let (short, long) = (piece.repeat(2000 / piece.len()), piece.repeat(8000 / piece.len()));
        let (short, long) = (steps(&short), steps(&long));
        assert!(long <= short * 4 + short / 2 + 1000, "{piece:?}: {short} elements, then {long}");
    }
}
