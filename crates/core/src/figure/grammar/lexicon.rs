//! The vocabulary of a language: the words of its tables as numbers, with their senses and classes.

use crate::figure::{Class, Sense};
use crate::lang::Language;
use crate::text::fold;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// The id of a word of the tables. 0 means any other word.
pub(crate) type WordId = u16;

/// The vocabulary of a language.
#[derive(Debug)]
pub(crate) struct Lexicon {
    ids: HashMap<String, WordId, BuildHasherDefault<Fnv>>,
    /// The senses of each word on its own.
    senses: Vec<Vec<Sense>>,
    /// The phrases that begin with each word, longest first.
    phrases: Vec<Vec<Phrase>>,
    /// The symbols in sorted order, with their senses.
    symbols: Vec<(&'static str, Vec<Sense>)>,
    rank_endings: Vec<WordId>,
    /// The [`Class`]es of each word as bits.
    classes: Vec<u32>,
    /// Words from this id on occur only in names of currencies.
    currency_words_from: usize,
    language: Language,
}

/// The FNV-1a hash. The keys are our own tables, so hostile text cannot cause collisions.
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Fnv(0xCBF2_9CE4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3);
        }
    }

    fn finish(&self) -> u64 {
        self.0 ^ self.0 >> 32
    }
}

#[derive(Debug)]
struct Phrase {
    /// The words after the first one.
    rest: Vec<WordId>,
    senses: Vec<Sense>,
}

impl Lexicon {
    /// Compiles the words, symbols and rank endings of the tables of `language`. Rules add theirs by
    /// [`intern`](Self::intern); [`complete`](Self::complete) must be called last.
    pub fn new(language: Language) -> Lexicon {
        let tables = language.figure();
        let mut lexicon = Lexicon {
            ids: HashMap::default(),
            senses: vec![Vec::new()],
            phrases: vec![Vec::new()],
            symbols: Vec::new(),
            rank_endings: Vec::new(),
            classes: Vec::new(),
            currency_words_from: 0,
            language,
        };
        for &(keys, sense) in tables.words.iter().copied().flatten() {
            for key in keys.split('|') {
                lexicon.add(key, sense);
            }
        }
        for (noun, shared) in (0..).zip(&tables.shared_currencies) {
            for &(keys, code) in shared.homes {
                keys.split('|').for_each(|key| lexicon.add(key, Sense::CurrencyHome(noun, code)));
            }
        }
        for &(keys, sense) in tables.symbols {
            for key in keys.split('|') {
                lexicon.symbol_mut(key).push(sense);
            }
        }
        for ending in tables.rank_endings {
            let id = lexicon.intern(ending);
            lexicon.rank_endings.push(id);
        }
        lexicon
    }

    /// Adds the words with a [`Class`] and the names of currencies. They are added last so that a word that
    /// only occurs in names of currencies is recognised by its id.
    pub fn complete(&mut self) {
        let (tables, report) = (self.language.figure(), self.language.report());
        let report = [
            (Class::Article, report.determiners),
            (Class::Clause, report.connectives),
            (Class::Pronoun, report.pronouns),
        ];
        for &(class, words) in tables.classes {
            words.split(' ').for_each(|word| self.classify(word, class));
        }
        for (class, words) in report {
            let words = words.iter().filter_map(|word| std::str::from_utf8(word).ok());
            words.for_each(|word| self.classify(word, class));
        }
        self.currency_words_from = self.senses.len();
        for &(nouns, currencies) in tables.currencies.iter().copied().flatten() {
            for currency in currencies.split(';') {
                self.add_currency(nouns, currency);
            }
        }
    }

    /// The number of words, including word 0.
    pub fn len(&self) -> usize {
        self.senses.len()
    }

    /// Adds one entry of [`CurrencyNames`](crate::figure::CurrencyNames): each of `nouns` followed by each
    /// name of the entry, and its code.
    fn add_currency(&mut self, nouns: &str, entry: &'static str) {
        let (names, code) = entry.split_at(entry.len() - 3);
        let sense = Sense::Currency(code);
        if names.ends_with('=') {
            let senses = self.symbol_mut(code);
            if senses.is_empty() {
                senses.push(sense);
            }
        }
        for noun in nouns.split('|') {
            for name in names[..names.len() - 1].split('|') {
                self.add(&format!("{noun} {name}"), sense);
            }
        }
    }

    /// Gives the word the class `class`.
    fn classify(&mut self, word: &str, class: Class) {
        let id = usize::from(self.intern(word));
        if self.classes.len() <= id {
            self.classes.resize(id + 1, 0);
        }
        self.classes[id] |= 1 << class as u8;
    }

