//! Compact constant sets of words, because every byte adds to the WebAssembly file that a page downloads.

/// A set of words, stored as the length of each in a byte followed by its bytes. Created by [`words!`].
#[derive(Clone, Copy, Debug)]
pub(crate) struct Words(pub &'static [u8]);

impl Words {
    /// Whether `word` is in the set.
    pub fn contains(self, word: &str) -> bool {
        self.iter().any(|known| known == word.as_bytes())
    }

    /// Whether `word` ends in a word of the set.
    pub fn ends(self, word: &str) -> bool {
        self.iter().any(|ending| word.as_bytes().ends_with(ending))
    }

    /// Iterates over the words as bytes.
    pub fn iter(self) -> impl Iterator<Item = &'static [u8]> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let (&length, words) = rest.split_first()?;
            let (word, after) = words.split_at_checked(usize::from(length))?;
            rest = after;
            Some(word)
        })
    }
}

/// Creates [`Words`] from a literal with the words, separated by single spaces.
macro_rules! words {
    ($words:literal) => {
        $crate::lang::words::Words(&const { $crate::lang::words::pack::<{ $words.len() + 1 }>($words) })
    };
}
pub(crate) use words;

/// Encodes space-separated words for [`Words`]: each space is replaced by the length of the following word. `N` must
/// be the length of `words` plus 1.
pub(crate) const fn pack<const N: usize>(words: &str) -> [u8; N] {
    let words = words.as_bytes();
    let mut packed = [0; N];
    let (mut start, mut at) = (0, 0);
    while at < N {
        if at == words.len() || words[at] == b' ' {
            packed[start] = (at - start) as u8;
            start = at + 1;
        } else {
            packed[at + 1] = words[at];
        }
        at += 1;
    }
    packed
}

/// A set of words for binary search: a text of space-separated words, sorted by their bytes, and the offset of each
/// word. Created by [`sorted!`].
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sorted {
    pub text: &'static str,
    pub starts: &'static [u16],
}

impl Sorted {
    /// Whether `word` is in the set.
    pub fn contains(self, word: &str) -> bool {
        self.upper_bound(word).checked_sub(1).is_some_and(|index| self.at(index) == word)
    }

    /// Iterates over the candidates for prefixes of `word`, in reverse order: all words of the set with the same
    /// first byte that are not greater than `word`. Not all of them are prefixes.
    pub fn prefixes(self, word: &str) -> impl Iterator<Item = &'static str> {
        let first = word.as_bytes().first().copied();
        let near = (0..self.upper_bound(word)).rev().map(move |index| self.at(index));
        near.take_while(move |known| known.as_bytes().first().copied() == first)
    }

    /// The number of words that are less than or equal to `word`.
    fn upper_bound(self, word: &str) -> usize {
        let (mut low, mut high) = (0, self.starts.len());
        while low < high {
            let middle = low.midpoint(high);
            if self.at(middle) <= word { low = middle + 1 } else { high = middle }
        }
        low
    }

    /// The word at `index`.
    fn at(self, index: usize) -> &'static str {
        let end = self.starts.get(index + 1).map_or(self.text.len(), |&next| usize::from(next) - 1);
        &self.text[usize::from(self.starts[index])..end]
    }
}

/// Creates [`Sorted`] from a literal with the words, sorted by their bytes and separated by single spaces.
macro_rules! sorted {
    ($words:expr) => {
        $crate::lang::words::Sorted {
            text: $words,
            starts: &const { $crate::lang::words::starts::<{ $crate::lang::words::count($words) }>($words) },
        }
    };
}
pub(crate) use sorted;

/// The number of words in a text of words separated by single spaces.
pub(crate) const fn count(words: &str) -> usize {
    let (mut count, mut at) = (1, 0);
    while at < words.len() {
        if words.as_bytes()[at] == b' ' {
            count += 1;
        }
        at += 1;
    }
    count
}

/// The offsets of the `N` words in a text of words separated by single spaces.
pub(crate) const fn starts<const N: usize>(words: &str) -> [u16; N] {
    let mut starts = [0; N];
    let (mut found, mut at) = (1, 0);
    while at < words.len() {
        if words.as_bytes()[at] == b' ' {
            starts[found] = at as u16 + 1;
            found += 1;
        }
        at += 1;
    }
    starts
}

#[cfg(test)]
mod tests {
    #[test]
    fn words_contains_only_the_words_of_its_literal() {
        let words = words!("le la l' été");
        for word in ["le", "la", "l'", "été"] {
            assert!(words.contains(word), "{word}");
        }
        for word in ["", "l", "e", "le la", "ét", "les"] {
            assert!(!words.contains(word), "{word}");
        }
        assert!(words.ends("bel été") && !words.ends("bel"));
        assert!(words!("seul").contains("seul"));
    }

    #[test]
    fn sorted_contains_only_its_words_and_finds_prefixes() {
        let words = sorted!("an annon annonc bon été");
        for word in ["an", "annon", "annonc", "bon", "été"] {
            assert!(words.contains(word), "{word}");
        }
        for word in ["", "ann", "zoo", "an annon"] {
            assert!(!words.contains(word), "{word}");
        }
        assert_eq!(words.prefixes("annonce").collect::<Vec<_>>(), ["annonc", "annon", "an"]);
        assert_eq!(words.prefixes("").count(), 0);
    }
}
