//! Files and standard input, and their errors.

use crate::run::{folder, run};
use std::fs::File;

const ARTICLE: &str = "Un titre\n\nVoir https://exemple.fr/le-prix-du-pain-2022-01-06, dit-on à Paris.";

#[test]
fn standard_input_is_read_without_a_file_and_for_a_dash() {
    for args in [&["annotate"][..], &["annotate", "-"], &["annotate", "--format", "json", "-"]] {
        let ran = run(args, ARTICLE);
        let document = ran.json();
        assert_eq!((ran.status, &*ran.err), (0, ""));
        assert_eq!(document["schema"], "manicule/1");
        assert!(document["id"].is_null());
        assert_eq!(document["title"], "Un titre");
        assert_eq!(document["date"], "2022-01-06");
        assert_eq!(document["links"][0]["url"], "https://exemple.fr/le-prix-du-pain-2022-01-06");
        assert_eq!((&document["links"][0]["start"], &document["links"][0]["end"]), (&15.into(), &60.into()));
    }
}

#[test]
fn the_date_option_takes_precedence() {
    assert_eq!(run(&["annotate", "--date", "2020-02-29"], ARTICLE).json()["date"], "2020-02-29");
}

#[test]
fn one_file_is_a_document_and_several_are_an_array() {
    let (_folder, files) = folder(&[("b.txt", ARTICLE.as_bytes()), ("a.txt", b"Autre.")]);
    let one = run(&["annotate", &files[0]], "").json();
    assert_eq!(one["id"], *files[0]);
    let two = run(&["annotate", &files[0], &files[1]], "").json();
    let ids: Vec<_> = two.as_array().expect("an array").iter().map(|document| &document["id"]).collect();
    assert_eq!(ids, [&*files[0], &*files[1]]);
    assert_eq!(two[0], one);
    let lines = run(&["annotate", "--format", "ndjson", &files[0], &files[1]], "").lines();
    assert_eq!(lines, *two.as_array().expect("an array"));
}

#[test]
fn an_html_page_is_escaped() {
    let hostile =
        "Un titre & \"un\" <autre>\n\n<script>alert()</script> javascript:alert() https://exemple.fr/\"><b>.";
    let ran = run(&["annotate", "--format", "html"], hostile);
    assert_eq!((ran.status, &*ran.err), (0, ""));
    assert!(ran.out.starts_with("<!DOCTYPE html>\n<html lang=\"fr\">\n"));
    assert!(ran.out.contains("<title>Un titre &amp; &quot;un&quot; &lt;autre&gt;</title>"));
    assert!(ran.out.contains("&lt;script&gt;alert()&lt;/script&gt; javascript:alert() "));
    assert!(!ran.out.contains("<script") && !ran.out.contains("href=\"javascript"));
}

#[test]
fn an_unusable_file_is_reported_and_the_others_are_annotated() {
    let (folder, files) = folder(&[
        ("bon.txt", ARTICLE.as_bytes()),
        ("vide.txt", b""),
        ("blanc.txt", "\u{FEFF} \n\u{A0}".as_bytes()),
        ("image.txt", b"\x89PNG\r\n\x1A\n\0\0"),
        ("papier.txt", b"%PDF-1.7"),
        ("fin.txt", b"Autre."),
        ("long.txt", b""),
    ]);
    let long = File::options().write(true).open(&files[6]).expect("the file opens");
    long.set_len(100_000_001).expect("the file grows");
    let missing = folder.path().join("absent.txt").display().to_string();
    let itself = folder.path().display().to_string();
    let mut args = vec!["annotate", "--format", "ndjson", &*missing, &*itself];
    args.extend(files.iter().map(String::as_str));
    let ran = run(&args, "");
    assert_eq!(ran.status, 1);
    let ids: Vec<_> = ran.lines().iter().map(|line| line["id"].clone()).collect();
    assert_eq!(ids, [&*files[0], &*files[5]]);
    let errors: Vec<&str> = ran.err.lines().collect();
    let expected = [
        (&missing, "there is no such file; check its name"),
        (&itself, "is a folder; name the files in it"),
        (&files[1], "is empty; there is nothing to annotate"),
        (&files[2], "is empty; there is nothing to annotate"),
        (&files[3], "is not text"),
        (&files[4], "is a PDF document; extract its text first, for example with pdftotext"),
        (&files[6], "is over 100 MB; split it into articles, or give them as rows with --ndjson"),
    ];
    assert_eq!(errors, expected.map(|(file, message)| format!("manicule: {file}: {message}")));
}

#[test]
fn the_output_is_an_array_even_if_files_fail() {
    for files in [["absent-1", "absent-2"], ["absent-1", "-"], ["-", "absent-2"]] {
        let ran = run(&["annotate", files[0], files[1]], "Un texte.");
        assert_eq!(ran.status, 1);
        assert_eq!(ran.json().as_array().map(Vec::len), Some(usize::from(files.contains(&"-"))));
    }
}

#[test]
fn the_encoding_of_a_file_is_recognised() {
    let (_folder, files) = folder(&[
        ("utf8.txt", "Un café à Nîmes".as_bytes()),
        ("coupe.txt", "Un café à Nîmes…".as_bytes().split_last().expect("it has bytes").1),
        ("latin1.txt", b"Un caf\xE9 \xE0 N\xEEmes"),
        ("utf16.txt", b"\xFF\xFEU\0n\0 \0c\0a\0f\0\xE9\0 \0\xE0\0 \0N\0\xEE\0m\0e\0s\0"),
    ]);
    for file in &files {
        let page = run(&["annotate", "--format", "html", file], "");
        assert_eq!((page.status, &*page.err), (0, ""), "{file}");
        assert!(page.out.contains("Un café à ") && page.out.contains("Nîmes"), "{file}: {}", page.out);
        assert!(!page.out.contains('\u{FFFD}'), "{file}");
    }
}

#[test]
fn a_byte_order_mark_is_ignored() {
    assert_eq!(run(&["annotate"], format!("\u{FEFF}{ARTICLE}")).json(), run(&["annotate"], ARTICLE).json());
}

#[test]
fn an_invalid_pack_is_reported() {
    let (_folder, files) = folder(&[("fr.pack", b"rien")]);
    for pack in [&*files[0], "absent.pack"] {
        let ran = run(&["annotate", "--pack", pack], ARTICLE);
        assert_eq!((ran.status, &*ran.out), (1, ""));
        assert!(ran.err.starts_with(&format!("manicule: {pack}: ")), "{}", ran.err);
    }
}

#[test]
fn usage_errors_have_exit_status_2() {
    for (args, message) in [
        (&["annotate", "--format", "html", "a", "b"][..], "a page holds one article"),
        (&["annotate", "--ndjson", "--format", "html"], "leave --format out"),
        (&["annotate", "--ndjson", "--format", "json"], "leave --format out"),
        (&["annotate", "--format", "xml"], "possible values: json, ndjson, w3c, csv, html"),
        (&["annotate", "--date", "hier"], "\"hier\" is not a date like 2022-01-06"),
        (&["annotate", "--lang", "tlh"], "no language pack for \"tlh\""),
        (&["evaluate"], "<FILE>"),
        (&[], "Usage: manicule <COMMAND>"),
    ] {
        let ran = run(args, "");
        assert_eq!((ran.status, &*ran.out), (2, ""), "{args:?}");
        assert!(ran.err.contains(message), "{args:?}: {}", ran.err);
    }
}
