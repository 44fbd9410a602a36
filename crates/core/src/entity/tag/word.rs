//! The attributes of a word that do not depend on its context.

use crate::text::TokenKind;

/// A word's attributes, from which its features are computed. Zero means "none" for all of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Word {
    /// Hash of the folded form.
    pub fold: u32,
    pub shape: Shape,
    /// Hash of the folded form's first three characters.
    pub prefix: u32,
    /// Hashes of the folded form's last two, three and four characters.
    pub suffixes: [u32; 3],
    /// Cluster of the form as written, or of a similar form.
    pub cluster: u16,
    /// Cluster of the form in lower case, for capitalised words.
    pub lower_cluster: u16,
    /// Whether the word may connect two parts of a name: "de", "la", "et".
    pub connects: bool,
    /// Whether it may connect a complement to its noun: "de".
    pub of: bool,
    /// The classes of names that begin with this noun, a bit for each; see [`Entry::heads`](super::Entry::heads).
    pub heads: u8,
}

/// Bits of [`Word::heads`]: the classes of names that begin with a noun.
pub(crate) const ORGANISATION_HEAD: u8 = 1;
pub(crate) const PLACE_HEAD: u8 = 1 << 1;
pub(crate) const EVENT_HEAD: u8 = 1 << 2;
pub(crate) const WORK_HEAD: u8 = 1 << 3;

/// How a word is written: kind of token, case, hyphens, digits, elision.
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
    // From here on with a capital letter; see `is_capital`.
    Elided,
    Title,
    TitleHyphen,
    Initial,
    ShortCapitals,
    LongCapitals,
    CapitalsDigit,
    /// A capital letter, but not at the start: "iPad", "al-Bab".
    Mixed,
    /// Several capital letters, one at the start, and lower-case letters: "McCain", "MoDem".
    Camel,
}

impl Word {
    /// Whether the word is capitalised: it has a capital letter and is not just an elided word.
    pub fn is_capital(&self) -> bool {
        self.shape > Shape::Elided
    }
}

impl Shape {
    /// The shape of `form`, a token of `kind`.
    pub fn new(form: &str, kind: TokenKind) -> Shape {
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
        // "Villeneuve-d'" can begin a name, "d'" cannot.
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