    fn add(&mut self, key: &str, sense: Sense) {
        if key.contains('*') {
            self.add(&key.replace('*', ""), sense);
            return self.add(&key.replace('*', "s"), sense);
        }
        let words: Vec<WordId> = self.split(key).into_iter().map(|word| self.intern(word)).collect();
        let Some((&first, rest)) = words.split_first() else { return };
        if rest.is_empty() {
            self.senses[usize::from(first)].push(sense);
            return;
        }
        let phrases = &mut self.phrases[usize::from(first)];
        match phrases.iter_mut().find(|phrase| phrase.rest == rest) {
            Some(phrase) => phrase.senses.push(sense),
            None => {
                let at = phrases.partition_point(|phrase| phrase.rest.len() >= rest.len());
                phrases.insert(at, Phrase { rest: rest.to_vec(), senses: vec![sense] });
            }
        }
    }

    /// The id of `word`, which is added to the vocabulary if it is new.
    pub fn intern(&mut self, word: &str) -> WordId {
        let folded = if self.keeps_accent(word) { word.to_owned() } else { fold(word) };
        if let Some(&id) = self.ids.get(&folded) {
            return id;
        }
        let id = WordId::try_from(self.senses.len()).expect("the tables hold fewer than 65,536 words");
        self.ids.insert(folded, id);
        self.senses.push(Vec::new());
        self.phrases.push(Vec::new());
        id
    }

    /// Whether the accents of this lower-case word distinguish it from another word and must be kept.
    pub fn keeps_accent(&self, word: &str) -> bool {
        self.language.figure().accent_kept.contains(&word)
    }

    /// The id of a folded word, or 0 if it is not in the tables.
    pub fn id(&self, folded: &str) -> WordId {
        self.ids.get(folded).copied().unwrap_or(0)
    }

    /// Whether the word has no meaning on its own to any rule.
    pub fn is_unknown(&self, id: WordId) -> bool {
        id == 0 || usize::from(id) >= self.currency_words_from && self.senses(id).is_empty()
    }

    /// The senses of the word on its own.
    pub fn senses(&self, id: WordId) -> &[Sense] {
        &self.senses[usize::from(id)]
    }

    /// The classes of the word, one bit per [`Class`].
    pub fn classes(&self, id: WordId) -> u32 {
        self.classes.get(usize::from(id)).copied().unwrap_or(0)
    }

    /// Whether the word has the class `class`.
    pub fn is(&self, id: WordId, class: Class) -> bool {
        self.classes(id) & (1 << class as u8) != 0
    }

    /// Whether the word, as written, has a plural ending.
    pub fn is_plural(&self, word: &str) -> bool {
        self.language.figure().plural_endings.iter().any(|ending| word.ends_with(ending))
    }

    /// The language of the tables.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Splits a phrase into words as the tokeniser does: at spaces, at hyphens and after the apostrophe of an
    /// elided word.
    pub fn split<'p>(&self, phrase: &'p str) -> Vec<&'p str> {
        let elided = self.language.text().elided;
        let mut words = Vec::new();
        for word in phrase.split([' ', '-']) {
            match word.split_once('\'') {
                Some((start, rest)) if elided.contains(&start) && !rest.is_empty() => {
                    words.extend([&word[..=start.len()], rest]);
                }
                _ => words.push(word),
            }
        }
        words.retain(|word| !word.is_empty());
        words
    }

    /// The senses of `symbol` after digits.
    pub fn symbol(&self, symbol: &str) -> Option<&[Sense]> {
        let at = self.symbols.binary_search_by_key(&symbol, |&(symbol, _)| symbol).ok()?;
        Some(&self.symbols[at].1)
    }

    /// The senses of a symbol, which is added if it is new.
    fn symbol_mut(&mut self, symbol: &'static str) -> &mut Vec<Sense> {
        let found = self.symbols.binary_search_by_key(&symbol, |&(symbol, _)| symbol);
        let at = found.unwrap_or_else(|at| {
            self.symbols.insert(at, (symbol, Vec::new()));
            at
        });
        &mut self.symbols[at].1
    }

    /// Whether the word `id` right after digits makes them a rank: "e" in "21e".
    pub fn is_rank_ending(&self, id: WordId) -> bool {
        id != 0 && self.rank_endings.contains(&id)
    }

    /// The longest phrase that begins with the word `first` and continues with `rest`. Returns the number of
    /// its words after the first, and its senses.
    pub fn phrase(
        &self,
        first: WordId,
        rest: impl Iterator<Item = WordId> + Clone,
    ) -> Option<(usize, &[Sense])> {
        let phrase = self.phrases[usize::from(first)].iter().find(|phrase| {
            let mut words = rest.clone();
            phrase.rest.iter().all(|&word| words.next() == Some(word))
        })?;
        Some((phrase.rest.len(), &phrase.senses))
    }
}
