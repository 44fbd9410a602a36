//! Annotations of complete articles.

use crate::run::run;
use expect_test::expect_file;
use serde_json::Value;
use std::fmt::Write;
use std::path::Path;

const SAMPLE: &str = "articles/kazakhstan-janvier-2022.fr.txt";
const MODEL: &str = "../shared/article/seed.fr.txt";

/// Annotates the article in `file`, a path from the root of the repository; none if there is no such file.
fn annotate(file: &str) -> Option<Value> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(file);
    if !path.exists() {
        println!("skipped: the annotations of {file} (there is no such file)");
        return None;
    }
    let ran = run(&["annotate", path.to_str().expect("the path is UTF-8")], "");
    assert_eq!((ran.status, &*ran.err), (0, ""));
    Some(ran.json())
}

/// The items of the list that `document` has under `key`.
fn list<'d>(document: &'d Value, key: &str) -> impl Iterator<Item = &'d Value> {
    document[key].as_array().expect("the schema has a list there").iter()
}

/// The four addresses that both articles cite, in the model article's order.
const CITED: [&str; 4] = [
    "https://www.reuters.com/markets/europe/bitcoin-network-power-slumps-kazakhstan-crackdown-hits-crypto-miners-2022-01-06",
    "https://www.reuters.com/world/asia-pacific/powerful-ex-leader-nazarbayev-is-main-target-kazakhs-anger-2022-01-05",
    "https://www.reuters.com/world/asia-pacific/amid-uprising-kazakh-president-ditches-diplomacy-tough-talk-2022-01-06",
    "https://www.reuters.com/markets/commodities/why-niche-fuel-market-reform-triggered-major-kazakh-protests-2022-01-05",
];

#[test]
fn cited_links_have_their_anchors() {
    for (file, supported) in [
        (
            SAMPLE,
            [
                "minage de bitcoins",
                "Nursultan Nazarbayev",
                "Kassym-Jomart Tokayev",
                "la flambée des carburants",
            ],
        ),
        (
            MODEL,
            [
                "minage de bitcoins",
                "Nursultan Nazarbayev",
                "Kassym-Jomart Tokayev",
                "hausse du prix du carburant",
            ],
        ),
    ] {
        let Some(document) = annotate(file) else { continue };
        assert_eq!(document["date"], "2022-01-06");
        let cited: Vec<_> = list(&document, "links").filter(|link| link["url"].is_string()).collect();
        assert_eq!(cited.iter().map(|link| &link["url"]).collect::<Vec<_>>(), CITED, "{file}");
        for (link, words) in cited.iter().zip(supported) {
            let anchor = link["anchor"]["text"].as_str().unwrap_or_default();
            assert!(anchor.contains(words), "{file}: {anchor:?} is not {words:?}");
            assert_eq!(link["host"], "reuters.com");
        }
        assert_eq!(list(&document, "links").count() - cited.len(), 3, "{file}: related stories");
    }
}

#[test]
fn full_and_short_names_are_one_entity() {
    for (file, person, aliases, mentions) in [
        (SAMPLE, "Kassym-Jomart Tokayev", &["Tokayev"][..], 3),
        (SAMPLE, "Nursultan Nazarbayev", &["Nazarbayev"], 5),
        (MODEL, "Kassym-Jomart Tokayev", &["Tokayev"], 4),
        (MODEL, "Nursultan Nazarbayev", &["Nazarbayev"], 6),
    ] {
        let Some(document) = annotate(file) else { continue };
        let named: Vec<_> = list(&document, "entities")
            .filter(|entity| {
                entity["name"].as_str().is_some_and(|name| person.contains(name) || name.contains(person))
            })
            .collect();
        assert_eq!(named.len(), 1, "{file}: {named:?}");
        assert_eq!((&named[0]["name"], &named[0]["class"]), (&person.into(), &"person".into()));
        assert_eq!(named[0]["aliases"], serde_json::json!(aliases), "{file}");
        assert_eq!(named[0]["mentions"].as_array().map(Vec::len), Some(mentions), "{file}: {person}");
        assert_eq!(named[0]["links"].as_array().map(Vec::len), Some(1), "{file}: {person}");
    }
}

#[test]
fn figures_have_their_values() {
    for (words, measure, key, value) in [
        ("18 membres", "cardinal", "low", 18),
        ("2 000 personnes", "cardinal", "low", 2000),
        ("1 %", "percent", "low", 1),
        ("81 ans", "age", "value", 81),
        ("2 500 hommes", "cardinal", "value", 2500),
        ("19 millions", "cardinal", "value", 19_000_000),
    ] {
        for file in [SAMPLE, MODEL] {
            let Some(document) = annotate(file) else { continue };
            // The sample has the no-break spaces of French typography.
            let plain = |text: &Value| text.as_str().unwrap_or_default().replace(['\u{A0}', '\u{202F}'], " ");
            let found = list(&document, "figures").find(|figure| {
                let counted = figure["counted"].as_str().unwrap_or_default();
                format!("{} {counted}", plain(&figure["text"])).contains(words)
            });
            let figure = found.unwrap_or_else(|| panic!("{file}: no {words}"));
            assert_eq!(figure["measure"], measure, "{file}: {words}");
            assert_eq!(figure[key].as_f64(), Some(f64::from(value)), "{file}: {words}");
        }
    }
}

