//! What the tagger sees of a word, whatever stands around it.

use super::model::Model;
use crate::lang::pack::hash;
use crate::text::{Token, TokenKind, fold_into};

/// A word's attributes: the values that features are made of. Zero is "none" throughout.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Word {
    /// Hash of the folded form.
    pub fold: u32,
    pub shape: Shape,
    /// Hash of the folded form's first three characters.
    pub prefix: u32,
    /// Hashes of the folded form's last two, three and four characters.
    pub suffixes: [u32; 3],
    /// Cluster of the form as it is written.
    pub cluster: u16,
    /// Cluster of the form in lower case, for words with a capital.
    pub lower_cluster: u16,
    /// Whether the word ties two parts of a name: "de", "la", "et".
    pub connects: bool,
    /// Whether it ties a complement to its noun: "de".
    pub of: bool,
    /// What the names that begin with this noun are of; see [`Entry::heads`](super::Entry::heads).
    pub heads: u8,
}

/// How a word is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Shape {
    /// Before the first and after the last token of a sentence.
    #[default]
    Outside,
    Number,
    Url,
    Punctuation,
    Lower,
    LowerHyphen,
    LowerDigit,
    LowerElided,
    // From here on with a capital; see `is_capital`.
    Elided,
    Title,
    TitleHyphen,
    Initial,
    ShortCapitals,
    LongCapitals,
    CapitalsDigit,
    /// A capital inside or at the end only: "iPad", "al-Bab".
    Mixed,
    /// Several capitals and lower-case letters: "McCain", "MoDem".
    Camel,
}

impl Word {
    pub fn is_capital(&self) -> bool {
        self.shape > Shape::Elided
    }

    /// The attributes of `token`. `scratch` saves allocating.
    pub fn new(text: &str, token: Token, model: &Model, scratch: &mut Scratch) -> Word {
        let form = token.span.of(text);
        scratch.set(form);
        let folded = &scratch.folded;
        let ends: [usize; 3] = {
            let mut starts = folded.char_indices().rev().map(|(at, _)| at).skip(1);
            [(); 3].map(|()| starts.next().unwrap_or(0))
        };
        let start = folded.char_indices().nth(3).map_or(folded.len(), |(at, _)| at);
        let shape = Shape::new(form, token.kind);
        let mut word = Word {
            fold: short_hash(folded),
            shape,
            prefix: short_hash(&folded[..start]),
            suffixes: ends.map(|at| short_hash(&folded[at..]) ^ (folded.len() - at) as u32),
            connects: model.tables.connectors.contains(&folded.as_str()),
            of: model.tables.of.contains(&folded.as_str()),
            heads: model.gazetteer.get(folded).map_or(0, |entry| entry.heads()),
            ..Word::default()
        };
        word.cluster = model.cluster(&scratch.exact);
        if word.is_capital() || shape == Shape::Elided {
            word.lower_cluster = model.cluster(&scratch.lower);
            if word.cluster == 0 {
                word.cluster = scratch.stand_in(shape).map_or(0, |form| model.cluster(form));
            }
        }
        word
    }
}

impl Shape {
    fn new(form: &str, kind: TokenKind) -> Shape {
        match kind {
            TokenKind::Number => return Shape::Number,
            TokenKind::Url => return Shape::Url,
            TokenKind::Punctuation => return Shape::Punctuation,
            TokenKind::Word => {}
        }
        let (mut upper, mut lower, mut digits, mut hyphen, mut chars) = (0, 0, 0, false, 0);
        for c in form.chars() {
            upper += usize::from(c.is_uppercase());
            lower += usize::from(c.is_lowercase());
            digits += usize::from(c.is_numeric());
            hyphen |= matches!(c, '-' | '\u{2010}' | '\u{2011}');
            chars += 1;
        }
        let title = form.starts_with(char::is_uppercase);
        // "Villeneuve-d'" begins a name, "d'" none.
        let elided = !hyphen && form.ends_with(['\'', '\u{2019}']);
        match (upper, lower) {
            (0, _) if elided => Shape::LowerElided,
            (0, _) if digits > 0 => Shape::LowerDigit,
            (0, _) if hyphen => Shape::LowerHyphen,
            (0, _) => Shape::Lower,
            (1, _) if elided => Shape::Elided,
            (_, 0) if digits > 0 => Shape::CapitalsDigit,
            (1, 0) if chars == 1 => Shape::Initial,
            (_, 0) if chars <= 5 => Shape::ShortCapitals,
            (_, 0) => Shape::LongCapitals,
            _ if !title => Shape::Mixed,
            _ if hyphen => Shape::TitleHyphen,
            (1, _) => Shape::Title,
            _ => Shape::Camel,
        }
    }
}

/// The forms of one word, kept to save allocating.
#[derive(Debug, Default)]
pub(crate) struct Scratch {
    /// As it is written, with ASCII apostrophes.
    exact: String,
    lower: String,
    folded: String,
    other: String,
}

impl Scratch {
    fn set(&mut self, form: &str) {
        self.exact.clear();
        self.exact.extend(form.chars().map(|c| if c == '\u{2019}' { '\'' } else { c }));
        self.lower.clear();
        self.lower.extend(self.exact.chars().flat_map(char::to_lowercase));
        self.folded.clear();
        fold_into(form, &mut self.folded);
    }

    /// The form to look up in place of one that has no cluster: "TURQUIE" is "Turquie", "Ben-Gourion" "Gourion".
    fn stand_in(&mut self, shape: Shape) -> Option<&str> {
        match shape {
            Shape::ShortCapitals | Shape::LongCapitals => {
                self.other.clear();
                let mut lower = self.lower.chars();
                self.other.extend(lower.next()?.to_uppercase());
                self.other.push_str(lower.as_str());
                Some(&self.other)
            }
            Shape::TitleHyphen | Shape::Mixed | Shape::Camel => {
                self.exact.rsplit_once('-').map(|(_, last)| last)
            }
            _ => None,
        }
    }
}

fn short_hash(form: &str) -> u32 {
    hash::hash(form.as_bytes()) as u32
}
