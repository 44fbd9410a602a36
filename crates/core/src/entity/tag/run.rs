//! What holds the words of a name together: capitals, and nouns that names begin with.

use super::word::{Shape, Word};

/// Words with a capital and the small words between them: "Conseil national de la Résistance".
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Run {
    pub start: usize,
    pub end: usize,
    /// Where the word stands in quotation marks or brackets: 0 outside, 1 quotation, 2 brackets.
    pub inside: u32,
    /// The nearest word with a capital before this one, if a few lower-case words lie between: its index plus one.
    pub anchor: usize,
}

impl Run {
    /// Fills `runs` for `words`; `marks` tells opening and closing marks.
    pub fn find(words: &[Word], inside: &[u32], runs: &mut Vec<Run>) {
        runs.clear();
        let mut at = 0;
        let mut anchor = 0;
        while at < words.len() {
            let start = at;
            let mut end = at;
            if words[at].is_capital() {
                // Grow over capitals and numbers, with at most two connectors between.
                let mut next = at;
                while next < words.len() {
                    if words[next].is_capital() || (words[next].shape == Shape::Number && next == end) {
                        next += 1;
                        end = next;
                    } else if words[next].connects && next - end < 2 {
                        next += 1;
                    } else {
                        break;
                    }
                }
                anchor = end;
            } else {
                end = at + 1;
                if words[at].shape == Shape::Punctuation || end.saturating_sub(anchor) > 8 {
                    anchor = 0;
                }
            }
            runs.extend(inside[start..end].iter().map(|&inside| Run { start, end, inside, anchor }));
            at = end;
        }
    }
}

/// The head noun that a word may belong to: "Conseil" over "affaires" in "Conseil des affaires d'État".
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Chain {
    /// The noun's index plus one; 0 if there is none.
    pub head: usize,
    /// How many words in lower case that are no connectors lie between.
    pub lowers: u32,
    /// Whether a word with a capital lies between.
    pub capital: bool,
    /// How many words on the next capital stands, within the clause; 0 if none is near.
    pub next_capital: u32,
}

impl Chain {
    /// Fills `chains` for `words`.
    pub fn find(words: &[Word], chains: &mut Vec<Chain>) {
        chains.clear();
        let mut chain = Chain::default();
        for (at, word) in words.iter().enumerate() {
            let far = chain.head > 0 && at - chain.head > FARTHEST;
            if word.shape == Shape::Punctuation || chain.lowers > MOST_LOWERS || far {
                chain = Chain::default();
            }
            chains.push(chain);
            // "Conseil de la fédération": a noun in a complement is under the first one still.
            let of = |at: Option<usize>| at.and_then(|at| words.get(at)).is_some_and(|word| word.of);
            let complement =
                of(at.checked_sub(1)) || (words[at.saturating_sub(1)].connects && of(at.checked_sub(2)));
            if word.heads > 0 && (chain.head == 0 || !complement) {
                chain = Chain { head: at + 1, ..Chain::default() };
            } else if chain.head > 0 {
                if word.is_capital() {
                    chain.capital = true;
                } else if !word.connects {
                    chain.lowers += 1;
                }
            }
        }
        let mut next = 0;
        for at in (0..words.len()).rev() {
            chains[at].next_capital = next;
            next = match words[at] {
                Word { shape: Shape::Punctuation, .. } => 0,
                word if word.is_capital() => 1,
                _ if next > 0 && next < 7 => next + 1,
                _ => 0,
            };
        }
    }
}

/// A noun governs no word farther on than this, nor after more words in lower case that tie nothing.
const FARTHEST: usize = 9;
const MOST_LOWERS: u32 = 4;
