//! The publication date in an article's dateline: "ALMATY, 6 janvier 2022 – …", "Publié le 6 janvier 2022 à 14h30".

use crate::date::{Published, parse_date};
use crate::figure::{Figure, Finder};
use crate::lang::Language;
use crate::text::{Block, BlockKind, Sentence, Span, tokenize};

/// The dateline is in one of the first blocks, up to this number.
const FIRST_BLOCKS: usize = 4;
/// Longest dateline, in bytes.
const LONGEST_DATELINE: usize = 90;

/// Returns the publication date in the dateline of the article with these `blocks`, with the time if it has one.
///
/// The dateline is a complete date near the beginning of one of the first paragraphs or list items that is followed
/// by a dash or bracket, or is in a block of one short line that is not a sentence, or follows a phrase such as
/// "Publié le" and is alone on its line but for separators and other dates.
pub(crate) fn date(text: &str, blocks: &[Block], language: Language) -> Option<Published> {
    blocks
        .iter()
        .take(FIRST_BLOCKS)
        .filter(|block| matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem))
        .find_map(|block| in_block(text, block.span, language))
}

fn in_block(text: &str, block: Span, language: Language) -> Option<Published> {
    let ends = block.of(text).char_indices().map(|(at, c)| at + c.len_utf8());
    let length = ends.take_while(|&end| end <= LONGEST_DATELINE).last().unwrap_or(0);
    let head = Span::new(block.start, block.start + length);
    let mut tokens = Vec::new();
    tokenize(text, head, &[], language, &mut tokens);
    let sentence = Sentence { span: head, block: 0, tokens: 0..tokens.len() };
    let mut figures = Vec::new();
    Finder::new(language).find(text, &sentence, &tokens, &mut figures);
    let is_short_line = head == block && !block.of(text).ends_with(['.', '!', '?', '…']);
    figures.iter().find_map(|figure: &Figure| {
        let after =
            text[figure.span.end..block.end].trim_start_matches([' ', '\u{A0}', '\u{202F}', '.', ')', ',']);
        let is_stamp = || {
            let before =
                text[block.start..figure.span.start].trim_end_matches([' ', '\u{A0}', '\u{202F}', ':']);
            let line = after.split(['\n', '\r']).next().unwrap_or(after);
            let end = block.end - after.len() + line.len();
            let mut later = figures.iter().map(|figure| figure.span.start);
            language.report().stamps.iter().any(|stamp| before.ends_with(stamp))
                && (line.is_empty()
                    || line.starts_with(['|', '·', '•', '/'])
                    || later.any(|start| (figure.span.end..end).contains(&start)))
        };
        (is_short_line || after.starts_with(['–', '—', '-', '(']) || is_stamp())
            .then(|| published(figure.iso.as_deref()?))?
    })
}

/// The publication date that `iso` has, with the time if that is precise to the minute; none for an incomplete date.
fn published(iso: &str) -> Option<Published> {
    let day = || parse_date(iso.split_once('T').map_or(iso, |(day, _)| day)).map(Published::from);
    Published::parse(iso).or_else(day)
}

#[cfg(test)]
mod tests {
    use crate::{Options, annotate};

    #[test]
    fn datelines_give_the_publication_date() {
        for (text, expected) in [
            ("Titre\n\nALMATY, 6 janvier 2022 – Les pêcheurs sont revenus.", Some("2022-01-06")),
            ("Titre\n\n7 janvier 2018 . –\nLa chanteuse est morte.", Some("2018-01-07")),
            ("Titre\n\nPublié le 6 janvier 2022 à 14h30\n\nLes pêcheurs sont revenus.", Some("2022-01-06")),
            ("PARIS, 3 mai (Agence) – Rien de neuf.", None),
            (
                "Titre\n\nLe 11 septembre 2001, deux avions ont frappé les tours de la ville de New York.",
                None,
            ),
            ("Titre\n\nPar Jean Dupont, à Lens. Publié le dimanche 16 mars 2025 à 9h05.", Some("2025-03-16")),
            (
                "Titre\n\nPublié le 16 mars 2025 à 09h05, modifié le 17 mars 2025 à 11h30\nTemps de lecture 3 min.",
                Some("2025-03-16"),
            ),
            ("Titre\n\nMis à jour le : 16/03/2025 à 9 h 05 | Par la rédaction.", Some("2025-03-16")),
            ("Titre\n\nPublié le 22 février 2023, le rapport de la Cour n'a pas plu.", None),
            ("Jeudi – Les pêcheurs sont revenus.", None),
            (
                "Titre\n\nROUEN, 6 janvier 2022 – Voir https://a.example/un-deux-trois-2022-02-01 et la suite.",
                Some("2022-01-06"),
            ),
        ] {
            let date = annotate(text, Options::default(), None).date;
            assert_eq!(date.map(|date| date.to_string()).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn datelines_give_the_time() {
        let text =
            "Titre\n\nPublié le 6 janvier 2022 à 14h30\n\nLes pêcheurs sont revenus il y a trois heures.";
        let figures = annotate(text, Options::default(), None).figures;
        let iso: Vec<_> = figures.iter().filter_map(|figure| figure.iso.as_deref()).collect();
        assert_eq!(iso, ["2022-01-06T14:30", "2022-01-06T11:30"]);
    }
}
