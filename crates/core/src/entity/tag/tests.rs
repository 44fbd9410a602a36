//! Tests of the tagger. Most use packs without weights, or with arbitrary ones: then only the form of its output
//! matters.

use super::candidate_ranges;
use super::gazetteer::Entry;
use super::label::LABELS;
use super::model::Model;
use super::word::{Shape, Word};
use crate::entity::Place;
use crate::lang::{Language, Pack, pack::Builder, pack::Known};
use crate::text::tokenize;
use crate::{Class, Options, Span, annotate};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// A pack with a gazetteer of three names, and weights such that every feature is in favour of some label.
fn pack_with_arbitrary_weights() -> Pack {
    let weights: BTreeMap<u32, Vec<(u8, i8)>> = (0..256u32)
        .map(|key| {
            let label = (key * 7 % LABELS as u32) as u8;
            (key, vec![(label, (key * 37 % 200) as i8)])
        })
        .collect();
    let known = [("kazakhs", Entry::PEOPLE), ("new york", Entry::REGION), ("perse", Entry::REGION)];
    let known = known.map(|(key, bits)| (key.to_owned(), Known { bits, places: Vec::new() }));
    let bytes = Builder::new(Language::French)
        .set_weights(8, &weights)
        .set_gazetteer(&known.into())
        .expect("keys are sorted")
        .build();
    Pack::load(bytes).expect("a whole pack")
}

fn mentions(text: &str) -> Vec<(Span, Class)> {
    let annotations = annotate(text, Options::default(), Some(&pack_with_arbitrary_weights()));
    let mut all: Vec<(Span, Class)> = annotations
        .entities
        .iter()
        .flat_map(|entity| entity.mentions.iter().map(|&mention| (mention, entity.class)))
        .collect();
    all.sort_unstable();
    all
}

proptest! {
    #[test]
    fn mentions_are_in_range_and_never_overlap(
        text in "([A-ZÉ][a-zé]{0,5}|l'|d’|[a-z]{1,6}|M\\.|[«»\"(),.!-]|https://a\\.fr/b|\\n\\n|\\PC{1,3}| ){0,60}"
    ) {
        let mut end = 0;
        for (mention, _) in mentions(&text) {
            prop_assert!(end <= mention.start && mention.start < mention.end, "{mention:?}");
            let words = text.get(mention.start..mention.end);
            prop_assert_eq!(words.map(str::trim), words, "on character boundaries, no white space around");
            end = mention.end;
        }
    }
}

proptest! {
    #[test]
    fn candidate_ranges_are_the_words_near_a_capital(
        capitals in prop::collection::vec(prop::bool::weighted(0.05), 0..120)
    ) {
        let shape = |&capital: &bool| if capital { Shape::Title } else { Shape::Lower };
        let words: Vec<Word> =
            capitals.iter().map(|capital| Word { shape: shape(capital), ..Word::default() }).collect();
        let near = |&at: &usize| capitals[at.saturating_sub(6)..capitals.len().min(at + 7)].contains(&true);
        let ranges: Vec<_> = candidate_ranges(&words).collect();
        prop_assert_eq!(
            ranges.iter().cloned().flatten().collect::<Vec<_>>(),
            (0..words.len()).filter(near).collect::<Vec<_>>()
        );
        prop_assert!(ranges.windows(2).all(|pair| pair[0].end < pair[1].start), "at least one word between ranges");
    }
}

#[test]
fn members_of_a_people_are_found_inside_a_sentence() {
    let text = "ce sont des Kazakhs";
    let found = mentions(text);
    assert!(found.iter().any(|(span, _)| span.of(text).contains("Kazakhs")), "{found:?}");
}

#[test]
fn an_empty_pack_finds_nothing() {
    let pack = Pack::load(Builder::new(Language::French).build()).expect("a whole pack");
    let annotations = annotate("Hier Macron a vu Paris, mais pas Lyon.", Options::default(), Some(&pack));
    assert_eq!(annotations.entities, []);
}

#[test]
fn well_known_places_are_found_without_labels() {
    let place = Place { latitude: -12.0, longitude: -77.0, country: *b"PE" };
    let known = [("perou", Entry::COUNTRY), ("lapon", Entry::GREAT_CITY | Entry::PEOPLE)];
    let mut known =
        BTreeMap::from(known.map(|(key, bits)| (key.to_owned(), Known { bits, places: vec![place] })));
    for region in ["midi rouge", "la clairiere", "perse"] {
        known.insert(region.to_owned(), Known { bits: Entry::REGION, places: Vec::new() });
    }
    let mut builder = Builder::new(Language::French);
    let bytes = builder.set_gazetteer(&known).expect("keys are sorted").build();
    let pack = Pack::load(bytes).expect("a whole pack");
    let found = |text: &str| {
        let annotations = annotate(text, Options::default(), Some(&pack));
        annotations.entities.into_iter().map(|entity| (entity.class, entity.name)).collect::<Vec<_>>()
    };
    for (text, name) in [
        ("Elle vit au Pérou.", "Pérou"),
        ("Elle vit dans l'ex-Pérou.", "Pérou"),
        ("Elle aime le Midi rouge.", "Midi rouge"),
        ("Elle vit à La Clairière.", "La Clairière"),
    ] {
        assert_eq!(found(text), [(Class::Place, name.to_owned())], "{text}");
    }
    for text in [
        "Elle lit Pérou Express.",
        "Elle lit Le Quotidien Pérou.",
        "Elle est un Lapon",
        "un pérou",
        "La clairière est verte.",
        "Elle vit en Perse.",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn the_town_of_a_dateline_is_a_place() {
    let town = |key: &str| {
        let place = Place { latitude: 45.0, longitude: 2.0, country: *b"FR" };
        (key.to_owned(), Known { bits: Entry::CITY, places: vec![place] })
    };
    let known: BTreeMap<_, _> = [town("bray"), town("valmy")].into();
    let mut builder = Builder::new(Language::French);
    let bytes = builder.set_gazetteer(&known).expect("keys are sorted").build();
    let pack = Pack::load(bytes).expect("a whole pack");
    for (text, name) in [
        ("VALMY (Le Courrier) – Le pont rouvre.", Some("Valmy")),
        ("VALMY (Agence) - Le pont rouvre.", Some("Valmy")),
        ("LE BRAY (Agence) — Le pont rouvre.", Some("Le Bray")),
        ("VALMY, 3 mai 2022 (Agence) — Le pont rouvre.", Some("Valmy")),
        ("VALMY (Agence) rouvre.", None),
        ("PONT (Agence) — Le pont rouvre.", None),
        ("Valmy (Agence) — Le pont rouvre.", None),
    ] {
        let annotations = annotate(text, Options::default(), Some(&pack));
        let found: Vec<_> = annotations.entities.iter().map(|entity| entity.name.as_str()).collect();
        assert_eq!(found, Vec::from_iter(name), "{text}");
    }
}

#[test]
fn the_end_of_a_company_name_is_recognised() {
    let pack = Pack::load(Builder::new(Language::French).build()).expect("a whole pack");
    let model = Model::new(&pack);
    for (text, expected) in
        [("& Cie monte.", true), ("& Frères", true), ("& Mallard", false), ("et Cie", false), ("&", false)]
    {
        let mut tokens = Vec::new();
        tokenize(text, Span::new(0, text.len()), &[], Language::French, &mut tokens);
        assert_eq!(model.begin_with_company_end(text, &tokens), expected, "{text}");
    }
}
