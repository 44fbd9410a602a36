//! Context that holds the words of a name together: runs of capitalised words, and nouns that names begin with.

use super::word::{Shape, Word};

/// A run of capitalised words and the connecting words between them: "Union des Républiques". A word outside
/// runs is one by itself.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Run {
    /// Index of the run's first word.
    pub start: usize,
    /// Index of the word after the run.
    pub end: usize,
    /// Whether the word is in quotation marks (1), in brackets (2) or neither (0).
    pub inside: u32,
    /// The end of the last run of capitalised words up to this word; 0 if it is more than eight words back or before
    /// punctuation.
    pub anchor: usize,
}

impl Run {
    /// Fills `runs` with the run of each of `words`. `inside` has the value of [`Run::inside`] for each.
    pub fn find(words: &[Word], inside: &[u32], runs: &mut Vec<Run>) {
        runs.clear();
        let mut at = 0;
        let mut anchor = 0;
        while at < words.len() {
            let start = at;
            let mut end = at;
            if words[at].is_capital() {
                // Extend over capitalised words and numbers, with at most two connecting words between them.
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

/// The head noun before a word that it may be in the complement of: "Conseil" for "affaires" in "Conseil des affaires
/// d'État".
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct HeadNoun {
    /// The noun's index plus one; 0 if there is none.
    pub head: usize,
    /// The number of words between the two that are in lower case and not connecting words.
    pub lowers: u32,
    /// Whether a capitalised word is between the two.
    pub capital: bool,
    /// The distance in words to the next capitalised word, 1 to 7; 0 if there is none, or punctuation is in between.
    pub next_capital: u32,
}

impl HeadNoun {
    /// Fills `head_nouns` with the head noun of each of `words`.
    pub fn find(words: &[Word], head_nouns: &mut Vec<HeadNoun>) {
        head_nouns.clear();
        let mut head_noun = HeadNoun::default();
        for (at, word) in words.iter().enumerate() {
            let far = head_noun.head > 0 && at - head_noun.head > MAX_DISTANCE_FROM_HEAD;
            if word.shape == Shape::Punctuation || head_noun.lowers > MAX_LOWERS || far {
                head_noun = HeadNoun::default();
            }
            head_nouns.push(head_noun);
            // "Conseil de la fédération": a noun in a complement does not replace the first one.
            let of = |at: Option<usize>| at.and_then(|at| words.get(at)).is_some_and(|word| word.of);
            let complement =
                of(at.checked_sub(1)) || (words[at.saturating_sub(1)].connects && of(at.checked_sub(2)));
            if word.heads > 0 && (head_noun.head == 0 || !complement) {
                head_noun = HeadNoun { head: at + 1, ..HeadNoun::default() };
            } else if head_noun.head > 0 {
                if word.is_capital() {
                    head_noun.capital = true;
                } else if !word.connects {
                    head_noun.lowers += 1;
                }
            }
        }
        let mut next = 0;
        for at in (0..words.len()).rev() {
            head_nouns[at].next_capital = next;
            next = match words[at] {
                Word { shape: Shape::Punctuation, .. } => 0,
                word if word.is_capital() => 1,
                _ if next > 0 && next < 7 => next + 1,
                _ => 0,
            };
        }
    }
}

/// The most words between a head noun and a word that may belong to it.
const MAX_DISTANCE_FROM_HEAD: usize = 9;
/// The most words in lower case, without connecting words, between a head noun and a word that may belong to it.
const MAX_LOWERS: u32 = 4;
