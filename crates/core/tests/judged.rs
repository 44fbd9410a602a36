//! How many of the figures that the engine finds are right, by reading.
//!
//! `figures/dev-judged.tsv` lists 200 figures drawn at random from all that were found in WiNER-fr's development part:
//! the article's id, start and end in code points, what was found there, and whether a reader who knew the article's
//! date called its span and value right. The articles are not part of the repository.

use manicule_core::{Options, Published, annotate, export::json::document};
use serde_json::Value;
use std::collections::HashMap;
use std::fs;
use std::path::Path;

const JUDGED: &str = include_str!("figures/dev-judged.tsv");
const ARTICLES: &str = "../shared/data/winer-fr/dev.jsonl";

/// The judged figures: the fields of each line.
fn judged() -> Vec<Vec<&'static str>> {
    JUDGED.lines().skip(1).map(|line| line.split('\t').collect()).collect()
}

#[test]
fn what_was_drawn_at_random_is_right() {
    let all = judged();
    let right = all.iter().filter(|fields| fields[8] == "right").count();
    assert_eq!(all.len(), 200);
    assert!(right * 100 >= all.len() * 97, "{right} of {} are right", all.len());
}

#[test]
fn what_was_right_is_still_found() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(ARTICLES);
    let Ok(articles) = fs::read_to_string(path) else {
        println!("skipped: there is no {ARTICLES}");
        return;
    };
    let mut found: HashMap<String, Vec<Value>> = HashMap::new();
    for article in articles.lines() {
        let article: Value = serde_json::from_str(article).expect("a line is JSON");
        let (id, text) = (article["id"].as_str().expect("an id"), article["text"].as_str().expect("a text"));
        let options = Options { date: date(id), ..Options::default() };
        let json = serde_json::to_value(document(text, &annotate(text, options, None), None)).expect("JSON");
        found.insert(id.to_owned(), json["figures"].as_array().expect("figures").clone());
    }
    let right: Vec<_> = judged().into_iter().filter(|fields| fields[8] == "right").collect();
    let lost: Vec<_> = right
        .iter()
        .filter(|fields| {
            !found.get(fields[0]).is_some_and(|figures| figures.iter().any(|figure| is(figure, fields)))
        })
        .collect();
    assert!(lost.len() * 100 <= right.len() * 3, "no longer found: {lost:#?}");
}

/// The day that an id begins with: "2018_03_22-001".
fn date(id: &str) -> Option<Published> {
    Published::parse(&id.get(..10)?.replace('_', "-"))
}

/// Whether `figure` is the one that the fields tell.
fn is(figure: &Value, fields: &[&str]) -> bool {
    let number = |key: &str, field: &str| match figure[key].as_f64() {
        Some(value) => field.parse::<f64>().is_ok_and(|field| (field - value).abs() <= 1e-9 * value.abs()),
        None => field.is_empty(),
    };
    number("start", fields[1])
        && number("end", fields[2])
        && figure["measure"] == fields[3]
        && number("value", fields[4])
        && number("low", fields[5])
        && number("high", fields[6])
        && figure["iso"].as_str().unwrap_or_default() == fields[7]
}