#[test]
fn years_and_weekdays_are_resolved() {
    for file in [SAMPLE, MODEL] {
        let Some(document) = annotate(file) else { continue };
        let iso = |words: &str| {
            let dates = list(&document, "figures")
                .filter(|figure| figure["text"].as_str().is_some_and(|text| text.contains(words)));
            dates.map(|figure| figure["iso"].clone()).collect::<Vec<_>>()
        };
        assert_eq!(iso("2019"), ["2019"], "{file}");
        assert!(iso("mercredi").contains(&"2022-01-05".into()), "{file}: {:?}", iso("mercredi"));
        assert!(iso("eudi").contains(&"2022-01-06".into()), "{file}: {:?}", iso("eudi"));
    }
}

/// The annotations of the sample as a text of lines, in which changes of the engine are easy to review.
///
/// `UPDATE_EXPECT=1 cargo test -p manicule-cli` updates the golden file.
#[test]
fn the_annotations_of_the_sample() {
    let document = annotate(SAMPLE).expect("the sample is in the repository");
    let text = |value: &Value| value.as_str().unwrap_or("–").replace(['\u{A0}', '\u{202F}'], " ");
    let texts =
        |value: &Value| value.as_array().expect("a list").iter().map(text).collect::<Vec<_>>().join(", ");
    let mut digest = format!("{}\n{}\n\nentities\n", text(&document["title"]), text(&document["date"]));
    for entity in list(&document, "entities") {
        let mentions = list(entity, "mentions").count();
        let related = ["aliases", "links", "quotes", "figures"].map(|key| texts(&entity[key])).join(" | ");
        let (class, name, role) = (text(&entity["class"]), text(&entity["name"]), text(&entity["role"]));
        writeln!(digest, "{class} {name} ×{mentions} | {role} | {related}")
            .expect("writing to memory cannot fail");
    }
    digest.push_str("\nfigures\n");
    for figure in list(&document, "figures") {
        let [words, measure, unit, iso, counted] =
            ["text", "measure", "unit", "iso", "counted"].map(|key| text(&figure[key]));
        let [value, low, high] = ["value", "low", "high"].map(|key| figure[key].to_string());
        let source = text(&figure["source"]["text"]);
        writeln!(digest, "{words} | {measure} {value} {low} {high} {unit} {iso} | {counted} | {source}")
            .expect("writing to memory cannot fail");
    }
    digest.push_str("\nlinks\n");
    for link in list(&document, "links") {
        let [host, date, title] = ["host", "date", "title"].map(|key| text(&link[key]));
        writeln!(digest, "{host} | {date} | {title} | {}", text(&link["anchor"]["text"]))
            .expect("writing to memory cannot fail");
    }
    digest.push_str("\nquotes\n");
    for quote in list(&document, "quotes") {
        writeln!(digest, "{} | {}", text(&quote["speaker"]), text(&quote["text"]))
            .expect("writing to memory cannot fail");
    }
    expect_file!["golden/sample.txt"].assert_eq(&digest);
}

#[test]
fn most_names_have_their_class() {
    let Some(document) = annotate(MODEL) else { return };
    let expected = [
        ("person", &["Kassym-Jomart Tokayev", "Nursultan Nazarbayev", "Ned Price", "Tim Ash", "Ali"][..]),
        (
            "place",
            &[
                "Almaty",
                "Kazakhstan",
                "Asie centrale",
                "Tengiz",
                "Moscou",
                "Russie",
                "États-Unis",
                "Nur-Sultan",
                "Biélorussie",
                "Azerbaïdjan",
                "Arménie",
                "Ukraine",
                "Union soviétique",
                "Occident",
            ],
        ),
        (
            "organisation",
            &[
                "Reuters",
                "TASS",
                "Kremlin",
                "Chevron",
                "RIA",
                "Organisation du traité de sécurité collective",
                "département d'État",
                "Parti communiste",
                "Holiday Inn",
            ],
        ),
    ];
    let is_found = |class: &str, name: &str| {
        list(&document, "entities").any(|entity| {
            entity["class"] == class && entity["name"].as_str().is_some_and(|found| found.contains(name))
        })
    };
    let all: Vec<_> =
        expected.iter().flat_map(|(class, names)| names.iter().map(move |name| (*class, *name))).collect();
    let missed: Vec<_> = all.iter().filter(|(class, name)| !is_found(class, name)).collect();
    assert!(missed.len() * 5 <= all.len(), "{} of {} missed: {missed:?}", missed.len(), all.len());
}

/// The JSON document of the sample, with which the end-to-end tests compare that of the browser: the same input gives
/// the same output everywhere.
#[test]
fn the_json_document_of_the_sample() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(SAMPLE);
    let text = std::fs::read_to_string(path).expect("the sample is in the repository");
    let ran = run(&["annotate", "-"], &text);
    expect_file!["golden/sample.json"].assert_eq(&ran.out);
}
