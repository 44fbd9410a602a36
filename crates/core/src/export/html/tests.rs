use super::page;
use crate::annotations::{Annotations, Notice, NoticeCode};
use crate::entity::{Class, Entity};
use crate::figure::{Figure, Measure};
use crate::lang::Language;
use crate::link::Link;
use crate::{Options, Span, annotate};
use proptest::prelude::*;

/// The element names that the page may use.
const TAGS: [&str; 23] = [
    "!DOCTYPE",
    "html",
    "head",
    "meta",
    "title",
    "style",
    "body",
    "article",
    "h1",
    "h2",
    "p",
    "ul",
    "li",
    "blockquote",
    "mark",
    "a",
    "span",
    "aside",
    "section",
    "b",
    "data",
    "small",
    "q",
];

/// The text content of the first `element` in `page`.
fn text_of(page: &str, element: &str) -> String {
    let open = format!("<{element}>");
    let start = page.find(&open).expect("the element is there") + open.len();
    let end = start + page[start..].find(&format!("</{element}>")).expect("the element is closed");
    let mut text = String::new();
    for (index, piece) in page[start..end].split('<').enumerate() {
        if index == 0 {
            text.push_str(piece);
        } else {
            text.push_str(piece.split_once('>').expect("a tag is closed").1);
        }
    }
    for (escape, character) in
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#13;", "\r"), ("&amp;", "&")]
    {
        text = text.replace(escape, character);
    }
    text
}

#[track_caller]
fn assert_only_known_tags_and_schemes(page: &str) {
    for tag in page.split('<').skip(1) {
        let name = tag.trim_start_matches('/');
        let name = &name[..name.find([' ', '>', '\n']).expect("a tag's name ends")];
        assert!(TAGS.contains(&name), "<{name}>");
    }
    for (at, _) in page.match_indices("href=\"") {
        let value = page[at + 6..].split('"').next().expect("the value ends");
        assert!(
            ["http:", "https:", "mailto:", "#"].iter().any(|start| value.to_lowercase().starts_with(start)),
            "{value}"
        );
    }
}

const HOSTILE: &str = "\"><script>alert('&amp;')</script><img src=x onerror=alert(1)>";

/// Annotations in which every field with text is [`HOSTILE`].
fn hostile() -> Annotations {
    let mut annotations = annotate(HOSTILE, Options::default(), None);
    let all = Span::new(0, HOSTILE.len());
    annotations.article.title = Some(all);
    annotations.entities = vec![Entity {
        class: Class::Person,
        name: HOSTILE.to_owned(),
        aliases: vec![HOSTILE.to_owned()],
        role: Some(HOSTILE.to_owned()),
        mentions: vec![Span::new(2, 10)],
        links: vec![0],
        quotes: vec![],
        figures: vec![0],
        place: None,
    }];
    annotations.figures = vec![figure(Span::new(12, 20))];
    annotations.links =
        ["javascript:alert(1)", "data:text/html,x", "JavaScript://https:alert(1)", "https:\"><b onclick=x>"]
            .iter()
            .map(|url| Link {
                span: Span::new(20, 25),
                url: Some((*url).to_owned()),
                host: Some(HOSTILE.to_owned()),
                title: Some(HOSTILE.to_owned()),
                date: None,
                anchor: Some(all),
            })
            .collect();
    annotations.notices = vec![Notice { code: NoticeCode::NoPack, message: HOSTILE.to_owned() }];
    annotations
}

fn figure(span: Span) -> Figure {
    Figure {
        span,
        measure: Measure::Money,
        value: Some(2_000.5),
        low: None,
        high: None,
        approximate: false,
        unit: Some(HOSTILE.to_owned()),
        iso: Some(HOSTILE.to_owned()),
        counted: Some(span),
        source: Some(span),
        links: vec![],
    }
}

#[test]
fn hostile_text_is_escaped_everywhere() {
    let page = page(HOSTILE, &hostile(), Some(HOSTILE));
    assert_only_known_tags_and_schemes(&page);
    assert_eq!(text_of(&page, "article"), HOSTILE);
    assert!(!page.contains("href=\"j") && !page.contains("href=\"d"));
}

