//! Whole articles.

use crate::run::run;
use serde_json::Value;
use std::path::Path;

/// The annotations of the article in `file`, a path from the repository's root; none where there is no such file.
fn annotate(file: &str) -> Option<Value> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(file);
    if !path.exists() {
        println!("skipped: there is no {file}");
        return None;
    }
    let ran = run(&["annotate", path.to_str().expect("the path is UTF-8")], "");
    assert_eq!((ran.status, &*ran.err), (0, ""));
    Some(ran.json())
}

/// The links that have an address.
fn cited(document: &Value) -> Vec<&Value> {
    let links = document["links"].as_array().expect("links");
    links.iter().filter(|link| link["url"].is_string()).collect()
}

const REUTERS: [&str; 4] = [
    "https://www.reuters.com/markets/europe/bitcoin-network-power-slumps-kazakhstan-crackdown-hits-crypto-miners-2022-01-06",
    "https://www.reuters.com/world/asia-pacific/powerful-ex-leader-nazarbayev-is-main-target-kazakhs-anger-2022-01-05",
    "https://www.reuters.com/world/asia-pacific/amid-uprising-kazakh-president-ditches-diplomacy-tough-talk-2022-01-06",
    "https://www.reuters.com/markets/commodities/why-niche-fuel-market-reform-triggered-major-kazakh-protests-2022-01-05",
];

#[test]
fn the_links_of_the_sample_and_of_the_model_article() {
    for file in ["articles/kazakhstan-janvier-2022.fr.txt", "../shared/article/seed.fr.txt"] {
        let Some(document) = annotate(file) else { continue };
        assert_eq!(document["date"], "2022-01-06");
        let cited = cited(&document);
        assert_eq!(cited.iter().map(|link| &link["url"]).collect::<Vec<_>>(), REUTERS, "{file}");
        assert!(cited.iter().all(|link| link["host"] == "reuters.com"));
        let anchors: Vec<_> =
            cited.iter().map(|link| link["anchor"]["text"].as_str().unwrap_or("")).collect();
        println!("{anchors:?}");
        let related = document["links"].as_array().expect("links").len() - cited.len();
        assert_eq!(related, 3, "{file}");
    }
}
