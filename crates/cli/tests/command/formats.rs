//! The formats CSV and Web Annotations.

use crate::run::{folder, run};
use expect_test::{expect, expect_file};
use serde_json::Value;

/// An article with characters that need care in CSV and JSON-LD: quotation marks, commas, a line break inside a
/// quotation, characters of several bytes.
const ARTICLE: &str = "« L’été \"chaud\",\nc’est fini », a dit Élodie Marchand 😀 à Lyon, mardi 4 janvier.\n";

const SAMPLE: &str = include_str!("../../../../articles/kazakhstan-janvier-2022.fr.txt");

#[test]
fn the_sample_as_a_table() {
    let ran = run(&["annotate", "--format", "csv", "-"], SAMPLE);
    assert_eq!((ran.status, &*ran.err), (0, ""));
    assert!(ran.out.ends_with("\r\n"));
    expect_file!["golden/sample.csv"].assert_eq(&ran.out.replace("\r\n", "\n"));
}

#[test]
fn a_table_can_be_read_back() {
    let (_folder, files) = folder(&[("un, deux.txt", ARTICLE.as_bytes()), ("trois.txt", ARTICLE.as_bytes())]);
    let ran = run(&["annotate", "--format", "csv", &files[0], &files[1]], "");
    let mut table = csv::Reader::from_reader(ran.out.as_bytes());
    let rows: Vec<csv::StringRecord> =
        table.records().map(|row| row.expect("all rows are as long")).collect();
    let points: Vec<char> = ARTICLE.chars().collect();
    for row in &rows {
        let at = |column: usize| row[column].parse::<usize>().expect("an offset");
        assert_eq!(row[6], points[at(4)..at(5)].iter().collect::<String>());
    }
    let of = |file: &str| rows.iter().filter(|row| &row[0] == file).count();
    assert!(of(&files[0]) >= 4);
    assert_eq!(of(&files[0]) + of(&files[1]), rows.len());
}

#[test]
fn an_empty_table_has_a_header() {
    let ran = run(&["annotate", "--format", "csv"], "");
    assert_eq!(
        (ran.out.lines().count(), ran.out.starts_with("document,id,kind,class,start,end,text")),
        (1, true)
    );
}

/// Asserts that both selectors of each annotation of a page select the same range of `text`.
fn check_selectors(page: &Value, text: &str) {
    let points: Vec<char> = text.chars().collect();
    for annotation in page["items"].as_array().expect("a page has items") {
        let [position, quote] = &annotation["target"]["selector"].as_array().expect("two")[..] else {
            panic!("{annotation}");
        };
        let offset = |key: &str| position[key].as_u64().expect("an offset") as usize;
        let (start, end) = (offset("start"), offset("end"));
        let words = |from: usize, to: usize| points[from..to].iter().collect::<String>();
        assert_eq!(quote["exact"], words(start, end));
        assert_eq!(quote["prefix"], words(start.saturating_sub(32), start));
        assert_eq!(quote["suffix"], words(end, (end + 32).min(points.len())));
    }
}

#[test]
fn the_sample_as_web_annotations() {
    let page = run(&["annotate", "--format", "w3c"], SAMPLE).json();
    check_selectors(&page, SAMPLE);
    let document = run(&["annotate"], SAMPLE).json();
    let list = |key: &str| document[key].as_array().expect("a list").clone();
    let mentions: usize =
        list("entities").iter().map(|entity| entity["mentions"].as_array().map_or(0, Vec::len)).sum();
    let expected = mentions + list("figures").len() + list("links").len() + list("quotes").len();
    assert_eq!(page["items"].as_array().map(Vec::len), Some(expected));
    let links = list("links").iter().filter(|link| !link["url"].is_null()).count();
    let linking = page.to_string().matches("SpecificResource").count();
    assert_eq!(linking, links);
}

#[test]
fn an_article_as_web_annotations() {
    let (_folder, files) = folder(&[("été 2022.txt", ARTICLE.as_bytes())]);
    let page = run(&["annotate", "--format", "w3c", "--date", "2022-01-06", &files[0]], "").json();
    check_selectors(&page, ARTICLE);
    let items = page["items"].as_array().expect("items");
    let source = items[0]["target"]["source"].as_str().expect("an address");
    assert!(source.ends_with("/%C3%A9t%C3%A9%202022.txt"), "{source}");
    let described: Vec<String> = items
        .iter()
        .map(|item| {
            let bodies = item["body"].as_array().expect("bodies").iter();
            let bodies: Vec<String> =
                bodies.map(|body| format!("{} {}", body["purpose"], body["value"])).collect();
            format!("{} {} {}", item["id"], item["motivation"], bodies.join(", "))
        })
        .collect();
    expect![[r##"
        "#q1" "classifying" "classifying" "quote"
        "#f1" "classifying" "classifying" "date", "describing" "2022-SU"
        "#e1.1" "identifying" "classifying" "person", "identifying" "Élodie Marchand"
        "#e2.1" "identifying" "classifying" "place", "identifying" "Lyon"
        "#f2" "classifying" "classifying" "date", "describing" "2022-01-04""##]]
    .assert_eq(&described.join("\n"));
}

#[test]
fn several_articles_are_an_array_of_pages() {
    let (_folder, files) = folder(&[("a.txt", b"Lyon."), ("b.txt", b"Paris.")]);
    let pages = run(&["annotate", "--format", "w3c", &files[0], &files[1]], "").json();
    let types: Vec<&Value> = pages.as_array().expect("an array").iter().map(|page| &page["type"]).collect();
    assert_eq!(types, ["AnnotationPage"; 2]);
}