#[test]
fn overlapping_marks_and_marks_across_blocks_lose_no_text() {
    let text = "Un alinéa.\n\nUn autre.";
    let mut annotations = annotate(text, Options::default(), None);
    annotations.figures = vec![figure(Span::new(3, 15)), figure(Span::new(17, 19))];
    let page = page(text, &annotations, None);
    assert_eq!(text_of(&page, "article"), text);
    assert_eq!(page.matches("<mark").count(), 1);
}

#[test]
fn blocks_are_elements() {
    let text = "Titre\r\n\r\nVoir :\n-Un\n-Autre\n\n> cité\n\n\"INTERTITRE COURT\"\n\nFin, voir https://exemple.fr/a?b&c .\n";
    let page = page(text, &annotate(text, Options::default(), None), None);
    assert_eq!(text_of(&page, "article"), text);
    for expected in [
        "<title>Titre</title>",
        "<article><h1>Titre</h1>&#13;\n&#13;\n<p>Voir :</p>\n<ul><li>-Un</li>\n<li>-Autre</li></ul>\n\n",
        "<blockquote>&gt; cité</blockquote>",
        "<h2>&quot;INTERTITRE COURT&quot;</h2>",
        "<mark id=\"l3\" data-kind=\"link\" data-id=\"l3\"><a href=\"https://exemple.fr/a?b&amp;c\" rel=\"noopener noreferrer\"><span>https://</span>exemple.fr<span>/a?b&amp;c</span></a></mark> .</p>\n</article>",
    ] {
        assert!(page.contains(expected), "{expected}\n\n{page}");
    }
}

#[test]
fn figures_are_listed_with_what_they_count_and_their_values() {
    let text = "Au moins 2 000 personnes, dont des dizaines d’enfants et 81 élèves, ont défilé jeudi.";
    let page = page(text, &annotate(text, Options::default(), None), None);
    for expected in [
        "<li><a href=\"#f1\">Au moins 2 000</a> personnes <data>≥ 2\u{202F}000</data></li>",
        "<li><a href=\"#f2\">des dizaines</a> d’enfants <data>20–99</data></li>",
        "<li><a href=\"#f3\">81</a> élèves</li>",
    ] {
        assert!(page.contains(expected), "{expected}\n\n{page}");
    }
}

#[test]
fn the_title_is_that_of_the_article_else_the_id_else_a_label() {
    let plain = annotate("Rien ici.", Options::default(), None);
    assert!(page("Rien ici.", &plain, Some("dépêche.txt")).contains("<title>dépêche.txt</title>"));
    assert!(page("Rien ici.", &plain, None).contains("<title>Article</title>"));
}

#[test]
fn numbers_are_formatted_for_the_language() {
    let labels = Language::French.labels();
    for (number, expected) in [
        (2_000.0, "2\u{202F}000"),
        (19e6, "19\u{202F}000\u{202F}000"),
        (-1.5, "−1,5"),
        (0.0, "0"),
        (999.0, "999"),
    ] {
        assert_eq!(labels.number(number), expected);
    }
}

proptest! {
    #[test]
    fn the_text_content_is_the_source(
        pieces in prop::collection::vec(
            prop_oneof![
                "\\PC{0,12}",
                Just("<b>&amp;".to_owned()), Just("\r\n\n".to_owned()), Just("\n- ".to_owned()),
                Just(" 2 000 hommes ".to_owned()), Just("https://exemple.fr/a\"'<>".to_owned()),
                Just("\n> \u{2028}\0".to_owned()),
            ],
            0..24,
        ),
    ) {
        let text = pieces.concat();
        let page = page(&text, &annotate(&text, Options::default(), None), Some(&text));
        assert_only_known_tags_and_schemes(&page);
        prop_assert_eq!(text_of(&page, "article"), text.replace('\0', "\u{FFFD}"));
    }
}
