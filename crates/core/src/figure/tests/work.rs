//! The running time of the rules, measured in pattern elements tried, which is the same on every machine.

use crate::figure::grammar::ELEMENTS_TRIED;
use crate::{Options, annotate};

/// The number of pattern elements tried in `text`.
fn steps(text: &str) -> usize {
    ELEMENTS_TRIED.set(0);
    annotate(text, Options::default(), None);
    ELEMENTS_TRIED.get()
}

/// Text that begins many figures and completes few. Each byte may take [`MAX_STEPS_PER_BYTE`] steps.
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

const MAX_STEPS_PER_BYTE: usize = 16;

#[test]
fn hostile_text_takes_few_steps_per_byte() {
    for piece in HOSTILE {
        let text = piece.repeat(2000 / piece.len());
        let steps = steps(&text);
        assert!(
            steps <= MAX_STEPS_PER_BYTE * text.len(),
            "{piece:?}: {} elements a byte",
            steps as f64 / text.len() as f64
        );
    }
}

#[test]
fn steps_grow_linearly_with_the_text() {
    for piece in HOSTILE {
        let (short, long) = (piece.repeat(2000 / piece.len()), piece.repeat(8000 / piece.len()));
        let (short, long) = (steps(&short), steps(&long));
        assert!(long <= short * 4 + short / 2 + 1000, "{piece:?}: {short} elements, then {long}");
    }
}
