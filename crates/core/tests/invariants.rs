//! Properties that the annotations of every text have, with the French pack and without a pack.

use manicule_core::relation::{Target, highlights};
use manicule_core::{
    Annotations, Annotator, Class, Language, NoticeCode, Offsets, Options, Pack, Published, Span, annotate,
    export,
};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use std::sync::LazyLock;

static FRENCH: LazyLock<Pack> = LazyLock::new(|| {
    Pack::load(include_bytes!("../../../packs/fr.pack").to_vec()).expect("packs/fr.pack is a valid pack")
});

/// Every test runs without a pack, so that no names are found, and with one.
fn packs() -> [Option<&'static Pack>; 2] {
    [None, Some(&FRENCH)]
}

fn options() -> Options {
    Options { language: Language::French, date: Published::parse("2022-01-06T10:32") }
}

/// Texts made of pieces that the stages react to, so that random texts reach their branches.
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
        1 => prop::sample::select(vec![
            "Claire ", "Jean-Pierre ", "Dupont", "M. Dupont ", "Mme Martin ", "Claire Martin ", "JEAN DUPONT", "à Marseille ", "Paris",
            "États-Unis ", "l'Allemagne ", "ONU", "(OMS) ", "Organisation mondiale de la santé (OMS) ", "le maire de Lyon ",
            "le président Emmanuel Macron ", ", présidente du club, ", "le groupe ", "le film « ", "Coupe du monde ", "rue Victor-Hugo ",
            " », a déclaré Claire Martin. ", "Selon Jean Dupont, « ", " », a-t-elle ajouté. ", "Macron : « ", "M. Macron, 44 ans, ",
            "Marseille - Lyon 2-1 ", "La SNCF ", "Nantes https://a.example/nantes ",
        ])
        .prop_map(str::to_owned),
        1 => prop::sample::select(vec![
            "« Nous partons », a déclaré Claire Martin. ", "Selon Mme Martin, « rien ne change ». ", ". Jean Dupont, maire de Lyon, a dit : « Non. » ",
            ". Le président Jean Dupont est venu. ", ". Claire Martin, 44 ans, directrice de la SNCF, est venue. ",
        ])
        .prop_map(str::to_owned),
        1 => "\\PC{0,6}",
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

fn assert_sorted_and_disjoint(text: &str, spans: &[Span], what: &str) {
    for span in spans {
        assert!(text.get(span.start..span.end).is_some_and(|words| !words.is_empty()), "{what} {span:?}");
    }
    for pair in spans.windows(2) {
        assert!(pair[0].end <= pair[1].start, "{what} {pair:?}");
    }
}

