//! What holds of the annotations of any text whatever.

use manicule_core::relation::{Target, highlights};
use manicule_core::{
    Annotations, Annotator, Language, NoticeCode, Offsets, Options, Published, Span, annotate, export,
};
use proptest::prelude::*;

fn options() -> Options {
    Options { language: Language::French, date: Published::parse("2022-01-06T10:32") }
}

/// Pieces that the stages react to, so that random texts reach their branches.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => "[A-ZÉa-zéçà]{1,9}",
        4 => Just(" ".to_owned()),
        1 => prop::sample::select(vec![
            "\n\n", "\r\n", "\n- ", ". ", "? ", "…", ", ", " : ", "« ", " »", "\"", "l'", "d’", "-t-il", "a déclaré ",
            "https://a.example/un-deux-trois-2022-01-05", "https://a.example/b.\u{A0}", "[x](https://a.example)", "M. ", "Mme ", "le président ",
            "jeudi ", "1er janvier 2022", "2 000", "1,5 %", "81 ans", "vingt-et-un", "plus de ", "il y a ", "entre ",
            "9999999999999999999", "\u{200B}", "\u{AD}", "\u{202E}", "\u{0}", "👩‍👩‍👧", "e\u{301}", "\u{FEFF}", "voir :\n- ",
            "# ", "> ", "TITRE EN CAPITALES\n", "\u{A0}", "\u{2028}",
        ])
        .prop_map(str::to_owned),
        1 => "\\PC{0,6}",
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

fn assert_sorted_and_apart(text: &str, spans: &[Span], what: &str) {
    for span in spans {
        assert!(text.get(span.start..span.end).is_some_and(|words| !words.is_empty()), "{what} {span:?}");
    }
    for pair in spans.windows(2) {
        assert!(pair[0].end <= pair[1].start, "{what} {pair:?}");
    }
}

fn check(text: &str, annotations: &Annotations) {
    let blocks: Vec<Span> = annotations.article.blocks.iter().map(|block| block.span).collect();
    assert_sorted_and_apart(text, &blocks, "block");
    let mut from = 0;
    for block in &blocks {
        assert!(text[from..block.start].trim().is_empty(), "text between blocks");
        from = block.end;
    }
    assert!(text[from..].trim().is_empty(), "text after the last block");
    assert_sorted_and_apart(text, &annotations.sentences, "sentence");
    for sentence in &annotations.sentences {
        assert!(annotations.block_at(sentence.start).is_some_and(|block| block.span.contains(*sentence)));
    }
    let spans: Vec<Span> = annotations.figures.iter().map(|figure| figure.span).collect();
    assert_sorted_and_apart(text, &spans, "figure");
    for figure in &annotations.figures {
        for number in [figure.value, figure.low, figure.high].into_iter().flatten() {
            assert!(number.is_finite(), "{figure:?}");
        }
    }
    let spans: Vec<Span> = annotations.links.iter().map(|link| link.span).collect();
    assert_sorted_and_apart(text, &spans, "link");
    let spans: Vec<Span> = annotations.quotes.iter().map(|quote| quote.span).collect();
    assert_sorted_and_apart(text, &spans, "quote");
    let mut mentions: Vec<Span> =
        annotations.entities.iter().flat_map(|entity| entity.mentions.clone()).collect();
    mentions.sort_unstable();
    assert_sorted_and_apart(text, &mentions, "mention");
    let firsts: Vec<usize> = annotations.entities.iter().map(|entity| entity.mentions[0].start).collect();
    assert!(firsts.is_sorted(), "entities stand in order of first mention");
    for entity in &annotations.entities {
        assert!(entity.mentions.is_sorted());
        assert!(entity.links.iter().all(|&link| link < annotations.links.len()));
        assert!(entity.figures.iter().all(|&figure| figure < annotations.figures.len()));
        assert!(entity.quotes.iter().all(|&quote| annotations.quotes[quote].speaker.is_some()));
        assert!(entity.figures.is_sorted() && entity.links.is_sorted() && entity.quotes.is_sorted());
    }
    let highlights = highlights(annotations);
    let spans: Vec<Span> = highlights.iter().map(|highlight| highlight.span).collect();
    assert_sorted_and_apart(text, &spans, "highlight");
    let addresses = annotations.links.iter().filter(|link| link.url.is_some()).count();
    let shown = highlights.iter().filter(|highlight| matches!(highlight.target, Target::Link(_))).count();
    assert_eq!(addresses, shown, "every address is shown");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_annotated_soundly(text in text()) {
        let annotations = annotate(&text, options(), None);
        check(&text, &annotations);
        let mut annotator = Annotator::new(&text, options(), None);
        while let Some(progress) = annotator.step() {
            prop_assert!(progress.done <= progress.total);
        }
        prop_assert_eq!(annotator.finish(), annotations.clone());
        let document = export::json::document(&text, &annotations, None);
        let length = Offsets::new(&text).code_points(text.len());
        for figure in &document.figures {
            let words: String = text.chars().skip(figure.range.start).take(figure.range.end - figure.range.start).collect();
            prop_assert_eq!(words.as_str(), figure.range.text);
            prop_assert!(figure.range.end <= length);
        }
        prop_assert!(serde_json::to_string(&document).is_ok());
        let page = export::w3c::annotation_page(&text, &annotations, "a.txt");
        prop_assert!(serde_json::to_string(&page).is_ok());
        for row in export::csv::rows(&text, &annotations, &document) {
            prop_assert_eq!(row.text.chars().count(), row.end - row.start);
            prop_assert!(row.end <= length);
        }
    }

    #[test]
    fn any_characters_are_annotated_soundly(text in "\\PC{0,400}") {
        check(&text, &annotate(&text, options(), None));
    }
}

