//! Text to blocks: title, crossheads, paragraphs, list items, quotations.

use super::Span;

/// A text's blocks, and which of them is its title.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Article {
    /// The title without the white space around it, where the text begins with one.
    pub title: Option<Span>,
    /// The blocks in order, none overlapping; what lies between them is white space.
    pub blocks: Vec<Block>,
}

/// One paragraph-level piece of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// What the block is.
    pub kind: BlockKind,
    /// The block without the white space around it; never empty.
    pub span: Span,
}

/// What a [`Block`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// The article's headline, or a Markdown heading of the first level.
    Title,
    /// A heading inside the article: a short line in capitals or in quotation marks, or a Markdown heading.
    Crosshead,
    /// Running text.
    Paragraph,
    /// A line that begins with a list mark: "-", "–", "•", "*" or "·".
    ListItem,
    /// A line that begins with ">", as plain-text mail and Markdown quote.
    Quotation,
}

/// A line longer than this (in bytes) was not wrapped by hand, so that its end is a paragraph's end.
const LONGEST_WRAPPED_LINE: usize = 110;
/// A line shorter than this (in bytes) ends on purpose.
const SHORTEST_WRAPPED_LINE: usize = 40;
/// A heading has at most this many bytes.
const LONGEST_HEADING: usize = 160;
/// A line in quotation marks alone is a crosshead up to this many bytes.
const LONGEST_QUOTED_HEADING: usize = 60;

/// How much text, in bytes, one [`Parser::step`] reads at least.
const STEP: usize = 1 << 16;

/// Splits a text into blocks, some of it at a time. Blank lines part blocks; so does a line's end, unless the lines look
/// wrapped by hand.
#[derive(Debug, Default)]
pub struct Parser {
    blocks: Vec<Block>,
    /// The paragraph that the next line may go on.
    open: Option<Span>,
    /// The line before.
    previous: Span,
    /// Where the next line starts; past the text's end once all was read.
    next: usize,
}

impl Parser {
    /// Reads the next lines of `text`; the article, once there are none left.
    pub fn step(&mut self, text: &str) -> Option<Article> {
        let stop = self.next + STEP;
        while self.next < stop {
            let Some(line) = self.line(text) else {
                self.close(text);
                let mut blocks = std::mem::take(&mut self.blocks);
                let title = take_title(text, &mut blocks);
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

    /// The next line, without the white space around it.
    fn line(&mut self, text: &str) -> Option<Span> {
        let rest = text.get(self.next..)?;
        let length = rest.find(['\n', '\r', '\u{2028}', '\u{2029}']).unwrap_or(rest.len());
        let past = self.next + length;
        let line = rest[..length].trim_start();
        let start = past - line.len();
        // Past the separator, and past the end after the last line.
        self.next = past + rest[length..].chars().next().map_or(1, char::len_utf8);
        Some(Span::new(start, start + line.trim_end().len()))
    }

    fn close(&mut self, text: &str) {
        if let Some(span) = self.open.take() {
            let words = span.of(text);
            let plain = if is_heading(words) { BlockKind::Crosshead } else { BlockKind::Paragraph };
            self.blocks.push(Block { kind: kind_by_mark(words).unwrap_or(plain), span });
        }
    }
}

/// Whether `line` goes on the paragraph that `previous` is the last line of.
fn is_wrapped(previous: &str, line: &str) -> bool {
    (SHORTEST_WRAPPED_LINE..=LONGEST_WRAPPED_LINE).contains(&previous.len())
        && kind_by_mark(previous).is_none_or(|kind| kind != BlockKind::Crosshead && kind != BlockKind::Title)
        && kind_by_mark(line).is_none()
        // A table's rows, as spreadsheets and browsers copy them.
        && !previous.contains('\t')
        && !line.contains('\t')
        && !is_heading(previous)
        && !is_heading(line)
}

/// What the mark that `words` begin with makes of them.
fn kind_by_mark(words: &str) -> Option<BlockKind> {
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
        // "-3 °C" and "--" are no list items.
        '-' | '–' | '—' => (!second.is_numeric() && second != first).then_some(BlockKind::ListItem),
        '>' => Some(BlockKind::Quotation),
        _ => None,
    }
}

/// Whether a line without a mark is a heading inside an article: in capitals, or in quotation marks alone.
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

/// Marks the headline, if the text begins with one: a short first block, not a sentence, that something follows.
fn take_title(text: &str, blocks: &mut [Block]) -> Option<Span> {
    let several = blocks.len() > 1;
    let first = blocks.first_mut()?;
    let words = first.span.of(text);
    let plain = matches!(first.kind, BlockKind::Paragraph | BlockKind::Crosshead)
        && several
        && words.len() <= LONGEST_HEADING + 40
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
    fn a_wire_report() {
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
    fn a_first_sentence_is_no_title() {
        check(
            "La police a parlé.\n\nEt puis.",
            &[(Paragraph, "La police a parlé."), (Paragraph, "Et puis.")],
        );
        check("Seul", &[(Paragraph, "Seul")]);
    }

    #[test]
    fn lines_wrapped_by_hand_are_one_paragraph() {
        let wrapped = "Les militaires ont repris le contrôle du principal\naéroport, saisi plus tôt par les manifestants.";
        check(wrapped, &[(Paragraph, wrapped)]);
        check(
            "Court.\nUne seconde ligne, qui est un alinéa.",
            &[(Paragraph, "Court."), (Paragraph, "Une seconde ligne, qui est un alinéa.")],
        );
    }

    #[test]
    fn a_row_of_a_table_is_one_line() {
        let table = "Chiffre d'affaires du groupe\t2840\t3180\nRésultat opérationnel courant\t449\t547\nEn millions d'euros.";
        let rows = table.lines().map(|row| (Paragraph, row));
        check(table, &rows.collect::<Vec<_>>());
    }

    #[test]
    fn markdown_marks() {
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
    fn nothing_but_white_space() {
        check("", &[]);
        check(" \n\u{2028}\r\n\t", &[]);
    }
}
