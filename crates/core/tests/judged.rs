//! The share of right figures among 200 that the engine found in news articles.
//!
//! `figures/dev-judged.tsv` has a row for each of 200 figures drawn at random from all that an earlier engine found
//! in the development part of WiNER-fr: the article's id, start and end in code points, measure, values, ISO 8601
//! value, and whether a reader who knew the article's date judged the span and the value right. The articles are not
//! part of the repository.

use manicule_core::{Options, Published, annotate, export::json::document};
use serde_json::Value;
use std::collections::HashMap;
use std::fs;
use std::path::Path;

const JUDGED: &str = include_str!("figures/dev-judged.tsv");
const ARTICLES: &str = "../shared/data/winer-fr/dev.jsonl";

/// How many figures were drawn.
const DRAWN: usize = 200;
/// At least this many of a hundred must be right.
const LEAST_RIGHT: usize = 97;

/// A figure judged wrong, or no longer found as it was judged, counts as wrong.
#[test]
fn figures_drawn_at_random_are_right() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(ARTICLES);
    let Ok(articles) = fs::read_to_string(path) else {
        println!("skipped: the share of right figures in news articles (there is no {ARTICLES})");
        return;
    };
    let mut found: HashMap<String, Vec<Value>> = HashMap::new();
    for article in articles.lines() {
        let article: Value = serde_json::from_str(article).expect("a line is JSON");
        let (id, text) = (article["id"].as_str().expect("an id"), article["text"].as_str().expect("a text"));
        let options = Options { date: date_of(id), ..Options::default() };
        let json = serde_json::to_value(document(text, &annotate(text, options, None), None)).expect("JSON");
        found.insert(id.to_owned(), json["figures"].as_array().expect("figures").clone());
    }
    let judged: Vec<Vec<&str>> = JUDGED.lines().skip(1).map(|line| line.split('\t').collect()).collect();
    let (right, wrong): (Vec<_>, Vec<_>) = judged.iter().partition(|fields| {
        fields[8] == "right"
            && found
                .get(fields[0])
                .is_some_and(|figures| figures.iter().any(|figure| is_same(figure, fields)))
    });
    assert!(
        right.len() * 100 >= DRAWN * LEAST_RIGHT,
        "only {} of {DRAWN} figures are right, not {wrong:#?}",
        right.len()
    );
}

/// The publication date, with which an article's id begins: "2018_03_22-001".
fn date_of(id: &str) -> Option<Published> {
    Published::parse(&id.get(..10)?.replace('_', "-"))
}

/// Whether `figure`, from a JSON document, has the span and values in the fields of a judged row.
fn is_same(figure: &Value, fields: &[&str]) -> bool {
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