/// No sentence ends inside an address, even one with a no-break space right after its full stop.
#[test]
fn an_address_ends_before_a_space_of_any_kind() {
    for text in
        ["https://a.example/b.\u{A0}]", "Voir https://a.example/b.\u{202F}» Oui", "www.a.example!\u{3000}Non"]
    {
        check(text, &annotate(text, options(), None));
    }
}

#[test]
fn an_unfinished_annotator_finishes_itself() {
    let text = "Le 3 mai, 18 marins sont partis.\n\nIls sont revenus.";
    let mut annotator = Annotator::new(text, options(), None);
    annotator.step();
    assert_eq!(annotator.finish(), annotate(text, options(), None));
}

#[test]
fn long_texts_without_a_break_go_in_small_steps() {
    for unit in
        ["mot ", "a", "9", "vingt-", "\"", "« ", "(", "M. ", "https://a.example/", "1,", "\u{301}", "-", "l'"]
    {
        let text = unit.repeat(100_000 / unit.len());
        let mut annotator = Annotator::new(&text, options(), None);
        let mut steps = 0;
        while annotator.step().is_some() {
            steps += 1;
        }
        assert!(steps > 2, "{unit}");
        check(&text, &annotator.finish());
    }
}

#[test]
fn a_text_in_another_language_is_noticed() {
    let french = "Les pêcheurs du port ont repris la mer jeudi, après une semaine de grève dans toute la région, et la \
                  vente du poisson a pu reprendre sur les quais dès le lendemain matin.";
    let english = "The fishermen of the harbour went back to sea on Thursday, after a week of strikes all over the \
                   region, and the sale of fish could start again on the quays the next morning.";
    let german = "Die Fischer des Hafens sind am Donnerstag nach einer Woche Streik in der ganzen Region wieder aufs \
                  Meer gefahren, und der Verkauf der Fische konnte am nächsten Morgen auf den Kais beginnen.";
    for (text, noticed) in [(french, false), (english, true), (german, true), ("Harbour", false)] {
        let annotations = annotate(text, options(), None);
        let found = annotations.notices.iter().any(|notice| notice.code == NoticeCode::OtherLanguage);
        assert_eq!(found, noticed, "{text}");
    }
}
