//! Splits a text into blocks: title, crossheads, paragraphs, list items, quotations.

use super::Span;

/// The blocks of a text and its title.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Article {
    /// The title without surrounding white space; none if the text does not begin with a title.
    pub title: Option<Span>,
    /// The blocks in order. They do not overlap, and only white space lies between them.
    pub blocks: Vec<Block>,
}

/// One paragraph-level piece of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// The kind of block.
    pub kind: BlockKind,
    /// The range of the block without surrounding white space; never empty.
    pub span: Span,
}

/// The kinds of [`Block`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// The article's headline, or a Markdown heading of the first level.
    Title,
    /// A heading inside the article: a short line in capitals or in quotation marks, or a Markdown heading.
    Crosshead,
    /// Running text.
    Paragraph,
    /// A line that begins with a list marker: "-", "–", "—", "•", "·", "‣", "▪" or "*".
    ListItem,
    /// A line that begins with ">", as plain-text mail and Markdown quote.
    Quotation,
}

/// A longer line (in bytes) is not hard-wrapped, so that its end is the end of a paragraph.
const LONGEST_WRAPPED_LINE: usize = 110;
/// A shorter line (in bytes) is not hard-wrapped either: its author ended it on purpose.
const SHORTEST_WRAPPED_LINE: usize = 40;
/// Longest crosshead, in bytes.
const LONGEST_HEADING: usize = 160;
/// Longest line, in bytes, that is a crosshead because it is in quotation marks.
const LONGEST_QUOTED_HEADING: usize = 60;
/// Longest title without a Markdown marker, in bytes.
const LONGEST_TITLE: usize = LONGEST_HEADING + 40;

/// The least amount of text, in bytes, that one [`Parser::step`] reads unless the text ends before.
const STEP: usize = 1 << 16;

/// Splits a text into blocks in several steps. Blocks are separated by blank lines, and by every line break where the
/// lines do not look hard-wrapped.
#[derive(Debug, Default)]
pub struct Parser {
    blocks: Vec<Block>,
    /// The block that the next line may continue.
    open: Option<Span>,
    /// The preceding line.
    previous: Span,
    /// Where the next line starts, in bytes; greater than the text's length once all lines are read.
    next: usize,
}

impl Parser {
    /// Reads the next lines of `text`, which must be the same text on each call. Returns the article once all lines
    /// are read, and none before.
    pub fn step(&mut self, text: &str) -> Option<Article> {
        let stop = self.next + STEP;
        while self.next < stop {
            let Some(line) = self.line(text) else {
                self.close(text);
                let mut blocks = std::mem::take(&mut self.blocks);
                let title = mark_title(text, &mut blocks);
                return Some(Article { title, blocks });
            };
            if line.is_empty() {
                self.close(text);
            } else if let Some(paragraph) = &mut self.open
                && is_wrapped(self.previous.of(text), line.of(text))
            {
                paragraph.end = line.end;
            } else {
                self.close(text);
                self.open = Some(line);
            }
            self.previous = line;
        }
        None
    }

    /// The next line without surrounding white space; none after the last line.
    fn line(&mut self, text: &str) -> Option<Span> {
        let rest = text.get(self.next..)?;
        let length = rest.find(['\n', '\r', '\u{2028}', '\u{2029}']).unwrap_or(rest.len());
        let past = self.next + length;
        let line = rest[..length].trim_start();
        let start = past - line.len();
        // One past the text's end after the last line, so that `get` fails on the next call.
        self.next = past + rest[length..].chars().next().map_or(1, char::len_utf8);
        Some(Span::new(start, start + line.trim_end().len()))
    }

    /// Adds the open block, if there is one, to the blocks.
    fn close(&mut self, text: &str) {
        if let Some(span) = self.open.take() {
            let words = span.of(text);
            let plain = if is_heading(words) { BlockKind::Crosshead } else { BlockKind::Paragraph };
            self.blocks.push(Block { kind: kind_by_marker(words).unwrap_or(plain), span });
        }
    }
}

/// Whether `line` continues the paragraph of the line before it, `previous`.
fn is_wrapped(previous: &str, line: &str) -> bool {
    (SHORTEST_WRAPPED_LINE..=LONGEST_WRAPPED_LINE).contains(&previous.len())
        && kind_by_marker(previous).is_none_or(|kind| kind != BlockKind::Crosshead && kind != BlockKind::Title)
        && kind_by_marker(line).is_none()
        // Tabs separate the cells of a table row copied from a spreadsheet or browser.
        && !previous.contains('\t')
        && !line.contains('\t')
        && !is_heading(previous)
        && !is_heading(line)
}

