//! Exports the annotations of a text in every format, and checks the JSON against the schema.
#![no_main]

use libfuzzer_sys::fuzz_target;
use manicule_core::{annotate, export};
use manicule_fuzz::{PACK, options, schema};

fuzz_target!(|text: &str| {
    let annotations = annotate(text, options(), Some(&PACK));
    let document = export::json::document(text, &annotations, None);
    schema::check(text, &serde_json::to_string(&document).expect("keys are strings"));

    let length = text.chars().count();
    for row in export::csv::rows(text, &annotations, &document) {
        assert!(row.start <= row.end && row.end <= length);
        assert_eq!(row.text.chars().count(), row.end - row.start);
    }
    let page = export::w3c::annotation_page(text, &annotations, "article.txt");
    assert!(serde_json::to_string(&page).is_ok());
    // The text must not be able to add elements to the page.
    let html = export::html::page(text, &annotations, None);
    assert!(!html.contains("<script") && !html.contains("javascript:\""));
});