/// Asserts what holds of every text's annotations.
fn check(text: &str, annotations: &Annotations) {
    let blocks: Vec<Span> = annotations.article.blocks.iter().map(|block| block.span).collect();
    assert_sorted_and_disjoint(text, &blocks, "block");
    let mut from = 0;
    for block in &blocks {
        assert!(text[from..block.start].trim().is_empty(), "text between blocks");
        from = block.end;
    }
    assert!(text[from..].trim().is_empty(), "text after the last block");
    assert_sorted_and_disjoint(text, &annotations.sentences, "sentence");
    for sentence in &annotations.sentences {
        assert!(annotations.block_at(sentence.start).is_some_and(|block| block.span.contains(*sentence)));
    }
    let spans: Vec<Span> = annotations.figures.iter().map(|figure| figure.span).collect();
    assert_sorted_and_disjoint(text, &spans, "figure");
    for figure in &annotations.figures {
        for number in [figure.value, figure.low, figure.high].into_iter().flatten() {
            assert!(number.is_finite(), "{figure:?}");
        }
        for span in [figure.counted, figure.source].into_iter().flatten() {
            assert!(text.get(span.start..span.end).is_some_and(|words| !words.is_empty()), "{figure:?}");
        }
    }
    let spans: Vec<Span> = annotations.links.iter().map(|link| link.span).collect();
    assert_sorted_and_disjoint(text, &spans, "link");
    let spans: Vec<Span> = annotations.quotes.iter().map(|quote| quote.span).collect();
    assert_sorted_and_disjoint(text, &spans, "quote");
    for (index, quote) in annotations.quotes.iter().enumerate() {
        if let Some(speaker) = quote.speaker {
            assert!(annotations.entities[speaker].quotes.contains(&index), "{quote:?} is not its speaker's");
        }
    }
    let mut mentions: Vec<Span> =
        annotations.entities.iter().flat_map(|entity| entity.mentions.clone()).collect();
    mentions.sort_unstable();
    assert_sorted_and_disjoint(text, &mentions, "mention");
    let firsts: Vec<usize> = annotations.entities.iter().map(|entity| entity.mentions[0].start).collect();
    assert!(firsts.is_sorted(), "entities are in the order of their first mentions");
    for (index, entity) in annotations.entities.iter().enumerate() {
        assert!(!entity.name.trim().is_empty());
        assert!(
            entity.aliases.iter().all(|alias| !alias.trim().is_empty() && *alias != entity.name),
            "{entity:?}"
        );
        assert!(entity.role.as_ref().is_none_or(|role| !role.trim().is_empty()), "{entity:?}");
        assert!(entity.place.is_none_or(|place| {
            (-90.0..=90.0).contains(&place.latitude) && (-180.0..=180.0).contains(&place.longitude)
        }));
        assert!(entity.mentions.is_sorted());
        assert!(entity.links.iter().all(|&link| link < annotations.links.len()));
        assert!(entity.figures.iter().all(|&figure| figure < annotations.figures.len()));
        assert!(entity.quotes.iter().all(|&quote| annotations.quotes[quote].speaker == Some(index)));
        assert!(entity.figures.is_sorted() && entity.links.is_sorted() && entity.quotes.is_sorted());
    }
    let highlights = highlights(annotations);
    let spans: Vec<Span> = highlights.iter().map(|highlight| highlight.span).collect();
    assert_sorted_and_disjoint(text, &spans, "highlight");
    let addresses = annotations.links.iter().filter(|link| link.url.is_some()).count();
    let shown = highlights.iter().filter(|highlight| matches!(highlight.target, Target::Link(_))).count();
    assert_eq!(addresses, shown, "every address is highlighted");
}