/// The kind of a block that begins with a list or Markdown marker; none for a block without a marker.
fn kind_by_marker(words: &str) -> Option<BlockKind> {
    let mut chars = words.chars();
    let (first, second) = (chars.next()?, chars.next().unwrap_or(' '));
    match first {
        '#' => {
            let after = words.trim_start_matches('#');
            let kind = if words.len() - after.len() == 1 { BlockKind::Title } else { BlockKind::Crosshead };
            after.starts_with(' ').then_some(kind)
        }
        '•' | '·' | '‣' | '▪' => Some(BlockKind::ListItem),
        '*' => second.is_whitespace().then_some(BlockKind::ListItem),
        // "-3 °C" and "--" do not begin list items.
        '-' | '–' | '—' => (!second.is_numeric() && second != first).then_some(BlockKind::ListItem),
        '>' => Some(BlockKind::Quotation),
        _ => None,
    }
}

/// Whether a line without a marker is a heading inside an article: all in capitals, or all in quotation marks.
fn is_heading(line: &str) -> bool {
    if line.len() > LONGEST_HEADING {
        return false;
    }
    let capitals = line.chars().filter(|c| c.is_uppercase()).count();
    if capitals >= 4 && !line.chars().any(char::is_lowercase) {
        return true;
    }
    let quoted = [("«", "»"), ("“", "”"), ("\"", "\"")]
        .into_iter()
        .find_map(|(open, close)| line.strip_prefix(open)?.strip_suffix(close));
    quoted.is_some_and(|words| {
        line.len() <= LONGEST_QUOTED_HEADING
            && !words.contains(['.', '!', '?', '"', '»', '”'])
            && !words.is_empty()
    })
}

/// Changes the kind of the first block to [`BlockKind::Title`] if it looks like a headline: short, not a sentence and
/// followed by another block. Returns the title's span, also where a Markdown marker made it one.
fn mark_title(text: &str, blocks: &mut [Block]) -> Option<Span> {
    let several = blocks.len() > 1;
    let first = blocks.first_mut()?;
    let words = first.span.of(text);
    let plain = matches!(first.kind, BlockKind::Paragraph | BlockKind::Crosshead)
        && several
        && words.len() <= LONGEST_TITLE
        && !words.ends_with(['.', ':', ';', ',', '…'])
        && !words.contains("://")
        && !words.contains('\t');
    if plain {
        first.kind = BlockKind::Title;
    }
    (first.kind == BlockKind::Title).then_some(first.span)
}

#[cfg(test)]
mod tests {
    use super::*;
    use BlockKind::*;

    #[track_caller]
    fn check(text: &str, expected: &[(BlockKind, &str)]) {
        let mut parser = Parser::default();
        let article = std::iter::repeat_with(|| parser.step(text)).flatten().next().unwrap_or_default();
        let got: Vec<_> = article.blocks.iter().map(|block| (block.kind, block.span.of(text))).collect();
        assert_eq!(got, expected);
    }

    #[test]
    fn the_blocks_of_a_wire_report() {
        check(
            "Un titre court\n\nPremier alinéa.\r\n\r\nVoir :\n\n-Une histoire\n\n• Une autre\n\n\"ATTAQUE CONTRE\"\n\nFin.",
            &[
                (Title, "Un titre court"),
                (Paragraph, "Premier alinéa."),
                (Paragraph, "Voir :"),
                (ListItem, "-Une histoire"),
                (ListItem, "• Une autre"),
                (Crosshead, "\"ATTAQUE CONTRE\""),
                (Paragraph, "Fin."),
            ],
        );
    }

    #[test]
    fn a_first_sentence_is_not_a_title() {
        check(
            "La police a parlé.\n\nEt puis.",
            &[(Paragraph, "La police a parlé."), (Paragraph, "Et puis.")],
        );
        check("Seul", &[(Paragraph, "Seul")]);
    }

    #[test]
    fn hard_wrapped_lines_are_one_paragraph() {
        let wrapped = "Les militaires ont repris le contrôle du principal\naéroport, saisi plus tôt par les manifestants.";
        check(wrapped, &[(Paragraph, wrapped)]);
        check(
            "Court.\nUne seconde ligne, qui est un alinéa.",
            &[(Paragraph, "Court."), (Paragraph, "Une seconde ligne, qui est un alinéa.")],
        );
    }

    #[test]
    fn a_table_row_is_a_paragraph() {
        let table = "Chiffre d'affaires du groupe\t2840\t3180\nRésultat opérationnel courant\t449\t547\nEn millions d'euros.";
        let rows = table.lines().map(|row| (Paragraph, row));
        check(table, &rows.collect::<Vec<_>>());
    }

    #[test]
    fn markdown_markers_give_the_kind() {
        check(
            "# Titre\n\n## Intertitre\n\n> cité\n\n-3 °C ce matin.",
            &[
                (Title, "# Titre"),
                (Crosshead, "## Intertitre"),
                (Quotation, "> cité"),
                (Paragraph, "-3 °C ce matin."),
            ],
        );
    }

    #[test]
    fn white_space_has_no_blocks() {
        check("", &[]);
        check(" \n\u{2028}\r\n\t", &[]);
    }
}
