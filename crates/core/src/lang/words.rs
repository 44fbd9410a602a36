//! Sets of words, kept in as few bytes as the words themselves have: a page pays for each.

/// A set of words, each after its length in a byte. Made by [`words!`].
#[derive(Clone, Copy, Debug)]
pub(crate) struct Words(pub &'static [u8]);

impl Words {
    /// Whether `word` is one of them.
    pub fn contains(self, word: &str) -> bool {
        self.iter().any(|known| known == word.as_bytes())
    }

    /// Whether `word` ends in one of them.
    pub fn ends(self, word: &str) -> bool {
        self.iter().any(|ending| word.as_bytes().ends_with(ending))
    }

    /// The words, as bytes.
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

/// The words of a literal, a space between each two.
macro_rules! words {
    ($words:literal) => {
        $crate::lang::words::Words(&const { $crate::lang::words::pack::<{ $words.len() + 1 }>($words) })
    };
}
pub(crate) use words;

/// Puts each word's length before it, where the space was. `N` is one more than `words` has bytes.
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

/// Words in the order of their bytes, a space between each two, and where each begins. Made by [`sorted!`].
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sorted {
    pub text: &'static str,
    pub starts: &'static [u16],
}

impl Sorted {
    /// Whether `word` is one of them.
    pub fn contains(self, word: &str) -> bool {
        self.past(word).checked_sub(1).is_some_and(|index| self.at(index) == word)
    }

    /// Those that `word` may begin with: of the same first byte and not after it, the last first.
    pub fn prefixes(self, word: &str) -> impl Iterator<Item = &'static str> {
        let first = word.as_bytes().first().copied();
        let near = (0..self.past(word)).rev().map(move |index| self.at(index));
        near.take_while(move |known| known.as_bytes().first().copied() == first)
    }

    /// How many of them are not after `word`.
    fn past(self, word: &str) -> usize {
        let (mut low, mut high) = (0, self.starts.len());
        while low < high {
            let middle = low.midpoint(high);
            if self.at(middle) <= word { low = middle + 1 } else { high = middle }
        }
        low
    }

    fn at(self, index: usize) -> &'static str {
        let end = self.starts.get(index + 1).map_or(self.text.len(), |&next| usize::from(next) - 1);
        &self.text[usize::from(self.starts[index])..end]
    }
}

/// The words of a literal, sorted, a space between each two.
macro_rules! sorted {
    ($words:expr) => {
        $crate::lang::words::Sorted {
            text: $words,
            starts: &const { $crate::lang::words::starts::<{ $crate::lang::words::count($words) }>($words) },
        }
    };
}
pub(crate) use sorted;

/// How many words a text has that have a space between each two.
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

/// Where each of the `N` words begins.
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
    fn words_are_those_of_the_literal() {
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
    fn sorted_words_are_found_and_tell_prefixes() {
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
