//! Tests of packs/fr.pack: its score on annotated news, and the names that it finds in short articles.

use manicule_core::entity::score::Scorer;
use manicule_core::{Class, Language, Options, Pack, Span, annotate};
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn pack() -> Pack {
    let bytes = std::fs::read(root().join("packs/fr.pack")).expect("packs/fr.pack can be read");
    Pack::load(bytes).expect("packs/fr.pack is a valid pack")
}

fn names(text: &str, pack: &Pack) -> Vec<(Span, Class)> {
    let found = annotate(text, Options { language: Language::French, date: None }, Some(pack));
    let of = |entity: &manicule_core::Entity| {
        let class = entity.class;
        entity.mentions.iter().map(move |&mention| (mention, class)).collect::<Vec<_>>()
    };
    let mut names: Vec<(Span, Class)> = found.entities.iter().flat_map(of).collect();
    names.sort_unstable();
    names
}

const ARTICLES: &str = "../shared/data/winer-fr/dev.jsonl";

/// The least F1 over people, places and organisations that a pack must have, from 0 to 1.
const LEAST_F1: f64 = 0.85;

#[derive(serde::Deserialize)]
struct Row {
    text: String,
    spans: Vec<(usize, usize, String)>,
}

#[test]
fn the_score_on_held_out_news_is_high_enough() {
    let Ok(file) = std::fs::read_to_string(root().join(ARTICLES)) else {
        println!("skipped: the score on held-out news (there is no {ARTICLES})");
        return;
    };
    let (pack, mut scorer) = (pack(), Scorer::default());
    for line in file.lines() {
        let Row { text, mut spans } = serde_json::from_str(line).expect("a row of JSON");
        let bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        spans.sort_by_key(|&(start, end, _)| (start, std::cmp::Reverse(end)));
        let (mut expected, mut covered) = (Vec::new(), 0);
        for (start, end, kind) in spans {
            if start < covered {
                continue;
            }
            covered = end;
            let class = match kind.as_str() {
                "Person" => Class::Person,
                "Location" => Class::Place,
                "Organization" => Class::Organisation,
                _ => continue,
            };
            expected.push((Span::new(bytes[start], bytes[end]), class));
        }
        scorer.add(&text, &expected, &names(&text, &pack));
    }
    let counts = scorer.counts(&[Class::Person, Class::Place, Class::Organisation]);
    assert!(counts.f1() >= LEAST_F1, "F1 {:.4}: {counts:?}", counts.f1());
}

#[test]
fn names_of_a_short_article_are_found() {
    let text = "PARIS (AFP) - Le président Emmanuel Macron a reçu mardi à l'Élysée la chancelière Angela Merkel. \
        Mme Merkel a ensuite rencontré Anne Hidalgo, maire de Paris, et des représentants de l'ONU.\n\n\
        « L'Allemagne et la France avancent », a déclaré M. Macron, qui se rendra jeudi à Berlin.";
    let found = annotate(text, Options { language: Language::French, date: None }, Some(&pack()));
    let entity = |name: &str| {
        found
            .entities
            .iter()
            .find(|entity| entity.name == name)
            .unwrap_or_else(|| panic!("{name}: {:#?}", found.entities))
    };
    assert_eq!(
        (entity("Emmanuel Macron").class, entity("Emmanuel Macron").mentions.len()),
        (Class::Person, 2)
    );
    assert_eq!(entity("Emmanuel Macron").role.as_deref(), Some("président"));
    assert_eq!((entity("Angela Merkel").class, entity("Angela Merkel").mentions.len()), (Class::Person, 2));
    assert_eq!(entity("Anne Hidalgo").role.as_deref(), Some("maire de Paris"));
    assert_eq!(entity("Allemagne").place.map(|place| place.country), Some(*b"DE"));
    assert_eq!(entity("Berlin").place.map(|place| place.country), Some(*b"DE"));
    assert_eq!(entity("ONU").class, Class::Organisation);
}

#[test]
fn an_organisation_before_a_first_name_is_not_part_of_it() {
    let text = "Le port de Marseille reste fermé, selon Reuters. Des dockers interrogés par Reuters attendent.\n\n\
        « Tout est calme », a déclaré à Reuters Karim, un docker de 40 ans.";
    let pack = pack();
    let found: Vec<_> = names(text, &pack).into_iter().map(|(span, class)| (span.of(text), class)).collect();
    assert!(found.contains(&("Karim", Class::Person)), "{found:?}");
    let organisations =
        found.iter().filter(|&&(name, class)| name == "Reuters" && class == Class::Organisation);
    assert!(organisations.count() >= 2, "{found:?}");
}

#[test]
fn apostrophes_and_plus_signs_are_part_of_names() {
    let text = "Le match sera joué mardi à Villeneuve-d'Ascq, dans le Nord. La chaîne Canal+ le montrera, a indiqué \
        la direction de Canal + dans un communiqué. Elle l'avait fait aussi dans le Val-d\u{2019}Oise.";
    let found: Vec<_> =
        names(text, &pack()).into_iter().map(|(span, class)| (span.of(text), class)).collect();
    for name in [
        ("Villeneuve-d'Ascq", Class::Place),
        ("Canal+", Class::Organisation),
        ("Canal +", Class::Organisation),
        ("Val-d\u{2019}Oise", Class::Place),
    ] {
        assert!(found.contains(&name), "{name:?}: {found:?}");
    }
}