/// Asserts what holds of every text, however it is annotated and exported.
fn check_annotators_and_exports(text: &str, pack: Option<&Pack>) {
    let annotations = annotate(text, options(), pack);
    check(text, &annotations);
    let mut annotator = Annotator::new(text, options(), pack);
    while let Some(progress) = annotator.step() {
        assert!(progress.done <= progress.total);
    }
    assert_eq!(annotator.finish(), annotations);
    let document = export::json::document(text, &annotations, None);
    let length = Offsets::new(text).code_points(text.len());
    let mentions = document.entities.iter().flat_map(|entity| &entity.mentions);
    for range in document.figures.iter().map(|figure| &figure.range).chain(mentions) {
        let words: String = text.chars().skip(range.start).take(range.end - range.start).collect();
        assert_eq!(words, range.text);
        assert!(range.end <= length);
    }
    assert!(serde_json::to_string(&document).is_ok());
    let page = export::w3c::annotation_page(text, &annotations, "a.txt");
    assert!(serde_json::to_string(&page).is_ok());
    for row in export::csv::rows(text, &annotations, &document) {
        assert_eq!(row.text.chars().count(), row.end - row.start);
        assert!(row.end <= length);
    }
    assert!(export::html::page(text, &annotations, None).ends_with("</html>\n"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn random_pieces_give_valid_annotations(text in text()) {
        for pack in packs() {
            check_annotators_and_exports(&text, pack);
        }
    }

    #[test]
    fn random_characters_give_valid_annotations(text in "\\PC{0,400}") {
        for pack in packs() {
            check(&text, &annotate(&text, options(), pack));
        }
    }
}

/// With the pack, the random texts reach every list and field that [`check`] asserts something about.
#[test]
fn random_pieces_hold_names_of_every_kind() {
    let mut runner = TestRunner::deterministic();
    let mut counts = [0; 9];
    for _ in 0..200 {
        let text = text().new_tree(&mut runner).expect("the strategy makes texts").current();
        let annotations = annotate(&text, options(), Some(&FRENCH));
        let entities = &annotations.entities;
        let of_class = |class| entities.iter().filter(|entity| entity.class == class).count();
        let found = [
            of_class(Class::Person),
            of_class(Class::Place),
            of_class(Class::Organisation),
            entities.iter().filter(|entity| !entity.aliases.is_empty()).count(),
            entities.iter().filter(|entity| entity.role.is_some()).count(),
            entities.iter().filter(|entity| entity.place.is_some()).count(),
            entities.iter().filter(|entity| !entity.links.is_empty()).count(),
            entities.iter().filter(|entity| !entity.figures.is_empty()).count(),
            entities.iter().filter(|entity| !entity.quotes.is_empty()).count(),
        ];
        counts.iter_mut().zip(found).for_each(|(count, found)| *count += found);
    }
    assert!(
        counts.iter().all(|&count| count >= 10),
        "people, places, organisations; entities with aliases, roles, places, links, figures, quotes: {counts:?}"
    );
}

#[test]
fn names_of_a_short_article_are_annotated_in_full() {
    let text = "Claire Martin, maire de Lyon, a reçu jeudi 12 pêcheurs de Marseille.\n\n\
                « Nous tiendrons », a déclaré Mme Martin.\n\n\
                L'Organisation mondiale de la santé (OMS) n'a rien dit. L'OMS attend.";
    check_annotators_and_exports(text, Some(&FRENCH));
    let annotations = annotate(text, options(), Some(&FRENCH));
    let entity = |name: &str| {
        let found = annotations.entities.iter().find(|entity| entity.name == name);
        found.unwrap_or_else(|| panic!("{name}: {:#?}", annotations.entities))
    };
    let mayor = entity("Claire Martin");
    assert_eq!((mayor.class, mayor.mentions.len(), &mayor.quotes[..]), (Class::Person, 2, &[0][..]));
    assert_eq!(mayor.role.as_deref(), Some("maire de Lyon"));
    assert_eq!(entity("Marseille").place.map(|place| place.country), Some(*b"FR"));
    assert_eq!(entity("Organisation mondiale de la santé").aliases, ["OMS"]);
}

/// No sentence ends inside an address, even one with a no-break space right after its full stop.
#[test]
fn an_address_ends_before_a_space_of_any_kind() {
    for text in
        ["https://a.example/b.\u{A0}]", "Voir https://a.example/b.\u{202F}» Oui", "www.a.example!\u{3000}Non"]
    {
        for pack in packs() {
            check(text, &annotate(text, options(), pack));
        }
    }
}

/// A list item that is an address which begins with the item's dash is one link, not two that overlap.
#[test]
fn an_address_may_begin_with_the_dash_of_its_list_item() {
    for pack in packs() {
        let text = "Lire aussi :\n- Un autre article\n-redaction@exemple.fr.";
        check(text, &annotate(text, options(), pack));
    }
}

#[test]
fn finish_does_the_remaining_steps() {
    let text = "Le 3 mai, 18 marins sont partis de Lorient.\n\nIls sont revenus.";
    for pack in packs() {
        let mut annotator = Annotator::new(text, options(), pack);
        annotator.step();
        assert_eq!(annotator.finish(), annotate(text, options(), pack));
    }
}

#[test]
fn long_texts_without_a_break_are_annotated_in_small_steps() {
    for unit in
        ["mot ", "a", "9", "vingt-", "\"", "« ", "(", "M. ", "https://a.example/", "1,", "\u{301}", "-", "l'"]
    {
        let text = unit.repeat(100_000 / unit.len());
        for pack in packs() {
            let mut annotator = Annotator::new(&text, options(), pack);
            let mut steps = 0;
            while annotator.step().is_some() {
                steps += 1;
            }
            assert!(steps > 2, "{unit}");
            check(&text, &annotator.finish());
        }
    }
}

#[test]
fn a_text_in_another_language_gets_a_notice() {
    let french = "Les pêcheurs du port ont repris la mer jeudi, après une semaine de grève dans toute la région, et la \
                  vente du poisson a pu reprendre sur les quais dès le lendemain matin.";
    let english = "The fishermen of the harbour went back to sea on Thursday, after a week of strikes all over the \
                   region, and the sale of fish could start again on the quays the next morning.";
    let german = "Die Fischer des Hafens sind am Donnerstag nach einer Woche Streik in der ganzen Region wieder aufs \
                  Meer gefahren, und der Verkauf der Fische konnte am nächsten Morgen auf den Kais beginnen.";
    for (text, expected) in [(french, false), (english, true), (german, true), ("Harbour", false)] {
        for pack in packs() {
            let annotations = annotate(text, options(), pack);
            let noticed = annotations.notices.iter().any(|notice| notice.code == NoticeCode::OtherLanguage);
            assert_eq!(noticed, expected, "{text}");
        }
    }
}
